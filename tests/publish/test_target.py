"""Only absent folders, our own and empty ones are written; everything else is left alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from threadgraph.errors import OutputRefused
from threadgraph.publish.stage import staging
from threadgraph.publish.target import check_inputs, check_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Datasets


def snapshot(folder: Path) -> dict[str, object]:
    """Give all names below a folder, with links and contents."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() and not path.is_symlink() else None,
        )
        for path in folder.rglob("*")
    }


def refuse(target: Path) -> OutputRefused:
    """Check that the target is refused, early and by a build; give the refusal."""
    with pytest.raises(OutputRefused) as early:
        check_target(target)
    with pytest.raises(OutputRefused) as late, staging(target):
        pass
    assert str(early.value) == str(late.value)
    assert early.value.exit_code == 5
    assert early.value.hint
    return early.value


@pytest.mark.parametrize("names", [[], [".gitignore"], [".gitkeep", ".gitignore"]])
def test_empty_folders_are_written(datasets: Datasets, names: list[str]):
    datasets.target.mkdir()
    for name in names:
        (datasets.target / name).touch()
    check_target(datasets.target)
    datasets.publish("new")
    assert datasets.state() == "new"


def test_our_own_folder_is_written_even_if_files_are_missing(old: Datasets):
    (old.target / "jsonl" / "posts.jsonl").unlink()
    (old.target / ".DS_Store").touch()
    check_target(old.target)


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "file": (Path.touch, "is a file"),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "is a link"),
    "link to a folder": (lambda path: path.symlink_to(path.parent), "is a link"),
    "pipe": (os.mkfifo, "is a file"),
    "folder with a file": (
        lambda path: (path.mkdir(), (path / "a.txt").touch()),
        "it holds a.txt)",
    ),
    "folder with much": (
        lambda path: (path.mkdir(), [(path / f"{n}.txt").touch() for n in range(5)]),
        "it holds 0.txt, 1.txt, 2.txt and 2 more",
    ),
    "gitignore is a folder": (lambda path: (path / ".gitignore").mkdir(parents=True), "gitignore"),
    "manifest of others": (
        lambda path: (path.mkdir(), (path / "manifest.json").write_text('{"name": "app"}')),
        "it holds manifest.json",
    ),
    "manifest without an end": (
        lambda path: (path.mkdir(), (path / "manifest.json").write_text("[" * 100_000)),
        "it holds manifest.json",
    ),
    "manifest without files": (
        lambda path: (
            path.mkdir(),
            (path / "manifest.json").write_text('{"format": "threadgraph", "files": [1]}'),
        ),
        "it holds manifest.json",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_ours_is_refused(datasets: Datasets, case: str):
    make, message = CASES[case]
    make(datasets.target)
    before = snapshot(datasets.parent)
    assert message in refuse(datasets.target).problem
    assert snapshot(datasets.parent) == before


@pytest.mark.parametrize("name", ["notes.txt", "jsonl/notes.txt", ".gitignore/a", "x/y/z.gephi"])
def test_files_of_the_user_in_our_folder_are_not_lost(old: Datasets, name: str):
    (old.target / ".gitignore").unlink()
    (old.target / name).parent.mkdir(parents=True, exist_ok=True)
    (old.target / name).write_text("mine")
    assert "no build wrote" in refuse(old.target).problem
    assert (old.target / name).read_text() == "mine"


def test_the_working_folder_and_those_around_it_are_refused(
    old: Datasets, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(old.target / "jsonl")
    assert "working folder" in refuse(Path("../../out")).problem
    for target in (Path(), Path(".."), Path("/")):
        assert "not a folder of its own" in refuse(target).problem


def test_mount_points_are_refused():
    with pytest.raises(OutputRefused, match="mount point"):
        check_target(Path("/proc"))


def test_a_file_as_parent_is_refused(datasets: Datasets):
    (datasets.parent / "file").touch()
    assert "is not a folder" in refuse(datasets.parent / "file" / "out").problem
    assert datasets.litter() == ["file"]


def test_folders_that_may_not_be_written_are_refused(
    old: Datasets, monkeypatch: pytest.MonkeyPatch
):
    """The super-user may write anywhere, so the answer of the system is replaced."""
    monkeypatch.setattr(os, "access", lambda path, _mode: path != old.parent)
    assert refuse(old.target).problem == f"{old.parent} may not be written"
    assert "may not be written" in refuse(old.parent / "a" / "b").problem
    assert (old.state(), old.litter()) == ("old", [])


def test_long_names_are_refused(datasets: Datasets):
    assert "shorter" in str(refuse(datasets.parent / ("a" * 300)).hint)
    with (
        pytest.raises(OutputRefused, match="File name too long"),
        staging(datasets.parent / ("a" * 240)),
    ):
        pass
    assert datasets.litter() == [] or datasets.litter() == [f".{'a' * 240}.lock"]


def test_inputs_and_output_do_not_hold_each_other(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to("out")
    out = tmp_path / "out"
    check_inputs(out, [tmp_path / "in", tmp_path / "in" / "page.txt", tmp_path / "outer"])
    for path in (out, out / "parquet", tmp_path / "link" / "posts"):
        with pytest.raises(OutputRefused, match="holds the input"):
            check_inputs(out, [path])
    for path in (tmp_path, Path("/")):
        with pytest.raises(OutputRefused, match="lies inside the input"):
            check_inputs(out, [path])
