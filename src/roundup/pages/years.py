"""The pages of years: their roundups and what they agree on."""

from functools import partial

from roundup.pages import addresses
from roundup.pages.agreement import agreement_link, agreement_rows
from roundup.pages.bodies import article_body, cover_of, description_of
from roundup.pages.cards import card_of_year, share_image
from roundup.pages.charts import year_matrix
from roundup.pages.facts import roundup_card
from roundup.pages.heads import head, trail_home
from roundup.pages.notices import stale_article
from roundup.pages.scope import Scope
from roundup.pages.views import NamedLink, YearView

AGREED = 50


def year_view(scope: Scope, year: int) -> YearView:
    """A year's page: its roundups and what they agree on."""
    words = scope.own_words(str(year), "index")
    years = scope.own_years
    earlier = next((y for y in years if y < year), None)
    later = next((y for y in reversed(years) if y > year), None)
    title = (words.fields.title if words else "") or str(year)
    folder = addresses.year(scope.prefix(scope.language), year)
    return YearView(
        head=head(
            scope,
            lambda tag: addresses.year(scope.prefix(tag), year),
            scope.year_languages[year],
            title,
            description=description_of(words),
            feeds=folder,
            exports=folder,
            cited=agreement_link(scope),
            trail=(trail_home(scope),),
            **share_image(
                scope, folder, cover_of(scope, words), partial(card_of_year, scope, year, title)
            ),
            source=words.path if words else "",
        ),
        title=title,
        year=year,
        body=article_body(scope, words),
        stale=stale_article(scope, words),
        roundups=tuple(roundup_card(scope, r) for r in scope.own_roundups if r.year == year),
        others=tuple(roundup_card(scope, r) for r in scope.other_roundups if r.year == year),
        agreement=agreement_rows(scope, year, AGREED),
        matrix=year_matrix(scope, year),
        previous=_year_link(scope, earlier),
        next=_year_link(scope, later),
    )


def _year_link(scope: Scope, year: int | None) -> NamedLink | None:
    if year is None:
        return None
    return NamedLink(text=str(year), address=addresses.year(scope.prefix(scope.language), year))
