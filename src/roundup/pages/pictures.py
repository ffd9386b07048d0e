"""Pictures of articles: the sizes and formats they are offered in, and the files that takes. Pure."""

import posixpath
from collections.abc import Iterator

from roundup.catalog.beside import file_beside
from roundup.content.article import Article
from roundup.pages import addresses
from roundup.pages.filefacts import FileFact, Rendition
from roundup.pages.files import IMAGES, image_files, why_kept_out
from roundup.pages.scope import Scope
from roundup.pages.views import Candidate, Page, PictureView, RenditionView

WIDTHS = (480, 800, 1200, 1600)
WIDEST = WIDTHS[-1]
RASTERS = frozenset(f".{one}" for one in IMAGES if one != "svg")


def scaled(size: tuple[int, int], width: int) -> int:
    """The height of a picture of some size made so wide."""
    return max(1, round(size[1] * width / size[0]))


def shown_as(path: str, fact: FileFact) -> PictureView:
    """A picture as pages show it: a file for every reader, its size, and the files browsers may choose from."""
    size, fallback = (fact.width, fact.height), _fallback(path, fact)
    address = rendition_address(path, fallback) if fallback else addresses.file(path)
    if fallback:
        size = (fallback.width, scaled(size, fallback.width))
    candidates = [
        Candidate(address=rendition_address(path, one), width=one.width)
        for one in reversed(fact.renditions)
        if one.ending == "webp"
    ]
    if candidates and candidates[-1].width < min(size[0], WIDEST):
        candidates.append(Candidate(address=address, width=size[0]))
    return PictureView(address=address, width=size[0], height=size[1], candidates=tuple(candidates))


def _fallback(path: str, fact: FileFact) -> Rendition | None:
    """The rendition that stands for a picture too wide for any page, in its own format."""
    is_webp = path.lower().endswith(".webp")
    for one in fact.renditions:
        if one.ending != "webp" or (is_webp and one.width == WIDEST):
            return one
    return None


def rendition_address(path: str, rendition: Rendition) -> str:
    """The address of a picture made smaller; the whole name of its file is in it, lest two share one."""
    return f"{addresses.file(path)}.{rendition.width}.{rendition.ending}"


def pictures(scope: Scope) -> tuple[str, ...]:
    """The raster pictures that shown articles show and that are published, by path."""
    rasters = {path for path in scope.files if _is_raster(path)}
    if not rasters:
        return ()
    found: set[str] = set()
    for path, article in scope.catalog.articles.items():
        if path not in scope.catalog.hidden:
            found |= rasters.intersection(_shown(scope, article))
    return tuple(sorted(path for path in found if not why_kept_out(scope, path)))


def _shown(scope: Scope, article: Article) -> Iterator[str]:
    yield from image_files(scope, article)
    for part in article.parts:
        for reference in part.references:
            if reference.kind == "image":
                target, path = reference.target, article.path
                yield file_beside(scope.files, target, path, article.language) or ""


def _is_raster(path: str) -> bool:
    return posixpath.splitext(path)[1].lower() in RASTERS


def rendition_pages(scope: Scope) -> Iterator[Page]:
    """The smaller files of all pictures."""
    for path, fact in sorted(scope.files.items()):
        for one in fact.renditions:
            yield Page(
                address=rendition_address(path, one),
                template="copy",
                language=scope.language,
                view=RenditionView(
                    source=path, digest=fact.digest, width=one.width, ending=one.ending
                ),
                source=path,
            )
