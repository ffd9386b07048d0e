"""Words that no page shows: of years without roundups, topics without papers, people without works."""

from collections.abc import Collection, Iterator

from roundup.catalog.catalog import Catalog
from roundup.content.settings import Settings
from roundup.content.spelling import nearest
from roundup.problems import Problem, warning


def unused_words(catalog: Catalog, settings: Settings) -> Iterator[Problem]:
    """A warning for each article whose year, topic or person has nothing on this site."""
    years = [str(year) for year in catalog.years]
    for (folder, stem), group in catalog.words.items():
        path, kind = group[0].path, group[0].place.kind
        if path in catalog.hidden:
            continue
        if kind == "year" and folder not in years:
            yield _unused(path, f"{folder} has no roundup", "")
        elif kind == "topic" and settings.pages.tags and stem not in catalog.topics:
            yield _unused(path, f"nothing has the topic '{stem}'", _near(stem, catalog.topics))
        elif kind == "person" and settings.pages.authors and stem not in catalog.authors:
            yield _unused(path, f"no paper is by '{stem}'", _near(stem, catalog.authors))


def _unused(path: str, message: str, hint: str) -> Problem:
    return warning(path, 0, f"{message}, so these words stay out", hint)


def _near(stem: str, known: Collection[str]) -> str:
    hint = nearest(stem, known)
    return hint if hint.startswith("did you mean") else ""
