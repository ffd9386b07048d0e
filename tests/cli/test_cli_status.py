"""`roundup status`: roundups and languages crossed."""

import json
from pathlib import Path

from cli.commands import call
from sites import make_site


def test_the_table_crosses_roundups_and_languages(site: Path) -> None:
    make_site(
        site,
        {
            "content/2019/top/index.zh.md": "---\ntitle: 年度论文\n---\n",
            "content/2019/top/dain.zh.md": (
                "---\ntranslated_from: {body: '0000000000'}\n---\n看深度。\n"
            ),
            "content/2020/other/index.md": "---\ntitle: Other\ndraft: true\n---\n",
        },
    )
    done = call("status", "--site", site)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "ROUNDUP     en        zh",
        "2019/top    original  stale",
        "2020/other  original  missing",
        "",
        "content/2019/top/dain.zh.md: the original has changed: title, body",
        "2019/top: no words in zh: xlnet",
    ]


def test_json_says_the_same(site: Path) -> None:
    found = json.loads(call("status", "--site", site, "--format", "json").stdout)
    assert found == [
        {"roundup": "2019/top", "language": "en", "state": "original", "stale": [], "missing": []},
        {
            "roundup": "2019/top",
            "language": "zh",
            "state": "missing",
            "stale": [],
            "missing": ["index", "xlnet", "dain"],
        },
    ]
