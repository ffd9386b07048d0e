"""The search index: documents made of records, read by Pagefind, its files handed back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from roundup.build.bundle import bundle
from roundup.build.documents import UNSEARCHED, document
from roundup.build.pagefind import PagefindFailed, indexing
from roundup.content.config import SITE_FILE
from roundup.pages.addresses import encoded
from roundup.pages.views import IndexView, SearchRecord
from roundup.problems import Problem, error

_BATCH = 200

Files = Iterable[tuple[str, bytes]]
Bodies = Callable[[Iterable[str]], Mapping[str, str]]
Indexing = Callable[[bytes, IndexView, Bodies], Files | None]


class Unindexed(Exception):
    """There is no index; carries the problem that says why."""

    def __init__(self, why: object) -> None:
        super().__init__(why)
        hint = "leave search out with [pages] search = false"
        message = f"Pagefind makes no search index: {why}"
        self.problem: Problem = error(SITE_FILE, 0, message, hint)


def index_now(key: bytes, view: IndexView, bodies: Bodies) -> Files:
    """The files of the index, made at once."""
    return index_files(view, bodies)


def index_later(key: bytes, view: IndexView, bodies: Bodies) -> None:
    """No index now: what stands in the output stays."""


def index_files(view: IndexView, bodies: Bodies) -> Iterator[tuple[str, bytes]]:
    """The files of a part of the index by name, its entry first; raises Unindexed, now or when they are asked for.

    All is sent to Pagefind at once, which works on it until the first file is asked for. The same
    records give the same bytes, in any folder and with any number of threads.
    """
    files = _files(view, bodies)
    next(files)
    return files


def _files(view: IndexView, bodies: Bodies) -> Iterator[tuple[str, bytes]]:
    """First, when all is sent, nothing; then the files."""
    try:
        with indexing(_documents(view.records, bodies), UNSEARCHED) as made:
            yield "", b""
            files = made()
        yield from bundle(files, scripts=view.is_first)
    except (PagefindFailed, ValueError, LookupError) as fault:
        raise Unindexed(fault) from None


def _documents(records: Iterable[SearchRecord], bodies: Bodies) -> Iterator[tuple[str, str]]:
    for batch in _batches(records):
        texts = bodies({body.digest for record in batch for body in record.bodies})
        for record in batch:
            yield encoded(record.address), document(record, texts)


def _batches(records: Iterable[SearchRecord]) -> Iterator[list[SearchRecord]]:
    source = iter(records)
    while batch := list(islice(source, _BATCH)):
        yield batch
