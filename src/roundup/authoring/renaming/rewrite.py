"""A change of name carried out: the edits, moves and new files that it takes."""

from collections.abc import Iterator, Mapping
from typing import Any

from roundup.authoring.changes import Changes, Edit, Move
from roundup.authoring.differences import sections_in
from roundup.authoring.edits import Uneditable, with_fields
from roundup.authoring.renaming.references import Untouchable, with_references
from roundup.authoring.renaming.renaming import Renaming, retargeted, rewritten
from roundup.authoring.renaming.scalars import with_scalars
from roundup.authoring.renaming.settings_file import with_topic
from roundup.authoring.renaming.site import Site
from roundup.build.load import reading_of
from roundup.content.config import SITE_FILE
from roundup.content.words import digest
from roundup.pages.redirects import alias_address
from roundup.problems import Problem, error

Fields = dict[str, Any]


def rewrite(site: Site, renaming: Renaming) -> tuple[Changes, tuple[Problem, ...]]:
    """All that changes in the site's folder; a reference that cannot be rewritten is a problem."""
    problems: list[Problem] = []
    texts = {path: data.decode() for path, data in site.texts.items()}
    new = {path: _article(site, renaming, path, text, problems) for path, text in texts.items()}
    for fields in (_keys(renaming), _aliases(site, renaming), _digests(site, new)):
        for path, values in fields:
            try:
                new[path] = with_fields(new[path], values)
            except Uneditable as fault:
                problems.append(error(path, 1, str(fault), "mend it first"))
    edits = [
        Edit(path, site.texts[path], new[path].encode())
        for path in sorted(new)
        if new[path] != texts[path]
    ]
    toml = with_topic(site.toml, *renaming.topic) if renaming.topic else site.toml
    if toml != site.toml:
        edits.append(Edit(SITE_FILE, site.toml.encode(), toml.encode()))
    moves = ((path, renaming.moved(path)) for path in sorted(site.files))
    changes = Changes(
        created=tuple((path, text.encode()) for path, text in renaming.created),
        edits=tuple(edits),
        moves=tuple(Move(path, target) for path, target in moves if path != target),
    )
    return changes, tuple(problems)


def _article(site: Site, renaming: Renaming, path: str, text: str, problems: list[Problem]) -> str:
    """One article's file with its front matter and the references in its words rewritten."""
    place = site.places[path]
    text = with_scalars(text, lambda at, v: rewritten(renaming, path, place, at, v, site.files))
    article = site.articles.get(path)
    if article is None:
        return text
    reading = reading_of(site.settings, article.language)
    try:
        return with_references(
            article, text, reading, lambda one: retargeted(renaming, path, one, site.files)
        )
    except Untouchable as fault:
        message = f"the reference '{fault.target}' is written in a way that cannot be changed"
        problems.append(error(path, fault.line, message, "write it plainly, then rename again"))
        return text


def _keys(renaming: Renaming) -> Iterator[tuple[str, Fields]]:
    """The new key, for the files in which it has to stand."""
    for path in sorted(renaming.keyed):
        yield path, {"paper": renaming.key[1] if renaming.key else None}


def _aliases(site: Site, renaming: Renaming) -> Iterator[tuple[str, Fields]]:
    """The aliases of the files that exist: with the old addresses, without those that are their own now."""
    base, made = site.settings.base_url, dict(renaming.created)
    for path in dict.fromkeys(one.path for one in renaming.aliases if one.path not in made):
        mine = [one for one in renaming.aliases if one.path == path]
        now = {address for one in mine for address in (one.old, one.new)}
        given = site.articles[path].fields.aliases
        kept = [one for one in given if alias_address(one, base) not in now]
        yield path, {"aliases": [*kept, *(one.old for one in mine)]}


def _digests(site: Site, new: Mapping[str, str]) -> Iterator[tuple[str, Fields]]:
    """The records of translations: what was current stays so, since a name is no news."""
    for original, *others in site.groups.values():
        if new[original.path].encode() == site.texts[original.path]:
            continue
        before = dict(original.sections)
        after = sections_in(new[original.path].encode(), original.place.kind)
        if len(before) != len(after):
            continue
        called = dict(zip(before, after, strict=True))
        for own in others:
            recorded: Mapping[str, str] = getattr(own.fields, "translated_from", {})
            now = {
                called.get(name, name): digest(after[called[name]])
                if before.get(name) == value
                else value
                for name, value in recorded.items()
            }
            if now != recorded:
                yield own.path, {"translated_from": now}
