"""Formulas: what is one, what MathML comes of it, what happens to unreadable ones."""

import pytest

from prose.bodies import html, messages, rendered
from roundup.content.prose.alphabets import restyle
from roundup.content.prose.mathml import LONGEST, mathml


@pytest.mark.parametrize(
    ("source", "tex", "display"),
    [
        ("so $x^2$ it is", "x^2", False),
        (r"so \(x^2\) it is", "x^2", False),
        ("so $$x^2$$ it is", "x^2", True),
        ("$$\nx^2\n$$", "x^2", True),
        ("\\[\nx^2\n\\]", "x^2", True),
        ("\\[ x^2 \\]", "x^2", True),
        ("$$\na\n\n+ b\n$$", "a + b", True),
        ("- item\n\n    $$\n    x^2\n    $$", "x^2", True),
        ("$a * b * c$", "a * b * c", False),
    ],
)
def test_a_formula_is_recognised(source: str, tex: str, display: bool) -> None:
    shown = html(source)
    opening = '<math display="block" ' if display else "<math "
    assert f'{opening}alttext="{tex}">' in shown
    assert "$" not in shown


@pytest.mark.parametrize(
    "source",
    [
        "$5 and $10",
        "from $5 to $6.",
        "a $ b $ c",
        "US$5 and x$",
        r"\$x\$",
        "`$x$`",
        "$5",
        r"\[1\] is a note",
        "    $x$ indented",
    ],
)
def test_money_code_and_escapes_are_none(source: str) -> None:
    assert "<math" not in html(source)


def test_a_block_formula_can_scroll() -> None:
    assert html("$$x$$").startswith('<div class="formula" role="group" tabindex="0"') is True


def test_math_can_be_switched_off() -> None:
    assert html("$x$ and \\(y\\)", math=False) == "<p>$x$ and (y)</p>"


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        (r"\nosuchcommand{x}", r"cannot read the formula '\nosuchcommand{x}'"),
        (r"\frac{a}{b", "its braces do not match"),
        (r"\left( x", "cannot read the formula"),
        ("{" * 60 + "}" * 60, "nested too deeply"),
        (r"\sqrt" * 60, "nested too deeply"),
    ],
)
def test_an_unreadable_formula_is_shown_as_code_with_a_warning(tex: str, fault: str) -> None:
    prose = rendered(f"first line\n\nso ${tex}$ it is")
    assert '<code class="tex">' in prose.html
    assert [problem.line for problem in prose.problems] == [3]
    assert prose.problems[0].severity == "warning"
    assert fault in prose.problems[0].message


def test_tex_cannot_bring_html_in() -> None:
    for tex in (r"\text{<img src=x onerror=alert(1)>}", r"\text{&lt;script&gt;}", r"\href{javascript:a}{x}",
                r"\style{color:red}{x}"):  # fmt: skip
        shown = mathml(tex, False)[0]
        assert "<img" not in shown
        assert "<script" not in shown
        assert " href=" not in shown
        assert " style=" not in shown


def test_tex_cannot_forge_a_mark() -> None:
    assert "\ue000" not in mathml(r"\unicode{xE000}", False)[0]


def test_common_constructs_are_read() -> None:
    for tex in (r"\frac{a}{b}", r"\sum_{i=1}^n x_i", r"\mathbb{E}[x]", r"\hat{y}", r"\operatorname{softmax}(x)",
                r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", r"\begin{aligned}a&=b\\c&=d\end{aligned}",
                r"\begin{cases}a&b\end{cases}", r"\left(\frac{a}{b}\right)", r"\sqrt{d_k}"):  # fmt: skip
        assert mathml(tex, True)[1] == "", tex


def test_letters_take_the_code_points_of_their_alphabet() -> None:
    assert restyle("x1Z", "bold") == ("𝐱𝟏𝐙", "")
    assert restyle("θ", "bold-italic") == ("𝜽", "")
    assert restyle("L", "script") == ("ℒ", "")
    assert restyle("R", "double-struck") == ("ℝ", "")
    assert restyle("d", "normal") == ("d", "normal")
    assert restyle("中", "bold") == ("中", "")


def test_a_formula_has_a_limit_of_length() -> None:
    assert "longer than" in mathml("x" * (LONGEST + 1), False)[1]


def test_formulas_in_tables_keep_their_bars() -> None:
    shown = html("| a | b |\n|---|---|\n| $|x|$ | 2 |")
    assert 'alttext="|x|"' in shown
    assert messages("| a | b |\n|---|---|\n| $|x|$ | 2 |") == []


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\max_x", '<munder><mo movablelimits="true">max</mo><mi>x</mi></munder>'),
        (r"\argmax_x", '<munder><mo movablelimits="true">arg\u2009max</mo><mi>x</mi></munder>'),
        (r"\left[ \sum_i^n \right]", '<munderover><mo movablelimits="true">∑</mo>'),
        (r"\bigoplus_i", '<munder><mo movablelimits="true">⨁</mo><mi>i</mi></munder>'),
        (r"\operatorname*{arg\,max}_x", '<munder><mo movablelimits="true">arg\xa0max</mo>'),
        (r"\mathop{\mathrm{argmin}}_x", '<munder><mo movablelimits="true">argmin</mo>'),
        (r"\sum\nolimits_i", "<msub><mo>∑</mo><mi>i</mi></msub>"),
        (r"\operatorname{softmax}_i", "<msub><mo>softmax</mo><mi>i</mi></msub>"),
        (r"\int_0^1", "<msubsup><mo>∫</mo>"),
        (r"x_i", "<msub><mi>x</mi>"),
    ],
)
def test_limits_stand_under_operators_that_take_them(tex: str, expected: str) -> None:
    """Where a formula stands in a line, `movablelimits` puts them beside (MathML Core)."""
    assert expected in html(f"$${tex}$$")


def test_a_formula_in_a_line_that_no_phone_can_hold_scrolls() -> None:
    """Its name is in the page's language; a short one stands in its line as a word does."""
    long = " + ".join(f"x_{{{n}}}" for n in range(12))
    shown = html(f"Where ${long}$ is.", language="zh")
    assert '<p>Where <span role="group" tabindex="0" aria-label="公式"><math ' in shown
    assert "</math></span> is.</p>" in shown
    assert "<span" not in html("Where $x_1 + x_2$ is.")


def test_an_operator_that_is_a_group_is_one() -> None:
    """`mo` holds text alone (MathML Core)."""
    assert "<mo><" not in html(r"$\mathop{argmin}_x$")


def test_the_words_for_those_who_cannot_see_it_are_the_authors() -> None:
    tex = r"\begin{aligned} a &= b \end{aligned}"
    assert r'alttext="\begin{aligned} a &amp;= b \end{aligned}"' in html(f"$${tex}$$")
