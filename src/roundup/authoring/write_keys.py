"""The keys that papers have by the names of files, written down where that could come to matter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from roundup.authoring.changes import Changes, Edit
from roundup.authoring.edits import with_fields
from roundup.catalog.catalog import Catalog
from roundup.catalog.translations import Groups
from roundup.content.article import Article
from roundup.content.fields import EntryFields
from roundup.content.values import is_key


def unkeyed(groups: Groups, catalog: Catalog) -> Iterator[tuple[str, Article]]:
    """The entries of every paper that has several and no written key, with the key that it has now."""
    found: dict[str, list[Article]] = defaultdict(list)
    for group in groups.values():
        if group[0].path in catalog.presents:
            found[catalog.presents[group[0].path]].append(group[0])
    for key, articles in sorted(found.items()):
        is_shared_out = (
            f"{key}.2" in found
        )  # by two papers, of which each has to get a key of its own
        if len(articles) > 1 and is_key(key) and not is_shared_out:
            yield from ((key, one) for one in articles if not any(map(_has_key, articles)))


def _has_key(article: Article) -> bool:
    """Whether an article writes the key: as a field, or as the name of a shared paper's file."""
    return not isinstance(article.fields, EntryFields) or bool(article.fields.paper)


def with_keys(groups: Groups, catalog: Catalog, files: Mapping[str, bytes]) -> Changes:
    """The edits that write these keys; `files` are the articles' bytes by path."""
    return Changes(
        edits=tuple(
            Edit(one.path, files[one.path], _written(files[one.path], key))
            for key, one in unkeyed(groups, catalog)
        )
    )


def _written(data: bytes, key: str) -> bytes:
    return with_fields(data.decode(), {"paper": key}).encode()
