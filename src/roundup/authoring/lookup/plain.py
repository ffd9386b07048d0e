"""Titles and abstracts with markup in them (HTML, MathML, JATS) as plain text."""

import html
import re

from bs4 import BeautifulSoup, Tag

# Only known elements count as markup: in `a<b and c>d` nothing does.
_MARKUP = re.compile(
    r"</?(?:jats:[\w-]+|mml:\w+|math|title|sec|p|div|span|br|a|i|b|u|em|strong|italic|bold|sub|sup|sc|scp|tt"
    r"|small|h[1-6]|ul|ol|li|inline-formula|disp-formula|alternatives|tex-math)(?:\s+[\w:-]+=[^<>]*)?\s*/?>"
    r"|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);"
)
_PARAGRAPHS = ("p", "jats:p", "div", "sec", "jats:sec", "li", "jats:list-item", "br")
_HEADINGS = ("title", "jats:title", "h1", "h2", "h3", "h4", "h5", "h6")
_MATHS = ("mml:math", "math")
_TWICE_SAID = ("tex-math", "jats:tex-math", "mml:annotation", "annotation", "annotation-xml")
_HIDDEN = ("script", "style", "template")
_ABSTRACT = re.compile(r"\A(?i:abstract|summary)(?:\s*[:.—-]\s*|\s+)(?=[A-Z])")
_SPACE_IN_MATHS = re.compile(r"\s+")


def plain_line(text: str) -> str:
    """A title or name in one line, without markup and entities."""
    return " ".join(plain_text(text).split())


def plain_text(text: str) -> str:
    """Words without markup: a paragraph a line, an empty line between two."""
    text = html.unescape(text) if "&lt;" in text or "&amp;" in text else text
    if not _MARKUP.search(text):
        return _paragraphs(text)
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.find_all(_HIDDEN):
        tag.decompose()
    for maths in soup.find_all(_MATHS):
        _settle(maths)
    for tag in soup.find_all(_PARAGRAPHS + _HEADINGS):
        tag.insert_before("\n\n")
        tag.insert_after("\n\n")
    return _paragraphs(soup.get_text())


def abstract(text: str) -> str:
    """An abstract without the word that stands over it."""
    return _ABSTRACT.sub("", plain_text(text)).strip()


def _settle(maths: Tag) -> None:
    """A formula as the letters that it shows, once."""
    for tag in maths.find_all(_TWICE_SAID):
        tag.decompose()
    parent = maths.parent
    for tag in parent.find_all(_TWICE_SAID) if parent and parent.name != "[document]" else ():
        tag.decompose()
    maths.replace_with(_SPACE_IN_MATHS.sub("", maths.get_text()))


def _paragraphs(text: str) -> str:
    parts = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text))
    return "\n\n".join(part for part in parts if part)
