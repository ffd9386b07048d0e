"""Interface words by language: what stands in for those that a language lacks, and who is told."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any

from roundup.content.config import SITE_FILE
from roundup.content.spelling import nearest
from roundup.content.values import Fault, shown
from roundup.problems import Problem, warning

FALLBACK = "en"
_MOST_SHOWN = 5
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # CLDR's plural categories

Tables = Mapping[str, Mapping[str, Any]]  # words by language and name
Given = Mapping[str, frozenset[str]]  # the fields that templates fill in, by word


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
        hint = f"add templates/words/{language}.toml; roundup eject words/en.toml brings the English ones"
        yield warning(SITE_FILE, 0, message, hint)
    elif missing:
        shown = ", ".join(missing[:_MOST_SHOWN]) + (", ..." if len(missing) > _MOST_SHOWN else "")
        message = f"{len(missing)} interface words are English in '{language}': {shown}"
        yield warning(SITE_FILE, 0, message, f"add them to templates/words/{language}.toml")


def spoken(tables: Tables, language: str) -> str:
    """The language of a language's interface words: its own where there are any, else English."""
    return language if any(tables.get(tag) for tag in chain(language)) else FALLBACK


def given(tables: Iterable[Mapping[str, Any]]) -> Given:
    """The fields that templates fill in, as the theme's own words in any language show them."""
    found: dict[str, frozenset[str]] = {}
    for table in tables:
        for name, word in table.items():
            count = {"n"} if isinstance(word, Mapping) else set()
            fields = {field for _, form in _forms(word) for field in _fields(form)}
            found[name] = found.get(name, frozenset()) | fields | count
    return found


def faults(table: Mapping[str, Any], given: Given) -> Iterator[Fault]:
    """What is wrong with the words of a file; a word that the theme does not have may hold any field."""
    for name, word in table.items():
        if isinstance(word, Mapping) and "other" not in word:
            message = f"the interface word '{name}' has no form 'other'"
            yield Fault(message, f'write {name} = {{ one = "...", other = "..." }}', (name,))
        for category, form in _forms(word):
            yield from _form_faults(name, category, form, given.get(name))


def _forms(word: Any) -> Iterable[tuple[str, Any]]:
    return word.items() if isinstance(word, Mapping) else [("other", word)]


def _fields(form: Any) -> set[str]:
    """The names of the fields in a text; raises ValueError where braces do not match."""
    return {field for _, field, _, _ in Formatter().parse(str(form)) if field is not None}


def _form_faults(
    name: str, category: str, form: Any, known: frozenset[str] | None
) -> Iterator[Fault]:
    if category not in _CATEGORIES:
        message = f"the interface word '{name}' has a form '{category}', no plural category"
        yield Fault(message, nearest(category, _CATEGORIES), (name,))
    if not isinstance(form, str):
        message = f"the interface word '{name}': expected text, found {shown(form)}"
        yield Fault(message, "put quotes around it", (name,))
        return
    try:
        fields = _fields(form)
    except ValueError:
        message = f"the braces of the interface word '{name}' do not match"
        yield Fault(message, "write {{ for a brace that is no field", (name,))
        return
    for field in sorted(fields - known) if known is not None else ():
        message = f"the interface word '{name}' has no field {{{field}}}"
        hint = f"known are {', '.join(f'{{{one}}}' for one in sorted(known or ()))}"
        yield Fault(message, hint if known else "write the word without fields", (name,))
