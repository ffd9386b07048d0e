"""RIS: tagged lines of reference managers, as strictly or loosely as they write them."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

import msgspec

from roundup.authoring.importers.bibliography.given import (
    Given,
    cleaned,
    dated_text,
    listed,
    people,
)
from roundup.authoring.importers.found import Remark
from roundup.model import PartialDate

_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])(?:  ?- ?| {2,}-|\s*-\s)(.*)")
_END = re.compile(r"\s{0,3}ER(?:\s*-.*)?\s*")
_TYPES = MappingProxyType(
    {
        **dict.fromkeys(("JOUR", "EJOUR", "JFULL", "INPR", "ABST"), "article-journal"),
        **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
        **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
        **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
        **dict.fromkeys(("ELEC", "WEB"), "webpage"),
        **dict.fromkeys(("UNPB", "MANSCPT"), "manuscript"),
        "ART": "graphic",
        "BLOG": "post-weblog",
        "COMP": "software",
        "DATA": "dataset",
        "ENCYC": "entry-encyclopedia",
        "MGZN": "article-magazine",
        "NEWS": "article-newspaper",
        "PAMP": "pamphlet",
        "PAT": "patent",
        "PCOMM": "personal_communication",
        "RPRT": "report",
        "SLIDE": "speech",
        "STAND": "standard",
        "THES": "thesis",
    }
)
_SHORT_VENUES = ("J2", "JA", "J1")
_ADDRESSES = ("UR", "LK", "L2", "L3", "L4")


class Record(msgspec.Struct, frozen=True):
    """The values of a record with their tags, in the order of the file."""

    line: int
    values: tuple[tuple[str, str], ...]

    def all(self, *tags: str) -> tuple[str, ...]:
        """The values of these tags, those of the first tag first."""
        return tuple(value for tag in tags for name, value in self.values if name == tag and value)

    def first(self, *tags: str) -> str:
        """The first of them."""
        return next(iter(self.all(*tags)), "")


def records(text: str) -> tuple[tuple[Record, ...], tuple[Remark, ...]]:
    """The records in order: `TY` begins one, `ER` or the next `TY` ends it."""
    found: list[Record] = []
    remarks: list[Remark] = []
    values: list[tuple[str, str]] | None = None
    for number, row in enumerate(text.splitlines(), 1):
        tagged = _LINE.match(row)
        if tagged and tagged[1] == "TY":
            values = [("TY", tagged[2].strip())]
            found.append(Record(number, ()))
        elif values is None:
            if row.strip():
                shown = cleaned(row)[:60]
                remarks.append(Remark(number, "skipped", f"outside of any record: {shown}"))
            continue
        elif _END.fullmatch(row):
            values = None
            continue
        else:
            _extend(values, tagged, row)
        found[-1] = Record(found[-1].line, tuple(values))
    return tuple(found), tuple(remarks)


def _extend(values: list[tuple[str, str]], tagged: re.Match[str] | None, row: str) -> None:
    """A further value, or a further line of the last one."""
    if tagged:
        values.append((tagged[1], tagged[2].strip()))
    elif values and row.strip():
        name, value = values[-1]
        values[-1] = (name, f"{value}\n{row.strip()}".strip())


def given_of(record: Record) -> Given:
    """What a record gives."""
    kind = record.first("TY").upper()
    venue = record.first("T2", "JO", "JF", "BT", "T3") if kind != "BOOK" else ""
    short = record.first(*_SHORT_VENUES)
    first, last = record.first("SP"), record.first("EP")
    title = record.first("TI", "T1", "CT") or (record.first("BT") if kind == "BOOK" else "")
    return Given(
        line=record.line,
        key=record.first("ID"),
        type=_TYPES.get(kind, ""),
        title=cleaned(title),
        short=cleaned(record.first("ST")),
        authors=people(_inverted(record.all("AU", "A1"))),
        date=_date(record),
        venue=cleaned(venue or short),
        venue_short=cleaned(short),
        volume=record.first("VL"),
        issue=record.first("IS", "CP"),
        pages=f"{first}-{last}" if last and "-" not in first and first != last else first,
        publisher=cleaned(record.first("PB")),
        identifiers=tuple(_identifiers(record)),
        links=tuple(one for value in record.all(*_ADDRESSES) for one in _addresses(value)),
        pdfs=tuple(one for value in record.all("L1") for one in _addresses(value)),
        abstract=cleaned(record.first("AB", "N2")),
        keywords=_keywords(record.all("KW")),
        notes=tuple(row for value in record.all("N1") for row in value.splitlines()),
        words="\n\n".join(record.all("RN")),
    )


def _inverted(names: Sequence[str]) -> Iterator[str]:
    """Names without the comma that some writers leave at their end."""
    for value in names:
        yield from (name.strip().rstrip(",") for name in re.split(r"\n|;", value))


def _date(record: Record) -> PartialDate | None:
    """The date that says most: `DA` where its year is that of `PY` or `Y1`."""
    found = [dated_text(one) for one in record.all("PY", "Y1", "DA")]
    known = [one for one in found if one]
    return max((one for one in known if one.year == known[0].year), default=None)


def _identifiers(record: Record) -> Iterator[tuple[str, str]]:
    for value in record.all("DO"):
        yield "doi", value
    if record.first("DB").lower() == "arxiv" or "arxiv" in record.first("AN").lower():
        yield "", record.first("AN")
    if record.first("TY").upper() in ("BOOK", "EBOOK", "EDBOOK"):
        yield from (("isbn", value) for value in record.all("SN"))
    for value in record.all("M1", "M3", "C1", "C7"):
        yield "", value


def _addresses(value: str) -> Iterator[str]:
    yield from (one for one in re.split(r"[\s;]+(?=https?:)|\s+", value) if one)


def _keywords(values: Sequence[str]) -> tuple[str, ...]:
    """A keyword a line; some writers put all of them into one."""
    rows = [row for value in values for row in value.splitlines()]
    return listed(rows[0]) if len(rows) == 1 else tuple(filter(None, map(cleaned, rows)))
