"""The pages of roundups: every entry in order, with what ties it to other lists, years and languages."""

from collections.abc import Collection, Iterable
from itertools import groupby

from roundup.catalog.catalog import Edition, Entry, Roundup, Words
from roundup.content.words import topic_slug
from roundup.model import Origin
from roundup.pages import addresses
from roundup.pages.bodies import body, picture, words_body, words_picture
from roundup.pages.facts import (
    appearance_links,
    facts_view,
    name_of,
    topic_links,
    translation_links,
)
from roundup.pages.heads import head, trail_home
from roundup.pages.scope import Scope
from roundup.pages.views import (
    EntryView,
    NamedLink,
    PartView,
    RoundupView,
    SectionView,
    SourceView,
)


def roundup_view(scope: Scope, roundup: Roundup) -> RoundupView:
    """A roundup's page in this scope's language, which it must speak."""
    edition = roundup.in_language(scope.language)
    fields = edition.fields
    original = roundup.original
    entries = tuple(entry_view(scope, roundup, entry) for entry in roundup.shown)
    address = scope.roundup_address(roundup)
    year = NamedLink(text=str(roundup.year), address=_year_address(scope, roundup.year))
    cover = picture(scope, fields.image, edition.path, edition.language)
    previous, following = _neighbours(scope, roundup)
    return RoundupView(
        head=head(
            scope,
            lambda tag: scope.roundup_address(roundup, tag),
            [one.language for one in roundup.editions],
            edition.title,
            original=original.language,
            description=edition.description or fields.summary,
            canonical=fields.canonical,
            exports=address,
            trail=(trail_home(scope), year),
            image=cover.address if cover else "",
            kind="article",
            published=str(fields.date or ""),
            modified=str(fields.updated or ""),
            source=edition.path,
        ),
        title=edition.title,
        description=edition.description,
        key=roundup.key,
        year=roundup.year,
        year_address=year.address,
        period=roundup.period.text,
        ranked=roundup.ranked,
        countdown=roundup.countdown,
        size=roundup.size,
        parts=tuple(_parts(scope, roundup, edition, entries)),
        contents=tuple(
            NamedLink(text=name_of(entry), address=f"#{view.anchor}", detail=str(view.rank or ""))
            for view, entry in zip(entries, roundup.shown, strict=True)
        ),
        summary=fields.summary,
        highlights=fields.highlights,
        event=fields.event,
        date=str(fields.date or ""),
        updated=str(fields.updated or ""),
        curators=fields.curators,
        credits=fields.credits,
        translators=fields.translators,
        source=_source(fields.source),
        original_source=_source(original.fields.source) if original is not edition else None,
        also_at=fields.also_at,
        license=fields.license,
        topics=topic_links(scope, (topic_slug(tag) for tag in fields.tags if topic_slug(tag))),
        picture=cover,
        translations=tuple(
            NamedLink(
                text=one.title,
                address=scope.roundup_address(roundup, one.language),
                language=one.language,
            )
            for one in roundup.editions
            if one is not edition
        ),
        series=_series(scope, roundup),
        previous=previous,
        next=following,
        stale=edition.stale,
        untranslated=sum(bool(view.language) for view in entries),
        original=scope.roundup_address(roundup, original.language)
        if edition is not original
        else "",
        is_draft=edition.is_draft,
        is_future=edition.is_future,
        extra=fields.extra,
    )


def entry_view(scope: Scope, roundup: Roundup, entry: Entry) -> EntryView:
    """An entry as it stands on its roundup's page in this scope's language."""
    words = entry.in_language(scope.language)
    here = {one.paper for one in roundup.entries}
    facts = words.facts or entry.facts
    paper = scope.catalog.papers[entry.paper]
    others = [one for one in scope.entries_of(paper) if one.roundup != roundup.key]
    abstract, abstract_language = abstract_of(entry, words, scope.language)
    placed = [one.stem for one in roundup.shown]
    return EntryView(
        key=entry.paper,
        anchor=scope.anchors(roundup)[entry.stem],
        place=placed.index(entry.stem) + 1,
        rank=entry.rank or 0,
        unplaced=entry.unplaced,
        heading=words.heading or facts.title,
        facts=facts_view(scope, facts),
        paper=scope.paper_address(entry.paper),
        language=_foreign(scope, words.language),
        body=words_body(scope, words, here - {entry.paper}),
        summary=words.summary,
        highlights=words.highlights,
        abstract=abstract,
        abstract_language=_foreign(scope, abstract_language),
        picture=words_picture(scope, words, entry.original),
        elsewhere=appearance_links(scope, others),
        translations=translation_links(scope, entry, words.language),
        stale=words.stale,
        original=scope.entry_address(entry, entry.original.language) if words.stale else "",
        is_draft=words.is_draft,
        extra=entry.extra,
    )


def abstract_of(entry: Entry, words: Words, language: str) -> tuple[str, str]:
    """The abstract in the words' language, else the original's, else the paper's; and its language."""
    if words.abstract:
        return words.abstract, words.language
    if entry.original.abstract:
        return entry.original.abstract, entry.original.language
    return entry.facts.abstract, entry.original.language if entry.facts.abstract else language


def _foreign(scope: Scope, language: str) -> str:
    return language if language != scope.language else ""


def _year_address(scope: Scope, year: int) -> str:
    return addresses.year(scope.prefix(scope.language), year)


def _source(origin: Origin | None) -> SourceView | None:
    if origin is None:
        return None
    via = tuple(found for one in origin.via if (found := _source(one)))
    return SourceView(
        title=origin.title,
        url=origin.url,
        publisher=origin.publisher,
        date=str(origin.date or ""),
        via=via,
    )


def _parts(
    scope: Scope, roundup: Roundup, edition: Edition, entries: tuple[EntryView, ...]
) -> Iterable[PartView]:
    """Words and entries as the index places them; entries it does not place follow its words."""
    sections = {view.anchor: entry.section for view, entry in _pairs(entries, roundup)}
    named = {part.section for part in edition.parts if part.kind == "papers" and part.section}
    rest = tuple(view for view in entries if sections[view.anchor] not in named)
    shown = False
    for part in edition.parts:
        if part.html:
            here = {entry.paper for entry in roundup.entries}
            yield PartView(body=body(scope, part, edition.path, edition.language, here))
        elif part.kind == "papers" and part.section:
            own = tuple(view for view in entries if sections[view.anchor] == part.section)
            yield PartView(sections=(SectionView(name=part.section, entries=own),))
        elif part.kind == "papers" and not shown:
            shown = True
            yield PartView(sections=_sections(rest, sections))
    if rest and not shown:
        yield PartView(sections=_sections(rest, sections))


def _pairs(entries: tuple[EntryView, ...], roundup: Roundup) -> Iterable[tuple[EntryView, Entry]]:
    return zip(entries, roundup.shown, strict=True)


def _sections(entries: tuple[EntryView, ...], names: dict[str, str]) -> tuple[SectionView, ...]:
    """Entries in order under their sections; a section stands where its first entry does."""
    order = list(dict.fromkeys(names[view.anchor] for view in entries))
    grouped = sorted(entries, key=lambda view: order.index(names[view.anchor]))
    return tuple(
        SectionView(name=name, entries=tuple(found))
        for name, found in groupby(grouped, key=lambda view: names[view.anchor])
    )


def _series(scope: Scope, roundup: Roundup) -> NamedLink | None:
    if not roundup.series:
        return None
    found = scope.catalog.series[topic_slug(roundup.series)]
    address = addresses.kind(scope.prefix(scope.language), "series", found.slug)
    return NamedLink(text=found.name, address=address)


def _neighbours(scope: Scope, roundup: Roundup) -> tuple[NamedLink | None, NamedLink | None]:
    """The edition of the series before this one and the one after it."""
    if not roundup.series:
        return None, None
    keys: Collection[str] = scope.catalog.series[topic_slug(roundup.series)].roundups
    order = [scope.catalog.roundups[key] for key in reversed(list(keys))]
    place = order.index(roundup)
    before = order[place - 1] if place else None
    after = order[place + 1] if place + 1 < len(order) else None
    return _link_to(scope, before), _link_to(scope, after)


def _link_to(scope: Scope, roundup: Roundup | None) -> NamedLink | None:
    if roundup is None:
        return None
    edition = roundup.in_language(scope.language)
    return NamedLink(
        text=edition.title,
        address=scope.roundup_address(roundup),
        language=_foreign(scope, edition.language),
        detail=str(roundup.year),
    )
