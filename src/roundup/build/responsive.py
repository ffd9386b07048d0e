"""What an `img` element says beside its address: size, files to choose from, when it is loaded."""

from markupsafe import Markup, escape

from roundup.content.prose.resolve import Pairs
from roundup.pages.addresses import encoded
from roundup.pages.views import Candidate, PictureView, Target

# The theme's widths; browsers that know `auto` ask the layout itself for pictures that wait, in any theme.
_COLUMN = "(min-width: 46em) 42em, 91vw"
_PAGE = "(min-width: 66em) 60em, 91vw"


def image_attributes(
    picture: PictureView | Target, root: str, *, leads: bool = False, waits: bool = True
) -> Pairs:
    """The attributes of a picture whose addresses begin with `root`.

    One that leads its page is wanted first; one that waits is loaded when the reader comes near it.
    """
    is_cover = leads and isinstance(picture, PictureView)
    sizes = _PAGE if is_cover else _COLUMN if leads else f"auto, {_COLUMN}"
    size = (("width", str(picture.width)), ("height", str(picture.height)))
    return (
        *(size if picture.width else ()),
        *_choice(picture.candidates, root, sizes),
        *((("fetchpriority", "high"),) if leads else ()),
        *((("loading", "lazy"), ("decoding", "async")) if waits and not leads else ()),
    )


def _choice(candidates: tuple[Candidate, ...], root: str, sizes: str) -> Pairs:
    files = [(root + encoded(one.address.removeprefix("/")), one.width) for one in candidates]
    if len(files) == 1:
        return (("srcset", files[0][0]),)
    if not files:
        return ()
    rows = ", ".join(f"{address} {width}w" for address, width in files)
    return (("srcset", rows), ("sizes", sizes))


def as_markup(pairs: Pairs) -> Markup:
    """Attributes as they stand in a tag, each with a space before it."""
    return Markup("").join(Markup(' {}="{}"').format(name, escape(value)) for name, value in pairs)
