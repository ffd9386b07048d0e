"""A roundup's document in the form that a place takes: Markdown, HTML, a mail, an article of WeChat."""

from collections.abc import Container
from html import escape
from typing import Literal

import msgspec
from bs4 import BeautifulSoup

from roundup.authoring.export.elements import attribute, found, parsed
from roundup.authoring.export.numbered import with_numbers
from roundup.authoring.export.place import Place, made_whole, pictures_beside
from roundup.authoring.export.styled import FONTS, styled, with_lines, with_plain_formulas
from roundup.pages.markdown.blocks import markdown

Form = Literal["md", "email", "wechat", "html"]
ENDINGS: dict[Form, str] = {
    "md": ".md",
    "email": ".email.html",
    "wechat": ".wechat.html",
    "html": ".html",
}
_TEXT = f"font-family:{FONTS};font-size:16px;color:#1f1f1f"
_BODY = f"margin:0 auto;max-width:40em;padding:1.5em 1em;line-height:1.6;{_TEXT}"
_MAIL = f"margin:0 auto;max-width:600px;padding:16px;line-height:1.55;{_TEXT}"
_SHEET = "margin:0 auto;max-width:40em;padding:1em"
_ARTICLE = f"line-height:1.75;{_TEXT}"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What an export is to be: its form, its place on the site, its words in the reader's language.

    `page` and `references` are the labels of the canonical address and of the list of links.
    """

    form: Form
    place: Place
    canonical: str
    title: str
    language: str
    direction: str
    accent: str
    page: str
    references: str


class Exported(msgspec.Struct, frozen=True):
    """A document, and the pictures beside it: their names there and their files in the site."""

    text: str
    pictures: tuple[tuple[str, str], ...]


def exported(html: str, asked: Asked, files: Container[str]) -> Exported:
    """The document out of a roundup as the theme's `export.html` shows it; `files` are those of the site."""
    soup = parsed(html)
    made_whole(soup, asked.place)
    pictures = pictures_beside(soup, asked.place, files)
    with_lines(soup)
    soup.append(_end(soup, asked))
    write = {"md": _markdown, "email": _mail, "wechat": _article, "html": _page}[asked.form]
    return Exported(write(soup, asked), pictures)


def _end(soup: BeautifulSoup, asked: Asked) -> BeautifulSoup:
    """Where the roundup is at home."""
    address = escape(asked.canonical)
    return parsed(f'<p class="end">{escape(asked.page)}<a href="{address}">{address}</a></p>')


def _markdown(soup: BeautifulSoup, asked: Asked) -> str:
    _without_own_links(soup)
    return markdown(str(soup)) + "\n"


def _page(soup: BeautifulSoup, asked: Asked) -> str:
    styled(soup, asked.accent)
    return _whole(soup, asked, _BODY)


def _mail(soup: BeautifulSoup, asked: Asked) -> str:
    _without_own_links(soup)
    with_plain_formulas(soup)
    styled(soup, asked.accent)
    return _whole(soup, asked, _MAIL)


def _article(soup: BeautifulSoup, asked: Asked) -> str:
    """WeChat's editor takes one section with styles, copied from a browser, and no link that leads out of it."""
    _without_own_links(soup)
    end = soup.find("p", class_="end")
    if end:
        end.extract()
    with_numbers(soup, asked.references)
    with_plain_formulas(soup)
    if end:
        for link in found(end, "a"):
            link.unwrap()
        soup.append(end)
    styled(soup, asked.accent)
    section = parsed(f'<section style="{escape(_ARTICLE)}"></section>')
    assert section.section
    section.section.extend(list(soup.children))
    return _whole(section, asked, _SHEET)


def _without_own_links(soup: BeautifulSoup) -> None:
    """Links to parts of the document itself work on a page alone: their words stay."""
    for link in found(soup, "a"):
        if attribute(link, "href").startswith("#"):
            link.unwrap()
    for one in soup.find_all(id=True):
        del one["id"]


def _whole(soup: BeautifulSoup, asked: Asked, style: str) -> str:
    language, direction = escape(asked.language), escape(asked.direction)
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(asked.title)}</title>\n</head>\n"
        f'<body style="{escape(style)}">\n{soup}\n</body>\n</html>\n'
    )
