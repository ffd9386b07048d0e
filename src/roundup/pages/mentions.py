"""Who mentions a paper: links to the articles that name it in their words."""

from collections.abc import Iterator

from roundup.catalog.catalog import Mention, Paper
from roundup.content.article import Article
from roundup.pages.bodies import article_address
from roundup.pages.scope import Scope
from roundup.pages.views import NamedLink


def mention_links(scope: Scope, paper: Paper) -> Iterator[NamedLink]:
    """The articles that name it, each once: in this language where they exist in it, else the original."""
    places: dict[tuple[str, str], list[Mention]] = {}
    for mention in paper.mentions:
        place = scope.catalog.articles[mention.path].place
        places.setdefault((place.folder, place.stem), []).append(mention)
    for found in places.values():
        mention = min(found, key=lambda one: _nearness(scope, one))
        if address := article_address(scope, mention.path):
            name, detail = _named(scope, mention)
            language = scope.foreign(mention.language)
            yield NamedLink(text=name, address=address, language=language, detail=detail)


def _nearness(scope: Scope, mention: Mention) -> tuple[bool, bool, str]:
    tag = scope.catalog.articles[mention.path].place.tag
    return mention.language != scope.language, bool(tag), mention.path


def _named(scope: Scope, mention: Mention) -> tuple[str, str]:
    """What an article is called, and the roundup that it belongs to."""
    article = scope.catalog.articles[mention.path]
    roundup = scope.catalog.roundups.get(mention.roundup)
    title = roundup.in_language(mention.language).title if roundup else _title(scope, article)
    naming = scope.catalog.papers.get(mention.paper)
    if naming is None:
        return title, ""
    return naming.facts.short or naming.facts.title or naming.key, title if roundup else ""


def _title(scope: Scope, article: Article) -> str:
    place = article.place
    names = {"home": scope.site.title, "year": place.folder}
    plain = place.stem.replace("-", " ").capitalize()
    return article.fields.title or names.get(place.kind, plain)
