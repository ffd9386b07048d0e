"""Whether outside links still lead somewhere: asked host by host, remembered, judged with care."""

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from roundup.authoring.lookup.hosts import authority_of, host_of, is_inner
from roundup.authoring.lookup.web import Unavailable, Web

Judgement = Literal["fine", "broken", "unknown"]

_Results = queue.SimpleQueue[tuple[str, Unavailable | None]]

_NOBODY = ("offline", "nameless")
_WORKERS = 8
_ENOUGH = 3  # hosts that nobody can reach, and no other was: then the network itself is asked for
_DAYS: Mapping[Judgement, int] = {"fine": 7, "unknown": 1, "broken": 0}


class Verdict(msgspec.Struct, frozen=True):
    """What came of asking for an address, why, and on which day."""

    judgement: Judgement
    why: str
    asked: date


def target_of(url: str) -> str:
    """The address that is asked for: without fragment, and at the host that arXiv gives to programs."""
    whole = url.partition("#")[0]
    scheme, mark, rest = whole.partition("://")
    host, slash, path = rest.partition("/")
    if host.lower() in ("arxiv.org", "www.arxiv.org"):
        host = "export.arxiv.org"
    return f"{scheme}{mark}{host}{slash}{path}"


def due(targets: Iterable[str], known: Mapping[str, Verdict], today: date) -> tuple[str, ...]:
    """The addresses to ask now: those never asked, and those whose verdict is old; what is broken always."""
    return tuple(
        one
        for one in dict.fromkeys(targets)
        if one not in known or (today - known[one].asked).days >= _DAYS[known[one].judgement]
    )


def ask_all(
    targets: Iterable[str],
    web: Web,
    probe: str,
    today: date,
    told: Callable[[int], None],
    learned: dict[str, Verdict],
) -> bool:
    """Asks for every address, several hosts at a time, and puts each verdict into `learned` as it comes.

    False where no host could be reached, `probe` neither: then there is no network to ask.
    """
    waiting: dict[str, list[str]] = defaultdict(list)
    for one in targets:
        if is_inner(host_of(one)):
            learned[one] = Verdict("broken", "no reader can reach this host", today)
        else:
            waiting[authority_of(one)].append(one)
    results, stop = _started(list(waiting.values()), web)
    unreached: dict[str, Unavailable] = {}
    reached = False
    try:
        for number in range(1, sum(map(len, waiting.values())) + 1):
            url, fault = results.get()
            told(number)
            if fault is None or fault.reason not in _NOBODY:
                reached = True
                learned[url] = _verdict(url, fault, today)
                continue
            unreached[url] = fault
            hosts = {authority_of(one) for one in unreached}
            if not reached and len(hosts) >= min(_ENOUGH, len(waiting)):
                reached = _is_reached(web, probe)
                if not reached:
                    return False
    finally:
        stop.set()
    learned.update({url: _verdict(url, fault, today) for url, fault in unreached.items()})
    return True


def _started(groups: list[list[str]], web: Web) -> tuple[_Results, threading.Event]:
    """Sets a few workers to the hosts, each host one worker's; they end with the program at the latest."""
    results: _Results = queue.SimpleQueue()
    stop = threading.Event()
    hosts: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for group in groups:
        hosts.put(group)

    def work() -> None:
        while not stop.is_set():
            try:
                group = hosts.get_nowait()
            except queue.Empty:
                return
            for url in group:
                if stop.is_set():
                    return
                results.put((url, _fault(web, url)))

    for _ in range(min(_WORKERS, len(groups))):
        threading.Thread(target=work, daemon=True).start()
    return results, stop


def _fault(web: Web, url: str) -> Unavailable | None:
    try:
        web.exists(url)
    except Unavailable as fault:
        return fault
    return None


def _is_reached(web: Web, probe: str) -> bool:
    fault = _fault(web, probe)
    return fault is None or fault.reason not in _NOBODY


def _verdict(url: str, fault: Unavailable | None, today: date) -> Verdict:
    """Broken is what certainly leads nowhere; what does not answer programs may answer readers."""
    if fault is None:
        return Verdict("fine", "", today)
    is_broken = fault.reason in ("absent", "nameless")
    why = fault.message.removesuffix(" (no network?)").removeprefix(f"{host_of(url)} ")
    return Verdict("broken" if is_broken else "unknown", why, today)


def text_of(verdicts: Mapping[str, Verdict]) -> str:
    """The verdicts as a file."""
    return msgspec.json.format(msgspec.json.encode(dict(sorted(verdicts.items())))).decode()


def read(data: bytes) -> dict[str, Verdict]:
    """The verdicts in a file; none in one that is something else."""
    try:
        return msgspec.json.decode(data, type=dict[str, Verdict])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}
