"""The facts that links are: what each is by its label, or by the words beside it."""

import re
from typing import Literal

import msgspec

from roundup.authoring.importers.recognise import titles
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.links import with_label
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.refs import Ref, blanked

FactKind = Literal["title", "authors", "venue", "date", "paper", "link"]


WORDY = ("summary", "abstract", "institution", "tags", "award", "bibtex", "number")


_WORDLIKE = re.compile(r"\w")


_LINK_WORDS = re.compile(
    r"(?i)\b(?:links?|available|here|at|on|is|the|official|can be found|click|download|read|"
    r"see|view|full|more|also|and|for|from|to|in|of|via|or|with|"
    r"coming soon|soon|new|unofficial|version|v\d|\d+|mirror|aqui|aquí|disponível|disponible|"
    r"en|em|no|na|el|la|o|a|y|e)\b"
)


class Fact(msgspec.Struct, frozen=True):
    """A fact and where it stands: `sure` is 2 on a line of its own or behind a label, 1 beside a title,
    0 in a sentence."""

    kind: FactKind
    text: str = ""
    ref: Ref | None = None
    rel: str = ""
    sure: int = 0
    line: int = 0


def carries_links_only(text: str, refs: tuple[Ref, ...]) -> bool:
    """Whether a line holds nothing but links and their labels."""
    left = blanked(text, refs, ("tag", "title", "phrase"))
    words = " ".join(
        part
        for part in left.replace("\0", " \n ").split("\n")
        if not field_of(part.strip(" :：|/-–—()[],.&+*_·•"))
    )
    return not _WORDLIKE.search(without_labels(words))


def without_labels(text: str) -> str:
    """A text without the words that only lead to a link."""
    return " ".join(_LINK_WORDS.sub(" ", text).replace("\0", " ").split())


def link_facts(text: str, refs: tuple[Ref, ...], sure: int, field: str = "") -> list[Fact]:
    """Every link of a line that is there for its links, each named by its label or by the words beside it."""
    facts: list[Fact] = []
    for place, ref in enumerate(refs):
        before = text[refs[place - 1].end if place else 0 : ref.start]
        after = text[ref.end : refs[place + 1].start if place + 1 < len(refs) else len(text)]
        name = ref.field if ref.field not in ("", "link") else _beside_label(before, after) or field
        kind = with_label(ref.target, name or ref.field)
        facts.append(_link_fact(ref, kind, sure))
        named = ref.role == "title" and weight(ref.label) >= 2 and not certainty(ref.label)
        if kind == "paper" and named:
            facts.insert(
                len(facts) - 1,
                Fact(
                    "title",
                    titles.split(ref.label, styled=True).title,
                    ref,
                    sure=sure,
                    line=ref.line,
                ),
            )
    return facts


def _beside_label(before: str, after: str) -> str:
    """The label just before a link, else just after it as in `[A title](address) - The Paper`."""
    head = re.split(r"[|/;；,，·•\]\)]\s*|\s{2,}", before.rstrip(" :：[(（-–—*_→>"))[-1].strip(
        " -–—*_[]("
    )
    if head and (found := field_of(head)) and found not in WORDY:
        return found
    tail = re.split(r"[|/;；·•,(]", after.lstrip(" ])）-–—:*_"))[0].strip(" -–—*_.)")
    found = field_of(tail) if tail and after.lstrip(" ])）*_")[:1] in "-–—(|:" else ""
    return found if found not in WORDY else ""


def _link_fact(ref: Ref, kind: str, sure: int) -> Fact:
    if kind == "paper":
        return Fact("paper", ref=ref, sure=sure, line=ref.line)
    return Fact("link", ref=ref, rel=kind, sure=sure, line=ref.line)
