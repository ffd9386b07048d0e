"""JSON-LD of built pages: what it says stands on the page, and what it names exists."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from built import Built
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

Node = dict[str, Any]
FILES = {
    **ROUNDUP,
    "content/2019/top/index.md": (
        '---\ntitle: "Top {n} of {year}"\norder: countdown\ncurators: [Rubik Curator]\n'
        "date: 2020-01-07\nupdated: 2020-02-01\nsource: {title: The post, url: 'https://a.org/post'}\n---\n"
    ),
    "content/2019/top/index.zh.md": '---\ntitle: "{year} 年最佳 {n} 篇"\n---\n你好。\n',
    "content/2019/top/extra.md": (
        "---\npaper: extra\nunplaced: true\ntitle: 'A </script><b>bold</b> title'\n"
        "authors: [Ada Lovelace]\ndate: 2019\ndoi: 10.1000/x\n---\nAlso good.\n"
    ),
    "content/2018/old/index.md": "---\ntitle: Old papers\nranked: false\n---\nHello.\n",
    "content/2018/old/xlnet.md": "---\npaper: xlnet\n---\nEarly.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = make_site(tmp_path_factory.mktemp("linked"), FILES, SITE_TOML)
    report = build_site(folder)
    assert not report.failed, messages(report)
    return Built(folder / "public", "https://example.org/papers/")


def graph(site: Built, page: str) -> list[Node]:
    """The nodes of a page's one graph."""
    blocks = site.soup(page).select("script[type='application/ld+json']")
    assert len(blocks) == 1, page
    data = json.loads(blocks[0].string or "")
    assert data["@context"] == "https://schema.org"
    nodes: list[Node] = data["@graph"]
    return nodes


def node(site: Built, page: str, kind: str) -> Node:
    return next(one for one in graph(site, page) if one["@type"] == kind)


def inside(value: Any) -> Iterator[Node]:
    """Every node in a value, at any depth."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from inside(part)
    elif isinstance(value, list):
        for part in value:
            yield from inside(part)


def rows(found: Node) -> list[Node]:
    """The items of a list, whose number it tells."""
    listed: list[Node] = found["itemListElement"]
    assert found["numberOfItems"] == len(listed)
    return listed


def test_a_list_with_a_day_is_a_post_by_its_curators(site: Built) -> None:
    post = node(site, "/2019/top/", "BlogPosting")
    assert post["headline"] == "Top 2 of 2019"
    assert (post["datePublished"], post["dateModified"]) == ("2020-01-07", "2020-02-01")
    assert [one["name"] for one in post["author"]] == ["Rubik Curator"]
    assert post["isBasedOn"]["url"] == "https://a.org/post"


def test_a_list_without_one_claims_none(site: Built) -> None:
    found = node(site, "/2018/old/", "CollectionPage")
    assert found["name"] == "Old papers"
    assert not {"datePublished", "dateModified", "author"} & set(found)


def test_a_countdown_ends_with_the_first_and_mentions_come_after(site: Built) -> None:
    works = node(site, "/2019/top/", "BlogPosting")["mainEntity"]
    assert works["itemListOrder"] == "https://schema.org/ItemListOrderDescending"
    assert [one["position"] for one in rows(works)] == [2, 1, 3]
    assert [one["item"]["@id"] for one in rows(works)] == [
        "https://arxiv.org/abs/1904.00830",
        "https://arxiv.org/abs/1906.08237",
        "https://doi.org/10.1000/x",
    ]


def test_a_list_without_ranks_is_in_no_order(site: Built) -> None:
    works = node(site, "/2018/old/", "CollectionPage")["mainEntity"]
    assert works["itemListOrder"] == "https://schema.org/ItemListUnordered"


def test_each_entry_is_a_review_at_its_anchor(site: Built) -> None:
    works = node(site, "/2019/top/", "BlogPosting")["mainEntity"]
    review = rows(works)[1]["item"]["review"]
    assert review["@type"] == "Review"
    assert review["@id"] == "https://example.org/papers/2019/top/#xlnet"
    assert [one["@id"] for one in review["author"]] == [
        "https://example.org/papers/2019/top/#curator-1"
    ]
    assert not {"reviewRating", "reviewBody"} & set(review)


def test_translations_name_each_other(site: Built) -> None:
    english, chinese = node(site, "/2019/top/", "BlogPosting"), graph(site, "/zh/2019/top/")[0]
    assert english["workTranslation"] == [{"@id": chinese["@id"]}]
    assert chinese["translationOfWork"] == {"@id": english["@id"]}


def test_a_paper_has_one_identity_everywhere(site: Built) -> None:
    work = node(site, "/papers/xlnet/", "WebPage")["mainEntity"]
    assert work["@type"] == "ScholarlyArticle"
    assert work["@id"] == "https://arxiv.org/abs/1906.08237"
    assert [one["familyName"] for one in work["author"]] == ["Yang", "Dai"]
    assert [one["@id"] for one in work["review"]] == [
        "https://example.org/papers/2018/old/#xlnet",
        "https://example.org/papers/2019/top/#xlnet",
    ]


def test_text_cannot_leave_the_script(site: Built) -> None:
    page = site.text("/2019/top/")
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in block
    assert json.loads(block)["@graph"][0]["mainEntity"]["itemListElement"][2]["item"]["name"] == (
        "A </script><b>bold</b> title"
    )


def test_pages_that_are_none_say_nothing(site: Built) -> None:
    assert "application/ld+json" not in site.text("/404.html")


@pytest.mark.parametrize("name", ["own_site", "ranked_site"])
def test_every_page_tells_what_it_is_and_names_what_there_is(
    name: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(name)
    for page in built.proper_pages:
        nodes = graph(built, page)
        address = built.base_url + page[1:]
        assert any(address in (one.get("url"), one.get("@id")) for one in nodes), page
        for one in inside(nodes):
            assert one.get("@type") or set(one) == {"@id"}, page
            for found in (one.get("@id", ""), one.get("url", ""), one.get("item", "")):
                if isinstance(found, str) and (written := built.inside(page, found)) and found:
                    assert built.has(written.partition("#")[0]), (page, found)


@pytest.mark.parametrize("name", ["own_site", "ranked_site"])
def test_reviews_stand_at_anchors_of_the_page(name: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(name)
    for page in built.proper_pages:
        reviews = [one for one in inside(graph(built, page)) if one.get("@type") == "Review"]
        for one in reviews:
            where, _, anchor = str(built.inside(page, one["@id"])).partition("#")
            assert anchor in built.ids(where), (page, one["@id"])


@pytest.mark.parametrize("name", ["own_site", "ranked_site"])
def test_trails_lead_from_the_home_page_to_the_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(name)
    for page in built.proper_pages:
        for one in graph(built, page):
            if one["@type"] == "BreadcrumbList":
                steps = one["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert built.inside(page, steps[-1]["item"]) == page
