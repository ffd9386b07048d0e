"""What the whole site is, in one language: the `site` of every template."""

from collections.abc import Mapping
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
        nav=tuple(_nav(settings, catalog, language)),
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
        "style-src": ["'self'"],
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
