"""A paper gets another key."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from roundup.authoring.renaming.names import (
    aliases,
    of_kind,
    only_aliases,
    require_free,
    require_key,
)
from roundup.authoring.renaming.renaming import NotRenamed, Renaming
from roundup.authoring.renaming.site import Site
from roundup.catalog.order import entry_fields
from roundup.content.article import Article
from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.spelling import nearest

_CITATIONS = (".bib", ".ris", ".json")


def paper(site: Site, old: str, new: str) -> Renaming:
    """The change of a paper's key; raises NotRenamed.

    Files called after the key follow where they can. Where none can, or a new file is to hold the old addresses,
    the key that only a name gave is written: a name alone joins nothing.
    """
    _require_paper(site, old)
    require_key(new)
    if new == old:
        raise NotRenamed(f"the paper is called '{old}' already", "choose another name")
    if new in site.catalog.keys:
        raise NotRenamed(f"'{new}' is a paper already", "two papers need two keys")
    addresses = of_kind(site, "papers", _languages(site, old), old, new)
    home, made = _home(site, old), f"content/papers/{new}.md"
    require_free(site, addresses, home)
    held = {path for path, key in site.catalog.presents.items() if key == old}
    entries = [group[0] for group in site.groups.values() if _is_entry(group[0], held)]
    folders = frozenset(one.place.folder for one in entries)
    moving = [folder for folder in sorted(folders) if _may_move(site, folder, old, new, held)]
    paths = dict(_moves(site, ["papers", *moving] if home else moving, old, new))
    files = {f"/papers/{old}{end}": f"/papers/{new}{end}" for end in _CITATIONS}
    created = () if home or not addresses else ((made, only_aliases(addresses)),)
    return Renaming(
        paths=paths,
        addresses=addresses | files,
        key=(old, new),
        holders=folders,
        keyed=frozenset(
            one.path
            for one in entries
            if _gives_key(one, old) and (created or one.path not in paths)
        ),
        aliases=aliases(home or made, addresses),
        created=created,
    )


def _home(site: Site, key: str) -> str:
    """The shared paper's file; empty where there is none."""
    group = site.groups.get(("papers", key))
    return group[0].path if group else ""


def _is_entry(article: Article, held: Collection[str]) -> bool:
    return article.path in held and isinstance(article.fields, EntryFields)


def _require_paper(site: Site, old: str) -> None:
    keys = site.catalog.keys
    if old not in keys or ":" in old:
        known = [key for key in keys if ":" not in key]
        raise NotRenamed(f"there is no paper '{old}'", nearest(old, known))
    if keys[old] != old:
        raise NotRenamed(f"the paper '{old}' is called '{keys[old]}'", "rename that")


def _languages(site: Site, key: str) -> tuple[str, ...]:
    """The languages in which a paper has a page."""
    found = site.catalog.papers.get(key)
    return site.prepared.scope.paper_languages[key] if found else ()


def _moves(site: Site, folders: Iterable[str], old: str, new: str) -> Iterator[tuple[str, str]]:
    """The files called after the key in some folders, with their translations."""
    for folder in folders:
        for path, place in site.places.items():
            if (place.folder, place.stem) == (folder, old):
                ending = path.rpartition("/")[2].removeprefix(old)
                yield path, f"content/{folder}/{new}{ending}"


def _may_move(site: Site, folder: str, old: str, new: str, held: Collection[str]) -> bool:
    """Whether the entry's file can follow: it has the key's name, the new one is free and changes no order."""
    group = site.groups.get((folder, old))
    if group is None or group[0].path not in held or (folder, new) in _names(site):
        return False
    index = site.groups.get((folder, "index"))
    fields = index[0].fields if index else None
    if isinstance(fields, RoundupFields) and old in fields.entries:
        return True
    stems = _in_order(site, folder, {})
    return [new if one == old else one for one in stems] == _in_order(site, folder, {old: new})


def _names(site: Site) -> set[tuple[str, str]]:
    return {(place.folder, place.stem) for place in site.places.values()}


def _in_order(site: Site, folder: str, called: Mapping[str, str]) -> list[str]:
    """The names of a roundup's entries as ranks and names order them, some called otherwise."""
    entries = [group[0] for (where, _), group in site.groups.items() if where == folder]
    ranked = [
        (entry_fields(one).rank or float("inf"), called.get(one.place.stem, one.place.stem))
        for one in entries
        if isinstance(one.fields, EntryFields)
    ]
    return [stem for _, stem in sorted(ranked)]


def _gives_key(entry: Article, old: str) -> bool:
    """Whether the name of an entry's file is the paper's key, because none is written."""
    return entry.place.stem == old and not entry_fields(entry).paper
