"""One file's text becomes one article: typed fields, rendered words, and everything wrong with them."""

from collections.abc import Iterator, Mapping

import msgspec

from roundup.content import frontmatter, schema
from roundup.content.fields import (
    AnyFields,
    EntryFields,
    PaperFields,
    PersonFields,
    RoundupFields,
    WordsFields,
)
from roundup.content.frontmatter import FrontMatter
from roundup.content.place import ArticleKind, Place
from roundup.content.prose import Part as Piece
from roundup.content.prose import Reference, Rules, render, split_papers
from roundup.content.sections import Sections, sections
from roundup.content.together import run_together
from roundup.content.words import digest, fingerprint
from roundup.problems import Problem, error, warning

FAMILIES: Mapping[ArticleKind, type[AnyFields]] = {
    "home": WordsFields,
    "year": WordsFields,
    "roundup": RoundupFields,
    "entry": EntryFields,
    "paper": PaperFields,
    "topic": WordsFields,
    "person": PersonFields,
    "page": WordsFields,
}
# The highest level of headings in words, where they stand below no heading but their own page's or entry's.
HEADING_BASE: Mapping[ArticleKind, int] = {"entry": 3, "paper": 3}


class Reading(msgspec.Struct, frozen=True):
    """What of the site's settings decides how an article is read."""

    language: str
    math: bool = True
    smart: bool = True
    trusted: bool = False
    frames: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A piece of a body: words, or the place where entries go (of one section, or all)."""

    kind: str
    section: str = ""
    line: int = 0
    html: str = ""
    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A content file, read; `html` of its parts is the digest of the words, which are kept apart."""

    path: str
    place: Place
    language: str
    fields: AnyFields
    given: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lines: dict[str, int] = {}
    parts: tuple[Part, ...] = ()
    body_line: int = 1
    sections: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    def line(self, field: str) -> int:
        """The line a field stands on, else the first."""
        return self.lines.get(field, 1)

    @property
    def has_words(self) -> bool:
        """Whether its body says anything."""
        return any(part.html for part in self.parts)


class Parsed(msgspec.Struct, frozen=True):
    """An article with the HTML of its words by digest."""

    article: Article
    bodies: tuple[tuple[str, str], ...]


def parse(path: str, place: Place, data: bytes, reading: Reading) -> Parsed:
    """The article in a file's bytes; never raises for anything that the file may hold."""
    family = FAMILIES[place.kind]
    try:
        text = frontmatter.decode(data)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        problem = error(path, line, "the file is not UTF-8", "save it as UTF-8")
        return _unreadable(path, place, reading, problem)
    except ValueError as fault:
        return _unreadable(path, place, reading, error(path, 1, str(fault), "split it"))
    front = frontmatter.read(text)
    fields = schema.read(family, front.fields)
    language = place.tag or fields.fields.language or reading.language
    parts, bodies, troubles = _words(path, place, front, language, reading)
    said = tuple(sections(fields.fields, front.body))
    article = Article(
        path=path,
        place=place,
        language=language,
        fields=fields.fields,
        given=fields.given,
        removed=fields.removed,
        lines=front.lines,
        parts=parts,
        body_line=front.body_line,
        sections=tuple((name, digest(words)) for name, words in said),
        problems=(*_front_problems(path, text, place, front, fields, said), *troubles),
    )
    return Parsed(article, bodies)


def _unreadable(path: str, place: Place, reading: Reading, problem: Problem) -> Parsed:
    fields = FAMILIES[place.kind]()
    language = place.tag or reading.language
    article = Article(path=path, place=place, language=language, fields=fields, problems=(problem,))
    return Parsed(article, ())


def _front_problems(
    path: str,
    text: str,
    place: Place,
    front: FrontMatter,
    fields: schema.Reading[AnyFields],
    said: Sections,
) -> Iterator[Problem]:
    for complaint in front.complaints:
        yield error(path, complaint.line, complaint.message, complaint.hint)
    complained = {complaint.line for complaint in front.complaints}
    for fault in fields.faults:
        line = frontmatter.line_of(text, fault.path)
        if line not in complained:
            yield error(path, line, fault.message, fault.hint)
    for fault in run_together(FAMILIES[place.kind], front.fields):
        yield warning(path, frontmatter.line_of(text, fault.path), fault.message, fault.hint)
    unread = bool(front.complaints) and not front.fields
    unread = unread or any(fault.path == ("title",) for fault in fields.faults)
    # A translation that says nothing yet is still to be made; if it is the only index, the catalog says so.
    to_be_made = bool(place.tag) and not any(name != "image" for name, _ in said)
    if place.kind == "roundup" and not (fields.fields.title or unread or to_be_made):
        line = front.lines.get("title", 1)
        yield error(path, line, "a roundup needs a title", "add 'title: ...' to its front matter")


def _words(
    path: str, place: Place, front: FrontMatter, language: str, reading: Reading
) -> tuple[tuple[Part, ...], tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    is_index = place.kind == "roundup"
    pieces = split_papers(front.body) if is_index else (Piece("words", front.body),)
    parts, bodies, problems = [], [], []
    for number, piece in enumerate(pieces):
        offset = front.body_line + piece.line - 2
        if piece.kind != "words":
            parts.append(Part(piece.kind, piece.section, offset + 1))
            continue
        prose = render(piece.text, _rules(place, language, reading, number))
        key = fingerprint(prose.html.encode()) if prose.html else ""
        moved = tuple(
            msgspec.structs.replace(one, line=one.line + offset) for one in prose.references
        )
        anchors = tuple(heading.id for heading in prose.headings)
        parts.append(Part("words", "", offset + 1, key, moved, anchors))
        bodies += [(key, prose.html)] if key else []
        problems += [
            (error if one.severity == "error" else warning)(
                path, one.line + offset, one.message, one.hint
            )
            for one in prose.problems
        ]
    return tuple(parts), tuple(bodies), tuple(problems)


def _rules(place: Place, language: str, reading: Reading, number: int) -> Rules:
    return Rules(
        language=language,
        prefix=place.prefix + (f"{number}_" if number else ""),
        heading_base=HEADING_BASE.get(place.kind, 2),
        trusted=reading.trusted,
        math=reading.math,
        smart=reading.smart,
        frames=reading.frames,
    )
