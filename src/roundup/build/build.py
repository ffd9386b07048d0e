"""The build: what has to be rendered, rendered and published; what has not, left alone."""

import hashlib
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from roundup.build.ahead import make_ahead
from roundup.build.folders import faults_told, held, mended, opened_state
from roundup.build.images import with_renditions
from roundup.build.load import Crew, Recalled
from roundup.build.output import Output
from roundup.build.parallel import default_jobs, workers
from roundup.build.prepare import Prepared, prepare
from roundup.build.render import Rendered
from roundup.build.report import NOBODY, Audience, Progress, Report, stopped, unwatched
from roundup.build.search import Indexing, index_now
from roundup.build.sources import Options, Unreadable, look
from roundup.build.state import OutputTrace, State
from roundup.build.survey import Due, Survey, results
from roundup.build.tree import Stamp
from roundup.build.unchanged import keep_standing, standing
from roundup.pages.addresses import SEARCH_INDEX
from roundup.pages.check import file_problems, page_link_problems
from roundup.problems import Problem, in_order


def build(
    site: Path,
    options: Options,
    progress: Progress = unwatched,
    indexing: Indexing = index_now,
    audience: Audience = NOBODY,
    recalled: Recalled | None = None,
) -> Report:
    """Builds a site; with an error among the report's problems the output is as it was before.

    In a strict build a warning keeps it too. `progress` is told how many pictures, then pages, have been made;
    `indexing` makes the search index where it is due, or nothing while an older one may stand. What the
    `audience` looks at comes first; raises Abandoned where it waits no longer, and the output is as it was.
    """
    started = time.perf_counter()
    jobs = options.jobs or default_jobs()

    def work() -> Report:
        with held(site, options) as (state, output), workers(jobs) as executor:
            crew = Crew(executor, jobs, indexing, audience, recalled)
            report = _build(site, options, state, output, crew, progress)
            return msgspec.structs.replace(report, output=str(output.folder))

    try:
        report = mended(site, work)
    except Unreadable as fault:
        return Report(problems=in_order(fault.problems))
    return msgspec.structs.replace(report, seconds=time.perf_counter() - started)


def read_site(site: Path, options: Options) -> Prepared:
    """Reads a site as a build does and writes nothing but the cache; raises Unreadable."""
    jobs = options.jobs or default_jobs()

    def work() -> Prepared:
        with faults_told(site):
            sources = look(site, options)
            with closing(opened_state(site, options.fresh)) as state, workers(jobs) as executor:
                return prepare(sources, options, state, Crew(executor, jobs))

    return mended(site, work)


def _build(
    site: Path, options: Options, state: State, output: Output, crew: Crew, progress: Progress
) -> Report:
    sources = look(site, options)
    last = state.last(str(output.folder))
    looked_at = crew.audience.looks_at()
    if not looked_at and (report := standing(last, sources, options, output)):
        return report
    prepared = prepare(sources, options, state, crew)
    problems = [*prepared.problems, *file_problems(prepared.scope)]
    if not stopped(problems, strict=False):
        prepared, faults = with_renditions(prepared, state.gallery, crew, progress)
        problems += faults
        make_ahead(prepared, state, crew.audience)
    problems += prepared.card_problems()
    survey = Survey(prepared, state.outputs(str(output.folder)), output, crew.audience)
    work = _Work()
    if not stopped(problems, strict=False):
        done = results(survey.due(), prepared, state, crew)
        work = _rendered(done, survey, output, progress)
    elif not stopped(prepared.theme.problems, strict=False):
        # Nothing will be written, but links may be wrong too: all problems are told at once.
        deque(survey.due(), maxlen=0)
    problems += (*work.problems, *survey.clashes())
    if survey.paths:
        problems += page_link_problems(prepared.scope, survey.paths)
    found = Report(problems=in_order(problems), strict=options.strict, parsed=prepared.parsed)
    if found.failed:
        output.discard()
        return found
    gone = output.publish(survey.paths)
    stamps = _remember(state, output, work.traces, survey)
    report = _published(found, work, survey, gone)
    if not survey.is_behind:
        keep_standing(sources.mark(options), report, stamps, state, output)
    return msgspec.structs.replace(
        report,
        why=survey.reason(options.why) if options.why else "",
        digest=digest(output.folder, survey.paths) if options.digest else "",
    )


def _published(found: Report, work: "_Work", survey: Survey, gone: Sequence[str]) -> Report:
    """The report of what was put in its place."""
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


def _remember(
    state: State, output: Output, traces: Mapping[str, OutputTrace], survey: Survey
) -> dict[str, Stamp]:
    """Keeps what is known of every file now, and returns the stamps of all."""
    stamped = {
        path: msgspec.structs.replace(trace, stamp=stamp)
        for path, trace in traces.items()
        if (stamp := output.stamp(path))
    }
    forgotten = [path for path in survey.known if path not in survey.paths]
    if stamped or forgotten:
        state.keep_outputs(str(output.folder), stamped, forgotten)
    known = {**survey.known, **stamped}
    return {path: known[path].stamp for path in survey.paths if path in known}


def digest(folder: Path, paths: Iterable[str]) -> str:
    """The SHA-256 of the names and bytes of the output's files: equal sites have equal ones."""
    found = hashlib.sha256()
    for path in sorted(paths):
        data = (folder / path).read_bytes()
        found.update(f"{path}\0{len(data)}\0".encode() + data)
    return found.hexdigest()
