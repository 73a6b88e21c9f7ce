"""Run the program in this process, as its users call it."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from threadgraph import cli


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str

    def refused(self, code: int, *words: str) -> None:
        """Assert that a run ended with a short message that has these words, and no traceback."""
        assert self.code == code, (self.code, self.err)
        lines = self.err.splitlines()
        assert 1 <= len(lines) <= 5, self.err
        assert "Traceback" not in self.err
        assert "internal error" not in self.err
        for word in words:
            assert word in self.err
        assert self.out == ""


Run: TypeAlias = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Path:
    """Stand in an empty folder, with a wide screen and no colours."""
    del root
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path / "here"


@pytest.fixture
def run(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `threadgraph` with arguments, and bytes on standard input."""
    del here

    def call(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["threadgraph", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Result(end.value.code, out, err)

    return call


@pytest.fixture
def with_seeds(here: Path, root: Path) -> Path:
    """Put the seeds into the working folder."""
    shutil.copytree(root / "seeds", here / "seeds")
    return here


@pytest.fixture
def page() -> str:
    """Give a small page with two comments."""
    return "A title\n\nText.\n\n  • Ann\n\n    Hi.\n\n    • Bob\n\n      Ho.\n"
