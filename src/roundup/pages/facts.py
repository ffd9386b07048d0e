"""Facts of works as pages show them: links to people and topics, cards, appearances."""

from collections.abc import Iterable

from roundup.catalog.catalog import Edition, Entry, Paper, Roundup, Words
from roundup.content.words import topic_slug
from roundup.model import Facts, Person, Venue
from roundup.pages import addresses
from roundup.pages.once import once
from roundup.pages.scope import Scope
from roundup.pages.views import (
    AppearanceLink,
    AuthorLink,
    FactsView,
    NamedLink,
    PaperCard,
    RoundupCard,
)

TOP = 3


def facts_view(scope: Scope, facts: Facts) -> FactsView:
    """A work's facts with links to the pages of this language."""
    return FactsView(
        title=facts.title,
        short=facts.short,
        authors=tuple(_author(scope, one) for one in facts.authors),
        affiliations=facts.affiliations,
        year=facts.year,
        date=str(facts.date or ""),
        published=str(facts.published or ""),
        venue=facts.venue,
        type=facts.type,
        status=facts.status,
        identifiers=tuple(
            NamedLink(text=one.value, address=one.address, detail=one.scheme)
            for one in facts.identifiers
        ),
        url=facts.url,
        pdf=facts.pdf,
        code=facts.code,
        links=facts.links,
        topics=topic_links(scope, facts.tags),
        former_titles=facts.former_titles,
    )


def _author(scope: Scope, person: Person) -> AuthorLink:
    slugs = scope.author_slugs
    slug = slugs.get(person.orcid) or slugs.get(person.folded)
    address = addresses.kind(scope.prefix(scope.language), "authors", slug) if slug else ""
    return AuthorLink(
        text=person.name, address=address, detail=person.affiliation, inverted=inverted(person)
    )


def inverted(person: Person) -> str:
    """A name from which `Person.parse` gets its parts; empty where the name itself is such a one."""
    if not person.given:
        return f"{person.family}," if " " in person.family else ""
    plain = person.name == f"{person.given} {person.family}" and " " not in person.family
    return "" if plain and person.name.isascii() else f"{person.family}, {person.given}"


def topic_links(scope: Scope, slugs: Iterable[str]) -> tuple[NamedLink, ...]:
    """Topics by their titles in this language, linked where topics have pages."""
    joined = {other: one.tag for one in scope.settings.tags for other in one.same_as}
    return tuple(
        NamedLink(text=scope.topic_title(slug), address=topic_address(scope, slug))
        for slug in dict.fromkeys(joined.get(slug, slug) for slug in slugs)
    )


def edition_topics(scope: Scope, edition: Edition) -> tuple[NamedLink, ...]:
    """The topics of a roundup's own tags."""
    return topic_links(scope, (slug for tag in edition.fields.tags if (slug := topic_slug(tag))))


def topic_address(scope: Scope, slug: str) -> str:
    """A topic's page in this language, else in the first that has one; empty where topics have none."""
    if not scope.settings.pages.tags:
        return ""
    spoken = scope.topic_languages[slug]
    order = (scope.language, *scope.tags)
    language = next(tag for tag in order if tag in spoken)
    return addresses.kind(scope.prefix(language), "tags", slug)


def appearance_link(scope: Scope, entry: Entry, language: str = "") -> AppearanceLink:
    """A paper's place in a roundup, in a language (this one unless told) or the original's."""
    roundup = scope.catalog.roundups[entry.roundup]
    edition = roundup.in_language(language or scope.language)
    return AppearanceLink(
        title=edition.title,
        address=scope.entry_address(entry, edition.language),
        year=roundup.year,
        rank=entry.rank or 0,
        size=0 if entry.unplaced else roundup.size,
        unplaced=entry.unplaced,
        language=scope.foreign(edition.language),
    )


def appearance_links(scope: Scope, entries: Iterable[Entry]) -> tuple[AppearanceLink, ...]:
    """Every place of entries in every language of their words, this language's first."""
    found = []
    for entry in entries:
        spoken = [words.language for words in entry.words]
        own = [tag for tag in (scope.language,) if tag in spoken]
        for language in (*own, *(tag for tag in spoken if tag not in own)):
            link = appearance_link(scope, entry, language)
            if link not in found:
                found.append(link)
    return tuple(found)


def translation_links(scope: Scope, entry: Entry, shown: str) -> tuple[NamedLink, ...]:
    """An entry's words in other languages than the one they are shown in."""
    return tuple(
        NamedLink(
            text=one.heading,
            address=scope.words_address(entry, one.language),
            language=one.language,
        )
        for one in entry.words
        if one.language != shown
    )


@once
def paper_card(scope: Scope, paper: Paper) -> PaperCard:
    """A paper in a list of papers."""
    facts = paper.facts
    entries = scope.entries_of(paper)
    return PaperCard(
        title=paper_title(scope, paper),
        address=scope.paper_address(paper.key),
        short=facts.short,
        authors=tuple(person.name for person in facts.authors[:4]),
        year=facts.year,
        venue=usual_name(facts.venue),
        picks=tuple(appearance_link(scope, entry) for entry in entries),
    )


def usual_name(venue: Venue | None) -> str:
    """What a venue is called in few words; empty without one."""
    return (venue.short or venue.name) if venue else ""


def paper_title(scope: Scope, paper: Paper) -> str:
    """What lists of this language call a paper."""
    return own_heading(scope, paper) or paper.facts.title or paper.key


def first_words(scope: Scope, paper: Paper) -> Words:
    """The words whose summary and picture stand for a paper: of this language where there are any."""
    entries = scope.entries_of(paper)
    own = (words for entry in entries for words in entry.words if words.language == scope.language)
    notes = (one for one in paper.notes if one.language == scope.language)
    return next(own, None) or (entries[0].original if entries else next(notes))


@once
def own_heading(scope: Scope, paper: Paper) -> str:
    """What this language calls a paper, where that is not the title."""
    if scope.language == scope.paper_languages[paper.key][0]:
        return ""
    notes = [one.heading for one in paper.notes if one.language == scope.language]
    entries = (words for entry in scope.entries_of(paper) for words in entry.words)
    words = (one.heading for one in entries if one.language == scope.language)
    found = next(iter((*notes, *words)), "")
    return found if found != paper.facts.title else ""


@once
def roundup_card(scope: Scope, roundup: Roundup) -> RoundupCard:
    """A roundup in a list of roundups."""
    edition = roundup.in_language(scope.language)
    fields = edition.fields
    return RoundupCard(
        title=edition.title,
        address=scope.roundup_address(roundup),
        year=roundup.year,
        period=roundup.period.text,
        size=roundup.size,
        language=scope.foreign(edition.language),
        summary=fields.summary or edition.description,
        date=str(fields.date or fields.updated or ""),
        publisher=fields.source.publisher if fields.source else "",
        event=fields.event,
        ranked=roundup.ranked,
        top=tuple(name_of(one) for one in roundup.shown[:TOP]),
        is_draft=edition.is_draft,
        is_future=edition.is_future,
    )


def name_of(entry: Entry) -> str:
    """The shortest name of an entry's work."""
    return entry.facts.short or entry.facts.title or entry.paper
