"""XML elements as text."""

from html import escape

from roundup.pages.characters import xml_text


def element(name: str, content: str = "", /, **attributes: str) -> str:
    """An element around finished XML; attributes without a value are left out."""
    given = "".join(f' {k}="{escape(xml_text(v))}"' for k, v in attributes.items() if v)
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def escaped(text: str) -> str:
    """Text as the content of an element, free of what XML forbids."""
    return escape(xml_text(text), quote=False)
