"""Share cards: what they say, where there are any, and what is said of those that are left out."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from made_fonts import LATIN, font_bytes
from roundup.build.build import read_site
from roundup.build.sources import Options
from roundup.pages.views import CardColumn, CardView, Page
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

CHINESE = "测试盘点篇论文份等、年最佳广义自回归预训练"
TOML = SITE_TOML.replace("\n\n", '\ntheme.card_fonts = ["fonts/own.ttf"]\n\n', 1)
FONT: Mapping[str, str | bytes] = {"fonts/own.ttf": font_bytes(LATIN + CHINESE)}
XLNET = "content/2019/top/xlnet.md"
UNRANKED: Mapping[str, str | bytes] = {
    "content/2020/other/index.md": (
        "---\ntitle: Others\nranked: false\nsource: {title: A, url: https://example.com/, publisher: Pub}\n---\n"
    ),
    "content/2020/other/xlnet.md": "---\npaper: xlnet\n---\nAgain.\n",
}


def pages(site: Path) -> dict[str, Page]:
    prepared = read_site(site, Options(jobs=1, fresh=True))
    assert not [problem for problem in prepared.problems if problem.is_error]
    return {page.address: page for page in prepared.pages()}


def cards(folder: Path, files: Mapping[str, str | bytes], toml: str = TOML) -> dict[str, CardView]:
    found = pages(make_site(folder, {**ROUNDUP, **FONT, **files}, toml))
    return {
        address.removesuffix("/card.png"): page.view
        for address, page in found.items()
        if isinstance(page.view, CardView)
    }


def entry(fields: str) -> str:
    return f"---\n{fields}\n---\nWords.\n"


def test_a_roundups_card_names_the_papers_that_lead_it(tmp_path: Path) -> None:
    found = cards(
        tmp_path, {XLNET: str(ROUNDUP[XLNET]).replace("rank: 1", "rank: 1\nshort: XLNet")}
    )
    card = found["/2019/top"]
    assert (card.lead, card.title) == ("2019 · 2 papers", "Top 2 of 2019")
    assert (card.site, card.language, card.byline) == ("Test Roundups", "en", "")
    assert card.columns == (
        CardColumn(text="XLNet", rank=1),
        CardColumn(text="Depth-Aware Video Frame Interpolation", rank=2),
    )


def test_it_says_who_picked_and_where_places_are_no_ranks(tmp_path: Path) -> None:
    card = cards(tmp_path, UNRANKED)["/2020/other"]
    assert card.byline == "Pub"
    assert [column.rank for column in card.columns] == [0]
    index = str(UNRANKED["content/2020/other/index.md"])
    curated = index.replace("ranked:", "curators: [Zihang Dai, Chao Ma]\nevent: ACL 2020\nranked:")
    card = cards(tmp_path, {**UNRANKED, "content/2020/other/index.md": curated})["/2020/other"]
    assert (card.byline, card.lead) == ("Zihang Dai, Chao Ma", "ACL 2020 · 1 paper")


def test_a_countdowns_card_begins_with_the_first(tmp_path: Path) -> None:
    index = str(ROUNDUP["content/2019/top/index.md"]).replace("---\nH", "order: countdown\n---\nH")
    card = cards(tmp_path, {"content/2019/top/index.md": index})["/2019/top"]
    assert [column.rank for column in card.columns] == [1, 2]


def test_a_card_names_five_papers_and_no_honourable_mentions(tmp_path: Path) -> None:
    more = {
        f"content/2019/top/x{rank}.md": entry(f"title: Number {rank}\nrank: {rank}")
        for rank in range(3, 8)
    }
    extra = {"content/2019/top/also.md": entry("title: Also\nunplaced: true")}
    card = cards(tmp_path, {**more, **extra})["/2019/top"]
    assert [column.rank for column in card.columns] == [1, 2, 3, 4, 5]
    assert card.lead == "2019 · 7 papers"


def test_an_honourable_mention_is_not_named_where_there_is_room(tmp_path: Path) -> None:
    extra = {"content/2019/top/also.md": entry("title: Also\nunplaced: true")}
    card = cards(tmp_path, extra)["/2019/top"]
    assert [column.rank for column in card.columns] == [1, 2]


def test_a_papers_card_says_who_wrote_it_and_where_it_was_picked(tmp_path: Path) -> None:
    card = cards(tmp_path, UNRANKED)["/papers/xlnet"]
    assert (card.lead, card.byline) == ("2019", "Zhilin Yang, Zihang Dai")
    assert card.title == "Generalized Autoregressive Pretraining"
    assert card.columns == (
        CardColumn(text="Top 2 of 2019", rank=1, detail="2019"),
        CardColumn(text="Others", detail="Pub"),
    )


def test_many_lists_are_counted_and_those_that_rank_highest_named(tmp_path: Path) -> None:
    lists: dict[str, str | bytes] = {}
    for number, rank in enumerate((7, 3, 9), 1):
        lists[f"content/2020/n{number}/index.md"] = entry(f"title: List {number}")
        lists[f"content/2020/n{number}/x.md"] = entry(f"paper: xlnet\nrank: {rank}")
    card = cards(tmp_path, lists)["/papers/xlnet"]
    assert card.lead == "2019 · 4 roundups"
    assert [(one.rank, one.text) for one in card.columns] == [
        (1, "Top 2 of 2019"),
        (3, "List 2"),
        (7, "List 1"),
    ]


def test_two_thousand_authors_are_three_and_others(tmp_path: Path) -> None:
    names = ", ".join(f"Ada Number{number}" for number in range(2000))
    text = str(ROUNDUP[XLNET]).replace("[Zhilin Yang, Zihang Dai]", f"[{names}]")
    card = cards(tmp_path, {XLNET: text})["/papers/xlnet"]
    assert card.byline == "Ada Number0, Ada Number1, Ada Number2 and others"


def test_the_homes_card_counts_and_names_the_newest_lists(tmp_path: Path) -> None:
    found = cards(tmp_path, UNRANKED)
    card = found[""]
    assert (card.site, card.title, card.lead) == ("", "Test Roundups", "2 roundups · 2 papers")
    assert card.columns == (
        CardColumn(text="Others", detail="Pub"),
        CardColumn(text="Top 2 of 2019", detail="2019"),
    )


def test_a_years_card_counts_and_names_its_own(tmp_path: Path) -> None:
    words: Mapping[str, str | bytes] = {
        "content/2020/index.md": "---\ntitle: The Year\n---\nWords.\n"
    }
    found = cards(tmp_path, {**UNRANKED, **words})
    assert (found["/2019"].title, found["/2019"].lead) == ("2019", "1 roundup · 2 papers")
    card = found["/2020"]
    assert (card.site, card.title, card.lead) == (
        "Test Roundups",
        "The Year",
        "1 roundup · 1 paper",
    )
    assert card.columns == (CardColumn(text="Others", detail="Pub"),)


def test_pages_without_a_picture_of_their_own_are_shared_with_the_sites(tmp_path: Path) -> None:
    found = pages(make_site(tmp_path, {**ROUNDUP, **FONT}, TOML))
    for address in ("/", "/papers/", "/tags/", "/tags/language-models/", "/reading-list/"):
        head = found[address].view.head  # type: ignore[attr-defined]  # a page with a head
        assert (head.image, head.image_alt) == ("/card.png", "Test Roundups"), address
    head = found["/zh/"].view.head  # type: ignore[attr-defined]  # so has this one
    assert (head.image, head.image_alt) == ("/zh/card.png", "测试盘点")
    assert "/card.png" in found
    assert "/zh/card.png" in found


def test_each_language_has_cards_of_its_own(tmp_path: Path) -> None:
    zh: dict[str, str | bytes] = {
        "content/2019/top/index.zh.md": '---\ntitle: "{year}年最佳论文"\n---\n',
        "content/2019/top/xlnet.zh.md": "---\ntitle: 广义自回归预训练\n---\n预测。\n",
    }
    found = cards(tmp_path, zh)
    assert {"/zh/2019/top", "/zh/papers/xlnet", "/2019/top", "/papers/dain"} <= found.keys()
    card = found["/zh/2019/top"]
    assert (card.lead, card.title, card.site) == ("2019 · 2篇论文", "2019年最佳论文", "测试盘点")
    assert card.columns[0].text == "广义自回归预训练"
    assert found["/zh/papers/xlnet"].title == "广义自回归预训练"


def test_pages_say_where_their_card_is(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, **FONT}, TOML)
    assert messages(build_site(site)) == []
    soup = BeautifulSoup((site / "public/2019/top/index.html").read_bytes(), "html.parser")
    said = {one["property"]: one["content"] for one in soup.select('meta[property^="og:image"]')}
    assert said == {
        "og:image": "https://example.org/papers/2019/top/card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": (
            "Top 2 of 2019 · 1. Generalized Autoregressive Pretraining, "
            "2. Depth-Aware Video Frame Interpolation"
        ),
    }
    assert (site / "public/2019/top/card.png").read_bytes().startswith(b"\x89PNG")
    assert not (site / "public/fonts").exists()


def test_a_picture_that_the_author_named_goes_before_the_card(tmp_path: Path) -> None:
    pixels = BytesIO()
    Image.new("1", (600, 315)).save(pixels, "PNG")
    index = '---\ntitle: "Top {n} of {year}"\nimage: {src: cover.png, alt: Five covers}\n---\n'
    files = {"content/2019/top/index.md": index, "content/2019/top/cover.png": pixels.getvalue()}
    found = pages(make_site(tmp_path, {**ROUNDUP, **FONT, **files}, TOML))
    head = found["/2019/top/"].view.head  # type: ignore[attr-defined]  # a page with a head
    assert head.image == "/2019/top/cover.png"
    assert (head.image_alt, head.image_width, head.image_height) == ("Five covers", 600, 315)
    assert "/2019/top/card.png" not in found
    assert "/papers/xlnet/card.png" in found


def test_a_page_of_words_is_shared_with_its_picture_unless_it_is_a_drawing(tmp_path: Path) -> None:
    pixels = BytesIO()
    Image.new("1", (600, 315)).save(pixels, "PNG")
    files: dict[str, str | bytes] = {
        "content/index.md": "---\nimage: {src: cover.png, alt: Five covers}\n---\nHello.\n",
        "content/about.md": "---\ntitle: Us\nimage: {src: us.svg, alt: We}\n---\nHello.\n",
        "content/cover.png": pixels.getvalue(),
        "content/us.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"></svg>',
    }
    found = pages(make_site(tmp_path, {**ROUNDUP, **files}))
    head = found["/"].view.head  # type: ignore[attr-defined]  # a page with a head
    assert head.image == "/cover.png"
    assert (head.image_alt, head.image_width, head.image_height) == ("Five covers", 600, 315)
    assert found["/about/"].view.head.image == ""  # type: ignore[attr-defined]  # so has this one
    assert found["/about/"].view.picture.address == "/us.svg"  # type: ignore[attr-defined]  # and a picture


def test_a_drawing_that_nobody_shows_does_not(tmp_path: Path) -> None:
    index = '---\ntitle: "Top {n} of {year}"\nimage: {src: cover.svg, alt: Five covers}\n---\n'
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"></svg>'
    files = {"content/2019/top/index.md": index, "content/2019/top/cover.svg": svg}
    assert "/2019/top" in cards(tmp_path, files)


@pytest.mark.parametrize("line", ["", "pages.cards = false\n"])
def test_without_fonts_or_when_they_are_off_there_are_none(line: str, tmp_path: Path) -> None:
    toml = line + (TOML if line else SITE_TOML)
    assert cards(tmp_path, {}, toml) == {}
    site = make_site(tmp_path, {}, toml)
    assert messages(build_site(site)) == []
    assert "og:image" not in (site / "public/papers/xlnet/index.html").read_text("utf-8")


def test_a_card_with_a_missing_character_is_left_out(tmp_path: Path) -> None:
    text = str(ROUNDUP[XLNET]).replace("Generalized", "Ω-Generalized")
    site = make_site(tmp_path, {**ROUNDUP, **FONT, XLNET: text}, TOML)
    hint = "\n  hint: name a font that has them in [theme] card_fonts"
    assert messages(build_site(site)) == [
        f"content/2019/top/index.md:2: warning: its share card is left out: it cannot show Ω{hint}",
        f"{XLNET}:4: warning: its share card is left out: it cannot show Ω{hint}",
    ]
    drawn = {
        str(path.relative_to(site / "public").parent) for path in site.glob("public/**/card.png")
    }
    assert drawn == {".", "2019", "papers/dain", "zh"}
    page = (site / "public/papers/xlnet/index.html").read_text("utf-8")
    assert '<meta property="og:image" content="https://example.org/papers/card.png">' in page


def test_a_language_that_no_font_can_set_is_told_once(tmp_path: Path) -> None:
    files = {**FONT, "fonts/own.ttf": font_bytes(LATIN)}
    zh = {"content/2019/top/index.zh.md": "---\ntitle: 最佳\n---\n"}
    site = make_site(tmp_path, {**ROUNDUP, **files, **zh}, TOML)
    said = [one for one in messages(build_site(site)) if "card" in one]
    assert said == [
        "site.toml: warning: there are no share cards in zh: they cannot show 、 份 文 测 点 盘 等 篇 …"
        "\n  hint: name a font that has them in [theme] card_fonts"
    ]
    assert (site / "public/2019/top/card.png").exists()
    assert not (site / "public/zh/2019/top/card.png").exists()


def test_lists_of_other_languages_that_cannot_be_set_are_passed_over(tmp_path: Path) -> None:
    toml = TOML + '\n[languages.ar]\ntitle = "قوائم"\n'
    arabic = {
        "content/2020/ar/index.ar.md": "---\ntitle: قوائم الشتاء\n---\n",
        "content/2020/ar/xlnet.ar.md": "---\npaper: xlnet\nrank: 1\ntitle: نموذج\n---\nكلمات\n",
    }
    found = cards(tmp_path, arabic, toml)
    assert [column.text for column in found["/papers/xlnet"].columns] == ["Top 2 of 2019"]
    assert not [address for address in found if address.startswith("/ar/")]


@pytest.mark.cards
def test_the_fonts_of_the_extra_set_english_and_chinese(tmp_path: Path) -> None:
    zh = {"content/2019/top/index.zh.md": "---\ntitle: “最佳”论文：一份盘点（附代码）\n---\n"}
    site = make_site(tmp_path, {**ROUNDUP, **zh}, SITE_TOML)
    said = messages(build_site(site))
    assert not [one for one in said if "card" in one]
    assert len(list(site.glob("public/papers/*/card.png"))) == 2
    assert len(list(site.glob("public/**/2019/top/card.png"))) == 2
    assert len((site / "public/zh/2019/top/card.png").read_bytes()) < 40_000
