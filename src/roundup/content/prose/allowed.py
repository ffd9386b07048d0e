"""What an untrusted article's HTML may hold: what our Markdown makes, and plain marking-up."""

_EVERYWHERE = {"class", "id", "title", "lang", "dir"}
_CELL = {"colspan", "rowspan", "headers", "scope"}
_PLAYER = {"src", "controls", "preload", "loop", "muted", "width", "height"}
_MATH = {
    "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "columnspan",
    "depth", "display", "displaystyle", "fence", "form", "height", "largeop", "linethickness",
    "lspace", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowalign",
    "rowlines", "rowspacing", "rowspan", "rspace", "scriptlevel", "separator", "stretchy",
    "symmetric", "voffset", "width", "alttext", "xmlns",
}  # fmt: skip
MATH_TAGS = frozenset((
    "math", "maction", "menclose", "merror", "mfenced", "mfrac", "mi", "mmultiscripts", "mn",
    "mo", "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace",
    "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder",
    "munderover", "none", "semantics",
))  # fmt: skip
MATH_ATTRIBUTES = frozenset(_MATH)
TAGS = MATH_TAGS | frozenset((
    "a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code",
    "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd",
    "label", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp",
    "section", "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
))  # fmt: skip
ATTRIBUTES: dict[str, set[str]] = {
    "*": _EVERYWHERE,
    "a": {"href", "aria-label"},
    "audio": _PLAYER,
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "div": {"aria-label"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "section": {"aria-label"},
    "source": {"src", "srcset", "sizes", "type", "media"},
    "td": _CELL,
    "th": _CELL | {"abbr"},
    "time": {"datetime"},
    "track": {"src", "kind", "label", "srclang", "default"},
    "video": _PLAYER | {"poster", "playsinline"},
    **dict.fromkeys(sorted(MATH_TAGS), _MATH),
}
VALUES: dict[str, dict[str, set[str]]] = {
    "a": {"role": {"doc-noteref", "doc-backlink"}},
    "div": {"role": {"group"}, "tabindex": {"0"}},
    "input": {"type": {"checkbox"}, "checked": {""}},
    "section": {"role": {"doc-endnotes"}},
}


def allows(tag: str, attribute: str) -> bool:
    """Whether an untrusted article may write this attribute on this element."""
    return (
        attribute in _EVERYWHERE
        or attribute in ATTRIBUTES.get(tag, ())
        or attribute in VALUES.get(tag, ())
    )
