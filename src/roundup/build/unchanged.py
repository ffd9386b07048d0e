"""The build that is none: where nothing has changed since the last one, next to nothing is loaded or read."""

import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from roundup.build.folders import Damaged, held
from roundup.build.output import Output
from roundup.build.report import Report
from roundup.build.sources import Options, Sources, Unreadable, look
from roundup.build.state import Last, State
from roundup.build.tree import Stamp
from roundup.content.words import fingerprint
from roundup.problems import in_order


def unchanged(site: Path, options: Options) -> Report | None:
    """The report of a build that has nothing to do, or cannot begin; None where there is work."""
    started = time.perf_counter()
    try:
        with held(site, options) as (state, output):
            last = state.last(str(output.folder))
            report = standing(last, look(site, options), options, output) if last else None
            if report is None:
                return None
    except Damaged:
        return None  # the build mends it
    except Unreadable as fault:
        return Report(problems=in_order(fault.problems))
    seconds = time.perf_counter() - started
    return msgspec.structs.replace(report, seconds=seconds, output=str(output.folder))


def standing(
    last: Last | None, sources: Sources, options: Options, output: Output
) -> Report | None:
    """The report on an output that the last build left and that is as good as new; None for any other."""
    mark = sources.mark(options)
    if not mark or options.why or options.digest or last is None or last.mark != mark:
        return None
    if last.output != traced({path: output.stamp(path) for path in output.ours}):
        return None
    return Report(problems=last.problems, strict=options.strict, pages=last.pages)


def keep_standing(
    mark: str, report: Report, stamps: Mapping[str, Stamp], state: State, output: Output
) -> None:
    """Remembers an output, what was looked at for it, and what was said."""
    last = Last(mark, traced(stamps), report.pages, report.problems)
    state.keep_last(str(output.folder), last)


def traced(stamps: Mapping[str, Stamp | None]) -> str:
    """A digest of the stamps of files."""
    return fingerprint(msgspec.msgpack.encode(sorted(stamps.items())))
