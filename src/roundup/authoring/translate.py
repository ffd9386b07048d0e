"""Which files a translation into a language still wants, and what stands in them until there are words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from roundup.authoring.changes import Changes, Edit
from roundup.authoring.edits import Uneditable, with_fields
from roundup.authoring.skeleton import original_of, read_back, skeleton
from roundup.catalog.catalog import Catalog
from roundup.catalog.translations import Groups
from roundup.content import frontmatter
from roundup.content.article import Article
from roundup.problems import Problem, error, warning

Versions = tuple[Article, ...]


class Translating(msgspec.Struct, frozen=True):
    """What will be written, and what was left alone and why."""

    changes: Changes
    problems: tuple[Problem, ...] = ()


def versions_of(groups: Groups, catalog: Catalog, wanted: str) -> tuple[Versions, ...]:
    """The articles of a roundup by its key, the index first, then the entries in their order; or those of a file."""
    if wanted not in catalog.roundups:
        return tuple(group for group in groups.values() if any(o.path == wanted for o in group))
    stems = ("index", *(entry.stem for entry in catalog.roundups[wanted].entries))
    return tuple(groups[wanted, stem] for stem in stems)


def path_in(original: Article, language: str) -> str:
    """Where the translation of an article into a language stands: beside it."""
    folder = original.path.rpartition("/")[0]
    return f"{folder}/{original.place.stem}.{language}.md"


def started(
    groups: Iterable[Versions], files: Mapping[str, bytes], catalog: Catalog, language: str
) -> Translating:
    """Skeletons of what has no words in a language yet; `files` are those that exist, by path.

    A skeleton that nobody has touched is renewed when its original has changed; nothing else is written over.
    """
    created: list[tuple[str, bytes]] = []
    edits: list[Edit] = []
    problems: list[Problem] = []
    for group in groups:
        original = group[0]
        if any(one.language == language for one in group) or not original.sections:
            continue
        if any(one.is_error for one in original.problems):
            problems.append(_unread(original))
            continue
        path = path_in(original, language)
        text = frontmatter.decode(files[original.path])
        made = skeleton(original_of(original, text, _known_title(original, catalog))).encode()
        path = next((one for one in files if one.lower() == path.lower()), path)
        if len(made) > frontmatter.ARTICLE_LIMIT:
            problems.append(_too_large(path, original))
        elif path not in files:
            created.append((path, made))
        elif not _is_untouched(files[path]):
            problems.append(_touched(path))
        elif frontmatter.decode(files[path]) != made.decode():
            edits.append(Edit(path, files[path], made))
    return Translating(Changes(created=tuple(created), edits=tuple(edits)), tuple(problems))


def _known_title(original: Article, catalog: Catalog) -> str:
    """The title of the paper that an article presents."""
    paper = catalog.papers.get(catalog.presents.get(original.path, ""))
    return paper.facts.title if paper else ""


def _is_untouched(data: bytes) -> bool:
    try:
        return read_back(frontmatter.decode(data)) is not None
    except ValueError:
        return False


def _unread(original: Article) -> Problem:
    return error(original.path, 0, "it cannot be translated before its errors are mended")


def _too_large(path: str, original: Article) -> Problem:
    message = f"with the words of {original.path} in comments it would be too large"
    return error(path, 0, message, "write it by hand, or split the original")


def _touched(path: str) -> Problem:
    message = "it has no words yet, but somebody has written into it: left as it is"
    return warning(path, 0, message, "write the words, or delete it to have it made anew")


def marked(groups: Iterable[Versions], files: Mapping[str, bytes], language: str) -> Translating:
    """The translations into a language recorded as made from what their originals say now."""
    edits: list[Edit] = []
    problems: list[Problem] = []
    for original, own in _translated(groups, language):
        if getattr(own.fields, "translated_from", {}) == dict(original.sections):
            continue
        before = files[own.path]
        try:
            text = with_fields(before.decode(), {"translated_from": dict(original.sections)})
            edits.append(Edit(own.path, before, text.encode()))
        except (Uneditable, UnicodeDecodeError) as fault:
            problems.append(error(own.path, 1, str(fault), "mend it first"))
    return Translating(Changes(edits=tuple(edits)), tuple(problems))


def _translated(groups: Iterable[Versions], language: str) -> Iterator[tuple[Article, Article]]:
    """Every original with its translation into a language, where it has one."""
    for group in groups:
        yield from ((group[0], own) for own in group[1:] if own.language == language)


def still_missing(groups: Sequence[Versions], language: str) -> int:
    """How many of these say something, and have no words in a language."""
    return sum(
        bool(group[0].sections) and all(one.language != language for one in group)
        for group in groups
    )
