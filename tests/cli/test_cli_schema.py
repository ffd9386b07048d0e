"""`roundup schema`: JSON Schemas by name, or all of them."""

import json

import pytest
from jsonschema import Draft202012Validator

from cli.commands import call

NAMES = ("site", "roundup", "entry", "paper", "page", "person", "data")


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema(name: str) -> None:
    done = call("schema", name)
    assert done.exit_code == 0
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_without_a_name_they_come_all_by_name() -> None:
    found = json.loads(call("schema").stdout)
    assert tuple(found) == NAMES
    assert found["entry"] == json.loads(call("schema", "entry").stdout)


def test_no_site_is_needed(tmp_path: object) -> None:
    assert call("--site", tmp_path, "schema", "entry").exit_code == 0
