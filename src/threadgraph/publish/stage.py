"""Make a dataset in a folder beside its target, and publish it when it is complete."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from threadgraph.errors import Interrupted, OutputRefused, ThreadgraphError
from threadgraph.publish.disk import exists, sync_file, sync_folder, tree
from threadgraph.publish.lock import Lock, acquire
from threadgraph.publish.manifest import CARRIED, MANIFEST, differences, listed_files, render
from threadgraph.publish.refusal import is_of_output, refusal, refusing
from threadgraph.publish.signals import deferred
from threadgraph.publish.swap import Places, clean, install
from threadgraph.publish.target import check_target, locate

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

__all__ = ["Stage", "staging"]


@contextmanager
def staging(target: Path) -> Generator[Stage]:
    """Give a folder to write a dataset in; only `Stage.publish` makes it the target's content.

    At the end, or on any error or signal, all that is not published is removed. Raises
    OutputRefused where the target is not ours to write, another build is at it, or the disk fails
    (also for errors of the disk that the block meets while writing).
    """
    stage = Stage(target)
    # Ended twice: a signal may hit the first end before it holds signals back.
    with _telling(stage, target), _ending(stage), _ending(stage):
        with deferred():
            stage.begin()
        yield stage


class Stage:
    """A dataset in the making: write its files below `folder`, then `publish`."""

    def __init__(self, target: Path) -> None:
        """Choose the folders' names; touches nothing yet."""
        self._asked = target
        self._places = Places(locate(target), os.urandom(8).hex())
        self._lock: Lock | None = None
        self._made: list[Path] = []
        self.published = False
        self.is_clean = True
        """After the end: False if the former folder could not be removed; the next build tries."""

    @property
    def folder(self) -> Path:
        """The staging folder."""
        return self._places.staged

    def begin(self) -> None:
        """Lock the target, remove what a killed build left, make the folder; for `staging`."""
        with refusing(self._asked):
            check_target(self._asked)
            target = self._places.target
            self._make_parents(target.parent)
            self._lock = acquire(target.with_name(f".{target.name}.lock"), str(self._asked))
            self._recover(self._lock)
            self._lock.note(self._places.token)
            self.folder.mkdir()
            if exists(target):  # a private folder stays private
                self.folder.chmod(stat.S_IMODE(target.stat().st_mode) | stat.S_IRWXU)

    def publish(self, manifest: Mapping[str, Any]) -> None:
        """Secure and re-read all files, write the manifest, and put the folder in its place.

        `manifest["files"]` is what `describe_files` gave; files that differ from it raise
        OutputRefused. Afterwards the dataset is on the disk, durably, and complete.
        """
        with refusing(self._asked):
            self._carry_over()
            files, folders = tree(self.folder)
            for file in files:
                sync_file(file)
            problems = differences(self.folder, listed_files(self.folder, manifest))
            if problems:
                raise OutputRefused(
                    str(self._asked), f"read back wrong: {problems[0]}", "Check the disk."
                )
            (self.folder / MANIFEST).write_bytes(render(manifest))
            sync_file(self.folder / MANIFEST)
            for folder in reversed(folders):
                sync_folder(folder)
            check_target(self._asked)
            with deferred():
                install(self._places, str(self._asked))
                self.published = True

    def end(self) -> None:
        """Remove what is not published, and free the target; for `staging`, may run twice."""
        with deferred():
            lock, self._lock = self._lock, None
            if lock is not None and lock.is_held:
                self.is_clean = clean(self._places)
                with suppress(OSError):  # only the removal: the dataset itself is secured
                    sync_folder(self._places.target.parent)
                lock.release(keep=not self.is_clean)
            while self._made and not self.published:
                with suppress(OSError):  # another build may be at work in it
                    self._made.pop().rmdir()

    def _make_parents(self, parent: Path) -> None:
        missing = [folder for folder in (parent, *parent.parents) if not exists(folder)]
        for folder in reversed(missing):
            folder.mkdir()
            self._made.append(folder)
            sync_folder(folder.parent)

    def _recover(self, lock: Lock) -> None:
        if lock.token is None:
            return
        dead = Places(self._places.target, lock.token)
        mine, self._places = self._places, dead  # if this fails, `end` keeps the lock's note
        if not clean(dead):
            raise OutputRefused(
                str(self._asked),
                f"{dead.staged.name} beside it, left by a build that was killed, stays",
                "Remove it by hand.",
            )
        self._places = mine

    def _carry_over(self) -> None:
        for name in CARRIED:
            with suppress(FileNotFoundError):
                content = (self._places.target / name).read_bytes()
                (self.folder / name).write_bytes(content)


@contextmanager
def _ending(stage: Stage) -> Generator[None]:
    try:
        yield
    finally:
        stage.end()


@contextmanager
def _telling(stage: Stage, target: Path) -> Generator[None]:
    try:
        yield
    except Interrupted as stop:
        if stage.published:
            stop.problem = "interrupted after the new dataset was published"
        raise
    except ThreadgraphError:
        raise
    except Exception as error:
        if is_of_output(error, stage.folder):
            raise refusal(target, error) from error
        raise
