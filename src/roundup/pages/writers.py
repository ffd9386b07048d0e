"""The pages that no template renders, by name: each a function from a view to a file's text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from roundup.pages.citations import bibtex, csl_json, ris
from roundup.pages.data import json_document
from roundup.pages.feeds import atom, json_feed
from roundup.pages.markdown.guide import guide
from roundup.pages.markdown.twins import paper_twin, roundup_twin
from roundup.pages.opml import opml
from roundup.pages.sitemap import sitemap, sitemap_index
from roundup.pages.views import SiteView, TextView

Writer = Callable[[Any, SiteView], str]

FEEDS = frozenset(("atom", "json-feed"))
# Files that are read far from the site, and say where on it everything is, in its words.
ABROAD = FEEDS | {"opml", "guide", "paper-twin", "roundup-twin"}


def text(view: TextView) -> str:
    """A file whose text is known as it is."""
    return view.text


def _of_view(write: Callable[[Any], str]) -> Writer:
    """A writer whose file says nothing of the site."""
    return lambda view, site: write(view)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "atom": atom,
        "json-feed": json_feed,
        "bibtex": _of_view(bibtex),
        "ris": _of_view(ris),
        "csl-json": _of_view(csl_json),
        "sitemap": _of_view(sitemap),
        "sitemap-index": _of_view(sitemap_index),
        "opml": opml,
        "guide": guide,
        "paper-twin": paper_twin,
        "roundup-twin": roundup_twin,
        "text": _of_view(text),
        "json": _of_view(json_document),
    }
)
