"""The one module that touches the network: asks politely, waits a bounded time, reads a bounded answer."""

import queue
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Literal, TypeVar

import httpx
import msgspec

import roundup
from roundup.authoring.lookup.hosts import authority_of, host_of, is_inner
from roundup.authoring.lookup.manners import Manners
from roundup.authoring.lookup.waiting import asked_to_wait

Reason = Literal["offline", "nameless", "absent", "refused", "broken"]
T = TypeVar("T")

_OK, _LAST_OK = 200, 299
_GONE = (404, 410)
_LATER = (408, 425, 429, 500, 502, 503, 504)
_BUSY = (429, 503)
_NOBODY = ("offline", "nameless")
_NO_HEAD = (400, 403, 405, 406, 501)
_WRONG_PROXY = "the proxy that the environment names cannot be used"


class Unavailable(Exception):
    """No answer that can be used; `reason` says of which kind, the message why, in words.

    offline: nobody could be reached. nameless: there is no such host. absent: there is no such thing.
    refused: not now, or not for programs. broken: an answer that makes no sense.
    """

    def __init__(self, message: str, reason: Reason, status: int = 0) -> None:
        super().__init__(message)
        self.message, self.reason, self.status = message, reason, status


class Answer(msgspec.Struct, frozen=True):
    """A good answer: the address it came from in the end, its media type and character set, its bytes."""

    url: str
    type: str
    charset: str
    body: bytes


def agent(mailto: str) -> str:
    """Who is asking, as every request says it."""
    contact = f" (mailto:{mailto})" if mailto else ""
    return f"roundup/{roundup.__version__}{contact}"


def usual_manners() -> Manners:
    """How the web is asked where nothing else is said."""
    return Manners()


def transport() -> httpx.BaseTransport | None:
    """How requests leave this machine; None is the usual way, with the proxies of the environment."""
    return None


class Web:
    """The web, asked one request a host at a time; hosts that cannot be reached are asked once."""

    def __init__(self, mailto: str = "", manners: Manners | None = None) -> None:
        self._manners = manners or usual_manners()
        self._agent = agent(mailto)
        self._client: httpx.Client | None = None
        self._guard = threading.Lock()
        self._turns: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._next: dict[str, float] = {}
        self._unreachable: dict[str, Unavailable] = {}

    def get(self, url: str, accept: str = "*/*") -> Answer:
        """What an address answers, of a media type that was asked for; raises Unavailable."""
        return self._asked("GET", url, accept)

    def exists(self, url: str) -> None:
        """Asks whether an address is there, with as little traffic as possible; raises Unavailable."""
        try:
            self._asked("HEAD", url, "*/*")
        except Unavailable as fault:
            if fault.status not in (*_NO_HEAD, *_GONE):
                raise
            self._asked("GET", url, "*/*", whole=False)

    def close(self) -> None:
        """Lets go of all connections."""
        if self._client is not None:
            self._client.close()

    def _asked(self, method: str, url: str, accept: str, whole: bool = True) -> Answer:
        host = authority_of(url)
        if not host_of(url) or not url.lower().startswith(("https://", "http://")):
            raise Unavailable("is no address of the web", "broken")
        with self._guard:
            turn = self._turns[host]
        with turn:
            if fault := self._unreachable.get(host):
                raise fault
            try:
                return self._tried(method, url, accept, whole)
            except Unavailable as fault:
                if fault.reason in _NOBODY or fault.status in _BUSY:
                    self._unreachable[host] = fault
                raise

    def _tried(self, method: str, url: str, accept: str, whole: bool) -> Answer:
        """Asks again where that may help, later each time; the last answer counts."""
        manners = self._manners
        for turn in range(1, manners.tries + 1):
            self._take_turn(url)
            try:
                answer = _within(
                    manners.patience, lambda: self._once(method, url, accept, whole), url
                )
            except _Again as again:
                wait = again.wait or manners.back_off * 2 ** (turn - 1)
                if turn == manners.tries or wait > manners.longest_wait:
                    raise again.fault from None
                time.sleep(wait)
            else:
                return answer
        raise AssertionError("unreachable")

    def _take_turn(self, url: str) -> None:
        host, now = authority_of(url), time.monotonic()
        due = self._next.get(host, now)
        if due > now:
            time.sleep(due - now)
        self._next[host] = max(due, now) + self._manners.between(host_of(url))

    def _once(self, method: str, url: str, accept: str, whole: bool) -> Answer:
        """One request with the redirects it leads to."""
        host = host_of(url)
        try:
            client = self._opened()
            request = client.build_request(method, url, headers={"Accept": accept})
            for _ in range(self._manners.redirects + 1):
                response = client.send(request, stream=True)
                try:
                    following = response.next_request
                    if following is None:
                        return self._read(response, accept, whole)
                finally:
                    response.close()
                request = _allowed(following, host)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as fault:
            raise _understood(fault, host) from None
        raise Unavailable(f"{host} leads from one address to the next without end", "broken")

    def _read(self, response: httpx.Response, accept: str, whole: bool) -> Answer:
        host, status = response.url.host, response.status_code
        if not _OK <= status <= _LAST_OK:
            raise _refusal(host, response)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and accept != "*/*" and kind not in accept:
            raise Unavailable(f"{host} answered with {kind}, which holds no facts", "broken")
        body, started = bytearray(), time.monotonic()
        for chunk in response.iter_bytes() if whole else ():
            body += chunk
            if len(body) > self._manners.limit:
                raise Unavailable(
                    f"{host} answers more than {self._manners.limit:,} bytes", "broken"
                )
            if time.monotonic() - started > self._manners.patience:
                raise Unavailable(f"{host} takes too long to answer", "offline")
        return Answer(str(response.url), kind, response.charset_encoding or "", bytes(body))

    def _opened(self) -> httpx.Client:
        with self._guard:
            if self._client is None:
                limits = self._manners
                try:
                    self._client = httpx.Client(
                        headers={"User-Agent": self._agent},
                        timeout=httpx.Timeout(limits.read, connect=limits.connect),
                        transport=transport(),
                    )
                except (ValueError, ImportError, OSError) as fault:
                    raise Unavailable(f"{_WRONG_PROXY}: {fault}", "offline") from None
            return self._client


class _Again(Exception):
    """A failure that may pass; `wait` are the seconds that the host asks for, 0 where it does not say."""

    def __init__(self, fault: Unavailable, wait: float = 0.0) -> None:
        super().__init__(fault.message)
        self.fault, self.wait = fault, wait


def _refusal(host: str, response: httpx.Response) -> Exception:
    status = response.status_code
    told = f"{host} answered {status} {response.reason_phrase}".rstrip()
    if status in _GONE:
        return Unavailable(told, "absent", status)
    fault = Unavailable(told, "refused", status)
    if status not in _LATER:
        return fault
    return _Again(fault, asked_to_wait(response.headers.get("retry-after", ""), time.time()))


def _understood(fault: Exception, host: str) -> Exception:
    """What a failed request means; some pass when they are tried again."""
    match fault:
        case httpx.ConnectError() if _is_nameless(fault):
            return Unavailable(f"{host} cannot be found (no network?)", "nameless")
        case httpx.ConnectError() if "CERTIFICATE" in str(fault).upper():
            return Unavailable(
                f"{host} cannot prove that it is {host} (its certificate)", "refused"
            )
        case httpx.ConnectTimeout() | httpx.ConnectError() | httpx.ProxyError():
            return Unavailable(f"{host} cannot be reached", "offline")
        case httpx.TimeoutException():
            return _Again(Unavailable(f"{host} takes too long to answer", "offline"))
        case httpx.DecodingError() | httpx.UnsupportedProtocol() | httpx.InvalidURL():
            return Unavailable(f"{host} answers what nobody can read", "broken")
        case _:
            return _Again(Unavailable(f"{host} broke off in the middle of its answer", "broken"))


def _is_nameless(fault: BaseException) -> bool:
    """Whether the names of hosts were asked and do not have it; a temporary failure says nothing."""
    seen: BaseException | None = fault
    while seen is not None:
        if isinstance(seen, socket.gaierror):
            return seen.errno != socket.EAI_AGAIN
        seen = seen.__cause__ or seen.__context__
    return False


def _allowed(request: httpx.Request, first: str) -> httpx.Request:
    """A redirect that may be followed: to the web, and from outside never to this machine or its network."""
    url = request.url
    if url.scheme not in ("http", "https") or not url.host:
        raise Unavailable(f"{first} leads to an address that is none of the web", "broken")
    if is_inner(url.host) and not is_inner(first):
        raise Unavailable(f"{first} leads to {url.host}, which is no public host", "broken")
    return request


def _within(seconds: float, work: Callable[[], T], url: str) -> T:
    """What work returns or raises, waited for a bounded time.

    Looking up a name can hang for longer than any time limit and Ctrl-C would wait for it: hence the thread.
    """
    results: queue.SimpleQueue[tuple[T | None, Exception | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            results.put((work(), None))
        except Exception as fault:
            results.put((None, fault))

    threading.Thread(target=run, daemon=True).start()
    try:
        value, fault = results.get(timeout=seconds)
    except queue.Empty:
        raise Unavailable(f"{host_of(url)} takes too long to answer", "offline") from None
    if fault is not None:
        raise fault
    return value  # type: ignore[return-value]  # either there is a fault or work's own value
