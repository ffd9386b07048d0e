"""What an article claims about which paper it presents, in the tokens that identity joins by."""

import posixpath
from collections.abc import Iterator

from roundup.catalog.identity import Claim
from roundup.catalog.works import identifiers_of, links_of, work_fields
from roundup.content.article import Article
from roundup.content.fields import EntryFields
from roundup.content.values import is_key
from roundup.identifiers import normalise

Order = tuple[object, ...]


def claim_of(article: Article, order: Order) -> Claim:
    """The claim of an entry's original, or of a shared paper, whose stem is its key."""
    fields = work_fields(article)
    is_shared = not isinstance(fields, EntryFields)
    key = fields.paper if isinstance(fields, EntryFields) else article.place.stem
    return Claim(
        order=order,
        path=article.path,
        stem=article.place.stem,
        key=key,
        tokens=tuple(_tokens(article, key)),
        same=tuple(_corrections(article, "same_as")),
        different=tuple(_corrections(article, "different_from")),
        is_shared=is_shared,
    )


def token(text: str) -> str | None:
    """A key, an identifier in any spelling, as a token; None where it is neither."""
    if is_key(text):
        return f"key:{text}"
    found = normalise(text)
    return f"{found.scheme}:{found.value}" if found else None


def _tokens(article: Article, key: str) -> Iterator[str]:
    if key:
        yield f"key:{key}"
    fields = work_fields(article)
    found = {*identifiers_of(fields), *links_of(fields)}
    yield from sorted(f"{one.scheme}:{one.value}" for one in found)


def _corrections(article: Article, field: str) -> Iterator[tuple[str, int]]:
    for text in getattr(article.fields, field):
        if text.endswith(".md"):
            folder = posixpath.dirname(article.path)
            path = text if text.startswith("content/") else posixpath.join(folder, text)
            found: str | None = "file:" + posixpath.normpath(path)
        else:
            found = token(text)
        yield found or f"key:{text}", article.line(field)
