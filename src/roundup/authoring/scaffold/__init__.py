"""A new site as values: the files of a sample that builds, and what editors need to complete what is typed."""

import json
from collections.abc import Iterator
from pathlib import Path

from roundup.authoring.scaffold.snippets import snippets
from roundup.content.editor import SCHEMAS

# `dot-NAME` stands for `.NAME`, as in GNU Stow, so that no tool takes these files for its own.
_FILES = Path(__file__).parent / "files"
_DOT = "dot-"
# What a folder may well have already, and a site does without.
HELPERS = (".gitignore", ".editorconfig", ".vscode/extensions.json", ".vscode/settings.json")
IGNORED = ("/public/", "/.roundup/", "/exports/")


def scaffold() -> dict[str, str]:
    """Every file of a new site by path, in order."""
    made = {
        **{f".schemas/{name}.schema.json": _json(schema()) for name, schema in SCHEMAS.items()},
        ".vscode/roundup.code-snippets": _json(snippets()),
    }
    return dict(sorted([*_written(), *made.items()]))


def _written() -> Iterator[tuple[str, str]]:
    """The files that stand in this package as they are."""
    for path in sorted(_FILES.rglob("*")):
        if path.is_file():
            parts = path.relative_to(_FILES).parts
            yield "/".join(_named(part) for part in parts), path.read_text("utf-8")


def _named(part: str) -> str:
    return f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
