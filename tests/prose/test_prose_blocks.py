"""Paragraphs, quotes, lists, rules and indented code."""

import re

import pytest

from prose.bodies import html, rendered


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("- - -", "<hr>"),
        ("> a\n> b\n\nc", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<p>c</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("a\n- b", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>"),
        ("in\n2019. Then", "<p>in\n2019. Then</p>"),
        ("- a\n    - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>"),
        ("- a\n\n    b", "<ul>\n<li><p>a</p>\n<p>b</p></li>\n</ul>"),
        ("- a\n- # b", '<ul>\n<li>a</li>\n<li><h2 id="b">b</h2></li>\n</ul>'),
        ("a {.x}", '<p class="x">a</p>'),
        ("a\n{: .x #y }", '<p id="y" class="x">a</p>'),
        ("\ufeffa\r\nb\rc", "<p>a\nb\nc</p>"),
        ("", ""),
        ("  \n\n", ""),
    ],
)
def test_blocks_become(source: str, expected: str) -> None:
    assert html(source) == expected


def test_indented_code_keeps_its_blank_lines_and_loses_its_indent() -> None:
    shown = html("a\n\n    x = 1\n\n\n      y = 2\n\nb")
    assert "<code>x = 1\n\n\n  y = 2\n</code>" in shown


def test_many_blocks_are_all_there() -> None:
    shown = html("\n\n".join(f"- {n}" if n % 3 else f"# {n}" for n in range(300)))
    assert [int(n) for n in re.findall(r">(\d+)<", shown)] == list(range(300))


@pytest.mark.parametrize("sign", ["x", "ok"])
def test_tasks_have_a_box_with_a_label(sign: str) -> None:
    shown = html(f"- [x] {sign}\n- [ ] todo\n\n    more")
    assert (
        f'<li class="task"><label><input type="checkbox" disabled checked> {sign}</label></li>'
        in shown
    )
    assert '<label><input type="checkbox" disabled> todo</label>\n<p>more</p>' in shown


def test_private_and_control_characters_go_with_a_warning() -> None:
    prose = rendered("one\n\nt\ue000w0\ue001o\x02")
    assert prose.html == "<p>one</p>\n<p>tw0o</p>"
    assert [(one.line, one.severity) for one in prose.problems] == [(3, "warning")]
