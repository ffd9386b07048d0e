"""Facts gathered from an entry's lines -> one work, and what is doubtful about it."""

from collections.abc import Iterable, Sequence

import msgspec

from roundup.authoring.importers.recognise import quotes, titles
from roundup.authoring.importers.recognise.claimed import alike
from roundup.authoring.importers.recognise.dates import date_in
from roundup.authoring.importers.recognise.gathered import Gathered
from roundup.authoring.importers.recognise.lines import has_cjk, weight
from roundup.authoring.importers.recognise.linking import Fact
from roundup.authoring.importers.recognise.links import Target
from roundup.authoring.importers.recognise.people import people
from roundup.authoring.importers.recognise.venues import venue_of, year_in
from roundup.authoring.work import Work
from roundup.identifiers import SCHEMES
from roundup.model import Link, PartialDate, Person, Venue

_PAGES = ("project", "blog", "other", "thread", "slides")
_RELS = ("project", "video", "demo", "data", "slides", "blog", "thread", "other")


class Made(msgspec.Struct, frozen=True):
    """A work, the heading that stood over it where that is not its title, and doubts to tell of."""

    work: Work
    heading: str = ""
    doubts: tuple[str, ...] = ()


def make(gathered: Gathered, common: frozenset[str] = frozenset()) -> Made:
    """The work that an entry presents; links in `common` stand under every entry and belong to none."""
    title, heading, guessed = _title(gathered)
    papers, others = _papers(gathered.facts, title)
    identifiers, url, pdf, spare = _addresses(papers)
    url = url or _instead(gathered, common)
    links = [
        fact
        for fact in gathered.facts
        if fact.kind == "link" and fact.ref and fact.ref.target.url not in common
    ]
    venue, date = _when(gathered)
    work = Work(
        title=title,
        short=gathered.lead.short if weight(title) > weight(gathered.lead.short) else "",
        authors=_authors(gathered),
        identifiers=identifiers,
        url=url,
        pdf=pdf,
        code=tuple(
            dict.fromkeys(fact.ref.target.url for fact in links if fact.rel == "code" and fact.ref)
        ),
        links=_links(links, [*others, *spare], {url, pdf}),
        venue=venue,
        date=date,
    )
    doubts = []
    if guessed:
        doubts.append("its title is taken from a sentence")
    if spare:
        doubts.append("it has more than one identifier of a kind; the first is taken")
    return Made(work, heading, tuple(doubts))


def _title(gathered: Gathered) -> tuple[str, str, bool]:
    lead = gathered.lead
    below = _below(gathered)
    if below:
        return below, lead.title, False
    told = list(
        dict.fromkeys(
            fact.text
            for fact in gathered.facts
            if fact.kind == "title" and fact.text and fact.rel != "below"
        )
    )
    if not lead.title:
        return (told[0], "", False) if told else (_guess(gathered), "", True)
    fuller = next((one for one in told if _completes(one, lead.title)), "")
    if fuller:
        return fuller, lead.title, False
    if any(alike(one, lead.title) for one in told):
        return lead.title, "", weight(lead.title) > 25
    sure = [
        fact.text
        for fact in gathered.facts
        if fact.kind == "title" and fact.text and fact.sure >= 1
    ]
    distinct = list(dict.fromkeys(sure))
    if (
        len(distinct) == 1
        and (weight(distinct[0]) >= 3 or has_cjk(lead.title))
        and lead.style != "link"
    ):
        return distinct[0], lead.title, False
    named = _named_in_sentence(gathered)
    longer = named.casefold().startswith(lead.title.casefold())
    if named and (longer or not alike(named, lead.title)) and weight(lead.title) <= 8:
        return named, lead.title, False
    return lead.title, "", False


def _named_in_sentence(gathered: Gathered) -> str:
    """The title that the one paper linked in sentences has there; empty where a paper is linked otherwise."""
    papers = [fact for fact in gathered.facts if fact.kind == "paper" and fact.ref]
    if any(fact.sure for fact in papers):
        return ""
    long = {
        fact.ref.label: fact.ref.target.url
        for fact in papers
        if fact.ref and fact.ref.role == "title" and weight(fact.ref.label) >= 3
    }
    return titles.split(next(iter(long)), styled=True).title if len(set(long.values())) == 1 else ""


def _below(gathered: Gathered) -> str:
    """The title that stands in bold below a heading in another script, or below the short name of the work."""
    title = gathered.lead.title
    told = next((fact.text for fact in gathered.facts if fact.rel == "below"), "")
    if not told or not title or alike(told, title):
        return ""
    return told if has_cjk(title) and not has_cjk(told) else ""


def _completes(told: str, title: str) -> bool:
    """Whether a linked title begins with what stands as title and is the work's whole one."""
    short = weight(title) <= 3 and weight(told) >= weight(title) + 3
    return short and told.casefold().startswith(title.casefold())


def _guess(gathered: Gathered) -> str:
    """A title from the first words where nothing printed as one is there."""
    named = [
        fact.ref.label
        for fact in gathered.facts
        if fact.kind == "paper" and fact.ref and fact.ref.role != "tag"
    ]
    if named:
        return titles.split(named[0], styled=True).title
    text = gathered.words.split("\n")[0]
    guess = titles.cleaned(text[: quotes.sentence_end(text)])[:200]
    return guess or next((_name(fact.ref.target) for fact in gathered.facts if fact.ref), "")


def _name(target: Target) -> str:
    """What a work without any title is called: its identifier, else its address."""
    found = target.identifier
    return f"{found.scheme}:{found.value}" if found else target.url


def _papers(facts: Sequence[Fact], title: str) -> tuple[list[Fact], list[Fact]]:
    """The links to the paper itself, best first in reading order, and those to other papers."""
    all_papers = [fact for fact in facts if fact.kind == "paper" and fact.ref]
    sure = [fact for fact in all_papers if fact.sure]
    own = [fact for fact in sure if not _is_stranger(fact, title)] or sure[:1]
    if own:
        return own, [fact for fact in sure if fact not in own]
    named = [
        fact
        for fact in all_papers
        if fact.ref and (fact.ref.field in ("paper", "pdf", "link") or alike(fact.ref.label, title))
    ]
    if named:
        return named[:1], []
    keys = {_key(fact.ref.target) for fact in all_papers if fact.ref}
    return (all_papers[:1] if len(keys) == 1 else []), []


def _key(target: Target) -> str:
    return (
        f"{target.identifier.scheme}:{target.identifier.value}" if target.identifier else target.url
    )


def _is_stranger(fact: Fact, title: str) -> bool:
    """Whether a link's own label is the title of another paper."""
    ref = fact.ref
    return (
        ref is not None
        and ref.role == "title"
        and weight(ref.label) >= 3
        and not alike(titles.split(ref.label, styled=True).title, title)
        and fact.sure < 2
    )


def _addresses(papers: Sequence[Fact]) -> tuple[dict[str, str], str, str, list[Fact]]:
    identifiers: dict[str, str] = {}
    spare: list[Fact] = []
    for fact in papers:
        found = fact.ref.target.identifier if fact.ref else None
        if found is None or found.scheme not in SCHEMES:
            continue
        if identifiers.setdefault(found.scheme, found.value) != found.value:
            spare.append(fact)
    kept = [fact.ref.target for fact in papers if fact.ref and fact not in spare]
    url = _best(kept)
    pdf = next(
        (
            one.url
            for one in kept
            if one.url != url and one.url.casefold().split("?")[0].endswith(".pdf")
        ),
        "",
    )
    return identifiers, url, pdf, spare


def _instead(gathered: Gathered, common: frozenset[str]) -> str:
    """Where the title itself leads, or the one address given, when no link is a paper's."""
    links = [
        fact for fact in gathered.facts if fact.kind == "link" and fact.ref and fact.rel in _PAGES
    ]
    links = [fact for fact in links if fact.ref and fact.ref.target.url not in common]
    in_title = [
        fact.ref for fact in links if fact.ref and alike(fact.ref.label, gathered.lead.title)
    ]
    if in_title:
        return in_title[0].target.url
    own = [
        fact.ref.target.url
        for fact in links
        if fact.ref and fact.sure >= 1 and fact.rel in ("project", "other")
    ]
    return own[0] if len(own) == 1 and own[0].startswith("http") else ""


def _best(targets: Sequence[Target]) -> str:
    usable = [one for one in targets if one.url.startswith("http")]
    ranked = sorted(
        usable,
        key=lambda one: (-one.strength, one.url.casefold().endswith(".pdf") or "/pdf/" in one.url),
    )
    return ranked[0].url if ranked else ""


def _links(links: Iterable[Fact], papers: Iterable[Fact], taken: set[str]) -> tuple[Link, ...]:
    kept: dict[str, Link] = {}
    for fact in (*links, *papers):
        ref = fact.ref
        if (
            ref is None
            or fact.rel == "code"
            or not fact.sure
            or not ref.target.url.startswith("http")
        ):
            continue
        rel = fact.rel if fact.rel in _RELS else "other"
        if fact.rel in ("anchor", "social", "image", "local") or ref.target.url in taken:
            continue
        label = ref.label if ref.role == "title" and not ref.image else ""
        kept.setdefault(ref.target.url, Link(url=ref.target.url, rel=rel, title=label[:200]))
    return tuple(kept.values())


def _authors(gathered: Gathered) -> tuple[Person, ...]:
    told = [fact.text for fact in gathered.facts if fact.kind == "authors"]
    for text in (*told, gathered.lead.authors) if told else (gathered.lead.authors,):
        found = people(text)
        if found:
            return found
    return ()


def _when(gathered: Gathered) -> tuple[Venue | None, PartialDate | None]:
    texts = [fact.text for fact in gathered.facts if fact.kind == "venue"] + [gathered.lead.venue]
    venue = next((found for text in texts if text and (found := venue_of(text))), None)
    dates = [fact.text for fact in gathered.facts if fact.kind == "date"] + [gathered.lead.date]
    date = next((day for text in dates if text and (day := date_in(text))), None)
    if date is None and venue is None:
        year = next((year for text in texts if text and (year := year_in(text))), 0)
        date = PartialDate(year) if year else None
    return venue, date
