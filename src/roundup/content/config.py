"""`site.toml` becomes settings and problems."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from roundup.content.schema import Reading, read
from roundup.content.settings import (
    AllowSettings,
    BuildSettings,
    LanguageSettings,
    LookupSettings,
    MarkdownSettings,
    PagesSettings,
    SecuritySettings,
    Settings,
    ThemeSettings,
    TopicSettings,
)
from roundup.content.spelling import nearest
from roundup.content.values import (
    TEXT,
    TOPIC,
    Fault,
    Invalid,
    Kind,
    Path,
    is_language,
    many,
    shown,
)
from roundup.content.words import topic_slug
from roundup.problems import Problem, error

SITE_FILE = "site.toml"
_SECTIONS: Mapping[str, type[msgspec.Struct]] = {
    "build": BuildSettings,
    "pages": PagesSettings,
    "theme": ThemeSettings,
    "markdown": MarkdownSettings,
    "lookup": LookupSettings,
}
_HEADER = re.compile(r"\s*\[+([^\]]+)\]+")
_KEY = re.compile(r"\s*((?:[\w.\- ]|\"[^\"]*\"|'[^']*')+?)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_TOML_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)$")
_BARE_WORD = re.compile(r"[^=]*=\s*(?!(?:true|false|inf|nan)\b)[^\W\d]")


def parse_settings(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a site's `site.toml`; with errors among the problems they are only a guess."""
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        return Settings(), (_not_toml(fault, text),)
    faults: list[Fault] = []
    sections = {name: _section(name, raw, faults) for name in _SECTIONS}
    sections["security"] = _security(raw, faults)
    languages = _languages(raw, faults)
    topics = _topics(raw, faults)
    plain = {k: v for k, v in raw.items() if k not in sections and k not in ("languages", "tags")}
    reading = _keep(read(Settings, plain), faults)
    faults += [
        Fault(f"'{name}' is missing", f'add {name} = "..."')
        for name in ("title", "base_url")
        if name not in raw
    ]
    default = LanguageSettings(
        tag=reading.language, title=reading.title, description=reading.description
    )
    own = next((one for one in languages if one.tag == reading.language), None)
    faults += _twice(reading.language, languages)
    faults += _undeclared(topics, (default, *languages))
    settings = msgspec.structs.replace(
        reading,
        languages=(_merged(default, own), *(one for one in languages if one is not own)),
        tags=topics,
        **sections,
    )
    return settings, tuple(_placed(faults, text))


def _not_toml(fault: Exception, text: str) -> Problem:
    found = _TOML_PLACE.search(str(fault))
    line = int(found[1]) if found and found[1] else text.rstrip().count("\n") + 1
    if isinstance(fault, RecursionError):
        return error(SITE_FILE, 1, "values are nested too deeply", "close what was opened")
    if not isinstance(fault, tomllib.TOMLDecodeError):
        return error(SITE_FILE, 1, "a number has too many digits", "put quotes around it")
    message = _TOML_PLACE.sub("", str(fault)).strip()
    hint = _twice_hint(text, line) if "Cannot " in message else _toml_hint(text, line)
    return error(SITE_FILE, line, f"not TOML: {message}", hint)


def _keep(reading: Reading[Any], faults: list[Fault], *outer: str) -> Any:
    for fault in reading.faults:
        faults.append(Fault(fault.message, fault.hint, (*outer, *fault.path)))
    return reading.fields


def _table(value: Any, faults: list[Fault], *path: str) -> dict[str, Any]:
    """A table, or an empty one and a fault where something else stands."""
    if isinstance(value, dict):
        return value
    hint = f"write [{'.'.join(path)}] on a line of its own, its keys below it"
    faults.append(Fault(f"'{path[-1]}': expected a table, found {shown(value)}", hint, path))
    return {}


def _section(name: str, raw: Mapping[str, Any], faults: list[Fault]) -> Any:
    value = raw.get(name, {})
    if name == "theme" and isinstance(value, str):
        value = {"path": value}
    return _keep(read(_SECTIONS[name], _table(value, faults, name)), faults, name)


def _security(raw: Mapping[str, Any], faults: list[Fault]) -> SecuritySettings:
    value = dict(_table(raw.get("security", {}), faults, "security"))
    allow = _table(value.pop("allow", {}), faults, "security", "allow")
    security: SecuritySettings = _keep(read(SecuritySettings, value), faults, "security")
    hosts = _keep(read(AllowSettings, allow), faults, "security", "allow")
    return msgspec.structs.replace(security, allow=hosts)


def _languages(raw: Mapping[str, Any], faults: list[Fault]) -> list[LanguageSettings]:
    found = []
    for tag, value in _table(raw.get("languages", {}), faults, "languages").items():
        if not is_language(tag):
            hint = "languages are BCP 47 tags: zh, pt-BR"
            faults.append(Fault(f"'{tag}' is not a language tag", hint, ("languages", tag)))
            continue
        table = _table(value, faults, "languages", tag)
        language = _keep(read(LanguageSettings, table), faults, "languages", tag)
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
    for tag, value in sorted(_table(raw.get("tags", {}), faults, "tags").items()):
        path = ("tags", tag)
        table = _table(value, faults, *path)
        for name in table:
            if name.split(".")[0] not in ("title", "same_as"):
                hint = nearest(name, ("title", "same_as"))
                faults.append(Fault(f"unknown field '{name}'", hint, (*path, name)))
        slug = _read(TOPIC, tag, faults, "tags", tag) or tag
        same = _read(many(TOPIC), table.get("same_as", []), faults, *path, "same_as") or ()
        titles = tuple(_titles(table, faults, path))
        others = tuple(topic_slug(one) for one in same)
        topics.append(TopicSettings(tag=topic_slug(slug), titles=titles, same_as=others))
    return tuple(topics)


def _titles(
    table: Mapping[str, Any], faults: list[Fault], path: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """`title = "..."`, `"title.zh" = "..."` and `title = {en = "...", zh = "..."}` alike."""
    for name, title in sorted(table.items()):
        head, _, tag = name.partition(".")
        several = title if isinstance(title, dict) else {tag: title}
        for language, words in sorted(several.items()) if head == "title" else ():
            read = _read(TEXT, words, faults, *path, name)
            if read is not None:
                yield language, read


def _twice(default: str, languages: Iterable[LanguageSettings]) -> Iterator[Fault]:
    """Languages whose tags differ in case alone: their pages would be the same files."""
    seen = {default.lower(): default}
    for one in languages:
        first = seen.setdefault(one.tag.lower(), one.tag)
        if first != one.tag:
            message = f"the language '{one.tag}' is '{first}' in another case"
            yield Fault(message, "keep one of them", ("languages", one.tag))


def _undeclared(
    topics: Iterable[TopicSettings], languages: Sequence[LanguageSettings]
) -> Iterator[Fault]:
    """Titles of topics in languages that the site does not have."""
    known = {"", *(one.tag for one in languages)}
    for topic in topics:
        for tag, _ in topic.titles:
            if tag not in known:
                hint = f"add [languages.{tag}]"
                message = f"the language '{tag}' is not declared"
                yield Fault(message, hint, ("tags", topic.tag, f"title.{tag}"))


def _read(kind: Kind, raw: Any, faults: list[Fault], *path: str) -> Any:
    try:
        return kind.read(raw)
    except Invalid as invalid:
        inner = (fault.named(path[-1]) for fault in invalid.faults)
        faults += [Fault(one.message, one.hint, (*path, *one.path)) for one in inner]
        return None


def _placed(faults: list[Fault], text: str) -> Iterator[Problem]:
    for fault in faults:
        yield error(SITE_FILE, line_of(text, fault.path), fault.message, fault.hint)


def line_of(text: str, path: Path) -> int:
    """The line of a key in TOML text, else of the nearest table or key around it, else the first."""
    wanted = [step for step in path if isinstance(step, str)]
    best, line, table = 0, 1, list[str]()
    for number, row in enumerate(text.split("\n"), 1):
        if found := _HEADER.match(row):
            here = table = _dotted(found[1])
        elif found := _KEY.match(row):
            here = [*table, *_dotted(found[1])]
        else:
            continue
        if here == wanted[: len(here)] and len(here) > best:
            best, line = len(here), number
    return line


def _dotted(text: str) -> list[str]:
    """The parts of a dotted key, quoted or bare."""
    return [double or single or bare for double, single, bare in _PART.findall(text)]


def _twice_hint(text: str, line: int) -> str:
    found = _HEADER.match(text.split("\n")[line - 1])
    if found and _dotted(found[1]) == ["theme"]:
        return 'beside other settings the theme is named by path = "..." below [theme]'
    return "it stands further up already: keep one of the two"


def _toml_hint(text: str, line: int) -> str:
    rows = text.split("\n")
    if line <= len(rows) and _BARE_WORD.match(rows[line - 1]):
        return "text needs quotes; only true and false stand without"
    return ""
