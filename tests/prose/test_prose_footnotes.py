"""Footnotes: numbers in order, links there and back, ids with the prefix."""

from prose.bodies import html, messages


def test_a_footnote_is_linked_there_and_back() -> None:
    shown = html("a[^n]\n\n[^n]: The *note*.", prefix="p-")
    assert (
        '<sup id="p-fnref-1"><a href="#p-fn-1" class="footnote-ref" role="doc-noteref">1</a></sup>'
        in shown
    )
    assert '<li id="p-fn-1">\n<p>The <em>note</em>.\xa0<a href="#p-fnref-1"' in shown
    assert 'aria-label="Back to reference 1">↩</a></p>' in shown


def test_numbers_follow_the_first_reference() -> None:
    shown = html("a[^z] b[^y] c[^z]\n\n[^y]: why\n[^z]: zed")
    assert shown.index("<p>zed") < shown.index("<p>why")
    assert 'id="fnref-1-2"' in shown
    assert shown.count('href="#fn-1"') == 2
    assert 'href="#fnref-1-2"' in shown
    assert messages("a[^z] b[^z]\n\n[^z]: zed") == []


def test_a_footnote_may_have_several_blocks_and_refer_to_others() -> None:
    shown = html("a[^1]\n\n[^1]: one\nmore\n\n    two[^2]\n\n    - three\n\n[^2]: other\n\nafter")
    assert "<p>one\nmore</p>" in shown
    assert "<li>three</li>" in shown
    assert "<p>other\xa0" in shown
    assert shown.index("<p>after</p>") < shown.index("<section")


def test_labels_are_in_the_language_of_the_page() -> None:
    shown = html("a[^1]\n\n[^1]: n", language="zh-Hans")
    assert 'aria-label="脚注"' in shown
    assert 'aria-label="返回引用处 1"' in shown


def test_what_is_missing_unused_or_doubled_is_said() -> None:
    assert messages("a[^1]") == ["the footnote '1' is not defined"]
    assert messages("a\n\n[^1]: n") == ["nothing refers to the footnote '1': left out"]
    assert messages("a[^1]\n\n[^1]: n\n[^1]: m") == [
        "the footnote '1' is defined twice: the first one counts"
    ]
