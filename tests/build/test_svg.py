"""SVG files beside articles: harmless drawings pass, whatever acts or reaches out is named."""

import pytest

from roundup.build.svg import svg_danger, svg_size

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def danger(inner: str) -> str:
    return svg_danger(f"<svg {NS}>{inner}</svg>".encode())


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0" fill="url(#shade)" style="fill: url(\'#shade\')"/>',
        '<use xlink:href="#dot"/><a href="#top"><text>up</text></a>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style><![CDATA[ .a { fill: #123; content: '\\201C' } ]]></style>",
        "<text>only onclick= and script in words</text>",
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    ],
)
def test_a_harmless_drawing_passes(inner: str) -> None:
    assert danger(inner) == ""


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ("<script>alert(1)</script>", "it holds a script"),
        ('<é:script xmlns:é="http://www.w3.org/2000/svg"/>', "it holds a script"),
        ('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>', "it holds a foreign object"),
        ("<foreignObject/>", "it holds a foreign object"),
        ('<g\nonload="alert(1)"/>', "it holds an event handler"),
        ('<set attributeName="&#104;ref" to="x"/>', "it changes a link"),
        ('<set attributeName="xlink:href" to="x"/>', "it changes a link"),
        ('<a href="&#106;avascript:alert(1)"/>', "it changes a link"),
        ('<image href="https://example.org/a.png"/>', "it refers to something outside"),
        ('<image href="data:image/svg+xml,x"/>', "it refers to something outside"),
        ('<g style="fill: u\\72l(https://example.org/)"/>', "it refers to something outside"),
        ("<style>@imp<![CDATA[ort 'x']]></style>", "it refers to something outside"),
        ("<g>", "it is not well-formed XML"),
    ],
)
def test_what_acts_or_reaches_out_is_named(inner: str, why: str) -> None:
    assert danger(inner) == why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (f"<svg {NS}/>".encode("utf-16"), "it is not UTF-8"),
        (f'<?xml version="1.0" encoding="shift_jis"?><svg {NS}/>'.encode(), "it is not UTF-8"),
        (f"<?xml-stylesheet href='a.xsl'?><svg {NS}/>".encode(), "it refers to something outside"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "it declares entities"),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>', ""),
        (b"", "it is not well-formed XML"),
    ],
)
def test_a_file_is_judged_before_its_drawing_begins(data: bytes, why: str) -> None:
    assert svg_danger(data) == why


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg width="640px" height="480.4">', (640, 480)),
        ('<svg viewBox="0 0 32 16.5">', (32, 16)),
        ('<svg width="50%" height="50%" viewBox="-1,-1,3,4">', (3, 4)),
        ('<svg width="1.2.3" height="4">', (0, 0)),
        ('<svg viewBox="0 0 . .">', (0, 0)),
        (f'<svg width="{"9" * 400}" height="1">', (0, 0)),
        ("no drawing", (0, 0)),
    ],
)
def test_the_size_is_read_where_it_is_one(tag: str, size: tuple[int, int]) -> None:
    assert svg_size(tag.encode()) == size


def test_hostile_repetition_is_read_in_no_time() -> None:
    assert svg_size(b"<svg " * 200_000) == (0, 0)
    assert danger(f'<g style="url({" " * 400_000})"/>') == ""
