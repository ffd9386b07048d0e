"""The build: what has to be rendered, rendered and published; what has not, left alone."""

import hashlib
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from roundup.build.fingerprint import fingerprint
from roundup.build.images import with_renditions
from roundup.build.load import Crew
from roundup.build.output import Output, Refused, opened
from roundup.build.parallel import default_jobs, workers
from roundup.build.prepare import Prepared, prepare
from roundup.build.render import Rendered
from roundup.build.search import Indexing, index_now
from roundup.build.sources import Options, Unreadable, look, read_settings
from roundup.build.state import Cache, Last, Memory, OutputTrace, State
from roundup.build.survey import Due, Survey, results
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.pages.addresses import SEARCH_INDEX
from roundup.pages.check import file_problems, page_link_problems
from roundup.problems import Problem, error, in_order

CACHE = ".roundup"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did; `rendered` holds addresses, `written` and `removed` files.

    `indexed` counts the files of the search index among those written and removed.
    """

    problems: tuple[Problem, ...]
    strict: bool = False
    pages: int = 0
    parsed: int = 0
    rendered: tuple[str, ...] = ()
    written: int = 0
    removed: tuple[str, ...] = ()
    indexed: int = 0
    seconds: float = 0.0
    output: str = ""
    why: str = ""
    digest: str = ""

    @property
    def failed(self) -> bool:
        """Whether problems kept the output as it was."""
        return _stopped(self.problems, self.strict)


def _stopped(problems: Iterable[Problem], strict: bool) -> bool:
    """An error stops every build, a warning a strict one."""
    return any(problem.is_error or strict for problem in problems)


Progress = Callable[[int], None]


def unwatched(made: int) -> None:
    """The progress that nobody looks at."""


def build(
    site: Path,
    options: Options,
    progress: Progress = unwatched,
    indexing: Indexing = index_now,
) -> Report:
    """Builds a site; with an error among the report's problems the output is as it was before.

    In a strict build a warning keeps it too. `progress` is told how many pictures, then pages, have been made;
    `indexing` makes the search index where it is due, or nothing while an older one may stand.
    """
    started = time.perf_counter()
    try:
        with _faults_told(site):
            usual = read_settings(site).build.output
            folder = output_folder(site, options.output, usual)
            jobs = options.jobs or default_jobs()
            with (
                closing(opened_state(site, options.fresh)) as state,
                opened(folder) as output,
                workers(jobs) as executor,
            ):
                crew = Crew(executor, jobs, indexing)
                report = _build(site, options, state, output, crew, progress)
    except Unreadable as fault:
        return Report(problems=in_order(fault.problems))
    seconds = time.perf_counter() - started
    return msgspec.structs.replace(report, seconds=seconds, output=str(folder))


def read_site(site: Path, options: Options) -> Prepared:
    """Reads a site as a build does and writes nothing but the cache; raises Unreadable."""
    with _faults_told(site):
        sources = look(site, options)
        jobs = options.jobs or default_jobs()
        with closing(opened_state(site, options.fresh)) as state, workers(jobs) as executor:
            return prepare(sources, options, state, Crew(executor, jobs))


@contextmanager
def _faults_told(site: Path) -> Iterator[None]:
    """Whatever the machine refuses becomes a problem: raises Unreadable."""
    try:
        yield
    except Refused as fault:
        raise Unreadable(fault.problem) from None
    except OSError as fault:
        name, why = str(fault.filename or site), fault.strerror or str(fault)
        raise Unreadable(error(name, 0, f"cannot be used: {why}")) from None
    except sqlite3.Error as fault:
        hint = f"delete the folder {CACHE}, or build with --fresh"
        raise Unreadable(error(CACHE, 0, f"the cache cannot be used: {fault}", hint)) from None


def opened_state(site: Path, fresh: bool = False) -> State:
    """The site's cache, or for a fresh build a state that knows and leaves nothing."""
    return Memory() if fresh else Cache(site / CACHE, fingerprint())


def output_folder(site: Path, chosen: Path | None, usual: str) -> Path:
    """Where the site is written; raises Refused for the site itself, its parents and source folders."""
    folder = (site / usual if chosen is None else chosen).resolve()
    root = site.resolve()
    sources = [root / name for name in (CONTENT, TEMPLATES, STATIC, CACHE, ".git")]
    bad = folder == root or folder in root.parents
    bad = bad or any(folder == one or one in folder.parents for one in sources)
    if bad and not (chosen is not None and folder.is_relative_to(root / CACHE)):
        message = "the output would overwrite the site's own files"
        hint = "choose another folder, as --output public"
        raise Refused(error(str(folder), 0, message, hint))
    return folder


def _build(
    site: Path, options: Options, state: State, output: Output, crew: Crew, progress: Progress
) -> Report:
    sources = look(site, options)
    mark = sources.mark(options)
    if last := still_valid(mark, options, state, output):
        return Report(problems=last.problems, strict=options.strict, pages=last.pages)
    prepared = prepare(sources, options, state, crew)
    problems = [*prepared.problems, *prepared.card_problems()]
    problems += file_problems(prepared.scope)
    if not _stopped(problems, strict=False):
        prepared, faults = with_renditions(prepared, state.gallery, crew, progress)
        problems += faults
    survey = Survey(prepared, state.outputs(str(output.folder)), output)
    work = _Work()
    if not _stopped(problems, strict=False):
        done = results(survey.due(), prepared, state, crew)
        work = _rendered(done, survey, output, progress)
    elif not _stopped(prepared.theme.problems, strict=False):
        # Nothing will be written, but links may be wrong too: all problems are told at once.
        deque(survey.due(), maxlen=0)
    problems += (*work.problems, *survey.clashes())
    if survey.paths:
        problems += page_link_problems(prepared.scope, survey.paths)
    found = Report(problems=in_order(problems), strict=options.strict, parsed=prepared.parsed)
    if found.failed:
        output.discard()
        return found
    report = _published(found, work, survey, state, output)
    if not survey.is_behind:
        state.keep_last(str(output.folder), Last(mark, report.pages, found.problems))
    return msgspec.structs.replace(
        report,
        why=survey.reason(options.why) if options.why else "",
        digest=digest(output.folder, survey.paths) if options.digest else "",
    )


def _published(
    found: Report, work: "_Work", survey: Survey, state: State, output: Output
) -> Report:
    """Puts what was rendered in its place, and remembers it."""
    gone = output.publish(survey.paths)
    _remember(state, output, work.traces, survey)
    return msgspec.structs.replace(
        found,
        pages=len(survey.paths),
        rendered=work.rendered,
        written=work.written,
        removed=tuple(gone),
        indexed=work.indexed + sum(map(_is_index, gone)),
    )


class _Work(NamedTuple):
    """What rendering came to: the pages done, what to remember of them, and what failed."""

    rendered: tuple[str, ...] = ()
    written: int = 0
    indexed: int = 0
    traces: Mapping[str, OutputTrace] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def _rendered(
    done: Iterable[tuple[Due, Rendered | None]], survey: Survey, output: Output, progress: Progress
) -> _Work:
    """Stages every page as it is done; a template that fails at one place on many pages is told once."""
    rendered: list[str] = []
    traces: dict[str, OutputTrace] = {}
    broken: dict[tuple[str, int], Problem] = {}
    written = indexed = 0
    for due, result in done:
        if result is None:
            survey.leave(due)
            continue
        rendered.append(due.page.address)
        progress(len(rendered))
        if result.problem:
            broken.setdefault((result.problem.file, result.problem.line), result.problem)
        else:
            for path, data in _files(due, result):
                staged = output.stage(path, data)
                written += staged
                indexed += staged and _is_index(path)
                traces[path] = due.trace
                survey.note(due.page, path)
    return _Work(tuple(rendered), written, indexed, traces, tuple(broken.values()))


def _files(due: Due, result: Rendered) -> Iterator[tuple[str, bytes]]:
    """Every file of a page with its bytes."""
    yield due.path, result.data
    folder = due.path.rpartition("/")[0]
    for name, data in result.beside:
        yield f"{folder}/{name}", data


def _is_index(path: str) -> bool:
    return path.startswith(SEARCH_INDEX.removeprefix("/"))


def still_valid(mark: str, options: Options, state: State, output: Output) -> Last | None:
    """The last build into this folder, where nothing it looked at or wrote has changed since."""
    last = state.last(str(output.folder))
    if not mark or options.why or options.digest or last is None or last.mark != mark:
        return None
    known = state.outputs(str(output.folder))
    whole = output.ours == known.keys()
    intact = whole and all(output.stamp(path) == one.stamp for path, one in known.items())
    return last if intact else None


def _remember(
    state: State, output: Output, traces: Mapping[str, OutputTrace], survey: Survey
) -> None:
    stamped = {
        path: msgspec.structs.replace(trace, stamp=stamp)
        for path, trace in traces.items()
        if (stamp := output.stamp(path))
    }
    forgotten = [path for path in survey.known if path not in survey.paths]
    if stamped or forgotten:
        state.keep_outputs(str(output.folder), stamped, forgotten)


def digest(folder: Path, paths: Iterable[str]) -> str:
    """The SHA-256 of the names and bytes of the output's files: equal sites have equal ones."""
    found = hashlib.sha256()
    for path in sorted(paths):
        data = (folder / path).read_bytes()
        found.update(f"{path}\0{len(data)}\0".encode() + data)
    return found.hexdigest()
