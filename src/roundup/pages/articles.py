"""Standalone pages, the reading list, and the page for addresses that do not exist."""

from roundup.content.article import Article
from roundup.content.fields import WordsFields
from roundup.pages import addresses
from roundup.pages.bodies import article_body, cover_of
from roundup.pages.cards import shared_picture
from roundup.pages.heads import head, trail_home
from roundup.pages.notices import stale_article
from roundup.pages.scope import Scope
from roundup.pages.views import ArticleView, Head, PlainView, ReadingListView


def article_view(scope: Scope, article: Article, group: tuple[Article, ...]) -> ArticleView:
    """A standalone page; `group` are its translations with itself."""
    fields = article.fields
    assert isinstance(fields, WordsFields)
    place = article.place
    title = fields.title or place.stem.replace("-", " ").capitalize()
    image = cover_of(scope, article)
    shown = [one.language for one in group if one.path not in scope.catalog.hidden]
    return ArticleView(
        head=head(
            scope,
            lambda tag: addresses.article(scope.prefix(tag), place.folder, place.stem),
            shown,
            title,
            original=group[0].language,
            description=fields.description,
            trail=(trail_home(scope),),
            **shared_picture(image),
            source=article.path,
        ),
        title=title,
        body=article_body(scope, article),
        stale=stale_article(scope, article),
        picture=image,
        is_draft=fields.draft or group[0].fields.draft,
        extra=fields.extra,
    )


def reading_list_view(scope: Scope) -> ReadingListView:
    """The page on which the theme's script shows what a reader saved."""
    title = str(scope.site.words["reading_list"])
    return ReadingListView(
        head=head(
            scope,
            lambda tag: addresses.reading_list(scope.prefix(tag)),
            scope.tags,
            title,
            trail=(trail_home(scope),),
        ),
        title=title,
        citations=scope.settings.pages.citations,
    )


def not_found_view(scope: Scope) -> PlainView:
    """The page that servers show for an address that does not exist."""
    title = str(scope.site.words["not_found"])
    return PlainView(
        head=Head(address="/404.html", title=title, language=scope.language), title=title
    )
