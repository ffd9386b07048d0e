"""What an address in a list is: a paper, its code, a video of it, or none of these."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

import msgspec

from roundup.authoring.importers.recognise.vocabulary import words
from roundup.identifiers import Identifier, clean_url, normalise
from roundup.identifiers.code_hosts import repository
from roundup.identifiers.wrappers import is_on

PAPER_HOSTS = words(
    """
    arxiv.org doi.org aclanthology.org aclweb.org openreview.net proceedings.mlr.press jmlr.org
    papers.nips.cc papers.neurips.cc proceedings.neurips.cc nips.cc neurips.cc openaccess.thecvf.com
    cv-foundation.org ecva.net springer.com springerlink.com ieeexplore.ieee.org ieee.org dl.acm.org
    acm.org sciencedirect.com nature.com science.org sciencemag.org pnas.org cell.com biorxiv.org
    medrxiv.org plos.org plosone.org ncbi.nlm.nih.gov pubmed.ncbi.nlm.nih.gov europepmc.org
    semanticscholar.org researchgate.net ssrn.com hal.science hal.inria.fr archives-ouvertes.fr mdpi.com
    frontiersin.org wiley.com tandfonline.com sagepub.com oup.com academic.oup.com cambridge.org
    jstor.org aaai.org ijcai.org usenix.org vldb.org isca-speech.org eprint.iacr.org psyarxiv.com osf.io
    preprints.org chemrxiv.org iclr.cc icml.cc jamanetwork.com nejm.org thelancet.com bmj.com
    elifesciences.org annualreviews.org mitpressjournals.org direct.mit.edu royalsocietypublishing.org
    aps.org iop.org aip.org rsc.org acs.org siam.org projecteuclid.org citeseerx.ist.psu.edu
    citeseer.ist.psu.edu distill.pub transformer-circuits.pub bmva.org roboticsproceedings.org ismir.net
    dblp.org dblp.uni-trier.de cvpapers.com scholar.archive.org core.ac.uk zenodo.org techrxiv.org
    researchsquare.com jair.org hindawi.com informs.org oadoi.org isip.piconepress.com eurekaselect.com
    karger.com degruyter.com worldscientific.com ceur-ws.org dagstuhl.de authors.elsevier.com
    linkinghub.elsevier.com papers.ssrn.com asmedigitalcollection.asme.org research.google
    research.fb.com ai.google research.facebook.com ai.meta.com cdn.openai.com microsoft.com
    amazon.science deepmind.com pubs.rsna.org ojs.aaai.org cdn.aaai.org eccv2020.eu kdd.org dl.acm.com
    portal.acm.org
    """
)
# Hosts whose pages may just as well be news or products: only these folders hold papers.
_PAPER_FOLDERS = {
    "arxiv.org": r"/(?:abs|pdf|html|ps|e-print|format|ftp)/",
    "research.google": r"/pubs/",
    "ai.google": r"/research/pubs",
    "research.fb.com": r"/publications",
    "research.facebook.com": r"/(?:file|publications)",
    "ai.meta.com": r"/research/publications",
    "microsoft.com": r"/(?:en-us/)?research/(?:publication|uploads|wp-content)",
    "amazon.science": r"/publications",
    "deepmind.com": r"/(?:research/)?publications",
    "ieee.org": r"/(?:document|abstract|xpl|iel|stamp|ielx)",
    "acm.org": r"/(?:doi|citation|ft_gateway|detail)",
    "neurips.cc": r"/(?:virtual|paper|conferences?/\d{4}/\w|media)",
    "nips.cc": r"/(?:paper|conferences?/\d{4}/\w|virtual)",
    "iclr.cc": r"/(?:virtual|archive|media)",
    "icml.cc": r"/(?:virtual|conferences|papers|2\d{3}/papers)",
    "nature.com": r"/(?:articles|nature/journal|[a-z]+/journal|doifinder|ni|nrn|nmeth|nbt)",
    "aaai.org": r"/(?:ocs|ojs|papers|index|paper|article|library)",
    "kdd.org": r"/(?:kdd|exploration)",
    "researchgate.net": r"/(?:publication|profile/[^/]+/publication)",
    "dblp.org": r"/rec",
    "dblp.uni-trier.de": r"/rec",
    "zenodo.org": r"/record",
    "science.org": r"/(?:doi|content)",
    "wiley.com": r"/doi",
    "cell.com": r"/.+/(?:fulltext|pdf|abstract)",
    "usenix.org": r"/(?:conference|system|legacy)",
    "ecva.net": r"/papers",
    "springer.com": r"/(?:article|chapter|content|book|referenceworkentry|conference)",
    "openreview.net": r"/(?:forum|pdf|attachment|references)",
    "semanticscholar.org": r"/(?:paper|arxiv|[0-9a-f]{4}/)",
    "distill.pub": r"/\d{4}/",
}
_FOLDERS = {host: re.compile(pattern, re.IGNORECASE) for host, pattern in _PAPER_FOLDERS.items()}
_HOSTS = {
    "video": "youtube.com youtu.be vimeo.com bilibili.com slideslive.com videolectures.net "
    "ted.com crossminds.ai "
    "techtalks.tv youku.com nicovideo.jp tv.naver.com m.youtube.com videos.neurips.cc b23.tv",
    "blog": "medium.com towardsdatascience.com substack.com zhihu.com csdn.net qiita.com "
    "note.com note.mu zenn.dev velog.io "
    "tistory.com naver.com brunch.co.kr jianshu.com cnblogs.com juejin.cn wordpress.com "
    "blogspot.com hatenablog.com "
    "ghost.io dev.to hackernoon.com openai.com deepmind.com ai.googleblog.com googleblog.com "
    "blog.google mp.weixin.qq.com "
    "lilianweng.github.io jalammar.github.io analyticsvidhya.com kdnuggets.com "
    "techcrunch.com wired.com theverge.com "
    "venturebeat.com technologyreview.com ai.facebook.com ai.meta.com engineering.fb.com "
    "nytimes.com theguardian.com "
    "jiqizhixin.com leiphone.com louisbouchard.ai wikipedia.org syncedreview.com "
    "marktechpost.com hatenablog.jp "
    "fastml.com inference.vc offconvex.org bair.berkeley.edu hackmd.io notion.site notion.so "
    "ai-scholar.tech thegradient.pub "
    "blogs.nvidia.com nvidia.com microsoft.com ibm.com research.google anthropic.com "
    "kexue.fm shuzhiduo.com infoq.cn infoq.com",
    "thread": "twitter.com x.com reddit.com news.ycombinator.com threads.net mastodon.social "
    "weibo.com bsky.app t.co "
    "lobste.rs facebook.com linkedin.com",
    "project": "sites.google.com",
    "slides": "slideshare.net speakerdeck.com slides.com docs.google.com/presentation",
    "data": "kaggle.com",
    "demo": "colab.research.google.com mybinder.org replicate.com replicate.ai gradio.app "
    "streamlit.app streamlit.io nbviewer.jupyter.org "
    "nbviewer.org",
    "social": "patreon.com buymeacoffee.com ko-fi.com discord.gg discord.com t.me slack.com "
    "eepurl.com opencollective.com gitter.im instagram.com "
    "scholar.google.com orcid.org creativecommons.org shields.io img.shields.io awesome.re "
    "eepurl.com paypal.com paypal.me "
    "opensource.org feedburner.com feedly.com list-manage.com wandb.ai udemy.com "
    "coursera.org amazon.com amzn.to google.com",
}  # fmt: skip
_BY_HOST = {host: kind for kind, hosts in _HOSTS.items() for host in hosts.split()}
# Pages of publishers and meetings that are no paper's.
_ABOUT_MEETINGS = re.compile(
    r"(?i)/(?:call-?for-?(?:papers|participation)|cfp|schedule|committees?|accepted[-_]?papers|"
    r"(?:technical-)?sessions|papers\.html)(?:/|$|[?#])"
)
_LISTING = re.compile(
    r"(?i)arxiv\.org/(?:list|archive|search|a|year)\b|/search\?|scholar\?|/recent/?$"
)
_BARE_HOST = re.compile(r"https?://[^/]+/?")
_CARRIED = re.compile(r"[?&][a-z_]{1,12}=(https?%3a%2f%2f[^&#]+|https?://[^&#]+)", re.IGNORECASE)
_PROFILE = re.compile(r"/@?[^/]+/?")
_PDF = re.compile(r"(?i)\.(?:pdf|ps|ps\.gz|djvu)(?:$|[?#&)(\s%])")
_NOT_PAPER_PDF = re.compile(
    r"(?i)(?:slides?|poster|supp(?:lementa\w*)?|presentation|talk|appendix|syllabus|"
    r"lecture)[^/]*\.pdf"
)
_BLOG_PATH = re.compile(
    r"(?i)(?:^|\.)blogs?\.|/blogs?(?:/|$)|/posts?/|/news/|/archives?/|/\d{4}/\d{2}/\d{2}/"
)
_CONTENT_NOT_LINK = re.compile(r"(?i)\.(?:png|jpe?g|gif|svg|webp)(?:$|\?)")


class Target(msgspec.Struct, frozen=True):
    """Where a link leads: kind, its address as clean as can be, the paper's identifier if it holds one.

    Kinds: paper, code, project, video, demo, data, slides, blog, thread, other; social, image and anchor are
    nobody's facts. `strength` says how sure a paper is: 3 by identifier, 2 by host or file, 1 by a hint.
    """

    url: str
    kind: str
    identifier: Identifier | None = None
    strength: int = 0


@lru_cache(maxsize=16384)
def target(url: str) -> Target:
    """What an address says of itself, whatever its label."""
    url = url.strip()
    if url.startswith("#"):
        return Target(url, "anchor")
    identifier = normalise(url)
    carried = _CARRIED.search(url) if identifier is None else None
    if carried and (inner := normalise(unquote(carried[1]))):
        return Target(clean_url(unquote(carried[1])) or inner.address, "paper", inner, 3)
    address = clean_url(url)
    if identifier and identifier.scheme == "isbn":
        return Target(address or identifier.address, "paper", identifier, 1)
    if identifier:
        return Target(address or identifier.address, "paper", identifier, 3)
    if not address:
        return _local(url)
    host, path = _parts(address)
    if host.count(".") == 0:
        return Target(address, "other")
    return _at_host(address, host, path)


def _local(url: str) -> Target:
    if url.startswith(("mailto:", "javascript:", "data:")):
        return Target("", "social")
    return Target(url, "paper" if _PDF.search(url) else "local", None, 1 if _PDF.search(url) else 0)


def _parts(address: str) -> tuple[str, str]:
    rest = address.partition("://")[2]
    host, slash, path = rest.partition("/")
    return host.removeprefix("www.").partition(":")[0], slash + path


def _at_host(address: str, host: str, path: str) -> Target:
    if host in ("github.com", "gitlab.com", "bitbucket.org", "gitee.com", "codeberg.org"):
        return _forge(address, path)
    if host in (
        "gist.github.com",
        "sourceforge.net",
        "code.google.com",
        "sr.ht",
    ) or host.startswith("gitlab."):
        return Target(address, "code")
    if is_on(host, "huggingface.co") or is_on(host, "hf.co"):
        return Target(address, _hugging_face(path))
    if is_on(host, "paperswithcode.com"):
        return (
            Target(address, "paper", None, 1)
            if path.startswith("/paper")
            else Target(address, "other")
        )
    if _is_paper_place(host, path):
        return Target(address, "paper", None, 2)
    if _PDF.search(path):
        if _NOT_PAPER_PDF.search(path):
            return Target(
                address, "slides" if re.search("(?i)slide|poster|present|talk", path) else "other"
            )
        return Target(address, "paper", None, 2)
    return Target(address, _page(host, path))


def _is_paper_place(host: str, path: str) -> bool:
    if len(path) < 3 or _ABOUT_MEETINGS.search(path):
        return False
    site = next((site for site in _sites(host) if site in PAPER_HOSTS), "")
    folder = _FOLDERS.get(site)
    return bool(site) and (folder is None or folder.search(path) is not None)


def _sites(host: str) -> Iterator[str]:
    """A host and the domains it lies in, the narrowest first."""
    while host:
        yield host
        host = host.partition(".")[2]


def _forge(address: str, path: str) -> Target:
    parts = [part for part in path.split("?", maxsplit=1)[0].split("/") if part]
    if _PDF.search(path):
        return Target(address, "paper", None, 1)
    if len(parts) < 2 or parts[0] in (
        "topics",
        "sponsors",
        "orgs",
        "search",
        "marketplace",
        "about",
        "features",
    ):
        return Target(address, "social")
    if len(parts) > 2 and parts[2] in (
        "issues",
        "pull",
        "pulls",
        "discussions",
        "wiki",
        "releases",
        "stargazers",
    ):
        return Target(address, "other")
    if len(parts) > 2 and _CONTENT_NOT_LINK.search(path):
        return Target(address, "image")
    return Target((repository("github.com", path) and address) or address, "code")


def _hugging_face(path: str) -> str:
    if path.startswith("/spaces"):
        return "demo"
    if path.startswith("/datasets"):
        return "data"
    if path.startswith("/blog"):
        return "blog"
    return "other"


def _page(host: str, path: str) -> str:
    if _CONTENT_NOT_LINK.search(path):
        return "image"
    kind = next((_BY_HOST[site] for site in _sites(host) if site in _BY_HOST), "")
    if kind:
        return "social" if kind == "thread" and _PROFILE.fullmatch(path) else kind
    if len(path) < 2 and not host.endswith(("github.io", "gitlab.io")):
        return "other"
    if _BLOG_PATH.search(host + path):
        return "blog"
    return "project" if host.endswith(("github.io", "gitlab.io")) or "project" in path else "other"


def with_label(found: Target, field: str) -> str:
    """The kind of a link once its label is heard: an identifier is a paper whatever is said of it,
    a repository is code unless it is said to hold something else."""
    if found.kind in ("anchor", "social", "image"):
        return found.kind
    if found.kind == "local" or not found.url:
        return "local"
    if found.strength == 3 or (found.strength == 2 and field in ("project", "link", "")):
        return found.kind
    if field in ("paper", "pdf", "title"):
        if _LISTING.search(found.url):
            return found.kind
        return found.kind if found.kind == "code" or _BARE_HOST.fullmatch(found.url) else "paper"
    if field in ("data", "slides", "video", "demo", "project", "blog", "thread"):
        return "code" if found.kind == "code" and field in ("demo", "project") else field
    if field == "code":
        return "code"
    if field in ("models", "bibtex", "supplement") or (field == "summary" and found.kind == "code"):
        return "other"
    return found.kind
