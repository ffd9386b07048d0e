"""The home page: newest roundups, years, most picked papers."""

from collections.abc import Iterator

from roundup.pages import addresses
from roundup.pages.agreement import agreement_link
from roundup.pages.bodies import article_body, cover_of, description_of
from roundup.pages.cards import shared_picture
from roundup.pages.charts import home_matrix
from roundup.pages.facts import paper_card, roundup_card, topic_links
from roundup.pages.heads import head, with_outline
from roundup.pages.notices import stale_article
from roundup.pages.scope import Scope
from roundup.pages.views import HomeView, YearLink

NEWEST, PICKED, POPULAR_TOPICS = 12, 12, 30


def home_view(scope: Scope) -> HomeView:
    """The home page of this scope's language."""
    words = scope.own_words("", "index")
    picked = [one for one in scope.papers if len({r for r, _ in one.entries}) > 1]
    picked.sort(key=lambda paper: (-len({r for r, _ in paper.entries}), paper.key))
    home = addresses.home(scope.prefix(scope.language))
    by_size = sorted(scope.own_topics, key=lambda topic: (-len(topic.papers), topic.slug))
    return HomeView(
        head=with_outline(
            scope,
            head(
                scope,
                lambda tag: addresses.home(scope.prefix(tag)),
                scope.tags,
                (words.fields.title if words else "") or scope.site.title,
                description=description_of(words) or scope.site.description,
                exports=home if scope.papers else "",
                cited=agreement_link(scope),
                **shared_picture(cover_of(scope, words)),
                source=words.path if words else "",
            ),
        ),
        title=(words.fields.title if words else "") or scope.site.title,
        body=article_body(scope, words),
        stale=stale_article(scope, words),
        roundups=tuple(roundup_card(scope, one) for one in scope.own_roundups[:NEWEST]),
        others=tuple(roundup_card(scope, one) for one in scope.other_roundups[:NEWEST]),
        years=tuple(_year_links(scope)),
        picked=tuple(paper_card(scope, one) for one in picked[:PICKED]),
        topics=topic_links(scope, (topic.slug for topic in by_size[:POPULAR_TOPICS])),
        papers=len(scope.papers),
        matrix=home_matrix(scope),
    )


def _year_links(scope: Scope) -> Iterator[YearLink]:
    for year in scope.own_years:
        found = [one for one in scope.roundups if one.year == year]
        papers = {entry.paper for one in found for entry in one.entries}
        address = addresses.year(scope.prefix(scope.language), year)
        yield YearLink(year=year, address=address, roundups=len(found), papers=len(papers))
