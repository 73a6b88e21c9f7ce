"""The same input and options give the same bytes, whatever is around them."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import threadgraph

PAGE = "A title\n\nText.\n\n  • {0}\n\n    Hi {0}.\n\n    • Bob\n\n      Ho, see example.org.\n"


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file of a dataset by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert files
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Give a folder with the seeds, generated pages, and a file that is rejected."""
    folder = tmp_path_factory.mktemp("pages") / "in"
    shutil.copytree(root / "seeds", folder)
    for number in range(12):
        (folder / f"page{number}.txt").write_text(PAGE.format(f"Ann {number}"))
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="module")
def expected(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the hashes of the dataset of the pages, named one by one."""
    out = tmp_path_factory.mktemp("expected") / "out"
    threadgraph.build(sorted(pages.iterdir()), out)
    return hashes(out)


def test_the_order_of_inputs_does_not_matter(
    pages: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    threadgraph.build(sorted(pages.iterdir(), reverse=True), tmp_path / "out")
    assert hashes(tmp_path / "out") == expected


@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8",
         "POLARS_MAX_THREADS": "1", "COLUMNS": "40"},
    ],
    ids=["C", "Turkish, one thread"],
)  # fmt: skip
def test_the_surroundings_do_not_matter(
    pages: Path, expected: dict[str, str], tmp_path: Path, around: dict[str, str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    inputs = [os.path.relpath(path, elsewhere) for path in sorted(pages.iterdir())]
    command = [sys.executable, "-m", "threadgraph", "build", *inputs, "--out", "../out"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=elsewhere, env=os.environ | around, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr
    assert hashes(tmp_path / "out") == expected


def test_batches_and_spilled_tables_do_not_matter(
    pages: Path, expected: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threadgraph.pipeline.BATCH_DOCUMENTS", 4)
    monkeypatch.setattr("threadgraph.spool.IN_MEMORY", 0)
    threadgraph.build(sorted(pages.iterdir()), tmp_path / "out")
    assert hashes(tmp_path / "out") == expected


def test_the_number_of_workers_does_not_matter(
    pages: Path, expected: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threadgraph.pipeline.BATCH_DOCUMENTS", 4)
    options = threadgraph.BuildOptions(workers=2)
    threadgraph.build(sorted(pages.iterdir()), tmp_path / "out", options)
    assert hashes(tmp_path / "out") == expected


def test_a_second_build_replaces_the_first_by_the_same_bytes(
    pages: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    threadgraph.build(pages / "page1.txt", tmp_path / "out")
    threadgraph.build(sorted(pages.iterdir()), tmp_path / "out")
    assert hashes(tmp_path / "out") == expected


def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of every file of a dataset."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()


def test_no_absolute_path_and_no_clock_time_is_in_the_output(built: Path, root: Path) -> None:
    foreign = [os.fsencode(folder) for folder in (root, built, Path.home(), Path(sys.prefix))]
    today = re.compile(rb"20(2[6-9]|[3-9]\d)-\d\d-\d\d")
    for name, data in texts(built):
        assert not [path for path in foreign if path in data], name
        assert not today.search(data), name
