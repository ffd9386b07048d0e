"""Papers known by their place in proceedings: OpenReview, PMLR, CVF, NeurIPS and JMLR."""

import re

from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link

_OPENREVIEW = re.compile(r"[A-Za-z0-9_-]{8,20}")
_PMLR = r"[vr][0-9]{1,4}/[a-z0-9_-]*[0-9]{2}[a-z]{0,3}"
_PMLR_ID = re.compile(rf"(?ai)({_PMLR})(?:\.html|\.pdf|\.bib)?")
_PMLR_PATH = re.compile(rf"(?ai)(?:/proceedings/papers)?/({_PMLR})(?:\.html|\.pdf|\.bib)?")
_PMLR_FILE = re.compile(r"(?ai)/([vr][0-9]{1,4})/([a-z0-9_-]+)/\2\.pdf")
_PMLR_STORE = re.compile(r"/mlresearch/([vr][0-9]{1,4})/[^/]+/assets/([a-z0-9_-]+)/\2\.pdf")
_CVF = re.compile(
    r"([A-Za-z0-9][A-Za-z0-9_.,'&()+-]*_(?:CVPR|ICCV|ECCV|WACV|ACCV)W?_(?:19|20)[0-9]{2})"
    r"(?:_paper)?(?:\.html|\.pdf)?"
)
_NEURIPS_HASH = re.compile(r"(?ai)((?:19|20)[0-9]{2})/([0-9a-f]{32})")
_NEURIPS_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_NEURIPS_HOSTS = frozenset(
    ("papers.nips.cc", "papers.neurips.cc", "proceedings.neurips.cc", "proceedings.nips.cc")
)
_NEURIPS_PAGE = re.compile(
    r"(?ai)/paper(?:_files/paper)?/([0-9]{4})/(?:hash|file)/([0-9a-f]{32})(?:-[\w-]*)?(?:\.[a-z]+)?"
)
_NEURIPS_OLD_PAGE = re.compile(r"/paper/([0-9]+)-[^/.]*(?:\.[a-z]+)?")
_JMLR_ID = re.compile(r"(?ai)v([0-9]{1,3})/((?=[a-z_-]*[0-9])[a-z0-9_-]+)")
_JMLR_PAGE = re.compile(
    r"(?ai)(?:/beta)?/papers/v(?:olume)?([0-9]{1,3})/([a-z0-9_-]+)(?:\.old)?"
    r"(?:\.html|\.pdf|\.bib|/\2\.pdf)?"
)
_JMLR_HOSTS = ("jmlr.org", "jmlr.csail.mit.edu")


def read_openreview(text: str) -> Identifier | None:
    """A forum id; its case matters."""
    return Identifier("openreview", text) if _OPENREVIEW.fullmatch(text) else None


def locate_openreview(link: Link) -> Identifier | None:
    """The forum of an address, whichever of its notes is named."""
    is_paper = link.is_on("openreview.net") and link.path in (
        "/forum",
        "/pdf",
        "/attachment",
        "/references/pdf",
    )
    return read_openreview(link.parameter("id")) if is_paper else None


def read_pmlr(text: str) -> Identifier | None:
    """Volume and key, as in `v97/foo19a`."""
    found = _PMLR_ID.fullmatch(text)
    return Identifier("pmlr", found[1].lower()) if found else None


def locate_pmlr(link: Link) -> Identifier | None:
    """The paper at proceedings.mlr.press, at its store of files, or at its former home."""
    path = link.plain_path
    if link.is_on("raw.githubusercontent.com"):
        file = _PMLR_STORE.fullmatch(path)
    elif link.is_on("proceedings.mlr.press"):
        file = _PMLR_FILE.fullmatch(path)
    elif link.is_on(*_JMLR_HOSTS) and path.startswith("/proceedings/"):
        file = None
    else:
        return None
    if file:
        return read_pmlr(f"{file[1]}/{file[2]}")
    page = _PMLR_PATH.fullmatch(path)
    return read_pmlr(page[1]) if page else None


def read_cvf(text: str) -> Identifier | None:
    """The stem of a paper's files: `Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019`."""
    found = _CVF.fullmatch(text) if len(text) <= 300 else None
    return Identifier("cvf", found[1]) if found else None


def locate_cvf(link: Link) -> Identifier | None:
    """The paper of a page or file of the CVF's open access site."""
    is_paper = link.is_on("openaccess.thecvf.com") and link.path.startswith("/content")
    return read_cvf(link.plain_path.rpartition("/")[2]) if is_paper else None


def read_neurips(text: str) -> Identifier | None:
    """Year and digest, as in `2017/3f5e...`, or the number that papers had until 2019. Which
    number belongs to which digest is not to be had from either."""
    found = _NEURIPS_HASH.fullmatch(text)
    if found:
        return Identifier("neurips", f"{found[1]}/{found[2].lower()}")
    return Identifier("neurips", text) if _NEURIPS_NUMBER.fullmatch(text) else None


def locate_neurips(link: Link) -> Identifier | None:
    """The paper of a page or file of the proceedings; all their hosts are equal."""
    if link.host not in _NEURIPS_HOSTS:
        return None
    page = _NEURIPS_PAGE.fullmatch(link.path)
    if page:
        return read_neurips(f"{page[1]}/{page[2]}")
    old_page = _NEURIPS_OLD_PAGE.fullmatch(link.plain_path)
    return read_neurips(old_page[1]) if old_page else None


def read_jmlr(text: str) -> Identifier | None:
    """Volume and key, as in `v21/20-074` or `v3/bengio03a`."""
    found = _JMLR_ID.fullmatch(text)
    return Identifier("jmlr", f"v{int(found[1])}/{found[2].lower()}") if found else None


def locate_jmlr(link: Link) -> Identifier | None:
    """The paper of a page or file of the journal."""
    page = _JMLR_PAGE.fullmatch(link.plain_path) if link.is_on(*_JMLR_HOSTS) else None
    return read_jmlr(f"v{page[1]}/{page[2]}") if page else None
