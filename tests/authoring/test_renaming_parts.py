"""The small hands of renaming: values of front matter, references in words, topics in `site.toml`."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.renaming.references import Untouchable, references, with_references
from roundup.authoring.renaming.scalars import with_scalars
from roundup.authoring.renaming.settings_file import with_topic
from roundup.content import frontmatter
from roundup.content.article import Article, Reading, parse
from roundup.content.place import Place
from roundup.content.prose import Reference
from roundup.content.values import Path


def to_new(path: Path, value: str) -> str | None:
    return "new" if value == "old" else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\npaper: old # mine\n---\nold\n", "---\npaper: new # mine\n---\nold\n"),
        ("---\nentries: [a, old,'old', \"old\" ]\n---\n", "---\nentries: [a, new,'new', \"new\" ]\n---\n"),
        ("---\nentries:\n  - old\n  # old\n  -   old\n---\n", "---\nentries:\n  - new\n  # old\n  -   new\n---\n"),
        ("---\nold: old\nx: older\n---\n", "---\nold: new\nx: older\n---\n"),
        ("---\nx: {src: old}\n---\n", "---\nx: {src: new}\n---\n"),
        ("---\nx: |\n  old\n---\n", "---\nx: |\n  old\n---\n"),
        ("---\nx: >-\n  old\ny: 1\n---\n", "---\nx: new\ny: 1\n---\n"),
        ("\ufeff---\r\nx: old\r\n---\r\nold\r\n", "\ufeff---\r\nx: new\r\n---\r\nold\r\n"),
        ("---\nx: \"\u2028\"\ny: old\n---\n", "---\nx: \"\u2028\"\ny: new\n---\n"),
        ("old\n", "old\n"),
        ("---\nx: [old\n---\n", "---\nx: [old\n---\n"),
        ("---\nx: old\n", "---\nx: old\n"),
    ],
)  # fmt: skip
def test_single_values_are_replaced_where_they_stand(before: str, after: str) -> None:
    assert with_scalars(before, to_new) == after


@given(
    st.text(max_size=20), st.sampled_from(["x: old\n", 'x: "old"\n', "x: 'old'\n", "x: [a, old]\n"])
)
def test_a_new_value_is_read_as_it_was_meant(value: str, field: str) -> None:
    text = f"---\n{field}---\n"
    made = frontmatter.read(with_scalars(text, lambda _, v: value if v == "old" else None))
    if frontmatter.read(f"---\nx: {value!r}\n---\n").complaints or not value.isprintable():
        return
    assert made.fields["x"] in (value, ["a", value])


# Words


PLACE = Place("entry", "2019/top", "here", "")


def article(text: str) -> Article:
    return parse("content/2019/top/here.md", PLACE, text.encode(), Reading("en")).article


def follow(reference: Reference) -> str | None:
    return {
        "old": "new",
        "../x/old.md": "../x/new.md",
        "a b_c.png": "d.png",
        "/p/?a=1&b=2": "/q/",
    }.get(reference.target)


def followed(body: str, front: str = "") -> str:
    text = front + body
    return with_references(article(text), text, Reading("en"), follow).removeprefix(front)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[old]] and [[old|old words]]", "[[new]] and [[new|old words]]"),
        ("[[ old ]], [[older]], [[the-old]], old", "[[ new ]], [[older]], [[the-old]], old"),
        ("`[[old]]` [[old]]", "`[[old]]` [[new]]"),
        ("```\n[[old]]\n```\n\n[[old]]", "```\n[[old]]\n```\n\n[[new]]"),
        ("<!-- [[old]] -->\n\n[[old]]", "<!-- [[old]] -->\n\n[[new]]"),
        ("    [[old]]\n\n[[old]]", "    [[old]]\n\n[[new]]"),
        ("$[[old]]$ [[old]]", "$[[old]]$ [[new]]"),
        (r"\[[old]] [[old]]", r"\[[old]] [[new]]"),
        ("| a |\n|---|\n| [[old\\|x]] |", "| a |\n|---|\n| [[new\\|x]] |"),
        ("[x](../x/old.md) ../x/old.md", "[x](../x/new.md) ../x/old.md"),
        ("[x][y]\n\n[y]: ../x/old.md 'T'", "[x][y]\n\n[y]: ../x/new.md 'T'"),
        ('<a href="../x/old.md">x</a>', '<a href="../x/new.md">x</a>'),
        ("![x](<a b_c.png>)", "![x](<d.png>)"),
        (r"![x](<a b\_c.png>)", "![x](<d.png>)"),
        ("[x](/p/?a=1&amp;b=2) [x](/p/?a=1&b=2)", "[x](/q/) [x](/q/)"),
        ("Text[^1].\n\n[^1]: See [[old]].", "Text[^1].\n\n[^1]: See [[new]]."),
        ("> - [[old]]\r\n> - `[[old]]`\r\n", "> - [[new]]\r\n> - `[[old]]`\r\n"),
        ("reference-0 [[old]]", "reference-0 [[new]]"),
    ],
)
def test_references_follow_and_nothing_else(before: str, after: str) -> None:
    assert followed(before) == after
    assert followed(before, "---\ntitle: '[[old]]'\n---\n") == after
    assert followed(before, "\ufeff---\r\ntitle: '[[old]]'\r\n---\r\n") == after


def test_a_spelling_that_nobody_foresaw_is_refused() -> None:
    with pytest.raises(Untouchable) as fault:
        followed("First.\n\n[x](&#46;&#46;/x/old.md)")
    assert fault.value.target == "../x/old.md"


PIECES = st.sampled_from(
    [
        "[[old]]", "[[old|x]]", "`", "```\n", "\n", "\n\n", "<!--", "-->", "$", "$$", "    ", "- ", "> ", "\\",
        "[x](../x/old.md)", "](../x/old.md)", "[", "]", "|", "<div>", "</div>", "*", "a", " ", "old", "[^1]: ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_after_the_change_every_reference_leads_where_it_should(body: str) -> None:
    text = f"---\ntitle: T\n---\n{body}"
    before = article(text)
    changed = article(with_references(before, text, Reading("en"), follow))
    wanted = [follow(one) or one.target for one in references(before)]
    assert [one.target for one in references(changed)] == wanted
    assert changed.problems == before.problems


# Topics


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[tags.nlp] # nlp\ntitle = "nlp"\n', '[tags.language] # nlp\ntitle = "nlp"\n'),
        ("[tags.'NLP']\nsame_as = ['x']\n", "[tags.'language']\nsame_as = ['x']\n"),
        ('[tags]\nnlp = {title = "nlp"}\n', '[tags]\nlanguage = {title = "nlp"}\n'),
        ('tags.nlp.title = "x"\n', 'tags.language.title = "x"\n'),
        ('[ tags . "nlp" ]\r\ntitle="x"\r\n', '[ tags . "language" ]\r\ntitle="x"\r\n'),
        ('[tags.x]\nsame_as = ["a", "NLP"]\n', '[tags.x]\nsame_as = ["a", "language"]\n'),
        ('[extra]\nnlp = "nlp"\n', '[extra]\nnlp = "nlp"\n'),
        ("[tags.nlp]\n[tags.nlp.title]\nzh = 'x'\n", "[tags.language]\n[tags.language.title]\nzh = 'x'\n"),
        ("\ufeff[tags.nlp]\n", "\ufeff[tags.language]\n"),
        ("[tags.nlp\n", "[tags.nlp\n"),
        ("tags = 3\n", "tags = 3\n"),
    ],
)  # fmt: skip
def test_a_topic_is_called_otherwise_in_the_settings(before: str, after: str) -> None:
    assert with_topic(before, "nlp", "Language") == after


def test_a_name_that_needs_quotes_gets_them() -> None:
    made = with_topic("[tags.nlp]\ntitle = 'x'\n", "nlp", "自然语言")
    assert tomllib.loads(made) == {"tags": {"自然语言": {"title": "x"}}}
