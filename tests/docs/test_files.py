"""The files that every project has are there, and agree with each other."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "DECISIONS.md"]
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """Give pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def commands(root: Path) -> list[str]:
    """Give the lines of the README's `sh` blocks, which .ci/run runs."""
    text = (root / "README.md").read_text(encoding="utf-8")
    return "".join(re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)).splitlines()


def test_the_readme_has_two_commands_for_a_new_machine(root: Path) -> None:
    build, test = commands(root)
    assert build.split(" && ") == [
        "python3 -m venv .venv",
        ".venv/bin/pip install -c constraints.txt .",
        ".venv/bin/threadgraph build",
    ]
    assert test.split(" && ") == [
        ".venv/bin/pip install -c constraints.txt -e '.[test]'",
        ".venv/bin/python -m pytest",
    ]


def test_ci_runs_the_commands_of_the_readme_and_every_check(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    for part in ("README.md", 'ruff" check', 'ruff" format --check', "pyright", "generate.py"):
        assert part in script


def test_out_holds_nothing_but_its_gitignore(root: Path) -> None:
    lines = (root / "out" / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert lines == ["*", "!.gitignore"]


def test_the_licence_is_the_whole_apache_licence(root: Path, project: dict[str, Any]) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert project["project"]["license"] == "Apache-2.0"
    assert text.lstrip().startswith("Apache License\n")
    assert "END OF TERMS AND CONDITIONS" in text
    assert [n for n in range(1, 10) if f"\n   {n}. " in text] == list(range(1, 10))


def test_the_citation_has_the_version_and_licence_of_the_project(
    root: Path, project: dict[str, Any]
) -> None:
    lines = (root / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "cff-version: 1.2.0"
    assert f"version: {project['project']['version']}" in lines
    assert f"license: {project['project']['license']}" in lines


def test_the_changelog_keeps_the_form(root: Path) -> None:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert heads[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", head) for head in heads[1:])
    kinds = set(re.findall(r"^### (.*)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_ruff_rule_that_is_ignored_has_a_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    rules = re.findall(r'^\s*"[A-Z]{1,4}\d*",?(.*)$', text, re.MULTILINE)
    assert len(rules) > 10
    assert all(re.fullmatch(r"\s*# \S.*", rest) for rest in rules)


DOCS = sorted(path.name for path in (Path(__file__).parents[2] / "docs").glob("*.md"))


@pytest.mark.parametrize("name", [*PAGES, *(f"docs/{name}" for name in DOCS)])
def test_links_to_files_lead_somewhere(root: Path, name: str) -> None:
    page = root / name
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", PAGES)
def test_files_named_in_the_text_exist(root: Path, name: str) -> None:
    text = FENCED.sub("", (root / name).read_text(encoding="utf-8"))
    named = re.findall(r"`((?:src|tests|docs|schemas|\.ci)/[\w./-]*)`", text)
    for path in named:
        made_up = "murmurs" in path or "pondchat" in path
        assert made_up or (root / path).exists(), path


def test_words_stay_off_this_machine(root: Path) -> None:
    pages = [root / name for name in (*PAGES, "constraints.txt", "CITATION.cff", ".ci/run")]
    for page in [*pages, *(root / "docs").rglob("*.md")]:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"(^|[\s\"'`(])/(root|home|work|tmp|Users|opt)/", text), page
        assert "index-url" not in text


def test_every_silenced_check_in_the_source_has_a_reason(root: Path) -> None:
    """PLR2004 needs none: that a number is the rule itself is always the reason."""
    silenced = re.compile(r"# (?:noqa(?!: PLR2004$)|type: ignore|pyright: ignore)(?P<what>.*)$")
    for path in sorted((root / "src").rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := silenced.search(line):
                reason = re.fullmatch(r"(: ?|\[)[\w, ]+\]? - \S.*", found["what"])
                assert reason, f"{path.name}:{number}: {line.strip()}"


def test_no_folder_of_tests_is_passed_over(root: Path, pytestconfig: pytest.Config) -> None:
    """Pytest does not look into folders of such names: `build` was one, and its tests never ran."""
    names = {path.name for path in (root / "tests").rglob("*") if path.is_dir()}
    passed_over = pytestconfig.getini("norecursedirs")
    found = {name for name in names for pattern in passed_over if fnmatch(name, pattern)}
    assert found <= {"__pycache__"}
