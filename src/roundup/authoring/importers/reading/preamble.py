"""Front matter of other site generators: Jekyll's YAML, Hugo's TOML and JSON, Pelican's lines."""

import re
import tomllib
from collections.abc import Iterator, Mapping

import msgspec
import yaml

from roundup.authoring.importers.reading.dates import iso

_YAML = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)\n?\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w -]{1,30}):[ \t]+(\S.*)")
_PELICAN = frozenset(
    ("title", "date", "modified", "tags", "category", "slug", "author", "authors", "summary",
     "lang", "status", "keywords", "description")
)  # fmt: skip
_STACKED = re.compile(r"(?:[-?:]\s+){8}")
_LONGEST = 64_000
_DEEPEST = 200


class Preamble(msgspec.Struct, frozen=True):
    """What the front matter says, the body, and the line that the body begins on."""

    fields: Mapping[str, tuple[str, ...]]
    body: str
    line: int = 1
    fault: str = ""

    def one(self, *names: str) -> str:
        """The first value of the first of these fields that is there."""
        return next((self.fields[name][0] for name in names if self.fields.get(name)), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """All values of these fields."""
        return tuple(dict.fromkeys(one for name in names for one in self.fields.get(name, ())))


def split(text: str) -> Preamble:
    """A text cut into what it says of itself, and its body."""
    for pattern, read in ((_YAML, _yaml), (_TOML, _toml)):
        if found := pattern.match(text):
            body, line = text[found.end() :], text.count("\n", 0, found.end()) + 1
            if pattern is _YAML and not _looks_like_fields(found[1]):
                break
            try:
                return Preamble(_flat(read(found[1])), body, line)
            except (yaml.YAMLError, ValueError, RecursionError, TypeError):
                return Preamble(
                    _lines(found[1]), body, line, "the front matter could not be read whole"
                )
    return _pelican(text)


def _looks_like_fields(block: str) -> bool:
    return not block.strip() or bool(re.search(r"^[\w\"'-]+\s*:", block, re.MULTILINE))


def _yaml(block: str) -> object:
    """Plain strings only; what is nested deeply is refused, since the parser's own stack is not guarded."""
    brackets = block.count("[") + block.count("{")
    if len(block) > _LONGEST or brackets > _DEEPEST or _STACKED.search(block):
        raise ValueError
    return yaml.load(block.replace("\t", "    "), Loader=yaml.CBaseLoader)


def _toml(block: str) -> object:
    brackets = block.count("[") + block.count("{")
    dotted = any(line.partition("=")[0].count(".") > 20 for line in block.split("\n"))
    if len(block) > _LONGEST or brackets > _DEEPEST or dotted:
        raise ValueError
    return tomllib.loads(block)


def _flat(value: object) -> dict[str, tuple[str, ...]]:
    """Every field as plain texts; tables inside give their own fields where the name is free."""
    found: dict[str, tuple[str, ...]] = {}
    inner: list[tuple[str, Mapping[object, object]]] = []
    for key, one in value.items() if isinstance(value, Mapping) else ():
        name = str(key).lower().replace("-", "_")
        if isinstance(one, Mapping):
            inner.append((name, one))
        found[name] = tuple(_texts(one))
    for name, table in inner:
        for key, one in table.items():
            found.setdefault(str(key).lower(), tuple(_texts(one)))
            found.setdefault(f"{name}.{key}".lower(), tuple(_texts(one)))
    return found


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, list):
        for one in value[:200] if depth < 2 else ():  # aliases can make more of little
            yield from _texts(one, depth + 1)
    elif isinstance(value, Mapping):
        names = ("name", "src", "url", "image", "path", "feature", "teaser", "title")
        yield from (str(value[name]) for name in names if isinstance(value.get(name), str))
    elif value is not None and str(value).strip():
        yield " ".join(str(value).split())


def _lines(block: str) -> dict[str, tuple[str, ...]]:
    """What can be read line by line of a broken block."""
    found: dict[str, tuple[str, ...]] = {}
    for line in block.split("\n"):
        if one := re.match(r"([\w-]+)\s*[:=]\s*(\S.*)", line):
            found.setdefault(one[1].lower().replace("-", "_"), (one[2].strip().strip("\"'"),))
    return found


def _pelican(text: str) -> Preamble:
    """Lines of fields at the head of a file, up to the first empty one."""
    fields: dict[str, tuple[str, ...]] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _FIELD.fullmatch(line.rstrip())
        if found is None or found[1].lower() not in _PELICAN:
            if line.strip() or not {"title", "date"} <= fields.keys():
                break
            return Preamble(fields, "\n".join(lines[number:]), number + 1)
        fields[found[1].lower()] = (found[2].strip(),)
    return Preamble({}, text)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The fields that matter, by the names that generators give them."""

    title: str = ""
    description: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    address: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""


def said(preamble: Preamble) -> Said:
    """What front matter says, whoever it was written for."""
    one, several = preamble.one, preamble.all
    paths = several("permalink", "url", "aliases", "redirect_from", "alias", "old_url")
    address = next(
        (path for path in (one("canonical", "canonical_url", "canonicalurl"),) if path), ""
    )
    return Said(
        title=one("title"),
        description=one("description", "excerpt", "summary", "subtitle", "abstract"),
        language=one("lang", "language", "locale").replace("_", "-"),
        authors=tuple(_people(several("author", "authors"))),
        date=iso(one("date", "publishdate", "published", "pubdate", "published_at", "created")),
        address=address,
        slug=one("slug"),
        aliases=tuple(path for path in paths if path.startswith(("/", "http")) or "/" in path),
        tags=tuple(_words(several("tags", "tag", "categories", "category", "keywords"))),
        image=one(
            "image", "cover", "cover_image", "thumbnail", "featured_image", "feature_image", "banner",
            "img", "header_img", "cover.image", "header.teaser", "images", "thumb", "featuredimage",
        ),
    )  # fmt: skip


def _people(values: tuple[str, ...]) -> Iterator[str]:
    for value in values:
        for one in re.split(r"\s*[;、]\s*|\s+and\s+|,\s*(?=\S+\s+\S)", value):
            if one.strip():
                yield one.strip()


def _words(values: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        for one in re.split(r"\s*[,，、;]\s*", value):
            if one and one.lower() not in seen:
                seen.add(one.lower())
                yield one
