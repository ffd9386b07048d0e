"""Everything `site.toml` can say, typed, defaults filled in."""

import re
from typing import Annotated, Any

import msgspec

from roundup.content.colours import NAMES
from roundup.content.compound import MAPPING
from roundup.content.spelling import nearest
from roundup.content.values import (
    ADDRESS,
    BOOLEAN,
    LANGUAGE,
    TEXT,
    URL,
    Field,
    Kind,
    many,
    refuse,
    whole,
)

RESERVED_OUTPUT = ("content", "templates", "static", ".roundup", ".git", "src", "tests")
_HOST = re.compile(r"[^\s;,]+")  # whatever else stands in it, it is one source of the policy
_MAILBOX = re.compile(r"[^\s@()<>,;]+@[^\s@()<>,;]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}")


def _folder(raw: Any) -> str:
    value: str = TEXT.read(raw)
    parts = value.replace("\\", "/").strip("/").split("/")
    outside = value.startswith("/") or not {"", ".", ".."}.isdisjoint(parts)
    if outside or parts[0].casefold() in RESERVED_OUTPUT:
        raise refuse(
            "a folder inside the site that holds no sources", raw, 'write output = "public"'
        )
    return "/".join(parts)


def _colour(raw: Any) -> str:
    value: str = TEXT.read(raw)
    if value not in NAMES and not _COLOUR.fullmatch(value):
        near = nearest(value, NAMES)
        hint = near if near.startswith("did") else 'write it as "#b3541e"'
        raise refuse("a colour", raw, hint)
    return value


def _font(raw: Any) -> str:
    value: str = TEXT.read(raw)
    parts = value.replace("\\", "/").split("/")
    if value.startswith("/") or ".." in parts or not value.lower().endswith((".otf", ".ttf")):
        hint = 'write the path from the folder of site.toml, as "fonts/Own-Bold.otf"'
        raise refuse("an .otf or .ttf file of the site", raw, hint)
    return "/".join(parts)


def _base_url(raw: Any) -> str:
    value: str = URL.read(raw)
    if "?" in value or "#" in value:
        raise refuse("the address of the site's home page", raw, "leave out ? and #")
    return value.rstrip("/") + "/"


def _host(raw: Any) -> str:
    value: str = TEXT.read(raw)
    if not _HOST.fullmatch(value):
        raise refuse("a host", raw, 'write each alone, as ["a.example.org", "b.example.org"]')
    return value


def _mailbox(raw: Any) -> str:
    value: str = TEXT.read(raw)
    if not _MAILBOX.fullmatch(value):
        raise refuse("a mail address", raw, 'write it as "you@uni.edu"')
    return value


BASE_URL = Kind("web address", _base_url, {"type": "string", "format": "uri"})
MAILBOX = Kind("mail address", _mailbox, {"type": "string", "format": "email"})
HOST = Kind("host", _host, {"type": "string"})
FOLDER = Kind("folder", _folder, {"type": "string"})
FONT = Kind("font file", _font, {"type": "string"})
COLOUR = Kind("colour", _colour, {"type": "string"})


class LanguageSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A language of the site; the first one is the default."""

    tag: Annotated[str, Field(LANGUAGE, "set by its table's name")] = ""
    name: Annotated[str, Field(TEXT, "its own name", '"中文"')] = ""
    title: Annotated[str, Field(TEXT, "the site's title in it", '"论文盘点"')] = ""
    description: Annotated[str, Field(TEXT, "the site's description in it", '"..."')] = ""


class BuildSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where the site is written."""

    output: Annotated[str, Field(FOLDER, "the output folder, inside the site", '"public"')] = (
        "public"
    )


class PagesSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which kinds of pages there are."""

    authors: Annotated[bool, Field(BOOLEAN, "pages of people", "false")] = True
    authors_min_papers: Annotated[
        int, Field(whole(1, 9999), "how many papers a person needs for a page", "2")
    ] = 2
    tags: Annotated[bool, Field(BOOLEAN, "pages of topics", "true")] = True
    feeds: Annotated[bool, Field(BOOLEAN, "Atom and JSON feeds", "true")] = True
    citations: Annotated[bool, Field(BOOLEAN, "BibTeX, RIS and CSL-JSON files", "true")] = True
    data: Annotated[bool, Field(BOOLEAN, "the catalog as JSON", "true")] = True
    markdown: Annotated[
        bool, Field(BOOLEAN, "roundups and papers as plain Markdown too, and llms.txt", "true")
    ] = True
    search: Annotated[
        bool | None,
        Field(BOOLEAN, "search; left out, with an index where Pagefind is installed", "true"),
    ] = None
    reading_list: Annotated[
        bool, Field(BOOLEAN, "a page for the papers that a reader saves in the browser", "true")
    ] = True
    cards: Annotated[
        bool | None,
        Field(BOOLEAN, "share cards; left out, wherever there are fonts for them", "true"),
    ] = None
    pictures: Annotated[bool, Field(BOOLEAN, "drawn pictures", "true")] = True
    page_size: Annotated[
        int, Field(whole(10, 1000, example=100), "how many rows a split list has on a page", "100")
    ] = 100


class ThemeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What the theme can be told without touching a template."""

    path: Annotated[
        str, Field(TEXT, "a folder or package with another theme", '"themes/plain"')
    ] = ""
    accent: Annotated[str, Field(COLOUR, "the accent colour", '"#b3541e"')] = ""
    logo: Annotated[
        str, Field(ADDRESS, "a file in static/ shown beside the title", '"logo.svg"')
    ] = ""
    favicon: Annotated[str, Field(ADDRESS, "a file in static/", '"favicon.svg"')] = ""
    styles: Annotated[
        tuple[str, ...],
        Field(many(ADDRESS), "style sheets in static/, loaded after the theme's", '["own.css"]'),
    ] = ()
    card_fonts: Annotated[
        tuple[str, ...],
        Field(many(FONT), "fonts of share cards, files of the site", '["fonts/Own-Bold.otf"]'),
    ] = ()
    footer: Annotated[str, Field(TEXT, "words at the foot of every page", '"CC BY 4.0"')] = ""
    edit_url: Annotated[
        str,
        Field(
            URL,
            "where the sources can be edited; the file's path is appended",
            '"https://github.com/you/papers/edit/main/"',
        ),
    ] = ""


class MarkdownSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How words are read."""

    math: Annotated[bool, Field(BOOLEAN, "TeX between dollar signs becomes MathML", "true")] = True
    smart: Annotated[bool, Field(BOOLEAN, "typographic quotes and dashes", "true")] = True


class AllowSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Hosts that pages may reach beside the site's own."""

    img: Annotated[
        tuple[str, ...], Field(many(HOST), "hosts of images", '["images.example.org"]')
    ] = ()
    frame: Annotated[
        tuple[str, ...], Field(many(HOST), "hosts of frames", '["www.youtube-nocookie.com"]')
    ] = ()
    script: Annotated[
        tuple[str, ...], Field(many(HOST), "hosts of scripts", '["stats.example.org"]')
    ] = ()
    style: Annotated[
        tuple[str, ...],
        Field(many(HOST), "hosts or hashes of style sheets", '["fonts.example.org"]'),
    ] = ()


class SecuritySettings(msgspec.Struct, frozen=True, kw_only=True):
    """How far articles are trusted."""

    trusted_content: Annotated[
        bool, Field(BOOLEAN, "whether raw HTML of articles passes through", "false")
    ] = False
    allow: Annotated[AllowSettings, Field(MAPPING, "hosts added to the policy")] = AllowSettings()


class LookupSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where facts of papers are asked for; a build never does."""

    mailto: Annotated[
        str,
        Field(MAILBOX, "your address, for services that wish to know who asks", '"you@uni.edu"'),
    ] = ""
    arxiv: Annotated[
        str, Field(URL, "the API of arXiv", '"https://export.arxiv.org/api/query"')
    ] = "https://export.arxiv.org/api/query"
    crossref: Annotated[
        str, Field(URL, "the API of Crossref", '"https://api.crossref.org/works/"')
    ] = "https://api.crossref.org/works/"
    doi: Annotated[
        str, Field(URL, "the resolver of DOIs that Crossref has not", '"https://doi.org/"')
    ] = "https://doi.org/"


class TopicSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A topic's titles by language, and other tags that are the same."""

    tag: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `site.toml` says, defaults filled in."""

    title: Annotated[str, Field(TEXT, "the site's title", '"Paper Roundups"')] = ""
    base_url: Annotated[
        str, Field(BASE_URL, "the address of its home page", '"https://someone.github.io/papers/"')
    ] = ""
    language: Annotated[str, Field(LANGUAGE, "the default language", '"en"')] = "en"
    description: Annotated[str, Field(TEXT, "one sentence about the site", '"..."')] = ""
    author: Annotated[str, Field(TEXT, "who publishes it", '"..."')] = ""
    nav: Annotated[
        tuple[str, ...], Field(many(TEXT), "standalone pages in the navigation", '["about.md"]')
    ] = ()
    languages: Annotated[
        tuple[LanguageSettings, ...], Field(MAPPING, "every further language")
    ] = ()
    build: Annotated[BuildSettings, Field(MAPPING, "where the site is written")] = BuildSettings()
    pages: Annotated[PagesSettings, Field(MAPPING, "which kinds of pages there are")] = (
        PagesSettings()
    )
    theme: Annotated[ThemeSettings, Field(MAPPING, "what the theme is told")] = ThemeSettings()
    tags: Annotated[tuple[TopicSettings, ...], Field(MAPPING, "titles of topics")] = ()
    markdown: Annotated[MarkdownSettings, Field(MAPPING, "how words are read")] = MarkdownSettings()
    security: Annotated[SecuritySettings, Field(MAPPING, "how far articles are trusted")] = (
        SecuritySettings()
    )
    lookup: Annotated[LookupSettings, Field(MAPPING, "where facts of papers are asked for")] = (
        LookupSettings()
    )
    extra: Annotated[dict[str, Any], Field(MAPPING, "anything, for a site's own templates")] = {}

    def speaks(self, tag: str) -> bool:
        """Whether the language is declared."""
        return any(language.tag == tag for language in self.languages)
