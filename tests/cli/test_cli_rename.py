"""`roundup rename`: one name changes, every reference follows, old addresses lead on, nothing else happens."""

import os
import re
import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.commands import call
from roundup.build.build import read_site
from roundup.build.sources import Options
from roundup.catalog.catalog import Catalog
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

ROOT = Path(__file__).parents[2]
TOP, LATER = "content/2019/top", "content/2020/later"
TOML = (
    SITE_TOML
    + "[pages]\nsearch = false\ncards = false\n\n[tags.language-models] # models\n"
    + 'title = "Language models"\nsame_as = ["lm"]\n\n[tags.video]\ntitle = "language-models"\n'
)
SITE = {
    **ROUNDUP,
    f"{TOP}/index.md": (
        '---\ntitle: "Top {n} of {year}"\nentries: [xlnet, dain] # xlnet first\ntags: [language-models]\n---\n'
        "About [[xlnet]] and [[arxiv:1906.08237|it]], `[[xlnet]]`, [its entry](xlnet.md),\n"
        "[here](index.md#xlnet), [its page](/papers/xlnet/) and ![a chart](chart.png).\n\n"
        "```\n[[xlnet]] index.md#xlnet\n```\n\n<!-- [[xlnet]] -->\n"
    ),
    f"{TOP}/index.zh.md": (
        "---\ntitle: 年度论文\ntranslated_from: {body: PRESENT}\n---\n关于[[xlnet]]。\n"
    ),
    f"{TOP}/xlnet.zh.md": "---\ntitle: 打乱次序\n---\n次序。见[深度](dain.md)。\n",
    f"{TOP}/chart.png": (ROOT / "docs/pictures/card-catalogue.png").read_bytes(),
    f"{LATER}/index.md": "---\ntitle: Later\nimage: {src: ../../2019/top/chart.png, alt: A chart}\n---\nHello.\n",
    f"{LATER}/again.md": (
        "---\npaper: xlnet\nrank: 1\ndifferent_from: [../../2019/top/dain.md, dain]\n---\n"
        "Again; see [before](../../2019/top/xlnet.md), [the list](../../2019/top/index.md#xlnet) or\n"
        "[there](/2019/top/#xlnet).\n"
    ),
    "content/about.md": "---\ntitle: About\n---\nSee [the first](2019/top/index.md) and [[xlnet]].\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built, with nothing wrong in it but what is not translated."""
    site = make_site(tmp_path_factory.mktemp("made") / "site", SITE, TOML)
    assert call("translate", "top", "zh", "--mark-current", "--site", site).exit_code == 0
    assert told(site) == []
    return site


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "site"))


def add(site: Path, files: dict[str, str]) -> None:
    make_site(site, files, TOML)


def told(site: Path) -> list[str]:
    """What a build says, but for what is not translated."""
    return [one for one in messages(build_site(site)) if "no translation into" not in one]


def rename(site: Path, *words: str) -> str:
    done = call("rename", *words, "--site", site)
    assert done.exit_code == 0, done.output
    return done.output


def refused(site: Path, *words: str) -> str:
    before = contents(site / "content")
    done = call("rename", *words, "--site", site)
    assert done.exit_code in (1, 2)
    assert contents(site / "content") == before
    return done.stderr


def read(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def catalog(site: Path) -> Catalog:
    return read_site(site, Options(jobs=1, fresh=True)).gathered.catalog


def leads_to(site: Path, address: str) -> str:
    """Where the page at an old address sends its readers."""
    page = read(site, f"public{address}index.html")
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page)
    assert found, address
    return found[1].removeprefix("/papers")


# Papers


def test_a_paper_gets_another_key_everywhere(site: Path) -> None:
    assert rename(site, "paper:xlnet", "x-l-net").endswith("\nrenamed\n")
    assert told(site) == []
    index = read(site, f"{TOP}/index.md")
    assert index.startswith(
        '---\ntitle: "Top {n} of {year}"\nentries: [x-l-net, dain] # xlnet first\n'
    )
    assert (
        "About [[x-l-net]] and [[arxiv:1906.08237|it]], `[[xlnet]]`, [its entry](x-l-net.md),\n"
        "[here](index.md#x-l-net), [its page](/papers/x-l-net/) and ![a chart](chart.png).\n\n"
        "```\n[[xlnet]] index.md#xlnet\n```\n\n<!-- [[xlnet]] -->\n"
    ) in index
    assert read(site, f"{TOP}/x-l-net.md").startswith("---\npaper: x-l-net\nrank: 1\n")
    assert "关于[[x-l-net]]。" in read(site, f"{TOP}/index.zh.md")
    assert read(site, f"{LATER}/again.md") == (
        "---\npaper: x-l-net\nrank: 1\ndifferent_from: [../../2019/top/dain.md, dain]\n---\n"
        "Again; see [before](../../2019/top/x-l-net.md), [the list](../../2019/top/index.md#x-l-net) or\n"
        "[there](/2019/top/#x-l-net).\n"
    )
    assert "[[x-l-net]]" in read(site, "content/about.md")
    assert sorted(path.name for path in (site / TOP).glob("x*")) == ["x-l-net.md", "x-l-net.zh.md"]


def test_the_old_addresses_of_a_paper_lead_to_the_new_ones_in_every_language(site: Path) -> None:
    pages = {path for path in contents(site / "public") if path.endswith(".html")}
    rename(site, "paper:xlnet", "x-l-net")
    assert told(site) == []
    assert leads_to(site, "/papers/xlnet/") == "/papers/x-l-net/"
    assert leads_to(site, "/zh/papers/xlnet/") == "/zh/papers/x-l-net/"
    after = {path for path in contents(site / "public") if path.endswith(".html")}
    assert pages <= after


def test_a_file_that_only_leads_on_adds_nothing_to_the_paper(site: Path) -> None:
    before = read(site, "public/papers/xlnet/index.html")
    rename(site, "paper:xlnet", "x-l-net")
    assert told(site) == []
    after = read(site, "public/papers/x-l-net/index.html")
    assert "x-l-net" in after
    assert after.replace("x-l-net", "xlnet") == before


def test_a_shared_paper_keeps_the_alias_in_its_file(site: Path) -> None:
    add(site, {"content/papers/xlnet.md": "---\nshort: XLNet # short\n---\nA note.\n"})
    rename(site, "paper:xlnet", "x-l-net")
    assert told(site) == []
    assert read(site, "content/papers/x-l-net.md").startswith("---\nshort: XLNet # short\naliases:")
    assert not (site / "content/papers/xlnet.md").exists()


def test_names_of_files_that_order_a_list_stay(tmp_path: Path) -> None:
    files = {
        f"{TOP}/index.md": "---\ntitle: T\nranked: false\n---\nHello.\n",
        f"{TOP}/a.md": "---\ntitle: Alpha\n---\nWords, [[b]].\n",
        f"{TOP}/b.md": "---\ntitle: Beta\n---\nWords.\n",
    }
    site = make_site(tmp_path, files, TOML)
    rename(site, "paper:a", "z")
    assert told(site) == []
    assert read(site, f"{TOP}/a.md") == "---\npaper: z\ntitle: Alpha\n---\nWords, [[b]].\n"
    assert [one.paper for one in catalog(site).roundups["2019/top"].entries] == ["z", "b"]
    rename(site, "paper:b", "c")
    assert (site / TOP / "c.md").is_file()
    assert read(site, f"{TOP}/a.md").endswith("Words, [[c]].\n")


def test_a_name_that_another_file_has_leaves_the_file_where_it_is(site: Path) -> None:
    add(site, {f"{TOP}/other.md": "---\npaper: third\nrank: 3\ntitle: Third\n---\nWords.\n"})
    add(site, {f"{TOP}/index.md": '---\ntitle: "Top {n} of {year}"\n---\nHello.\n'})
    add(site, {f"{LATER}/again.md": "---\npaper: xlnet\nrank: 1\n---\nWords.\n"})
    before = told(site)
    rename(site, "paper:xlnet", "other")
    assert told(site) == before
    assert read(site, f"{TOP}/xlnet.md").startswith("---\npaper: other\n")
    assert sorted(catalog(site).papers) == ["dain", "other", "third"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("paper:xlnt", "x"), "there is no paper 'xlnt'; did you mean 'xlnet'?"),
        (("paper:xlnet", "dain"), "'dain' is a paper already"),
        (("paper:xlnet", "xlnet"), "the paper is called 'xlnet' already"),
        (("paper:xlnet", "page"), "'page' is reserved"),
        (("paper:xlnet", "X Net"), "'X Net' cannot be a key; did you mean 'x-net'?"),
        (("xlnet", "x"), "Say what 'xlnet' is: paper:NAME, roundup:NAME, tag:NAME"),
        (("author:x", "y"), "Say what"),
        (("roundup:nothing", "x"), "there is no roundup 'nothing'"),
        (
            ("roundup:2019/top", "2020/later"),
            "'2020/later' is taken by content/2020/later/again.md",
        ),
        (("roundup:2019/top", "top"), "the roundup is called '2019/top' already"),
        (("roundup:2019/top", "Top 5"), "'Top 5' cannot be a key"),
        (("roundup:2019/top", "soon/top"), "'soon' is no year"),
        (("tag:nothing", "x"), "there is no topic 'nothing'"),
        (("tag:lm", "x"), "'lm' is the topic 'language-models', as site.toml says"),
        (("tag:language-models", "Video"), "'video' is a topic already"),
        (("tag:language-models", "lm"), "'lm' is a topic already"),
        (("tag:language-models", "video"), "in site.toml same_as = ['language-models']"),
        (("tag:video", "Video"), "the topic is called 'video' already"),
        (("tag:language-models", "?"), "'?' cannot be a topic"),
    ],
)
def test_names_that_cannot_be_given_are_refused(
    site: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused(site, *words)


def test_a_site_with_errors_is_mended_first(site: Path) -> None:
    add(site, {"content/about.md": "---\ntitle: [\n---\n"})
    done = refused(site, "paper:xlnet", "x")
    assert "content/about.md" in done


def test_an_address_that_was_somebody_elses_is_refused(site: Path) -> None:
    add(site, {"content/about.md": "---\ntitle: About\naliases: [/papers/x/]\n---\nWords.\n"})
    assert "/papers/x/ is an old address of content/about.md" in refused(site, "paper:xlnet", "x")


def test_what_would_break_is_refused_before_anything_is_written(site: Path) -> None:
    add(site, {"content/about.md": "---\ntitle: A\n---\n[x](#on-xlnet)\n\n## On [[xlnet]]\n"})
    assert "nothing in this article has the id 'on-xlnet'" in refused(site, "paper:xlnet", "x")


def test_a_dry_run_shows_the_difference_and_writes_nothing(site: Path) -> None:
    before = contents(site)
    said = rename(site, "paper:xlnet", "x", "--dry-run")
    assert "-entries: [xlnet, dain] # xlnet first\n+entries: [x, dain] # xlnet first\n" in said
    assert f"would move {os.path.relpath(site / TOP / 'xlnet.md')}" in said
    assert "written" not in said
    after = contents(site)
    assert {path: after[path] for path in before if path.startswith("content")} == {
        path: before[path] for path in before if path.startswith("content")
    }


def test_a_folder_that_cannot_be_written_is_left_as_it_was(site: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions do not bind the superuser")
    (site / TOP).chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "cannot be written" in refused(site, "paper:xlnet", "x")
    finally:
        (site / TOP).chmod(stat.S_IRWXU)


# Roundups


def test_a_roundup_moves_with_all_its_files_and_everything_that_names_it(site: Path) -> None:
    before = contents(site / TOP)
    rename(site, "roundup:2019/top", "best")
    assert told(site) == []
    after = contents(site / "content/2019/best")
    assert set(after) == set(before)
    assert not (site / TOP).exists()
    assert "(../../2019/best/xlnet.md), [the list](../../2019/best/index.md#xlnet)" in read(
        site, f"{LATER}/again.md"
    )
    assert "[there](/2019/best/#xlnet)" in read(site, f"{LATER}/again.md")
    assert "different_from: [../../2019/best/dain.md, dain]" in read(site, f"{LATER}/again.md")
    assert "src: ../../2019/best/chart.png" in read(site, f"{LATER}/index.md")
    assert "[the first](2019/best/index.md)" in read(site, "content/about.md")
    assert "[its entry](xlnet.md)" in read(site, "content/2019/best/index.md")
    assert leads_to(site, "/2019/top/") == "/2019/best/"
    assert leads_to(site, "/zh/2019/top/") == "/zh/2019/best/"


def test_a_roundup_in_another_year_still_finds_its_neighbours(site: Path) -> None:
    rename(site, "roundup:later", "roundup:2019/again")
    assert told(site) == []
    assert "(../top/xlnet.md), [the list](../top/index.md#xlnet)" in read(
        site, "content/2019/again/again.md"
    )
    assert "src: ../top/chart.png" in read(site, "content/2019/again/index.md")


def test_a_period_that_does_not_touch_the_new_year_is_told(site: Path) -> None:
    add(site, {f"{LATER}/index.md": "---\ntitle: Later\nperiod: 2020-01\n---\nHello.\n"})
    assert "the period 2020-01 does not touch 2018" in refused(site, "roundup:later", "2018/later")


# Topics


def test_a_topic_gets_another_name_everywhere(site: Path) -> None:
    add(site, {"content/tags/language-models.md": "---\ntitle: Models\n---\n[[xlnet]]\n"})
    rename(site, "tag:Language Models", "Text")
    assert told(site) == []
    assert "tags: [Text]" in read(site, f"{TOP}/index.md")
    assert "tags: [Text]" in read(site, f"{TOP}/xlnet.md")
    assert '[tags.text] # models\ntitle = "Language models"' in read(site, "site.toml")
    assert '[tags.video]\ntitle = "language-models"' in read(site, "site.toml")
    assert leads_to(site, "/tags/language-models/") == "/tags/text/"
    assert leads_to(site, "/zh/tags/language-models/") == "/zh/tags/text/"
    assert sorted(catalog(site).topics) == ["text", "video"]


def test_a_topic_without_words_gets_a_file_that_leads_on(site: Path) -> None:
    rename(site, "tag:video", "motion")
    assert told(site) == []
    assert leads_to(site, "/tags/video/") == "/tags/motion/"
    assert not (site / "public/zh/tags/video").exists()


# Laws


def without_aliases(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files without the lines of their aliases, and without those that hold nothing else."""
    cut = {
        path: re.sub(rb"^aliases:.*\r?\n", b"", data, flags=re.M) for path, data in files.items()
    }
    return {path: data for path, data in cut.items() if data != b"---\n---\n"}


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("paper:xlnet", "x"), ("paper:x", "xlnet")),
        (("paper:dain", "d"), ("paper:d", "dain")),
        (("roundup:2019/top", "2021/x"), ("roundup:2021/x", "2019/top")),
        (("tag:language-models", "x"), ("tag:x", "language-models")),
    ],
)
def test_there_and_back_again(site: Path, there: tuple[str, ...], back: tuple[str, ...]) -> None:
    before = contents(site / "content") | {"site.toml": (site / "site.toml").read_bytes()}
    rename(site, *there)
    assert told(site) == []
    rename(site, *back)
    assert told(site) == []
    after = contents(site / "content") | {"site.toml": (site / "site.toml").read_bytes()}
    assert without_aliases(after) == without_aliases(before)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("paper:xlnet", "x"),
        ("paper:stanza", "stanza-nlp"),
        ("roundup:2019/rubiks-code-top-5", "2018/five"),
        ("tag:transformers", "attention"),
    ],
)
def test_there_and_back_again_on_the_site_of_the_repository(
    tmp_path: Path, old: str, new: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.toml", site)
    before = contents(site)
    rename(site, old, new)
    kind, _, name = old.partition(":")
    assert without_aliases(contents(site)) != without_aliases(before)
    rename(site, f"{kind}:{new}", name)
    after = {path: data for path, data in contents(site).items() if path in before}
    assert without_aliases(after) == without_aliases(before)


PIECES = st.sampled_from([
    "[[xlnet]]", "[[xlnet|x]]", "[[dain]]", "`", "```\n", "\n", "\n\n", "<!--", "-->", "$", "    ", "- ", "> ",
    "[x](../top/xlnet.md)", "[x](/papers/xlnet/)", "[x](../top/index.md#xlnet)", "](", "[y]: ../top/xlnet.md\n",
    '<a href="../top/xlnet.md#x">', "</a>", "\\", "words ", "![a](../top/chart.png)", "|", "*",
])  # fmt: skip


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.lists(PIECES, max_size=16).map("".join), kind=st.sampled_from(["paper", "roundup"]))
def test_a_rename_brings_no_new_problem(body: str, kind: str, site: Path) -> None:
    own = {"content/2019/other/index.md": f"---\ntitle: Other\n---\n{body}"}
    add(site, own)
    before = messages(build_site(site))
    if any(": error: " in one for one in before):
        return
    there, back = {
        "paper": (("paper:xlnet", "x"), ("paper:x", "xlnet")),
        "roundup": (("roundup:2019/top", "x"), ("roundup:2019/x", "top")),
    }[kind]
    rename(site, *there)
    assert len(messages(build_site(site))) == len(before)
    rename(site, *back)
    assert read(site, "content/2019/other/index.md") == own["content/2019/other/index.md"]
