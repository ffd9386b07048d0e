"""Hosts of code, models and data, which belong to a paper but never are the paper."""

import re

from roundup.identifiers.wrappers import is_on

_REPOSITORIES = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")
_REPOSITORY = re.compile(r"(/[^/]+/[^/]+?)(?:\.git)?/*")
_CODE_HOSTS = (
    *_REPOSITORIES,
    "raw.githubusercontent.com",
    "gist.githubusercontent.com",
    "sourceforge.net",
    "sr.ht",
    "gitee.com",
    "kaggle.com",
    "colab.research.google.com",
    "colab.google",
    "mybinder.org",
    "nbviewer.org",
    "nbviewer.jupyter.org",
    "modelscope.cn",
    "replicate.com",
)
_HUGGING_FACE = ("huggingface.co", "hf.co")
_HUGGING_FACE_WORDS = ("/papers/", "/blog/", "/docs/", "/learn/")


def is_code_host(host: str, path: str) -> bool:
    """Whether an address shows code, models or data rather than words about them."""
    if any(is_on(host, site) for site in _HUGGING_FACE):
        return not path.startswith(_HUGGING_FACE_WORDS)
    return host.startswith("gitlab.") or any(is_on(host, site) for site in _CODE_HOSTS)


def repository(host: str, path: str) -> str | None:
    """The one address of a repository's own page, which heeds no parameters; None elsewhere."""
    site = host.removeprefix("www.")
    found = _REPOSITORY.fullmatch(path) if site in _REPOSITORIES else None
    return f"https://{site}{found[1]}" if found else None
