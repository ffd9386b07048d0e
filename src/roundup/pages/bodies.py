"""What the references in an article's words lead to, seen from the page they stand on."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote

import msgspec

from roundup.catalog.beside import file_beside
from roundup.catalog.catalog import Words
from roundup.catalog.links import anchors
from roundup.catalog.mentions import paper_named
from roundup.content.article import HEADING_BASE, Article, Part
from roundup.content.prose import Reference
from roundup.model import Image
from roundup.pages import addresses
from roundup.pages.pictures import shown_as
from roundup.pages.scope import Scope
from roundup.pages.views import Body, PictureView, Target

NOWHERE = Target()


def words_body(
    scope: Scope, words: Words, level: int, here: Collection[str] = ()
) -> tuple[Body, ...]:
    """The body of an entry or note below a heading of some level; `here` are the papers with an entry on the page."""
    found = (
        body(scope, part, words.path, words.language, here) for part in words.parts if part.html
    )
    shift = level + 1 - HEADING_BASE["entry"]
    return tuple(msgspec.structs.replace(one, shift=shift) if shift else one for one in found)


def article_body(scope: Scope, article: Article | None) -> Body | None:
    """The body of an article of words, if it has any."""
    parts = [part for part in article.parts if part.html] if article else []
    if not article or not parts:
        return None
    found = body(scope, parts[0], article.path, article.language)
    return found if getattr(article.fields, "image", None) else leading(found)


def body(scope: Scope, part: Part, path: str, language: str, here: Collection[str] = ()) -> Body:
    """One part of an article's words with its references resolved."""
    targets = (target(scope, one, path, language, here) for one in part.references)
    return Body(
        digest=part.html,
        targets=tuple(targets),
        language=scope.foreign(language),
    )


def leading(words: Body) -> Body:
    """Words that begin their page: their first picture is wanted at once."""
    targets = list(words.targets)
    for place, one in enumerate(targets):
        if one.is_image:
            targets[place] = msgspec.structs.replace(one, leads=True)
            return msgspec.structs.replace(words, targets=tuple(targets))
    return words


def plain(words: Body) -> Body:
    """Words for readers of feeds: pictures in one file each, and nothing of when to load them."""
    if not any(one.is_image for one in words.targets):
        return words
    targets = (
        msgspec.structs.replace(one, candidates=(), is_image=False) if one.is_image else one
        for one in words.targets
    )
    return msgspec.structs.replace(words, targets=tuple(targets))


def target(
    scope: Scope, reference: Reference, path: str, language: str, here: Collection[str] = ()
) -> Target:
    """Where a reference leads; one that leads nowhere, or to something hidden, is plain text."""
    if reference.kind == "wiki":
        return _paper(scope, reference, here)
    if reference.kind == "link":
        return _link(scope, reference.target, path)
    file = file_beside(scope.files, reference.target, path, language)
    if file is None:
        return NOWHERE
    if reference.kind != "image":
        return Target(address=addresses.file(file))
    shown = shown_as(file, scope.files[file])
    return Target(
        address=shown.address,
        width=shown.width,
        height=shown.height,
        candidates=shown.candidates,
        is_image=True,
    )


def _paper(scope: Scope, reference: Reference, here: Collection[str]) -> Target:
    key = paper_named(reference.target, scope.catalog.keys)
    paper = scope.catalog.papers.get(key) if key else None
    if key is None or paper is None:
        return Target(text=reference.text or reference.target)
    text = reference.text or paper.facts.short or paper.facts.title
    return Target(address=f"#{key}" if key in here else scope.paper_address(key), text=text)


def _link(scope: Scope, written: str, path: str) -> Target:
    name, _, fragment = unquote(written).partition("#")
    if name.startswith("/") and not name.endswith(".md"):
        return NOWHERE if scope.hides(written) else Target(address=written)
    folder = "content" if name.startswith("/") else posixpath.dirname(path)
    file = posixpath.normpath(posixpath.join(folder, name.lstrip("/")))
    if file in scope.files:
        return Target(address=addresses.file(file))
    if file in scope.catalog.hidden or file not in scope.catalog.articles:
        return NOWHERE
    address = article_address(scope, file)
    if fragment and address and "#" not in address:
        address += "#" + anchor(scope, file, fragment)
    return Target(address=address)


def article_address(scope: Scope, path: str) -> str:
    """The address of a content file's page in that file's language; empty where it has none."""
    article = scope.catalog.articles[path]
    place, language = article.place, article.language
    prefix = scope.prefix(language)
    match place.kind:
        case "home":
            return addresses.home(prefix)
        case "year":
            number = int(place.folder)
            return addresses.year(prefix, number) if number in scope.catalog.years else ""
        case "roundup":
            return addresses.roundup(prefix, place.folder)
        case "entry":
            entry = scope.entries.get((place.folder, place.stem))
            return scope.words_address(entry, language) if entry else ""
        case "paper":
            key = scope.catalog.presents.get(path, "")
            return scope.paper_address(key) if key in scope.catalog.papers else ""
        case "topic":
            shown = scope.settings.pages.tags and place.stem in scope.catalog.topics
            return addresses.kind(prefix, "tags", place.stem) if shown else ""
        case "person":
            shown = place.stem in scope.catalog.authors
            return addresses.kind(prefix, "authors", place.stem) if shown else ""
        case "page":
            return addresses.article(prefix, place.folder, place.stem)


def anchor(scope: Scope, path: str, fragment: str) -> str:
    """The id that a fragment written by an author means: an entry's key, else a heading of that file."""
    return anchors(scope.catalog, scope.catalog.articles[path]).get(fragment, fragment)


def picture(scope: Scope, image: Image | None, path: str, language: str) -> PictureView | None:
    """A picture of an article's front matter, with its size where it is a file of the site."""
    if image is None:
        return None
    file = file_beside(scope.files, image.src, path, language)
    if file:
        shown = shown_as(file, scope.files[file])
    elif image.src.startswith(("http:", "https:")):
        shown = PictureView(address=image.src)
    else:
        return None
    return msgspec.structs.replace(shown, alt=image.alt, caption=image.caption, credit=image.credit)


def words_picture(scope: Scope, words: Words, original: Words) -> PictureView | None:
    """The picture of an entry's words, else the original's."""
    own = picture(scope, words.image, words.path, words.language)
    return own or picture(scope, original.image, original.path, words.language)


def description_of(words: Article | None) -> str:
    """What the front matter of an article of words says in one sentence."""
    return getattr(words.fields, "description", "") if words else ""


def template_of(words: Article | None, usual: str) -> str:
    """The template an article of words asks for, else the usual one."""
    return getattr(words.fields, "template", "") or usual if words else usual


def cover_of(scope: Scope, words: Article | None) -> PictureView | None:
    """The picture that an article of words names."""
    image = getattr(words.fields, "image", None) if words else None
    return picture(scope, image, words.path, words.language) if words else None
