"""A paper's story: its lists in the order of time, and its words in every language beside each other."""

from pathlib import Path

import pytest
from bs4 import Tag

from built import Built, words
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

TOML = SITE_TOML + '\n[languages.fr]\nname = "Français"\n'
BODY = "{}[^1]\n\n## {}\n\nMore.[^1]\n\n[^1]: Note.\n"
FILES = {
    **ROUNDUP,
    "content/2019/top/index.zh.md": "---\ntitle: 最佳\n---\n",
    "content/2019/top/xlnet.md": (
        str(ROUNDUP["content/2019/top/xlnet.md"]).replace("rank: 1", "rank: 1\nsummary: In short.")
        + BODY.format("English words.", "Results")
    ),
    "content/2019/top/xlnet.zh.md": (
        "---\ntitle: 预训练\nsummary: 简言之\n---\n" + BODY.format("中文的话。", "Results")
    ),
    "content/2019/top/xlnet.fr.md": "---\ntitle: Pré-entraînement\n---\n",
    "content/2018/early/index.md": "---\ntitle: Early\n---\nWords.\n",
    "content/2018/early/xlnet.md": "---\npaper: xlnet\nheading: Before it was out\n---\nSoon.\n",
    "content/2021/late/index.md": "---\ntitle: Late\n---\nWords.\n",
    "content/2021/late/xlnet.md": "---\npaper: xlnet\n---\nStill read.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = make_site(tmp_path_factory.mktemp("languages"), FILES, TOML)
    report = build_site(folder)
    assert not report.failed, messages(report)
    return Built(folder / "public", "https://example.org/papers/")


def appearances(site: Built, page: str) -> list[Tag]:
    return site.main(page).select("section.entry")


def appearance(site: Built, page: str) -> Tag:
    """The appearance whose words have translations."""
    return appearances(site, page)[1]


def test_lists_stand_in_the_order_of_time(site: Built) -> None:
    for page in ("/papers/xlnet/", "/zh/papers/xlnet/"):
        titles = [words(one.select("h3")[0]) for one in appearances(site, page)]
        assert [titles[0], titles[2]] == ["Early", "Late"]
    assert "3 roundups picked it, from 2018 to 2021." in words(site.main("/papers/xlnet/"))
    assert "从2018年到2021年，共有3份盘点选了它。" in words(site.main("/zh/papers/xlnet/"))


@pytest.mark.parametrize(
    ("page", "said", "offer", "place"),
    [
        ("/papers/xlnet/", ("English", "中文的话"), "Compare with 中文", "/zh/2019/top/#xlnet"),
        ("/zh/papers/xlnet/", ("中文的话", "English"), "对照English", "/2019/top/#xlnet"),
    ],
)
def test_words_in_another_language_unfold_beside_the_readers(
    site: Built, page: str, said: tuple[str, str], offer: str, place: str
) -> None:
    own, other = said
    found = appearance(site, page)
    [shown] = found.select(".beside > .words")
    assert own in words(shown)
    assert shown.get("lang") is None
    [folded] = found.select(".beside > details")
    assert not folded.has_attr("open")
    summary = folded.summary
    assert summary is not None
    assert words(summary).replace(" ", "") == offer.replace(" ", "")
    [translation] = folded.select(".words")
    assert translation["lang"] == ("en" if other == "English" else "zh")
    assert other in words(translation)
    assert place in site.links(translation, page)


def test_both_sides_have_heading_summary_and_words_in_the_same_order(site: Built) -> None:
    for side in appearance(site, "/papers/xlnet/").select(".words"):
        kinds = [(one.name, *(one.get("class") or ())) for one in side.find_all(recursive=False)]
        assert [kind[:2] for kind in kinds[:3]] == [("p", "work"), ("p", "summary"), ("p",)]
    [repeated] = appearance(site, "/papers/xlnet/").select(".same")
    assert words(repeated) == "Generalized Autoregressive Pretraining"


def test_a_translation_without_words_is_a_link_alone(site: Built) -> None:
    found = appearance(site, "/papers/xlnet/")
    [link] = found.select('.beside > p > a[hreflang="fr"]')
    assert words(link) == "Pré-entraînement"
    assert "/fr/papers/xlnet/" in site.links(found, "/papers/xlnet/")


def test_an_untranslated_appearance_offers_nothing(site: Built) -> None:
    for one in (appearances(site, "/papers/xlnet/")[0], appearances(site, "/papers/xlnet/")[2]):
        assert one.select("details.other") == []


def test_ids_of_two_languages_of_one_entry_do_not_clash(site: Built) -> None:
    for page in ("/papers/xlnet/", "/zh/papers/xlnet/", "/2019/top/", "/zh/2019/top/"):
        ids = site.ids(page)
        assert len(ids) == len(set(ids)), page
        assert site.broken(page) == []
    both = {"2019_top_xlnet_results", "2019_top_xlnet_zh_results"}
    assert both <= set(site.ids("/papers/xlnet/"))
    notes = {"2019_top_xlnet_fn-1", "2019_top_xlnet_zh_fn-1"}
    assert notes <= set(site.ids("/papers/xlnet/"))


# Headings


def levels(site: Built, page: str) -> list[tuple[int, str]]:
    found = site.main(page).find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    return [(int(one.name[1]), words(one)) for one in found]


def test_headings_of_words_nest_below_what_they_belong_to(tmp_path: Path) -> None:
    entry = "---\npaper: {0}\nrank: {1}\ntitle: {0}\n{2}---\nWords.\n\n## Inside {0}\n\nMore.\n"
    files = {
        "content/2019/top/index.md": "---\ntitle: A list\n---\n## Opening\n\nWords.\n",
        "content/2019/top/plain.md": entry.format("plain", 1, ""),
        "content/2019/top/sorted.md": entry.format("sorted", 2, "section: Vision\n"),
        "content/papers/plain.md": "---\ntitle: plain\n---\n## Of the note\n\nWords.\n",
    }
    report = build_site(make_site(tmp_path, files))
    assert not report.failed, messages(report)
    built = Built(tmp_path / "public", "https://example.org/papers/")
    assert levels(built, "/2019/top/") == [
        (1, "A list"),
        (2, "Opening"),
        (2, "plain"),
        (3, "Inside plain"),
        (2, "Vision"),
        (3, "sorted"),
        (4, "Inside sorted"),
    ]
    assert levels(built, "/papers/plain/")[:5] == [
        (1, "plain"),
        (2, "Of the note"),
        (2, "Where it was picked"),
        (3, "A list"),
        (4, "Inside plain"),
    ]
    feed = built.text("/feed.json")
    assert "<h2><a" in feed
    assert '<h3 id=\\"2019_top_sorted_inside-sorted' in feed
