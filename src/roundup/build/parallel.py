"""One ordered map over batches: in this process when small, over an executor's workers when large."""

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import Any, Generic, TypeVar

from roundup.build.undisturbed import undisturbed

T = TypeVar("T")
R = TypeVar("R")

_WINDOW = 4  # batches under way for each worker, so that results never pile up
_MOST_WORKERS = 64  # more of them take longer to start than they save


def default_jobs() -> int:
    """As many workers as this process has processors."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """An executor of so many processes, within reason; None for a single one."""
    if jobs < 2:
        yield None
        return
    fork = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if fork else "spawn")
    most = min(jobs, _MOST_WORKERS)
    with ProcessPoolExecutor(most, mp_context=context, initializer=_obey_parent) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _obey_parent() -> None:
    """Leaves Ctrl-C to the parent; ends a worker whose parent was killed, lest it hold the locks for ever."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Parcel(Generic[T]):
    """A value that goes to workers with every batch, and is packed once and unpacked once in each of them."""

    def __init__(self, value: T) -> None:
        self._data = pickle.dumps(value)

    def value(self) -> T:
        """What was packed."""
        found: T = _unpacked(self._data)
        return found


@lru_cache(maxsize=4)
def _unpacked(data: bytes) -> Any:
    return pickle.loads(data)


def mapped(
    function: Callable[[list[T]], list[R]],
    items: Iterable[T],
    size: int,
    executor: Executor | None,
    jobs: int,
) -> Iterator[R]:
    """The results for all items in order; `function` takes and returns batches of at most `size`."""
    batches = _batches(items, size)
    if executor is None:
        for batch in batches:
            yield from function(batch)
        return
    waiting: deque[Future[list[R]]] = deque()
    for batch in batches:
        with undisturbed():  # the first one makes the workers, which take over how signals are met
            waiting.append(executor.submit(function, batch))
        if len(waiting) >= _WINDOW * jobs:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
