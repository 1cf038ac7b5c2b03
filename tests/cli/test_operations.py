"""The documents the client sends: current, known to the contract, and all of them used."""

import re
import runpy
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

import goals_cli
from goals_cli.operations import DOCUMENTS

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "graphql" / "operations").glob("*.graphql"))
GENERATOR = ROOT / "clients" / "cli" / "generate_operations.py"
OF_ADMINISTRATION = {"OpenDutiesError", "PeopleImportError", "TeamCycleError", "TeamInUseError"}
"""Refusals of acts that the client does not send."""


@pytest.fixture(scope="module")
def contract():
    return build_schema((ROOT / "graphql" / "schema.graphql").read_text(encoding="utf-8"))


def test_the_generated_file_is_current():
    render = runpy.run_path(str(GENERATOR))["render"]

    assert (ROOT / "clients/cli/goals_cli/operations.py").read_text(encoding="utf-8") == render()


def test_a_file_that_holds_something_else_than_its_name_says_is_refused(tmp_path):
    render = runpy.run_path(str(GENERATOR))["render"]
    (tmp_path / "find_it.graphql").write_text("query FindThat { viewer { role } }")

    with pytest.raises(SystemExit, match=r"find_it.graphql must hold one operation, named FindIt"):
        render(tmp_path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_contract_knows_every_document(path, contract):
    assert validate(contract, parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_document_holds_variables_and_no_literals(path):
    text = re.sub(r"(?m)^#.*$", "", path.read_text(encoding="utf-8"))

    assert '"' not in text
    assert re.findall(r"\(([^)]*)\)", text)[:1] == [] or "$" in text or path.stem == "viewer"


def test_every_document_is_sent_by_some_command():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(goals_cli.__file__).parent.rglob("*.py")
        if path.name != "operations.py"
    )

    assert [name for name in DOCUMENTS if f'"{name}"' not in sources] == []


def test_a_refusal_asks_for_everything_the_contract_tells_of_it(contract):
    kinds = {one.name for one in contract.get_possible_types(contract.type_map["UserError"])}
    with_more = {
        name for name in kinds if set(contract.type_map[name].fields) - {"code", "message", "path"}
    }

    for path in FILES:
        text = path.read_text(encoding="utf-8")
        if "mutation " in text:
            assert with_more - OF_ADMINISTRATION == set(re.findall(r"\.\.\. on (\w+)", text)), (
                path.name
            )
