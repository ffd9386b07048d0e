"""A server on this machine that plays arXiv, Crossref and the pages of papers, with their failures.

The shapes are those of the real services; the facts are of real papers, the abstracts written for these tests.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from roundup.authoring.lookup import web
from roundup.authoring.lookup.manners import Manners

SWIFT = Manners(
    connect=1.0, read=0.4, patience=2.0, back_off=0.01, longest_wait=0.5, pause=0.0, pauses={}
)
ARXIV, CROSSREF = "export.arxiv.org/api/query", "api.crossref.org/works/"


class Reply(NamedTuple):
    """What a service answers; `cut` breaks off after that many bytes, `wait` seconds pass before."""

    body: str | bytes = ""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = {}
    cut: int = -1
    wait: float = 0.0


class Asked(NamedTuple):
    """A request as it arrived."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]


class Services:
    """The replies by host and path (without query), several for one path in turn, and what was asked."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.replies: dict[str, Reply | list[Reply]] = {}
        self.papers: dict[str, str] = {}
        self.asked: list[Asked] = []

    def reply(self, path: str, query: str) -> Reply:
        """The answer to a request; an arXiv query finds the papers whose entries are there."""
        found = self.replies.get(path)
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        if found is None and path == ARXIV:
            ids = parse_qs(query).get("id_list", [""])[0].split(",")
            return atom(*(self.papers[one] for one in ids if one in self.papers))
        return found or Reply("Not here", 404)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked, in order."""
        return [one.path for one in self.asked]


@contextmanager
def played() -> Iterator[Services]:
    """The services while the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    services = Services(server.server_address[1])
    server.services = services  # type: ignore[attr-defined]  # how a handler finds them
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def as_the_web(monkeypatch: pytest.MonkeyPatch, gone: tuple[str, ...] = ()) -> Iterator[Services]:
    """The services as all the web there is, asked without waiting; `gone` hosts have no name."""
    with played() as services:
        monkeypatch.setattr(web, "transport", lambda: Rerouted(services.port, gone))
        monkeypatch.setattr(web, "usual_manners", lambda: SWIFT)
        yield services


def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No host has a name."""
    monkeypatch.setattr(web, "transport", lambda: Rerouted(9, ("*",)))
    monkeypatch.setattr(web, "usual_manners", lambda: SWIFT)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        services: Services = self.server.services  # type: ignore[attr-defined]  # put there above
        split = urlsplit(self.path)
        path = split.path.lstrip("/")
        services.asked.append(Asked(self.command, path, split.query, dict(self.headers)))
        reply = services.reply(path, split.query)
        time.sleep(reply.wait)
        data = reply.body.encode() if isinstance(reply.body, str) else reply.body
        try:
            self.send_response(reply.status)
            for name, value in {"Content-Type": reply.type, **reply.headers}.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data if reply.cut < 0 else data[: reply.cut])
        except OSError:
            return

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


class Rerouted(httpx.HTTPTransport):
    """Sends every request to the services, the host as the first part of the path; `gone` hosts have no name."""

    def __init__(self, port: int, gone: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._port, self._gone = port, gone

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        if host in self._gone or "*" in self._gone:
            raise httpx.ConnectError("no name") from socket.gaierror(socket.EAI_NONAME, "no name")
        path = f"/{host}{request.url.raw_path.decode()}"
        url = httpx.URL(f"http://127.0.0.1:{self._port}{path}")
        sent = httpx.Request(request.method, url, headers=request.headers, stream=request.stream)
        sent.extensions = request.extensions
        return super().handle_request(sent)


def atom(*entries: str) -> Reply:
    """A feed of the arXiv API."""
    body = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?id_list%3D1906.08237" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=1906.08237&amp;start=0&amp;max_results=10</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2020-01-02T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{len(entries)}</opensearch:totalResults>
  {"".join(entries)}
</feed>
"""
    return Reply(body, type="application/atom+xml; charset=UTF-8")


def paper(arxiv: str, title: str, authors: str, posted: str, abstract: str, **more: str) -> str:
    """An entry of such a feed; `more` are comment, journal_ref and doi."""
    people = "".join(f"<author><name>{name}</name></author>" for name in authors.split(", "))
    own = "".join(
        f'<arxiv:{name} xmlns:arxiv="http://arxiv.org/schemas/atom">{value}</arxiv:{name}>'
        for name, value in more.items()
    )
    return f"""<entry>
    <id>http://arxiv.org/abs/{arxiv}v2</id>
    <updated>2020-01-02T12:48:08Z</updated>
    <published>{posted}T17:35:48Z</published>
    <title>{title}</title>
    <summary>  {abstract}
</summary>
    {people}{own}
    <link href="http://arxiv.org/abs/{arxiv}v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/{arxiv}v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
"""


XLNET = paper(
    "1906.08237",
    "XLNet: Generalized Autoregressive Pretraining for Language\n  Understanding",
    "Zhilin Yang, Zihang Dai, Yiming Yang, Jaime Carbonell, Ruslan Salakhutdinov, Quoc V. Le",
    "2019-06-19",
    "A language model that reads words in many orders &amp; so sees both\nsides of each.",
    comment="Pretrained models and code are available at\n  https://github.com/zihangdai/xlnet",
)
DAIN = paper(
    "1904.00830",
    "Depth-Aware Video Frame Interpolation",
    "Wenbo Bao, Wei-Sheng Lai, Chao Ma, Xiaoyun Zhang, Zhiyong Gao, Ming-Hsuan Yang",
    "2019-04-01",
    "Frames between frames, with depth to tell what hides what.",
    comment="This work is accepted in CVPR 2019. The source code is at https://github.com/baowenbo/DAIN",
)
OVERVIEW = paper(
    "1404.7828",
    "Deep Learning in Neural Networks: An Overview",
    "Juergen Schmidhuber",
    "2014-04-30",
    "A history of credit assignment in deep networks.",
    comment="88 pages, 888 references",
    journal_ref="Neural Networks, Vol 61, pp 85-117, Jan 2015",
    doi="10.1016/j.neunet.2014.09.003",
)
NO_PAPER = """<entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_foo</id>
    <title>Error</title>
    <summary>incorrect id format for foo</summary>
    <updated>2020-01-02T00:00:00-05:00</updated>
    <author><name>arXiv api core</name></author>
  </entry>
"""


def record(**fields: Any) -> Reply:
    """An answer of Crossref."""
    whole = {
        "status": "ok",
        "message-type": "work",
        "message-version": "1.0.0",
        "message": {key.replace("_", "-"): value for key, value in fields.items()},
    }
    return Reply(json.dumps(whole), type="application/json")


NATURE = record(
    indexed={"date-parts": [[2020, 1, 2]], "timestamp": 1577923200000},
    publisher="Springer Science and Business Media LLC",
    issue="7553",
    published_print={"date-parts": [[2015, 5, 28]]},
    published_online={"date-parts": [[2015, 5, 27]]},
    DOI="10.1038/nature14539",
    type="journal-article",
    page="436-444",
    title=["Deep learning"],
    subtitle=[],
    volume="521",
    author=[
        {"given": "Yann", "family": "LeCun", "sequence": "first", "affiliation": []},
        {"given": "Yoshua", "family": "Bengio", "sequence": "additional", "affiliation": []},
        {"given": "Geoffrey", "family": "Hinton", "sequence": "additional", "affiliation": []},
    ],
    container_title=["Nature"],
    short_container_title=["Nature"],
    language="en",
    ISSN=["0028-0836", "1476-4687"],
    subject=["Multidisciplinary"],
    issued={"date-parts": [[2015, 5, 27]]},
)
RESNET = record(
    publisher="IEEE",
    DOI="10.1109/cvpr.2016.90",
    type="proceedings-article",
    page="770-778",
    title=["Deep Residual Learning for Image Recognition"],
    author=[
        {"given": "Kaiming", "family": "He", "sequence": "first"},
        {"given": "Xiangyu", "family": "Zhang", "sequence": "additional"},
        {"given": "Shaoqing", "family": "Ren", "sequence": "additional"},
        {"given": "Jian", "family": "Sun", "sequence": "additional"},
    ],
    event={"name": "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)"},
    container_title=["2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)"],
    published_print={"date-parts": [[2016, 6]]},
    issued={"date-parts": [[2016, 6]]},
    relation={"has-preprint": [{"id-type": "arxiv", "id": "1512.03385", "asserted-by": "object"}]},
)
OVERVIEW_RECORD = record(
    publisher="Elsevier BV",
    DOI="10.1016/j.neunet.2014.09.003",
    type="journal-article",
    page="85-117",
    title=["Deep learning in neural networks: An overview"],
    volume="61",
    author=[{"given": "Jürgen", "family": "Schmidhuber"}],
    container_title=["Neural Networks"],
    published_print={"date-parts": [[2015, 1]]},
    issued={"date-parts": [[2015, 1]]},
)
SCVI = record(
    institution=[{"name": "bioRxiv"}],
    publisher="Cold Spring Harbor Laboratory",
    DOI="10.1101/292037",
    type="posted-content",
    subtype="preprint",
    title=[
        "Bayesian Inference for a Generative Model of Transcriptome Profiles from Single-cell RNA Sequencing"
    ],
    author=[
        {"given": "Romain", "family": "Lopez"},
        {"ORCID": "http://orcid.org/0000-0001-9004-1225", "given": "Nir", "family": "Yosef"},
        {"name": "The Some Consortium", "sequence": "additional"},
    ],
    posted={"date-parts": [[2018, 3, 30]]},
    issued={"date-parts": [[2018, 3, 30]]},
    abstract=(
        "<jats:title>Abstract</jats:title><jats:p>Counts of RNA are noisy; <jats:italic>p</jats:italic>"
        " &lt; 0.05 of them mislead.</jats:p><jats:p>A model with <jats:inline-formula>"
        "<jats:alternatives><jats:tex-math>$z \\in R^{10}$</jats:tex-math><mml:math><mml:mi>z</mml:mi>"
        "<mml:mo>∈</mml:mo><mml:msup><mml:mi>R</mml:mi><mml:mn>10</mml:mn></mml:msup></mml:math>"
        "</jats:alternatives></jats:inline-formula> helps.</jats:p>"
    ),
)


def page(*tags: tuple[str, str], title: str = "A page") -> Reply:
    """A page whose head says these things of a paper."""
    metas = "\n".join(f'<meta content="{value}" name="{name}" >' for name, value in tags)
    return Reply(
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>\n{metas}\n"
        "</head><body><h1>A page</h1><p>With <b>words.</body></html>"
    )


TRANSFORMER_XL = page(
    ("citation_title", "Transformer-XL: Attentive Language Models beyond a Fixed-Length Context"),
    ("citation_author", "Zihang Dai"),
    ("citation_author", "Zhilin Yang"),
    ("citation_author", "Yiming Yang"),
    ("citation_publication_date", "2019/07"),
    (
        "citation_conference_title",
        "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics",
    ),
    ("citation_firstpage", "2978"),
    ("citation_lastpage", "2988"),
    ("citation_pdf_url", "https://aclanthology.org/P19-1285.pdf"),
    ("citation_doi", "10.18653/v1/P19-1285"),
)
LOTTERY = page(
    (
        "citation_title",
        "The Lottery Ticket Hypothesis: Finding Sparse, Trainable Neural Networks",
    ),
    ("citation_author", "Frankle, Jonathan"),
    ("citation_author", "Carbin, Michael"),
    ("citation_online_date", "2018/09/27"),
    ("citation_conference_title", "International Conference on Learning Representations"),
    ("citation_pdf_url", "/pdf?id=rJl-b3RcF7"),
    ("citation_abstract", "Dense networks hold small ones &amp; these learn as well."),
)
CAPTCHA = Reply("<html><title>Just a moment...</title><body>Are you human?</body></html>")
