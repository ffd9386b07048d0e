"""The pages that list others: home, years, topics, people, series."""

from collections.abc import Iterable, Iterator

from roundup.catalog.catalog import Author, Roundup, Scored, Series, Topic
from roundup.content.article import Article
from roundup.pages import addresses
from roundup.pages.bodies import article_body
from roundup.pages.facts import (
    appearance_link,
    name_of,
    paper_card,
    roundup_card,
    topic_links,
)
from roundup.pages.heads import head, trail_home
from roundup.pages.papers import numbered, numbered_in, pages_of
from roundup.pages.scope import Scope
from roundup.pages.views import (
    AgreementRow,
    AuthorView,
    EditionView,
    HomeView,
    ListView,
    NamedLink,
    PaperCard,
    SeriesView,
    TopicView,
    YearLink,
    YearView,
)

NEWEST, PICKED, POPULAR_TOPICS, AGREED = 12, 12, 30, 50


def home_view(scope: Scope) -> HomeView:
    """The home page of this scope's language."""
    words = scope.own_words("", "index")
    picked = [one for one in scope.papers if len({r for r, _ in one.entries}) > 1]
    picked.sort(key=lambda paper: (-len({r for r, _ in paper.entries}), paper.key))
    home = addresses.home(scope.prefix(scope.language))
    by_size = sorted(
        (
            t
            for t in scope.catalog.topics.values()
            if scope.language in scope.topic_languages[t.slug]
        ),
        key=lambda topic: (-len(topic.papers), topic.slug),
    )
    return HomeView(
        head=head(
            scope,
            lambda tag: addresses.home(scope.prefix(tag)),
            scope.tags,
            (words.fields.title if words else "") or scope.site.title,
            description=scope.site.description,
            exports=home if scope.papers else "",
            source=words.path if words else "",
        ),
        title=(words.fields.title if words else "") or scope.site.title,
        body=article_body(scope, words),
        roundups=tuple(roundup_card(scope, one) for one in scope.own_roundups[:NEWEST]),
        others=tuple(roundup_card(scope, one) for one in scope.other_roundups[:NEWEST]),
        years=tuple(_year_links(scope)),
        picked=tuple(paper_card(scope, one) for one in picked[:PICKED]),
        topics=topic_links(scope, (topic.slug for topic in by_size[:POPULAR_TOPICS])),
        papers=len(scope.papers),
    )


def year_languages(scope: Scope, year: int) -> set[str]:
    """The languages in which a year has a page: those of its roundups' editions."""
    found = {one.language for one in scope.words_of(str(year), "index")}
    for roundup in scope.roundups:
        if roundup.year == year:
            found |= {edition.language for edition in roundup.editions}
    return found


def year_view(scope: Scope, year: int) -> YearView:
    """A year's page: its roundups and what they agree on."""
    words = scope.own_words(str(year), "index")
    years = [y for y in scope.catalog.years if scope.language in year_languages(scope, y)]
    earlier = next((y for y in years if y < year), None)
    later = next((y for y in reversed(years) if y > year), None)
    title = (words.fields.title if words else "") or str(year)
    folder = addresses.year(scope.prefix(scope.language), year)
    return YearView(
        head=head(
            scope,
            lambda tag: addresses.year(scope.prefix(tag), year),
            sorted(year_languages(scope, year)),
            title,
            description=_description(words),
            feeds=folder,
            exports=folder,
            trail=(trail_home(scope),),
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


def topic_views(scope: Scope, topic: Topic) -> Iterator[TopicView]:
    """A topic's pages."""
    words = scope.own_words("tags", topic.slug)
    title = scope.topic_title(topic.slug)
    shown = {paper.key for paper in scope.papers}
    keys = [key for key in topic.papers if key in shown]
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
                sorted(spoken) if first else [scope.language],
                title if first else f"{title} {number}",
                description=_description(words),
                feeds=folder if first else "",
                exports=folder if first else "",
                trail=(trail_home(scope), _list_link(scope, "tags", "topics")),
                source=words.path if words else "",
            ),
            title=title,
            slug=topic.slug,
            body=article_body(scope, words) if first else None,
            roundups=tuple(roundup_card(scope, one) for one in roundups) if first else (),
            papers=tuple(paper_card(scope, scope.catalog.papers[key]) for key in rows),
            total=len(keys),
            page=number,
            pages=count,
            previous=numbered(scope, "tags", topic.slug, number - 1, count),
            next=numbered(scope, "tags", topic.slug, number + 1, count),
        )


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
            author_languages(scope, author),
            author.person.name,
            description=_description(words),
            trail=(trail_home(scope), _list_link(scope, "authors", "authors")),
            source=words.path if words else "",
        ),
        person=author.person,
        body=article_body(scope, words),
        papers=tuple(cards),
    )


def author_languages(scope: Scope, author: Author) -> list[str]:
    """The languages in which a person has a page: those of their papers, and of words about them."""
    spoken = {tag for key in author.papers for tag in scope.paper_languages[key]}
    spoken |= {one.language for one in scope.words_of("authors", author.slug)}
    return [tag for tag in scope.tags if tag in spoken]


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
            series_languages(scope, series),
            series.name,
            feeds=folder,
            exports=folder,
            trail=(trail_home(scope), _list_link(scope, "series", "series")),
        ),
        title=series.name,
        slug=series.slug,
        editions=tuple(
            _edition(scope, one, before) for one, before in zip(editions, older, strict=True)
        ),
    )


def series_languages(scope: Scope, series: Series) -> list[str]:
    """The languages in which a series has a page: those of its editions."""
    spoken = {e.language for key in series.roundups for e in scope.catalog.roundups[key].editions}
    return [tag for tag in scope.tags if tag in spoken]


def list_views(scope: Scope) -> Iterator[ListView]:
    """The lists of all topics, people and series that this language has."""
    topics = [
        t for t in scope.catalog.topics.values() if scope.language in scope.topic_languages[t.slug]
    ]
    people = [
        a for a in scope.catalog.authors.values() if scope.language in author_languages(scope, a)
    ]
    series = [
        s for s in scope.catalog.series.values() if scope.language in series_languages(scope, s)
    ]
    shown = {paper.key for paper in scope.papers}
    if topics and scope.settings.pages.tags:
        found = [(scope.topic_title(t.slug), t.slug, len(shown & {*t.papers})) for t in topics]
        yield from _lists(scope, "tags", "topics", found)
    if people:
        found = [(a.person.name, a.slug, len(shown & {*a.papers})) for a in people]
        yield from _lists(scope, "authors", "authors", found)
    if series:
        found = [(s.name, s.slug, len(s.roundups)) for s in series]
        yield from _lists(scope, "series", "series", found)


def _lists(
    scope: Scope, folder: str, word: str, found: list[tuple[str, str, int]]
) -> Iterator[ListView]:
    prefix = scope.prefix(scope.language)
    title = str(scope.site.words[word])
    found.sort(key=lambda item: (item[0].casefold(), item[1]))
    for number, count, rows in pages_of(found, scope.settings.pages.page_size):
        first = number == 1
        yield ListView(
            head=head(
                scope,
                numbered_in(scope, folder, "", number),
                _list_languages(scope, folder) if first else [scope.language],
                title if first else f"{title} {number}",
                trail=(trail_home(scope),),
            ),
            title=title,
            kind=word,
            items=tuple(
                NamedLink(
                    text=text, address=addresses.kind(prefix, folder, slug), detail=str(number_of)
                )
                for text, slug, number_of in rows
            ),
            page=number,
            pages=count,
            previous=numbered(scope, folder, "", number - 1, count),
            next=numbered(scope, folder, "", number + 1, count),
        )


def _list_languages(scope: Scope, folder: str) -> list[str]:
    spoken: set[str] = set()
    if folder == "tags":
        spoken = {tag for found in scope.topic_languages.values() for tag in found}
    elif folder == "authors":
        spoken = {t for a in scope.catalog.authors.values() for t in author_languages(scope, a)}
    else:
        spoken = {t for s in scope.catalog.series.values() for t in series_languages(scope, s)}
    return [tag for tag in scope.tags if tag in spoken]


def _edition(scope: Scope, roundup: Roundup, before: Roundup | None) -> EditionView:
    known = {entry.paper for entry in before.entries} if before else set()
    links = [
        (entry.paper, NamedLink(text=name_of(entry), address=scope.paper_address(entry.paper)))
        for entry in roundup.shown
    ]
    return EditionView(
        roundup=roundup_card(scope, roundup),
        returned=tuple(link for paper, link in links if paper in known),
        new=tuple(link for paper, link in links if before and paper not in known),
    )


def _year_links(scope: Scope) -> Iterable[YearLink]:
    for year in scope.catalog.years:
        if scope.language in year_languages(scope, year):
            found = [one for one in scope.roundups if one.year == year]
            papers = {entry.paper for one in found for entry in one.entries}
            address = addresses.year(scope.prefix(scope.language), year)
            yield YearLink(year=year, address=address, roundups=len(found), papers=len(papers))


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


def _list_link(scope: Scope, folder: str, word: str) -> NamedLink:
    address = addresses.kind(scope.prefix(scope.language), folder)
    return NamedLink(text=str(scope.site.words[word]), address=address)


def _description(words: Article | None) -> str:
    return getattr(words.fields, "description", "") if words else ""
