"""`llms.txt`: what the site holds, for programs that read text (the convention of llmstxt.org).

A title, a summary in a quotation, then lists of links by subject; what is under "Optional" may be left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from roundup.pages import addresses
from roundup.pages.markdown.facts import link
from roundup.pages.markdown.inline import heading, plain
from roundup.pages.scope import Scope
from roundup.pages.site import said, word
from roundup.pages.views import (
    GuideView,
    LinksView,
    NamedLink,
    Page,
    PaperView,
    RoundupView,
    SiteView,
)

MOST_PAPERS = 500
OPTIONAL = "Optional"  # the convention's own word


class TwinRow(NamedTuple):
    """A twin in the guide: a roundup's, or a paper's with the number of its lists."""

    language: str
    link: NamedLink
    lists: int = 0


def twin_rows(made: Page) -> Iterator[TwinRow]:
    """The row of a page that has a twin."""
    view = made.view
    if isinstance(view, RoundupView) and view.head.markdown:
        detail = view.summary or view.description
        link = NamedLink(text=view.title, address=view.head.markdown, detail=detail)
        yield TwinRow(made.language, link)
    if isinstance(view, PaperView) and view.head.markdown:
        title, year = view.heading or view.facts.title or view.key, str(view.facts.year or "")
        link = NamedLink(text=title, address=view.head.markdown, detail=year)
        yield TwinRow(made.language, link, max(1, len(view.appearances)))


def guide_pages(scopes: Sequence[Scope], rows: Iterable[TwinRow]) -> Iterator[Page]:
    """`llms.txt` of every language, which lists that language's twins."""
    found = list(rows)
    for scope in scopes:
        own = [row for row in found if row.language == scope.language]
        roundups = tuple(row.link for row in own if not row.lists)
        sections = (
            LinksView(title=word(scope.site, "roundups"), links=roundups),
            _papers(scope, [row for row in own if row.lists]),
            LinksView(title=word(scope.site, "rel_data"), links=tuple(_data(scope))),
            LinksView(title=OPTIONAL, links=tuple(_others(scope, scopes))),
        )
        yield Page(
            address=addresses.guide(scope.prefix(scope.language)),
            template="guide",
            language=scope.language,
            view=GuideView(
                title=scope.site.title,
                description=scope.site.description,
                sections=tuple(one for one in sections if one.links),
            ),
        )


def _papers(scope: Scope, papers: Sequence[TwinRow]) -> LinksView:
    """Papers, those that most lists picked first; of very many only these."""
    ordered = sorted(papers, key=lambda row: (-row.lists, row.link.address))[:MOST_PAPERS]
    return LinksView(
        title=word(scope.site, "papers"),
        links=tuple(_paper(scope, row) for row in ordered),
        note=said(scope.site, "most_listed", n=MOST_PAPERS) if len(papers) > MOST_PAPERS else "",
    )


def _paper(scope: Scope, row: TwinRow) -> NamedLink:
    lists = said(scope.site, "n_roundups", n=row.lists) if row.lists > 1 else ""
    detail = ", ".join(part for part in (row.link.detail, lists) if part)
    return msgspec.structs.replace(row.link, detail=detail)


def _data(scope: Scope) -> Iterator[NamedLink]:
    pages, home = scope.settings.pages, addresses.home(scope.prefix(scope.language))
    if pages.data:
        yield NamedLink(text="JSON", address="/data/site.json")
    if pages.citations and scope.papers:
        yield NamedLink(text="BibTeX", address=f"{home}papers.bib")
    if pages.feeds:
        yield NamedLink(text="Atom", address=f"{home}feed.xml")


def _others(scope: Scope, scopes: Iterable[Scope]) -> Iterator[NamedLink]:
    """The other languages' guides."""
    for one in scopes:
        if one is not scope:
            address = addresses.guide(one.prefix(one.language))
            yield NamedLink(text=one.site.title, address=address, detail=one.language)


def guide(view: GuideView, site: SiteView) -> str:
    """The guide's text."""
    opening = [heading(1, plain(view.title))]
    opening += [f"> {plain(view.description)}"] if view.description else []
    blocks = (block for section in view.sections for block in _section(section, site))
    return "\n\n".join((*opening, plain(word(site, "guide_lead")), *blocks)) + "\n"


def _section(section: LinksView, site: SiteView) -> Iterator[str]:
    yield heading(2, plain(section.title))
    if section.note:
        yield plain(section.note)
    yield "\n".join(
        f"- {link(site, one.text, one.address)}" + (f": {plain(one.detail)}" if one.detail else "")
        for one in section.links
    )
