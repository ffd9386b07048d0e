"""Where a roundup lands: the folder of its year and slug, its language and the names of its files."""

import msgspec

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import FoundRoundup, Remark
from roundup.authoring.importers.landing.shelf import Shelf
from roundup.authoring.importers.landing.slugs import slug_of, stem
from roundup.authoring.importers.landing.years import Span, dated_names, span_of
from roundup.authoring.keys import fresh, slug

_LONGEST = 45  # letters of a slug that another one follows


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the author asked for; empty where the document decides."""

    year: str = ""
    slug: str = ""
    language: str = ""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A roundup's folder `YEAR/SLUG`, its period where that is no year, its language.

    `ending` is what the names of its files end in; `says` the language where its index has to say it.
    """

    folder: str
    period: str
    language: str
    ending: str = ".md"
    says: str = ""


def spot_of(
    path: str, document: Document, found: FoundRoundup, wish: Wish, shelf: Shelf, number: int
) -> tuple[Spot, tuple[Remark, ...]]:
    """The spot of a roundup of the file at `path`; `number` counts those of a document with several."""
    span = _span(path, document, found, wish)
    folder = f"{span.folder}/{_slug(path, document, found, wish, span, number)}"
    taken = fresh(folder, shelf.folders)
    language, ending, says, doubt = _language(document, wish, shelf)
    doubts = [span.doubt, doubt]
    if taken != folder:
        doubts.append(f"another roundup of this import is {folder} already")
    spot = Spot(folder=taken, period=span.period, language=language, ending=ending, says=says)
    line = found.line or 1
    return spot, tuple(Remark(line, "doubted", one) for one in doubts if one)


def _span(path: str, document: Document, found: FoundRoundup, wish: Wish) -> Span:
    names = [document.slug, stem(document.address), stem(path), _folder(path)]
    date = next((one for one in (document.date, *dated_names([stem(path)])) if one), "")
    return span_of(wish.year, found.period, (found.title, document.title), names, date)


def _slug(
    path: str, document: Document, found: FoundRoundup, wish: Wish, span: Span, number: int
) -> str:
    """The slug that was asked for or follows; one of several has what is its own behind it."""
    title = document.title if number else found.title or document.title
    addresses = (document.slug, document.address, *document.aliases)
    base = wish.slug or slug_of(addresses, path, title, _folder(path))
    if not wish.slug and base.startswith(f"{span.folder}-"):
        base = base.removeprefix(f"{span.folder}-")
    if not number:
        return base
    return f"{base[:_LONGEST].strip('-')}-{_own(found, span) or number}"


def _own(found: FoundRoundup, span: Span) -> str:
    """What tells one of several roundups from the others: its week, month or day, else its title."""
    begin = found.period.partition("..")[0]
    if len(begin) > len("2019"):
        return slug(begin).removeprefix(f"{span.folder}-")
    return slug(found.title)


def _folder(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[0].rpartition("/")[2]


def _language(document: Document, wish: Wish, shelf: Shelf) -> tuple[str, str, str, str]:
    """The language, the ending of files, the language as the index says it, and a doubt."""
    wanted = wish.language or document.language
    if not shelf.languages:
        return wanted or "en", ".md", wanted, ""
    default = shelf.languages[0]
    spoken = _declared(wanted, shelf.languages)
    if not wanted or spoken == default:
        return default, ".md", "", ""
    if spoken:
        return spoken, f".{spoken}.md", "", ""
    doubt = f"its language seems to be '{wanted}', which site.toml does not declare: it lands as '{default}'"
    return default, ".md", "", doubt


def _declared(wanted: str, languages: tuple[str, ...]) -> str:
    """The declared language that a tag means: itself, else one that only differs in region or script."""
    folded = wanted.lower()
    near = [one for one in languages if one.lower() == folded]
    near += [one for one in languages if one.lower().split("-")[0] == folded.split("-")[0]]
    return next(iter(near), "")
