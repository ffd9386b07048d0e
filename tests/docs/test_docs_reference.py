import re
import runpy
import tomllib
from pathlib import Path

import msgspec
import pytest

from roundup.content import fields, frontmatter, schema, settings
from roundup.content.schema import described

ROOT = Path(__file__).resolve().parents[2]
TOOL = runpy.run_path(str(ROOT / "tools" / "reference.py"))
FAMILIES = [
    fields.RoundupFields,
    fields.EntryFields,
    fields.PaperFields,
    fields.WordsFields,
    fields.PersonFields,
]
SECTIONS = [
    settings.Settings,
    settings.LanguageSettings,
    settings.BuildSettings,
    settings.PagesSettings,
    settings.ThemeSettings,
    settings.MarkdownSettings,
    settings.LookupSettings,
    settings.SecuritySettings,
    settings.AllowSettings,
]


@pytest.mark.parametrize("path", TOOL["documents"](), ids=lambda path: path.name)
def test_a_document_says_what_the_program_reads(path: Path) -> None:
    hint = "run .venv/bin/python tools/reference.py"
    assert path.read_text("utf-8") == TOOL["rewritten"](path.read_text("utf-8")), hint


def test_every_generated_part_stands_in_one_document() -> None:
    texts = "".join(path.read_text("utf-8") for path in TOOL["documents"]())
    assert sorted(re.findall(r"<!-- generated: ([^>]+?) -->", texts)) == sorted(TOOL["PARTS"])


@pytest.mark.parametrize("family", FAMILIES)
def test_the_example_of_a_field_is_a_right_value(family: type[msgspec.Struct]) -> None:
    for name, field in described(family).items():
        front = frontmatter.read(f"---\n{name}: {field.example}\n---\n")
        assert front.complaints == (), name
        assert schema.read(family, front.fields).faults == (), name


@pytest.mark.parametrize("section", SECTIONS)
def test_the_example_of_a_setting_is_a_right_value(section: type[msgspec.Struct]) -> None:
    for name, field in described(section).items():
        if field.example:
            given = tomllib.loads(f"{name} = {field.example}")
            assert schema.read(section, given).faults == (), name


def test_tables_escape_pipes() -> None:
    made = TOOL["table"](("a",), [["x | y"]])
    assert made == "| a |\n| --- |\n| x \\| y |\n"


def test_what_stands_around_generated_parts_is_kept() -> None:
    text = "Before.\n\n<!-- generated: helpers -->\nold\n<!-- end -->\n\nAfter.\n"
    made = TOOL["rewritten"](text)
    assert made.startswith("Before.\n\n<!-- generated: helpers -->\n\n| write | get |\n")
    assert made.endswith("\n<!-- end -->\n\nAfter.\n")


def test_every_template_and_every_view_of_a_page_is_explained() -> None:
    text = (ROOT / "docs/theming.md").read_text("utf-8")
    explained = text.split("<!-- generated:")[0]
    for path in sorted((ROOT / "templates").glob("*.html")):
        assert f"`{path.name}`" in explained, path.name
    for view in TOOL["page_views"]():
        assert f"[{view.__name__}](#{view.__name__.lower()})" in explained, view.__name__


def test_the_custom_properties_that_theming_names_exist() -> None:
    text = (ROOT / "docs/theming.md").read_text("utf-8")
    named = set(re.findall(r"`(--[a-z]+)`", text.split("<!-- generated:")[0]))
    defined = set(
        re.findall(r"^\s+(--[a-z]+):", (ROOT / "static/style.css").read_text(), re.MULTILINE)
    )
    assert named
    assert named <= defined
