"""Mathematical alphabets: letters restyled by their own code points, as MathML Core wants it.

Browsers that follow MathML Core know only `mathvariant="normal"`; Unicode has the letters.
"""

_LATIN = {
    "bold": 0x1D400,
    "italic": 0x1D434,
    "bold-italic": 0x1D468,
    "script": 0x1D49C,
    "bold-script": 0x1D4D0,
    "fraktur": 0x1D504,
    "double-struck": 0x1D538,
    "bold-fraktur": 0x1D56C,
    "sans-serif": 0x1D5A0,
    "bold-sans-serif": 0x1D5D4,
    "sans-serif-italic": 0x1D608,
    "sans-serif-bold-italic": 0x1D63C,
    "monospace": 0x1D670,
}
_GREEK = {"bold": 0x1D6A8, "italic": 0x1D6E2, "bold-italic": 0x1D71C}
_DIGITS = {
    "bold": 0x1D7CE,
    "double-struck": 0x1D7D8,
    "sans-serif": 0x1D7E2,
    "bold-sans-serif": 0x1D7EC,
    "monospace": 0x1D7F6,
}
_OLDER = {
    0x1D455: "ℎ", 0x1D49D: "ℬ", 0x1D4A0: "ℰ", 0x1D4A1: "ℱ", 0x1D4A3: "ℋ", 0x1D4A4: "ℐ",
    0x1D4A7: "ℒ", 0x1D4A8: "ℳ", 0x1D4AD: "ℛ", 0x1D4BA: "ℯ", 0x1D4BC: "ℊ", 0x1D4C4: "ℴ",
    0x1D506: "ℭ", 0x1D50B: "ℌ", 0x1D50C: "ℑ", 0x1D515: "ℜ", 0x1D51D: "ℨ", 0x1D53A: "ℂ",
    0x1D53F: "ℍ", 0x1D545: "ℕ", 0x1D547: "ℙ", 0x1D548: "ℚ", 0x1D549: "ℝ", 0x1D551: "ℤ",
}  # fmt: skip


def restyle(text: str, variant: str) -> tuple[str, str]:
    """The text in an alphabet, and the `mathvariant` that is still needed, "" for none."""
    if variant not in _LATIN:
        return text, variant if variant == "normal" and len(text) == 1 else ""
    return "".join(_letter(char, variant) for char in text), ""


def _letter(char: str, variant: str) -> str:
    if "A" <= char <= "Z":
        code = _LATIN[variant] + ord(char) - ord("A")
    elif "a" <= char <= "z":
        code = _LATIN[variant] + 26 + ord(char) - ord("a")
    elif "0" <= char <= "9" and variant in _DIGITS:
        code = _DIGITS[variant] + ord(char) - ord("0")
    elif "Α" <= char <= "ω" and char != "\u03a2" and variant in _GREEK:
        shift = ord(char) - ord("Α") if char <= "Ω" else 26 + ord(char) - ord("α")
        code = _GREEK[variant] + shift
    else:
        return char
    return _OLDER.get(code) or chr(code)
