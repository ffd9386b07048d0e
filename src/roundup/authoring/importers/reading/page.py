"""What a saved page says of itself in its head, and where it stood."""

import json
import re
from collections.abc import Iterator, Mapping

import msgspec

from roundup.authoring.importers.reading.dates import iso
from roundup.authoring.importers.reading.nodes import Node

_SEPARATORS = re.compile(r"\s+[|·–—»«•:-]\s+|\s*[|｜]\s*|_")
_ARTICLES = frozenset(
    (
        "article",
        "blogposting",
        "newsarticle",
        "techarticle",
        "scholarlyarticle",
        "report",
        "webpage",
    )
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:author|byline|p-author|vcard|writer)(?:$|[\s_-])")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|published|pubdate|post-?date|entry-date|dt-published|posted-on)(?:$|[\s_-])"
)
_TITLED = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:post|entry|article|page|blog|news|story)[\w-]*title|title(?:-article)?|p-name)(?=$|\s)"
)
_SITE = re.compile(
    r"(?:^|[\s_-])(?:site|blog-?name|logo|brand|widget|sidebar|header-?title|related)"
)
_HOME = re.compile(r"\.?/|/index\.html?|https?://[^/]+/?(?:blog/?)?")
_LONGEST = 500


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of a page about itself."""

    title: str = ""
    description: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    address: str = ""
    base: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""


def head_of(root: Node) -> Head:
    """What meta elements, JSON-LD and, failing them, the page's own marks say."""
    meta = _Meta(root)
    data = meta.data
    address = meta.address()
    return Head(
        title=_title(meta, root),
        description=meta.one("og:description", "description", "twitter:description"),
        language=_language(meta, root),
        authors=tuple(dict.fromkeys(_authors(meta, root))),
        publisher=meta.one("og:site_name", "application-name") or _name(data.get("publisher")),
        date=_date(meta, root),
        address=address,
        base=meta.base() or address,
        aliases=tuple(one for one in meta.others() if one != address),
        tags=tuple(dict.fromkeys(meta.all("article:tag"))) or _keywords(meta, data),
        image=meta.one("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
    )


class _Meta:
    """The meta and link elements by name, and the JSON-LD of the article."""

    def __init__(self, root: Node) -> None:
        self.values: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.root = root
        self.bases: list[str] = []
        self.data: Mapping[str, object] = {}
        for node in root.walk():
            self._take(node)

    def _take(self, node: Node) -> None:
        if node.name == "meta":
            value = " ".join(node.get("content").split())[: 4 * _LONGEST]
            for key in ("property", "name", "itemprop"):
                if value and node.get(key):
                    self.values.setdefault(node.get(key).lower(), []).append(value)
        elif node.name == "link" and node.get("href"):
            for rel in node.get("rel").lower().split():
                self.links.setdefault(rel, []).append(node.get("href"))
        elif node.name == "base" and node.get("href"):
            self.bases.append(node.get("href"))
        elif node.name == "ldjson" and not self.data:
            self.data = next(_articles(node.text), {})

    def one(self, *names: str) -> str:
        return next((self.values[name][0] for name in names if self.values.get(name)), "")

    def all(self, *names: str) -> list[str]:
        return [one for name in names for one in self.values.get(name, ())]

    def address(self) -> str:
        found = [*self.links.get("canonical", ()), *self.all("og:url", "twitter:url", "al:web:url")]
        found += [str(self.data.get("url") or ""), str(self.data.get("mainEntityOfPage") or "")]
        return next((one for one in found if _is_address(one)), "")

    def base(self) -> str:
        return next((one for one in self.bases if _is_address(one)), "")

    def others(self) -> Iterator[str]:
        for one in (
            *self.links.get("canonical", ()),
            *self.all("og:url"),
            *self.links.get("shortlink", ()),
        ):
            if _is_address(one):
                yield one


def _is_address(text: str) -> bool:
    return bool(re.match(r"https?://[^\s/]+\.[^\s]+$", text)) and len(text) < _LONGEST


def _articles(text: str) -> Iterator[Mapping[str, object]]:
    """The objects in JSON-LD that are articles."""
    try:
        waiting: list[object] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(200):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, Mapping):
            graph = one.get("@graph")
            waiting += graph if isinstance(graph, list) else []
            kinds = one.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower() in _ARTICLES for kind in named) and (
                "datePublished" in one or "headline" in one
            ):
                yield one


def _name(value: object) -> str:
    if isinstance(value, list) and value:
        return _name(value[0])
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _title(meta: _Meta, root: Node) -> str:
    """The article's own headline rather than the window's title with the site's name."""
    window = _text(next((one.text for one in root.walk() if one.name == "title"), ""))
    shared = meta.one("og:title", "twitter:title") or _text(meta.data.get("headline"))
    said, site = _folded(shared or window), _folded(meta.one("og:site_name"))
    parts = [_folded(one) for one in _SEPARATORS.split(shared or window)]
    ranked = [
        (_worth(node, _folded(text), said, parts), -place, text)
        for place, (node, text) in enumerate(_headlines(root))
        if _folded(text) not in ("", site)
    ]
    worth, _, best = max(ranked, default=(0, 0, ""))
    return best if worth > 0 else _without_site(shared or window, meta.one("og:site_name")) or best


def _headlines(root: Node) -> Iterator[tuple[Node, str]]:
    """The elements that may be the headline, with their words."""
    for node in root.walk():
        if node.name in ("h1", "h2", "h3", "p") and (
            node.name == "h1" or _TITLED.search(_marks(node))
        ):
            yield node, _text(node.text)


def _worth(node: Node, text: str, said: str, parts: list[str]) -> int:
    """How sure it is that an element is the headline."""
    if said and text == said:
        return 9
    is_most = text in said and (len(text) * 10 > len(said) * 6 or parts[:1] == [text])
    worth = 3 * is_most + 2 * bool(_TITLED.search(_marks(node))) + (node.name == "h1")
    link = node.find("a")
    is_site = bool(_SITE.search(_marks(node))) or bool(link and _HOME.fullmatch(link.get("href")))
    return worth - 4 * is_site - 2 * (text in said and len(text) * 2 < len(said))


def _marks(node: Node) -> str:
    return f"{node.get('class')} {node.get('id')} {node.get('itemprop')}".lower()


def _text(value: object) -> str:
    return " ".join(str(value or "").split())[:_LONGEST]


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site, known or behind the last bar."""
    parts = [one for one in _SEPARATORS.split(title) if one.strip()]
    if site and len(parts) > 1:
        for edge in (parts[-1], parts[0]):
            if _folded(edge) == _folded(site):
                cut = title.replace(edge, "", 1) if edge == parts[0] else title[: title.rfind(edge)]
                return cut.strip(" |｜·–—»«•:-_")
    found = re.match(r"(.{8,}?)(?:\s[|·–—»•-]\s|\s?[|｜])\s*([^|a-z\s][^|]{1,40})$", title)
    return found[1].strip() if found and len(found[1]) > len(found[2]) else title


def _language(meta: _Meta, root: Node) -> str:
    written = next((one.get("lang") for one in root.walk() if one.name == "html"), "")
    found = written or meta.one("og:locale", "content-language", "language")
    found = found.strip().replace("_", "-")
    return found if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", found) else ""


def _date(meta: _Meta, root: Node) -> str:
    said = meta.one(
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
        "citation_publication_date", "og:article:published_time", "publish-date", "sailthru.date",
    )  # fmt: skip
    said = said or _text(meta.data.get("datePublished"))
    if said:
        return iso(said)
    for node in root.walk():
        if node.name == "time" and node.get("datetime"):
            return iso(node.get("datetime"))
    for node in root.walk():
        if node.attributes and _DATED.search(f"{node.get('class')} {node.get('itemprop')}".lower()):
            date = iso(node.get("content") or node.text[:200])
            if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", date):
                return date
    return ""


def _authors(meta: _Meta, root: Node) -> Iterator[str]:
    named = meta.data.get("author")
    for one in named if isinstance(named, list) else [named]:
        if name := _name(one) or (_text(one) if isinstance(one, str) else ""):
            yield name
    if named:
        return
    said = [
        one
        for one in meta.all("author", "article:author", "dc.creator", "citation_author")
        if not one.startswith("http")
    ]
    yield from said
    if said:
        return
    for node in root.walk():
        marks = f"{node.get('class')} {node.get('rel')} {node.get('itemprop')}".lower()
        if node.attributes and _BYLINE.search(marks):
            name = re.sub(r"^(?:by|von|por|作者|文)\b[:：\s]*", "", _text(node.text), flags=re.I)
            if 2 <= len(name) <= 40 and not re.search(r"\d{4}|http", name):
                yield name
                return


def _keywords(meta: _Meta, data: Mapping[str, object]) -> tuple[str, ...]:
    said = meta.one("keywords", "news_keywords")
    if not said:
        value = data.get("keywords")
        said = ", ".join(map(str, value)) if isinstance(value, list) else _text(value)
    found = [one.strip() for one in re.split(r"[,，、;]", said)]
    return tuple(dict.fromkeys(one for one in found if 0 < len(one) <= 40))[:20]
