"""Files that machines read: feeds, citation files, the catalog as data, sitemap, robots, redirects, copies."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from roundup.catalog.catalog import Entry, Paper, Roundup
from roundup.content.fields import SCHEMES
from roundup.model import Person
from roundup.pages import addresses
from roundup.pages.bodies import body, plain, words_body
from roundup.pages.data import site_schema
from roundup.pages.facts import roundup_card, usual_name
from roundup.pages.once import once
from roundup.pages.papers import paper_citation
from roundup.pages.scope import Scope
from roundup.pages.sitemap import parts_of
from roundup.pages.views import (
    Citation,
    CitationsView,
    CopyView,
    DataView,
    FeedEntry,
    FeedPart,
    FeedView,
    Head,
    Page,
    SitemapIndexView,
    SitemapPage,
    SitemapView,
    TextView,
    View,
)

NEWEST = 50
FORMATS = (("bib", "bibtex"), ("ris", "ris"), ("json", "csl-json"))


def page(scope: Scope, address: str, template: str, view: View) -> Page:
    """A page of this scope's language."""
    return Page(address=address, template=template, language=scope.language, view=view)


def feeds(
    scope: Scope, folder: str, title: str, roundups: Sequence[Roundup], *, in_full: bool = False
) -> Iterator[Page]:
    """The two feeds of a folder: its newest roundups, with every entry's words or its heading alone."""
    newest = [one for one in roundups if one.speaks(scope.language)][:NEWEST]
    entry = _feed_entry_in_full if in_full else _feed_entry_in_short
    entries = tuple(entry(scope, one) for one in newest)
    for template, name in (("atom", "feed.xml"), ("json-feed", "feed.json")):
        view = FeedView(
            title=title,
            description=scope.site.description,
            language=scope.language,
            address=folder + name,
            home=folder,
            author=scope.site.author or scope.site.title,
            updated=max((entry.updated for entry in entries), default="1970-01-01"),
            entries=entries,
        )
        yield page(scope, folder + name, template, view)


def _feed_entry_in_full(scope: Scope, roundup: Roundup) -> FeedEntry:
    """With every entry's words, as one feed of a language has it."""
    return _feed_entry(scope, roundup, in_full=True)


@once
def _feed_entry_in_short(scope: Scope, roundup: Roundup) -> FeedEntry:
    """With the headings alone, as the feeds of years, topics and series have it."""
    return _feed_entry(scope, roundup, in_full=False)


def _feed_entry(scope: Scope, roundup: Roundup, in_full: bool) -> FeedEntry:
    edition = roundup.in_language(scope.language)
    card = roundup_card(scope, roundup)
    fields = edition.fields
    dated = fields.date.first if fields.date else roundup.dated
    updated = fields.updated.first if fields.updated else dated
    return FeedEntry(
        title=edition.title,
        address=card.address,
        language=edition.language,
        updated=max(updated, dated).isoformat(),
        published=dated.isoformat(),
        summary=card.summary,
        authors=tuple(person.name for person in fields.curators),
        topics=fields.tags,
        parts=tuple(_feed_parts(scope, roundup, in_full)),
    )


def _feed_parts(scope: Scope, roundup: Roundup, in_full: bool) -> Iterator[FeedPart]:
    edition = roundup.in_language(scope.language)
    papers = [_feed_paper(scope, entry, in_full) for entry in roundup.shown]
    for part in edition.parts:
        if part.html and in_full:
            words = body(scope, part, edition.path, edition.language)
            yield FeedPart(body=(plain(words),))
        elif part.kind == "papers":
            yield from papers
            papers = []
    yield from papers


def _feed_paper(scope: Scope, entry: Entry, in_full: bool) -> FeedPart:
    words = entry.in_language(scope.language)
    rank = f"{entry.rank}. " if entry.rank else ""
    return FeedPart(
        heading=rank + words.heading,
        address=scope.entry_address(entry),
        detail=_byline(entry),
        summary=words.summary,
        body=tuple(plain(one) for one in words_body(scope, words, 2)) if in_full else (),
    )


def _byline(entry: Entry) -> str:
    facts = entry.facts
    names = [person.name for person in facts.authors[:3]]
    people = ", ".join(names) + (" …" if len(facts.authors) > len(names) else "")
    venue = usual_name(facts.venue)
    return " · ".join(part for part in (people, venue, str(facts.year or "")) if part)


def paper_citations(scope: Scope, paper: Paper) -> Iterator[Page]:
    """The three citation files of a paper, at the site's root in every language."""
    yield from _citations(scope, f"/papers/{paper.key}", (paper_citation(scope, paper),))


def collection(scope: Scope, folder: str, papers: Iterable[Paper]) -> Iterator[Page]:
    """The three citation files of a folder's papers, in the order given."""
    works = tuple(paper_citation(scope, paper) for paper in papers)
    yield from _citations(scope, f"{folder}papers", works)


def list_citation(scope: Scope, roundup: Roundup) -> Page:
    """`cite.bib`: the citation of a roundup itself."""
    edition = roundup.in_language(scope.language)
    address = scope.roundup_address(roundup)
    fields = edition.fields
    stated = fields.date or fields.updated or (fields.source.date if fields.source else None)
    cited = Citation(
        key=f"{roundup.slug}-{roundup.year}",
        type="post-weblog",
        title=edition.title,
        authors=fields.curators or _publisher(scope),
        year=stated.year if stated else 0,
        date=str(stated or ""),
        venue=None,
        identifiers=(),
        url=scope.site.base_url + address[1:],
        pdf="",
        abstract="",
        note="",
        language=edition.language,
        keywords=fields.tags,
    )
    return page(scope, address + "cite.bib", "bibtex", CitationsView(works=(cited,)))


def _publisher(scope: Scope) -> tuple[Person, ...]:
    name = scope.site.author or scope.site.title
    return (Person(name, "", name),)


def _citations(scope: Scope, base: str, works: tuple[Citation, ...]) -> Iterator[Page]:
    for ending, template in FORMATS:
        yield page(scope, f"{base}.{ending}", template, CitationsView(works=works))


def data_pages(scope: Scope) -> Iterator[Page]:
    """`data/site.json` and its JSON Schema."""
    yield page(scope, "/data/site.json", "json", DataView(data=site_data(scope)))
    yield page(scope, "/data/site.schema.json", "json", DataView(data=site_schema()))


def site_data(scope: Scope) -> dict[str, object]:
    """The whole catalog with stable keys."""
    return {
        "title": scope.site.title,
        "language": scope.default,
        "roundups": [
            _roundup_data(scope, roundup, edition.language)
            for roundup in sorted(scope.roundups, key=lambda one: one.key)
            for edition in sorted(roundup.editions, key=lambda one: one.language)
        ],
        "papers": [_paper_data(scope, one) for _, one in sorted(scope.catalog.papers.items())],
    }


def _roundup_data(scope: Scope, roundup: Roundup, language: str) -> dict[str, object]:
    return {
        "key": roundup.key,
        "year": roundup.year,
        "language": language,
        "title": roundup.in_language(language).title,
        "address": scope.roundup_address(roundup, language),
        "entries": [
            {
                "paper": entry.paper,
                "rank": entry.rank,
                "title": entry.in_language(language).heading,
            }
            for entry in roundup.entries
        ],
    }


def _paper_data(scope: Scope, paper: Paper) -> dict[str, object]:
    language = scope.paper_languages[paper.key][0]
    return {
        "key": paper.key,
        "title": paper.facts.title,
        "authors": [person.name for person in paper.facts.authors],
        "identifiers": {
            one.scheme: one.value for one in paper.facts.identifiers if one.scheme in SCHEMES
        },
        "address": addresses.kind(scope.prefix(language), "papers", paper.key),
        "appearances": sorted(
            (
                {"roundup": entry.roundup, "language": words.language, "rank": entry.rank}
                for entry in scope.entries_of(paper)
                for words in entry.words
            ),
            key=lambda one: (str(one["roundup"]), str(one["language"]), int(str(one["rank"] or 0))),
        ),
    }


def sitemap_row(head: Head) -> SitemapPage:
    """A page's row in the sitemap."""
    return SitemapPage(
        address=head.address,
        alternates=head.alternates,
        x_default=head.x_default,
        modified=head.modified or head.published,
    )


def sitemap_pages(scope: Scope, rows: Iterable[SitemapPage]) -> Iterator[Page]:
    """The sitemap of pages in all languages; of very many an index of its parts, and those."""
    base_url = scope.site.base_url
    parts = tuple(parts_of(sorted(rows, key=lambda row: row.address)))
    names = [f"/sitemap-{place}.xml" for place in range(1, len(parts) + 1)]
    if len(parts) == 1:
        names = ["/sitemap.xml"]
    else:
        index = SitemapIndexView(base_url=base_url, parts=tuple(names))
        yield page(scope, "/sitemap.xml", "sitemap-index", index)
    for name, part in zip(names, parts, strict=True):
        yield page(scope, name, "sitemap", SitemapView(base_url=base_url, pages=part))


def host_pages(scope: Scope) -> Iterator[Page]:
    """What GitHub Pages and crawlers expect at the root."""
    host = urlsplit(scope.site.base_url).hostname or ""
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {scope.site.base_url}sitemap.xml\n"
    yield page(scope, "/robots.txt", "text", TextView(text=robots))
    yield page(scope, "/.nojekyll", "text", TextView(text=""))
    yield from accent_sheets(scope)
    if not host.endswith(".github.io") and scope.site.base_path == "/":
        yield page(scope, "/CNAME", "text", TextView(text=host + "\n"))


def accent_sheets(scope: Scope) -> Iterator[Page]:
    """The style sheet that sets the accent, where the settings name one."""
    if scope.site.accent:
        style = f":root {{ --accent: {scope.site.accent}; }}\n"
        yield page(scope, addresses.ACCENT, "text", TextView(text=style))


def copies(scope: Scope, paths: Iterable[str]) -> Iterator[Page]:
    """Files published as they are."""
    for path in sorted(paths):
        view = CopyView(source=path, digest=scope.files[path].digest)
        yield page(scope, "/" + path.partition("/")[2], "copy", view)
