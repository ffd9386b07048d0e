"""A share card is ordered here and drawn in a module that only builds with a card to draw load."""

from typing import NamedTuple

from roundup.build.cards.fonts import Font
from roundup.build.deferred import called
from roundup.build.render import Rendered
from roundup.content.config import SITE_FILE
from roundup.pages.views import CardView
from roundup.problems import error


class Order(NamedTuple):
    """A card to be drawn, and the fonts to set it in."""

    view: CardView
    fonts: tuple[Font, ...]


def drawn(view: CardView, fonts: tuple[Font, ...]) -> Rendered:
    """A card's bytes, or why there are none."""
    try:
        return Rendered(called("roundup.build.cards.draw", "draw", Order(view, fonts)))
    except OSError as fault:
        # Its glyphs were counted before; since then it was moved or replaced.
        return Rendered(
            b"", error(SITE_FILE, 0, f"a font of the share cards cannot be used: {fault}")
        )
