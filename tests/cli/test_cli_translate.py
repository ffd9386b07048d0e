"""`roundup translate`: files to fill in, kept fresh as long as nobody has, and the record of what is current."""

from pathlib import Path

import pytest

from cli.commands import call
from roundup.build.build import read_site
from roundup.build.sources import Options
from roundup.content.words import digest
from sites import SITE_TOML, build_site, contents, make_site, messages

TOP = "content/2019/top"
MADE = [f"{TOP}/dain.zh.md", f"{TOP}/index.zh.md", f"{TOP}/xlnet.zh.md"]


def translate(site: Path, *words: str) -> str:
    done = call("translate", *words, "--site", site)
    assert done.exit_code == 0, done.output
    return done.output


def replaced(site: Path, path: str, old: str, new: str) -> None:
    data = (site / path).read_bytes()
    assert old.encode() in data
    (site / path).write_bytes(data.replace(old.encode(), new.encode()))


def chinese(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(site).items() if path.endswith(".zh.md")}


def test_what_is_missing_is_made_and_publishes_nothing(site: Path) -> None:
    assert not build_site(site).failed
    before = contents(site / "public")
    said = translate(site, "2019/top", "zh").splitlines()
    assert [line.split()[0] for line in said] == ["wrote", "wrote", "wrote", "3"]
    assert sorted(chinese(site)) == MADE
    report = build_site(site)
    assert messages(report) == []
    assert contents(site / "public") == before


def test_a_file_to_fill_in(site: Path) -> None:
    fields = "title: 'Top {n}: a list'\nsummary: Short.\n"
    body = "Hello.\n\n## More\n\nWords\nand words.\n\n<!-- papers -->\n\nBye.\n"
    make_site(site, {f"{TOP}/index.md": f"---\n{fields}---\n{body}"})
    translate(site, "top", "zh")
    said = {
        "title": "Top {n}: a list",
        "summary": "Short.",
        "body": "Hello.",
        "More": "## More Words and words.",
        "closing": "Bye.",
    }
    digests = ", ".join(f"{name}: {digest(text)}" for name, text in said.items())
    assert (site / TOP / "index.zh.md").read_text("utf-8") == (
        "---\n"
        "# A translation of index.md (en), to be written: fill in what is empty."
        " Comments are never published.\n"
        '# title: "Top {n}: a list"\n'
        'title: ""\n'
        "# summary: Short.\n"
        'summary: ""\n'
        f"translated_from: {{{digests}}}\n"
        "---\n\n"
        "<!-- en: Hello. -->\n\n\n"
        "<!-- en: ## More -->\n\n\n"
        "<!-- en:\nWords\nand words.\n-->\n\n\n"
        "<!-- papers -->\n\n\n"
        "<!-- en: Bye. -->\n"
    )


def test_an_entry_that_only_names_its_paper_offers_the_papers_title(site: Path) -> None:
    make_site(site, {
        "content/2020/later/index.md": "---\ntitle: Later\n---\nHello.\n",
        "content/2020/later/again.md": "---\npaper: dain\nrank: 1\n---\nAgain.\n",
    })  # fmt: skip
    translate(site, "later", "zh")
    made = (site / "content/2020/later/again.zh.md").read_text("utf-8")
    assert '# title: Depth-Aware Video Frame Interpolation\ntitle: ""\n' in made
    assert translate(site, "later", "zh").startswith("the files for zh are there already")


def test_words_written_into_it_are_a_translation_that_is_current(site: Path) -> None:
    translate(site, "top", "zh")
    replaced(site, f"{TOP}/index.zh.md", 'title: ""', 'title: "{year}年Top {n}"')
    replaced(site, f"{TOP}/index.zh.md", "Hello. -->\n", "Hello. -->\n你好。\n")
    for stem in ("xlnet", "dain"):
        path = site / TOP / f"{stem}.zh.md"
        path.write_text(path.read_text("utf-8") + "\n译文。\n", "utf-8")
    assert messages(build_site(site)) == []
    page = (site / "public/zh/2019/top/index.html").read_text("utf-8")
    assert "2019年Top 2" in page
    assert "Hello" not in page
    assert "zh  current" in call("status", "--site", site).stdout.replace("original  ", "zh  ")


def test_a_second_time_changes_nothing(site: Path) -> None:
    translate(site, "top", "zh")
    before = chinese(site)
    assert translate(site, "top", "zh").startswith("the files for zh are there already")
    assert chinese(site) == before


def test_what_nobody_has_touched_follows_its_original(site: Path) -> None:
    translate(site, "top", "zh")
    replaced(site, f"{TOP}/dain.md", "Looks at depth", "Sees depth")
    assert f"{TOP}/dain.zh.md" in translate(site, "top", "zh")
    assert "Sees depth" in (site / TOP / "dain.zh.md").read_text("utf-8")


def test_windows_line_ends_are_no_touch(site: Path) -> None:
    translate(site, "top", "zh")
    path = site / TOP / "dain.zh.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    replaced(site, f"{TOP}/dain.md", "Looks at depth", "Sees depth")
    translate(site, "top", "zh")
    assert "Sees depth" in path.read_text("utf-8")


@pytest.mark.parametrize("mine", ["<!-- I will do this. -->\n", "---\ntags: [x]\n---\n"])
def test_what_somebody_has_touched_stays(site: Path, mine: str) -> None:
    make_site(site, {f"{TOP}/dain.zh.md": mine})
    said = translate(site, "top", "zh")
    assert (
        f"{TOP}/dain.zh.md: warning: it has no words yet, but somebody has written into it" in said
    )
    assert (site / TOP / "dain.zh.md").read_text("utf-8") == mine


def test_words_are_never_written_over(site: Path) -> None:
    make_site(site, {f"{TOP}/dain.zh.md": "看深度。\n"})
    translate(site, "top", "zh")
    assert (site / TOP / "dain.zh.md").read_text("utf-8") == "看深度。\n"


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = contents(site / "content")
    assert "would write" in translate(site, "top", "zh", "--dry-run")
    assert contents(site / "content") == before


def test_a_language_that_is_not_declared_says_how(site: Path) -> None:
    done = call("translate", "top", "fr", "--site", site)
    assert done.exit_code == 1
    assert done.stderr == (
        "site.toml: error: the language 'fr' is not declared\n"
        '  hint: add two lines to it, [languages.fr] and below that name = "français"\n'
    )


@pytest.mark.parametrize("words", [("top", "en"), ("top", "!"), ("nothing", "zh"), ("top",)])
def test_a_wrong_command_line(site: Path, words: tuple[str, ...]) -> None:
    assert call("translate", *words, "--site", site).exit_code == 2


def test_a_language_before_the_roundup_is_told_the_order(site: Path) -> None:
    done = call("translate", "zh", "top", "--site", site)
    assert done.exit_code == 2
    assert "roundup translate top zh" in done.stderr


def test_a_list_in_chinese_is_translated_into_the_sites_own_language(tmp_path: Path) -> None:
    files = {
        f"{TOP}/index.zh.md": "---\ntitle: 年度论文\n---\n你好。\n",
        f"{TOP}/xlnet.zh.md": '---\npaper: xlnet\nrank: 1\ntitle: XLNet\narxiv: "1906.08237"\n---\n次序。\n',
    }
    site = make_site(tmp_path, files)
    translate(site, "top", "en")
    assert messages(build_site(site)) == []
    replaced(site, f"{TOP}/index.en.md", 'title: ""', "title: The list")
    path = site / TOP / "xlnet.en.md"
    path.write_text(path.read_text("utf-8") + "\nOrder.\n", "utf-8")
    assert messages(build_site(site)) == []
    [found] = read_site(site, Options(jobs=1)).gathered.catalog.roundups.values()
    assert [one.language for one in found.editions] == ["zh", "en"], (
        "what was translated is no original"
    )
    assert found.entries[0].rank == 1


def test_pages_papers_and_topics_can_be_translated_too(site: Path) -> None:
    about, note = "---\ntitle: About\n---\nWords.\n", "---\nabstract: Long.\n---\n"
    make_site(site, {"content/about.md": about, "content/papers/dain.md": note})
    translate(site, "content/about.md", "zh")
    assert sorted(chinese(site)) == ["content/about.zh.md"]
    translate(site, "all", "zh")
    assert sorted(chinese(site)) == [*MADE, "content/about.zh.md", "content/papers/dain.zh.md"]
    assert messages(build_site(site)) == []


def test_an_entry_alone_by_its_file(site: Path) -> None:
    translate(site, f"{TOP}/dain.md", "zh")
    assert sorted(chinese(site)) == [f"{TOP}/dain.zh.md"]


# The record


def test_what_is_translated_is_recorded_as_current(site: Path) -> None:
    own = "\ufeff---\r\ntitle: 插帧 # mine\r\n---\r\n看深度。\r\n"
    make_site(site, {f"{TOP}/dain.zh.md": own, f"{TOP}/index.zh.md": "---\ntitle: 盘点\n---\n"})
    said = translate(site, "top", "zh", "--mark-current")
    assert said.splitlines()[-1] == "2 translations recorded as current; 1 still without words"
    text = (site / TOP / "dain.zh.md").read_bytes().decode()
    assert text.startswith("\ufeff---\r\ntitle: 插帧 # mine\r\ntranslated_from: {title: ")
    assert text.endswith("}\r\n---\r\n看深度。\r\n")
    replaced(site, f"{TOP}/dain.md", "Looks at depth", "Sees depth")
    assert any("has changed since it was translated: body" in m for m in messages(build_site(site)))
    translate(site, "top", "zh", "--mark-current")
    assert not [m for m in messages(build_site(site)) if "has changed" in m]
    before = chinese(site)
    assert "all were current" in translate(site, "top", "zh", "--mark-current")
    assert chinese(site) == before


def test_without_a_translation_the_record_says_how_to_begin(site: Path) -> None:
    said = translate(site, "top", "zh", "--mark-current")
    assert said == "nothing is translated into zh yet: roundup translate top zh\n"


def test_a_broken_original_is_left_out_and_told(site: Path) -> None:
    make_site(site, {f"{TOP}/dain.md": "---\ntitle: [\n---\nWords.\n"})
    done = call("translate", "top", "zh", "--site", site)
    assert done.exit_code == 1
    assert (
        f"{TOP}/dain.md: error: it cannot be translated before its errors are mended" in done.stderr
    )
    assert sorted(chinese(site)) == [f"{TOP}/index.zh.md", f"{TOP}/xlnet.zh.md"]


def test_a_roundup_of_an_undeclared_language_family_keeps_the_tag_as_written(
    tmp_path: Path,
) -> None:
    toml = SITE_TOML + '[languages.pt-BR]\nname = "Português"\n'
    site = make_site(tmp_path, {f"{TOP}/index.md": "---\ntitle: T\n---\nWords.\n"}, toml)
    translate(site, "top", "PT-br")
    assert (site / TOP / "index.pt-BR.md").is_file()
