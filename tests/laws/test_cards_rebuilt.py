"""Laws 1 to 3 with share cards: drawn anew exactly when what they show changes, the same from any history."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from made_fonts import LATIN, font_bytes
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

TOML = SITE_TOML.replace("\n\n", '\ntheme.card_fonts = ["fonts/own.ttf"]\n\n', 1)
INDEX = "content/2019/top/index.md"
XLNET, DAIN = "content/2019/top/xlnet.md", "content/2019/top/dain.md"
HAN = "测试盘点篇论文份等、最佳"
FONT: Mapping[str, str | bytes] = {"fonts/own.ttf": font_bytes(LATIN + HAN)}
SITE = {
    **ROUNDUP,
    **FONT,
    "content/2020/other/index.md": "---\ntitle: Others\n---\n",
    "content/2020/other/gpt-3.md": "---\ntitle: Language Models\nrank: 1\n---\nWords.\n",
}
EDITS: dict[str, tuple[dict[str, str | bytes], set[str]]] = {
    "a body": ({XLNET: str(ROUNDUP[XLNET]).replace("every", "any")}, set()),
    "a rank": (
        {DAIN: str(ROUNDUP[DAIN]).replace("rank: 2", "rank: 3")},
        {"/2019/top/card.png", "/papers/dain/card.png"},
    ),
    "a paper's title": (
        {XLNET: str(ROUNDUP[XLNET]).replace("Generalized", "Quite General")},
        {"/2019/top/card.png", "/papers/xlnet/card.png"},
    ),
    "a roundup's title": (
        {INDEX: str(ROUNDUP[INDEX]).replace("Top", "Best")},
        {
            *("/card.png", "/2019/card.png", "/2019/top/card.png"),
            *("/papers/dain/card.png", "/papers/xlnet/card.png"),
        },
    ),
    "a topic": ({XLNET: str(ROUNDUP[XLNET]).replace("[language-models]", "[nets]")}, set()),
    "another list that picks a paper": (
        {"content/2020/other/dain.md": "---\npaper: dain\nrank: 2\n---\nAgain.\n"},
        {"/2020/card.png", "/2020/other/card.png", "/papers/dain/card.png"},
    ),
    "a font": (
        {"fonts/own.ttf": font_bytes(LATIN + HAN, 700)},
        {
            *("/card.png", "/zh/card.png", "/2019/card.png", "/2020/card.png"),
            *("/2019/top/card.png", "/2020/other/card.png"),
            *(f"/papers/{key}/card.png" for key in ("dain", "gpt-3", "xlnet")),
        },
    ),
}


def built(site: Path, **options: object) -> set[str]:
    report = build_site(site, **options)
    assert not report.failed, messages(report)
    return {address for address in report.rendered if address.endswith("card.png")}


def fresh(site: Path, aside: Path, **options: object) -> dict[str, bytes]:
    built(site, fresh=True, output=aside, **options)
    return contents(aside)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_draws_the_cards_that_show_it(name: str, tmp_path: Path) -> None:
    files, expected = EDITS[name]
    site = make_site(tmp_path / "site", SITE, TOML)
    assert len(built(site)) == 9
    make_site(site, files, TOML)
    assert built(site) == expected
    assert contents(site / "public") == fresh(site, tmp_path / "aside")


def test_incremental_equals_fresh_through_all_edits(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", SITE, TOML)
    steps: list[tuple[dict[str, str | bytes], str]] = [(files, TOML) for files, _ in EDITS.values()]
    steps += [
        ({}, TOML + "\n[pages]\ncards = false\n"),
        ({}, TOML),
        ({}, 'theme.accent = "teal"\n' + TOML),
        ({XLNET: str(ROUNDUP[XLNET]).replace("Generalized", "Ω")}, TOML),
        (dict(ROUNDUP), TOML),
        ({"content/2019/top/index.zh.md": "---\ntitle: 最佳论文\n---\n"}, TOML),
        ({}, SITE_TOML),
    ]
    for number, (files, toml) in enumerate(steps):
        make_site(site, files, toml)
        built(site)
        assert contents(site / "public") == fresh(site, tmp_path / f"aside-{number}")
    assert built(site) == set()
    assert not list(site.glob("public/**/card.png"))


def test_jobs_leave_no_trace_in_cards(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", SITE, TOML)
    alone = fresh(site, tmp_path / "one", jobs=1)
    assert alone == fresh(site, tmp_path / "three", jobs=3)
    assert [name for name in alone if name.endswith("card.png")]
