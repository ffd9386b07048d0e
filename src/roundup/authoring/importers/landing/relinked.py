"""Links and pictures in imported words: those that lead nowhere on this site are led elsewhere, or become text."""

import re
from collections.abc import Callable

import msgspec

from roundup.content.prose.addresses import Address, kind_of

_PIECE = re.compile(
    r"""
      (?P<fence>^[ ]{0,3}(?P<ticks>`{3,}+|~{3,}+)[^\n]*\n(?:.*?^[ ]{0,3}(?P=ticks)[`~]*[ \t]*$|.*\Z))
    | (?P<code>(?<!`)(?P<tick>`++)[^\n]*?(?<!`)(?P=tick)(?!`))
    | (?P<escape>\\.)
    | (?P<sign>!?)\[(?P<text>(?:[^\[\]\\]|\\.|!?\[(?:[^\[\]\\]|\\.)*\](?:\((?:<[^<>\n]*>|[^()\s]*)\))?)*)\]
      \((?P<target><[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?P<title>\s+"[^"\n]*")?\)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_UNSAFE = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20", "(": "%28", ")": "%29"})


class Target(msgspec.Struct, frozen=True):
    """Where a link or picture leads, as written."""

    address: str
    image: bool


Lead = Callable[[Target], str | None]


def relinked(markdown: str, lead: Lead) -> str:
    """The words with every link and picture led to what `lead` says; where that is None its text stays."""
    if "](" not in markdown:
        return markdown
    return _PIECE.sub(lambda piece: _led(piece, lead), markdown)


def targets(markdown: str) -> tuple[Target, ...]:
    """The links and pictures of the words, in order."""
    found: list[Target] = []

    def noted(target: Target) -> str:
        found.append(target)
        return target.address

    relinked(markdown, noted)
    return tuple(found)


def is_relative(address: str) -> bool:
    """Whether an address only means something from where it stands."""
    return kind_of(address) in (Address.PATH, Address.FRAGMENT)


def _led(piece: re.Match[str], lead: Lead) -> str:
    if piece["target"] is None:
        return piece[0]
    image = piece["sign"] == "!"
    text = piece["text"] if image else relinked(piece["text"], lead)
    written = piece["target"].removeprefix("<").removesuffix(">").replace("\\", "")
    address = lead(Target(written, image))
    if address is None:
        return text
    if address == written:
        return f"{piece['sign']}[{text}]({piece['target']}{piece['title'] or ''})"
    return f"{piece['sign']}[{text}]({address.translate(_UNSAFE)}{piece['title'] or ''})"
