"""What lands around the entries, what is told of them, and how a document is taken apart."""

from roundup.authoring.importers.found import Findings, FoundRoundup
from roundup.authoring.importers.reading.kinds import read_document
from roundup.authoring.importers.recognise import recognise

WEEKS = """\
# Papers by week, 2019

Welcome.

## Week 50

Busy days.

1. [StarGAN v2: Diverse Image Synthesis for Multiple Domains](https://arxiv.org/abs/1912.01865)
2. [Deep Double Descent: Where Bigger Models and More Data Hurt](https://arxiv.org/abs/1912.02292)

## Week 51

1. [Analyzing and Improving the Image Quality of StyleGAN](https://arxiv.org/abs/1912.04958)
2. [PyTorch: An Imperative Style, High-Performance Deep Learning Library](https://arxiv.org/abs/1912.01703)

## Thanks

Until next week.
"""


def findings(text: str, *, split: bool = False) -> Findings:
    return recognise(read_document("list.md", text.encode()), split)


def only(text: str) -> FoundRoundup:
    (roundup,) = findings(text).roundups
    return roundup


def test_words_before_and_after_the_list_and_below_its_sections_are_kept_apart() -> None:
    roundup = only(WEEKS)
    assert roundup.introduction == "Welcome."
    assert roundup.closing == "## Thanks\n\nUntil next week."
    assert [(one.title, one.words) for one in roundup.sections] == [
        ("Week 50", "Busy days."),
        ("Week 51", ""),
    ]
    assert [entry.section for entry in roundup.entries] == [
        "Week 50",
        "Week 50",
        "Week 51",
        "Week 51",
    ]


def test_numbers_that_begin_again_are_no_ranks_until_the_document_is_split() -> None:
    roundup = only(WEEKS)
    assert not roundup.ranked
    assert {entry.rank for entry in roundup.entries} == {None}
    parts = findings(WEEKS, split=True).roundups
    assert [one.ranked for one in parts] == [True, True]
    assert [[entry.rank for entry in one.entries] for one in parts] == [[1, 2], [1, 2]]


def test_a_split_document_gives_a_roundup_for_each_period_and_loses_no_words() -> None:
    first, second = findings(WEEKS, split=True).roundups
    assert (first.title, first.period, second.title, second.period) == (
        "Week 50", "2019-W50", "Week 51", "2019-W51",
    )  # fmt: skip
    assert first.introduction == "Welcome.\n\nBusy days."
    assert second.closing == "## Thanks\n\nUntil next week."


def test_a_countdown_keeps_its_printed_places() -> None:
    text = "".join(
        f"## {number}. {title}\n\n[Paper](https://arxiv.org/abs/{arxiv})\n\n"
        for number, title, arxiv in (
            (3, "Neural Ordinary Differential Equations", "1806.07366"),
            (2, "Mask R-CNN", "1703.06870"),
            (1, "Attention Is All You Need", "1706.03762"),
        )
    )
    roundup = only(text)
    assert roundup.ranked
    assert [entry.rank for entry in roundup.entries] == [3, 2, 1]


def test_lines_that_only_carry_a_link_leave_the_words_and_are_told() -> None:
    found = findings(
        "## Mask R-CNN\n\n- Paper: https://arxiv.org/abs/1703.06870\n"
        "- Code: https://github.com/facebookresearch/Detectron\n\nMasks for free.\n\n"
        "## Fast R-CNN\n\n- Paper: https://arxiv.org/abs/1504.08083\n\nFast.\n"
    )
    entry = found.roundups[0].entries[0]
    assert entry.words == "Masks for free."
    assert [remark.line for remark in found.remarks if remark.kind == "moved"] == [3, 4, 10]


def test_a_slogan_over_the_works_own_title_becomes_the_heading() -> None:
    text = "".join(
        f"## {slogan}\n\nPaper: [{title}](https://arxiv.org/abs/{arxiv})\n\nWords.\n\n"
        for slogan, title, arxiv in (
            ("Machines that write", "Language Models are Few-Shot Learners", "2005.14165"),
            ("Faces out of noise", "Denoising Diffusion Probabilistic Models", "2006.11239"),
        )
    )
    entry = only(text).entries[0]
    assert (entry.work.title, entry.heading) == (
        "Language Models are Few-Shot Learners",
        "Machines that write",
    )


def test_honourable_mentions_are_unplaced() -> None:
    roundup = only(
        "## 1. Mask R-CNN\n\nhttps://arxiv.org/abs/1703.06870\n\n"
        "## 2. Attention Is All You Need\n\nhttps://arxiv.org/abs/1706.03762\n\n"
        "## Honorable mentions\n\n"
        "- [Wasserstein GAN](https://arxiv.org/abs/1701.07875)\n"
        "- [Layer Normalization](https://arxiv.org/abs/1607.06450)\n"
    )
    assert [(entry.rank, entry.unplaced) for entry in roundup.entries] == [
        (1, False), (2, False), (None, True), (None, True),
    ]  # fmt: skip


def test_references_lend_identifiers_and_only_those_of_entries_leave_the_text() -> None:
    found = findings(
        "## Neural Ordinary Differential Equations [1]\n\nContinuous depth.\n\n"
        "## Mask R-CNN [2]\n\nMasks.\n\n"
        "## References\n\n"
        "[1] R. T. Q. Chen, Y. Rubanova. Neural Ordinary Differential Equations. arXiv:1806.07366\n\n"
        "[2] K. He, G. Gkioxari. Mask R-CNN. https://arxiv.org/abs/1703.06870\n\n"
        "[3] A. Vaswani, N. Shazeer. Attention Is All You Need. https://arxiv.org/abs/1706.03762\n"
    )
    (roundup,) = found.roundups
    assert [entry.work.identifiers for entry in roundup.entries] == [
        {"arxiv": "1806.07366"},
        {"arxiv": "1703.06870"},
    ]
    assert "Attention Is All You Need" in roundup.closing
    assert "Mask R-CNN" not in roundup.closing


def test_a_paper_named_in_passing_is_neither_an_entry_nor_an_identifier() -> None:
    roundup = only(
        "## [XLNet: Generalized Autoregressive Pretraining](https://arxiv.org/abs/1906.08237)\n\n"
        "It builds on [BERT](https://arxiv.org/abs/1810.04805) and goes on.\n\n"
        "## [Mask R-CNN](https://arxiv.org/abs/1703.06870)\n\nMasks.\n"
    )
    assert [entry.work.identifiers["arxiv"] for entry in roundup.entries] == [
        "1906.08237",
        "1703.06870",
    ]


def test_an_entry_without_a_link_among_linked_ones_is_kept_and_doubted() -> None:
    found = findings(
        "- [Mask R-CNN](https://arxiv.org/abs/1703.06870)\n"
        "- [Fast R-CNN](https://arxiv.org/abs/1504.08083)\n"
        "- Stay Positive: Non-Negative Image Synthesis for Augmented Reality\n"
        "- [Wasserstein GAN](https://arxiv.org/abs/1701.07875)\n"
    )
    assert len(found.roundups[0].entries) == 4
    assert any(
        remark.kind == "doubted" and "Stay Positive" in remark.text and remark.line == 3
        for remark in found.remarks
    )


def test_a_table_of_contents_is_skipped_and_told() -> None:
    found = findings(
        "## Contents\n\n- [Vision](#vision)\n- [Language](#language)\n\n"
        "## Vision\n\n- [Mask R-CNN](https://arxiv.org/abs/1703.06870)\n\n"
        "## Language\n\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n"
    )
    assert [entry.section for entry in found.roundups[0].entries] == ["Vision", "Language"]
    assert any(remark.kind == "skipped" and remark.line == 3 for remark in found.remarks)


def test_a_link_under_every_entry_is_nobodys_fact() -> None:
    text = "".join(
        f"## {title}\n\n[Paper](https://arxiv.org/abs/{arxiv})\n\n"
        "[Code of this blog](https://github.com/someone/blog)\n\n"
        for title, arxiv in (
            ("Mask R-CNN", "1703.06870"),
            ("Fast R-CNN", "1504.08083"),
            ("Attention Is All You Need", "1706.03762"),
        )
    )
    assert [entry.work.code for entry in only(text).entries] == [(), (), ()]


def test_a_document_without_papers_keeps_all_its_words() -> None:
    roundup = only("# A walk\n\nWe went out.\n\n- bread\n- cheese\n")
    assert roundup.entries == ()
    assert roundup.introduction == "We went out.\n\n-   bread\n-   cheese"
