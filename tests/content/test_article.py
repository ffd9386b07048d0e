"""One file's bytes become one article: fields, words, sections, and every problem on its line."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content.article import Article, Reading, parse
from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.frontmatter import ARTICLE_LIMIT
from roundup.content.place import place_of
from roundup.content.words import digest
from roundup.problems import as_text

ENTRY, INDEX = "content/2019/top/xlnet.md", "content/2019/top/index.md"
PATHS = [
    ENTRY,
    INDEX,
    "content/index.md",
    "content/2019/index.md",
    "content/papers/xlnet.md",
    "content/tags/nlp.md",
    "content/authors/yann-lecun.md",
    "content/about.md",
]
SIGNS = st.text(alphabet="ab:- \n\t'\"[]{}#&*!|>%@`,?012.~_=<$^\\é中", max_size=80)


def read(path: str, text: str | bytes, language: str = "en") -> Article:
    data = text.encode() if isinstance(text, str) else text
    return parse(path, place_of(path, ("en", "zh")), data, Reading(language)).article


def said(article: Article) -> list[str]:
    return [as_text(problem) for problem in article.problems]


def test_an_entry_has_typed_fields_and_words() -> None:
    parsed = parse(
        ENTRY,
        place_of(ENTRY, ("en",)),
        b"---\ntitle: XLNet\nrank: 1\ntags:\n---\nEvery *order*.\n",
        Reading("en"),
    )
    article = parsed.article
    assert article.fields == EntryFields(title="XLNet", rank=1)
    assert (article.given, article.removed) == (("rank", "title"), ("tags",))
    assert (article.line("rank"), article.line("arxiv"), article.body_line) == (3, 1, 6)
    assert article.has_words
    [(key, html)] = parsed.bodies
    assert html == "<p>Every <em>order</em>.</p>"
    assert [part.html for part in article.parts] == [key]
    assert article.problems == ()


@pytest.mark.parametrize("words", ["", "\n\n", "<!-- later -->\n"])
def test_an_article_without_words_says_so(words: str) -> None:
    assert not read(ENTRY, f"---\ntitle: XLNet\n---\n{words}").has_words


@pytest.mark.parametrize(
    ("path", "field", "folder", "language"),
    [
        (ENTRY, "", "en", "en"),
        (ENTRY, "", "zh", "zh"),
        (ENTRY, "language: fr\n", "zh", "fr"),
        ("content/2019/top/xlnet.zh.md", "", "en", "zh"),
        ("content/2019/top/xlnet.zh.md", "language: fr\n", "en", "zh"),
    ],
)
def test_the_language_is_the_files_else_the_fields_else_the_folders(
    path: str, field: str, folder: str, language: str
) -> None:
    assert read(path, f"---\ntitle: T\n{field}---\n", folder).language == language


def test_a_roundup_is_cut_where_its_entries_go() -> None:
    text = "---\ntitle: T\n---\nBefore.\n\n<!-- papers: Vision -->\n\nBetween.\n\n<!-- papers -->\n"
    article = read(INDEX, text)
    assert isinstance(article.fields, RoundupFields)
    shape = [(part.kind, part.section, part.line, bool(part.html)) for part in article.parts]
    assert [one for one in shape if one[0] == "papers"] == [
        ("papers", "Vision", 6, False),
        ("papers", "", 10, False),
    ]
    assert [kind for kind, _, _, words in shape if words] == ["words", "words"]


def test_headings_of_two_pieces_of_a_body_have_two_ids() -> None:
    article = read(INDEX, "---\ntitle: T\n---\n## A\n\n<!-- papers -->\n\n## A\n")
    anchors = [anchor for part in article.parts for anchor in part.anchors]
    assert anchors == ["2019_top_index_a", "2019_top_index_2_a"]


def test_references_and_problems_of_words_are_told_by_the_files_lines() -> None:
    article = read(ENTRY, "---\ntitle: T\n---\n\nSee [[bert]].\n\n![](a.png)\n")
    lines = {(one.kind, one.target): one.line for part in article.parts for one in part.references}
    assert lines == {("wiki", "bert"): 5, ("image", "a.png"): 7}
    assert said(article) == [
        f"{ENTRY}:7: warning: the image a.png has no alternative text"
        "\n  hint: say in brackets what it shows: ![...](...)"
    ]


def test_words_after_the_entries_keep_their_lines_too() -> None:
    article = read(INDEX, "---\ntitle: T\n---\nA\n\n<!-- papers -->\n\n[[bert]]\n")
    assert [one.line for part in article.parts for one in part.references] == [8]


def test_problems_of_fields_stand_on_their_lines() -> None:
    text = "---\ntitle: T\nauthors:\n  - Yann LeCun\n  - name: X\n    orcid: 1\narvix: 2\n---\n"
    assert said(read(ENTRY, text)) == [
        f"{ENTRY}:6: error: 'authors': 'orcid': expected text, found the number 1"
        "\n  hint: put quotes around it",
        f"{ENTRY}:7: error: unknown field 'arvix'\n  hint: did you mean 'arxiv'?",
    ]


def test_one_line_is_complained_of_once() -> None:
    text = "---\ntitle: T\narxiv: 2310.10000\n---\n"
    assert said(read(ENTRY, text)) == [
        f"{ENTRY}:3: error: YAML reads 2310.10000 as the number 2310.1"
        '\n  hint: put quotes around it: "2310.10000"'
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("Hello.\n", 1), ("---\n---\n", 1), ("---\ntitle:\n---\n", 2), ('---\ntitle: ""\n---\n', 2)],
)
def test_a_roundup_needs_a_title(text: str, line: int) -> None:
    hint = "add 'title: ...' to its front matter"
    assert said(read(INDEX, text)) == [
        f"{INDEX}:{line}: error: a roundup needs a title\n  hint: {hint}"
    ]


@pytest.mark.parametrize("title", ["no", "A: B", "{n}", "010"])
def test_a_title_that_cannot_be_read_is_not_missing_too(title: str) -> None:
    [problem] = read(INDEX, f"---\ntitle: {title}\n---\n").problems
    assert problem.line == 2
    assert problem.message != "a roundup needs a title"


def test_a_file_that_is_no_utf_8_is_told_by_its_line() -> None:
    article = read(ENTRY, b"---\ntitle: T\n---\n\nSch\xf6lkopf\n")
    assert said(article) == [f"{ENTRY}:5: error: the file is not UTF-8\n  hint: save it as UTF-8"]
    assert article.fields == EntryFields()


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert said(read(ENTRY, b"a" * (ARTICLE_LIMIT + 1))) == [
        f"{ENTRY}:1: error: the file is larger than 1,000,000 bytes\n  hint: split it"
    ]


def test_bom_and_crlf_change_nothing() -> None:
    text = "---\ntitle: T\narvix: 1\n---\nSee [[bert]].\n"
    plain, other = read(ENTRY, text), read(ENTRY, "\ufeff" + text.replace("\n", "\r\n"))
    assert other == plain


def test_a_heading_called_as_a_field_is_a_section_of_its_own() -> None:
    article = read(ENTRY, "---\ntitle: T\nsummary: S\n---\n## summary\n\nWords.\n")
    assert article.sections == (
        ("title", digest("T")),
        ("summary", digest("S")),
        ("summary (2)", digest("## summary Words.")),
    )


def test_sections_are_what_a_translator_translates() -> None:
    article = read(
        ENTRY,
        "---\ntitle: XLNet\nheading: Every order\nsummary: S\nhighlights: [A, B]\nabstract: D\n"
        "image: {src: a.png, alt: E, caption: F}\nrank: 3\n---\nBefore.\n\n## One\n\nText.\n\n"
        "```\n## no heading\n```\n\n## One\n\n<!-- not for readers -->\n",
    )
    assert article.sections == (
        ("title", digest("Every order")),
        ("summary", digest("S")),
        ("highlights", digest("A B")),
        ("abstract", digest("D")),
        ("image", digest("E F")),
        ("body", digest("Before.")),
        ("One", digest("## One Text. ``` ## no heading ```")),
        ("One (2)", digest("## One")),
    )


def test_line_breaks_and_comments_change_no_section() -> None:
    one = read(ENTRY, "---\ntitle: T\n---\nA b\nc.\n")
    other = read(ENTRY, "---\ntitle: T\n---\nA\nb c.\n<!-- note -->\n")
    assert one.sections == other.sections


def test_a_comment_shown_as_code_belongs_to_its_section() -> None:
    article = read(ENTRY, "---\ntitle: T\n---\n```\n<!-- shown -->\n```\n<!-- not shown -->\n")
    assert article.sections == (("title", digest("T")), ("body", digest("``` <!-- shown --> ```")))


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 200_000,
        "<!-- papers: a" + " " * 400_000 + "b -->",
        "# a" + " " * 400_000 + "b",
        "# a" + "#" * 400_000 + "b",
    ],
)
def test_hostile_repetition_is_read_in_no_time(body: str) -> None:
    assert read(INDEX, f"---\ntitle: T\n---\n{body}\n").sections[0] == ("title", digest("T"))


@pytest.mark.parametrize("path", PATHS)
@given(
    data=st.binary(max_size=120)
    | st.text().map(str.encode)
    | SIGNS.map(str.encode)
    | st.tuples(SIGNS, SIGNS).map(lambda two: f"---\n{two[0]}\n---\n{two[1]}".encode())
)
def test_any_bytes_become_an_article_that_the_cache_can_keep(path: str, data: bytes) -> None:
    article = read(path, data)
    last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= problem.line <= last for problem in article.problems)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(article), type=Article) == article
