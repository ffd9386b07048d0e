"""The web is asked politely, for a bounded time and amount, and every failure has words of its own."""

import gzip
import time

import pytest

import roundup
from authoring.services import SWIFT, Reply, Rerouted, Services
from roundup.authoring.lookup import web as module
from roundup.authoring.lookup.hosts import is_inner
from roundup.authoring.lookup.manners import Manners
from roundup.authoring.lookup.waiting import asked_to_wait
from roundup.authoring.lookup.web import Unavailable, Web

URL = "https://papers.example.org/one"
AT = "papers.example.org/one"


def refused(web: Web, url: str = URL, accept: str = "*/*") -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        web.get(url, accept)
    return caught.value


def test_a_request_says_who_asks(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("Words")
    answer = web.get(URL, "text/html")
    assert (answer.body, answer.type, answer.url) == (b"Words", "text/html", URL)
    headers = services.asked[0].headers
    assert headers["User-Agent"] == f"roundup/{roundup.__version__} (mailto:me@uni.edu)"
    assert headers["Accept"] == "text/html"


@pytest.mark.parametrize(
    ("status", "reason", "times"),
    [
        (404, "absent", 1),
        (410, "absent", 1),
        (403, "refused", 1),
        (401, "refused", 1),
        (429, "refused", 3),
        (500, "refused", 3),
        (503, "refused", 3),
    ],
)
def test_a_refusal_is_asked_again_only_where_that_may_help(
    services: Services, web: Web, status: int, reason: str, times: int
) -> None:
    services.replies[AT] = Reply("", status)
    fault = refused(web)
    assert (fault.reason, fault.status) == (reason, status)
    assert fault.message.startswith(f"papers.example.org answered {status}")
    assert len(services.asked) == times


def test_what_passes_is_waited_out(services: Services, web: Web) -> None:
    busy = Reply("", 503, headers={"Retry-After": "0.01"})
    services.replies[AT] = [busy, Reply("half an answer", cut=4), Reply("Words")]
    assert web.get(URL).body == b"Words"


def test_nobody_waits_longer_than_a_moment(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("", 429, headers={"Retry-After": "3600"})
    started = time.monotonic()
    assert refused(web).status == 429
    assert time.monotonic() - started < 60
    assert len(services.asked) == 1


def test_a_host_that_wants_to_be_left_alone_is_left_alone(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("", 429)
    refused(web)
    refused(web, "https://papers.example.org/two")
    assert services.paths == [AT] * 3


def test_half_an_answer_is_none(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("half an answer", cut=4)
    fault = refused(web)
    assert fault.message == "papers.example.org broke off in the middle of its answer"


def test_a_silent_host_does_not_hold_anybody_up(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("Words", wait=1.0)
    fault = refused(web)
    assert (fault.reason, fault.message) == (
        "offline",
        "papers.example.org takes too long to answer",
    )


def test_a_huge_answer_is_not_read_to_its_end(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web("", Manners(limit=1000, pause=0))
    services.replies[AT] = Reply(b"x" * 200_000)
    assert refused(web).message == "papers.example.org answers more than 1,000 bytes"
    packed = gzip.compress(b"x" * 5_000_000)
    services.replies[AT] = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert refused(web).message == "papers.example.org answers more than 1,000 bytes"
    web.close()


def test_garbage_is_told_from_an_answer(services: Services, web: Web) -> None:
    services.replies[AT] = Reply(b"not packed", headers={"Content-Encoding": "gzip"})
    assert refused(web).reason == "broken"
    services.replies[AT] = Reply("{}", type="application/json")
    fault = refused(web, accept="text/html")
    assert (
        fault.message == "papers.example.org answered with application/json, which holds no facts"
    )


def test_redirects_are_followed_a_few_times(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("", 302, headers={"Location": "/two"})
    services.replies["papers.example.org/two"] = Reply("Words")
    assert web.get(URL).url == "https://papers.example.org/two"
    services.replies[AT] = Reply("", 302, headers={"Location": "/one"})
    assert refused(web).message.startswith("papers.example.org leads from one address to the next")
    assert len(services.asked) == 2 + 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://papers.example.org/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://192.168.0.1/admin",
        "http://169.254.169.254/latest",
        "http://localhost:631/",
        "http://printer/",
        "https://a b/",
        "//[",
        "\x00",
    ],
)
def test_redirects_lead_only_to_the_web(services: Services, web: Web, target: str) -> None:
    services.replies["arxiv.org/one"] = Reply("", 302, headers={"Location": target})
    fault = refused(web, "https://arxiv.org/one")
    assert fault.reason == "broken"
    assert set(services.paths) == {"arxiv.org/one"}


def test_without_a_network_nobody_waits(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "transport", lambda: Rerouted(services.port, ("gone.org",)))
    web = Web("", SWIFT)
    started = time.monotonic()
    first, second = refused(web, "https://gone.org/a"), refused(web, "https://gone.org/b")
    assert first.reason == "nameless"
    assert first is second
    assert time.monotonic() - started < 20
    web.close()


def test_a_port_where_nobody_listens_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web("", SWIFT)
    fault = refused(web, "http://127.0.0.1:9/")
    assert (fault.reason, fault.message) == ("offline", "127.0.0.1 cannot be reached")
    web.close()


def test_a_proxy_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://nowhere")
    web = Web("", SWIFT)
    assert refused(web).message.startswith("the proxy that the environment names cannot be used")
    web.close()


def test_addresses_that_are_none_are_no_crash(services: Services, web: Web) -> None:
    for url in ("https://[", "https://", "nonsense", "file:///etc/passwd", "ftp://a.b/"):
        assert refused(web, url).reason == "broken", url
    assert services.asked == []


def test_a_host_is_not_asked_twice_in_a_moment(services: Services) -> None:
    web = Web("", Manners(pause=0.2, pauses={"slow.org": 60.0}))
    services.replies |= {"fast.org/": Reply(""), "slow.org/": Reply("")}
    started = time.monotonic()
    web.get("https://slow.org/")
    web.get("https://fast.org/")
    web.get("https://fast.org/")
    assert 0.2 <= time.monotonic() - started < 30
    web.close()


def test_arxiv_is_asked_every_three_seconds_at_most() -> None:
    assert Manners().between("export.arxiv.org") == 3.0
    assert Manners().between("api.crossref.org") < 1.0


def test_whether_an_address_is_there_costs_no_download(services: Services, web: Web) -> None:
    services.replies[AT] = Reply("Words")
    web.exists(URL)
    assert [one.method for one in services.asked] == ["HEAD"]


def test_a_host_that_knows_no_head_is_asked_as_readers_do(services: Services, web: Web) -> None:
    services.replies[AT] = [Reply("", 405), Reply("Words")]
    web.exists(URL)
    services.replies[AT] = [Reply("", 404), Reply("", 404)]
    with pytest.raises(Unavailable):
        web.exists(URL)
    assert [one.method for one in services.asked] == ["HEAD", "GET"] * 2


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 0.5 ", 0.5),
        ("-3", 0.0),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("", 0.0),
        ("nan", 0.0),
        ("inf", 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, seconds: float) -> None:
    assert asked_to_wait(header, 100.0) == seconds


@pytest.mark.parametrize(
    ("host", "inner"),
    [
        ("arxiv.org", False),
        ("8.8.8.8", False),
        ("localhost", True),
        ("a.localhost", True),
        ("printer", True),
        ("nas.local", True),
        ("10.0.0.7", True),
        ("[::1]", True),
        ("169.254.169.254", True),
        ("0.0.0.0", True),
    ],
)
def test_hosts_of_this_network_are_told_from_public_ones(host: str, inner: bool) -> None:
    assert is_inner(host) is inner
