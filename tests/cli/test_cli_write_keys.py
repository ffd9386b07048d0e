"""`roundup check --write-keys`: keys that only names of files give are written where others need them."""

from pathlib import Path

from cli.commands import call
from sites import build_site, contents, make_site, messages

OLD, TOP = "content/2018/old", "content/2019/top"
TWICE = {
    f"{TOP}/index.md": "---\ntitle: T\n---\nWords.\n",
    f"{TOP}/xlnet.md": '\ufeff---\r\ntitle: XLNet # its name\r\narxiv: "1906.08237"\r\n---\r\nWords.\r\n',
    f"{TOP}/xlnet.zh.md": "次序。\n",
    f"{TOP}/dain.md": "---\ntitle: DAIN\n---\nWords.\n",
    f"{OLD}/index.md": "---\ntitle: Old\n---\nWords.\n",
    f"{OLD}/order.md": "---\nurl: https://arxiv.org/abs/1906.08237\n---\nWords.\n",
}


def check(site: Path) -> list[str]:
    return call("check", "--write-keys", "--site", site).output.splitlines()


def test_the_present_key_is_written_into_every_entry(tmp_path: Path) -> None:
    site = make_site(tmp_path, TWICE)
    assert any("no written key" in one for one in messages(build_site(site)))
    before = contents(site / "content")
    said = check(site)
    assert [line.split("/content/")[1] for line in said if line.startswith("changed")] == [
        "2018/old/order.md",
        "2019/top/xlnet.md",
    ]
    after = contents(site / "content")
    assert after["2018/old/order.md"] == (
        b"---\npaper: order\nurl: https://arxiv.org/abs/1906.08237\n---\nWords.\n"
    )
    assert after["2019/top/xlnet.md"].decode() == (
        '\ufeff---\r\npaper: order\r\ntitle: XLNet # its name\r\narxiv: "1906.08237"\r\n---\r\nWords.\r\n'
    )
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"2018/old/order.md", "2019/top/xlnet.md"}
    assert not any("no written key" in one for one in messages(build_site(site)))


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path, TWICE)
    check(site)
    before = contents(site / "content")
    assert "every key that is needed is written" in check(site)
    assert contents(site / "content") == before


def test_a_key_that_somebody_wrote_is_enough(tmp_path: Path) -> None:
    written = {
        f"{TOP}/xlnet.md": '---\npaper: xlnet\ntitle: XLNet\narxiv: "1906.08237"\n---\nWords.\n'
    }
    site = make_site(tmp_path, {**TWICE, **written})
    before = contents(site / "content")
    check(site)
    assert contents(site / "content") == before


def test_with_errors_nothing_is_written(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**TWICE, f"{TOP}/bad.md": "---\ntitle: [\n---\n"})
    before = contents(site / "content")
    said = check(site)
    assert "no keys were written: first mend what is wrong" in said
    assert contents(site / "content") == before
