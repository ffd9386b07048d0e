"""Languages from file names and fields to pages, in tiny sites."""

from pathlib import Path

from sites import ROUNDUP, build_site, make_site, messages

TOML = """title = "Lists"
base_url = "https://example.org/"

[languages.zh-Hans]
name = "简体中文"

[languages.fr]
name = "français"
"""


def read(site: Path, address: str) -> str:
    return (site / "public" / address / "index.html").read_text("utf-8")


def test_zh_hans_takes_the_interface_words_of_zh(tmp_path: Path) -> None:
    files = {"content/2019/top/index.zh-Hans.md": "---\ntitle: 最佳 {n} 篇\n---\n你好。\n"}
    site = make_site(tmp_path, {**ROUNDUP, **files}, TOML)
    assert not build_site(site).failed
    page = read(site, "zh-Hans/2019/top")
    assert '<html lang="zh-Hans"' in page
    assert ">跳到正文<" in page


def test_a_language_without_words_of_its_own_speaks_english(tmp_path: Path) -> None:
    files = {"content/2019/top/index.fr.md": "---\ntitle: Les {n} meilleurs\n---\nBonjour.\n"}
    site = make_site(tmp_path, {**ROUNDUP, **files}, TOML)
    assert not build_site(site).failed
    assert "Les 2 meilleurs" in read(site, "fr/2019/top")
    assert ">Skip to the content<" in read(site, "fr/2019/top")


def test_entries_without_a_tag_speak_the_language_of_their_index(tmp_path: Path) -> None:
    files = {
        "content/2020/listes/index.md": "---\ntitle: Liste\nlanguage: fr\n---\nBonjour.\n",
        "content/2020/listes/a.md": "---\ntitle: Un travail\n---\nDes mots.\n",
    }
    site = make_site(tmp_path, {**ROUNDUP, **files}, TOML)
    assert not build_site(site).failed
    assert "Des mots." in read(site, "fr/2020/listes")
    assert not (site / "public/2020/listes").exists()


def test_a_tag_in_another_case_is_the_same_language(tmp_path: Path) -> None:
    files = {"content/about.FR.md": "---\ntitle: À propos\n---\nBonjour.\n"}
    site = make_site(tmp_path, {**ROUNDUP, **files}, TOML)
    assert not build_site(site).failed
    assert "Bonjour." in read(site, "fr/about")


def test_topics_keep_the_letters_of_any_script(tmp_path: Path) -> None:
    entry = "---\ntitle: An Own Title\nrank: 3\ntags: [语言模型, C++, Théorie]\n---\nWords.\n"
    site = make_site(tmp_path, {**ROUNDUP, "content/2019/top/x.md": entry}, TOML)
    assert not build_site(site).failed
    found = {path.name for path in (site / "public/tags").iterdir() if path.is_dir()}
    assert {"语言模型", "c-plus-plus", "théorie"} <= found


def test_a_language_is_declared_once_in_any_case(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP, TOML + '[languages.FR]\nname = "x"\n')
    assert messages(build_site(site)) == [
        "site.toml:9: error: the language 'FR' is 'fr' in another case\n  hint: keep one of them"
    ]
