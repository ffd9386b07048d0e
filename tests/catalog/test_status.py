"""How far each roundup is in each language."""

from pathlib import Path

import pytest

from roundup.build.build import read_site
from roundup.build.sources import Options
from roundup.catalog.status import Status, statuses
from sites import ROUNDUP, make_site

INDEX = {"content/2019/top/index.zh.md": "---\ntitle: 年度论文\n---\n"}
XLNET = {"content/2019/top/xlnet.zh.md": "打乱顺序。\n"}
DAIN = {"content/2019/top/dain.zh.md": "看深度。\n"}


def status(folder: Path, files: dict[str, str], language: str = "zh") -> Status:
    site = make_site(folder, {**ROUNDUP, **files})
    prepared = read_site(site, Options(jobs=1, fresh=True))
    (found,) = statuses(prepared.gathered.catalog, [language])
    return found


def test_the_original_is_no_translation(tmp_path: Path) -> None:
    assert status(tmp_path, {}, "en").state == "original"


def test_nothing_translated_is_missing(tmp_path: Path) -> None:
    found = status(tmp_path, {})
    assert (found.state, found.missing) == ("missing", ("index", "xlnet", "dain"))


def test_everything_translated_is_current(tmp_path: Path) -> None:
    found = status(tmp_path, {**INDEX, **XLNET, **DAIN})
    assert (found.state, found.missing, found.stale) == ("current", (), ())


@pytest.mark.parametrize(
    ("files", "missing"), [({**INDEX, **DAIN}, ("xlnet",)), ({**XLNET, **DAIN}, ("index",))]
)
def test_a_part_translated_names_what_lacks(
    tmp_path: Path, files: dict[str, str], missing: tuple[str, ...]
) -> None:
    found = status(tmp_path, files)
    assert (found.state, found.missing) == ("partial", missing)


def test_a_file_with_comments_alone_counts_as_missing(tmp_path: Path) -> None:
    comment = {"content/2019/top/dain.zh.md": "<!-- Looks at depth. -->\n"}
    found = status(tmp_path, {**INDEX, **XLNET, **comment})
    assert (found.state, found.missing) == ("partial", ("dain",))


def test_an_entry_that_only_names_its_paper_is_no_file_to_translate(tmp_path: Path) -> None:
    again = {
        "content/2018/old/index.md": "---\ntitle: Old\n---\n",
        "content/2018/old/again.md": "---\npaper: xlnet\n---\n",
    }
    site = make_site(tmp_path, {**ROUNDUP, **again})
    catalog = read_site(site, Options(jobs=1, fresh=True)).gathered.catalog
    old, _ = statuses(catalog, ["zh"])
    assert (old.files, old.missing) == (1, ("index",))


def test_a_changed_original_makes_it_stale_with_its_sections(tmp_path: Path) -> None:
    old = "---\ntranslated_from: {title: '0000000000', body: '0000000000'}\n---\n看深度。\n"
    found = status(tmp_path, {**INDEX, **XLNET, "content/2019/top/dain.zh.md": old})
    assert found.state == "stale"
    assert [(one.file, one.sections) for one in found.stale] == [
        ("content/2019/top/dain.zh.md", ("title", "body"))
    ]


def test_roundups_come_by_key_and_languages_as_the_site_has_them(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "content/2018/old/index.md": "---\ntitle: Old\n---\n"})
    catalog = read_site(site, Options(jobs=1, fresh=True)).gathered.catalog
    assert [(one.roundup, one.language) for one in statuses(catalog, ["zh", "en"])] == [
        ("2018/old", "zh"),
        ("2018/old", "en"),
        ("2019/top", "zh"),
        ("2019/top", "en"),
    ]
