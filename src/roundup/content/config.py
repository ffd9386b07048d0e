"""`site.toml` becomes settings and problems."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from roundup.content.schema import Reading, nearest, read
from roundup.content.settings import (
    AllowSettings,
    BuildSettings,
    LanguageSettings,
    MarkdownSettings,
    PagesSettings,
    SecuritySettings,
    Settings,
    ThemeSettings,
    TopicSettings,
)
from roundup.content.values import Fault, Path, is_language, shown
from roundup.content.words import topic_slug
from roundup.problems import Problem, error

SITE_FILE = "site.toml"
_SECTIONS: Mapping[str, type[msgspec.Struct]] = {
    "build": BuildSettings,
    "pages": PagesSettings,
    "theme": ThemeSettings,
    "markdown": MarkdownSettings,
}
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)$")


def parse_settings(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a site's `site.toml`; with errors among the problems they are only a guess."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        found = _TOML_PLACE.search(str(fault))
        line = int(found[1]) if found else max(1, text.count("\n"))
        message = _TOML_PLACE.sub("", str(fault)).strip()
        return Settings(), (error(SITE_FILE, line, f"not TOML: {message}", _toml_hint(text, line)),)
    faults: list[Fault] = []
    sections = {name: _section(name, raw, faults) for name in _SECTIONS}
    sections["security"] = _security(raw, faults)
    languages = _languages(raw, faults)
    topics = _topics(raw, faults)
    plain = {k: v for k, v in raw.items() if k not in sections and k not in ("languages", "tags")}
    reading = _keep(read(Settings, plain), faults)
    faults += [
        Fault(f"'{k}' is missing", f'add {k} = "..."')
        for k in ("title", "base_url")
        if k not in raw
    ]
    default = LanguageSettings(
        tag=reading.language, title=reading.title, description=reading.description
    )
    own = next((one for one in languages if one.tag == reading.language), None)
    settings = msgspec.structs.replace(
        reading,
        languages=(_merged(default, own), *(one for one in languages if one is not own)),
        tags=topics,
        **sections,
    )
    return settings, tuple(_placed(faults, text))


def _keep(reading: Reading[Any], faults: list[Fault], *outer: str) -> Any:
    for fault in reading.faults:
        faults.append(Fault(fault.message, fault.hint, (*outer, *fault.path)))
    return reading.fields


def _section(name: str, raw: Mapping[str, Any], faults: list[Fault]) -> Any:
    value = raw.get(name, {})
    if name == "theme" and isinstance(value, str):
        value = {"path": value}
    if not isinstance(value, dict):
        faults.append(Fault(f"'{name}': expected a table, found {shown(value)}", "", (name,)))
        value = {}
    return _keep(read(_SECTIONS[name], value), faults, name)


def _security(raw: Mapping[str, Any], faults: list[Fault]) -> SecuritySettings:
    value = raw.get("security", {})
    security: SecuritySettings = _keep(read(SecuritySettings, value), faults, "security")
    allow = value.get("allow", {})
    hosts = read(AllowSettings, allow) if isinstance(allow, dict) else read(AllowSettings, {})
    return msgspec.structs.replace(security, allow=_keep(hosts, faults, "security", "allow"))


def _languages(raw: Mapping[str, Any], faults: list[Fault]) -> list[LanguageSettings]:
    found = []
    for tag, value in raw.get("languages", {}).items():
        if not is_language(tag):
            hint = "languages are BCP 47 tags: zh, pt-BR"
            faults.append(Fault(f"'{tag}' is not a language tag", hint, ("languages", tag)))
        elif isinstance(value, dict):
            language = _keep(read(LanguageSettings, value), faults, "languages", tag)
            found.append(msgspec.structs.replace(language, tag=tag))
    return found


def _merged(default: LanguageSettings, own: LanguageSettings | None) -> LanguageSettings:
    if own is None:
        return default
    return LanguageSettings(
        tag=default.tag,
        name=own.name,
        title=own.title or default.title,
        description=own.description or default.description,
    )


def _topics(raw: Mapping[str, Any], faults: list[Fault]) -> tuple[TopicSettings, ...]:
    topics = []
    for tag, value in sorted(raw.get("tags", {}).items()):
        if not isinstance(value, dict):
            faults.append(Fault(f"'{tag}': expected a table", "write title = ...", ("tags", tag)))
            continue
        unknown = [k for k in value if k.split(".")[0] not in ("title", "same_as")]
        for name in unknown:
            hint = nearest(name, ("title", "same_as"))
            faults.append(Fault(f"unknown field '{name}'", hint, ("tags", tag, name)))
        same = value.get("same_as", [])
        same = tuple(topic_slug(one) for one in ([same] if isinstance(same, str) else same))
        topics.append(
            TopicSettings(tag=topic_slug(tag), titles=tuple(_titles(value)), same_as=same)
        )
    return tuple(topics)


def _titles(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """`title = "..."`, `"title.zh" = "..."` and `title = {en = "...", zh = "..."}` alike."""
    for name, title in sorted(value.items()):
        head, _, tag = name.partition(".")
        if head == "title" and isinstance(title, dict):
            yield from sorted((str(k), str(v)) for k, v in title.items())
        elif head == "title":
            yield tag, str(title)


def _placed(faults: list[Fault], text: str) -> Iterator[Problem]:
    for fault in faults:
        yield error(SITE_FILE, _line_of(text, fault.path), fault.message, fault.hint)


def _line_of(text: str, path: Path) -> int:
    """The line of a key in TOML text, looked for below its table's header; 1 where it is not found."""
    tables, name = ".".join(str(step) for step in path[:-1]), str(path[-1]) if path else ""
    table = ""
    fallback = 1
    for number, row in enumerate(text.split("\n"), 1):
        if found := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", row):
            table = found[1].replace('"', "")
            if table in (tables, f"{tables}.{name}".strip(".")):
                fallback = number
        elif table == tables and re.match(rf"\s*\"?{re.escape(name)}\"?\s*[=.]", row):
            return number
    return fallback


def _toml_hint(text: str, line: int) -> str:
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    value = row.partition("=")[2].strip()
    if value and value[0] not in "\"'[{0123456789+-tf":
        return "text in TOML needs quotes"
    return ""
