"""What an article claims about which paper it presents, in the tokens that identity joins by."""

import posixpath
from collections.abc import Iterator, Mapping

from roundup.catalog.identity import Claim
from roundup.catalog.works import identifiers_of, links_of, work_fields
from roundup.content.article import Article
from roundup.content.fields import EntryFields
from roundup.content.values import is_key
from roundup.identifiers import normalise

Order = tuple[object, ...]


def claim_of(article: Article, order: Order, originals: Mapping[str, str]) -> Claim:
    """The claim of an entry's original, or of a shared paper, whose stem is its key.

    `originals` maps every file's path to that of the article it translates, or to itself.
    """
    fields = work_fields(article)
    is_shared = not isinstance(fields, EntryFields)
    key = fields.paper if isinstance(fields, EntryFields) else article.place.stem
    return Claim(
        order=order,
        path=article.path,
        stem=article.place.stem,
        key=key,
        tokens=tuple(_tokens(article, key)),
        same=tuple(_corrections(article, "same_as", originals)),
        different=tuple(_corrections(article, "different_from", originals)),
        is_shared=is_shared,
        line=article.line("paper"),
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


def _corrections(
    article: Article, field: str, originals: Mapping[str, str]
) -> Iterator[tuple[str, int]]:
    for text in getattr(article.fields, field):
        if text.endswith(".md"):
            folder = posixpath.dirname(article.path)
            path = text if text.startswith("content/") else posixpath.join(folder, text)
            path = posixpath.normpath(path)
            found: str | None = "file:" + originals.get(path, path)
        else:
            found = token(text)
        yield found or f"key:{text}", article.line(field)
