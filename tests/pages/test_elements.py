"""XML elements as text."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from roundup.pages.characters import xml_text
from roundup.pages.elements import element, escaped


def test_attributes_without_a_value_are_left_out() -> None:
    assert element("link", rel="self", href="/a?b&c", title="") == (
        '<link rel="self" href="/a?b&amp;c"/>'
    )


def test_content_is_taken_as_finished_xml() -> None:
    assert element("p", element("b", escaped("1 < 2"))) == "<p><b>1 &lt; 2</b></p>"


@given(st.text(), st.text())
def test_any_text_comes_back_from_a_parser(content: str, value: str) -> None:
    parsed = ElementTree.fromstring(element("a", escaped(content), b=value))
    assert (parsed.text or "") == _line_ends(xml_text(content))
    assert parsed.get("b", "").split() == xml_text(value).split()


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
