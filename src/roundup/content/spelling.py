"""The nearest right spelling of a name that is not known."""

import difflib
from collections.abc import Collection

_MOST_SHOWN = 40


def nearest(word: str, known: Collection[str]) -> str:
    """The hint that offers the nearest right spelling, or lists what there is."""
    close = difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    shown = sorted(known)[:_MOST_SHOWN]
    more = ", ..." if len(known) > len(shown) else ""
    return f"known are {', '.join(shown)}{more}" if shown else ""
