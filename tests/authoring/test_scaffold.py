"""The files of a new site: complete, what their readers expect, and a site that builds as it is."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from roundup.authoring.scaffold import HELPERS, IGNORED, scaffold
from roundup.authoring.scaffold.snippets import ENTRY, ROUNDUP, snippets
from roundup.content import frontmatter, schema
from roundup.content.config import parse_settings
from roundup.content.editor import SCHEMAS
from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.schema import described
from sites import build_site, messages

ROOT = Path(__file__).resolve().parents[2]
FILES = scaffold()
SAMPLE = "content/2017/worth-rereading"
CHOICE = re.compile(r"\$\{\d+\|(.+?)\|\}")
PLACE = re.compile(r"\$\{\d+:((?:\\.|[^}])*)\}")
# A setting that is not in use: its name, and what is given.
UNUSED = re.compile(r"^# (?=[\w.]+ = )", re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built."""
    folder = tmp_path_factory.mktemp("new")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    assert messages(build_site(folder, strict=True)) == []
    return folder


def test_a_new_site_has_no_problem(site: Path) -> None:
    assert (site / "public/index.html").is_file()


def test_the_sample_stands_in_both_languages(site: Path) -> None:
    originals = {name for name in FILES if re.fullmatch(rf"{SAMPLE}/[\w-]+\.md", name)}
    assert len(originals) == 4
    assert {name.replace(".md", ".zh.md") for name in originals} <= set(FILES)
    for page in ("", "2017/worth-rereading/", "papers/transformer/", "about/"):
        for language in ("", "zh/"):
            assert (site / "public" / language / page / "index.html").is_file()


def test_the_sample_is_ranked_tagged_tied_and_typeset(site: Path) -> None:
    """What a reader of the sample can learn from it is there: ranks, links between papers, formulas."""
    page = (site / "public/2017/worth-rereading/index.html").read_text("utf-8")
    assert "<math" in page
    assert 'href="#mask-r-cnn"' in page
    data = json.loads((site / "public/data/site.json").read_text("utf-8"))
    assert [one["rank"] for one in data["roundups"][0]["entries"]] == [1, 2, 3]
    known = {one["key"]: one["identifiers"] for one in data["papers"]}
    assert known["transformer"] == {"arxiv": "1706.03762"}
    assert known["alphago-zero"] == {"doi": "10.1038/nature24270"}
    assert known["mask-r-cnn"] == {"arxiv": "1703.06870"}


def test_placeholders_stand_in_front_matter_alone() -> None:
    for name, text in FILES.items():
        if name.endswith(".md"):
            assert not re.search(r"\{(n|year)\}", frontmatter.read(text).body), name


def test_the_sample_can_be_deleted(tmp_path: Path) -> None:
    for name, text in FILES.items():
        if not name.startswith(SAMPLE):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
    assert messages(build_site(tmp_path, strict=True)) == []


def test_every_setting_that_is_shown_can_be_used() -> None:
    text = FILES["site.toml"]
    used = UNUSED.sub("", text)
    assert len(UNUSED.findall(text)) > 15
    settings, problems = parse_settings(used)
    assert problems == ()
    assert settings.author
    assert settings.theme.accent
    assert settings.security.allow.frame


def test_every_table_of_settings_is_shown() -> None:
    shown = set(tomllib.loads(UNUSED.sub("", FILES["site.toml"])))
    tables = {
        name
        for name, one in SCHEMAS["site"]()["properties"].items()
        if one.get("type") == "object" and name not in ("extra", "build")
    }
    assert tables <= shown


def test_settings_name_their_schema_for_editors() -> None:
    found = re.match(r"#:schema \./(\S+)\n", FILES["site.toml"])
    assert found
    assert json.loads(FILES[found[1]]) == json.loads(json.dumps(SCHEMAS["site"]()))


def test_settings_follow_their_schema_also_when_all_are_in_use() -> None:
    checker = jsonschema.Draft202012Validator(json.loads(FILES[".schemas/site.schema.json"]))
    for text in (FILES["site.toml"], UNUSED.sub("", FILES["site.toml"])):
        checker.validate(tomllib.loads(text))


def test_there_is_a_schema_of_each_kind_of_front_matter() -> None:
    assert {f".schemas/{name}.schema.json" for name in SCHEMAS} <= set(FILES)


def test_what_editors_read_is_json() -> None:
    for name, text in FILES.items():
        if name.startswith(".vscode/"):
            json.loads(text)


def typed(body: list[str], choice: int = 0) -> str:
    """What a snippet leaves when nothing is typed over its places."""
    text = "\n".join(body)
    text = CHOICE.sub(lambda found: found[1].split(",")[choice], text)
    text = PLACE.sub(lambda found: re.sub(r"\\(.)", r"\1", found[1]), text)
    return text.replace("$0", "")


@pytest.mark.parametrize("name", snippets())
def test_a_snippet_leaves_right_front_matter(name: str) -> None:
    snippet = snippets()[name]
    alone = name.startswith("Field ")
    text = typed(snippet["body"])
    front = frontmatter.read(f"---\n{text}\n---\n" if alone else text)
    assert front.complaints == ()
    read = [schema.read(family, front.fields) for family in (RoundupFields, EntryFields)]
    assert any(one.faults == () for one in read), [one.faults for one in read]
    assert snippet["prefix"] in (*front.fields, "roundup", "entry")


def test_every_field_has_a_snippet() -> None:
    names = {*described(RoundupFields), *described(EntryFields)}
    assert {one["prefix"] for one in snippets().values()} == {*names, "roundup", "entry"}


def test_snippets_of_whole_articles_have_their_fields_in_order() -> None:
    for name, wanted in (("A roundup", ROUNDUP), ("An entry", ENTRY)):
        front = frontmatter.read(typed(snippets()[name]["body"]))
        assert tuple(front.fields) == wanted


def test_what_roundup_makes_is_never_committed() -> None:
    assert set(IGNORED) <= set(FILES[".gitignore"].splitlines())
    assert set(HELPERS) <= set(FILES)


def test_the_workflow_follows_the_schema_of_github(tmp_path: Path) -> None:
    path = tmp_path / "pages.yml"
    path.write_text(FILES[".github/workflows/pages.yml"], "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "github-workflows"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_installs_the_package_and_publishes_at_the_address_of_pages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    jobs = yaml.safe_load(FILES[".github/workflows/pages.yml"])["jobs"]
    for name in ("check", "build"):
        said = [step.get("run", "") for step in jobs[name]["steps"]]
        assert f"pip install '{project['name']}[cards,search]'" in said
    assert {"cards", "search"} <= set(project["optional-dependencies"])
    (build,) = (step for step in jobs["build"]["steps"] if "env" in step)
    assert build["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert build["run"].startswith('roundup build --base-url "$BASE_URL"')
    assert jobs["check"]["steps"][-1]["run"] == "roundup check --format github"


def test_pull_requests_are_checked_and_never_published() -> None:
    jobs = yaml.safe_load(FILES[".github/workflows/pages.yml"])["jobs"]
    assert jobs["check"]["if"] == "github.event_name == 'pull_request'"
    assert jobs["build"]["if"] == "github.event_name != 'pull_request'"
    assert jobs["deploy"]["needs"] == "build"


def test_the_workflow_uses_the_actions_that_publish_this_repository() -> None:
    ours = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    theirs = FILES[".github/workflows/pages.yml"]
    used = re.compile(r"uses: (\S+)")
    assert set(used.findall(theirs)) == set(used.findall(ours))


def test_the_guide_to_publishing_shows_the_workflow_as_it_is() -> None:
    text = (ROOT / "docs/publishing.md").read_text("utf-8")
    assert f"```yaml\n{FILES['.github/workflows/pages.yml']}```\n" in text
