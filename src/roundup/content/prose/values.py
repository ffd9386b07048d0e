"""The nouns of an article's words: what goes in (`Rules`) and what comes out (`Prose`)."""

import msgspec

from roundup.content.prose.labels import Labels


class Rules(msgspec.Struct, frozen=True):
    """What of the site and the article decides how its words become HTML.

    `labels` are the few words that the HTML itself needs; None means the built-in ones.
    """

    language: str = "en"
    prefix: str = ""
    heading_base: int = 2
    trusted: bool = False
    math: bool = True
    smart: bool = True
    frames: tuple[str, ...] = ()
    labels: Labels | None = None


class ProseProblem(msgspec.Struct, frozen=True, order=True):
    """Something wrong in a body; `line` counts from the body's first line, which is 1."""

    line: int
    severity: str
    message: str
    hint: str = ""


class Reference(msgspec.Struct, frozen=True):
    """An address that only the catalog can resolve.

    `kind` is "wiki", "link", "image" or "file"; `target` is as written, unescaped; `text` is a
    wiki-link's own label or an image's alternative text.
    """

    kind: str
    target: str
    text: str
    line: int


class Heading(msgspec.Struct, frozen=True):
    """A heading of the finished HTML: its level, its prefixed id, its words."""

    level: int
    id: str
    text: str


class Prose(msgspec.Struct, frozen=True):
    """A body as HTML; `references[n]` stands in it as `mark(n)`."""

    html: str
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: tuple[ProseProblem, ...] = ()
