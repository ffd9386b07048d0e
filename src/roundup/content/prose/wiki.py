"""Wiki-links: `[[key]]`, `[[arxiv:1906.08237]]`, `[[key|text]]`."""

import re

_LINK = re.compile(r"\[\[ *([^\[\]|\s][^\[\]|\n\\]{0,199}?) *(?:\\?\| *([^\[\]\n]{0,500}?) *)?\]\]")


def wiki_at(text: str, at: int) -> tuple[str, str, int] | None:
    """Target, label ("" where none) and end of the wiki-link that begins at a place."""
    found = _LINK.match(text, at)
    if found is None:
        return None
    return found[1], (found[2] or "").strip(), found.end()
