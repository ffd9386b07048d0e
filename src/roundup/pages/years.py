"""The pages of years: their roundups and what they agree on."""

from roundup.catalog.catalog import Scored
from roundup.pages import addresses
from roundup.pages.bodies import article_body, cover_of, description_of
from roundup.pages.facts import appearance_link, paper_card, roundup_card
from roundup.pages.heads import head, trail_home
from roundup.pages.scope import Scope
from roundup.pages.views import AgreementRow, NamedLink, PaperCard, YearView

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
            trail=(trail_home(scope),),
            image=cover_of(scope, words),
            source=words.path if words else "",
        ),
        title=title,
        year=year,
        body=article_body(scope, words),
        roundups=tuple(roundup_card(scope, r) for r in scope.own_roundups if r.year == year),
        others=tuple(roundup_card(scope, r) for r in scope.other_roundups if r.year == year),
        agreement=tuple(_row(scope, one) for one in scope.catalog.agreement[year][:AGREED]),
        previous=_year_link(scope, earlier),
        next=_year_link(scope, later),
    )


def _year_link(scope: Scope, year: int | None) -> NamedLink | None:
    if year is None:
        return None
    return NamedLink(text=str(year), address=addresses.year(scope.prefix(scope.language), year))


def _row(scope: Scope, scored: Scored) -> AgreementRow:
    paper = scope.catalog.papers[scored.paper]
    card: PaperCard = paper_card(scope, paper)
    lists = {roundup for roundup, _ in scored.votes}
    entries = [entry for entry in scope.entries_of(paper) if entry.roundup in lists]
    return AgreementRow(
        title=card.title,
        address=card.address,
        score=f"{scored.score:.4f}",
        lists=len(scored.votes),
        picks=tuple(appearance_link(scope, entry) for entry in entries),
    )
