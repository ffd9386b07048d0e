"""The build: what has to be rendered, rendered and published; what has not, left alone."""

import hashlib
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from roundup.build.fingerprint import fingerprint
from roundup.build.load import Crew
from roundup.build.output import Output, Refused, opened
from roundup.build.parallel import default_jobs, workers
from roundup.build.prepare import Options, Unreadable, prepare, read_settings
from roundup.build.state import Cache, Memory, OutputTrace, State
from roundup.build.survey import Survey, results
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.problems import Problem, error, in_order

CACHE = ".roundup"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did; `rendered` holds addresses, `written` and `removed` files."""

    problems: tuple[Problem, ...]
    pages: int = 0
    parsed: int = 0
    rendered: tuple[str, ...] = ()
    written: int = 0
    removed: tuple[str, ...] = ()
    seconds: float = 0.0
    output: str = ""
    why: str = ""
    digest: str = ""

    @property
    def failed(self) -> bool:
        """Whether an error kept the output as it was."""
        return any(problem.is_error for problem in self.problems)


def build(site: Path, options: Options) -> Report:
    """Builds a site; with an error among the report's problems the output is as it was before."""
    started = time.perf_counter()
    try:
        settings = read_settings(site, options.base_url)
        folder = output_folder(site, options.output, settings.build.output)
        state = opened_state(site, options.fresh)
        try:
            jobs = options.jobs or default_jobs()
            with opened(folder) as output, workers(jobs) as executor:
                report = _build(site, options, state, output, Crew(executor, jobs))
        finally:
            state.close()
    except Unreadable as fault:
        return Report(problems=in_order(fault.problems))
    except Refused as fault:
        return Report(problems=(fault.problem,))
    except OSError as fault:
        name = str(fault.filename or site)
        return Report(problems=(error(name, 0, f"cannot be written: {fault.strerror}"),))
    seconds = time.perf_counter() - started
    return msgspec.structs.replace(report, seconds=seconds, output=str(folder))


def opened_state(site: Path, fresh: bool = False) -> State:
    """The site's cache, or for a fresh build a state that knows and leaves nothing."""
    return Memory() if fresh else Cache(site / CACHE / "state.db", fingerprint())


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


def _build(site: Path, options: Options, state: State, output: Output, crew: Crew) -> Report:
    prepared = prepare(site, options, state, crew, time.time_ns())
    problems = list(prepared.problems)
    if not _fine(problems):
        return Report(problems=in_order(problems), parsed=prepared.parsed)
    survey = Survey(prepared, state.outputs(str(output.folder)), output)
    traces: dict[str, OutputTrace] = {}
    rendered: list[str] = []
    written = 0
    for due, result in results(survey.due(), prepared, state, crew):
        rendered.append(due.page.address)
        if result.problem:
            problems.append(result.problem)
        else:
            written += output.stage(due.path, result.data)
            traces[due.path] = due.trace
    problems += survey.clashes()
    if not _fine(problems):
        output.discard()
        return Report(problems=in_order(problems), parsed=prepared.parsed)
    gone = output.publish(survey.paths)
    _remember(state, output, traces, survey)
    return Report(
        problems=in_order(problems),
        pages=len(survey.paths),
        parsed=prepared.parsed,
        rendered=tuple(rendered),
        written=written,
        removed=tuple(gone),
        why=survey.reason(options.why) if options.why else "",
        digest=digest(output.folder, survey.paths) if options.digest else "",
    )


def _fine(problems: Iterable[Problem]) -> bool:
    return not any(problem.is_error for problem in problems)


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
