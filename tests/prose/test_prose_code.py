"""Code fences: highlighted by class, anywhere, never Markdown inside."""

import pytest

from prose.bodies import html, messages, rendered
from roundup.content.prose.codespans import spans


def test_code_is_highlighted_by_class() -> None:
    shown = html("```python\ndef f():\n    return '<'\n```")
    assert '<code class="language-python"><span class="k">def' in shown
    assert "style=" not in shown
    assert "&lt;" in shown


@pytest.mark.parametrize("info", ["", "text", "plain"])
def test_plain_code_stays_plain(info: str) -> None:
    prose = rendered(f"~~~{info}\na *b* <c>\n~~~")
    assert ">a *b* &lt;c&gt;\n</code>" in prose.html
    assert prose.problems == ()


def test_an_unknown_language_is_a_warning_and_plain() -> None:
    prose = rendered("a\n\n```nosuch\n<x>\n```")
    assert ">&lt;x&gt;\n</code>" in prose.html
    assert [(one.line, one.severity) for one in prose.problems] == [(3, "warning")]
    assert "'nosuch'" in prose.problems[0].message


@pytest.mark.parametrize(
    "source",
    [
        "- a\n\n    ```\n    x\n      y\n    ```",
        "- a\n  ```\n  x\n    y\n  ```",
        "> ```\n> x\n>   y\n> ```",
        "1. a\n\n   ```\n   x\n     y\n   ```",
        "!!! note\n\n    ```\n    x\n      y\n    ```",
        "before\n```\nx\n  y\n```\nafter",
        "````\nx\n  y\n````",
    ],
)
def test_a_fence_works_inside_other_blocks(source: str) -> None:
    assert "<code>x\n  y\n</code></pre></div>" in html(source)


def test_shorter_fences_inside_are_code() -> None:
    assert "<code>```\nx\n```\n</code>" in html("````\n```\nx\n```\n````")


def test_an_open_fence_runs_to_the_end_with_a_warning() -> None:
    prose = rendered("a\n\n```\n# b")
    assert "<code># b\n</code>" in prose.html
    assert [(one.line, one.message) for one in prose.problems] == [
        (3, "the code fence '```' is never closed")
    ]


def test_a_fence_indented_by_four_is_code_itself() -> None:
    assert "<code>```\na\n```\n</code>" in html("x\n\n    ```\n    a\n    ```")


def test_very_long_code_is_not_highlighted() -> None:
    assert any(
        "longer than 50,000" in one for one in messages("```python\n" + "x = 1\n" * 9000 + "```")
    )


def test_spans_close_with_as_many_backticks() -> None:
    text = "`a` ``b`c`` \\`d` ```e"
    assert [text[start:end] for start, end in spans(text)] == ["`a`", "``b`c``"]
