"""What templates can say beside Jinja2's own: addresses, dates, numbers and interface words. All pure."""

import re
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from roundup.build.responsive import as_markup, image_attributes
from roundup.model import PartialDate
from roundup.pages import citations
from roundup.pages.absolute import absolute as whole
from roundup.pages.addresses import encoded
from roundup.pages.metadata.coins import coins as context_object
from roundup.pages.metadata.highwire import highwire
from roundup.pages.metadata.linked import linked_data as graph
from roundup.pages.metadata.opengraph import graph_locale
from roundup.pages.metadata.works import cited
from roundup.pages.site import locale, word, written
from roundup.pages.views import Citation, CitationsView, EntryView, PageView, PictureView, SiteView

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
def pixels(context: Context, picture: PictureView, leads: bool = False) -> Markup:
    """What an `img` says of a picture beside `src` and `alt`: size, files to choose from, when it is loaded."""
    return as_markup(image_attributes(picture, _site(context).base_path, leads=leads))


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
def called(context: Context, tag: str) -> str:
    """What the interface words of the page call a language."""
    return str(locale(tag).get_display_name(_words_locale(context)) or tag)


@pass_context
def coins(context: Context, entry: EntryView) -> str:
    """An entry's work as an OpenURL ContextObject, for the title of an empty span."""
    page = whole(_site(context).base_url, entry.paper)
    return context_object(cited(entry.key, entry.facts, page))


@pass_context
def linked_data(context: Context, page: PageView) -> Markup:
    """What a page shows as JSON-LD; nothing for a page that is none."""
    # Its `<` are escaped, so that nothing in it ends the script element.
    return Markup(graph(page, _site(context)))


@pass_context
def t(context: Context, name: str, /, **values: Any) -> str:
    """An interface word in the page's language, its plural chosen by `n`, its `{fields}` filled in.

    Fields of finished HTML stay as they are, and make the word finished HTML too.
    """
    site = _site(context)
    if name not in site.words:
        raise TemplateRuntimeError(f"there is no interface word '{name}'")
    found = word(site, name, values.get("n", 0))
    if not values and "{" not in found and "}" not in found:
        return found
    has_html = any(isinstance(value, Markup) for value in values.values())
    fields = written(site, values)
    try:
        return (escape(found) if has_html else found).format(**fields)
    except KeyError as missing:
        message = f"the interface word '{name}' wants the field {missing}"
        raise TemplateRuntimeError(message) from None


def _site(context: Context) -> SiteView:
    site: SiteView = context["site"]
    return site


def _locale(context: Context) -> Locale:
    return locale(_site(context).language)


def _words_locale(context: Context) -> Locale:
    """The locale of the interface words, which may be English for want of ones in the page's language."""
    site = _site(context)
    return locale(site.words_language or site.language)


FILTERS = {
    "url": url,
    "absolute": absolute,
    "asset": asset,
    "pixels": pixels,
    "day": day,
    "number": number,
    "language_name": language_name,
    "called": called,
    "bibtex": bibtex,
    "reference": citations.reference,
    "coins": coins,
    "highwire": highwire,
    "linked_data": linked_data,
    "graph_locale": graph_locale,
}
FUNCTIONS = {"t": t}
