"""A site of ranked lists in three languages: places, languages, agreement, cross-links as pages show them."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from bs4 import Tag

from built import Built, words
from catalog.articles import folder, problems

RANKED = Path(__file__).parents[1] / "ranked-site"

# Where a page exists: its address in the default language, and the languages in which an article stands on it.
LANGUAGES = {
    "/": "en zh ar",
    "/about/": "en zh",
    "/2017/": "en zh",
    "/2018/": "en zh ar",
    "/2019/": "en zh",
    "/2017/winter-list/": "en zh",
    "/2017/countdown-five/": "en",
    "/2018/winter-list/": "en zh ar",
    "/2018/five-to-read/": "en",
    "/2018/week-42/": "en",
    "/2018/awraq-al-lugha/": "ar",
    "/2019/winter-list/": "en zh",
    "/2019/sipian/": "zh",
    "/2019/decade/": "en",
    "/papers/": "en zh ar",
    "/papers/adam/": "en",
    "/papers/alphazero/": "en zh",
    "/papers/attention/": "en zh",
    "/papers/bert/": "en zh ar",
    "/papers/biggan/": "en zh",
    "/papers/capsules/": "en zh",
    "/papers/cyclegan/": "en",
    "/papers/elmo/": "en ar",
    "/papers/graph-attention/": "en",
    "/papers/lottery-ticket/": "en zh",
    "/papers/mask-rcnn/": "en zh",
    "/papers/neural-ode/": "en zh",
    "/papers/resnet/": "en",
    "/papers/ulmfit/": "en ar",
    "/papers/wgan/": "en zh",
    "/papers/xlnet/": "en zh",
    "/tags/": "en zh ar",
    "/tags/deep-learning/": "en zh ar",
    "/tags/games/": "en zh",
    "/tags/generative-models/": "en zh",
    "/tags/graphs/": "en",
    "/tags/language/": "en zh ar",
    "/tags/theory/": "en zh",
    "/tags/transformers/": "en zh ar",
    "/tags/vision/": "en zh",
    "/authors/": "en zh ar",
    "/authors/kaiming-he/": "en zh",
    "/authors/karen-simonyan/": "en zh",
    "/authors/kenton-lee/": "en zh ar",
    "/series/": "en zh ar",
    "/series/winter-list/": "en zh ar",
}
ALIASES = {"/winter-2018/": "/2018/winter-list/", "/bert/": "/2018/winter-list/#bert"}


def within(page: str, language: str) -> str:
    return page if language == "en" else f"/{language}{page}"


PAGES = [
    (within(page, language), page)
    for page, spoken in LANGUAGES.items()
    for language in spoken.split()
]


def head_links(site: Built, page: str) -> dict[str, str]:
    """The translations that a page's head names, by language."""
    found = site.soup(page).select("head link[rel=alternate][hreflang]")
    return {str(one["hreflang"]): str(one["href"]) for one in found}


def shown(site: Built, page: str) -> list[str]:
    """The entries of a page by anchor, each with the rank that readers see."""
    found = []
    for tag in site.main(page).select("article.entry"):
        mark = tag.select_one(".mark")
        assert mark is not None
        rank = re.sub(r"\D", "", words(mark))
        found.append(
            f"{rank} {tag['id']}".strip() if "sign" not in mark["class"] else str(tag["id"])
        )
    return found


# Languages


def test_pages_exist_where_an_article_in_their_language_stands_on_them(ranked_site: Built) -> None:
    expected = {page for page, _ in PAGES}
    everywhere = ("/search/", "/reading-list/")
    also = {within(page, language) for page in everywhere for language in ("en", "zh", "ar")}
    assert set(ranked_site.proper_pages) - also == expected


@pytest.mark.parametrize(("page", "root"), PAGES)
def test_the_language_switch_leads_to_the_same_page_or_is_absent(
    ranked_site: Built, page: str, root: str
) -> None:
    switch = ranked_site.soup(page).select("header a[rel=alternate][hreflang]")
    found = {str(one["hreflang"]): ranked_site.inside(page, str(one["href"])) for one in switch}
    spoken = {language: within(root, language) for language in LANGUAGES[root].split()}
    assert found == {language: where for language, where in spoken.items() if where != page}


@pytest.mark.parametrize(("page", "root"), PAGES)
def test_heads_name_all_translations_with_self_and_default(
    ranked_site: Built, page: str, root: str
) -> None:
    spoken = LANGUAGES[root].split()
    base = ranked_site.base_url
    expected = {language: base + within(root, language)[1:] for language in spoken}
    expected["x-default"] = base + root[1:]
    assert head_links(ranked_site, page) == (expected if len(spoken) > 1 else {})


def test_the_sitemap_names_the_same_translations_as_the_heads(ranked_site: Built) -> None:
    text = ranked_site.text("/sitemap.xml")
    rows = dict(re.findall(r"<loc>([^<]+)</loc>(.*?)</url>", text, flags=re.DOTALL))
    for page, _ in PAGES:
        row = rows[ranked_site.base_url + page[1:]]
        links = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', row))
        assert links == head_links(ranked_site, page), page


@pytest.mark.parametrize(("page", "root"), PAGES)
def test_pages_run_as_their_language_does(ranked_site: Built, page: str, root: str) -> None:
    html = ranked_site.soup(page).html
    assert html is not None
    language = page.split("/")[1] if page != root else "en"
    assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ar" else "ltr")


def test_words_in_another_direction_say_so(ranked_site: Built) -> None:
    """The Arabic edition shows three entries in English, and the English paper page Arabic titles."""
    arabic = ranked_site.main("/ar/2018/winter-list/")
    foreign = [
        str(one["id"]) for one in arabic.select("article.entry") if one.select(".words[lang]")
    ]
    assert foreign == ["biggan", "neural-ode", "attention"]
    for one in arabic.select("article.entry .words[lang]"):
        assert (one["lang"], one["dir"]) == ("en", "auto")


def test_a_home_page_lists_the_lists_of_other_languages_below(ranked_site: Built) -> None:
    titles = [words(one) for one in ranked_site.main("/ar/").select("h3")]
    assert titles[:2] == ["أوراق اللغة في 2018", "قائمة شتاء 2018"]
    assert [one for one in titles if one.startswith("The winter list")] == [
        "The winter list of 2019",
        "The winter list of 2017",
    ]
    assert "2019年值得一读的4篇论文" in titles


def test_roundups_stand_newest_first_by_the_day_they_are_ordered_by(ranked_site: Built) -> None:
    titles = [words(one) for one in ranked_site.main("/").select("h3")]
    assert titles == [
        "The winter list of 2019",  # 3 January 2020
        "4 papers of the 2010s",  # 31 December 2019
        "The winter list of 2018",  # 4 January 2019
        "5 papers of 2018 to read",  # 20 December 2018
        "A week in October",  # the last day of its week, 21 October 2018
        "5 papers of 2017, counted down",  # 20 January 2018
        "The winter list of 2017",  # 5 January 2018
        "2019年值得一读的4篇论文",
        "أوراق اللغة في 2018",
    ]


# Places


def test_the_site_warns_of_what_is_wrong_in_it_on_purpose() -> None:
    first_lines = [one.split("\n")[0] for one in problems(*folder(RANKED))]
    winter = "content/2017/winter-list"
    assert [one for one in first_lines if "no translation into" not in one] == [
        f"{winter}/capsules.md:3: warning: rank 2 is also the rank of {winter}/alphazero.md",
        f"{winter}/index.md:1: warning: the ranks leave out 5",
        f"{winter}/wgan.zh.md:3: warning: the original has changed since it was translated: body",
        "content/2019/winter-list/bert-again.md:1: warning: the paper 'bert' stands in this "
        "roundup twice: content/2019/winter-list/bert.md",
    ]


@pytest.mark.parametrize(
    ("page", "entries"),
    [
        (
            "/2017/winter-list/",
            [
                "1 attention",
                "2 alphazero",
                "2 capsules",
                "4 wgan",
                "6 mask-rcnn",
                "graph-attention",
            ],
        ),
        (
            "/2017/countdown-five/",
            ["5 graph-attention", "4 wgan", "3 cyclegan", "2 attention", "1 mask-rcnn"],
        ),
        (
            "/2018/five-to-read/",
            ["ulmfit", "bert", "lottery-ticket", "neural-ode", "graph-attention"],
        ),
        ("/2019/winter-list/", ["1 bert", "2 lottery-ticket", "3 biggan", "4 bert-2"]),
        (
            "/zh/2019/sipian/",
            ["xlnet", "bert", "lottery-ticket", "neural-ode", "attention"],
        ),
    ],
    ids=["ties and a gap", "countdown", "unranked", "a paper twice", "unplaced"],
)
def test_entries_stand_in_order_with_the_ranks_they_have(
    ranked_site: Built, page: str, entries: list[str]
) -> None:
    assert shown(ranked_site, page) == entries


def test_sections_stand_where_the_index_puts_them(ranked_site: Built) -> None:
    text = words(ranked_site.main("/2018/winter-list/").select_one(".text") or Tag(name="p"))
    marks = [
        "A year of pretrained language models.",
        "Language",
        "Hide some words",
        "The vector of a word",
        "Pictures got better too.",
        "Vision",
        "The same idea as before",
        "Beside the point",
        "Layers become",
        "Back from last year",
        "That was the year.",
    ]
    found = [text.find(mark) for mark in marks]
    assert -1 not in found
    assert found == sorted(found)


def test_without_places_in_the_index_sections_follow_their_first_entry(ranked_site: Built) -> None:
    assert shown(ranked_site, "/zh/2018/winter-list/") == [
        "1 bert",
        "2 elmo",
        "3 biggan",
        "4 neural-ode",
        "5 attention",
    ]


def test_an_honourable_mention_is_called_one(ranked_site: Built) -> None:
    entry = ranked_site.soup("/2017/winter-list/").find(id="graph-attention")
    assert isinstance(entry, Tag)
    assert "Honourable mention" in words(entry)


def test_an_honourable_mention_is_no_one_of_n_elsewhere(ranked_site: Built) -> None:
    """On its paper's page it stands in a list of five placed papers, but is none of the five."""
    sections = ranked_site.main("/papers/graph-attention/").select("section.entry header")
    texts = {words(one.h3): words(one) for one in sections if one.h3}
    assert "of 5" not in texts["The winter list of 2017"]
    assert "rank 5 of 5" in texts["5 papers of 2017, counted down"]
    assert "one of 5" in texts["5 papers of 2018 to read"]


def test_a_stale_translation_says_so_to_its_readers(ranked_site: Built) -> None:
    entry = ranked_site.soup("/zh/2017/winter-list/").find(id="wgan")
    assert isinstance(entry, Tag)
    notice = entry.select_one(".notice")
    assert notice is not None
    assert ranked_site.links(notice, "/zh/2017/winter-list/") == ["/2017/winter-list/#wgan"]


# Agreement


AGREED = {
    # lists that count, best first: papers on one list alone are left out of the table
    "/2017/": {
        "attention": Fraction(1, 61) + Fraction(1, 62),
        "mask-rcnn": Fraction(1, 66) + Fraction(1, 61),
        "wgan": Fraction(1, 64) + Fraction(1, 64),
    },
    "/2018/": {
        "bert": Fraction(1, 61) + Fraction(1, 63) + Fraction(1, 61),
        "ulmfit": Fraction(1, 63) + Fraction(1, 62),
        "elmo": Fraction(1, 62) + Fraction(1, 63),
        "neural-ode": Fraction(1, 64) + Fraction(1, 63),
    },
    "/2019/": {
        "bert": Fraction(1, 61) + Fraction(2, 125) + Fraction(1, 64),
        "lottery-ticket": Fraction(1, 62) + Fraction(2, 125),
    },
}


@pytest.mark.parametrize(
    ("page", "year"),
    [(within(year, tag), year) for year in AGREED for tag in LANGUAGES[year].split()],
)
def test_a_year_shows_what_its_lists_agree_on(ranked_site: Built, page: str, year: str) -> None:
    rows = []
    for row in ranked_site.main(page).select("table.agreement tbody tr"):
        paper = ranked_site.links(row.th or row, page)[0].split("/")[-2]
        rows.append((paper, words(row.select("td")[-1])))
    assert rows == [(paper, f"{float(score):.4f}") for paper, score in AGREED[year].items()]


def test_the_formula_stands_beside_the_result(ranked_site: Built) -> None:
    section = ranked_site.main("/2018/").select_one("div.wide:has(table.agreement)")
    assert section is not None
    assert section.math is not None
    assert "(n + 1)/2" in words(section)
    assert "https://doi.org/10.1145/1571941.1572114" in ranked_site.links(section, "/2018/")


def test_the_most_picked_paper_stands_first_at_home(ranked_site: Built) -> None:
    links = ranked_site.links(ranked_site.main("/"), "/")
    papers = [one for one in links if re.fullmatch(r"/papers/[^/]+/", one)]
    assert papers[0] == "/papers/bert/"


# Cross-links


def test_a_series_shows_what_returned_and_what_was_new(ranked_site: Built) -> None:
    main = ranked_site.main("/series/winter-list/")
    assert [words(one) for one in main.select("h2")] == [
        "The winter list of 2019",
        "The winter list of 2018",
        "The winter list of 2017",
    ]
    records = [
        {words(row.dt): words(row.dd) for row in one.select("div") if row.dt and row.dd}
        for one in main.select("dl.record")
    ]
    assert records == [
        {"Returned": "BERT , BigGAN", "New": "Lottery Ticket"},
        {"Returned": "Transformer", "New": "BERT , ELMo , BigGAN , Neural ODE"},
    ]


def test_editions_lead_to_their_neighbours_in_the_readers_language(ranked_site: Built) -> None:
    def neighbours(page: str) -> list[str]:
        nav = ranked_site.soup(page).select_one("nav.neighbours")
        return ranked_site.links(nav, page) if nav else []

    assert neighbours("/zh/2018/winter-list/") == ["/zh/2017/winter-list/", "/zh/2019/winter-list/"]
    assert neighbours("/ar/2018/winter-list/") == ["/2017/winter-list/", "/2019/winter-list/"]
    assert neighbours("/2017/winter-list/") == ["/2018/winter-list/"]


@pytest.mark.parametrize("prefix", ["", "/zh", "/ar"])
def test_bert_leads_to_every_place_where_it_stands(ranked_site: Built, prefix: str) -> None:
    page = f"{prefix}/papers/bert/"
    links = set(ranked_site.links(ranked_site.main(page), page))
    assert links >= {
        "/2018/winter-list/#bert",
        "/zh/2018/winter-list/#bert",
        "/ar/2018/winter-list/#bert",
        "/2018/five-to-read/#bert",
        "/2018/week-42/#bert",
        "/ar/2018/awraq-al-lugha/#bert",
        "/2019/winter-list/#bert",
        "/2019/winter-list/#bert-2",
        "/zh/2019/winter-list/#bert",
        "/zh/2019/winter-list/#bert-2",
        "/zh/2019/sipian/#bert",
        "/2019/decade/#bert",
    }


def test_links_between_articles_lead_to_entries(ranked_site: Built) -> None:
    assert "/2019/winter-list/#bert" in ranked_site.links(ranked_site.main("/about/"), "/about/")


@pytest.mark.parametrize(("alias", "target"), sorted(ALIASES.items()))
def test_old_addresses_lead_to_the_new_ones(ranked_site: Built, alias: str, target: str) -> None:
    assert ranked_site.inside(alias, ranked_site.redirect_of(alias)) == target
    link = ranked_site.soup(alias).find("link", rel="canonical")
    assert isinstance(link, Tag)
    assert link["href"] == ranked_site.base_url + target.split("#", maxsplit=1)[0][1:]
    assert f"<loc>{ranked_site.base_url}{alias[1:]}</loc>" not in ranked_site.text("/sitemap.xml")


def test_every_internal_link_and_fragment_leads_somewhere(ranked_site: Built) -> None:
    broken = {page: ranked_site.broken(page) for page in ranked_site.pages}
    assert {page: found for page, found in broken.items() if found} == {}


def test_ids_are_unique_on_every_page(ranked_site: Built) -> None:
    for page in ranked_site.pages:
        ids = ranked_site.ids(page)
        assert len(ids) == len(set(ids)), page


def test_the_data_hold_every_rank(ranked_site: Built) -> None:
    data = json.loads(ranked_site.text("/data/site.json"))
    lists = {(one["key"], one["language"]): one for one in data["roundups"]}
    assert len(lists) == 13, "nine lists, two of them in two languages and one in three"
    ranks = [(row["paper"], row["rank"]) for row in lists["2017/winter-list", "zh"]["entries"]]
    assert ranks == [
        ("attention", 1),
        ("alphazero", 2),
        ("capsules", 2),
        ("wgan", 4),
        ("mask-rcnn", 6),
        ("graph-attention", None),
    ]
    appearances = next(one for one in data["papers"] if one["key"] == "elmo")["appearances"]
    assert appearances == [
        {"roundup": "2018/awraq-al-lugha", "language": "ar", "rank": 3},
        {"roundup": "2018/winter-list", "language": "ar", "rank": 2},
        {"roundup": "2018/winter-list", "language": "en", "rank": 2},
    ]
