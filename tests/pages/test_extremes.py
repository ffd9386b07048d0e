"""Empty, tiny and huge cases look deliberate: nothing empty, nothing dangling, the endless folded."""

import itertools
import re
from collections.abc import Iterator

import pytest
from bs4 import Tag

from built import Built, words
from extremes import AUTHORS, LONG_TITLE, SITES
from sites import build_site, make_site, messages

BASE = "https://example.org/lists/"
HOLDERS = (
    "h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, nav, table, tr, figure, details, summary"
)
PICTURES = ("img", "svg", "math", "input")
DANGLING = re.compile(r"(?:[,;·、，；]|\band)\s*$|^[,;·、，；]|[,;·]\s*[,;·]|\(\s*\)|^\s*:")


@pytest.fixture(scope="module", params=sorted(SITES))
def extreme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(str(request.param), tmp_path_factory)


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built("huge", tmp_path_factory)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built("tiny", tmp_path_factory)


def _built(name: str, temporary: pytest.TempPathFactory) -> Built:
    folder = temporary.mktemp(name)
    files = SITES[name]()
    report = build_site(make_site(folder, files, str(files["site.toml"])))
    assert not report.failed, messages(report)
    return Built(folder / "public", BASE)


def shown(site: Built) -> Iterator[tuple[str, Tag]]:
    """The bodies of the pages readers come to, without what waits for scripts."""
    for page in site.proper_pages:
        body = site.soup(page).body
        assert body is not None
        for template in body.select("template, [hidden], [role=status], .bottom p:empty"):
            template.decompose()
        yield page, body


def test_the_sites_have_the_pages_they_are_about(
    extreme: Built, request: pytest.FixtureRequest
) -> None:
    assert extreme.has("/")
    assert extreme.has("/404.html")


def test_nothing_on_any_page_is_empty(extreme: Built) -> None:
    empty = [
        f"{page}: {str(tag)[:80]}"
        for page, body in shown(extreme)
        for tag in body.select(HOLDERS)
        if not tag.get_text(strip=True) and not tag.find(PICTURES) and not tag.has_attr("hidden")
    ]
    assert empty == []


def test_no_separator_dangles(extreme: Built) -> None:
    dangling = [
        f"{page}: {words(tag)[:80]}"
        for page, body in shown(extreme)
        for tag in body.select(".line li, .record dd, .authors, .credits dd, .picks li, .notice")
        if DANGLING.search(words(tag))
    ]
    assert dangling == []


def test_headings_begin_with_one_h1_and_skip_no_level(extreme: Built) -> None:
    for page, body in shown(extreme):
        levels = [int(tag.name[1]) for tag in body.find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1 == levels[0], page
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), page


def test_ids_are_their_own(extreme: Built) -> None:
    for page, _ in shown(extreme):
        ids = extreme.ids(page)
        assert len(ids) == len(set(ids)), page


# Tiny


def test_an_empty_site_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = _built("empty", tmp_path_factory)
    assert "No roundups yet." in words(site.main("/"))
    assert not site.has("/papers/")
    assert not any(one.startswith("/20") for one in site.pages)


def test_a_list_of_one_needs_no_contents(tiny: Built, huge: Built) -> None:
    assert tiny.main("/2019/one/").select(".contents") == []
    assert len(huge.main("/2020/hundred/").select(".contents li")) == 100


def test_a_work_without_facts_has_no_record_of_them(tiny: Built) -> None:
    main = tiny.main("/papers/gan/")
    assert main.select(".record, .authors, figure") == []
    assert "One roundup picked it, in 2019." in words(main)
    assert "(n.d.)" in words(main)


def test_one_is_said_in_the_singular(tiny: Built) -> None:
    for page in ("/", "/2019/", "/2019/one/", "/papers/"):
        assert not re.search(r"\b1 (?:papers|roundups|entries)\b", words(tiny.main(page))), page


# Huge


def test_a_hundred_entries_stand_in_order(huge: Built) -> None:
    main = huge.main("/2020/hundred/")
    assert [str(one["id"]) for one in main.select("article.entry")] == [
        f"paper-{rank}" for rank in range(1, 101)
    ]
    assert "Top 100 of 2020" in words(main)


def test_two_thousand_authors_are_folded(huge: Built) -> None:
    for page in ("/2022/long/", "/papers/collaboration/"):
        [folded] = huge.main(page).select("details.authors")
        assert not folded.has_attr("open")
        summary = folded.summary
        assert summary is not None
        assert words(summary) == (
            "Member 1 Collaboration, Member 2 Collaboration, Member 3 Collaboration and 1,997 more"
        )
        assert words(folded).count("Collaboration") == AUTHORS + 3


def test_a_citation_with_thousands_of_authors_is_folded(huge: Built) -> None:
    main = huge.main("/papers/collaboration/")
    [listing] = main.select("details:not([open]) > pre.bibtex")
    assert words(listing).count("Collaboration, Member") == AUTHORS
    [reference] = main.select(".reference")
    assert words(reference).count("Collaboration") == 20
    assert huge.main("/papers/paper-1/").select("details > pre") == []


def test_cards_name_few_authors(huge: Built) -> None:
    for page in ("/", "/papers/page/2/", "/2022/"):
        assert words(huge.main(page)).count("Collaboration") <= 3, page


def test_a_long_title_is_said_in_full_where_it_leads(huge: Built) -> None:
    assert 190 <= len(LONG_TITLE) <= 200
    for page in ("/2022/long/", "/papers/collaboration/"):
        heading = huge.main(page).h1
        assert heading is not None
        assert words(heading) == LONG_TITLE


def test_a_list_without_entries_says_so(huge: Built) -> None:
    main = huge.main("/2021/silent/")
    assert "No papers yet." in words(main)
    assert main.select(".contents, article") == []
