"""A change of name as a value: what moves, what is called otherwise, and where each reference leads then."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote

import msgspec

from roundup.content.place import Place
from roundup.content.prose import Reference
from roundup.content.values import Path
from roundup.content.words import topic_slug

_CONTENT = "content"
_CORRECTIONS = ("same_as", "different_from")


class NotRenamed(Exception):
    """Why a name cannot be changed, and what to do instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Alias(msgspec.Struct, frozen=True):
    """An old address that an article has to lead on from; the article's path is the one before the change."""

    path: str
    old: str
    new: str


class Renaming(msgspec.Struct, frozen=True, kw_only=True):
    """One change of name.

    `paths` maps files, and folders as a whole, to where they move; `addresses` those of pages. `key` is a
    paper's old and new key, `holders` the folders of the roundups where it stands; `topic` an old slug and
    what is written for it. `keyed` are the files that are given the new key, since they keep their names.
    `created` are new files, `aliases` the old addresses to be kept.
    """

    paths: dict[str, str] = {}
    addresses: dict[str, str] = {}
    key: tuple[str, str] | None = None
    holders: frozenset[str] = frozenset()
    topic: tuple[str, str] | None = None
    keyed: frozenset[str] = frozenset()
    aliases: tuple[Alias, ...] = ()
    created: tuple[tuple[str, str], ...] = ()

    def moved(self, path: str) -> str:
        """Where a file is after the change."""
        if path in self.paths:
            return self.paths[path]
        for old, new in self.paths.items():
            if path.startswith(f"{old}/"):
                return new + path.removeprefix(old)
        return path


def retargeted(
    renaming: Renaming, path: str, reference: Reference, known: Collection[str]
) -> str | None:
    """What a reference of the article at a path has to say after the change; None where nothing changes.

    `known` are the paths of all files of the site.
    """
    target = reference.target
    if reference.kind == "wiki":
        return renaming.key[1] if renaming.key and target == renaming.key[0] else None
    name, mark, fragment = target.partition("#")
    if name.startswith("/") and not name.endswith(".md"):
        return _address(renaming, name, mark, fragment) if reference.kind == "link" else None
    return _path(renaming, path, name, mark + _fragment(renaming, path, name, fragment), known)


def _address(renaming: Renaming, name: str, mark: str, fragment: str) -> str | None:
    """A link to a page by its address; below a roundup's or paper's stand its files."""
    for old, new in renaming.addresses.items():
        if name.rstrip("/") == old.rstrip("/") or name.startswith(old):
            name = new.rstrip("/") + name[len(old.rstrip("/")) :]
            break
    held = renaming.key and fragment == renaming.key[0] and _is_held(renaming, name)
    return f"{name}{mark}{renaming.key[1] if renaming.key and held else fragment}"


def _is_held(renaming: Renaming, address: str) -> bool:
    steps = address.strip("/").split("/")
    return "/".join(steps[-2:]) in renaming.holders


def _fragment(renaming: Renaming, path: str, name: str, fragment: str) -> str:
    """A fragment that names the paper's entry in a roundup has another name then."""
    if renaming.key and unquote(fragment) == renaming.key[0]:
        target = resolved(path, name)
        folder, _, file = target.removeprefix(f"{_CONTENT}/").rpartition("/")
        if folder in renaming.holders and file.partition(".")[0] == "index":
            return renaming.key[1]
    return fragment


def resolved(path: str, name: str) -> str:
    """The file that a path written in an article means."""
    base = _CONTENT if name.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(base, unquote(name).lstrip("/")))


def _path(
    renaming: Renaming, path: str, name: str, rest: str, known: Collection[str]
) -> str | None:
    old = resolved(path, name)
    new, own = renaming.moved(old), renaming.moved(path)
    stays = posixpath.dirname(own) == posixpath.dirname(path) or name.startswith("/")
    if new == old and (stays or old not in known):
        return name + rest
    if name.startswith("/"):
        return new.removeprefix(_CONTENT) + rest
    return posixpath.relpath(new, posixpath.dirname(own)) + rest


def rewritten(
    renaming: Renaming, path: str, place: Place, where: Path, value: str, known: Collection[str]
) -> str | None:
    """What a value of front matter has to be after the change; None where it stays."""
    field = where[0] if where else ""
    if field == "tags":
        topic = renaming.topic
        return topic[1] if topic and topic_slug(value) == topic[0] else None
    if where in (("image",), ("image", "src")) and ":" not in value and not value.startswith("/"):
        return _path(renaming, path, value, "", known)
    if field in _CORRECTIONS and value.endswith(".md"):
        if value.startswith(f"{_CONTENT}/"):
            return renaming.moved(value)
        return _path(renaming, path, value, "", known)
    names_papers = where == ("paper",) or field in _CORRECTIONS
    names_papers |= field == "entries" and place.folder in renaming.holders
    if renaming.key and names_papers and value == renaming.key[0]:
        return renaming.key[1]
    return None
