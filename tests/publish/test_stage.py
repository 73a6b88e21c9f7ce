"""A dataset is published whole, or the former one stands as if nothing had happened."""

from __future__ import annotations

import errno
import os
import resource
import stat
from typing import TYPE_CHECKING

import pytest

from threadgraph.errors import OutputRefused
from threadgraph.publish import swap
from threadgraph.publish.manifest import describe_files, read_manifest
from threadgraph.publish.stage import staging

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Datasets

    Forked = Callable[[Callable[[], None]], int]


@pytest.mark.usefixtures("way")
def test_a_dataset_is_published_and_replaced(datasets: Datasets):
    for word in ("first", "second", "third"):
        datasets.publish(word)
        assert (datasets.state(), datasets.litter()) == (word, [])


def test_nothing_happens_without_publish(old: Datasets):
    with staging(old.target) as stage:
        old.write(stage.folder, "new")
    assert (old.state(), old.litter()) == ("old", [])


@pytest.mark.usefixtures("way")
def test_files_that_tell_git_what_to_do_are_carried_over(datasets: Datasets):
    datasets.target.mkdir()
    (datasets.target / ".gitignore").write_text("*\n!.gitignore\n")
    (datasets.target / ".gitkeep").touch()
    for word in ("old", "new"):
        datasets.publish(word)
        assert (datasets.target / ".gitignore").read_text() == "*\n!.gitignore\n"
        assert (datasets.target / ".gitkeep").exists()
        assert datasets.state() == word


def test_a_private_dataset_stays_private(old: Datasets):
    old.target.chmod(0o700)
    with staging(old.target) as stage:
        assert stat.S_IMODE(stage.folder.stat().st_mode) == 0o700
    old.publish("new")
    assert stat.S_IMODE(old.target.stat().st_mode) == 0o700


def test_missing_parents_are_made_and_unmade(datasets: Datasets):
    target = datasets.parent / "a" / "b" / "out"
    with pytest.raises(KeyError), staging(target):
        raise KeyError
    assert datasets.litter() == []
    with staging(target) as stage:
        stage.publish({"files": []})
    assert read_manifest(target)["files"] == []


def test_files_that_change_after_their_description_are_refused(old: Datasets):
    with pytest.raises(OutputRefused, match="changed since"), staging(old.target) as stage:  # noqa: PT012
        old.write(stage.folder, "new")
        files = describe_files(stage.folder, {})
        (stage.folder / files[0]["path"]).write_bytes(b"else")
        stage.publish({"files": files})
    assert (old.state(), old.litter()) == ("old", [])


def test_errors_of_the_work_leave_as_they_came(old: Datasets):
    missing = old.parent / "input.txt"
    with pytest.raises(FileNotFoundError), staging(old.target):
        missing.read_bytes()
    with pytest.raises(BrokenPipeError), staging(old.target):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")
    assert (old.state(), old.litter()) == ("old", [])


@pytest.mark.parametrize(
    ("error", "reason", "advice"),
    [
        (OSError(errno.ENOSPC, "No space left"), "No space left on device", "Free space"),
        (OSError("File too large (os error 27)"), "File too large", "ulimit -f"),
        (RuntimeError("parquet: IO error: (os error 28)"), "No space left on device", "Free"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error", "Check the disk"),
        (OSError(errno.EROFS, "Read-only", "elsewhere"), "Read-only file system", "may write to"),
    ],
)
def test_errors_of_writing_are_refusals(old: Datasets, error: Exception, reason: str, advice: str):
    with pytest.raises(OutputRefused) as refused, staging(old.target):
        raise error
    assert refused.value.exit_code == 5
    assert refused.value.where == str(old.target)
    assert refused.value.problem == f"the dataset cannot be written ({reason})"
    assert advice in str(refused.value.hint)
    assert (old.state(), old.litter()) == ("old", [])


@pytest.mark.parametrize("limit", [*range(0, 160, 20), 300, 600, 900, 1200])
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_limit_on_file_sizes_is_a_refusal(old: Datasets, forked: Forked, limit: int):
    def build() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        old.publish("new")

    code = forked(build)
    assert (code, old.state()) in {(5, "old"), (0, "new")}
    # The lock's own note may be what does not fit; an empty lock file is taken over.
    assert old.litter() == []


def test_a_staging_folder_that_vanishes_is_a_refusal(old: Datasets):
    with pytest.raises(OutputRefused, match="No such file"), staging(old.target) as stage:  # noqa: PT012
        stage.folder.rmdir()
        (stage.folder / "posts").write_bytes(b"")
    with pytest.raises(OutputRefused, match="No such file"), staging(old.target) as stage:  # noqa: PT012
        stage.folder.rmdir()
        stage.publish({"files": []})
    assert (old.state(), old.litter()) == ("old", [])


@pytest.mark.usefixtures("way")
def test_a_target_that_is_changed_in_the_last_moment_is_put_back(
    old: Datasets, monkeypatch: pytest.MonkeyPatch
):
    install = swap.install

    def late(places: swap.Places, where: str) -> None:
        (places.target / "notes.txt").write_text("mine")
        install(places, where)

    monkeypatch.setattr("threadgraph.publish.stage.install", late)
    with pytest.raises(OutputRefused, match=r"no build wrote \(notes.txt\)"):
        old.publish("new")
    assert (old.target / "notes.txt").read_text() == "mine"
    (old.target / "notes.txt").unlink()
    assert (old.state(), old.litter()) == ("old", [])


def test_a_former_dataset_that_cannot_be_removed_is_told_and_removed_later(
    old: Datasets, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch, staging(old.target) as stage:
        patch.setattr("shutil.rmtree", lambda *_args, **_options: None)
        old.write(stage.folder, "new")
        stage.publish({"word": "new", "files": describe_files(stage.folder, {})})
        # The block's end cleans with the patch still in place.
        stage.end()
        assert not stage.is_clean
    assert old.litter() == [".out.lock", stage.folder.name]
    assert old.state() == "new"
    old.recover()
    assert (old.state(), old.litter()) == ("new", [])


def test_leftovers_that_stay_are_told(old: Datasets, monkeypatch: pytest.MonkeyPatch):
    (old.parent / ".out.lock").write_text(f"threadgraph 1 {'a' * 16}\n")
    (old.parent / f".out.tmp-{'a' * 16}").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_args, **_options: None)
        with pytest.raises(OutputRefused, match=r"left by a build that was killed"):
            old.publish("new")
    assert len(old.litter()) == 2
    old.recover()
    assert (old.state(), old.litter()) == ("old", [])


def test_only_the_folders_of_the_noted_build_are_removed(old: Datasets):
    strangers = [".out.tmp-0123456789abcdef", ".out.tmp-mine", ".out.old-mine", ".outer.lock"]
    for name in strangers:
        (old.parent / name).mkdir()
    old.publish("new")
    assert old.litter() == sorted(strangers)


def test_the_working_folder_does_not_matter(old: Datasets, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(old.parent)
    relative = type(old.target)("out")
    with staging(relative) as stage:
        os.chdir("/")
        stage.publish({"word": "x", "files": []})
    assert read_manifest(old.target)["word"] == "x"
