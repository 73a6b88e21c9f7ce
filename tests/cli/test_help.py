"""Help is quick, every command is documented, and each help ends with an example that works."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import typer

from threadgraph.cli import app

Run: TypeAlias = Callable[..., Any]

COMMANDS = sorted(typer.main.get_command(app).commands)


def test_commands_are_found() -> None:
    assert {"build", "validate", "explain", "schema", "formats"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_that_ends_the_help_runs(run: Run, with_seeds: Path, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    last = shown.out.rstrip().splitlines()[-1].strip()
    assert last.startswith("Example: threadgraph ")
    words = shlex.split(last.removeprefix("Example: ").partition(" > ")[0])
    assert words[1] == command
    if command != "build":
        assert run("build").code == 0
    result = run(*words[1:])
    assert (result.code, result.err) == (0, "")
    assert with_seeds.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(root: Path, command: str) -> None:
    reference = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## threadgraph {command}" in reference


def test_no_arguments_print_the_help(run: Run) -> None:
    assert run() == run("--help")
    assert "Commands:" in run().out


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['threadgraph', '--help']\n"
        "from threadgraph.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "heavy = {'polars', 'pyarrow', 'networkx', 'numpy', 'jsonschema', 'pandas'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Exit codes:" in done.stdout
