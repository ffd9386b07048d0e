"""What is said about broken sites, read as their authors read it; the table is in `cases.py`."""

from pathlib import Path

import pytest

from problems.cases import CASES, Case
from sites import ROUNDUP, build_site, make_site, messages


def lines(case: Case) -> list[str]:
    return [row for row in case.said.strip("\n").split("\n") if row]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_broken_site_is_told(case: Case, tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, {**ROUNDUP, **case.files}))
    assert "\n".join(messages(report)).split("\n") == (lines(case) or [""])
    assert (tmp_path / "public" / "index.html").exists() != report.failed
