"""Which files of the site folder are published beside its pages."""

import posixpath
from collections.abc import Iterator

from roundup.catalog.beside import file_beside
from roundup.content.article import Article
from roundup.pages.scope import Scope

IMAGES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg")
MEDIA = ("mp4", "webm", "mp3", "ogg", "vtt")
DATA = ("pdf", "csv", "tsv", "txt", "json", "bib", "ris", "yaml", "zip")


def published(scope: Scope) -> set[str]:
    """All static files, and of the files beside shown articles those that they name and that are safe."""
    found = {path for path in scope.files if path.startswith("static/")}
    for path in scope.catalog.articles:
        article = scope.catalog.articles[path]
        if path not in scope.catalog.hidden:
            found |= {
                file for file, _ in named_files(scope, article) if not why_kept_out(scope, file)
            }
    return found


def why_kept_out(scope: Scope, path: str) -> str:
    """Why a file beside articles is not published; empty where it is harmless, or its authors are trusted."""
    if scope.settings.security.trusted_content:
        return ""
    ending = posixpath.splitext(path)[1].removeprefix(".").lower()
    if ending not in (*IMAGES, *MEDIA, *DATA):
        return "it is no image, PDF or plain data"
    return scope.files[path].danger


def named_files(scope: Scope, article: Article) -> Iterator[tuple[str, int]]:
    """The files of the site that an article's words and front matter name, and the lines where they do."""
    for file in image_files(scope, article):
        if file.startswith("content/"):
            yield file, article.line("image")
    for part in article.parts:
        for reference in part.references:
            if reference.kind in ("image", "file", "link") and reference.target:
                named = file_beside(scope.files, reference.target, article.path, article.language)
                if named and named.startswith("content/"):
                    yield named, reference.line


def image_files(scope: Scope, article: Article) -> tuple[str, ...]:
    """The picture of an article's front matter, and what stands for it in translations that inherit it."""
    image = getattr(article.fields, "image", None)
    if not image or not image.src:
        return ()
    tags = (article.language, *scope.tags)
    found = (file_beside(scope.files, image.src, article.path, tag) for tag in tags)
    return tuple(dict.fromkeys(file for file in found if file))
