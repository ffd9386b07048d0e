"""Pictures in smaller sizes and formats. The one module that decodes them; only builds that must load it. Pure."""

import io
import warnings
from collections.abc import Mapping
from contextlib import suppress

from PIL import Image, ImageCms, ImageOps

from roundup.build.renditions import Made, Order
from roundup.pages.filefacts import Rendition
from roundup.pages.pictures import WIDEST, WIDTHS, scaled

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_OWN = {"PNG": ("png", "PNG"), "JPEG": ("jpg", "JPEG"), "MPO": ("jpg", "JPEG")}
_SAVING = 0.9  # what is offered beside a larger file must have less than this of its bytes
_SHARP = 1.2  # lossless where it costs no more than so many times the bytes: letters and lines stay clean
_FEW_COLOURS = 1 << 14
_SMOOTH = Image.Resampling.LANCZOS
_JPEG = {"quality": 82, "optimize": True, "progressive": True}
_LOSSY = {"quality": 80, "method": 4}
_LOSSLESS = {"lossless": True, "quality": 80, "method": 4}
_LONGEST_SIDE = 16_383  # of a WebP picture (RFC 9649, section 2.7.1)


def make_all(orders: list[Order]) -> list[Made]:
    """The renditions of some pictures, in order."""
    return [make(order) for order in orders]


def make(order: Order) -> Made:
    """The renditions that are worth their while: each clearly smaller than every wider one and than the original."""
    data, digest, size = order
    if data[4:8] == b"ftyp":  # AVIF, which is small already
        return Made(digest)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                return Made(digest, tuple(_renditions(image, len(data), size)))
    except Exception:  # a decoder raises whatever a file makes it stumble on
        return Made(digest, is_broken=True)


def _renditions(
    image: Image.Image, weight: int, size: tuple[int, int]
) -> list[tuple[Rendition, bytes]]:
    kind, is_jpeg = image.format or "", image.format in ("JPEG", "MPO")
    if getattr(image, "is_animated", False) and not is_jpeg:
        image.load()
        return []
    limit = min(size[0], WIDEST)
    picture = _ready(image, size, limit)
    found = []
    if size[0] > WIDEST and kind in _OWN:
        ending, name = _OWN[kind]
        data = _saved(picture, name, _JPEG if is_jpeg else {})
        if len(data) < _SAVING * weight:
            found.append((Rendition(WIDEST, ending), data))
    lossless = not is_jpeg and picture.getcolors(_FEW_COLOURS) is not None
    for width in (limit, *(one for one in reversed(WIDTHS) if one < limit)):
        height = scaled(size, width)
        if height > _LONGEST_SIDE or (kind == "WEBP" and width == size[0]):
            continue
        data = _webp(picture.resize((width, height), _SMOOTH), lossless)
        if len(data) < _SAVING * weight:
            weight = len(data)
            found.append((Rendition(width, "webp"), data))
    return found


def _ready(image: Image.Image, size: tuple[int, int], width: int) -> Image.Image:
    """The picture upright, in eight bits of sRGB, no wider than any rendition, with nothing but its pixels."""
    profile = image.info.get("icc_profile")
    height = scaled(size, width)
    image.draft(None, (2 * max(width, height), 2 * max(width, height)))
    picture = _eight_bits(_upright(image, size))
    picture = _in_srgb(picture.resize((width, height), _SMOOTH, reducing_gap=3.0), profile)
    picture.info = {}
    return picture


def _upright(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture as browsers turn it, which its size tells; they pass over what else may say so."""
    turned = ImageOps.exif_transpose(image)
    agrees = (turned.width - turned.height) * (size[0] - size[1]) >= 0
    return turned if agrees else image


def _eight_bits(image: Image.Image) -> Image.Image:
    """The modes that Pillow scales without loss of sense: L, RGB, RGBA, CMYK."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBa", "RGBA"):
        picture = image.convert("RGBA")
        # An alpha channel that hides nothing only costs bytes.
        is_opaque = picture.getchannel("A").getextrema() == (255, 255)
        return picture.convert("RGB") if is_opaque else picture
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as browsers take them where nothing else is said; a profile that cannot be read is passed over."""
    colours = "RGB" if picture.mode == "CMYK" else picture.mode
    if profile and colours in ("RGB", "RGBA"):
        with suppress(ImageCms.PyCMSError, ImportError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, source, srgb, outputMode=colours) or picture
    return picture if picture.mode == colours else picture.convert(colours)


def _webp(picture: Image.Image, lossless: bool) -> bytes:
    lossy = _saved(picture, "WEBP", _LOSSY)
    if lossless:
        sharp = _saved(picture, "WEBP", _LOSSLESS)
        if len(sharp) <= _SHARP * len(lossy):
            return sharp
    return lossy


def _saved(picture: Image.Image, kind: str, options: Mapping[str, int]) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()
