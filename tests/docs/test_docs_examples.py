import re
import shlex
import tomllib
from pathlib import Path

import pytest

from docs.documents import Fence, anchors, documents, fences, links, name_of, whole_files
from roundup.cli.program import COMMANDS, program
from roundup.content import schema
from roundup.content.article import FAMILIES
from roundup.content.config import parse_settings
from roundup.content.frontmatter import read
from roundup.content.prose import Rules, render
from roundup.identifiers import normalise
from sites import SITE_TOML, build_site, make_site, messages

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = documents()
EXAMPLES = [(name_of(path), fence) for path in DOCUMENTS for fence in fences(path)]
WITH_SITES = [path for path in DOCUMENTS if any("content/" in file for file in whole_files(path))]


def examples(*kinds: str) -> list[Fence]:
    return [fence for _, fence in EXAMPLES if fence.kind in kinds and not fence.file]


@pytest.mark.parametrize("path", WITH_SITES, ids=name_of)
def test_the_site_that_a_document_shows_builds_without_a_problem(
    path: Path, tmp_path: Path
) -> None:
    files = whole_files(path)
    toml = files.pop("site.toml", SITE_TOML)
    report = build_site(make_site(tmp_path, files, toml), drafts=True, future=True)
    assert messages(report) == []


def test_the_readme_and_the_guides_show_sites() -> None:
    assert {"README.md", "docs/writing.md", "docs/settings.md"} <= set(map(name_of, WITH_SITES))


@pytest.mark.parametrize("fence", examples("yaml"))
def test_front_matter_in_pieces_can_be_read(fence: Fence) -> None:
    front = read(f"---\n{fence.text}---\n")
    families = {schema.read(family, front.fields).faults for family in FAMILIES.values()}
    assert front.complaints == ()
    assert () in families, families


@pytest.mark.parametrize("fence", examples("toml"))
def test_settings_in_pieces_can_be_read(fence: Fence) -> None:
    given = tomllib.loads(fence.text)
    needed = {"title": 'title = "T"', "base_url": 'base_url = "https://example.org/"'}
    missing = [line for name, line in needed.items() if name not in given]
    _, problems = parse_settings("\n".join([*missing, fence.text]))
    assert problems == ()


@pytest.mark.parametrize("fence", examples("markdown"))
def test_words_in_pieces_can_be_rendered(fence: Fence) -> None:
    problems = render(fence.text, Rules()).problems
    assert [one for one in problems if one.severity == "error"] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for link in links(path):
        if not re.match(r"[a-z]+:", link):
            file, _, fragment = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.exists(), link
            if fragment:
                assert fragment in anchors(target), link


def spoken(words: str) -> list[list[str]]:
    """The lines that call a command, each as its words."""
    texts = [fence.text for _, fence in EXAMPLES if fence.kind == "sh"]
    lines = [line for text in texts for line in text.splitlines()]
    return [shlex.split(line, comments=True) for line in lines if line.startswith(f"{words} ")]


@pytest.mark.parametrize("words", spoken("roundup"), ids=" ".join)
def test_commands_that_documents_call_exist(words: list[str]) -> None:
    arguments = words[1 : words.index(">")] if ">" in words else words[1:]
    name, *rest = arguments
    command = program.get_command(program.make_context("roundup", [], resilient_parsing=True), name)
    assert command is not None, name
    known = {option for one in command.params for option in one.opts}
    assert {word.split("=")[0] for word in rest if word.startswith("-") and word != "-"} <= known


def test_the_makefile_has_the_chores_that_documents_call() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    called = {words[1] for words in spoken("make")}
    assert {"site", "test"} <= called
    assert {name for name in called if f"\n{name}: " not in makefile} == set()


def test_the_document_of_commands_has_a_section_for_each() -> None:
    text = (ROOT / "docs/commands.md").read_text("utf-8")
    assert re.findall(r"^## roundup (\S+)$", text, re.MULTILINE) == list(COMMANDS)


def test_spellings_that_are_said_to_be_one_paper_are() -> None:
    text = (ROOT / "docs/paper-identity.md").read_text("utf-8")
    groups = re.findall(r"<!-- one paper -->\n```text\n(.*?)```", text, re.DOTALL)
    assert len(groups) >= 3
    for group in groups:
        found = {normalise(line) for line in group.splitlines()}
        assert len(found) == 1, found
        assert None not in found


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    text = (ROOT / "docs/decisions/09-dependencies.md").read_text("utf-8")
    cells = re.findall(r"^\| ([\w, -]+) \| (?!what for)", text, re.MULTILINE)
    explained = {name for cell in cells for name in cell.split(", ") if name.strip("- ")}
    assert explained == {re.split(r"[<>=!~ ]", one)[0] for one in wanted}


def test_the_words_of_the_makefile_are_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    words = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert sorted(re.findall(r"^\| `make (\w+)` \|", text, re.MULTILINE)) == sorted(words)
