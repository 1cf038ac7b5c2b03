"""Files: rules of the house that no linter knows."""

import ast
import re

LONGEST = 400
GENERATED = {"clients/cli/goals_cli/operations.py"}
MACHINE = re.compile(
    r"(?<![\w.~*}-])/(?:root|home/[a-z]|Users/[A-Za-z]|work/[a-z]|tmp/[a-z]\w*/\w)|[A-Z]:\\Users"
)
REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.org", "index-" + "url"))
)


def test_the_folder_of_the_contract_shadows_no_package(root):
    assert list((root / "graphql").rglob("*.py")) == []


def test_every_module_says_what_lives_in_it(modules, root):
    silent = [
        str(path.relative_to(root))
        for path in modules
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_no_module_is_longer_than_four_hundred_lines(modules, root):
    longer = {
        str(path.relative_to(root))
        for path in modules
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
        and path.parent.name != "migrations"
    }

    assert longer - GENERATED == set()


def test_no_file_names_a_place_of_one_machine_or_a_registry(tracked, root):
    found = []
    for path in tracked:
        text = path.read_text(encoding="utf-8", errors="replace")
        for pattern in (MACHINE, REGISTRY):
            found += [f"{path.relative_to(root)}: {match[0]}" for match in pattern.finditer(text)]

    assert found == []


def test_a_place_of_a_machine_would_be_found():
    texts = ["see /" + "root/x", "(/" + "work/main)", "'/" + "home/anna/goals'", "/" + "tmp/x1/y"]

    assert all(MACHINE.search(text) for text in texts)
    assert not MACHINE.search("https://host/home/page and {base}/home/x")


def test_no_file_is_written_in_tabs_or_ends_without_a_line(modules, root):
    odd = [
        str(path.relative_to(root))
        for path in modules
        if (text := path.read_text(encoding="utf-8")) and (not text.endswith("\n") or "\t" in text)
    ]

    assert odd == []


def test_what_git_is_to_leave_out_is_not_tracked(tracked):
    wrong = {".pyc", ".db", ".sqlite", ".lock", ".log", ".pem", ".key"}

    assert [path for path in tracked if path.suffix in wrong] == []


def test_the_changelog_has_a_place_for_what_comes(root):
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(r"^## Unreleased$", text, re.MULTILINE)


def test_the_gate_runs_every_check(root):
    gate = (root / ".ci" / "run").read_text(encoding="utf-8")
    commands = ["ruff check .", "ruff format --check .", "mypy", "lint-imports", "make -s generate"]

    assert [command for command in commands if command not in gate] == []
    assert "block 1" in gate
    assert "block 2" in gate
