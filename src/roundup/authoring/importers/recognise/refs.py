"""The links of a line, spelled out, bare or behind a picture, each with what it is and how it stands there."""

import re

import msgspec

from roundup.authoring.importers.recognise.dates import is_date
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.lines import Line, has_cjk, weight
from roundup.authoring.importers.recognise.links import Target, target, with_label
from roundup.authoring.importers.recognise.people import has_et_al, is_byline, is_name
from roundup.authoring.importers.recognise.venues import is_acronym

_BARE = re.compile(
    r"(?ai:https?\s?:\s?/\s?/\s?|(?<![\w.@/-])www\.)[^\s<>\"（）《》「」【】，。；、！？“”]+"
    r"|(?ai:(?<![\w.@/-])(?:(?:[\w-]+\.)?arxiv\.org|(?:dx\.)?doi\.org|github\.com|"
    r"openreview\.net|aclanthology\.org|"
    r"(?:www\.)?aclweb\.org|proceedings\.mlr\.press|papers\.nips\.cc|openaccess\.thecvf\.com|"
    r"bit\.ly|huggingface\.co)/)"
    r"[^\s<>\"（）《》「」【】，。；、“”]+"
    r"|(?ai:arxiv\s*(?:preprint|e-?print)?,?\s*(?:arxiv)?\s*[:：]?\s*\[?)(?:\d{4}\.\d{4,5}|"
    r"[a-z-]{2,9}(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
    r"|(?ai:\babs/)\d{4}\.\d{4,5}(?:v\d+)?"
    r"|(?ai:\bdoi\s*[:：]?\s*)10\.\d{4,9}/[^\s<>\"，。；、]+|"
    r"(?<![\w/.])10\.\d{4,9}/[^\s<>\"，。；、]+"
    r"|(?ai:\bpmid\s*[:：]?\s*)\d{5,8}\b"
)
_ENCLOSING = "[](){}（）【】〔〕<>|/·•,，;；、&+ \t*_`:：→-–—"
_URL_LIKE = re.compile(
    r"(?ai)\s*(?:https?\s?:|www\.|[\w-]+(?:\.[\w-]+)+/|arxiv\s*[:：.]?\s*\d|10\.\d{4,9}/|"
    r"doi\s*[:：])\S*.{0,40}"
)
_TOLD = ("paper", "pdf", "code")
_PARTING = tuple("-–—:：|.,，。(（[【\0")
_DATED_NAME = re.compile(r"([^\W\d_][^\d,()]{1,30}),?\s\(?(?:19|20)\d\d[a-z]?\)?")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Ref(msgspec.Struct, frozen=True):
    """A link of a line: where it stands, its label, where it leads and what it is.

    `role` is `title` (its label is a title), `tag` (its label says what it is, or is the address itself)
    or `phrase`; `leads` says that it stands for the line and not inside a sentence.
    """

    start: int
    end: int
    label: str
    target: Target
    field: str
    kind: str
    role: str
    line: int = 0
    bare: bool = False
    image: bool = False
    leads: bool = False
    emphasised: bool = False


def refs_of(line: Line) -> tuple[Ref, ...]:
    """The links of a line in reading order."""
    linked = _linked(line)
    bare = _bare(line, linked)
    found = sorted((*linked, *bare), key=lambda ref: (ref.start, ref.end))
    return _placed(line.text, found)


def _linked(line: Line) -> list[Ref]:
    """Neighbouring runs with one address are one link."""
    refs: list[Ref] = []
    for run in line.runs:
        url = run.span.link
        if not url or (not run.span.image and not line.text[run.start : run.end].strip()):
            continue
        label = run.span.text if run.span.image else line.text[run.start : run.end]
        if (
            refs
            and refs[-1].target.url == target(url).url
            and refs[-1].end == run.start
            and not run.span.image
        ):
            refs[-1] = _ref(
                refs[-1].start, run.end, refs[-1].label + label, url, run.span.line, refs[-1].image
            )
        else:
            refs.append(_ref(run.start, run.end, label, url, run.span.line, bool(run.span.image)))
        if run.span.bold:
            refs[-1] = msgspec.structs.replace(refs[-1], emphasised=True)
    return refs


def _ref(start: int, end: int, label: str, url: str, line: int, image: bool) -> Ref:
    aim = target(url)
    label = " ".join(label.split())
    field = (_badge_field(label) if image else "") or field_of(label)
    return Ref(
        start,
        end,
        label,
        aim,
        field,
        with_label(aim, field),
        _role(label, field, image),
        line,
        False,
        image,
    )


def _badge_field(label: str) -> str:
    fields = [found for word in re.findall(r"\w+", label) if (found := field_of(word))]
    return "project" if "project" in fields else next(iter(fields), "")


def _role(label: str, field: str, image: bool) -> str:
    if image or not label or field or _URL_LIKE.fullmatch(label):
        return "tag"
    bare = label.strip(_ENCLOSING)
    dated = _DATED_NAME.fullmatch(bare)
    if dated and is_name(dated[1]):
        return "tag"
    if is_byline(bare) or (has_et_al(bare) and weight(bare) <= 6 and is_byline(f"{bare} et al")):
        return "tag"
    if all(_is_note(part) for part in re.split(r"[,;/|·]", bare)):
        return "tag"
    if not _WORD.search(bare) and not has_cjk(bare):
        return "tag"
    return "title" if weight(bare) >= 1 else "tag"


def _is_note(part: str) -> bool:
    """Whether a part of a label is a venue, a date or a number, as in `[nips, 14.06]`."""
    part = part.strip()
    return (
        bool(field_of(part))
        or is_acronym(part)
        or is_date(part)
        or (not _WORD.search(part) and not has_cjk(part))
    )


def _bare(line: Line, linked: list[Ref]) -> list[Ref]:
    refs = []
    for found in _BARE.finditer(line.text):
        if any(ref.start < found.end() and found.start() < ref.end for ref in linked):
            continue
        text = (
            found[0].rstrip(".,;:!?)]}>'\"*_")
            if found[0].count("(") <= found[0].count(")") - 1
            else found[0].rstrip(".,;:!?]}>'\"*_")
        )
        address = re.sub(r"^(?i:abs/)", "arXiv:", text)
        address = (
            re.sub(
                r"(?i)^arxiv\s*(?:preprint|e-?print)?,?\s*(?:arxiv)?\s*[:：]?\s*\[?",
                "arXiv:",
                address,
            )
            if not re.match(r"(?i)arxiv\.org", text)
            else text
        )
        aim = target(address)
        if aim.kind == "local":
            continue
        refs.append(
            Ref(
                found.start(),
                found.start() + len(text),
                text,
                aim,
                "",
                aim.kind,
                "tag",
                line.number,
                True,
            )
        )
    return refs


def blanked(text: str, refs: tuple[Ref, ...] | list[Ref], roles: tuple[str, ...] = ("tag",)) -> str:
    """The text, equally long, with NUL where links of these roles stand with the brackets and bars around them."""
    chars = list(text)
    for ref in refs:
        if ref.role not in roles or (ref.start == ref.end):
            continue
        start, end = ref.start, ref.end
        while start > 0 and chars[start - 1] in "[(（【<":
            start -= 1
        while end < len(chars) and chars[end] in "])）】>":
            end += 1
        chars[start:end] = "\0" * (end - start)
    return _joined("".join(chars))


_BETWEEN = re.compile(r"\0([\s\[\](){}（）【】|/·•,，;；、&+:：-]{1,12})\0")
_EMPTY = re.compile(r"[\[(（【]\s*(\0[\s\0]*)\s*[\])）】]")


def _joined(text: str) -> str:
    text = _BETWEEN.sub(lambda found: "\0" * len(found[0]), text)
    return _EMPTY.sub(lambda found: "\0" * len(found[0]), text)


def _placed(text: str, refs: list[Ref]) -> tuple[Ref, ...]:
    """Each link told whether it leads its line: no sentence around it."""
    bare = blanked(text, refs)
    placed = []
    for ref in refs:
        before, after = bare[: ref.start], bare[ref.end :]
        placed.append(msgspec.structs.replace(ref, leads=_leads(ref, before, after)))
    return tuple(placed)


_SENTENCE_ENDS = re.compile(r"[.!?;。！？；]\s*|\0")


def _points(ref: Ref, before: str, after: str) -> bool:
    """Whether a short sentence is there for its link alone, as in `Read the whole paper here.`"""
    head = _SENTENCE_ENDS.split(before)[-1]
    tail = _SENTENCE_ENDS.split(after)[0]
    words = f"{head} {tail}"
    if weight(words) > 10:
        return False
    return ref.field in _TOLD or (
        ref.field == "link" and any(field_of(word) in _TOLD for word in words.split())
    )


# Brackets without an address at the end of a line, as in `A title [link](address) [a name]`.
_REMARKS = re.compile(r"(?:[\s\0]*\[[^\[\]\0]{0,60}\])+[\s\0]*$")


def _leads(ref: Ref, before: str, after: str) -> bool:
    after = _REMARKS.sub("", after)
    ahead, behind = weight(before.replace("\0", " ")), weight(after.replace("\0", " "))
    if ref.role == "tag":
        return (
            behind == 0
            or ahead == 0
            or before.rstrip(" [(（【*_").endswith(
                ("\0", ":", "：", "-", "–", "—", "|", ".", "”", '"', ")")
            )
            or (after.lstrip(" ])）】").startswith("\0"))
            or _points(ref, before, after)
        )
    if (
        weight(ref.label) <= 2
        and behind >= 5
        and not after.lstrip(" ])）】*_").startswith(_PARTING)
    ):
        return False
    if ahead <= 2:
        return True
    return before.rstrip(" \"'“«*_[(").endswith(
        (":", "：", "|", ".", "-", "–", "—", "\0", "•", "]", ")")
    )
