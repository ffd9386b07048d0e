"""A work as a line of a list of references, for people: after APA, 7th edition, without italics."""

import re

from roundup.identifiers import Identifier
from roundup.model import Venue
from roundup.pages.bibliography import Name, identifier_of, names_of, page_range
from roundup.pages.characters import one_line
from roundup.pages.views import Citation

_MOST_AUTHORS = 20
_INSIDE = ("paper-conference", "chapter", "entry-encyclopedia")
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = (".", "!", "?", "…", "。", "！", "？")


def reference(work: Citation) -> str:
    """One line: authors, year, title, where it stands, and the address that lasts longest."""
    authors, year = _authors(names_of(work)), f"({work.year or 'n.d.'})"
    title, note = _title(work), one_line(work.note)
    opening = [f"{authors} {year}", title] if authors else [title, year]
    parts = [*opening, _source(work), note]
    doi = identifier_of(work, "doi")
    address = Identifier("doi", doi).address if doi else one_line(work.url)
    return " ".join([*map(_sentence, filter(None, parts)), *filter(None, [address])])


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _title(work: Citation) -> str:
    title, arxiv = one_line(work.title), identifier_of(work, "arxiv")
    return f"{title} (arXiv:{arxiv})" if arxiv and not work.venue else title


def _authors(names: tuple[Name, ...]) -> str:
    """Up to twenty authors in full; of more, the first nineteen and the last."""
    shown = [_author(name) for name in names]
    if len(shown) > _MOST_AUTHORS:
        return ", ".join(shown[: _MOST_AUTHORS - 1]) + f", … {shown[-1]}"
    if len(shown) < 2:
        return "".join(shown)
    return ", ".join(shown[:-1]) + f", & {shown[-1]}"


def _author(name: Name) -> str:
    """`van der Maaten, L.`; a name in a script without capital letters stays whole."""
    if not name.given or name.family[0].lower() == name.family[0].upper():
        return name.whole
    return ", ".join(filter(None, (name.last, _initials(name.given), name.suffix)))


def _initials(given: str) -> str:
    words = re.sub(r"\.(?=[^\s-])", ". ", given).split()
    return " ".join(filter(None, map(_initial, words)))


def _initial(word: str) -> str:
    letters = (_LETTER.search(part) for part in re.split("[-‐‑]", word))
    return "-".join(f"{letter[0].upper()}." for letter in letters if letter)


def _source(work: Citation) -> str:
    venue = work.venue
    if venue is None:
        return "arXiv" if identifier_of(work, "arxiv") else ""
    name, volume, pages = one_line(venue.name), one_line(venue.volume), _pages(venue)
    if work.type in _INSIDE:
        whole = f"In {name}" + (f" ({pages})" if pages else "")
        return ". ".join(filter(None, (whole, one_line(venue.publisher))))
    issue = f"({one_line(venue.issue)})" if venue.issue else ""
    return ", ".join(filter(None, (name, volume + issue, pages.partition(" ")[2])))


def _pages(venue: Venue) -> str:
    first, last = page_range(venue.pages)
    if last:
        return f"pp. {first}–{last}"
    return f"p. {first}" if first else ""
