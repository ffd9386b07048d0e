"""What the words of articles refer to: papers, articles, files. Broken references and orphan files."""

import difflib
import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from roundup.catalog.beside import file_beside
from roundup.catalog.catalog import Catalog
from roundup.catalog.mentions import paper_named
from roundup.content.article import Article
from roundup.content.prose import Reference
from roundup.problems import Problem, error, warning


def link_problems(catalog: Catalog, files: Collection[str]) -> Iterator[Problem]:
    """The problems of every reference, and the files beside articles that nothing names."""
    named: set[str] = set()
    for path, article in sorted(catalog.articles.items()):
        for reference in (r for part in article.parts for r in part.references):
            if reference.kind == "wiki":
                yield from _wiki(catalog, article, reference)
            elif reference.kind == "link" and reference.target.split("#")[0].endswith(".md"):
                yield from _article(catalog, article, reference)
            else:
                file = file_beside(files, reference.target, path, article.language)
                named |= _variants(file, files)
                if file is None and not _is_page(reference):
                    yield _no_file(article, reference.line, reference.target, files)
        yield from _picture(article, files, named)
    for file in sorted(files):
        if file.startswith("content/") and file not in named:
            hint = "name it in an article, or move it to static/"
            is_markdown = file.lower().endswith((".md", ".markdown"))
            hint = "the name of an article ends in .md" if is_markdown else hint
            yield warning(file, 0, "no article names this file, so it stays out", hint)


def _wiki(catalog: Catalog, article: Article, reference: Reference) -> Iterator[Problem]:
    key = paper_named(reference.target, catalog.keys)
    if key is None:
        close = difflib.get_close_matches(reference.target, _names(catalog), n=3, cutoff=0.5)
        hint = "write a paper's key or an identifier, as [[xlnet]] or [[arxiv:1906.08237]]"
        hint = f"did you mean {' or '.join(repr(one) for one in close)}?" if close else hint
        message = f"there is no paper '{reference.target}'"
        yield error(article.path, reference.line, message, hint)
    elif key not in catalog.papers and article.path not in catalog.hidden:
        message = f"the paper '{reference.target}' is hidden, so its link is plain text"
        yield warning(article.path, reference.line, message, "it appears when the paper does")


def _names(catalog: Catalog) -> list[str]:
    """The keys of papers; an identifier that is like another is no suggestion."""
    return sorted(key for key in catalog.keys if ":" not in key)


def _article(catalog: Catalog, article: Article, reference: Reference) -> Iterator[Problem]:
    name, _, fragment = unquote(reference.target).partition("#")
    if name.startswith("/"):
        target = posixpath.normpath("content" + name)
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), name))
    found = catalog.articles.get(target)
    if found is None:
        close = difflib.get_close_matches(target, sorted(catalog.articles), n=1, cutoff=0.6)
        shown = posixpath.relpath(close[0], posixpath.dirname(article.path)) if close else ""
        hint = (
            f"did you mean {shown}?"
            if close
            else "links are file paths, as ../2020/top-15/index.md"
        )
        message = f"the link leads to {name}, which does not exist"
        yield error(article.path, reference.line, message, hint)
    elif target in catalog.hidden:
        if article.path not in catalog.hidden:
            message = f"the link leads to {name}, which is hidden, so it is plain text"
            yield warning(article.path, reference.line, message, "it appears when the target does")
    elif fragment and fragment not in (known := anchors(catalog, found)):
        close = difflib.get_close_matches(fragment, sorted(known), n=1, cutoff=0.4)
        hint = f"did you mean #{close[0]}?" if close else ""
        message = f"{name} has no anchor '{fragment}'"
        yield error(article.path, reference.line, message, hint)


def anchors(catalog: Catalog, article: Article) -> dict[str, str]:
    """What a link into an article may name, and the id that it means: a roundup's entries, and headings."""
    found: dict[str, str] = {}
    for number, part in enumerate(article.parts):
        prefix = article.place.prefix + (f"{number}_" if number else "")
        for anchor in part.anchors:
            found.setdefault(anchor.removeprefix(prefix), anchor)
    if article.place.kind == "roundup":
        roundup = catalog.roundups.get(article.place.folder)
        found |= {entry.paper: entry.paper for entry in roundup.entries} if roundup else {}
    return found


def _is_page(reference: Reference) -> bool:
    """Whether a link could be the address of a page, which only the whole site can tell."""
    return reference.kind == "link" and reference.target.startswith("/")


def _no_file(article: Article, line: int, name: str, files: Collection[str]) -> Problem:
    folder = posixpath.dirname(article.path) + "/"
    here = sorted(f.removeprefix(folder) for f in files if f.startswith(folder))
    close = difflib.get_close_matches(name, here, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}?" if close else "put the file beside the article"
    return error(article.path, line, f"there is no file {name}", hint)


def _picture(article: Article, files: Collection[str], named: set[str]) -> Iterator[Problem]:
    image = getattr(article.fields, "image", None)
    if image is None:
        return
    line = article.line("image")
    if image.src.startswith(("http:", "https:")):
        hint = "put the file beside the article: pages load nothing from elsewhere"
        yield warning(article.path, line, f"remote image {image.src}", hint)
    else:
        file = file_beside(files, image.src, article.path, article.language)
        named |= _variants(file, files)
        if file is None:
            yield _no_file(article, line, image.src, files)
    if not image.alt:
        hint = "say in 'alt:' what it shows"
        message = f"the image {image.src} has no alternative text"
        yield warning(article.path, line, message, hint)


def _variants(file: str | None, files: Collection[str]) -> set[str]:
    """A named file with its variants in other languages: naming one names all."""
    if file is None:
        return set()
    stem, ending = posixpath.splitext(file)
    base = stem.rpartition(".")[0] or stem
    return {
        one
        for one in files
        if one == file or (one.startswith((f"{stem}.", f"{base}.")) and one.endswith(ending))
    }
