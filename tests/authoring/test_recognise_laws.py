"""Laws of recognition: it never raises, it is a function of its document, and no word of a document is lost."""

import re
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings, FoundEntry
from roundup.authoring.importers.reading.kinds import read_document
from roundup.authoring.importers.recognise import recognise

CALM = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
# Lines of lists; each % is a word of its own, each @ an address.
LINES = st.sampled_from(
    [
        "% % % % %.",
        "**% % % %** % %",
        "[% % % %](@) % %",
        "% % [paper](@) % %",
        "[code](@)",
        "Paper: @",
        "Code: @",
        "Authors: % %, % %",
        "论文：@",
        "Summary: % % %",
        '"% % % %", % %, 2019.',
        "% % % % - % %, % % (2019)",
        "3. % % % % %",
        "*% % %*",
        "(% %) [%] % % % (%)",
        "See also: % % % % %",
    ]
)
HEADINGS = st.sampled_from(["% % % %", "1. % % % %", "[% % %](@)", "References", "Tools", "% %"])


def paragraph(lines: list[str]) -> str:
    return "  \n".join(lines)


def items(lines: list[tuple[int, str]]) -> str:
    return "\n".join(f"{'  ' * depth}- {line}" for depth, line in lines)


def table(rows: list[list[str]]) -> str:
    return "\n".join(
        ["| Title | Notes |", "|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    )


BLOCKS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["##", "###"]), HEADINGS),
    st.builds(paragraph, st.lists(LINES, min_size=1, max_size=4)),
    st.builds(items, st.lists(st.tuples(st.integers(0, 2), LINES), min_size=1, max_size=5)),
    st.builds(table, st.lists(st.lists(LINES, min_size=2, max_size=2), min_size=1, max_size=3)),
    st.just("***"),
    st.just("# % % %"),
)


def written(blocks: list[str]) -> str:
    """The blocks as a document in which every word and every address is another one."""
    number = count()

    def word(found: re.Match[str]) -> str:
        place = next(number)
        letters = "".join(chr(97 + place // 26**power % 26) for power in range(3))
        if found[0] == "@":
            return (
                f"https://arxiv.org/abs/1906.{place:05d}"
                if place % 2
                else f"https://github.com/q/zq{letters}"
            )
        return f"Zq{letters}" if place % 3 else f"zq{letters}"

    lines = "\n\n".join(blocks).split("\n")
    heads = [re.match(r"#+ (?=\S)|", line) for line in lines]
    return "\n".join(
        (head[0] if head else "") + re.sub("[%@]", word, line[head.end() if head else 0 :])
        for head, line in zip(heads, lines, strict=True)
    )


def told(document: Document, findings: Findings) -> str:
    """All that findings say, in one."""
    parts = [document.title, *(remark.text for remark in findings.remarks)]
    for roundup in findings.roundups:
        parts += [roundup.title, roundup.introduction, roundup.closing]
        parts += [f"{section.title} {section.words}" for section in roundup.sections]
        parts += [_entry(entry) for entry in roundup.entries]
    return " ".join(parts).casefold()


def _entry(entry: FoundEntry) -> str:
    work = entry.work
    return " ".join(
        (
            work.title, work.short, entry.heading, entry.section, entry.words, work.url, work.pdf, *work.code,
            *(person.name for person in work.authors), work.venue.name if work.venue else "",
            *(f"{link.url} {link.title}" for link in work.links), *work.identifiers.values(),
        )
    )  # fmt: skip


@CALM
@given(st.lists(BLOCKS, min_size=1, max_size=10), st.booleans())
def test_every_word_of_a_document_lands_somewhere(blocks: list[str], split: bool) -> None:
    text = written(blocks)
    document = read_document("list.md", text.encode())
    said = told(document, recognise(document, split))
    words = set(re.findall(r"zq[a-z]{3}|1906\.\d{5}", text.casefold()))
    assert {word for word in words if word not in said} == set()


@CALM
@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    recognise(read_document("list.md", text.encode("utf-8", "replace")), True)


@CALM
@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_splitting_changes_no_entry(blocks: list[str]) -> None:
    document = read_document("list.md", written(blocks).encode())
    whole = [
        entry.work for roundup in recognise(document, False).roundups for entry in roundup.entries
    ]
    apart = [
        entry.work for roundup in recognise(document, True).roundups for entry in roundup.entries
    ]
    assert sorted(map(repr, whole)) == sorted(map(repr, apart))


def test_long_documents_take_time_in_proportion() -> None:
    lines = "".join(
        f"- **A paper on thing {place}** A. Author, B. Other. [pdf](https://arxiv.org/abs/1906.{place:05d})\n"
        for place in range(600)
    )
    document = read_document("list.md", lines.encode())
    assert len(recognise(document).roundups[0].entries) == 600


def test_one_endless_line_of_names_numbers_or_brackets_ends_nothing() -> None:
    for text in ("A. Name, " * 5000, "1. " * 5000, "([{" * 5000, '"' * 5000, "论文：" * 5000):
        recognise(read_document("list.md", text.encode()))
