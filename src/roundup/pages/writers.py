"""The pages that no template renders, by name: each a function from a view to a file's text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from roundup.pages.citations import bibtex, csl_json, ris
from roundup.pages.data import json_document
from roundup.pages.feeds import atom, json_feed
from roundup.pages.sitemap import sitemap
from roundup.pages.views import SiteView, TextView

Writer = Callable[[Any, SiteView], str]


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
        "text": _of_view(text),
        "json": _of_view(json_document),
    }
)
