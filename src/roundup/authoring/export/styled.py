"""Styles at the elements themselves, for places that take no style sheet."""

from collections.abc import Mapping
from types import MappingProxyType

from bs4 import BeautifulSoup, Tag

from roundup.authoring.export.elements import attribute, found

ACCENT = "#a5311e"
_INK, _QUIET, _LINE, _WASH = "#1f1f1f", "#666666", "#dddddd", "#f6f4f1"
_MONO = "font-family:Menlo,Consolas,monospace"
FONTS = (
    "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','PingFang SC',"
    "'Hiragino Sans GB','Microsoft YaHei',sans-serif"
)
_KEPT = frozenset(
    ("href", "src", "alt", "id", "lang", "dir", "start", "colspan", "rowspan", "style")
)
_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "h1": f"margin:0 0 0.6em;font-size:1.7em;line-height:1.25;color:{_INK}",
        "h2": f"margin:2em 0 0.5em;font-size:1.25em;line-height:1.35;color:{_INK}",
        "h3": f"margin:1.6em 0 0.5em;font-size:1.1em;line-height:1.4;color:{_INK}",
        "h4": f"margin:1.4em 0 0.5em;font-size:1em;line-height:1.4;color:{_INK}",
        "h5": f"margin:1.4em 0 0.5em;font-size:1em;color:{_INK}",
        "h6": f"margin:1.4em 0 0.5em;font-size:1em;color:{_QUIET}",
        "p": "margin:0 0 1em",
        "p.lead": f"margin:0 0 1em;font-size:1.08em;color:{_QUIET}",
        "p.line": f"margin:0 0 0.8em;font-size:0.9em;color:{_QUIET}",
        "p.reference": f"margin:0 0 0.4em;font-size:0.85em;color:{_QUIET};word-break:break-all",
        "p.end": f"margin:2em 0 0;padding:1em 0 0;border-top:1px solid {_LINE};font-size:0.9em;"
        f"color:{_QUIET};word-break:break-all",
        "ul": "margin:0 0 1em;padding:0 0 0 1.4em",
        "ol": "margin:0 0 1em;padding:0 0 0 1.6em",
        "li": "margin:0 0 0.4em",
        "dl": "margin:0 0 1em",
        "dt": "font-weight:bold",
        "dd": "margin:0 0 0.4em 1.4em",
        "a": f"color:{ACCENT};text-decoration:underline",
        "sup": f"font-size:0.75em;line-height:0;color:{ACCENT}",
        "blockquote": f"margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid {_LINE};color:{_QUIET}",
        "pre": f"margin:0 0 1em;padding:0.8em;background:{_WASH};overflow:auto;white-space:pre-wrap;"
        f"font-size:0.9em;{_MONO}",
        "code": f"padding:0.1em 0.3em;background:{_WASH};font-size:0.92em;{_MONO}",
        "pre code": _MONO,
        "figure": "margin:1.2em 0",
        "img": "display:block;max-width:100%;height:auto;margin:0 auto",
        "figcaption": f"margin:0.5em 0 0;font-size:0.85em;color:{_QUIET};text-align:center",
        "table": "margin:0 0 1em;border-collapse:collapse",
        "th": f"padding:0.35em 0.7em;border:1px solid {_LINE};background:{_WASH};text-align:left",
        "td": f"padding:0.35em 0.7em;border:1px solid {_LINE};text-align:left;vertical-align:top",
        "hr": f"margin:2em 0;border:0;border-top:1px solid {_LINE}",
        "span.number": f"color:{ACCENT}",
    }
)


def styled(soup: BeautifulSoup, accent: str) -> None:
    """Gives every element its style; classes and what only the site's own pages need fall away."""
    for one in soup.find_all(True):
        if isinstance(one, Tag):
            style = _style(one)
            for name in [name for name in one.attrs if name not in _KEPT]:
                del one[name]
            if style:
                one["style"] = style.replace(ACCENT, accent)


def _style(one: Tag) -> str:
    """The style for the element's place or class, else for its name."""
    within = f"{one.parent.name} {one.name}" if one.parent else one.name
    classes = (f"{one.name}.{name}" for name in attribute(one, "class").split())
    return next((_STYLES[key] for key in (within, *classes, one.name) if key in _STYLES), "")


def with_plain_formulas(soup: BeautifulSoup) -> None:
    """Formulas as their source, for places that do not know MathML."""
    for formula in found(soup, "math"):
        source = soup.new_tag("code")
        source.string = attribute(formula, "alttext") or formula.get_text()
        is_alone = attribute(formula, "display") == "block" and formula.find_parent("p") is None
        formula.replace_with(source)
        if is_alone:
            source.wrap(soup.new_tag("p"))


def with_lines(soup: BeautifulSoup) -> None:
    """Short facts that the site's pages set side by side, in one line."""
    for listed in soup.find_all("ul", class_="dots"):
        line = soup.new_tag("p", attrs={"class": "line"})
        for number, item in enumerate(found(listed, "li")):
            line.append(" · " if number else "")
            for child in list(item.children):
                line.append(child.extract())
        listed.replace_with(line)
