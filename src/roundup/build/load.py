"""Reads the site folder into articles: only files that changed are read, only changed bytes are parsed."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from typing import NamedTuple

import msgspec

from roundup.build.parallel import mapped
from roundup.build.report import NOBODY, Audience
from roundup.build.search import Indexing, index_now
from roundup.build.state import SourceTrace, State
from roundup.build.tree import CONTENT, File, Stamp, Tree, settled
from roundup.content import frontmatter
from roundup.content.article import Article, Parsed, Reading, parse
from roundup.content.place import Misplaced, Place, place_of
from roundup.content.settings import Settings
from roundup.content.words import fingerprint
from roundup.problems import Problem, error

BATCH = 40
_LANGUAGE_PROBE = 4_096
Recalled = dict[str, tuple[bytes, Article]]


class Loaded(msgspec.Struct, frozen=True):
    """The articles of a site, what could not become one, and how many were parsed."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    parsed: int


class _Task(NamedTuple):
    """A file to be parsed, and the stamp and trace it will be kept under."""

    path: str
    place: Place
    data: bytes
    reading: Reading
    stamp: Stamp | None
    trace: str


class Crew(NamedTuple):
    """Who does the work: an executor, or nobody for serial work; how many they are; who makes the search index.

    `audience` are those who wait for it. `recalled` are articles of an earlier build in this process with
    the bytes that they are kept as, by path; those of this one are added.
    """

    executor: Executor | None
    jobs: int
    indexing: Indexing = index_now
    audience: Audience = NOBODY
    recalled: Recalled | None = None


def load(tree: Tree, settings: Settings, state: State, crew: Crew, now_ns: int) -> Loaded:
    """The articles below `content/`, parsed where state does not know them; new ones are kept there."""
    known = state.sources()
    problems: list[Problem] = []
    places = dict(_places(tree, settings, problems))
    languages = _folder_languages(tree, places, settings, known, crew)
    articles: dict[str, Article] = {}
    kept: dict[str, SourceTrace] = {}
    tasks: list[_Task] = []
    for path, place in places.items():
        reading = reading_of(settings, languages.get(place.folder, settings.language))
        trace = known.get(path)
        file = tree.files[path]
        if trace and trace.stamp == file.stamp and trace.trace.endswith(_suffix(reading)):
            articles[path] = _article(path, trace, crew)
            continue
        data = _bytes(file, problems)
        if data is None:
            continue
        stamp = settled(file.stamp, now_ns)
        mark = fingerprint(data) + _suffix(reading)
        if trace and trace.trace == mark:
            articles[path] = _article(path, trace, crew)
            kept[path] = SourceTrace(stamp, mark, trace.article)
        else:
            tasks.append(_Task(path, place, data, reading, stamp, mark))
    bodies = {}
    for task, parsed in zip(tasks, _parse(tasks, crew), strict=True):
        articles[task.path] = parsed.article
        blob = msgspec.msgpack.encode(parsed.article)
        kept[task.path] = SourceTrace(task.stamp, task.trace, blob)
        bodies[task.path] = parsed.bodies
    gone = sorted(path for path in known if path not in articles)
    if kept or gone:
        state.keep_sources(kept, bodies, gone)
    ordered = tuple(articles[path] for path in sorted(articles))
    return Loaded(ordered, tuple(problems), len(tasks))


def _article(path: str, trace: SourceTrace, crew: Crew) -> Article:
    """An article as state keeps it."""
    if crew.recalled is None:
        return msgspec.msgpack.decode(trace.article, type=Article)
    data, article = crew.recalled.get(path, (b"", None))
    if article is None or data != trace.article:
        article = msgspec.msgpack.decode(trace.article, type=Article)
        crew.recalled[path] = trace.article, article
    return article


def _places(tree: Tree, settings: Settings, problems: list[Problem]) -> Iterator[tuple[str, Place]]:
    languages = tuple(one.tag for one in settings.languages)
    for file in tree.below(CONTENT):
        if file.path.endswith(".md"):
            try:
                yield file.path, place_of(file.path, languages)
            except Misplaced as fault:
                problems.append(error(file.path, 0, fault.message, fault.hint))


def _folder_languages(
    tree: Tree,
    places: Mapping[str, Place],
    settings: Settings,
    known: Mapping[str, SourceTrace],
    crew: Crew,
) -> dict[str, str]:
    """The language of each roundup's folder where its `index.md` names one: entries without a tag follow it."""
    found = {}
    for path, place in places.items():
        if place.kind != "roundup" or place.tag:
            continue
        trace = known.get(path)
        if trace and trace.stamp == tree.files[path].stamp:
            language = _article(path, trace, crew).fields.language
        else:
            language = _named_language(tree.files[path])
        if language and settings.speaks(language):
            found[place.folder] = language
    return found


def _named_language(file: File) -> str:
    data = _bytes(file, [])
    if not data or b"language" not in data[:_LANGUAGE_PROBE]:
        return ""
    try:
        fields = frontmatter.read(frontmatter.decode(data)).fields
    except ValueError:
        return ""
    language = fields.get("language")
    return language if isinstance(language, str) else ""


def reading_of(settings: Settings, language: str) -> Reading:
    """How an article is read that names no language itself."""
    return Reading(
        language=language,
        math=settings.markdown.math,
        smart=settings.markdown.smart,
        trusted=settings.security.trusted_content,
        frames=settings.security.allow.frame,
    )


def _suffix(reading: Reading) -> str:
    return " " + fingerprint(msgspec.msgpack.encode(reading))


def _bytes(file: File, problems: list[Problem]) -> bytes | None:
    try:
        with open(file.where, "rb") as stream:
            return stream.read(frontmatter.ARTICLE_LIMIT + 1)
    except OSError as fault:
        hint = "check its permissions"
        problems.append(error(file.path, 0, f"cannot be read: {fault.strerror}", hint))
        return None


def _parse(tasks: list[_Task], crew: Crew) -> Iterable[Parsed]:
    executor = crew.executor if len(tasks) > BATCH else None
    return mapped(_parse_batch, tasks, BATCH, executor, crew.jobs)


def _parse_batch(tasks: list[_Task]) -> list[Parsed]:
    return [parse(task.path, task.place, task.data, task.reading) for task in tasks]
