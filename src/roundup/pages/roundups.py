"""The pages of roundups: every entry in order, with what ties it to other lists, years and languages."""

from collections.abc import Iterator
from functools import partial

from roundup.catalog.catalog import Edition, Roundup
from roundup.content.words import topic_slug
from roundup.model import Origin
from roundup.pages import addresses
from roundup.pages.bodies import picture
from roundup.pages.cards import card_of_roundup, share_image
from roundup.pages.entries import entry_view
from roundup.pages.facts import edition_topics, name_of
from roundup.pages.heads import head, list_citation_link, trail_home, twin_address
from roundup.pages.notices import stale_edition, untranslated
from roundup.pages.parts import parts
from roundup.pages.scope import Scope
from roundup.pages.views import (
    CreditsView,
    Head,
    NamedLink,
    PictureView,
    RoundupView,
    SeriesLinks,
    SourceView,
)


def roundup_view(scope: Scope, roundup: Roundup) -> RoundupView:
    """A roundup's page in this scope's language, which it must speak."""
    edition = roundup.in_language(scope.language)
    fields = edition.fields
    entries = tuple(entry_view(scope, roundup, entry) for entry in roundup.shown)
    cover = picture(scope, fields.image, edition.path, edition.language)
    return RoundupView(
        head=_head(scope, roundup, edition, cover),
        title=edition.title,
        description=edition.description,
        key=roundup.key,
        year=roundup.year,
        year_address=_year_address(scope, roundup.year),
        period=roundup.period.text,
        ranked=roundup.ranked,
        countdown=roundup.countdown,
        size=roundup.size,
        parts=tuple(parts(scope, roundup, edition, entries)),
        contents=tuple(
            NamedLink(text=name_of(entry), address=f"#{view.anchor}", detail=str(view.rank or ""))
            for view, entry in zip(entries, roundup.shown, strict=True)
        ),
        summary=fields.summary,
        highlights=fields.highlights,
        event=fields.event,
        credits=_credits(roundup, edition),
        topics=edition_topics(scope, edition),
        picture=cover,
        translations=tuple(_translations(scope, roundup, edition)),
        series=_series(scope, roundup),
        stale=stale_edition(scope, roundup, edition),
        partial=untranslated(scope, roundup, edition),
        original=_original_address(scope, roundup, edition),
        is_draft=edition.is_draft,
        is_future=edition.is_future,
        extra=fields.extra,
    )


def _head(scope: Scope, roundup: Roundup, edition: Edition, cover: PictureView | None) -> Head:
    fields = edition.fields
    year = NamedLink(text=str(roundup.year), address=_year_address(scope, roundup.year))
    return head(
        scope,
        lambda tag: scope.roundup_address(roundup, tag),
        [one.language for one in roundup.editions],
        edition.title,
        original=roundup.original.language,
        description=edition.description or fields.summary,
        canonical=fields.canonical,
        exports=scope.roundup_address(roundup) if roundup.entries else "",
        cited=list_citation_link(scope, scope.roundup_address(roundup)),
        trail=(trail_home(scope), year),
        **share_image(
            scope, scope.roundup_address(roundup), cover, partial(card_of_roundup, scope, roundup)
        ),
        kind="article",
        published=str(fields.date or ""),
        modified=str(fields.updated or ""),
        source=edition.path,
        markdown=twin_address(scope, scope.roundup_address(roundup)),
    )


def _credits(roundup: Roundup, edition: Edition) -> CreditsView:
    fields, original = edition.fields, roundup.original
    return CreditsView(
        curators=fields.curators,
        others=fields.credits,
        translators=fields.translators,
        source=_source(fields.source),
        original_source=_source(original.fields.source) if original is not edition else None,
        also_at=fields.also_at,
        license=fields.license,
        date=str(fields.date or ""),
        updated=str(fields.updated or ""),
    )


def _translations(scope: Scope, roundup: Roundup, edition: Edition) -> Iterator[NamedLink]:
    for one in roundup.editions:
        if one is not edition:
            address = scope.roundup_address(roundup, one.language)
            yield NamedLink(text=one.title, address=address, language=one.language)


def _original_address(scope: Scope, roundup: Roundup, edition: Edition) -> str:
    """Where a translation's original is; empty on the original's own page."""
    original = roundup.original
    return "" if edition is original else scope.roundup_address(roundup, original.language)


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


def _series(scope: Scope, roundup: Roundup) -> SeriesLinks | None:
    """The roundup's series, with the edition before this one and the one after it."""
    if not roundup.series:
        return None
    found = scope.catalog.series[topic_slug(roundup.series)]
    order = [scope.catalog.roundups[key] for key in reversed(found.roundups)]
    place = order.index(roundup)
    address = addresses.kind(scope.prefix(scope.language), "series", found.slug)
    return SeriesLinks(
        series=NamedLink(text=found.name, address=address),
        previous=_link_to(scope, order[place - 1]) if place else None,
        next=_link_to(scope, order[place + 1]) if place + 1 < len(order) else None,
    )


def _link_to(scope: Scope, roundup: Roundup) -> NamedLink:
    edition = roundup.in_language(scope.language)
    return NamedLink(
        text=edition.title,
        address=scope.roundup_address(roundup),
        language=scope.foreign(edition.language),
        detail=str(roundup.year),
    )
