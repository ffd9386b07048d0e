from roundup.pages.glyphs import FontFact, Glyphs, plain


def font(*ranges: tuple[str, str], weight: int = 400) -> FontFact:
    return FontFact("digest", weight, tuple((ord(first), ord(last)) for first, last in ranges))


def test_a_font_has_the_characters_of_its_ranges() -> None:
    latin = font(("A", "Z"), ("a", "z"))
    assert [latin.has(char) for char in "AZaz"] == [True] * 4
    assert [latin.has(char) for char in "@[`{用"] == [False] * 5
    assert not font().has("A")


def test_what_one_font_lacks_another_may_have() -> None:
    glyphs = Glyphs([font(("a", "z")), font(("一", "龥"))])
    assert glyphs.missing(["the 用于"]) == ""
    assert glyphs.missing(["the 用于", "Ω & é"]) == "&éΩ"


def test_letters_that_are_shaped_are_never_there() -> None:
    everything = Glyphs([font((" ", "\U0010ffff"))])
    assert everything.missing(["abc 用于 한국 αβ"]) == ""
    assert everything.missing(["שלום"]) == "".join(sorted("שלום"))
    assert everything.missing(["مرحبا"]) == "".join(sorted("مرحبا"))
    assert everything.missing(["e\u0301", "नमस्ते"]) == "\u0301\u0947\u094d"


def test_no_fonts_have_nothing() -> None:
    assert Glyphs([]).digests == ()
    assert Glyphs([]).missing(["a b"]) == "ab"


def test_text_is_composed_and_freed_of_what_cannot_be_seen() -> None:
    assert plain("  Cafe\u0301\u00a0 and\ttea ") == "Café and tea"
    assert plain("soft\u00adhyphen\u200b, \u200emark") == "softhyphen, mark"
    assert plain("plain") == "plain"
