"""What authors write beside their papers: where one was accepted, and where its code is."""

import re
from collections.abc import Iterator

from roundup.identifiers import clean_url
from roundup.identifiers.code_hosts import repository
from roundup.identifiers.link import read_link
from roundup.model import Venue

_NAMES = (
    "3DV", "AAAI", "AAMAS", "ACCV", "ACL", "ACM MM", "AISTATS", "AutoML", "BMVC", "CAV", "CHI", "CIKM",
    "CogSci", "COLING", "COLM", "COLT", "CoNLL", "CoRL", "CSCW", "CVPR", "EACL", "ECAI", "ECCV", "EMNLP",
    "FAccT", "FOCS", "GECCO", "ICASSP", "ICCV", "ICDE", "ICDM", "ICLR", "ICML", "ICRA", "ICSE", "IJCAI",
    "IJCNLP", "INTERSPEECH", "Interspeech", "IROS", "ISCA", "ISMIR", "ISSTA", "KDD", "L4DC", "LREC", "MICCAI",
    "MIDL", "MLSys", "NAACL", "NeurIPS", "NIPS", "NSDI", "OOPSLA", "OSDI", "PLDI", "POPL", "RecSys", "RSS",
    "SIGGRAPH Asia", "SIGGRAPH", "SIGIR", "SIGMOD", "SODA", "SOSP", "STOC", "UAI", "UIST", "VLDB", "WACV",
    "WMT", "WSDM", "WWW",
)  # fmt: skip
_MEETING = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, _NAMES))})(?:[\s,'’-]*)((?:19|20)\d\d|(?<=['’])\d\d)(?!\d)"
)
# What is said of another event than the one named, or of a hope.
_DOUBT = re.compile(
    r"workshop|submitted|submission|under review|in review|extended|extension|challenge|competition|tutorial"
    r"|rejected|presented at|demo\b|based on|preliminary|previous|earlier|symposium",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`]+")
_LONGEST = 2000


def venue_in(comment: str) -> Venue | None:
    """The meeting that a comment names as the paper's own, as `NeurIPS 2019`; None where there is a doubt."""
    found = _MEETING.findall(comment[:_LONGEST])
    if len(found) != 1 or _DOUBT.search(comment):
        return None
    name, year = found[0]
    return Venue(name, year=int(year) if len(year) == 4 else 2000 + int(year))


def code_in(text: str) -> Iterator[str]:
    """The repositories that a text names."""
    for found in _ADDRESS.findall(text[: 4 * _LONGEST]):
        link = read_link(found.rstrip(".,;:)]"))
        known = repository(link.host, link.path) if link else None
        if known and clean_url(known):
            yield known
