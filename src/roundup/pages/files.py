"""Which files of the site folder are published beside its pages."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from roundup.catalog.beside import file_beside
from roundup.content.article import Article
from roundup.pages.scope import Scope

IMAGES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg")
MEDIA = ("mp4", "webm", "mp3", "ogg", "vtt")
DATA = ("pdf", "csv", "tsv", "txt", "json", "bib", "ris", "yaml", "xml", "zip")


def published(scope: Scope) -> set[str]:
    """All static files, and of the files beside shown articles those that they name and that are safe."""
    found = {path for path in scope.files if path.startswith("static/")}
    for path in scope.catalog.articles:
        article = scope.catalog.articles[path]
        if path not in scope.catalog.hidden:
            found |= {file for file in named_files(scope, article) if may_be_published(scope, file)}
    return found


def may_be_published(scope: Scope, path: str) -> bool:
    """Whether a file beside articles is harmless, or its owner trusts all of them."""
    ending = posixpath.splitext(path)[1].removeprefix(".").lower()
    if scope.settings.security.trusted_content:
        return True
    return ending in (*IMAGES, *MEDIA, *DATA) and not scope.files[path].danger


def named_files(scope: Scope, article: Article) -> Iterator[str]:
    """The files of the site that an article's words and front matter name."""
    image = getattr(article.fields, "image", None)
    names = [image.src] if image else []
    for part in article.parts:
        for reference in part.references:
            if reference.kind in ("image", "file", "link"):
                names.append(unquote(reference.target).split("#")[0])
    for name in names:
        file = file_beside(scope.files, name, article.path, article.language) if name else None
        if file and file.startswith("content/"):
            yield file
