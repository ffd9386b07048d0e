"""The pages of series: editions, newest first, each against the one before it."""

from roundup.catalog.catalog import Roundup, Series
from roundup.pages import addresses
from roundup.pages.facts import name_of, roundup_card
from roundup.pages.heads import head, trail_home
from roundup.pages.lists import list_link
from roundup.pages.scope import Scope
from roundup.pages.views import EditionView, NamedLink, SeriesView


def series_view(scope: Scope, series: Series) -> SeriesView:
    """The editions of a series, newest first, each against the one before it."""
    prefix = scope.prefix(scope.language)
    folder = addresses.kind(prefix, "series", series.slug)
    editions = [scope.catalog.roundups[key] for key in series.roundups]
    older: list[Roundup | None] = [*editions[1:], None]
    return SeriesView(
        head=head(
            scope,
            lambda tag: addresses.kind(scope.prefix(tag), "series", series.slug),
            scope.series_languages[series.slug],
            series.name,
            feeds=folder,
            exports=folder,
            trail=(trail_home(scope), list_link(scope, "series", "series")),
        ),
        title=series.name,
        slug=series.slug,
        editions=tuple(
            _edition(scope, one, before) for one, before in zip(editions, older, strict=True)
        ),
    )


def _edition(scope: Scope, roundup: Roundup, before: Roundup | None) -> EditionView:
    known = {entry.paper for entry in before.entries} if before else set()
    links = dict.fromkeys(
        (entry.paper, NamedLink(text=name_of(entry), address=scope.paper_address(entry.paper)))
        for entry in roundup.shown
    )
    return EditionView(
        roundup=roundup_card(scope, roundup),
        returned=tuple(link for paper, link in links if paper in known),
        new=tuple(link for paper, link in links if before and paper not in known),
    )
