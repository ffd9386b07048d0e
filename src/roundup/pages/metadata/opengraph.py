"""Open Graph's name of a language: language and territory, `zh_CN`."""

from functools import lru_cache

from babel.core import get_global, parse_locale

from roundup.pages.site import locale


@lru_cache(maxsize=64)
def graph_locale(language: str) -> str:
    """A BCP 47 tag as `og:locale` wants it; a missing territory is the likeliest (CLDR)."""
    known = locale(language)
    if known.language != language.partition("-")[0].lower():
        return language.replace("-", "_")
    if known.territory:
        return f"{known.language}_{known.territory}"
    likely = get_global("likely_subtags")
    script = f"{known.language}_{known.script}" if known.script else known.language
    tag = likely.get(script) or likely.get(known.language)
    territory = parse_locale(tag)[1] if tag else None
    return f"{known.language}_{territory}" if territory else known.language
