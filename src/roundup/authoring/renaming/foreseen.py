"""What a build would say after a change of name, before anything is written."""

from collections.abc import Iterator, Mapping

from roundup.authoring.changes import Changes
from roundup.authoring.renaming.site import Site
from roundup.build.load import reading_of
from roundup.build.sources import today
from roundup.catalog.check import check
from roundup.catalog.gather import Showing, gather
from roundup.content.article import Article, parse
from roundup.content.config import SITE_FILE, parse_settings
from roundup.content.place import place_of
from roundup.problems import Problem, in_order


def foreseen(site: Site, changes: Changes) -> tuple[Problem, ...]:
    """The errors that the site would have with the changes made."""
    edited = {one.path: one.after for one in changes.edits}
    moved = {one.path: one.target for one in changes.moves}
    toml = edited.get(SITE_FILE, site.toml.encode()).decode().removeprefix("\ufeff")
    settings, problems = parse_settings(toml)
    found = list(problems)
    articles = list(_articles(site, edited, moved, dict(changes.created)))
    showing = Showing(today(), drafts=True, future=True)
    gathered = gather(articles, settings, showing)
    found += gathered.problems
    found += (problem for article in articles for problem in article.problems)
    files = {moved.get(path, path) for path in site.prepared.files}
    found += check(gathered, settings, files, toml)
    return in_order(one for one in found if one.is_error)


def _articles(
    site: Site,
    edited: Mapping[str, bytes],
    moved: Mapping[str, str],
    created: Mapping[str, bytes],
) -> Iterator[Article]:
    """The articles after the changes; what has not changed is not read again."""
    tags = tuple(one.tag for one in site.settings.languages)
    for path, data in site.texts.items():
        known = site.articles.get(path)
        if known and path not in edited and path not in moved:
            yield known
            continue
        language = known.language if known else site.settings.language
        target = moved.get(path, path)
        reading = reading_of(site.settings, language)
        yield parse(target, place_of(target, tags), edited.get(path, data), reading).article
    for path, data in created.items():
        reading = reading_of(site.settings, site.settings.language)
        yield parse(path, place_of(path, tags), data, reading).article
