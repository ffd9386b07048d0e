"""The pages of people: their words and papers."""

import msgspec

from roundup.catalog.catalog import Author
from roundup.content.article import Article
from roundup.content.fields import PersonFields
from roundup.model import Person
from roundup.pages import addresses
from roundup.pages.bodies import article_body, cover_of, description_of
from roundup.pages.cards import shared_picture
from roundup.pages.facts import paper_card
from roundup.pages.heads import head, trail_home
from roundup.pages.lists import list_link
from roundup.pages.notices import stale_article
from roundup.pages.scope import Scope
from roundup.pages.views import AuthorView


def author_view(scope: Scope, author: Author) -> AuthorView:
    """A person's page."""
    words = scope.own_words("authors", author.slug)
    person = person_of(author, words)
    papers = scope.catalog.papers
    cards = [paper_card(scope, papers[key]) for key in author.papers if key in scope.paper_keys]
    cards.sort(key=lambda card: (-card.year, card.title))
    return AuthorView(
        head=head(
            scope,
            lambda tag: addresses.kind(scope.prefix(tag), "authors", author.slug),
            scope.author_languages[author.slug],
            person.name,
            description=description_of(words),
            trail=(trail_home(scope), list_link(scope, "authors", "authors")),
            **shared_picture(cover_of(scope, words)),
            source=words.path if words else "",
        ),
        person=person,
        body=article_body(scope, words),
        stale=stale_article(scope, words),
        papers=tuple(cards),
    )


def person_of(author: Author, words: Article | None) -> Person:
    """Who a person's page is about: as papers name them, and as their own article completes it."""
    fields = words.fields if words else None
    if not isinstance(fields, PersonFields):
        return author.person
    return msgspec.structs.replace(
        author.person,
        name=fields.title or author.person.name,
        orcid=fields.orcid or author.person.orcid,
        url=fields.url or author.person.url,
    )
