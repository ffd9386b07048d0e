"""What services answer, read without trust: a value of another kind than expected counts as missing."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from roundup.model import PartialDate

_NOTHING: Mapping[str, Any] = {}


def mapping(data: bytes) -> Mapping[str, Any] | None:
    """A JSON object; None for everything else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def part(value: Any, name: str) -> Mapping[str, Any]:
    """An object inside an object; empty where there is none."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, dict) else _NOTHING


def items(value: Any, name: str) -> Iterator[Any]:
    """The members of a list inside an object."""
    found = value.get(name) if isinstance(value, Mapping) else None
    yield from found if isinstance(found, list) else ()


def text(value: Any, name: str) -> str:
    """A text or number inside an object, or the first of a list of them, spaces as in print."""
    found = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(found, list):
        found = next(iter(found), "")
    return " ".join(str(found).split()) if isinstance(found, str | int) else ""


def day(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """A year, month or day of the calendar; what is not one of it is left out, None without a year."""
    for last in (3, 2, 1):
        parts = (year, month, day)[:last]
        try:
            if all(parts) and 1000 <= year < 3000:
                return PartialDate.parse("-".join(f"{one:02d}" for one in parts))
        except ValueError:
            continue
    return None
