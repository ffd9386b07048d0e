"""What changed in an original since a translation was made from it. Pure: earlier versions come in as values."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from roundup.content import frontmatter, schema
from roundup.content.article import FAMILIES
from roundup.content.place import ArticleKind
from roundup.content.sections import sections
from roundup.content.words import digest

_MOST_COMPARED = 4_000_000  # pairs of words; beyond them two texts are told one after the other
_WORDS = re.compile(r"\s+|[⺀-鿿぀-ヿ가-힯豈-﫿]|\w+|[^\w\s]")
_BLANK = re.compile(r"\n\s*\n")


class Version(msgspec.Struct, frozen=True):
    """A file as a repository had it: what names the commit, its day, the bytes."""

    commit: str
    date: str
    data: bytes


class Piece(msgspec.Struct, frozen=True):
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One section since a translation was made: the commit that had it, and how each changed paragraph reads.

    `known` is false where no version had the section as it was translated; then only today's words are there.
    """

    section: str
    known: bool
    commit: str = ""
    date: str = ""
    paragraphs: tuple[tuple[Piece, ...], ...] = ()


def sections_in(data: bytes, kind: ArticleKind) -> dict[str, str]:
    """The sections of a file's bytes by name; empty where they cannot be read."""
    try:
        front = frontmatter.read(frontmatter.decode(data))
    except ValueError:
        return {}
    return dict(sections(schema.read(FAMILIES[kind], front.fields).fields, front.body))


def changes(
    names: Sequence[str],
    recorded: Mapping[str, str],
    now: Mapping[str, str],
    history: Iterable[Version],
    kind: ArticleKind,
) -> Iterator[Change]:
    """Every changed section; `history` begins with the newest version and is read no further than needed."""
    wanted = {name: recorded[name] for name in names if name in recorded}
    found: dict[str, tuple[Version, str]] = {}
    for version in history if wanted else ():
        said = sections_in(version.data, kind)
        for name in [one for one in wanted if digest(said.get(one, "")) == wanted[one]]:
            found[name] = (version, said.get(name, ""))
            del wanted[name]
        if not wanted:
            break
    for name in names:
        yield _change(name, found.get(name), name in recorded, now.get(name, ""))


def _change(name: str, before: tuple[Version, str] | None, recorded: bool, now: str) -> Change:
    if before is None:
        return Change(section=name, known=not recorded, paragraphs=difference("", now))
    version, text = before
    return Change(
        section=name,
        known=True,
        commit=version.commit,
        date=version.date,
        paragraphs=difference(text, now),
    )


def difference(before: str, after: str) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs that changed, word by word; line breaks and spacing are not words."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        _pieces("\n".join(old[a:b]), "\n".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in _BLANK.split(text) if one.strip()]


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) * len(new) > _MOST_COMPARED:
        return Piece("gone", before), Piece("new", after)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(old[a:b])))
            continue
        found += [Piece("gone", "".join(old[a:b]))] if a < b else []
        found += [Piece("new", "".join(new[c:d]))] if c < d else []
    return tuple(found)
