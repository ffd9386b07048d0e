"""What the whole site is, in one language: the `site` of every template."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import msgspec
from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from roundup.catalog.catalog import Catalog
from roundup.content.settings import LanguageSettings, SecuritySettings, Settings, ThemeSettings
from roundup.pages import addresses
from roundup.pages.views import NamedLink, SiteView

_PLAIN = 999  # greater numbers are written with separators


def site_view(
    settings: Settings,
    catalog: Catalog,
    language: str,
    words: Mapping[str, Any],
    assets: Mapping[str, str],
    *,
    spoken: str = "",
    indexed: bool = False,
) -> SiteView:
    """The site seen from one of its languages; `words` are its interface words, `spoken` their language.

    `indexed` says whether there is a search index.
    """
    own = next(one for one in settings.languages if one.tag == language)
    borrowed = spoken if spoken != language else ""
    prefix = "" if language == settings.language else f"{language}/"
    kept = settings.pages.reading_list and catalog.papers
    return SiteView(
        title=own.title or settings.title,
        description=own.description or settings.description,
        language=language,
        direction=direction(language),
        base_url=settings.base_url,
        base_path=urlsplit(settings.base_url).path or "/",
        home=addresses.home(prefix),
        author=settings.author,
        nav=tuple(_menu(settings, catalog, language, words, borrowed)),
        languages=tuple(_homes(settings)),
        words=dict(words),
        words_language=spoken or language,
        assets=dict(sorted(assets.items())),
        reading_list=addresses.reading_list(prefix) if kept else "",
        search=addresses.search(prefix) if settings.pages.search is not False else "",
        search_index=addresses.SEARCH_INDEX if indexed else "",
        policy=policy(settings.security),
        extra=settings.extra,
        **_look(settings.theme),
    )


def _homes(settings: Settings) -> Iterator[NamedLink]:
    """The home page of every language."""
    for one in settings.languages:
        prefix = "" if one.tag == settings.language else f"{one.tag}/"
        yield NamedLink(text=language_name(one), address=addresses.home(prefix), language=one.tag)


def _look(theme: ThemeSettings) -> dict[str, Any]:
    """What the theme is told, as it stands in the settings."""
    names = ("accent", "logo", "favicon", "styles", "footer", "edit_url")
    return {name: getattr(theme, name) for name in names}


@lru_cache(maxsize=256)
def locale(language: str) -> Locale:
    """The Babel locale nearest to a BCP 47 tag; English where Babel knows none."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def word(site: SiteView, name: str, n: int = 0) -> str:
    """An interface word as it is written, its `{fields}` not yet filled in; of several the plural form for `n`."""
    found = site.words[name]
    if isinstance(found, dict):
        form = str(locale(site.words_language or site.language).plural_form(n))
        found = found.get(form, found["other"])
    return str(found)


def said(site: SiteView, name: str, /, **values: Any) -> str:
    """An interface word with its fields filled in, its plural chosen by `n`."""
    return word(site, name, values.get("n", 0)).format(**written(site, values))


def written(site: SiteView, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of an interface word; a great `n` is written with the separators of the words' language."""
    n = values.get("n")
    if not isinstance(n, int) or n <= _PLAIN:
        return values
    return {**values, "n": format_decimal(n, locale=locale(site.words_language or site.language))}


def direction(language: str) -> str:
    """`rtl` or `ltr`, as the language's script runs."""
    return locale(language).text_direction


def language_name(settings: LanguageSettings) -> str:
    """What a language calls itself, as the settings or Unicode's data say."""
    return settings.name or str(locale(settings.tag).get_display_name() or settings.tag)


def policy(security: SecuritySettings, *, wasm: bool = False) -> str:
    """The Content-Security-Policy of every page: nothing from elsewhere but what the owner allows.

    `wasm` lets a page's scripts compile WebAssembly (WebAssembly JavaScript Interface, CSP proposal).
    """
    allow = security.allow
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *(["'wasm-unsafe-eval'"] if wasm else []), *allow.script],
        "style-src": ["'self'", *allow.style],
        "img-src": ["'self'", *allow.img],
        "font-src": ["'self'"],
        "connect-src": ["'self'", *allow.script],  # scripts talk to where they come from
        "media-src": ["'self'", *allow.img],
        "manifest-src": ["'self'"],
        "frame-src": list(allow.frame) or ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def _menu(
    settings: Settings, catalog: Catalog, language: str, words: Mapping[str, Any], borrowed: str
) -> Iterator[NamedLink]:
    """The site's own lists, named in the words' language where that is another, and the pages of `nav`."""
    for one in _sections(settings, catalog, language, words):
        yield msgspec.structs.replace(one, language=borrowed)
    yield from _nav(settings, catalog, language)


def _sections(
    settings: Settings, catalog: Catalog, language: str, words: Mapping[str, Any]
) -> Iterator[NamedLink]:
    """The lists that this language has: papers, topics, people, series; and search."""
    prefix = "" if language == settings.language else f"{language}/"
    papers = catalog.papers_in(language)
    roundups = {one.key for one in catalog.roundups.values() if one.speaks(language)}
    has_topic = any(
        not papers.isdisjoint(topic.papers)
        or not roundups.isdisjoint(topic.roundups)
        or _told(catalog, "tags", topic.slug, language)
        for topic in catalog.topics.values()
    )
    has_author = any(
        not papers.isdisjoint(one.papers) or _told(catalog, "authors", one.slug, language)
        for one in catalog.authors.values()
    )
    has_series = any(not roundups.isdisjoint(one.roundups) for one in catalog.series.values())
    sections = (
        ("papers", "papers", bool(papers)),
        ("tags", "topics", has_topic and settings.pages.tags),
        ("authors", "authors", has_author),
        ("series", "series", has_series),
        ("search", "search", settings.pages.search is not False),
    )
    for folder, word, there in sections:
        if there:
            yield NamedLink(text=str(words[word]), address=addresses.kind(prefix, folder))


def _told(catalog: Catalog, folder: str, stem: str, language: str) -> bool:
    """Whether a shown article of words stands there in a language."""
    group = catalog.words.get((folder, stem), ())
    return any(one.language == language and one.path not in catalog.hidden for one in group)


def _nav(settings: Settings, catalog: Catalog, language: str) -> list[NamedLink]:
    found = []
    for name in settings.nav:
        folder, _, file = name.rpartition("/")
        group = catalog.words.get((folder, file.removesuffix(".md")), ())
        shown = [one for one in group if one.path not in catalog.hidden]
        if shown:
            article = next((one for one in shown if one.language == language), shown[0])
            prefix = "" if article.language == settings.language else f"{article.language}/"
            found.append(
                NamedLink(
                    text=article.fields.title or article.place.stem,
                    address=addresses.article(prefix, folder, article.place.stem),
                    language=article.language if article.language != language else "",
                )
            )
    return found
