"""The messages that the code can say, as patterns: read from the calls that make problems."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import roundup

PACKAGE = Path(roundup.__file__).parent
WINGS = ("content", "catalog", "pages", "build")

# Where in a call the message stands.
_MAKERS = {
    "error": 2,
    "warning": 2,
    "warn": 1,
    "refuse": 1,
    "Complaint": 1,
    "Fault": 0,
    "Misplaced": 0,
    "ValueError": 0,
}


def templates() -> Iterator[tuple[str, str]]:
    """Each message as a pattern that it matches, with the place of the call as FILE:LINE."""
    for wing in WINGS:
        for path in sorted((PACKAGE / wing).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            for function in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(function, ast.FunctionDef):
                    yield from _said_by(function, name)


def _said_by(function: ast.FunctionDef, name: str) -> Iterator[tuple[str, str]]:
    known = defaultdict[str, list[ast.expr]](list)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            known[node.targets[0].id].append(node.value)
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and (message := _message(call, name)) is not None:
            before = "expected " if _is_value(call, name) else ""
            for node in known[message.id] if isinstance(message, ast.Name) else [message]:
                if pattern := _pattern(node):
                    yield before + pattern, f"{name}:{call.lineno}"


def _message(call: ast.Call, name: str) -> ast.expr | None:
    maker = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if maker not in _MAKERS:
        return None
    place = 0 if _is_value(call, name) else _MAKERS[maker]
    return call.args[place] if place < len(call.args) else None


def _is_value(call: ast.Call, name: str) -> bool:
    """`refuse(wanted, found)` of the kinds of values, which says "expected ..., found ..."."""
    return getattr(call.func, "id", "") == "refuse" and "/prose/" not in name


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+"
            for one in node.values
        )
        return "".join(parts)
    return ""
