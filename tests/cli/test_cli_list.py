"""`roundup list`: the catalog as a table or as JSON."""

import json
from pathlib import Path

from cli.commands import call
from sites import make_site


def test_papers_stand_in_order_of_their_keys(site: Path) -> None:
    lines = call("list", "papers", "--site", site).stdout.splitlines()
    assert lines[0].split() == ["PAPER", "YEAR", "ENTRIES", "TITLE"]
    assert [line.split(maxsplit=3) for line in lines[1:]] == [
        ["dain", "2019", "1", "Depth-Aware Video Frame Interpolation"],
        ["xlnet", "2019", "1", "Generalized Autoregressive Pretraining"],
    ]


def test_roundups_name_their_languages_and_sizes(site: Path) -> None:
    make_site(site, {"content/2019/top/index.zh.md": "---\ntitle: 年度论文\n---\n"})
    lines = call("list", "roundups", "--site", site).stdout.splitlines()
    assert lines[1].split(maxsplit=3) == ["2019/top", "en,zh", "2", "Top 2 of 2019"]


def test_tags_count_what_carries_them(site: Path) -> None:
    lines = call("list", "tags", "--site", site).stdout.splitlines()
    assert [line.split(maxsplit=3) for line in lines] == [
        ["TAG", "PAPERS", "ROUNDUPS", "TITLE"],
        ["language-models", "1", "0", "Language models"],
        ["video", "1", "0", "Video"],
    ]


def test_json_is_what_the_site_s_data_says(site: Path) -> None:
    call("build", "--site", site)
    data = json.loads((site / "public/data/site.json").read_text("utf-8"))
    for name in ("papers", "roundups"):
        listed = json.loads(call("list", name, "--site", site, "--format", "json").stdout)
        assert listed == data[name]


def test_json_of_tags_names_papers(site: Path) -> None:
    listed = json.loads(call("list", "tags", "--site", site, "--format", "json").stdout)
    assert listed[1] == {"tag": "video", "title": "Video", "papers": ["dain"], "roundups": []}


def test_errors_are_said_beside_the_table_and_warnings_are_not(site: Path) -> None:
    make_site(
        site,
        {
            "content/2019/top/index.md": "---\ntitle: Top 5\n---\n",
            "content/2019/top/dain.md": "---\ntitle: DAIN\nrnak: 2\n---\nWords.\n",
        },
    )
    done = call("list", "papers", "--site", site, "--format", "json")
    assert done.exit_code == 1
    assert [one["key"] for one in json.loads(done.stdout)] == ["dain", "xlnet"]
    assert done.stderr == (
        "content/2019/top/dain.md:3: error: unknown field 'rnak'\n"
        "     3 | rnak: 2\n"
        "       | ^^^^\n"
        "  hint: did you mean 'rank'?\n"
    )
