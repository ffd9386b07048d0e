"""All articles become the catalog: translations, order, identity, facts, and what is hidden."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from roundup.catalog import translations as tr
from roundup.catalog.agreement import agreement
from roundup.catalog.catalog import Author, Catalog, Paper, Roundup, Scored
from roundup.catalog.claims import claim_of
from roundup.catalog.identity import Claim, Identities, identify
from roundup.catalog.listing import Known, Listing, listings, made
from roundup.catalog.mentions import mentions
from roundup.catalog.order import entry_fields, in_places
from roundup.catalog.papers import known_facts, presented
from roundup.catalog.people import authors
from roundup.catalog.subjects import labels, series, topics
from roundup.catalog.works import facts_of, work_fields
from roundup.content.article import Article
from roundup.content.fields import PersonFields
from roundup.content.settings import Settings
from roundup.model import Facts
from roundup.problems import Problem

_TOGETHER = ("roundup", "entry", "paper")


class Showing(msgspec.Struct, frozen=True):
    """What decides whether a draft or a future roundup is shown."""

    today: date
    drafts: bool = False
    future: bool = False


class Gathered(msgspec.Struct, frozen=True):
    """The catalog, the groups of translations it was made from, and the problems found on the way."""

    catalog: Catalog
    groups: tr.Groups
    problems: tuple[Problem, ...]


def gather(articles: Iterable[Article], settings: Settings, showing: Showing) -> Gathered:
    """The catalog of a site's articles; the result does not depend on the order they come in."""
    groups, problems = tr.translations(articles, [one.tag for one in settings.languages])
    lists = listings(groups)
    identities = identify(_claims(lists, groups))
    presents = dict(_presents(identities, groups))
    stated = _stated(groups)
    facts = known_facts(identities, stated)
    hidden = _hidden(groups, lists, showing)
    known = Known(presents, stated, facts, hidden, showing.today)
    roundups = {one.key: found for one in lists if (found := made(one, known))}
    keys = _keys(identities)
    named = mentions(groups, presents, keys, hidden)
    papers = presented(identities, groups, roundups, known, named)
    shown = [one for group in groups.values() for one in group if one.path not in hidden]
    catalog = Catalog(
        roundups=roundups,
        papers=papers,
        topics=topics(papers, roundups, settings, labels(shown)),
        authors=_authors(papers, groups, settings),
        series=series(roundups),
        words={key: one for key, one in groups.items() if one[0].place.kind not in _TOGETHER},
        agreement=_agreement(roundups, papers),
        keys=keys,
        presents=presents,
        articles={one.path: one for group in groups.values() for one in group},
        hidden=hidden,
    )
    return Gathered(catalog, groups, (*problems, *identities.problems))


def _claims(lists: Sequence[Listing], groups: tr.Groups) -> Iterator[Claim]:
    """What every original and shared paper claims; shared papers come before all entries."""
    originals = {one.path: group[0].path for group in groups.values() for one in group}
    for one in lists:
        entries = [group[0] for group in one.entries]
        written = {article.path: entry_fields(article).paper for article in entries}
        when = (one.period.first.isoformat(), one.dated.isoformat(), one.key)
        for number, placed in enumerate(in_places(one.fields[0], entries, written)):
            order = (*when, number, placed.article.path)
            yield claim_of(placed.article, order, originals)
    for group in groups.values():
        if group[0].place.kind == "paper":
            yield claim_of(group[0], ("", "", "", 0, group[0].path), originals)


def _stated(groups: tr.Groups) -> dict[str, Facts]:
    """What every original and shared paper says itself of its work, by path."""
    works = (group[0] for group in groups.values() if group[0].place.kind in ("entry", "paper"))
    return {one.path: facts_of(work_fields(one)) for one in works}


def _presents(identities: Identities, groups: tr.Groups) -> Iterator[tuple[str, str]]:
    """The paper behind every file that presents one, translations too."""
    versions = {group[0].path: group for group in groups.values()}
    for group in identities.groups:
        for claim in group.claims:
            for article in versions[claim.path]:
                yield article.path, group.key


def _hidden(groups: tr.Groups, lists: Sequence[Listing], showing: Showing) -> frozenset[str]:
    """The paths of the articles that are kept out: drafts, and all of a roundup before its date.

    A translated roundup that is kept out takes its entries' translations with it.
    """
    hidden = set()
    if not showing.drafts:
        for group in groups.values():
            hidden |= {one.path for one in group if group[0].fields.draft or one.fields.draft}
    for listing in lists:
        if not showing.future:
            hidden |= set(listing.waiting(showing.today))
        if listing.editions[0].path in hidden:
            hidden |= {one.path for one in listing.editions}
            hidden |= {one.path for group in listing.entries for one in group}
        silent = {one.language for one in listing.editions if one.path in hidden}
        translated = (one for group in listing.entries for one in group[1:])
        hidden |= {one.path for one in translated if one.language in silent}
    return frozenset(hidden)


def _keys(identities: Identities) -> dict[str, str]:
    """Every key and identifier that anybody wrote, and every key that a stem gave."""
    found: dict[str, str] = {}
    for group in identities.groups:
        for claim in group.claims:
            for token in claim.tokens:
                found.setdefault(token.removeprefix("key:"), group.key)
    return found | {group.key: group.key for group in identities.groups}


def _authors(
    papers: Mapping[str, Paper], groups: tr.Groups, settings: Settings
) -> dict[str, Author]:
    if not settings.pages.authors:
        return {}
    spellings = {
        group[0].place.stem: group[0].fields
        for group in groups.values()
        if isinstance(group[0].fields, PersonFields)
    }
    return authors(papers.values(), spellings, settings.pages.authors_min_papers)


def _agreement(
    roundups: Mapping[str, Roundup], papers: Mapping[str, Paper]
) -> dict[int, tuple[Scored, ...]]:
    """The agreement of every year, and under 0 that of all years."""

    def dated(key: str) -> str:
        day = papers[key].facts.date
        return str(day) if day else ""

    by_year: dict[int, list[Roundup]] = {0: list(roundups.values())}
    for roundup in roundups.values():
        by_year.setdefault(roundup.year, []).append(roundup)
    return {year: agreement(found, dated) for year, found in sorted(by_year.items())}
