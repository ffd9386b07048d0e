"""The ACL Anthology: `P19-1285` until 2019, `2020.acl-demos.14` since.

https://aclanthology.org/info/ids/
"""

import re

from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link

_ID = re.compile(
    r"(?ai)(?:(?P<old>[a-z][0-9]{2}-[0-9]{4})|(?P<new>[0-9]{4}\.[a-z0-9]+-[a-z0-9]+\.[0-9]+))"
    r"(?:v[0-9]{1,2})?(?:\.(?:pdf|bib|xml|endf|html))?/?"
)
_HOSTS = ("aclanthology.org", "aclanthology.info", "aclanthology.coli.uni-saarland.de")
_BESIDE_PAPERS = frozenset(("attachments", "volumes"))


def read(text: str) -> Identifier | None:
    """An Anthology id of one paper, also with a revision or a file ending."""
    found = _ID.fullmatch(text)
    if not found or len(text) > 100:
        return None
    return Identifier("acl", found["old"].upper() if found["old"] else found["new"].lower())


def locate(link: Link) -> Identifier | None:
    """The paper of an address at any of the Anthology's homes."""
    is_home = link.is_on(*_HOSTS)
    if not is_home and not (link.is_on("aclweb.org") and link.path.startswith("/anthology")):
        return None
    segments = link.plain_path.split("/")
    return None if _BESIDE_PAPERS.intersection(segments) else read(segments[-1])
