"""A list of references at the end of a document, and the entries its items belong to."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from roundup.authoring.importers.recognise import quotes, titles
from roundup.authoring.importers.recognise.claimed import alike
from roundup.authoring.importers.recognise.claims import Claim
from roundup.authoring.importers.recognise.leads import TRAILING, Lead
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.linking import Fact
from roundup.authoring.importers.recognise.links import Target
from roundup.authoring.importers.recognise.numbers import leading
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import has_et_al
from roundup.authoring.importers.recognise.refs import blanked, refs_of
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.venues import year_in

_FAMILY = re.compile(r"((?:[^\W\d_]|['’-])+)")


class Reference(msgspec.Struct, frozen=True):
    """An item of a reference list: its number, its citation, the facts in it, the part it is."""

    part: int
    number: int | None
    cited: titles.Cited
    facts: tuple[Fact, ...]
    anchors: tuple[str, ...] = ()
    text: str = ""


def reference_places(parts: Sequence[Part]) -> frozenset[int]:
    """The parts of all sections that are reference lists by their heading."""
    places: set[int] = set()
    level = 0
    for place, part in enumerate(parts):
        if part.kind == "heading":
            if level and part.level > level:
                places.add(place)
                continue
            level = part.level if kind_of_section(part.text) == "references" else 0
        if level:
            places.add(place)
    return frozenset(places)


def read_references(parts: Sequence[Part], places: frozenset[int]) -> tuple[Reference, ...]:
    """The references that stand at these places."""
    return tuple(
        _reference(place, parts[place]) for place in sorted(places) if _may_be(parts[place])
    )


def _may_be(part: Part) -> bool:
    return (
        part.kind in ("paragraph", "line", "item") and bool(part.lines) and weight(part.text) >= 2
    )


def _reference(place: int, part: Part) -> Reference:
    line = part.lines[0]
    refs = tuple(ref for one in part.lines for ref in refs_of(one))
    text = blanked(line.text, refs_of(line)).replace("\0", " ")
    number = leading(text)
    value = number.value if number else part.block.number
    cited = _cited(part, text[number.end :] if number else text)
    facts = [
        Fact("paper", ref=ref, sure=1, line=line.number)
        if ref.kind == "paper"
        else Fact("link", ref=ref, rel=ref.kind, sure=1, line=line.number)
        for ref in refs
        if ref.kind not in ("anchor", "social", "image", "local")
    ]
    return Reference(place, value, cited, tuple(facts), part.block.anchors, text)


def _cited(part: Part, text: str) -> titles.Cited:
    lead = part.lead
    if lead.style in ("quote", "bold", "link") and lead.title:
        return titles.Cited(lead.title, lead.authors, lead.venue)
    found = quotes.quoted(text)
    if found:
        authors = text[: found.start()].strip(" ,.:")
        return titles.Cited(titles.cleaned(quotes.inner(found)), authors)
    return titles.split(text)


def lent(parts: Sequence[Part], references: Sequence[Reference]) -> tuple[Part, ...]:
    """Parts whose title or number a reference with an address repeats, with the claim that it lends them."""
    lenders = [one for one in references if any(fact.kind == "paper" for fact in one.facts)]
    if not lenders:
        return tuple(parts)
    own = {one.part for one in references}
    return tuple(
        part if place in own else _with_claim(part, lenders) for place, part in enumerate(parts)
    )


def _with_claim(part: Part, references: Sequence[Reference]) -> Part:
    if part.kind not in ("heading", "item", "paragraph", "line") or part.claims or not part.lines:
        return part
    lead = part.lead
    if (
        (weight(lead.title) < 2 and not has_et_al(lead.authors))
        or lead.ahead
        or weight(lead.title) > 30
    ):
        return part
    number = lead.number if lead.shape in ("[1]", TRAILING) else None
    found = match(lead, number, part.block.anchors, references)
    if found is None:
        return part
    keys = tuple(key_of(fact) for fact in found.facts if fact.kind == "paper" and fact.ref)
    return replace(part, claims=(Claim(lead.title, keys, False, 2),))


def key_of(fact: Fact) -> str:
    """What a link to a paper can be known by."""
    target = fact.ref.target if fact.ref else Target("", "other")
    return (
        f"{target.identifier.scheme}:{target.identifier.value}" if target.identifier else target.url
    )


def match(
    lead: Lead, number: int | None, anchors: Sequence[str], references: Sequence[Reference]
) -> Reference | None:
    """The reference that is an entry's: of the same title, else of the same printed number if nothing speaks
    against it, else the one an anchor names, else the only one of its first author."""
    title = lead.title
    for reference in references:
        if alike(title, reference.cited.title) or _within(title, reference.text):
            return reference
    for reference in references:
        if number is not None and reference.number == number:
            return reference
    wanted = set(anchors)
    anchored = next((one for one in references if wanted.intersection(one.anchors)), None)
    return anchored or _of_author(lead.authors, references)


def _of_author(authors: str, references: Sequence[Reference]) -> Reference | None:
    """The one reference whose first author an entry names as `Family et al.`"""
    family = _FAMILY.match(authors)
    if not family or not has_et_al(authors):
        return None
    year = year_in(authors)
    same = [
        one
        for one in references
        if re.search(rf"\b{re.escape(family[1])}\b", one.cited.authors.split(",")[0])
        and (not year or year_in(one.text) in (0, year))
    ]
    return same[0] if len(same) == 1 else None


def _within(title: str, text: str) -> bool:
    folded = re.sub(r"[\W_]+", "", title.casefold())
    return len(folded) >= 16 and folded in re.sub(r"[\W_]+", "", text.casefold())
