"""Whatever comes over the wire is facts, or nothing: never a crash."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from roundup.authoring.articles import article, work_fields
from roundup.authoring.importers.landing.sound import sound
from roundup.authoring.lookup import arxiv, crossref, highwire
from roundup.authoring.lookup.plain import plain_text
from roundup.authoring.work import Work
from roundup.content import frontmatter, schema
from roundup.content.fields import EntryFields

NAMES = [
    *["title", "subtitle", "DOI", "type", "author", "issued", "published", "posted", "event"],
    *["container-title", "relation", "ISBN", "abstract", "updated-by", "page", "volume", "issue"],
    *["publisher", "short-container-title"],
]
TAGS = [
    *["title", "author", "authors", "date", "publication_date", "pdf_url", "doi", "isbn"],
    *["journal_title", "firstpage", "abstract"],
]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*NAMES, "date-parts", "family", "given", "name"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


def lands(work: Work | None) -> None:
    """What is known of it becomes an article that reads as fields."""
    if work is None:
        return
    made = sound("entry", {"paper": "x", **work_fields(work)}, "", "en", ())
    front = frontmatter.read(made.text)
    assert front.complaints == ()
    assert schema.read(EntryFields, front.fields).faults == ()
    assert article(made.fields).startswith("---\n")


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=8), st.text(min_size=1, max_size=20))
def test_any_record_of_crossref(message: dict[str, object], title: str) -> None:
    whole = {"message": {**message, "DOI": "10.1234/x", "title": [title]}}
    lands(crossref.work(json.dumps(whole).encode(), "10.1234/x"))


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(TAGS), st.text(max_size=30)), max_size=8))
def test_any_tags_of_a_page(tags: list[tuple[str, str]]) -> None:
    rows = (f'<meta name="citation_{name}" content="{text}">' for name, text in tags)
    body = '<meta name="citation_title" content="A">' + "".join(rows)
    lands(highwire.work(body.encode(errors="replace"), "", "https://a.org/b"))


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert arxiv.works(data) is None
    assert crossref.work(data, "10.1234/x") is None
    highwire.work(data, "", "https://a.org/")
    highwire.work(data, "utf-16", "https://a.org/")


@given(st.text(alphabet="<>&;/abp \n'\"=#x1", max_size=60))
def test_any_markup(text: str) -> None:
    assert plain_text(text) == plain_text(text).strip()
