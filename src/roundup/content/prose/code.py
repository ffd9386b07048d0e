"""Code blocks: highlighted by Pygments by class, or plain."""

import re
from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, _TokenType
from pygments.util import ClassNotFound

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, escape_text
from roundup.content.prose.marks import without_marks

LONGEST = 50_000
_LANGUAGE = re.compile(r"\{?[ ]*\.?([\w+#.-]*)")
_PLAIN = frozenset(("", "text", "plain", "txt", "plaintext", "none"))


def code_block(draft: Draft, code: str, info: str, line: int) -> str:
    """A block of code; `info` is what follows the opening fence, its first word the language."""
    found = _LANGUAGE.match(info)
    language = found[1].lower() if found else ""
    label = escape(draft.labels.code)
    inside = _highlighted(draft, code, language, line)
    named = f' class="language-{escape(language)}"' if language else ""
    return (
        f'<div class="highlight"><pre tabindex="0" role="group" aria-label="{label}">'
        f"<code{named}>{inside}</code></pre></div>"
    )


def _highlighted(draft: Draft, code: str, language: str, line: int) -> str:
    if language in _PLAIN:
        return escape_text(code)
    lexer = _lexer(language)
    if lexer is None:
        hint = "write 'text' for code without highlighting"
        draft.warn(line, f"the language '{language[:40]}' of a code block is not known", hint)
        return escape_text(code)
    if len(code) > LONGEST:
        draft.warn(line, f"a code block is longer than {LONGEST:,} characters: not highlighted")
        return escape_text(code)
    return without_marks(_spans(lexer, code))


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _spans(lexer: Lexer, code: str) -> str:
    """The code as spans, neighbours of one class in one span."""
    out: list[str] = []
    open_class = ""
    for kind, text in lexer.get_tokens(code):
        name = _class(kind) if text.strip() else open_class
        if name != open_class:
            out.append("</span>" if open_class else "")
            out.append(f'<span class="{name}">' if name else "")
            open_class = name
        out.append(escape_text(text))
    out.append("</span>" if open_class else "")
    return "".join(out)


@lru_cache(maxsize=512)
def _class(kind: _TokenType) -> str:
    while kind not in STANDARD_TYPES and kind.parent is not None:
        kind = kind.parent
    return "" if kind.parent is None else STANDARD_TYPES[kind]
