"""Share cards: what the pictures say that go with links to pages, and where there are any."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from roundup.catalog.catalog import Entry, Paper, Roundup
from roundup.content.config import SITE_FILE
from roundup.model import Person
from roundup.pages import addresses
from roundup.pages.bodies import picture, words_picture
from roundup.pages.facts import first_words, paper_title, usual_name
from roundup.pages.glyphs import plain
from roundup.pages.once import once
from roundup.pages.scope import Scope
from roundup.pages.site import said, word
from roundup.pages.views import CardColumn, CardView, Head, Page, PictureView
from roundup.problems import Problem, warning

WIDTH, HEIGHT = 1200, 630
TEMPLATE = "card"
_FILE = "card.png"
_BEST, _LISTS, _NAMES = 5, 3, 3  # how many papers, lists and people a card names
_MARKS = "0123456789·…"  # what cards say in every language
_WORDS = ("n_papers", "n_roundups", "et_al", "separator")


@once
def card_of_roundup(scope: Scope, roundup: Roundup) -> CardView:
    """A roundup's card: its title, who picked, and the papers that lead it."""
    edition = roundup.in_language(scope.language)
    sources = (edition.fields.source, roundup.original.fields.source)
    publisher = next((one.publisher for one in sources if one and one.publisher), "")
    best = [entry for entry in roundup.entries if not entry.unplaced][:_BEST]
    count = said(scope.site, "n_papers", n=roundup.size) if roundup.size else ""
    return _card(
        scope,
        lead=(edition.fields.event or str(roundup.year), count),
        title=edition.title,
        byline=_people(scope, edition.fields.curators) or publisher,
        columns=tuple(_paper_column(scope, entry) for entry in best),
    )


@once
def card_of_paper(scope: Scope, paper: Paper) -> CardView:
    """A paper's card: its title, who wrote it, and the lists that picked it, those that rank it highest first."""
    facts, entries = paper.facts, scope.entries_of(paper)
    entries = tuple(sorted(entries, key=lambda one: one.rank or 10_000))
    lists = len({one.roundup for one in entries})
    count = said(scope.site, "n_roundups", n=lists) if lists > _LISTS else ""
    return _card(
        scope,
        lead=(str(facts.year or ""), usual_name(facts.venue), count),
        title=paper_title(scope, paper),
        byline=_people(scope, facts.authors),
        columns=tuple(islice(_list_columns(scope, entries), _LISTS)),
    )


def card_of_site(scope: Scope) -> CardView:
    """The card of the home page, and of every page without one of its own: the site's title, its newest lists."""
    return _card_of_lists(scope, scope.site.title, scope.own_roundups, len(scope.papers))


def card_of_year(scope: Scope, year: int, title: str) -> CardView:
    """A year's card: its title, how much was picked, and its newest lists."""
    found = [one for one in scope.own_roundups if one.year == year]
    papers = {entry.paper for one in found for entry in one.entries}
    return _card_of_lists(scope, title, found, len(papers))


def _card_of_lists(scope: Scope, title: str, roundups: Sequence[Roundup], papers: int) -> CardView:
    counts = (("n_roundups", len(roundups)), ("n_papers", papers))
    return _card(
        scope,
        lead=(said(scope.site, name, n=count) for name, count in counts if count),
        title=title,
        byline="",
        columns=tuple(islice(_newest(scope, roundups), _LISTS)),
    )


def _newest(scope: Scope, roundups: Iterable[Roundup]) -> Iterator[CardColumn]:
    return _settable(scope, (_list_column(scope, one) for one in roundups))


def _card(scope: Scope, lead: Iterable[str], title: str, byline: str, **further: Any) -> CardView:
    return CardView(
        lead=plain(" · ".join(part for part in lead if part)),
        title=plain(title),
        byline=plain(byline),
        site=plain(scope.site.title) if title != scope.site.title else "",
        language=scope.language,
        accent=scope.site.accent,
        fonts=scope.glyphs.digests,
        **further,
    )


def _paper_column(scope: Scope, entry: Entry) -> CardColumn:
    name = entry.facts.short or entry.in_language(scope.language).heading
    return CardColumn(text=plain(name), rank=entry.rank or 0)


def _list_columns(scope: Scope, entries: Iterable[Entry]) -> Iterator[CardColumn]:
    """The lists that picked a paper."""
    found = ((scope.catalog.roundups[entry.roundup], entry.rank or 0) for entry in entries)
    return _settable(scope, (_list_column(scope, one, rank) for one, rank in found))


def _list_column(scope: Scope, roundup: Roundup, rank: int = 0) -> CardColumn:
    edition = roundup.in_language(scope.language)
    publisher = edition.fields.source.publisher if edition.fields.source else ""
    return CardColumn(
        text=plain(edition.title), rank=rank, detail=plain(publisher or str(roundup.year))
    )


def _settable(scope: Scope, columns: Iterable[CardColumn]) -> Iterator[CardColumn]:
    """Lists but for those whose titles cannot be set: their own cards are told."""
    return (one for one in columns if not scope.glyphs.missing((one.text, one.detail)))


def _people(scope: Scope, people: tuple[Person, ...]) -> str:
    few = len(people) <= _NAMES + 1
    names = word(scope.site, "separator").join(
        one.name for one in (people if few else people[:_NAMES])
    )
    return names if few else f"{names} {word(scope.site, 'et_al')}"


def share_image(
    scope: Scope, address: str, cover: PictureView | None, make: Callable[[], CardView]
) -> dict[str, Any]:
    """What the head of the page at `address` says of the picture that links to it show.

    A picture that its author named goes before the card.
    """
    if shared := shared_picture(cover):
        return shared
    card = make() if scope.glyphs.digests else None
    if card is None or _lacking(scope, card):
        return {}
    size = {"image_width": WIDTH, "image_height": HEIGHT}
    return {"image": address + _FILE, "image_alt": _alt(scope, card), **size}


def site_image(scope: Scope) -> dict[str, Any]:
    """What the head of a page without a picture of its own says: the site's card, where it can be set.

    Its words for those who do not see it are the site's title alone, so that a new list changes no other page.
    """
    if not scope.glyphs.digests or scope.glyphs.missing(_usual(scope)):
        return {}
    address = addresses.home(scope.prefix(scope.language)) + _FILE
    size = {"image_width": WIDTH, "image_height": HEIGHT}
    return {"image": address, "image_alt": scope.site.title, **size}


def shared_picture(cover: PictureView | None) -> dict[str, Any]:
    """What a page's head says of a picture that its author named; nothing of a drawing (SVG), which nobody shows."""
    if cover is None or cover.address.lower().endswith(".svg"):
        return {}
    size = {"image_width": cover.width, "image_height": cover.height}
    return {"image": cover.address, "image_alt": cover.alt, **size}


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


def site_card(scope: Scope) -> Iterator[Page]:
    """The card that pages without a picture of their own share."""
    if image := site_image(scope):
        view = card_of_site(scope)
        yield Page(address=image["image"], template=TEMPLATE, language=scope.language, view=view)


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
        if not shared_picture(cover) and (
            lacking := _lacking(scope, card_of_roundup(scope, roundup))
        ):
            yield edition.path, scope.catalog.articles[edition.path].line("title"), lacking
    for paper in scope.papers:
        words = first_words(scope, paper)
        cover = words_picture(scope, words, words)
        if not shared_picture(cover) and (lacking := _lacking(scope, card_of_paper(scope, paper))):
            yield words.path, scope.catalog.articles[words.path].line("title"), lacking


def _few(characters: str) -> str:
    shown = " ".join(characters[:8])
    return shown if len(characters) <= 8 else f"{shown} …"
