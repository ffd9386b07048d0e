"""Pictures that pages show are made smaller before pages are planned: only then is known which sizes pay."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from roundup.build.deferred import called
from roundup.build.gallery import Gallery, Known
from roundup.build.load import Crew
from roundup.build.parallel import mapped
from roundup.build.prepare import Prepared
from roundup.build.renditions import Made, Order
from roundup.content.words import fingerprint
from roundup.pages.filefacts import FileFact
from roundup.pages.pictures import pictures
from roundup.problems import Problem, warning

_LEAST_BYTES = 4_096  # what the first packets of an answer hold is not worth a second file
_MOST_PIXELS = 50_000_000  # of four bytes each in a worker's memory
_workshop: Callable[[list[Order]], list[Made]] = partial(called, "roundup.build.encode", "make_all")


def with_renditions(
    prepared: Prepared, gallery: Gallery, crew: Crew, progress: Callable[[int], None]
) -> tuple[Prepared, tuple[Problem, ...]]:
    """The site with every shown picture's smaller files known and kept, and the pictures that have none.

    `progress` is told how many pictures have been made smaller.
    """
    files = prepared.files
    shown = pictures(prepared.scope)
    if not shown:
        return prepared, ()
    known = gallery.known()
    wanted = {files[path].digest: path for path in shown if _is_wanted(prepared, path)}
    missing = [path for digest, path in wanted.items() if digest not in known]
    executor = crew.executor if len(missing) > 1 else None
    done = mapped(_workshop, _orders(prepared, missing), 1, executor, crew.jobs)
    for count, made in enumerate(done, 1):
        gallery.keep(made)
        progress(count)
        known[made.digest] = Known(tuple(one for one, _ in made.files), made.is_broken)
    gallery.forget(known.keys() - {fact.digest for fact in files.values()})
    faults = tuple(_faults(files, shown, known))
    facts = {path: _with(files[path], known) for path in shown}
    return msgspec.structs.replace(prepared, files={**files, **facts}), faults


def _is_wanted(prepared: Prepared, path: str) -> bool:
    fact, size = prepared.files[path], prepared.tree.files[path].stamp.size
    return 0 < fact.width * fact.height <= _MOST_PIXELS and size >= _LEAST_BYTES


def _orders(prepared: Prepared, paths: Iterable[str]) -> Iterator[Order]:
    for path in paths:
        fact = prepared.files[path]
        try:
            data = Path(prepared.tree.files[path].where).read_bytes()
        except OSError:
            continue  # told where the file itself is copied
        # A file that has changed since it was looked at is left to the next build.
        if fingerprint(data) == fact.digest:
            yield Order(data, fact.digest, (fact.width, fact.height))


def _with(fact: FileFact, known: Mapping[str, Known]) -> FileFact:
    found = known.get(fact.digest)
    return msgspec.structs.replace(fact, renditions=found.renditions) if found else fact


def _faults(
    files: Mapping[str, FileFact], shown: tuple[str, ...], known: Mapping[str, Known]
) -> Iterator[Problem]:
    for path in shown:
        fact = files[path]
        if not fact.width or known.get(fact.digest, Known()).is_broken:
            hint = "export it again: not all readers see it"
            yield warning(path, 0, "the picture is broken", hint)
        elif fact.width * fact.height > _MOST_PIXELS:
            millions = _MOST_PIXELS // 1_000_000
            message = (
                f"the picture has more than {millions} million pixels: all readers load it whole"
            )
            yield warning(path, 0, message, "make it smaller")
