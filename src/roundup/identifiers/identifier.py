"""The value that all spellings of one identifier share."""

import re
from collections.abc import Callable
from urllib.parse import quote

import msgspec

_CVF_VOLUME = re.compile(r"_([A-Z]+)_([0-9]{4})$")
# The open access site spelled its folders in lower case up to these years.
_CVF_LOWER_CASE_UNTIL = {"CVPR": 2018, "ICCV": 2015}


class Identifier(msgspec.Struct, frozen=True, order=True):
    """One identifier of one paper in its normalised spelling; equal values mean the same paper."""

    scheme: str
    value: str

    @property
    def address(self) -> str:
        """The canonical https address, which normalises to this identifier again."""
        return _ADDRESSES[self.scheme](self.value)


def _doi(value: str) -> str:
    return "https://doi.org/" + quote(value, safe="/:;(),")


def _cvf(value: str) -> str:
    """The page of a main conference; a stem does not say in which folder a workshop lies."""
    found = _CVF_VOLUME.search(value)
    conference, year = (found[1], int(found[2])) if found else ("", 0)
    if year > 2020:
        folder = f"content/{conference}{year}"
    elif year <= _CVF_LOWER_CASE_UNTIL.get(conference, 0):
        folder = f"content_{conference.lower()}_{year}"
    else:
        folder = f"content_{conference}_{year}"
    return f"https://openaccess.thecvf.com/{folder}/html/{quote(value)}_paper.html"


def _neurips(value: str) -> str:
    """The abstract's page; from 2022 on that of the main conference track."""
    year, _, digest = value.partition("/")
    if not digest:
        # A bare number between 1987 and today is the address of a year's list of papers.
        return f"https://papers.nips.cc/paper/{value}-paper"
    if int(year) < 2022:
        return f"https://proceedings.neurips.cc/paper/{year}/hash/{digest}-Abstract.html"
    folder = f"https://proceedings.neurips.cc/paper_files/paper/{year}/hash"
    return f"{folder}/{digest}-Abstract-Conference.html"


_ADDRESSES: dict[str, Callable[[str], str]] = {
    "arxiv": "https://arxiv.org/abs/{}".format,
    "doi": _doi,
    "acl": "https://aclanthology.org/{}/".format,
    "openreview": "https://openreview.net/forum?id={}".format,
    "pmlr": "https://proceedings.mlr.press/{}.html".format,
    "cvf": _cvf,
    "neurips": _neurips,
    "jmlr": "https://jmlr.org/papers/{}.html".format,
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/".format,
    "isbn": "https://openlibrary.org/isbn/{}".format,
    "url": str,
}
