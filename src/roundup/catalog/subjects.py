"""What connects papers and roundups: topics and series."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from roundup.catalog.catalog import Entry, Paper, Roundup, Series, Topic
from roundup.content.article import Article
from roundup.content.settings import Settings
from roundup.content.words import topic_slug


def labels(articles: Iterable[Article]) -> dict[str, str]:
    """How authors wrote each tag, by slug: the first spelling that is more than the slug itself."""
    found: dict[str, str] = {}
    for article in sorted(articles, key=lambda one: one.path):
        for tag in getattr(article.fields, "tags", ()):
            slug = topic_slug(tag)
            if found.get(slug, slug) == slug:
                found[slug] = tag
    return {slug: slug.replace("-", " ") if tag == slug else tag for slug, tag in found.items()}


def topics(
    papers: Mapping[str, Paper],
    roundups: Mapping[str, Roundup],
    settings: Settings,
    written: Mapping[str, str],
) -> dict[str, Topic]:
    """Every tag with what carries it, by slug; `same_as` of the settings joins spellings.

    A paper carries the tags of all its entries, a roundup those of all its languages. `written` holds
    how authors wrote each tag.
    """
    joined = {other: one.tag for one in settings.tags for other in one.same_as}
    titles = {one.tag: one.titles for one in settings.tags}
    of_papers: dict[str, dict[str, None]] = defaultdict(dict)
    of_roundups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, paper in sorted(papers.items()):
        for slug in paper.facts.tags:
            of_papers[joined.get(slug, slug)][key] = None
    for key, roundup in sorted(roundups.items()):
        for entry in roundup.entries:
            for slug in _tags_of(entry):
                of_papers[joined.get(slug, slug)][entry.paper] = None
        for tag in chain.from_iterable(one.fields.tags for one in roundup.editions):
            if slug := topic_slug(tag):
                of_roundups[joined.get(slug, slug)][key] = None
    return {
        slug: Topic(
            slug=slug,
            label=written.get(slug, slug),
            titles=titles.get(slug, ()),
            papers=tuple(sorted(of_papers.get(slug, ()))),
            roundups=tuple(of_roundups.get(slug, ())),
        )
        for slug in sorted({*of_papers, *of_roundups})
    }


def _tags_of(entry: Entry) -> Iterator[str]:
    yield from entry.facts.tags
    for words in entry.words:
        if words.facts:
            yield from words.facts.tags


def series(roundups: Mapping[str, Roundup]) -> dict[str, Series]:
    """The series by slug, their editions newest first."""
    editions: dict[str, list[Roundup]] = defaultdict(list)
    for roundup in roundups.values():
        if roundup.series:
            editions[topic_slug(roundup.series)].append(roundup)
    found = {}
    for slug, members in sorted(editions.items()):
        ordered = sorted(members, key=lambda one: (one.period, one.dated, one.key), reverse=True)
        keys = tuple(one.key for one in ordered)
        found[slug] = Series(slug=slug, name=ordered[0].series, roundups=keys)
    return found
