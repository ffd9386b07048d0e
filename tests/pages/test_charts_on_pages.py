"""Pictures as pages show them: said in words, in a table, in every language, and only where wanted."""

from pathlib import Path

import pytest
from bs4 import Tag

from built import Built, words
from sites import build_site, make_site

RANKED = Path(__file__).parents[1] / "ranked-site"


def charts(site: Built, page: str) -> list[Tag]:
    return list(site.main(page).select("figure.chart"))


def rows(table: Tag) -> list[str]:
    """The rows of a table as a screen reader goes through them."""
    return [
        " | ".join(words(cell) or "-" for cell in row.find_all(["th", "td"]))
        for row in table.find_all("tr")
    ]


def chart(site: Built, page: str) -> Tag:
    (found,) = charts(site, page)
    return found


def table(site: Built, page: str) -> list[str]:
    found = chart(site, page).table
    assert found is not None
    return rows(found)


ALL = (
    [
        (page, kind)
        for page in ("/", "/zh/", "/ar/")
        for kind in ("ranked", "own")
        if page != "/ar/" or kind == "ranked"
    ]
    + [(page, "ranked") for page in ("/2017/", "/zh/2018/", "/ar/2018/", "/ar/papers/bert/")]
    + [(page, "ranked") for page in ("/papers/attention/", "/tags/", "/zh/tags/")]
    + [(page, "own") for page in ("/2019/", "/papers/xlnet/", "/zh/papers/tas/", "/tags/")]
)


@pytest.mark.parametrize(("page", "kind"), ALL)
def test_a_picture_says_what_it_shows(
    ranked_site: Built, own_site: Built, page: str, kind: str
) -> None:
    site = ranked_site if kind == "ranked" else own_site
    svg = chart(site, page).svg
    assert svg is not None
    assert svg["role"] == "img"
    assert "style" not in {name for tag in svg.find_all(True) for name in tag.attrs}
    named = [svg.find(id=name) for name in str(svg["aria-labelledby"]).split()]
    assert [one.name for one in named if isinstance(one, Tag)] == ["title", "desc"]
    assert all(isinstance(one, Tag) and len(words(one)) > 5 for one in named)
    ids = site.ids(page)
    assert len(ids) == len(set(ids))
    assert svg.find("a") is None, "what is inside an image cannot be reached"


@pytest.mark.parametrize(("page", "kind"), ALL)
def test_a_picture_is_as_large_as_its_box_and_scrolls_only_where_it_is_wide(
    ranked_site: Built, own_site: Built, page: str, kind: str
) -> None:
    found = chart(ranked_site if kind == "ranked" else own_site, page)
    assert found.svg is not None
    width, height = int(str(found.svg["width"])), int(str(found.svg["height"]))
    assert found.svg["viewbox"] == f"0 0 {width} {height}"
    drawing = found.select_one(".drawing")
    assert drawing is not None
    assert (drawing.get("tabindex") == "0") == (width > 280)


def test_the_matrix_of_a_year_as_a_table(ranked_site: Built) -> None:
    assert table(ranked_site, "/2017/") == [
        "Paper | The winter list of 2017 | 5 papers of 2017, counted down",
        "Attention Is All You Need | rank 1 of 5 | rank 2 of 5",
        "Mask R-CNN | rank 6 of 5 | rank 1 of 5",
        "Wasserstein GAN | rank 4 of 5 | rank 4 of 5",
        "Graph Attention Networks | Honourable mention | rank 5 of 5",
        "Mastering Chess and Shogi by Self-Play with a General Reinforcement Learning Algorithm"
        " | rank 2 of 5 | -",
        "Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks"
        " | - | rank 3 of 5",
        "Dynamic Routing Between Capsules | rank 2 of 5 | -",
    ]


def test_the_matrix_of_a_year_in_chinese(ranked_site: Built) -> None:
    found = table(ranked_site, "/zh/2018/")
    assert found[0].startswith(
        "论文 | A week in October | 5 papers of 2018 to read | 2018年冬季榜单"
    )
    assert "第1名，共2篇 | 5篇之一 | 第1名，共5篇 | 第1名，共3篇" in found[1]


def test_the_cells_of_a_matrix_lead_to_the_entries(ranked_site: Built) -> None:
    found = chart(ranked_site, "/ar/2018/").select_one("tbody tr")
    assert found is not None
    assert ranked_site.links(found, "/ar/2018/") == [
        "/ar/papers/bert/",
        "/2018/week-42/#bert",
        "/2018/five-to-read/#bert",
        "/ar/2018/winter-list/#bert",
        "/ar/2018/awraq-al-lugha/#bert",
    ]


def test_the_drawing_of_a_year_has_the_numbers_of_its_table(ranked_site: Built) -> None:
    """Ranks as numbers, a ring for the honourable mention; the second year has dots as well."""
    svg = chart(ranked_site, "/2017/").svg
    assert svg is not None
    assert " ".join(words(one) for one in svg.select("text.rank")) == "1 2 6 1 4 4 5 2 3 2"
    assert (len(svg.select(".ring")), len(svg.select(".dot"))) == (1, 0)
    assert [words(one) for one in svg.select("text:not(.rank)")][:4] == [
        "2017",
        "A",
        "B",
        "Transformer",
    ]
    second = chart(ranked_site, "/2018/").svg
    assert second is not None
    assert len(second.select(".dot")) == 5


def test_arabic_pictures_begin_at_the_right(ranked_site: Built) -> None:
    left, right = chart(ranked_site, "/2018/").svg, chart(ranked_site, "/ar/2018/").svg
    assert left is not None
    assert right is not None

    def places(svg: Tag, word: str) -> int:
        found = next(one for one in svg.find_all("text") if words(one) == word)
        return int(str(found["x"]))

    assert places(left, "BERT") < places(left, "A") < places(left, "D")
    assert places(right, "BERT") > places(right, "A") > places(right, "D")


def test_real_lists_claim_no_ranks_so_their_matrix_has_dots(own_site: Built) -> None:
    svg = chart(own_site, "/").svg
    assert svg is not None
    assert (len(svg.select(".dot")), svg.select(".rank")) == (15, [])
    names = [words(one) for one in svg.find_all("text")]
    assert {"DAIN", "TAS", "XLNet", "2019", "2020"} <= set(names)


def test_the_path_of_a_paper_as_a_table(ranked_site: Built) -> None:
    assert table(ranked_site, "/papers/bert/")[1:] == [
        "A | A week in October | 2018 | rank 1 of 2",
        "B | 5 papers of 2018 to read | 2018 | one of 5",
        "C | The winter list of 2018 | 2018 | rank 1 of 5",
        "D | أوراق اللغة في 2018 | 2018 | rank 1 of 3",
        "E | 2019年值得一读的4篇论文 | 2019 | one of 4",
        "F | 4 papers of the 2010s | 2019 | rank 4 of 4",
        "G | The winter list of 2019 | 2019 | rank 1 of 4",
        "G | The winter list of 2019 | 2019 | rank 4 of 4",
    ]


def test_a_timeline_names_lists_that_only_mention_the_paper(own_site: Built) -> None:
    assert table(own_site, "/zh/papers/xlnet/")[1:] == [
        "A | 2019年深度学习论文Top 5 | 2019 | 5篇之一",
        "B | Top 10 machine and deep learning papers of 2019 | 2019 | 10篇之一",
        "C | 15 machine learning papers of 2020 | 2020 | 仅在文中提及",
    ]


def test_papers_of_one_list_have_no_picture(own_site: Built, ranked_site: Built) -> None:
    assert charts(own_site, "/papers/demucs/") == []
    assert charts(own_site, "/2020/") == []
    assert charts(ranked_site, "/papers/adam/") == []


def test_topics_by_year_as_a_table(ranked_site: Built) -> None:
    """A paper of two years counts in both."""
    assert table(ranked_site, "/tags/")[:3] == [
        "Topics | 2017 | 2018 | 2019",
        "Language | 1 | 4 | 3",
        "Transformers | 1 | 2 | 3",
    ]


def test_agreement_has_bars_and_all_years_stand_with_the_papers(ranked_site: Built) -> None:
    bars = ranked_site.main("/papers/").select("details table.agreement tbody .bar rect")
    lengths = [int(str(one["width"])) for one in bars]
    assert lengths[0] == 100
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) == 10
    first = ranked_site.main("/papers/").select("table.agreement tbody tr")[0]
    assert words(first.select("td")[1]) == str(len(first.select("li"))), "a list counts once"


def test_without_pictures_none_is_drawn_and_agreement_stays(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path,
        {one.relative_to(RANKED).as_posix(): one.read_bytes() for one in RANKED.rglob("*.md")},
        (RANKED / "site.toml").read_text("utf-8") + "\n[pages]\npictures = false\n",
    )
    assert not build_site(folder, fresh=True).failed
    site = Built(folder / "public", "https://example.org/lists/")
    assert [page for page in site.pages if site.soup(page).select("figure.chart")] == []
    assert site.main("/2018/").select("table.agreement")
