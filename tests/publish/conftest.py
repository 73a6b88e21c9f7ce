"""Share a tiny dataset, its possible states, and the machine that injects faults.

`THREADGRAPH_FAULTS=all python -m pytest tests/publish` tries every point; the default is a sample.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import io
import itertools
import os
import signal
import sys
import traceback
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from threadgraph.errors import InputRefused, ThreadgraphError
from threadgraph.publish import swap
from threadgraph.publish.manifest import (
    MANIFEST,
    describe_files,
    differences,
    listed_files,
    read_manifest,
)
from threadgraph.publish.stage import staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILES = ("jsonl/posts.jsonl", "parquet/posts.parquet", "parquet/replies/part-00000.parquet")
ALL = os.environ.get("THREADGRAPH_FAULTS") == "all"
BUG, UNHURT = 97, 98
_write = os.write  # the one below the faults
_POINTS: list[tuple[Any, str]] = [
    *((os, name) for name in ("open", "fsync", "mkdir", "rename", "unlink", "rmdir", "write")),
    *((os, name) for name in ("ftruncate", "chmod", "scandir", "listdir", "lstat", "stat")),
    (io, "open"),
    (fcntl, "flock"),
    (swap, "exchange"),
]
_FULL_DISK = {"fsync", "mkdir", "write"}  # and creating files; removing and renaming still work


def verify(folder: Path) -> list[str]:
    """Read a published dataset anew; give what differs from its manifest, nothing if all is well.

    The seal is checked as its users would: over all lines but its own.
    """
    try:
        manifest = read_manifest(folder)
        lines = (folder / MANIFEST).read_bytes().splitlines(keepends=True)
        rest = b"".join(line for line in lines if not line.startswith(b'  "manifest_sha256"'))
        if manifest.get("manifest_sha256") != hashlib.sha256(rest).hexdigest():
            return [f"{MANIFEST}: changed since it was written"]
        return differences(folder, listed_files(folder, manifest))
    except InputRefused as error:
        return [f"{MANIFEST}: {error.problem}"]


@pytest.fixture(scope="session", name="verify")
def _verify() -> Callable[[Path], list[str]]:
    """Give the function that tells what is wrong with a published dataset."""
    return verify


@dataclass(frozen=True, slots=True)
class Datasets:
    """Build and judge tiny datasets that differ by one word."""

    parent: Path

    @property
    def target(self) -> Path:
        """The folder that is published."""
        return self.parent / "out"

    def write(self, folder: Path, word: str) -> None:
        """Write the files of one dataset."""
        for name in FILES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(f"{name} of {word}\n".encode() * 3)

    def publish(self, word: str) -> None:
        """Build and publish one dataset."""
        with staging(self.target) as stage:
            self.write(stage.folder, word)
            files = describe_files(stage.folder, dict.fromkeys(FILES, 3))
            stage.publish({"word": word, "files": files})

    def state(self) -> str:
        """Give the word of the dataset that stands, `absent`, or what is wrong with it."""
        if not self.target.exists():
            return "absent"
        problems = verify(self.target)
        if problems:
            return f"broken: {problems}"
        word = str(read_manifest(self.target)["word"])
        right = {f"{name} of {word}\n".encode() * 3 for name in FILES}
        found = {(self.target / name).read_bytes() for name in FILES}
        return word if found == right else f"broken: {found}"

    def litter(self) -> list[str]:
        """Give what lies beside the target."""
        return sorted(path.name for path in self.parent.iterdir() if path.name != "out")

    def recover(self) -> None:
        """Begin a build and give up: it removes what dead builds left, and changes nothing."""
        with staging(self.target):
            pass


@dataclass(slots=True)
class Fault:
    """Hurt the k-th call of any disk function: kill the process, or raise an error."""

    kind: str
    point: int
    calls: int = 0

    def install(self) -> None:
        """Replace the functions, in this process for good."""
        for home, name in _POINTS:
            setattr(home, name, self._hurting(name, getattr(home, name)))

    def _hurting(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(real)
        def call(*args: object, **options: object) -> object:
            if not self._counts(args):
                return real(*args, **options)
            self.calls += 1
            if self.calls == self.point and self.kind == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            number = self._error(name, args)
            if number:
                raise OSError(number, os.strerror(number))
            return real(*args, **options)

        return call

    @staticmethod
    def _counts(args: tuple[object, ...]) -> bool:
        # Imports and the interpreter's own files are not the disk under test.
        return not (args and isinstance(args[0], str) and args[0].startswith(sys.prefix))

    def _error(self, name: str, args: tuple[object, ...]) -> int:
        if self.kind in {"EIO", "ENOSPC"} and self.calls == self.point:
            return int(getattr(errno, self.kind))
        if self.calls < self.point:
            return 0
        if self.kind == "full disk" and (name in _FULL_DISK or _creates(name, args)):
            return errno.ENOSPC
        return errno.EIO if self.kind == "dead disk" else 0


def _creates(name: str, args: tuple[object, ...]) -> bool:
    if name != "open" or len(args) < 2:
        return False
    how = args[1]
    return bool(how & os.O_CREAT) if isinstance(how, int) else "w" in str(how)


def run_forked(action: Callable[[], None]) -> int:
    """Run an action in a forked child; give its exit code, negative for a signal."""
    child = os.fork()
    if child == 0:
        code = BUG
        try:
            action()
            code = 0
        except ThreadgraphError as error:
            code = error.exit_code
        except BaseException:  # noqa: BLE001 - the child must end here, whatever happens
            _write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Datasets:
    """Give an empty place for datasets.

    Nothing waits for the disk: no test here cuts the power, and `test_order.py` sees the real
    calls.
    """
    monkeypatch.setattr(os, "fsync", lambda _number: None)
    (tmp_path / "here").mkdir()
    return Datasets(tmp_path / "here")


@pytest.fixture
def old(datasets: Datasets) -> Datasets:
    """Give a place where the dataset `old` is published, beside the user's `.gitignore`."""
    datasets.target.mkdir()
    (datasets.target / ".gitignore").write_text("*\n")
    datasets.publish("old")
    return datasets


@pytest.fixture(params=["exchange", "rename"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run the test with the system's exchange of folders, and as on a system without it."""
    if request.param == "rename":
        monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    return str(request.param)


@pytest.fixture
def forked() -> Callable[[Callable[[], None]], int]:
    """Give `run_forked`."""
    return run_forked


@pytest.fixture
def points() -> Callable[[int], Iterator[int]]:
    """Give the numbers of the steps to hurt, without end: every `step`-th, or all of them."""
    return lambda step: itertools.count(1, 1 if ALL else step)


@pytest.fixture
def run_faulty() -> Callable[[str, int, Callable[[], None]], int | None]:
    """Run an action in a child with a fault (kind, point); None if it ended before the point."""

    def run(kind: str, point: int, action: Callable[[], None]) -> int | None:
        fault = Fault(kind, point)

        def hurt() -> None:
            fault.install()
            try:
                action()
            finally:
                if fault.calls < point:
                    os._exit(UNHURT)

        code = run_forked(hurt)
        return None if code == UNHURT else code

    return run
