"""The schemas accept what the reader accepts, here the repository's own site, and refuse what it refuses."""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from roundup.content import frontmatter
from roundup.content.editor import SCHEMAS
from roundup.content.place import place_of

SITE = Path(__file__).parents[2]
NAMES = {"topic": "page", "year": "page", "home": "page"}


def faults(name: str, value: object) -> list[str]:
    return [fault.message for fault in Draft202012Validator(SCHEMAS[name]()).iter_errors(value)]


def plain(value: Any) -> Any:
    """Front matter as JSON has it: dates as text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, datetime.date) else value


def articles() -> Iterator[Path]:
    yield from sorted((SITE / "content").rglob("*.md"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize(
    "path", list(articles()), ids=lambda path: path.relative_to(SITE).as_posix()
)
def test_the_front_matter_of_the_own_site_is_right(path: Path) -> None:
    kind = place_of(path.relative_to(SITE).as_posix(), ("en", "zh")).kind
    fields = frontmatter.read(frontmatter.decode(path.read_bytes())).fields
    assert faults(NAMES.get(kind, kind), plain(fields)) == []


def test_the_settings_of_the_own_site_are_right() -> None:
    assert faults("site", tomllib.loads((SITE / "site.toml").read_text("utf-8"))) == []


BASE = {"title": "T", "base_url": "https://example.org/"}


@pytest.mark.parametrize(
    "more",
    [
        {"theme": "themes/plain"},
        {"theme": {"accent": "#b3541e"}},
        {"tags": {"nlp": {"title": {"en": "NLP", "zh": "自然语言"}, "same_as": ["text"]}}},
        {"tags": {"nlp": {"title": "NLP", "title.zh": "自然语言", "same_as": "text"}}},
        {"security": {"allow": {"img": ["images.example.org"]}}},
        {"extra": {"anything": [1, {"goes": True}]}},
    ],
)
def test_tables_of_settings_are_known(more: dict[str, object]) -> None:
    assert faults("site", BASE | more) == []


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "x"},
        {"pages": {"page_size": 5}},
        {"pages": {"tag": True}},
        {"languages": {"english!": {"name": "English"}}},
        {"languages": {"zh": {"tag": "zh"}}},
        {"tags": {"nlp": {"titel": "NLP"}}},
        {"security": {"allow": {"fonts": []}}},
        {"theme": {"colour": "red"}},
        {"build": "public"},
    ],
)
def test_what_settings_may_not_say_is_refused(more: dict[str, object]) -> None:
    assert len(faults("site", BASE | more)) == 1


def test_settings_need_a_title_and_an_address() -> None:
    assert len(faults("site", {})) == 2


def test_a_roundup_needs_a_title_and_an_entry_does_not() -> None:
    assert len(faults("roundup", {})) == 1
    assert faults("entry", {}) == []


def test_null_removes_what_would_be_inherited() -> None:
    assert faults("entry", {"code": None, "rank": None}) == []


@pytest.mark.parametrize("fields", [{"arvix": "1906.08237"}, {"rank": 0}, {"status": "lost"}])
def test_what_an_entry_may_not_say_is_refused(fields: dict[str, object]) -> None:
    assert len(faults("entry", fields)) == 1
