"""Interface words by language: what stands in for those that a language lacks, and who is told."""

from collections.abc import Iterator, Mapping
from typing import Any

from roundup.content.config import SITE_FILE
from roundup.problems import Problem, warning

FALLBACK = "en"
_MOST_SHOWN = 5

Tables = Mapping[str, Mapping[str, Any]]  # words by language and name


def chain(language: str) -> tuple[str, ...]:
    """A language after those it falls back to: `zh-Hans` after `zh`."""
    parts = language.split("-")
    return tuple("-".join(parts[:length]) for length in range(1, len(parts) + 1))


def interface(tables: Tables, language: str) -> dict[str, Any]:
    """All interface words of a language: its own over its parent's (`zh-Hans`, `zh`) over English."""
    words: dict[str, Any] = {}
    for tag in (FALLBACK, *chain(language)):
        words |= tables.get(tag, {})
    return words


def gaps(tables: Tables, language: str) -> Iterator[Problem]:
    """What of a language's interface is English for want of words."""
    own = {name for tag in chain(language) for name in tables.get(tag, {})}
    missing = [name for name in tables.get(FALLBACK, {}) if name not in own]
    if not own:
        message = f"no interface words for '{language}': English ones are used"
        yield warning(SITE_FILE, 0, message, f"add templates/words/{language}.toml")
    elif missing:
        shown = ", ".join(missing[:_MOST_SHOWN]) + (", ..." if len(missing) > _MOST_SHOWN else "")
        message = f"{len(missing)} interface words are English in '{language}': {shown}"
        yield warning(SITE_FILE, 0, message, f"add them to templates/words/{language}.toml")


def spoken(tables: Tables, language: str) -> str:
    """The language of a language's interface words: its own where there are any, else English."""
    return language if any(tables.get(tag) for tag in chain(language)) else FALLBACK
