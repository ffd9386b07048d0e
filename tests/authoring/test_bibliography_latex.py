"""LaTeX of bibliographies as text."""

import time

import pytest

from roundup.authoring.importers.bibliography.latex import text_of


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            r"G{\"o}del, \'{E}va, {\L}ukasz, \c{S}ahin, \"Ozg\"ur",
            "Gödel, Éva, Łukasz, Şahin, Özgür",
        ),
        (r"{\aa} \ss{} {\O} \o rsted \v{S} \H{o} {\'\i} \'{\i} \u g", "å ß Ø ørsted Š ő í í ğ"),
        (r"{XLNet}: A {G}eneralized Model", "XLNet: A Generalized Model"),
        (r"\emph{really} \textbf{bold} {\bf X} \unknown{y}", "really bold X y"),
        (r"1--2 --- ``quoted'' a~b", "1–2 — “quoted” a b"),
        (r"50\% of R\&D \#1 a\_b \$5", "50% of R&D #1 a_b $5"),
        ("10% of A & B", "10% of A & B"),
        (
            r"$\alpha$-divergence and \(x^2\) and \ensuremath{\beta}",
            r"$\alpha$-divergence and $x^2$ and $\beta$",
        ),
        (r"\LaTeX{} and \LaTeX\ and \TeX", "LaTeX and LaTeX and TeX"),
        (r"\url{https://a.b/c_d~e%20f} \href{https://x.y}{text}", "https://a.b/c_d~e%20f text"),
        (r"H\textsubscript{2}O \textendash{} \alpha", "H2O – α"),
        ("two\n  lines", "two lines"),
        ("unclosed { brace and $ sign", "unclosed brace and $ sign"),
    ],
)
def test_latex_is_text(latex: str, text: str) -> None:
    assert text_of(latex) == text


@pytest.mark.parametrize("piece", ["{", "\\", "$a", '\\"{', "\\(", "\\url{", "\\ensuremath{", "$$"])
def test_no_piece_of_latex_takes_long_however_often_it_comes(piece: str) -> None:
    started = time.process_time()
    text_of(piece * 100_000)
    assert time.process_time() - started < 10
