"""The twins of roundups and papers: the same facts and words as their pages, as plain Markdown."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from roundup.pages.absolute import absolute, read_elsewhere
from roundup.pages.citations import reference
from roundup.pages.markdown.blocks import markdown
from roundup.pages.markdown.facts import appearance, bare, credit, facts, link, links, rows
from roundup.pages.markdown.inline import heading, plain
from roundup.pages.site import said
from roundup.pages.views import (
    Body,
    EntryView,
    Head,
    Page,
    PageView,
    PaperView,
    PartView,
    RoundupView,
    SectionView,
    SiteView,
    View,
    WordsView,
)


def twin_of(made: Page) -> Iterator[Page]:
    """The same page as plain Markdown, if it is a roundup's or a paper's."""
    view = made.view
    address = view.head.markdown if isinstance(view, PageView) else ""
    if address and isinstance(view, RoundupView):
        template, shown = "roundup-twin", _told(view)
    elif address and isinstance(view, PaperView):
        template, shown = "paper-twin", _known(view)
    else:
        return
    yield Page(
        address=address, template=template, language=made.language, view=shown, source=made.source
    )


def _told(view: RoundupView) -> View:
    """A roundup's view without what its twin leaves out, so that it is written anew only when it changes."""
    return replace(
        view,
        head=_head(view),
        parts=tuple(replace(one, sections=_sections(one)) for one in view.parts),
        contents=(),
        picture=None,
        partial=None,
        stale=None,
        extra={},
    )


def _sections(part: PartView) -> tuple[SectionView, ...]:
    return tuple(
        replace(section, entries=tuple(_plain_entry(one) for one in section.entries))
        for section in part.sections
    )


def _plain_entry(entry: EntryView) -> EntryView:
    return replace(entry, picture=None, translations=(), stale=None, extra={})


def _known(view: PaperView) -> View:
    """A paper's view without what its twin leaves out."""
    appearances = (replace(one, translations=(), stale=None) for one in view.appearances)
    return replace(
        view,
        head=_head(view),
        appearances=tuple(appearances),
        path=None,
        picture=None,
        stale=None,
    )


def _head(view: PageView) -> Head:
    return Head(address=view.head.address, title="", language=view.head.language)


def roundup_twin(view: RoundupView, site: SiteView) -> str:
    """A roundup as Markdown; its words' links are absolute already, but for those to its own page."""
    page = absolute(site.base_url, view.head.address)
    shown = [said(site, "n_papers", n=view.size)]
    shown += [said(site, "unranked")] if not view.ranked else []
    shown += [said(site, "countdown")] if view.countdown else []
    return _document(
        heading(1, plain(view.title)),
        _summary(view.description or view.summary),
        rows(
            (
                (said(site, "label_page"), bare(site, view.head.address)),
                (
                    said(site, "label_period"),
                    ", ".join(filter(None, (plain(view.period), plain(view.event)))),
                ),
                (said(site, "papers"), ", ".join(shown)),
                *credit(site, view),
            )
        ),
        _points(view.highlights),
        *(
            block
            for part in view.parts
            for block in (
                _words(part.body, page),
                *(_section(section, site, page) for section in part.sections),
            )
        ),
    )


def paper_twin(view: PaperView, site: SiteView) -> str:
    """A paper as Markdown: facts, words of every list that picked it, citation."""
    page = absolute(site.base_url, view.head.address)
    name = view.heading or view.facts.title or view.key
    title = view.facts.title if view.facts.title != name else ""
    return _document(
        heading(1, plain(name)),
        _summary(title),
        rows(
            (
                (said(site, "label_page"), bare(site, view.head.address)),
                *facts(site, view.facts),
            )
        ),
        *(_words(body, page) for body in view.note),
        *_titled(said(site, "abstract"), (plain(view.abstract),)),
        *_titled(
            said(site, "appearances"),
            (block for one in view.appearances for block in _appearance(one, site, page)),
        ),
        *_titled(said(site, "mentions"), (_points_of(links(site, (o,)) for o in view.mentions),)),
        *_titled(said(site, "cite"), (plain(reference(view.citation)),)),
    )


def _document(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _summary(text: str) -> str:
    return f"> {plain(text)}" if text else ""


def _points(items: Iterable[str]) -> str:
    return _points_of(plain(item) for item in items)


def _points_of(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _titled(title: str, blocks: Iterable[str]) -> Iterator[str]:
    """Blocks below a heading; no heading over nothing."""
    found = [block for block in blocks if block]
    if found:
        yield heading(2, plain(title))
        yield from found


def _words(body: Body | None, page: str) -> str:
    """Finished words; what leads to a place on the page itself gets the page's address."""
    return markdown(read_elsewhere(str(body), page)) if body else ""


def _section(section: SectionView, site: SiteView, page: str) -> str:
    level = 3 if section.name else 2
    entries = (block for one in section.entries for block in _entry(one, site, page, level))
    name = heading(2, plain(section.name)) if section.name else ""
    return "\n\n".join(block for block in (name, *entries) if block)


def _entry(entry: EntryView, site: SiteView, page: str, level: int) -> Iterator[str]:
    rank = f"{entry.rank}. " if entry.rank else ""
    yield heading(level, rank + plain(entry.heading))
    title = entry.facts.title if entry.facts.title != entry.heading else ""
    elsewhere = ", ".join(appearance(site, one) for one in entry.elsewhere)
    own = said(site, "paper_page", title=entry.facts.short or entry.facts.title)
    yield rows(
        (
            (said(site, "paper"), plain(title)),
            (said(site, "rank"), said(site, "unplaced") if entry.unplaced else ""),
            (said(site, "label_language"), entry.language),
            *facts(site, entry.facts),
            (said(site, "elsewhere"), elsewhere),
            (said(site, "label_page"), link(site, own, entry.paper)),
        )
    )
    yield plain(entry.summary)
    yield _points(entry.highlights)
    yield from (_words(body, page) for body in entry.body)


def _appearance(one: WordsView, site: SiteView, page: str) -> Iterator[str]:
    yield f"### {appearance(site, one.roundup)}"
    who = ", ".join(one.curators)
    yield rows(
        (
            (said(site, "label_heading"), plain(one.heading)),
            (said(site, "curators"), plain(who)),
            (said(site, "first_published"), plain(one.publisher)),
            (said(site, "label_language"), one.language),
        )
    )
    yield plain(one.summary)
    yield _points(one.highlights)
    yield from (_words(body, page) for body in one.body)
