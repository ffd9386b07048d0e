"""Skeletons of translations: everything of the original in comments, nothing of it published."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from roundup.authoring.articles import article
from roundup.authoring.skeleton import original_of, read_back, skeleton
from roundup.catalog.translations import is_blank
from roundup.content.article import Article, Reading, parse
from roundup.content.place import ArticleKind, Place

TRAPS = (
    "-->", "--!>", "<!--", "<!-->", "<!--->", "--\\>", "-", ">", "---", "```", "~~~", "    ", "\n", "\n\n",
    "# ", "## Results", "<!-- papers -->", "<!-- papers: A -->", "papers", "papers:", "`", "$$", "> ", "- ",
    "[[xlnet]]", "en:", "{n}", ": ", '"', "'", "|", "\t", "<div>", "</div>", "深度", "é", "\u2028", "\x85",
)  # fmt: skip
TRICKY = st.lists(st.sampled_from(TRAPS) | st.text(max_size=6), max_size=12).map("".join)
KINDS = st.sampled_from(["roundup", "entry", "paper", "page"])
SAID = st.fixed_dictionaries(
    {},
    optional={
        "title": TRICKY,
        "heading": TRICKY,
        "description": TRICKY,
        "summary": TRICKY,
        "highlights": st.lists(TRICKY, max_size=3),
        "abstract": TRICKY,
        "image": st.fixed_dictionaries({"src": st.just("a.png"), "alt": TRICKY, "caption": TRICKY}),
    },
)
KNOWN = {
    "roundup": {"title", "description", "summary", "highlights", "image"},
    "entry": {"title", "heading", "summary", "highlights", "abstract", "image"},
    "paper": {"title", "abstract", "image"},
    "page": {"title", "description", "image"},
}


def read(text: str, kind: ArticleKind, tag: str = "") -> Article:
    folder = "" if kind == "page" else "2019/top"
    place = Place(kind, folder, "index" if kind == "roundup" else "xlnet", tag)
    name = f"{place.stem}.{tag}.md" if tag else f"{place.stem}.md"
    return parse(f"content/{folder}/{name}", place, text.encode(), Reading("en")).article


def made(text: str, kind: ArticleKind) -> str:
    return skeleton(original_of(read(text, kind), text))


@given(kind=KINDS, fields=SAID, body=TRICKY)
@example(kind="roundup", fields={"title": "T"}, body="papers")
@example(kind="roundup", fields={"title": "T"}, body="papers: A\n\n<!-- papers -->\n\npapers")
@example(kind="entry", fields={"title": "--- x"}, body="```\n-->\n\n<!-- ---\n```\n--!>")
@example(kind="page", fields={}, body="## " + "long " * 60 + "-->\n\n--\\>\n\n--!\\>")
def test_a_skeleton_publishes_nothing_and_the_original_can_be_read_back(
    kind: ArticleKind, fields: dict[str, Any], body: str
) -> None:
    text = article({name: v for name, v in fields.items() if name in KNOWN[kind]}, body)
    original = read(text, kind)
    if any(problem.is_error for problem in original.problems) or not original.sections:
        return
    written = skeleton(original_of(original, text))
    blank = read(written, kind, "zh")
    assert is_blank(blank)
    assert not [one for one in blank.problems if one.is_error]
    assert dict(original.sections) == getattr(blank.fields, "translated_from", None)
    back = read_back(written)
    assert back == original_of(original, text)
    words = "\n\n".join(one.text or f"<!-- papers: {one.section} -->" for one in back.blocks)
    again = read(article(back.fields, f"\n{words}"), kind)
    assert again.sections == original.sections
