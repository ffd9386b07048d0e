"""Words and entries of a roundup in the order its index gives them."""

from collections.abc import Iterable
from itertools import groupby

from roundup.catalog.catalog import Edition, Entry, Roundup
from roundup.pages.bodies import body, leading
from roundup.pages.scope import Scope
from roundup.pages.views import EntryView, PartView, SectionView


def parts(
    scope: Scope, roundup: Roundup, edition: Edition, entries: tuple[EntryView, ...]
) -> Iterable[PartView]:
    """Words and entries as the index places them; entries it does not place follow its words."""
    sections = {view.anchor: entry.section for view, entry in _pairs(entries, roundup)}
    named = {part.section for part in edition.parts if part.kind == "papers" and part.section}
    rest = tuple(view for view in entries if sections[view.anchor] not in named)
    shown = False
    for part in edition.parts:
        if part.html:
            here = {entry.paper for entry in roundup.entries}
            words = body(scope, part, edition.path, edition.language, here)
            first = part is edition.parts[0] and not edition.fields.image
            yield PartView(body=leading(words) if first else words)
        elif part.kind == "papers" and part.section:
            own = tuple(view for view in entries if sections[view.anchor] == part.section)
            yield PartView(sections=(SectionView(name=part.section, entries=own),))
        elif part.kind == "papers" and not shown:
            shown = True
            yield PartView(sections=_sections(rest, sections))
    if rest and not shown:
        yield PartView(sections=_sections(rest, sections))


def _pairs(entries: tuple[EntryView, ...], roundup: Roundup) -> Iterable[tuple[EntryView, Entry]]:
    return zip(entries, roundup.shown, strict=True)


def _sections(entries: tuple[EntryView, ...], names: dict[str, str]) -> tuple[SectionView, ...]:
    """Entries in order under their sections; a section stands where its first entry does."""
    order = list(dict.fromkeys(names[view.anchor] for view in entries))
    grouped = sorted(entries, key=lambda view: order.index(names[view.anchor]))
    return tuple(
        SectionView(name=name, entries=tuple(found))
        for name, found in groupby(grouped, key=lambda view: names[view.anchor])
    )
