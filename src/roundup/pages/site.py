"""What the whole site is, in one language: the `site` of every template."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from roundup.catalog.catalog import Catalog
from roundup.content.settings import LanguageSettings, SecuritySettings, Settings
from roundup.pages import addresses
from roundup.pages.views import NamedLink, SiteView


def site_view(
    settings: Settings,
    catalog: Catalog,
    language: str,
    words: Mapping[str, Any],
    assets: Mapping[str, str],
) -> SiteView:
    """The site seen from one of its languages; `words` are that language's interface words."""
    own = next(one for one in settings.languages if one.tag == language)
    prefix = "" if language == settings.language else f"{language}/"
    return SiteView(
        title=own.title or settings.title,
        description=own.description or settings.description,
        language=language,
        direction=direction(language),
        base_url=settings.base_url,
        base_path=urlsplit(settings.base_url).path or "/",
        home=addresses.home(prefix),
        author=settings.author,
        nav=(*_sections(settings, catalog, language, words), *_nav(settings, catalog, language)),
        languages=tuple(
            NamedLink(
                text=language_name(one),
                address=addresses.home("" if one.tag == settings.language else f"{one.tag}/"),
                language=one.tag,
            )
            for one in settings.languages
        ),
        words=dict(words),
        assets=dict(sorted(assets.items())),
        reading_list=addresses.reading_list(prefix)
        if settings.pages.reading_list and catalog.papers
        else "",
        accent=settings.theme.accent,
        logo=settings.theme.logo,
        favicon=settings.theme.favicon,
        footer=settings.theme.footer,
        edit_url=settings.theme.edit_url,
        policy=policy(settings.security),
        extra=settings.extra,
    )


def locale(language: str) -> Locale:
    """The Babel locale nearest to a BCP 47 tag; English where Babel knows none."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def direction(language: str) -> str:
    """`rtl` or `ltr`, as the language's script runs."""
    return locale(language).text_direction


def language_name(settings: LanguageSettings) -> str:
    """What a language calls itself, as the settings or Unicode's data say."""
    return settings.name or str(locale(settings.tag).get_display_name() or settings.tag)


def policy(security: SecuritySettings) -> str:
    """The Content-Security-Policy of every page: nothing from elsewhere but what the owner allows."""
    allow = security.allow
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *allow.script],
        "style-src": ["'self'", *allow.style],
        "img-src": ["'self'", *allow.img],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "media-src": ["'self'", *allow.img],
        "manifest-src": ["'self'"],
        "frame-src": list(allow.frame) or ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def _sections(
    settings: Settings, catalog: Catalog, language: str, words: Mapping[str, Any]
) -> Iterator[NamedLink]:
    """The lists that this language has: papers, topics, people, series."""
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
