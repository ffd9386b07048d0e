"""Pagefind's program, spoken to as its own libraries do: messages in, one at a time, the files of the index out.

Its command line reads a folder in the order that the file system lists it, which differs from one to the
next and numbers the pages; messages are taken in the order in which they are sent.
"""

import base64
import importlib.util
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

PACKAGE = "pagefind_bin_extended"  # the one that splits Chinese and Japanese into words
_NAMES = ("pagefind_extended", "pagefind_extended.exe")
_OWN_VARIABLES = "PAGEFIND_"
_CHUNK = 1 << 16
_INDEX = 0  # the number of the first index that it is asked for
_LAST = 1 << 30  # the number of the message whose answer is the last


class PagefindFailed(Exception):
    """There is no index; says why."""


@cache
def program() -> Path | None:
    """The program, where its package is installed; the package itself is not imported."""
    found = importlib.util.find_spec(PACKAGE)
    folders = found.submodule_search_locations if found else None
    paths = (Path(folder) / name for folder in folders or () for name in _NAMES)
    return next((path for path in paths if path.is_file()), None)


@contextmanager
def indexing(
    documents: Iterable[tuple[str, str]], excluded: str
) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Sends documents, each an address and HTML, to be indexed; what it gives waits for the files, by name.

    `excluded` selects what is not searched in them. No variable and no file of the machine has a say.
    Raises PagefindFailed.
    """
    try:
        with ThreadPoolExecutor(1) as reader, _service() as (incoming, outgoing):
            answer = reader.submit(_last_answer, outgoing)
            for message in _messages(documents, excluded):
                incoming.write(message)
            incoming.flush()
            yield lambda: _contents(answer.result())
    except OSError as broken:
        raise PagefindFailed(broken.strerror or str(broken)) from None


@contextmanager
def _service() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The running program, by what it hears and says."""
    path = program()
    assert path
    clean = {k: v for k, v in os.environ.items() if not k.startswith(_OWN_VARIABLES)}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        [path, "--service"], stdin=pipe, stdout=pipe, stderr=nowhere, cwd=path.parent, env=clean
    ) as service:
        assert service.stdin
        assert service.stdout
        try:
            yield service.stdin, service.stdout
        finally:
            service.kill()
            with suppress(OSError):
                service.stdin.close()


def _messages(documents: Iterable[tuple[str, str]], excluded: str) -> Iterator[bytes]:
    yield _message(type="NewIndex", config={"exclude_selectors": [excluded]})
    for address, html in documents:
        yield _message(type="AddFile", index_id=_INDEX, url=address, file_contents=html)
    yield _message(_LAST, type="GetFiles", index_id=_INDEX)


def _message(number: int = 0, **payload: Any) -> bytes:
    text = json.dumps({"message_id": number, "payload": payload})
    return base64.b64encode(text.encode()) + b","


def _last_answer(stream: IO[bytes]) -> Any:
    """Reads all answers, lest the program waits for ever to be heard; returns the last, or the first complaint."""
    fault: Any = None
    for answer in _answers(stream):
        if answer["payload"]["type"] == "Error":
            fault = fault or answer["payload"]
        if answer.get("message_id") == _LAST:
            return fault or answer["payload"]
    return fault or {"type": "Error", "message": "it ended too early"}


def _answers(stream: IO[bytes]) -> Iterator[Any]:
    begun: list[bytes] = []
    while data := os.read(stream.fileno(), _CHUNK):
        first, *others = data.split(b",")
        begun.append(first)
        for other in others:
            yield json.loads(base64.b64decode(b"".join(begun)))
            begun = [other]


def _contents(answer: Any) -> dict[str, bytes]:
    if answer["type"] == "Error":
        raise PagefindFailed(answer.get("message", "it does not say why"))
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
