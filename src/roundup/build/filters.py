"""What templates can say beside Jinja2's own: addresses, dates, numbers and interface words. All pure."""

import re
from collections.abc import Mapping
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from jinja2 import pass_context
from jinja2.runtime import Context

from roundup.model import PartialDate
from roundup.pages import citations
from roundup.pages.addresses import encoded
from roundup.pages.site import locale
from roundup.pages.views import Citation, CitationsView, SiteView

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|#|//")


@pass_context
def url(context: Context, address: str) -> str:
    """A site address below the base path; an address elsewhere as it is."""
    if _ELSEWHERE.match(address):
        return address
    return str(_site(context).base_path) + encoded(address.removeprefix("/"))


@pass_context
def absolute(context: Context, address: str) -> str:
    """A site address with scheme and host."""
    if _ELSEWHERE.match(address):
        return address
    return str(_site(context).base_url) + encoded(address.removeprefix("/"))


@pass_context
def asset(context: Context, name: str) -> str:
    """The address of a static file; it changes with the file's bytes."""
    site = _site(context)
    digest = site.assets.get(name)
    return f"{site.base_path}{encoded(name)}" + (f"?v={digest}" if digest else "")


@pass_context
def day(context: Context, text: str) -> str:
    """A year, month or day (ISO 8601) as the page's language writes it."""
    where = _locale(context)
    try:
        value = PartialDate.parse(text)
    except ValueError:
        return text
    if value.day:
        return str(format_date(value.first, "long", where))
    return str(format_skeleton("yMMMM" if value.month else "y", value.first, locale=where))


@pass_context
def number(context: Context, value: int) -> str:
    """A number with the separators of the page's language."""
    return str(format_decimal(value, locale=_locale(context)))


@pass_context
def language_name(context: Context, tag: str) -> str:
    """What a language calls itself, as the settings or Unicode's data say."""
    named = {link.language: link.text for link in _site(context).languages}
    return named.get(tag) or str(locale(tag).get_display_name() or tag)


def bibtex(work: Citation) -> str:
    """A work as BibTeX."""
    return citations.bibtex(CitationsView(works=(work,)))


@pass_context
def t(context: Context, name: str, **values: Any) -> str:
    """An interface word in the page's language, its plural chosen by `n`, its `{fields}` filled in."""
    found = _site(context).words[name]
    if isinstance(found, Mapping):
        form = str(_locale(context).plural_form(values["n"]))
        found = found.get(form, found["other"])
    return str(found).format(**values)


def _site(context: Context) -> SiteView:
    site: SiteView = context["site"]
    return site


def _locale(context: Context) -> Locale:
    return locale(_site(context).language)


FILTERS = {
    "url": url,
    "absolute": absolute,
    "asset": asset,
    "day": day,
    "number": number,
    "language_name": language_name,
    "bibtex": bibtex,
    "reference": citations.reference,
}
FUNCTIONS = {"t": t}
