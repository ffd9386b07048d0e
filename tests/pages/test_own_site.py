"""The repository's own site: five real lists, and every promise about pages kept on them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from jsonschema import Draft202012Validator

from built import Built, words

CONTENT = Path(__file__).parents[2] / "content"

FRITZ, TOP_5, WEEKLY, TOP_15 = (
    "2019/fritz-ai-top-10",
    "2019/rubiks-code-top-5",
    "2019/synced-weekly-12-13",
    "2020/rubiks-code-top-15",
)

# The lists as they were published: keys in the order of their articles.
LISTS = {
    FRITZ: (
        "crd tas detection-augmentation xlnet transformer-xl struct2depth auto-keras dain openpose "
        "fastfcn"
    ),
    TOP_5: "xlnet tas demucs stargan-v2 dain",
    WEEKLY: (
        "pytorch equivalence-embeddings sean hearing-lips neural-academic-paper-generation "
        "deep-double-descent quadratic-formula"
    ),
    TOP_15: (
        "tree-ensemble-layer stanza yolov4 resnest quant-noise detr gpt-3 adabelief transcoder "
        "deepfacedrawing pp-yolo learning-to-match pytorch-metric-learning tensorflow-quantum "
        "mt-dnn-toolkit"
    ),
}
TRANSLATED = {TOP_5: ("en", "zh")}
TITLES = {
    (FRITZ, "en"): "Top 10 machine and deep learning papers of 2019",
    (TOP_5, "en"): "Top 5 deep learning papers of 2019",
    (TOP_5, "zh"): "2019年深度学习论文Top 5",
    (WEEKLY, "en"): "7 papers of the week of 13 December 2019",
    (TOP_15, "en"): "15 machine learning papers of 2020",
}
ARXIV = {
    "xlnet": "1906.08237",
    "tas": "1905.09717",
    "demucs": "1909.01174",
    "stargan-v2": "1912.01865",
    "dain": "1904.00830",
    "crd": "1910.10699",
    "detection-augmentation": "1906.11172",
    "transformer-xl": "1901.02860",
    "struct2depth": "1811.06152",
    "auto-keras": "1806.10282",
    "openpose": "1812.08008",
    "fastfcn": "1903.11816",
    "tree-ensemble-layer": "2002.07772",
    "stanza": "2003.07082",
    "yolov4": "2004.10934",
    "resnest": "2004.08955",
    "quant-noise": "2004.07320",
    "detr": "2005.12872",
    "gpt-3": "2005.14165",
    "adabelief": "2010.07468",
    "transcoder": "2006.03511",
    "deepfacedrawing": "2006.01047",
    "pp-yolo": "2007.12099",
    "learning-to-match": "2007.10791",
    "pytorch-metric-learning": "2008.09164",
    "tensorflow-quantum": "2003.02989",
    "mt-dnn-toolkit": "2002.07972",
    "pytorch": "1912.01703",
    "equivalence-embeddings": "1910.00452",
    "sean": "1911.12861",
    "hearing-lips": "1911.11502",
    "neural-academic-paper-generation": "1912.01982",
    "deep-double-descent": "1912.02292",
    "quadratic-formula": "1910.06709",
}
SHARED = ("dain", "tas", "xlnet")
_KEYS = {identifier: key for key, identifier in ARXIV.items()}


def address(roundup: str, language: str = "en") -> str:
    return f"/{roundup}/" if language == "en" else f"/{language}/{roundup}/"


def places(key: str) -> list[tuple[str, str]]:
    """The lists that a paper stands in, with each of their languages."""
    return [
        (roundup, language)
        for roundup, keys in LISTS.items()
        if key in keys.split()
        for language in TRANSLATED.get(roundup, ("en",))
    ]


def entry(site: Built, page: str, key: str) -> Tag:
    found = site.soup(page).find(id=key)
    assert isinstance(found, Tag), f"{page}#{key}"
    return found


# The papers


def test_every_paper_has_a_page_and_no_other_has(own_site: Built) -> None:
    pages = [one for one in own_site.proper_pages if re.fullmatch(r"/papers/[^/]+/", one)]
    assert pages == sorted(f"/papers/{key}/" for key in ARXIV)
    assert len(pages) == 34


@pytest.mark.parametrize("key", sorted(ARXIV))
def test_a_papers_page_leads_to_all_its_appearances(own_site: Built, key: str) -> None:
    page = f"/papers/{key}/"
    links = own_site.links(own_site.main(page), page)
    for roundup, language in places(key):
        assert f"{address(roundup, language)}#{key}" in links


@pytest.mark.parametrize("key", sorted(ARXIV))
def test_a_papers_page_says_its_identifier_and_how_to_cite_it(own_site: Built, key: str) -> None:
    page = f"/papers/{key}/"
    assert f"https://arxiv.org/abs/{ARXIV[key]}" in own_site.links(own_site.main(page), page)
    assert f"{{{key}," in words(own_site.main(page)).replace(" ", "")
    for ending in ("bib", "ris", "json"):
        assert own_site.has(f"/papers/{key}.{ending}")


def test_appearances_show_place_year_and_the_curators_words(own_site: Built) -> None:
    main = words(own_site.main("/papers/crd/"))
    assert TITLES[FRITZ, "en"] in main
    assert "one of 10" in main
    opening = (CONTENT / FRITZ / "crd.md").read_text().split("---")[2].split()[:6]
    assert " ".join(opening) in main


# The same paper from every place where it stands


@pytest.mark.parametrize("key", SHARED)
@pytest.mark.parametrize(("roundup", "language"), [(FRITZ, "en"), (TOP_5, "en"), (TOP_5, "zh")])
def test_a_shared_papers_entry_leads_to_all_its_other_entries(
    own_site: Built, key: str, roundup: str, language: str
) -> None:
    page = address(roundup, language)
    links = own_site.links(entry(own_site, page, key), page)
    others = {(FRITZ, "en"), (TOP_5, "en"), (TOP_5, "zh")} - {(roundup, language)}
    for other in others:
        assert f"{address(*other)}#{key}" in links
    prefix = "" if language == "en" else "/zh"
    assert f"{prefix}/papers/{key}/" in links


@pytest.mark.parametrize("key", SHARED)
@pytest.mark.parametrize("prefix", ["", "/zh"])
def test_a_shared_papers_page_leads_to_both_lists_and_the_translation(
    own_site: Built, key: str, prefix: str
) -> None:
    page = f"{prefix}/papers/{key}/"
    links = own_site.links(own_site.main(page), page)
    for place in ((FRITZ, "en"), (TOP_5, "en"), (TOP_5, "zh")):
        assert f"{address(*place)}#{key}" in links


def test_words_in_another_language_are_marked(own_site: Built) -> None:
    """The Chinese page of XLNet shows the English words of a list that has no Chinese ones."""
    english = own_site.main("/zh/papers/xlnet/").find_all(class_="words", lang="en")
    assert any("Does a language model have to read" in words(one) for one in english)


def test_the_year_agrees_on_the_three_shared_papers(own_site: Built) -> None:
    rows = own_site.soup("/2019/").select("table.agreement tbody th a")
    assert [own_site.inside("/2019/", str(one["href"])) for one in rows] == [
        "/papers/dain/",
        "/papers/tas/",
        "/papers/xlnet/",
    ], "one score for all, so the earliest paper stands first"


# Roundups


@pytest.mark.parametrize(("roundup", "language"), sorted(TITLES))
def test_a_roundup_shows_its_entries_in_order(own_site: Built, roundup: str, language: str) -> None:
    main = own_site.main(address(roundup, language))
    shown = [str(one["id"]) for one in main.select("article.entry")]
    assert shown == LISTS[roundup].split()
    assert TITLES[roundup, language] in words(main)


def test_a_translation_credits_both_sources(own_site: Built) -> None:
    page = address(TOP_5, "zh")
    links = own_site.links(own_site.main(page), page)
    assert "https://www.tuicool.com/articles/bQn6vmI" in links
    original = "https://rubikscode.net/2019/12/16/top-5-deep-learning-research-papers-in-2019/"
    assert original in links


def test_editions_of_a_series_lead_to_one_another(own_site: Built) -> None:
    assert address(TOP_15) in own_site.links(own_site.main(address(TOP_5)), address(TOP_5))
    links = own_site.links(own_site.main(address(TOP_15)), address(TOP_15))
    assert address(TOP_5) in links
    series = next(one for one in links if one.startswith("/series/"))
    editions = [
        one for one in own_site.links(own_site.main(series), series) if one.startswith("/20")
    ]
    assert editions == [address(TOP_15), address(TOP_5)], "newest first"


# Wiki-links


@pytest.mark.parametrize(
    ("page", "holder", "target"),
    [
        (address(FRITZ), "xlnet", "#transformer-xl"),
        (address(TOP_5), "xlnet", "/papers/transformer-xl/"),
        (address(TOP_5, "zh"), "xlnet", "/papers/transformer-xl/"),
        ("/papers/xlnet/", "", "/papers/transformer-xl/"),
        ("/2019/", "", "/papers/xlnet/"),
        ("/zh/2019/", "", "/zh/papers/xlnet/"),
    ],
    ids=["same page", "elsewhere", "no page in Chinese", "paper's page", "year", "Chinese page"],
)
def test_a_wiki_link_leads_to_the_entry_here_else_to_the_papers_page(
    own_site: Built, page: str, holder: str, target: str
) -> None:
    tag = entry(own_site, page, holder) if holder else own_site.main(page)
    links = [one for body in tag.select(".words") for one in own_site.links(body, page)]
    assert (page + target if target.startswith("#") else target) in links


def _wiki_links() -> Iterator[tuple[str, str]]:
    """Every paper named in the content, with the address of the article that names it."""
    for path in sorted(CONTENT.rglob("*.md")):
        folder = path.parent.relative_to(CONTENT).as_posix()
        stem, _, tag = path.name.removesuffix(".md").partition(".")
        prefix = f"/{tag}/" if tag else "/"
        where = prefix + {".": "", "papers": f"papers/{stem}/"}.get(folder, f"{folder}/")
        own = "" if stem == "index" else stem
        anchor = f"#{stem}" if own and "/" in folder else ""
        for named in re.findall(r"\[\[([^\]|]+)", path.read_text()):
            key = _KEYS.get(named.removeprefix("arxiv:"), named)
            if key != own:
                yield key, where + anchor


@pytest.mark.parametrize(("key", "article"), sorted(set(_wiki_links())))
def test_a_paper_lists_who_mentions_it(own_site: Built, key: str, article: str) -> None:
    page = f"/zh/papers/{key}/" if article.startswith("/zh/") else f"/papers/{key}/"
    page = page if own_site.has(page) else f"/papers/{key}/"
    links = own_site.links(own_site.main(page), page)
    original = article.removeprefix("/zh")
    assert article in links or (page.startswith("/papers/") and original in links)


def test_mentions_are_called_what_they_are(own_site: Built) -> None:
    mentions = own_site.main("/papers/crd/").find(string="Mentioned in")
    assert mentions is not None
    shown = [words(one) for one in mentions.find_next("ul").find_all("li")]
    assert "2019" in shown, "the page of the year by its name"
    assert own_site.soup("/").title is not None
    assert "Paper Roundups" not in shown, "no mention is called by the name of the site"


# The whole site


def test_every_internal_link_and_fragment_leads_somewhere(own_site: Built) -> None:
    broken = {page: own_site.broken(page) for page in own_site.pages}
    assert {page: found for page, found in broken.items() if found} == {}


def test_every_page_is_reached_by_links_from_the_home_page(own_site: Built) -> None:
    seen, queue = {"/"}, ["/"]
    for page in queue:
        for link in own_site.links(own_site.soup(page), page):
            target = link.partition("#")[0].partition("?")[0]
            if target in own_site.pages and target not in seen:
                seen.add(target)
                queue.append(target)
    assert set(own_site.proper_pages) - seen == set()


def test_ids_are_unique_on_every_page(own_site: Built) -> None:
    for page in own_site.pages:
        ids = own_site.ids(page)
        assert len(ids) == len(set(ids)), page


@pytest.mark.parametrize("page", ["/", "/zh/"])
def test_the_home_page_leads_to_everything_in_its_language(own_site: Built, page: str) -> None:
    links = own_site.links(own_site.main(page), page)
    for roundup, language in TITLES:
        if language == ("zh" if page == "/zh/" else "en"):
            assert address(roundup, language) in links
    assert f"{page}2019/" in links
    assert f"{page}papers/" in links


def test_the_home_page_lists_lists_without_a_translation_below(own_site: Built) -> None:
    main = own_site.main("/zh/")
    headings = [words(one) for one in main.find_all("h3")]
    assert headings == [TITLES[TOP_5, "zh"]] + [
        TITLES[one, "en"] for one in (TOP_15, FRITZ, WEEKLY)
    ]
    marked = [one.a.get("lang") for one in main.find_all("h3") if one.a]
    assert marked == [None, "en", "en", "en"]


@pytest.mark.parametrize("page", ["/", "/2019/", "/papers/", f"/{TOP_5}/", "/papers/dain/"])
def test_the_language_switch_leads_to_the_same_page(own_site: Built, page: str) -> None:
    switch = own_site.soup(page).select("a[rel=alternate][hreflang]")
    assert [own_site.inside(page, str(one["href"])) for one in switch] == [f"/zh{page}"]


@pytest.mark.parametrize("page", ["/2020/", f"/{FRITZ}/", "/papers/gpt-3/", f"/{TOP_15}/"])
def test_the_language_switch_is_absent_where_there_is_no_such_page(
    own_site: Built, page: str
) -> None:
    assert own_site.soup(page).select("a[rel=alternate][hreflang]") == []
    assert not own_site.has(f"/zh{page}")


# The site as data


def expected_papers() -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "address": f"/papers/{key}/",
            "arxiv": ARXIV[key],
            "appearances": [
                {"roundup": roundup, "language": language, "rank": None}
                for roundup, language in sorted(places(key))
            ],
        }
        for key in sorted(ARXIV)
    ]


def test_the_sites_data_are_the_facts(own_site: Built) -> None:
    data = json.loads(own_site.text("/data/site.json"))
    assert (data["title"], data["language"]) == ("Paper Roundups", "en")
    assert [
        {**one, "entries": [(row["paper"], row["rank"]) for row in one["entries"]]}
        for one in data["roundups"]
    ] == [
        {
            "key": roundup,
            "year": int(roundup[:4]),
            "language": language,
            "title": TITLES[roundup, language],
            "address": address(roundup, language),
            "entries": [(key, None) for key in LISTS[roundup].split()],
        }
        for roundup, language in sorted(TITLES)
    ]
    found = [
        {
            "key": one["key"],
            "address": one["address"],
            "arxiv": one["identifiers"]["arxiv"],
            "appearances": one["appearances"],
        }
        for one in data["papers"]
    ]
    assert found == expected_papers()


def test_the_entries_of_the_data_carry_the_words_of_their_language(own_site: Built) -> None:
    data = json.loads(own_site.text("/data/site.json"))
    titles = {
        (one["language"], row["paper"]): row["title"]
        for one in data["roundups"]
        if one["key"] == TOP_5
        for row in one["entries"]
    }
    assert titles["en", "dain"] == "Depth-Aware Video Frame Interpolation"
    assert titles["zh", "dain"] == "深度感知的视频插帧"


def test_the_sites_data_keep_to_their_schema(own_site: Built) -> None:
    schema = json.loads(own_site.text("/data/site.schema.json"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(own_site.text("/data/site.json")))


# Below a path and at the root of a host


def test_the_site_is_the_same_wherever_it_is_published(
    own_site: Built, own_site_at_root: Built
) -> None:
    assert own_site.pages == own_site_at_root.pages
    for page in own_site.pages:
        assert list(own_site.references(page)) == list(own_site_at_root.references(page)), page
    assert own_site.text("/data/site.json") == own_site_at_root.text("/data/site.json")


def test_no_address_forgets_the_path_that_the_site_is_below(own_site: Built) -> None:
    for page in own_site.pages:
        for tag in own_site.soup(page).find_all(["a", "img", "link", "script"]):
            written = str(tag.get("href") or tag.get("src") or "")
            assert not written.startswith("/") or written.startswith("/papers/"), (page, written)


def test_canonical_addresses_are_absolute_and_their_pages_own(own_site: Built) -> None:
    for page in own_site.proper_pages:
        link = own_site.soup(page).find("link", rel="canonical")
        assert isinstance(link, Tag)
        assert link["href"] == own_site.base_url + page[1:]
