"""Values as BibTeX writes them: groups, numbers and the names of strings, joined by `#`."""

import re
from collections.abc import Iterator, Mapping

_AFTER_VALUE = re.compile(r"[\s,]*([A-Za-z][\w:-]*)\s*=\s*")
# A field of a broken entry begins a line, or stands behind a comma or the end of a value.
_FIELD = re.compile(
    r"(?:^\s*|(?<=[,}\"])\s*|(?<=\w)\s+)([A-Za-z][\w:-]*)\s*=\s*(?=[{\"\w])", re.MULTILINE
)
_JOINED = re.compile(r"\s*#\s*")
_WORD = re.compile(r"[^\s,#{}\"]*")
_SIGN = re.compile(r'\\.|[{}"]', re.DOTALL)


def values_of(name: str, raw: str, strings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A field's value; where the comma after it is missing, the next fields stand in it too."""
    value, place = value_at(raw, 0, strings)
    following = list(_following(raw, place, strings))
    if raw[place:].strip() and not following:
        value = raw.strip()[1:-1] if raw.strip()[-1] in '"}' else raw.strip()
    yield name.lower(), value
    yield from following


def _following(raw: str, place: int, strings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    while found := _AFTER_VALUE.match(raw, place):
        value, place = value_at(raw, found.end(), strings)
        yield found[1].lower(), value


def salvaged(raw: str, place: int, strings: Mapping[str, str]) -> dict[str, str]:
    """The fields of an entry that is not closed: none of them reaches over the beginning of the next."""
    fields: dict[str, str] = {}
    starts = list(_FIELD.finditer(raw, place))
    ends = [found.start() for found in starts[1:]] + [len(raw)]
    for found, end in zip(starts, ends, strict=False):  # without a field there is only the end
        value, _ = value_at(raw[: max(end, found.end())].rstrip(" ,\t\n"), found.end(), strings)
        fields.setdefault(found[1].lower(), value)
    return fields


def value_at(raw: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """A value and where it ends: groups, numbers and the names of strings, joined by `#`."""
    parts: list[str] = []
    while True:
        while place < len(raw) and raw[place].isspace():
            place += 1
        part, place = _piece(raw, place, strings)
        parts.append(part)
        joined = _JOINED.match(raw, place)
        if joined is None or joined.end() <= place:
            return "".join(parts), place
        place = joined.end()


def _piece(raw: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    opener = raw[place : place + 1]
    if opener in ("{", '"') and opener:
        end = _closing(raw, place)
        inner = raw[place + 1 : end]
        return inner, min(end + 1, len(raw))
    word = _WORD.match(raw, place)
    name = word[0] if word else ""
    return strings.get(name.lower(), name), place + len(name)


def _closing(raw: str, place: int) -> int:
    """Where the group that opens at a place ends; without an end, that of the text."""
    depth, quoted = 0, raw[place] == '"'
    for found in _SIGN.finditer(raw, place + 1):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}" and (quoted or depth):
            depth -= 1
        elif (sign == "}" and not quoted) or (sign == '"' and quoted and depth <= 0):
            return found.start()
    return len(raw)
