"""Rows between pipes without the row of dashes that GitHub's tables need."""

import re

from markdown_it.rules_block import StateBlock

_ROW = re.compile(r"\|.*\|")
_DASHES = re.compile(r"[|:\- ]+")
_PIPE = re.compile(r"(?<!\\)\|")


def bare_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Two or more lines that begin and end with a pipe are a table without a head."""
    last = start
    while last < end and _ROW.fullmatch(_line(state, last)):
        last += 1
    if last - start < 2:
        return False
    if silent:
        return True
    state.push("table_open", "table", 1).map = [start, last]
    for number in range(start, last):
        text = _line(state, number)
        if not _DASHES.fullmatch(text):
            _row(state, text, number)
    state.push("table_close", "table", -1)
    state.line = last
    return True


def _line(state: StateBlock, number: int) -> str:
    if state.is_code_block(number) or state.sCount[number] < state.blkIndent:
        return ""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()


def _row(state: StateBlock, text: str, number: int) -> None:
    state.push("tr_open", "tr", 1).map = [number, number + 1]
    for cell in _PIPE.split(text[1:-1]):
        state.push("td_open", "td", 1)
        inline = state.push("inline", "", 0)
        inline.content, inline.children, inline.map = cell.strip(), [], [number, number + 1]
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)
