"""Tiny fonts for tests: every character is a box, `.notdef` too."""

from io import BytesIO

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

LATIN = "".join(map(chr, range(0x20, 0x7F))) + "·…’“”éø–—"


def font_bytes(characters: str, weight: int = 400, features: str = "") -> bytes:
    """A font of 1,000 units an em in which every character is 600 wide; `features` is OpenType feature code."""
    names = [".notdef", *(f"u{ord(char):05X}" for char in characters)]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"u{ord(char):05X}" for char in characters})
    builder.setupGlyf(dict.fromkeys(names, box))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    builder.setupNameTable({"familyName": "Boxes", "styleName": str(weight)})
    builder.updateHead(created=0, modified=0)
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    out = BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(out)
    return out.getvalue()


def characters_of(data: bytes) -> set[int]:
    """What fontTools says are a font's characters."""
    return set(TTFont(BytesIO(data)).getBestCmap())
