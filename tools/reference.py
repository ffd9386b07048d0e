"""Writes what docs/ says of fields, settings, templates, views and commands from the program itself.

    .venv/bin/python tools/reference.py

Everything between `<!-- generated: NAME -->` and `<!-- end -->` is replaced; a test holds it against the code.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import click
import msgspec

from roundup.build.filters import FILTERS, FUNCTIONS
from roundup.cli.program import COMMANDS, program
from roundup.content import fields as fm
from roundup.content import settings as st
from roundup.content.schema import described
from roundup.content.values import Field
from roundup.pages.views import Body, PageView, SiteView, View, base, charts, lists, search, works

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TEMPLATES = ROOT / "templates"
_PART = re.compile(r"(<!-- generated: ([^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)
_BLOCK = re.compile(r"\{%-? block (\w+)")
_PARENT = re.compile(r"\{%-? extends \"([^\"]+)\"")
_MACRO = re.compile(r"\{%-? macro (\w+)")
_COMMENT = re.compile(r"\{# (.+?) #\}")

EVERYWHERE = ("site", "quiet")  # options that all commands share; the document says them once

Struct = type[msgspec.Struct]


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; pipes inside cells are escaped."""
    names = list(heads)
    lines = [names, ["---"] * len(names), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


# Fields and settings


def own_fields(family: Struct) -> Mapping[str, Field]:
    """The fields that a family adds to those of its base."""
    inherited = {info.name for base in family.__bases__ for info in _infos(base)}
    return {name: one for name, one in described(family).items() if name not in inherited}


def _infos(base: type) -> Iterable[msgspec.structs.FieldInfo]:
    return msgspec.structs.fields(base) if base is not msgspec.Struct else ()


def fields_table(family: Struct) -> str:
    """What a family adds to the fields of its base: what each holds, means and looks like."""
    rows = (
        (_code(name), _holds(one), _meaning(one), _code(f"{name}: {one.example}"))
        for name, one in own_fields(family).items()
    )
    return table(("field", "holds", "meaning", "example"), rows)


def settings_table(section: Struct, name: str = "") -> str:
    """The settings of one table of `site.toml` with their defaults."""
    defaults = {info.name: info.default for info in msgspec.structs.fields(section)}
    rows = (
        (_code(key), _holds(one), _meaning(one), _default(defaults[key]), _example(key, one))
        for key, one in described(section).items()
        if one.kind.name != "mapping" and not (name.startswith("languages") and key == "tag")
    )
    head = f"`[{name}]`\n\n" if name else ""
    return head + table(("setting", "holds", "meaning", "default", "example"), rows)


def all_settings() -> str:
    """Every table of `site.toml` whose settings have names of their own."""
    sections = {
        info.name: type(info.default)
        for info in msgspec.structs.fields(st.Settings)
        if isinstance(info.default, msgspec.Struct)
    }
    parts = [
        settings_table(st.Settings),
        settings_table(st.LanguageSettings, "languages.TAG"),
        *(settings_table(section, name) for name, section in sections.items()),
        settings_table(st.AllowSettings, "security.allow"),
    ]
    return "\n".join(parts)


def _holds(field: Field) -> str:
    if "enum" in field.kind.schema:
        return "word"
    one = field.kind.name.removeprefix("list of ")
    return one if one == field.kind.name else f"{one}, or several"


def _meaning(field: Field) -> str:
    words = field.kind.schema.get("enum", ())
    return f"{field.doc}; one of {_listed(words)}" if words else field.doc


def _default(value: object) -> str:
    match value:
        case bool():
            return _code(str(value).lower())
        case int():
            return _code(str(value))
        case str() if value:
            return _code(f'"{value}"')
    return ""


def _example(key: str, field: Field) -> str:
    return _code(f"{key} = {field.example}") if field.example else ""


# Templates and views


def templates_table() -> str:
    """Every template with what it extends and the blocks that a site's own can replace."""
    rows = []
    for path in sorted(TEMPLATES.glob("*.html")):
        text = path.read_text("utf-8")
        parent = _PARENT.search(text)
        blocks = dict.fromkeys(_BLOCK.findall(text))
        rows.append((_code(path.name), _code(parent[1]) if parent else "", _listed(blocks)))
    return table(("template", "extends", "blocks"), rows)


def parts_table() -> str:
    """The pieces that templates share, with their macros."""
    rows = []
    for path in sorted((TEMPLATES / "parts").glob("*.html")):
        text = path.read_text("utf-8")
        said = _COMMENT.match(text)
        name = path.relative_to(TEMPLATES).as_posix()
        rows.append((_code(name), said[1] if said else "", _listed(_MACRO.findall(text))))
    return table(("part", "what it shows", "macros"), rows)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(_code(word) for word in words)


def helpers_table() -> str:
    """What templates can say beside Jinja2's own."""
    filters = ((f"value | {name}", _said(one)) for name, one in FILTERS.items())
    functions = ((f"{name}(NAME, …)", _said(one)) for name, one in FUNCTIONS.items())
    rows = ((_code(use), said) for use, said in (*filters, *functions))
    return table(("write", "get"), rows)


def view_tables(chosen: Iterable[Struct]) -> str:
    """A heading, a sentence and the fields of every view."""
    return "\n".join(_view_table(one) for one in chosen)


def _view_table(view: Struct) -> str:
    hints = get_type_hints(view)
    rows = ((_code(name), _typed(hints[name])) for name in view.__struct_fields__)
    return f"### {view.__name__}\n\n{_said(view)}\n\n{table(('field', 'holds'), rows)}"


def _said(one: object) -> str:
    """What a docstring says, in one paragraph."""
    return " ".join((inspect.getdoc(one) or "").split())


def page_views() -> list[Struct]:
    """The views that templates get as `page`, as their modules order them."""
    return [one for one in _in_order() if issubclass(one, PageView) and one is not PageView]


def parts_of_views() -> list[Struct]:
    """The other types that `site` and `page` hold, at any depth: views first, then the model's nouns."""
    found = set(_reachable([SiteView, *page_views()])) - {*page_views(), SiteView}
    own = [one for one in _in_order() if one in found]
    return [*own, *sorted(found - set(own), key=lambda one: one.__name__)]


def _in_order() -> Iterator[type[View]]:
    for module in (lists, works, charts, search, base):
        for one in vars(module).values():
            if (
                isinstance(one, type)
                and issubclass(one, View)
                and one.__module__ == module.__name__
            ):
                yield one


def _reachable(todo: list[Any]) -> Iterator[Struct]:
    seen: set[Any] = {Body}
    while todo:
        kind = todo.pop()
        if kind in seen:
            continue
        seen.add(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield kind
            todo += get_type_hints(kind).values()
        else:
            todo += get_args(kind)


_PLAIN: Mapping[Any, str] = {
    str: "text",
    int: "number",
    bool: "true or false",
    Body: "words",
    Any: "anything",
}


def _typed(kind: Any) -> str:
    """A type in words, other views as links to their tables."""
    arguments = get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(_typed(one) for one in arguments if one is not NoneType) + ", or None"
    if get_origin(kind) is tuple:
        return f"list of {_typed(arguments[0])}"
    if get_origin(kind) is dict:
        return f"mapping of text to {_typed(arguments[1])}"
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


# Commands


def command_text(name: str) -> str:
    """What the help of a command says: how to write it, its options, its examples."""
    context = click.Context(program, info_name="roundup")
    command = program.get_command(context, name)
    assert command is not None
    own = click.Context(command, info_name=name, parent=context)
    usage = " ".join([own.command_path, *command.collect_usage_pieces(own)])
    own_options = (one for one in command.params if one.name not in EVERYWHERE)
    options = [one for one in own_options if isinstance(one, click.Option)]
    records = [(one.get_help_record(own), one.help or "") for one in options]
    rows = [(_code(found[0]), meaning) for found, meaning in records if found]
    known = table(("option", "meaning"), rows) + "\n" if rows else ""
    said = inspect.cleandoc(command.help or "")
    samples = [line.strip() for line in (command.epilog or "").splitlines()[2:]]
    fence = "\n".join(["```sh", *samples, "```"])
    return f"`{usage}`\n\n{said}\n\n{known}{fence}\n"


PARTS: Mapping[str, Callable[[], str]] = {
    "fields of every article": lambda: fields_table(fm.Fields),
    "fields of a roundup": lambda: fields_table(fm.RoundupFields),
    "fields of a work": lambda: fields_table(fm.WorkFields),
    "fields of an entry": lambda: fields_table(fm.EntryFields),
    "fields of words": lambda: fields_table(fm.WordsFields),
    "fields of a person": lambda: fields_table(fm.PersonFields),
    "settings": all_settings,
    "templates": templates_table,
    "parts": parts_table,
    "helpers": helpers_table,
    "site": lambda: view_tables([SiteView]),
    "pages": lambda: view_tables(page_views()),
    "parts of views": lambda: view_tables(parts_of_views()),
    **{f"roundup {name}": partial(command_text, name) for name in COMMANDS},
}


def rewritten(text: str) -> str:
    """A document with its generated parts made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n{found[3]}", text)


def documents() -> dict[Path, str]:
    """Every document by path, as it should be."""
    return {path: rewritten(path.read_text("utf-8")) for path in sorted(DOCS.rglob("*.md"))}


def main() -> None:
    """Writes the documents that are not as they should be."""
    for path, text in documents().items():
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
