"""The pages of topics: their words, roundups and papers."""

from collections.abc import Iterator

from roundup.catalog.catalog import Topic
from roundup.pages import addresses
from roundup.pages.bodies import article_body, cover_of, description_of
from roundup.pages.cards import shared_picture
from roundup.pages.facts import paper_card, roundup_card
from roundup.pages.heads import head, trail_home
from roundup.pages.lists import list_link
from roundup.pages.notices import stale_article
from roundup.pages.numbered import numbered, numbered_in, pages_of
from roundup.pages.scope import Scope
from roundup.pages.views import TopicView


def topic_views(scope: Scope, topic: Topic) -> Iterator[TopicView]:
    """A topic's pages."""
    words = scope.own_words("tags", topic.slug)
    title = scope.topic_title(topic.slug)
    keys = [key for key in topic.papers if key in scope.paper_keys]
    roundups = [one for one in scope.own_roundups if one.key in topic.roundups]
    spoken = scope.topic_languages[topic.slug]
    prefix = scope.prefix(scope.language)
    folder = addresses.kind(prefix, "tags", topic.slug)
    for number, count, rows in pages_of(keys, scope.settings.pages.page_size):
        first = number == 1
        yield TopicView(
            head=head(
                scope,
                numbered_in(scope, "tags", topic.slug, number),
                spoken if first else [scope.language],
                title if first else f"{title} {number}",
                description=description_of(words),
                feeds=folder if first else "",
                exports=folder if first and topic.papers else "",
                trail=(trail_home(scope), list_link(scope, "tags", "topics")),
                **shared_picture(cover_of(scope, words)),
                source=words.path if words else "",
            ),
            title=title,
            slug=topic.slug,
            body=article_body(scope, words) if first else None,
            stale=stale_article(scope, words) if first else None,
            roundups=tuple(roundup_card(scope, one) for one in roundups) if first else (),
            papers=tuple(paper_card(scope, scope.catalog.papers[key]) for key in rows),
            total=len(keys),
            page=number,
            pages=count,
            previous=numbered(scope, "tags", topic.slug, number - 1, count),
            next=numbered(scope, "tags", topic.slug, number + 1, count),
        )
