"""References in the words of an article replaced in place: those that readers follow, and no others.

Whether a spelling in the source is a reference or stands in code, a comment or a formula is for the
renderer to say: every candidate gets a name of its own for a moment, and the names that come back as
references tell.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from roundup.content import frontmatter
from roundup.content.article import Article, Reading, parse
from roundup.content.prose import Reference

Retarget = Callable[[Reference], str | None]
"""What a reference's target is to be replaced with; None leaves it."""

_BREAK = re.compile(r"\r\n|\r|\n")


class Untouchable(Exception):
    """A reference whose spelling in the source could not be found; carries its line and target."""

    def __init__(self, line: int, target: str) -> None:
        super().__init__(target)
        self.line, self.target = line, target


def references(article: Article) -> Iterator[Reference]:
    """Every reference in an article's words, in order."""
    for part in article.parts:
        yield from part.references


def with_references(article: Article, text: str, reading: Reading, retarget: Retarget) -> str:
    """The text of an article with some of its references leading elsewhere; raises Untouchable."""
    wanted: dict[tuple[str, str], tuple[str, Reference]] = {}
    for one in references(article):
        new = retarget(one)
        if new is not None and new != one.target:
            wanted.setdefault((_family(one), one.target), (new, one))
    for (family, target), (new, first) in wanted.items():
        changed = _replaced(article, text, reading, _spelling(family, target), new)
        if changed is None:
            raise Untouchable(first.line, target)
        text = changed
    return text


def _family(reference: Reference) -> str:
    return "wiki" if reference.kind == "wiki" else "link"


def _spelling(family: str, target: str) -> re.Pattern[str]:
    """A target as it may be written: with backslashes before signs, with entities."""
    signs = "".join(_sign(sign) for sign in target)
    if family == "wiki":
        return re.compile(rf"(?<=\[\[)(?P<space> *){signs}(?=[ \\|\]])")
    return re.compile(rf"(?P<space>){signs}")


def _sign(sign: str) -> str:
    if sign == "&":
        return r"\\?&(?:amp;)?"
    return re.escape(sign) if sign.isalnum() else rf"\\?{re.escape(sign)}"


def _replaced(
    article: Article, text: str, reading: Reading, spelling: re.Pattern[str], new: str
) -> str | None:
    """The text with the live ones among a spelling's places replaced; None where there is none."""
    start = _body_start(text)
    names = {f"{_fresh(text)}{number}": number for number in range(_count(spelling, text, start))}
    order = iter(names)
    probe = spelling.sub(lambda found: found["space"] + next(order), text[start:])
    live = _live(article, text[:start] + probe, reading, names)
    numbers = iter(range(len(names)))

    def choose(found: re.Match[str]) -> str:
        return found["space"] + new if next(numbers) in live else found[0]

    return text[:start] + spelling.sub(choose, text[start:]) if live else None


def _count(spelling: re.Pattern[str], text: str, start: int) -> int:
    return sum(1 for _ in spelling.finditer(text[start:]))


def _fresh(text: str) -> str:
    """A word of the letters that keys and paths are made of, which the text does not hold."""
    word = "reference"
    while word in text:
        word += "x"
    return f"{word}-"


def _live(article: Article, probe: str, reading: Reading, names: Mapping[str, int]) -> set[int]:
    found = parse(article.path, article.place, probe.encode(), reading).article
    return {names[one.target] for one in references(found) if one.target in names}


def _body_start(text: str) -> int:
    """Where the words begin in a text whose line breaks may be of any kind."""
    line = frontmatter.read(frontmatter.decode(text.encode())).body_line
    breaks = _BREAK.finditer(text)
    found = 0
    for _ in range(line - 1):
        found = next(breaks).end()
    return found
