"""What is searched of every page: papers, roundups and standalone pages, each in its language's index."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from roundup.catalog.catalog import Paper, Roundup
from roundup.pages.facts import edition_topics, topic_links, usual_name
from roundup.pages.scope import Scope
from roundup.pages.views import (
    AppearanceLink,
    ArticleView,
    Body,
    NamedLink,
    Page,
    PaperView,
    RoundupView,
    SearchRecord,
    Target,
    View,
)

PAPER, ROUNDUP, ARTICLE = "paper", "roundup", "page"
SHARED = 2000  # with more papers of other languages than these none of them are found


def records_of(page: Page) -> Iterator[SearchRecord]:
    """What is searched of a page, if anything is."""
    yield from _records(page.view)


@singledispatch
def _records(view: View) -> Iterator[SearchRecord]:
    return iter(())


@_records.register
def _paper(view: PaperView) -> Iterator[SearchRecord]:
    facts, venue = view.facts, view.facts.venue
    own = [one for one in view.appearances if not one.language]
    yield SearchRecord(
        address=view.head.address,
        language=view.head.language,
        kind=PAPER,
        title=view.heading or facts.title or view.key,
        year=facts.year or min((one.roundup.year for one in view.appearances), default=0),
        venue=usual_name(venue),
        topics=_texts(facts.topics),
        authors=_texts(facts.authors),
        names=_distinct(
            facts.title if view.heading else "",
            facts.short,
            venue.name if venue else "",
            *facts.former_titles,
            *_texts(facts.identifiers),
        ),
        picked=_distinct(*(_place(one.roundup) for one in view.appearances)),
        texts=_distinct(
            *(one.heading for one in own if one.heading != view.heading),
            *(text for one in own for text in (one.summary, *one.highlights)),
            "" if view.abstract_language else view.abstract,
        ),
        bodies=_plain((*view.note, *(body for one in own for body in one.body))),
    )


@_records.register
def _roundup(view: RoundupView) -> Iterator[SearchRecord]:
    source = view.credits.source or view.credits.original_source
    sections = [section for part in view.parts for section in part.sections]
    yield SearchRecord(
        address=view.head.address,
        language=view.head.language,
        kind=ROUNDUP,
        title=view.title,
        year=view.year,
        topics=_texts(view.topics),
        authors=tuple(one.name for one in view.credits.curators),
        names=_distinct(
            view.event,
            source.publisher if source else "",
            *(one.heading for section in sections for one in section.entries),
        ),
        texts=_distinct(view.summary or view.description, *view.highlights),
        bodies=_plain(part.body for part in view.parts),
    )


@_records.register
def _article(view: ArticleView) -> Iterator[SearchRecord]:
    yield SearchRecord(
        address=view.head.address,
        language=view.head.language,
        kind=ARTICLE,
        title=view.title,
        texts=_distinct(view.head.description),
        bodies=_plain((view.body,)),
    )


def is_shared(scope: Scope) -> bool:
    """Whether there are papers or roundups of other languages, and few enough to be found in this one."""
    papers = len(scope.catalog.papers) - len(scope.papers)
    return papers + len(scope.other_roundups) > 0 and papers <= SHARED


def foreign_records(scope: Scope) -> Iterator[SearchRecord]:
    """The papers and roundups without a page in this language, found by their facts alone."""
    if not is_shared(scope):
        return
    for key in sorted(scope.catalog.papers):
        if scope.language not in scope.paper_languages[key]:
            yield _foreign_paper(scope, scope.catalog.papers[key])
    for roundup in scope.other_roundups:
        yield _foreign_roundup(scope, roundup)


def _foreign_paper(scope: Scope, paper: Paper) -> SearchRecord:
    facts = paper.facts
    return SearchRecord(
        address=scope.paper_address(paper.key),
        language=scope.language,
        kind=PAPER,
        title=facts.title or paper.key,
        spoken=scope.paper_languages[paper.key][0],
        year=facts.year,
        venue=usual_name(facts.venue),
        topics=_texts(topic_links(scope, facts.tags)),
        authors=tuple(one.name for one in facts.authors),
        names=_distinct(facts.short, *facts.former_titles),
    )


def _foreign_roundup(scope: Scope, roundup: Roundup) -> SearchRecord:
    edition = roundup.original
    return SearchRecord(
        address=scope.roundup_address(roundup),
        language=scope.language,
        kind=ROUNDUP,
        title=edition.title,
        spoken=edition.language,
        year=roundup.year,
        topics=_texts(edition_topics(scope, edition)),
    )


def _texts(links: Iterable[NamedLink]) -> tuple[str, ...]:
    return tuple(link.text for link in links)


def _distinct(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys(texts) if text)


def _place(pick: AppearanceLink) -> str:
    return f"{pick.title} (#{pick.rank})" if pick.rank else pick.title


def _plain(bodies: Iterable[Body | None]) -> tuple[Body, ...]:
    """The bodies in the page's own language, of their references nothing but the text."""
    return tuple(
        Body(digest=body.digest, targets=tuple(Target(text=one.text) for one in body.targets))
        for body in bodies
        if body and not body.language
    )
