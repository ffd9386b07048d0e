"""Bodies rendered with the rules that a test names."""

from typing import Any

from roundup.content.prose import Prose, Rules, render
from roundup.content.prose.marks import CLOSE, OPEN


def rendered(source: str, **rules: Any) -> Prose:
    return render(source, Rules(**rules))


def html(source: str, **rules: Any) -> str:
    """The HTML of a body, the mark of reference n shown as `{n}`."""
    return rendered(source, **rules).html.replace(OPEN, "{").replace(CLOSE, "}")


def messages(source: str, **rules: Any) -> list[str]:
    return [problem.message for problem in rendered(source, **rules).problems]
