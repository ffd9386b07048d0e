"""Entries as they stand on their roundup's page."""

from roundup.catalog.catalog import Entry, Roundup, Words
from roundup.pages.bodies import words_body, words_picture
from roundup.pages.facts import appearance_links, facts_view, translation_links
from roundup.pages.notices import stale_entry
from roundup.pages.scope import Scope
from roundup.pages.views import EntryView


def entry_view(scope: Scope, roundup: Roundup, entry: Entry) -> EntryView:
    """An entry as it stands on its roundup's page in this scope's language."""
    words = entry.in_language(scope.language)
    here = {one.paper for one in roundup.entries}
    facts = words.facts or entry.facts
    paper = scope.catalog.papers[entry.paper]
    others = [one for one in scope.entries_of(paper) if one.roundup != roundup.key]
    abstract, abstract_language = abstract_of(entry, words, scope.language)
    placed = [one.stem for one in roundup.shown]
    return EntryView(
        key=entry.paper,
        anchor=scope.anchors(roundup)[entry.stem],
        place=placed.index(entry.stem) + 1,
        rank=entry.rank or 0,
        unplaced=entry.unplaced,
        heading=words.heading or facts.title,
        facts=facts_view(scope, facts),
        paper=scope.paper_address(entry.paper),
        language=scope.foreign(words.language),
        body=words_body(scope, words, 3 if entry.section else 2, here),
        summary=words.summary,
        highlights=words.highlights,
        abstract=abstract,
        abstract_language=scope.foreign(abstract_language),
        picture=words_picture(scope, words, entry.original),
        elsewhere=appearance_links(scope, others),
        translations=translation_links(scope, entry, words.language),
        stale=stale_entry(scope, entry, words),
        is_draft=words.is_draft,
        extra=entry.extra,
    )


def abstract_of(entry: Entry, words: Words, language: str) -> tuple[str, str]:
    """The abstract in the words' language, else the original's, else the paper's; and its language."""
    if words.abstract:
        return words.abstract, words.language
    if entry.original.abstract:
        return entry.original.abstract, entry.original.language
    return entry.facts.abstract, entry.original.language if entry.facts.abstract else language
