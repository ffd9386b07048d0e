"""A tag has its topic's page wherever it was written: in any entry of a paper, in any language."""

from pathlib import Path

from sites import ROUNDUP, build_site, make_site, messages

INDEX = "---\ntitle: 列表\ntags: [多语]\n---\n你好。\n"
CHINESE = "---\ntitle: 广义自回归预训练\ntags: [自回归]\n---\n以任意顺序预测词语。\n"
AGAIN = "---\npaper: xlnet\nrank: 1\ntags: [permutations]\n---\nStill read.\n"


def test_tags_of_later_entries_and_of_translations_have_pages(tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        {
            **ROUNDUP,
            "content/2019/top/index.zh.md": INDEX,
            "content/2019/top/xlnet.zh.md": CHINESE,
            "content/2020/best/index.md": "---\ntitle: Best\n---\nHello.\n",
            "content/2020/best/xlnet.md": AGAIN,
        },
    )
    report = build_site(site)
    assert not report.failed, messages(report)
    topics = {address for address in report.rendered if address.startswith("/zh/tags/")}
    assert {"/zh/tags/多语/", "/zh/tags/自回归/", "/zh/tags/permutations/"} <= topics
    for topic in ("自回归", "permutations"):
        assert "/papers/xlnet/" in (site / f"public/zh/tags/{topic}/index.html").read_text("utf-8")
