"""The pages of people: their words and papers."""

from roundup.catalog.catalog import Author
from roundup.pages import addresses
from roundup.pages.bodies import article_body, description_of
from roundup.pages.facts import paper_card
from roundup.pages.heads import head, trail_home
from roundup.pages.lists import list_link
from roundup.pages.scope import Scope
from roundup.pages.views import AuthorView


def author_view(scope: Scope, author: Author) -> AuthorView:
    """A person's page."""
    words = scope.own_words("authors", author.slug)
    shown = {paper.key: paper for paper in scope.papers}
    cards = [paper_card(scope, shown[key]) for key in author.papers if key in shown]
    cards.sort(key=lambda card: (-card.year, card.title))
    return AuthorView(
        head=head(
            scope,
            lambda tag: addresses.kind(scope.prefix(tag), "authors", author.slug),
            scope.author_languages[author.slug],
            author.person.name,
            description=description_of(words),
            trail=(trail_home(scope), list_link(scope, "authors", "authors")),
            source=words.path if words else "",
        ),
        person=author.person,
        body=article_body(scope, words),
        papers=tuple(cards),
    )
