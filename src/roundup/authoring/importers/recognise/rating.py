"""How well parts make the entry of one paper, and which marks may begin one."""

import re
from collections.abc import Sequence

from roundup.authoring.importers.recognise.claimed import works
from roundup.authoring.importers.recognise.dates import MONTH
from roundup.authoring.importers.recognise.labels import labelled
from roundup.authoring.importers.recognise.leads import PLACEHOLDERS, Lead
from roundup.authoring.importers.recognise.lines import has_cjk, weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import is_byline
from roundup.authoring.importers.recognise.venues import is_short_venue

ITEMS = "item"
_CITING = ("authors", "venue", "date", "institution")
# What ends in a day is no title, but a line about one.
_DATED = re.compile(rf"(?i)\b(?:{MONTH})\.?\s+\d{{1,2}}$|\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?$")
_STRONG_STYLES = ("bold", "link", "quote")


def rate(lead: Lead, parts: Sequence[Part]) -> float:
    """How well parts make one entry: 1 for a title with one paper, less without a link, below 0 for several."""
    count = works(lead, [claim for part in parts for claim in part.claims])
    titled = weight(lead.title) >= 1 and lead.ahead < 4
    if count > 1.5:
        return 1.0 - 0.9 * (count - 1)
    if count >= 1:
        base = 1.0 if titled else 0.45
        return base - (0.25 if count > 1 else 0.0) - (0.2 if weight(lead.title) > 25 else 0.0)
    return _unlinked(lead, parts) if titled else -0.3


def _unlinked(lead: Lead, parts: Sequence[Part]) -> float:
    """The same where no paper is linked: authors or a venue beside or below the title are as good as a link."""
    if names_meetings(lead):
        return -0.3
    cited = bool(lead.authors) or (bool(lead.venue) and is_capital(lead))
    if cited and weight(lead.title) >= 2 and not _DATED.search(lead.title):
        return 0.75
    if weight(lead.title) <= 30 and _cited_below(parts):
        return 0.7
    linked = any(
        ref.kind in ("code", "project") and ref.leads
        for part in parts
        for refs in part.refs
        for ref in refs
    )
    return 0.35 if lead.style in _STRONG_STYLES and linked and weight(lead.title) >= 3 else -0.2


def _cited_below(parts: Sequence[Part]) -> bool:
    """Whether authors, a venue or a date stand on the lines just below a title."""
    lines = [line for part in parts[:4] if part.kind != "heading" for line in part.lines]
    below = lines[1:5] if parts and parts[0].kind != "heading" else lines[:4]
    return any(is_byline(line.text) or _is_cited(line.text) for line in below)


def _is_cited(text: str) -> bool:
    """Whether a line is a labelled fact of a citation, or says that there is no link to the paper yet."""
    field, at = labelled(text)
    missing = field in ("paper", "pdf") and text[at:].strip(" .").casefold() in PLACEHOLDERS
    return missing or field in _CITING


def is_capital(lead: Lead) -> bool:
    """Whether a title is set apart by style or by the capitals of its words."""
    if lead.style != "plain":
        return True
    long = [word for word in re.findall(r"[^\W\d_][\w'-]*", lead.title) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) * 10 >= len(long) * 6


def marks_of(part: Part) -> tuple[str, ...]:
    """The marks an entry may begin with that a part bears."""
    if part.kind == "item":
        return (ITEMS,)
    if part.kind not in ("paragraph", "line") or not part.lines:
        return ()
    if part.depth:
        return (ITEMS,) if part.kind == "line" else ()
    lead = part.lead
    marks = ["line"] if part.kind == "line" else []
    if lead.number is not None:
        marks.append(f"number{lead.shape}")
    titled = lead.title and lead.ahead < 4 and not _DATED.search(lead.title)
    if titled and (lead.style != "plain" or is_titled(lead, part)):
        marks.append(f"style {lead.style}" if lead.style != "plain" else "plain")
        if part.claims or lead.is_cited:
            marks.append("paper")
    return tuple(marks)


def is_titled(lead: Lead, part: Part) -> bool:
    """Whether plain words are a title and no sentence: capitals, or a citation, or a number before them."""
    if lead.number is not None or (lead.authors and weight(lead.title) >= 2):
        return True
    if weight(lead.title) > 30 or lead.rest:
        return False
    if part.claims and _stands_over_address(part):
        return True
    return bool(part.claims) if has_cjk(lead.title) else is_capital(lead)


def _stands_over_address(part: Part) -> bool:
    """Whether a line of words has one below it that is nothing but an address."""
    if len(part.lines) != 2 or part.refs[0] or not part.refs[1]:
        return False
    return part.refs[1][0].label.strip() == part.lines[1].text.strip()


def reads_as_title(lead: Lead) -> bool:
    """Whether a lead looks like the title of a paper, whatever stands around it."""
    return 3 <= weight(lead.title) <= 25 and is_capital(lead) and not has_cjk(lead.title)


def names_meetings(lead: Lead) -> bool:
    """Whether a title is what the letters of the venue beside it stand for, or has more venues in it than
    other words, as in lists of conferences."""
    letters, capitals = (re.sub("[^A-Z]", "", text) for text in (lead.venue, lead.title))
    pieces = re.split(r"[:;,()/]", lead.title)
    others = sum(weight(piece) for piece in pieces if not is_short_venue(piece))
    return (len(letters) > 1 and letters == capitals) or (len(pieces) > 1 and others <= 1)
