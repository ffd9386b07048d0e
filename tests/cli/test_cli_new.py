"""`roundup new`: a roundup's folder and index, in any language, alone or after an earlier one."""

from pathlib import Path

import pytest

from cli.commands import call
from roundup.content.frontmatter import read
from sites import contents, make_site

ENTRY = "---\ntitle: {title}\nrank: {rank}\n---\nWords.\n"
EARLIER = {
    "content/2018/top-2/index.md": (
        '---\ntitle: Top 2 papers of 2018\nseries: "Top papers"\ncurators: [Yuan Yuan]\n'
        "tags: [deep-learning]\nranked: false\ndate: 2018-12-31\n---\nHello.\n"
    ),
    "content/2018/top-2/index.zh.md": "---\ntitle: 2018年的2篇论文\n---\n你好。\n",
    "content/2018/top-2/one.md": ENTRY.format(title="One", rank=1),
    "content/2018/top-2/one.zh.md": "---\ntitle: 一\n---\n词。\n",
    "content/2018/top-2/two.md": ENTRY.format(title="Two", rank=2),
    "content/2018/top-2/more.md": "---\ntitle: More\nunplaced: true\n---\nWords.\n",
}


def new(site: Path, *words: str) -> str:
    done = call("--site", site, "new", *words)
    assert done.exit_code == 0, done.stderr
    return str(done.stdout)


def fields(site: Path, path: str) -> dict[str, object]:
    return read((site / path).read_text("utf-8")).fields


@pytest.fixture
def after(tmp_path: Path) -> Path:
    """A site with an earlier edition in two languages: two papers in places and one besides."""
    return make_site(tmp_path / "site", EARLIER)


def test_a_roundup_is_a_folder_with_an_index(site: Path) -> None:
    before = contents(site)
    said = new(site, "2024", "top-10", "--title", "Top {n} of {year}")
    assert set(contents(site)) - set(before) == {"content/2024/top-10/index.md"}
    assert fields(site, "content/2024/top-10/index.md") == {"title": "Top {n} of {year}"}
    assert "roundup add 2024/top-10 REF..." in said


def test_what_it_writes_builds_without_a_warning(site: Path) -> None:
    new(site, "2024", "top-10")
    done = call("--site", site, "build", "--strict")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (site / "public/2024/top-10/index.html").is_file()


def test_year_and_slug_may_be_one_word(site: Path) -> None:
    new(site, "2024/top-10")
    assert (site / "content/2024/top-10/index.md").is_file()


def test_another_language_stands_in_the_name_of_the_file(site: Path) -> None:
    new(site, "2024", "pan-dian", "--lang", "zh", "--title", "{year}年盘点")
    assert fields(site, "content/2024/pan-dian/index.zh.md") == {"title": "{year}年盘点"}
    assert call("--site", site, "build", "--strict").exit_code == 0
    assert (site / "public/zh/2024/pan-dian/index.html").is_file()


def test_the_site_s_own_language_does_not(site: Path) -> None:
    new(site, "2024", "top", "--lang", "EN")
    assert (site / "content/2024/top/index.md").is_file()


def test_a_language_that_is_not_declared_is_told(site: Path) -> None:
    done = call("--site", site, "new", "2024", "top", "--lang", "fr")
    assert done.exit_code == 1
    assert "site.toml: error: the language 'fr' is not declared\n" in done.stderr
    assert "[languages.fr]" in done.stderr
    assert not (site / "content/2024").exists()


def test_the_next_edition_takes_over_what_is_the_list_s(after: Path) -> None:
    new(after, "2019", "top-3", "--after", "2018/top-2")
    assert fields(after, "content/2019/top-3/index.md") == {
        "title": "Top {n} papers of {year}",
        "ranked": False,
        "series": "Top papers",
        "curators": ["Yuan Yuan"],
        "tags": ["deep-learning"],
    }
    new(after, "2020", "top-3", "--after", "2018/top-2", "--title", "Three")
    assert fields(after, "content/2020/top-3/index.md")["title"] == "Three"


def test_both_editions_are_linked(after: Path) -> None:
    new(after, "2019", "top-3", "--after", "2018/top-2")
    call("--site", after, "build")
    page = (after / "public/2019/top-3/index.html").read_text("utf-8")
    assert "/2018/top-2/" in page


def test_the_next_edition_in_another_language_takes_over_its_title(after: Path) -> None:
    new(after, "2019", "top-3", "--after", "top-2", "--lang", "zh")
    found = fields(after, "content/2019/top-3/index.zh.md")
    assert found["title"] == "{year}年的{n}篇论文"
    assert found["series"] == "Top papers"


def test_an_empty_translation_says_nothing_that_could_be_taken_over(after: Path) -> None:
    make_site(after, {"content/2018/top-2/index.zh.md": '---\ntitle: ""\ntags: null\n---\n'})
    new(after, "2019", "top-3", "--after", "top-2", "--lang", "zh")
    found = fields(after, "content/2019/top-3/index.zh.md")
    assert found["title"] == "Top {n} papers of {year}"
    assert found["tags"] == ["deep-learning"]


def test_a_list_that_is_not_in_the_site_s_language_goes_on_in_its_own(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"content/2018/x/index.zh.md": "---\ntitle: 盘点\n---\n"})
    new(site, "2019", "x", "--after", "2018/x")
    assert (site / "content/2019/x/index.zh.md").is_file()
    text = "---\ntitle: 盘点\nlanguage: zh\n---\n"
    site = make_site(tmp_path / "other", {"content/2018/x/index.md": text})
    new(site, "2019", "x", "--after", "2018/x")
    assert fields(site, "content/2019/x/index.md")["language"] == "zh"
    new(site, "2020", "x", "--after", "2018/x", "--lang", "en")
    assert "language" not in fields(site, "content/2020/x/index.md")


def test_without_a_series_the_missing_line_is_told(site: Path) -> None:
    said = new(site, "2020", "top", "--after", "2019/top")
    assert fields(site, "content/2020/top/index.md")["series"] == "top"
    assert "give content/2019/top/index.md the line `series: top` too" in said


def test_a_period_cannot_be_taken_over_and_is_told(tmp_path: Path) -> None:
    text = "---\ntitle: A week\nseries: Weeks\nperiod: 2019-W50\n---\n"
    site = make_site(tmp_path, {"content/2019/week/index.md": text})
    said = new(site, "2019", "next-week", "--after", "week")
    assert "covers 2019-W50" in said
    assert "period" not in fields(site, "content/2019/next-week/index.md")


def test_windows_files_can_be_followed(tmp_path: Path) -> None:
    data = "\ufeff---\r\ntitle: Best of 2018\r\nseries: S\r\n---\r\nHello.\r\n".encode()
    site = make_site(tmp_path, {"content/2018/x/index.md": data})
    new(site, "2019", "x", "--after", "2018/x")
    assert fields(site, "content/2019/x/index.md") == {"title": "Best of {year}", "series": "S"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"---\ntitle: [\n---\n", "content/2018/x/index.md:"),
        (b"---\ntitle: \xe9\n---\n", "content/2018/x/index.md: error: it cannot be read"),
        (b"---\ntitle: X\n", "the front matter is never closed"),
    ],
)
def test_an_earlier_edition_that_cannot_be_read_is_told(
    tmp_path: Path, data: bytes, said: str
) -> None:
    site = make_site(tmp_path, {"content/2018/x/index.md": data})
    done = call("--site", site, "new", "2019", "x", "--after", "2018/x")
    assert done.exit_code == 1
    assert said in done.stderr
    assert not (site / "content/2019").exists()


def test_problems_elsewhere_in_the_site_are_no_hindrance(after: Path) -> None:
    make_site(after, {"content/2018/top-2/three.md": "---\ntitle: [\n---\n"})
    new(after, "2019", "top", "--after", "top-2")


def test_an_earlier_edition_that_is_not_there_is_told_with_the_nearest(site: Path) -> None:
    done = call("--site", site, "new", "2020", "top", "--after", "2019/tops")
    assert done.exit_code == 2
    assert "did you mean '2019/top'?" in done.stderr


def test_nothing_is_written_over_a_roundup(site: Path) -> None:
    before = contents(site)
    for words in (["2019", "top"], ["2019", "top", "--lang", "zh"]):
        done = call("--site", site, "new", *words)
        assert done.exit_code == 1
        assert "content/2019/top/index.md: error: the roundup is there already" in done.stderr
    assert contents(site) == before


def test_a_folder_without_an_index_becomes_a_roundup(site: Path) -> None:
    make_site(site, {"content/2024/top/xlnet.md": "---\npaper: xlnet\n---\nWords.\n"})
    new(site, "2024", "top")
    assert (site / "content/2024/top/index.md").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["24", "top"], "'24' is no year: write four digits"),
        (["３０２４", "top"], "is no year"),
        (["9999", "top"], "is no year"),
        (["2024"], "Missing argument 'SLUG'"),
        (["2024", "My List!"], "did you mean 'my-list'?"),
        (["2024", "论文"], "'论文' cannot be a slug"),
        (["2024", "page"], "it is reserved"),
        (["2024", "a/b"], "cannot be a slug"),
        (["2024", "../x"], "cannot be a slug"),
        (["2024", "x" * 101], "at most 100 long"),
        (["2024", "top", "--title", "a\x01b"], "a control character"),
        (["2024", "top", "--title", "a\udcffb"], "it is not UTF-8"),
    ],
)
def test_a_name_that_cannot_be_is_a_wrong_command_line(
    site: Path, words: list[str], said: str
) -> None:
    before = contents(site)
    done = call("--site", site, "new", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert contents(site) == before


def test_outside_a_site_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = call("--site", tmp_path, "new", "2024", "top")
    assert done.exit_code == 1
    assert "roundup init" in done.stderr
    assert list(tmp_path.iterdir()) == []
