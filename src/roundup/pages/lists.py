"""The lists of all topics, people and series."""

from collections.abc import Iterator, Mapping

from roundup.catalog.catalog import Author
from roundup.pages import addresses
from roundup.pages.charts import topics_by_year
from roundup.pages.heads import head, trail_home
from roundup.pages.numbered import numbered, numbered_in, pages_of
from roundup.pages.scope import Scope
from roundup.pages.views import ListView, NamedLink


def list_views(scope: Scope) -> Iterator[ListView]:
    """The lists that this language has, split into pages."""
    shown = scope.paper_keys
    topics = [
        (scope.topic_title(t.slug), t.slug, len(shown & {*t.papers})) for t in scope.own_topics
    ]
    people = [(person_name(scope, a), a.slug, len(shown & {*a.papers})) for a in scope.own_authors]
    series = [(s.name, s.slug, len(s.roundups)) for s in scope.own_series]
    yield from _lists(scope, "tags", "topics", topics)
    yield from _lists(scope, "authors", "authors", people)
    yield from _lists(scope, "series", "series", series)


def _lists(
    scope: Scope, folder: str, word: str, found: list[tuple[str, str, int]]
) -> Iterator[ListView]:
    if not found:
        return
    prefix = scope.prefix(scope.language)
    title = str(scope.site.words[word])
    found.sort(key=lambda item: (item[0].casefold(), item[1]))
    for number, count, rows in pages_of(found, scope.settings.pages.page_size):
        first = number == 1
        yield ListView(
            head=head(
                scope,
                numbered_in(scope, folder, "", number),
                _languages(scope, folder) if first else [scope.language],
                title if first else f"{title} {number}",
                trail=(trail_home(scope),),
            ),
            title=title,
            kind=word,
            items=tuple(
                NamedLink(
                    text=text,
                    address=addresses.kind(prefix, folder, slug),
                    detail=str(number_of or ""),
                )
                for text, slug, number_of in rows
            ),
            chart=topics_by_year(scope) if first and folder == "tags" else None,
            page=number,
            pages=count,
            previous=numbered(scope, folder, "", number - 1, count),
            next=numbered(scope, folder, "", number + 1, count),
        )


def _languages(scope: Scope, folder: str) -> frozenset[str]:
    """The languages that have a list: those of its members."""
    members: Mapping[str, Mapping[str, frozenset[str]]] = {
        "tags": scope.topic_languages,
        "authors": scope.author_languages,
        "series": scope.series_languages,
    }
    return frozenset().union(*members[folder].values())


def list_link(scope: Scope, folder: str, word: str) -> NamedLink:
    """The link from a member to its list."""
    address = addresses.kind(scope.prefix(scope.language), folder)
    return NamedLink(text=str(scope.site.words[word]), address=address)


def person_name(scope: Scope, author: Author) -> str:
    """A person's name: as their own article gives it, else as papers do."""
    words = scope.own_words("authors", author.slug)
    return (words.fields.title if words else "") or author.person.name
