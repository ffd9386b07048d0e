"""The skeleton of a translation: empty places for words, the original's in comments beside them.

A skeleton publishes nothing, whatever the original holds, and the original can be read back from it: so one that
nobody has written into can be told from one that somebody has.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from roundup.authoring.yamlwriter import dump
from roundup.content import frontmatter
from roundup.content.article import Article
from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.prose import Part, split_papers, without_comments
from roundup.content.prose.comments import comments
from roundup.content.prose.fences import Fences, inside
from roundup.model import Image

# What of an original wants words, and what stands in its place as long as there are none.
_EMPTY: Mapping[str, Any] = {
    "title": "",
    "description": "",
    "summary": "",
    "highlights": [],
    "abstract": "",
}
_HEAD = "# A translation of {} ({}), to be written: fill in what is empty. Comments are never published."
_HEAD_READ = re.compile(re.escape(_HEAD).replace(r"\{\}", "(.+)", 1).replace(r"\{\}", "(.+)"))
_PICTURE = (
    "# The picture is the original's; to say in words of your own what it shows, take the # away:"
)
_ENDS = re.compile(r"(--!?\\*)>")
_ENDS_WRITTEN = re.compile(r"(--!?\\*)\\>")
_COMMENT = re.compile(r"<!-- (?!papers:)([A-Za-z0-9-]+):[ \n](.*)[ \n]-->", re.DOTALL)
_PLACE = "\n\n\n"


class Original(msgspec.Struct, frozen=True):
    """What a translation is made from: its file's name and language, fields that want words, words, digests."""

    name: str
    language: str
    fields: dict[str, Any]
    blocks: tuple[Part, ...]
    digests: dict[str, str]


def original_of(article: Article, text: str, title: str = "") -> Original:
    """What an article gives to those who translate it; `text` is the file's, `title` what stands over it if it
    gives none itself."""
    fields = article.fields
    body = frontmatter.read(text).body
    is_index = isinstance(fields, RoundupFields)
    pieces = split_papers(body) if is_index else (Part("words", body),)
    said = {name: getattr(fields, name, None) for name in _EMPTY}
    said["title"] = said["title"] or title
    if isinstance(fields, EntryFields) and fields.heading:
        said["title"] = fields.heading
    plain = {name: list(v) if isinstance(v, tuple) else v for name, v in said.items() if v}
    return Original(
        name=article.path.rpartition("/")[2],
        language=article.language,
        fields=plain | _picture(fields.image),
        blocks=tuple(block for piece in pieces for block in _blocks(piece)),
        digests=dict(article.sections),
    )


def _picture(image: Image | None) -> dict[str, Any]:
    if image is None or not image.alt:
        return {}
    parts = ("src", "alt", "caption")
    return {"image": {name: getattr(image, name) for name in parts if getattr(image, name)}}


def _blocks(piece: Part) -> Iterator[Part]:
    """Words cut at blank lines, code left whole, without the author's comments; places of papers as they are."""
    if piece.kind != "words":
        yield Part(piece.kind, section=piece.section)
        return
    lines, rows, at, fences = (
        without_comments(piece.text).text.split("\n"),
        list[str](),
        0,
        Fences(),
    )
    while at < len(lines):
        after = at + 1
        if fence := fences.opening(lines[at]):
            _, after, _ = inside(lines, after, fence)
        else:
            fences.read(lines[at])
        if lines[at].strip():
            rows += lines[at:after]
        elif rows:
            yield Part("words", "\n".join(rows))
            rows = []
        at = after
    if rows:
        yield Part("words", "\n".join(rows))


def skeleton(original: Original) -> str:
    """The text of a file that is still to be translated."""
    head = _HEAD.format(original.name, original.language)
    rows = [row for name, value in original.fields.items() for row in _field(name, value)]
    made = "".join(f"{row}\n" for row in ("---", head, *rows))
    recorded = dump({"translated_from": original.digests}) + "---\n"
    words = _PLACE.join(_written(block, original.language) for block in original.blocks)
    return made + recorded + (f"\n{words}\n" if words else "")


def _field(name: str, value: Any) -> Iterator[str]:
    """The original's field as comments, and the place of the new one."""
    if name == "image":
        yield _PICTURE
    for row in dump({name: value}).splitlines():
        yield f"# {row}" if row else "#"
    if name in _EMPTY:
        yield dump({name: _EMPTY[name]}).rstrip("\n")


def _written(block: Part, language: str) -> str:
    if block.kind != "words":
        return f"<!-- papers: {block.section} -->" if block.section else "<!-- papers -->"
    words = _ENDS.sub(r"\1\\>", block.text)
    gap = "\n" if "\n" in words else " "
    return f"<!-- {language}:{gap}{words}{gap}-->"


def read_back(text: str) -> Original | None:
    """The original in the comments of a skeleton; None where a text is not one, or not one any more."""
    front = frontmatter.read(text)
    rows = text.split("\n")
    head = _HEAD_READ.fullmatch(rows[1]) if len(rows) > 1 else None
    if head is None or front.complaints:
        return None
    block = rows[2 : front.body_line - 1]
    told = [row[1:].removeprefix(" ") for row in block if row.startswith("#") and row != _PICTURE]
    said = frontmatter.read("---\n" + "\n".join([*told, "---", ""]))
    digests = front.fields.get("translated_from")
    found = Original(
        name=head[1],
        language=head[2],
        fields=said.fields,
        blocks=tuple(_read(front.body)),
        digests=digests if isinstance(digests, dict) else {},
    )
    return found if skeleton(found) == text else None


def _read(body: str) -> Iterator[Part]:
    for start, end, _ in comments(body):
        if found := _COMMENT.fullmatch(body, start, end):
            yield Part("words", _ENDS_WRITTEN.sub(r"\1>", found[2]))
        else:
            places = (one for one in split_papers(body[start:end]) if one.kind != "words")
            yield from (Part(one.kind, section=one.section) for one in places)
