"""Exports can be pasted as they are: styles at the elements, pictures beside, numbers where links are forbidden."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from cli.commands import call
from rasters import noise, saved
from roundup.authoring.scaffold import scaffold
from sites import make_site

BASE = "https://example.org/lists/"
SITE = f"""title = "Lists"
base_url = "{BASE}"

[languages.zh]
title = "盘点"
"""
WORDS = r"""
A [link](https://example.org/a?b=1&c=2), the [same](https://example.org/a?b=1&c=2), and [[dain|its neighbour]],
a formula $a_1 * b_1$ and `code`.[^note]

![Two streams](streams.png)

| a | b |
|---|---|
| 1 | 2 |

```python
print("a")
```

$$x^2$$

> Quoted.

[^note]: A note.
"""
FILES: dict[str, str | bytes] = {
    "site.toml": SITE,
    "content/2019/top/index.md": "---\ntitle: Top 2 of {year}\n---\nHello.\n\n<!-- papers -->\n\nBye.\n",
    "content/2019/top/index.zh.md": "---\ntitle: 前2名\n---\n你好。\n",
    "content/2019/top/xlnet.md": f"""---
title: "XLNet: Generalized Autoregressive Pretraining"
rank: 1
authors: [Zhilin Yang, Zihang Dai]
arxiv: "1906.08237"
code: https://github.com/zihangdai/xlnet
image: {{src: streams.png, alt: Streams, caption: Two streams of attention}}
---
{WORDS}""",
    "content/2019/top/dain.md": "---\ntitle: Depth-Aware Video Frame Interpolation\nrank: 2\n---\nIt sees depth.\n",
    "content/2019/top/streams.png": saved(noise(8, 8), "PNG"),
}
FORMS = ["md", "email", "wechat", "html"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", FILES)


def exported(site: Path, form: str, *more: str) -> str:
    done = call("--site", site, "export", "top", "--to", form, "--output", "-", *more)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("form", ["email", "wechat", "html"])
def test_every_style_stands_at_its_element(site: Path, form: str) -> None:
    soup = BeautifulSoup(exported(site, form), "html.parser")
    assert not soup.select("style, link, script, [class], [data-paper], [loading], [srcset]")
    for name in ("h1", "h2", "p", "table", "td", "pre", "blockquote", "img"):
        found = soup.select(name)
        assert found, name
        assert all(one.get("style") for one in found), name
    assert soup.select_one("meta[charset]")


def test_places_without_links_get_numbered_references(site: Path) -> None:
    soup = BeautifulSoup(exported(site, "wechat"), "html.parser")
    assert soup.find("a") is None
    assert "A link[3], the same[3], and its neighbour," in soup.get_text()
    references = [one.get_text() for one in soup.find_all("p") if one.get_text().startswith("[")]
    assert references == [
        "[1] https://arxiv.org/abs/1906.08237",
        "[2] https://github.com/zihangdai/xlnet",
        "[3] https://example.org/a?b=1&c=2",
    ]
    numbers = {one.get_text() for one in soup.find_all("sup")}
    assert {f"[{number}]" for number in range(1, len(references) + 1)} <= numbers


@pytest.mark.parametrize("form", FORMS)
def test_the_canonical_address_stands_at_the_end(site: Path, form: str) -> None:
    text = BeautifulSoup(exported(site, form), "html.parser").get_text() if form != "md" else ""
    text = text or exported(site, form)
    assert text.strip().rstrip(">").endswith(f"{BASE}2019/top/")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_the_words_is_lost_and_the_entries_are_in_order(site: Path, form: str) -> None:
    text = exported(site, form)
    places = [text.index(word) for word in ("Hello.", "XLNet", "Quoted.", "It sees depth.", "Bye.")]
    assert places == sorted(places)
    assert "A note." in text
    assert "a_1 * b_1" in text or (form == "html" and "<math" in text)


def test_links_have_their_address_in_full_and_own_places_only_where_they_work(site: Path) -> None:
    page = BeautifulSoup(exported(site, "html"), "html.parser")
    for link in page.select("a[href]"):
        href = str(link["href"])
        assert href.startswith("https://") or page.find(id=href[1:]), href
    mail = BeautifulSoup(exported(site, "email"), "html.parser")
    assert all(str(link["href"]).startswith("https://") for link in mail.select("a"))
    assert not mail.select("[id]")


def test_formulas_are_their_source_where_mathml_is_not_known(site: Path) -> None:
    assert "<math" in exported(site, "html")
    for form in ("email", "wechat"):
        soup = BeautifulSoup(exported(site, form), "html.parser")
        assert soup.find("math") is None
        assert "a_1 * b_1" in [one.get_text() for one in soup.find_all("code")]
        alone = soup.find("code", string="x^2")
        assert alone.parent.name == "p"
        assert alone.parent["style"]


@pytest.mark.parametrize("form", ["email", "wechat", "html"])
def test_closing_words_stand_apart_from_the_last_entry(site: Path, form: str) -> None:
    soup = BeautifulSoup(exported(site, form), "html.parser")
    (rule,) = soup.find_all("hr")
    assert rule.find_next("p").get_text() == "Bye."


def test_an_export_that_changes_nothing_says_so(site: Path) -> None:
    first = call("--site", site, "export", "top", "--to", "md")
    assert "wrote" in first.stdout
    again = call("--site", site, "export", "top", "--to", "md")
    assert again.stdout.endswith("top.md is as it was\n")


def test_the_address_of_a_new_site_is_not_pasted_unseen(tmp_path: Path) -> None:
    site = make_site(tmp_path, dict(scaffold()), scaffold()["site.toml"])
    said = call("--site", site, "export", "worth-rereading", "--to", "md").stdout
    assert "write your own base_url into site.toml" in said


def test_pictures_stand_beside_the_document(site: Path, tmp_path: Path) -> None:
    done = call("--site", site, "export", "2019/top", "--to", "html", "--output", tmp_path / "out")
    assert done.exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"top.html", "streams.png"}
    soup = BeautifulSoup((tmp_path / "out/top.html").read_text("utf-8"), "html.parser")
    assert {str(one["src"]) for one in soup.select("img")} == {"streams.png"}
    assert (tmp_path / "out/streams.png").read_bytes() == FILES["content/2019/top/streams.png"]


def test_an_export_goes_to_its_folder_and_is_replaced_by_the_next(site: Path) -> None:
    call("--site", site, "export", "top", "--to", "md")
    document = site / "exports/2019/top/top.md"
    first = document.read_text("utf-8")
    entry = site / "content/2019/top/dain.md"
    entry.write_text(entry.read_text("utf-8").replace("It sees depth.", "Depth decides."), "utf-8")
    done = call("--site", site, "export", "top", "--to", "md")
    assert "changed" in done.stdout
    assert document.read_text("utf-8") == first.replace("It sees depth.", "Depth decides.")


def test_another_language_is_exported_with_its_words_and_its_name(site: Path) -> None:
    call("--site", site, "export", "top", "--lang", "zh", "--to", "wechat")
    text = (site / "exports/2019/top/top.zh.wechat.html").read_text("utf-8")
    assert "前2名" in text
    assert "参考链接" in text
    assert '<html dir="ltr" lang="zh">' in text or '<html lang="zh" dir="ltr">' in text


def test_a_language_the_roundup_does_not_speak_is_refused(site: Path) -> None:
    done = call("--site", site, "export", "top", "--lang", "fr", "--to", "md")
    assert done.exit_code == 2
    assert "2019/top is not there in 'fr'; it is in: en, zh" in done.stderr


def test_an_unknown_roundup_is_answered_with_the_nearest(site: Path) -> None:
    done = call("--site", site, "export", "2019/topp", "--to", "md")
    assert done.exit_code == 2
    assert "there is no roundup '2019/topp'; did you mean '2019/top'?" in done.stderr


def test_a_dry_run_writes_nothing(site: Path) -> None:
    done = call("--site", site, "export", "top", "--to", "md", "--dry-run")
    assert "would write" in done.stdout
    assert not (site / "exports").exists()


def test_a_theme_can_lay_the_document_out_itself(site: Path) -> None:
    make_site(site, {"templates/export.html": "<h1>{{ page.title }}</h1><p>Mine.</p>"}, SITE)
    assert exported(site, "md") == f"# Top 2 of 2019\n\nMine.\n\nRead online: <{BASE}2019/top/>\n"
    make_site(site, {"templates/export.html": "{{ page.titel }}"})
    done = call("--site", site, "export", "top", "--to", "md")
    assert done.exit_code == 1
    assert "templates/export.html:1: error: the template fails on /2019/top/" in done.stderr
