"""The pages of papers: one for each, with every appearance, and the list of all."""

from collections.abc import Iterator, Sequence
from functools import partial

from roundup.catalog.catalog import Entry, Paper, Words
from roundup.pages import addresses
from roundup.pages.agreement import agreement_rows
from roundup.pages.bodies import words_body, words_picture
from roundup.pages.cards import card_of_paper, share_image
from roundup.pages.charts import paper_path
from roundup.pages.charts.columns import in_time
from roundup.pages.citations import citation
from roundup.pages.entries import abstract_of
from roundup.pages.facts import (
    appearance_link,
    facts_view,
    first_words,
    own_heading,
    paper_card,
)
from roundup.pages.heads import head, trail_home, twin_address
from roundup.pages.mentions import mention_links
from roundup.pages.notices import stale_entry, stale_note
from roundup.pages.numbered import numbered, numbered_in, pages_of
from roundup.pages.once import once
from roundup.pages.scope import Scope
from roundup.pages.views import (
    Citation,
    NamedLink,
    PapersView,
    PaperView,
    TranslationView,
    WordsView,
)

AGREED = 10


def paper_view(scope: Scope, paper: Paper) -> PaperView:
    """A paper's page in this scope's language."""
    entries = scope.entries_of(paper)
    notes = [one for one in paper.notes if one.language == scope.language]
    first = first_words(scope, paper)
    abstract, language = _abstract(scope, paper, entries)
    image = words_picture(scope, first, first)
    heading = own_heading(scope, paper)
    return PaperView(
        head=head(
            scope,
            lambda tag: addresses.kind(scope.prefix(tag), "papers", paper.key),
            scope.paper_languages[paper.key],
            heading or paper.facts.title or paper.key,
            description=first.summary,
            exports=f"/papers/{paper.key}",
            markdown=twin_address(scope, scope.paper_address(paper.key)),
            trail=(trail_home(scope), _all_papers(scope)),
            **share_image(
                scope, scope.paper_address(paper.key), image, partial(card_of_paper, scope, paper)
            ),
            kind="article",
        ),
        key=paper.key,
        heading=heading,
        facts=facts_view(scope, paper.facts),
        note=tuple(found for one in notes for found in words_body(scope, one, 1)),
        stale=next((found for one in notes if (found := stale_note(scope, paper, one))), None),
        lists=len({one.roundup for one in entries}),
        appearances=tuple(words_view(scope, entry) for entry in _in_time(scope, entries)),
        mentions=tuple(mention_links(scope, paper)),
        abstract=abstract,
        abstract_language=scope.foreign(language),
        picture=image,
        citation=paper_citation(scope, paper),
        path=paper_path(scope, paper),
    )


def _in_time(scope: Scope, entries: Sequence[Entry]) -> list[Entry]:
    """Entries in the order that their roundups came out, those of one roundup together."""
    lists = in_time({one.roundup: scope.catalog.roundups[one.roundup] for one in entries}.values())
    order = [one.key for one in lists]
    return sorted(entries, key=lambda one: order.index(one.roundup))


def words_view(scope: Scope, entry: Entry) -> WordsView:
    """An appearance with its words in this language, else the original's."""
    words = entry.in_language(scope.language)
    roundup = scope.catalog.roundups[entry.roundup]
    edition = roundup.in_language(scope.language)
    fields = edition.fields
    return WordsView(
        roundup=appearance_link(scope, entry),
        period=roundup.period.text,
        language=scope.foreign(words.language),
        heading=words.heading if words.heading != entry.facts.title else "",
        curators=tuple(person.name for person in fields.curators),
        publisher=fields.source.publisher if fields.source else "",
        summary=words.summary,
        highlights=words.highlights,
        body=words_body(scope, words, 3),
        translations=tuple(
            _translation(scope, entry, one) for one in entry.words if one is not words
        ),
        stale=stale_entry(scope, entry, words),
        is_draft=words.is_draft or edition.is_draft,
        is_future=edition.is_future,
    )


def _translation(scope: Scope, entry: Entry, words: Words) -> TranslationView:
    return TranslationView(
        language=words.language,
        address=scope.words_address(entry, words.language),
        heading=words.heading,
        summary=words.summary,
        highlights=words.highlights,
        body=words_body(scope, words, 3),
    )


@once
def paper_citation(scope: Scope, paper: Paper) -> Citation:
    """A paper as citations need it; its address here is the default language's, wherever it is asked."""
    language = scope.paper_languages[paper.key][0]
    address = addresses.kind(scope.prefix(language), "papers", paper.key)
    return citation(paper.key, paper.facts, scope.site.base_url + address[1:], language)


def papers_views(scope: Scope) -> Iterator[PapersView]:
    """The list of all papers by title, split into pages."""
    cards = [paper_card(scope, paper) for paper in scope.papers]
    cards.sort(key=lambda card: (card.title.casefold(), card.address))
    title = str(scope.site.words["papers"])
    spoken = {tag for languages in scope.paper_languages.values() for tag in languages}
    for number, count, rows in pages_of(cards, scope.settings.pages.page_size):
        yield PapersView(
            head=head(
                scope,
                numbered_in(scope, "papers", "", number),
                spoken if number == 1 else [scope.language],
                title if number == 1 else f"{title} {number}",
                exports=addresses.home(scope.prefix(scope.language)) if number == 1 else "",
                trail=(trail_home(scope),),
            ),
            title=title,
            papers=tuple(rows),
            agreement=agreement_rows(scope, 0, AGREED) if number == 1 else (),
            total=len(cards),
            page=number,
            pages=count,
            previous=numbered(scope, "papers", "", number - 1, count),
            next=numbered(scope, "papers", "", number + 1, count),
        )


def _all_papers(scope: Scope) -> NamedLink:
    address = addresses.kind(scope.prefix(scope.language), "papers")
    return NamedLink(text=str(scope.site.words["papers"]), address=address)


def _abstract(scope: Scope, paper: Paper, entries: Sequence[Entry]) -> tuple[str, str]:
    for entry in entries:
        found = abstract_of(entry, entry.in_language(scope.language), scope.language)
        if found[0]:
            return found
    return paper.facts.abstract, scope.paper_languages[paper.key][0]
