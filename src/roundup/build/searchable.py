"""Whether a site has a search index, and what is said where it asks for one in vain."""

from pathlib import Path

from roundup.build import pagefind
from roundup.content.config import SITE_FILE, line_of
from roundup.content.settings import Settings
from roundup.problems import Problem, warning


def has_index(settings: Settings) -> bool:
    """Whether a site has a search index: it wants search, and Pagefind is there."""
    return settings.pages.search is not False and pagefind.program() is not None


def search_problems(site: Path, settings: Settings) -> tuple[Problem, ...]:
    """What is said where a site asks for search by name and Pagefind is not there."""
    if settings.pages.search is not True or pagefind.program() is not None:
        return ()
    message = "Pagefind is not installed: the search page has a list and no search box"
    hint = "pip install 'paper-roundup[search]', or leave the setting out"
    line = line_of((site / SITE_FILE).read_text("utf-8-sig"), ("pages", "search"))
    return (warning(SITE_FILE, line, message, hint),)
