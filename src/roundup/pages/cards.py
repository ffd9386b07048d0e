"""Share cards: what the pictures say that go with links to roundups and papers, and where there are any."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from roundup.catalog.catalog import Entry, Paper, Roundup
from roundup.content.config import SITE_FILE
from roundup.model import Person
from roundup.pages.bodies import picture, words_picture
from roundup.pages.facts import first_words, own_heading
from roundup.pages.glyphs import plain
from roundup.pages.scope import Scope
from roundup.pages.site import word
from roundup.pages.views import CardColumn, CardView, Head, Page, PictureView
from roundup.problems import Problem, warning

WIDTH, HEIGHT = 1200, 630
TEMPLATE = "card"
_FILE = "card.png"
_BEST, _LISTS, _NAMES = 5, 3, 3  # how many papers, lists and people a card names
_MARKS = "0123456789·…"  # what cards say in every language
_WORDS = ("n_papers", "n_roundups", "et_al", "separator")


def card_of_roundup(scope: Scope, roundup: Roundup) -> CardView:
    """A roundup's card: its title, who picked, and the papers that lead it."""
    edition = roundup.in_language(scope.language)
    sources = (edition.fields.source, roundup.original.fields.source)
    publisher = next((one.publisher for one in sources if one and one.publisher), "")
    best = [entry for entry in roundup.entries if not entry.unplaced][:_BEST]
    count = _said(scope, "n_papers", roundup.size) if roundup.size else ""
    return _card(
        scope,
        lead=(edition.fields.event or str(roundup.year), count),
        title=edition.title,
        byline=_people(scope, edition.fields.curators) or publisher,
        columns=tuple(_paper_column(scope, entry) for entry in best),
    )


def card_of_paper(scope: Scope, paper: Paper) -> CardView:
    """A paper's card: its title, who wrote it, and the lists that picked it, those that rank it highest first."""
    facts, entries = paper.facts, scope.entries_of(paper)
    entries = tuple(sorted(entries, key=lambda one: one.rank or 10_000))
    lists = len({one.roundup for one in entries})
    count = _said(scope, "n_roundups", lists) if lists > _LISTS else ""
    venue = (facts.venue.short or facts.venue.name) if facts.venue else ""
    return _card(
        scope,
        lead=(str(facts.year or ""), venue, count),
        title=own_heading(scope, paper) or facts.title or paper.key,
        byline=_people(scope, facts.authors),
        columns=tuple(islice(_list_columns(scope, entries), _LISTS)),
    )


def _card(scope: Scope, lead: Iterable[str], title: str, byline: str, **further: Any) -> CardView:
    return CardView(
        lead=plain(" · ".join(part for part in lead if part)),
        title=plain(title),
        byline=plain(byline),
        site=plain(scope.site.title),
        language=scope.language,
        accent=scope.site.accent,
        fonts=scope.glyphs.digests,
        **further,
    )


def _paper_column(scope: Scope, entry: Entry) -> CardColumn:
    name = entry.facts.short or entry.in_language(scope.language).heading
    return CardColumn(text=plain(name), rank=entry.rank or 0)


def _list_columns(scope: Scope, entries: Iterable[Entry]) -> Iterator[CardColumn]:
    """The lists that picked a paper, but for those whose titles cannot be set: their own cards are told."""
    for entry in entries:
        roundup = scope.catalog.roundups[entry.roundup]
        edition = roundup.in_language(scope.language)
        publisher = edition.fields.source.publisher if edition.fields.source else ""
        text, detail = plain(edition.title), plain(publisher or str(roundup.year))
        if not scope.glyphs.missing((text, detail)):
            yield CardColumn(text=text, rank=entry.rank or 0, detail=detail)


def _people(scope: Scope, people: tuple[Person, ...]) -> str:
    few = len(people) <= _NAMES + 1
    names = word(scope.site, "separator").join(
        one.name for one in (people if few else people[:_NAMES])
    )
    return names if few else f"{names} {word(scope.site, 'et_al')}"


def _said(scope: Scope, name: str, n: int) -> str:
    return word(scope.site, name, n).format(n=n)


def share_image(
    scope: Scope, address: str, cover: PictureView | None, make: Callable[[], CardView]
) -> dict[str, Any]:
    """What the head of the page at `address` says of the picture that links to it show.

    A picture that its author named goes before the card, unless it is a drawing (SVG), which nobody shows.
    """
    if cover and _can_be_shared(cover):
        size = {"image_width": cover.width, "image_height": cover.height}
        return {"image": cover.address, "image_alt": cover.alt, **size}
    card = make() if scope.glyphs.digests else None
    if card is None or _lacking(scope, card):
        return {}
    size = {"image_width": WIDTH, "image_height": HEIGHT}
    return {"image": address + _FILE, "image_alt": _alt(scope, card), **size}


def _can_be_shared(cover: PictureView) -> bool:
    return not cover.address.lower().endswith(".svg")


def _alt(scope: Scope, card: CardView) -> str:
    """The card's words for those who do not see it."""
    names = [f"{one.rank}. {one.text}" if one.rank else one.text for one in card.columns]
    return " · ".join(
        part for part in (card.title, word(scope.site, "separator").join(names)) if part
    )


def card_page(scope: Scope, head: Head, make: Callable[[], CardView]) -> Iterator[Page]:
    """The card that a page's head names, if it names one."""
    address = head.address + _FILE
    if head.image == address:
        yield Page(address=address, template=TEMPLATE, language=scope.language, view=make())


def _lacking(scope: Scope, card: CardView) -> str:
    """The characters of a card that cannot be set."""
    columns = (text for one in card.columns for text in (one.text, one.detail))
    own = (card.lead, card.title, card.byline, *columns)
    return scope.glyphs.missing((*own, *_usual(scope)))


def _usual(scope: Scope) -> Iterator[str]:
    """What all cards of a language may say."""
    yield _MARKS
    yield plain(scope.site.title)
    for name in _WORDS:
        found = scope.site.words[name]
        yield from found.values() if isinstance(found, dict) else (found,)


def card_problems(scope: Scope) -> Iterator[Problem]:
    """The cards of a language that are left out, with the characters that cannot be set."""
    if not scope.glyphs.digests:
        return
    hint = "name a font that has them in [theme] card_fonts"
    if lacking := scope.glyphs.missing(_usual(scope)):
        if scope.site.direction == "rtl":
            hint = (
                "writing from right to left is not set on cards: [pages] cards = false does without"
            )
        message = f"there are no share cards in {scope.language}: they cannot show {_few(lacking)}"
        yield warning(SITE_FILE, 0, message, hint)
        return
    for path, line, lacking in _left_out(scope):
        yield warning(
            path, line, f"its share card is left out: it cannot show {_few(lacking)}", hint
        )


def _left_out(scope: Scope) -> Iterator[tuple[str, int, str]]:
    for roundup in scope.own_roundups:
        edition = roundup.in_language(scope.language)
        cover = picture(scope, edition.fields.image, edition.path, edition.language)
        if not (cover and _can_be_shared(cover)) and (
            lacking := _lacking(scope, card_of_roundup(scope, roundup))
        ):
            yield edition.path, scope.catalog.articles[edition.path].line("title"), lacking
    for paper in scope.papers:
        words = first_words(scope, paper)
        cover = words_picture(scope, words, words)
        if not (cover and _can_be_shared(cover)) and (
            lacking := _lacking(scope, card_of_paper(scope, paper))
        ):
            yield words.path, scope.catalog.articles[words.path].line("title"), lacking


def _few(characters: str) -> str:
    shown = " ".join(characters[:8])
    return shown if len(characters) <= 8 else f"{shown} …"
