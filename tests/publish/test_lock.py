"""Two builds into one target: one of them is refused; a killed one locks nobody out."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from threadgraph.errors import OutputRefused
from threadgraph.publish.stage import staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Datasets

    Living = Callable[[], tuple[int, int]]
    Forked = Callable[[Callable[[], None]], int]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def living(old: Datasets) -> Iterator[Callable[[], tuple[int, int]]]:
    """Start a build with a forked worker; give the pids of both. The test may kill the first."""
    builders: list[int] = []
    workers: list[int] = []
    said, saying = os.pipe()

    def start() -> tuple[int, int]:
        child = os.fork()
        if child == 0:
            try:
                with staging(old.target):
                    worker = os.fork()
                    if worker:
                        os.write(saying, f"{worker}".encode())
                    signal.pause()
            finally:
                os._exit(0)
        builders.append(child)
        workers.append(int(os.read(said, 20)))
        return child, workers[-1]

    yield start
    os.close(saying)
    os.close(said)
    for process in workers + builders:
        os.kill(process, signal.SIGKILL)
    for process in builders:
        os.waitpid(process, 0)


def test_a_second_build_is_refused_while_the_first_lives(old: Datasets, living: Living):
    pid, _ = living()
    litter = old.litter()
    with pytest.raises(OutputRefused) as refused:
        old.publish("new")
    assert refused.value.problem == f"another build is writing it (process {pid})"
    assert old.litter() == litter
    assert len(litter) == 2


def test_a_second_thread_is_refused_too(old: Datasets):
    problems: list[str] = []

    def second() -> None:
        try:
            old.publish("new")
        except OutputRefused as error:
            problems.append(error.problem)

    with staging(old.target):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert problems == [f"another build is writing it (process {os.getpid()})"]
    assert (old.state(), old.litter()) == ("old", [])


def test_the_worker_of_a_killed_build_locks_nobody_out(old: Datasets, living: Living):
    builder, worker = living()
    os.kill(builder, signal.SIGKILL)
    os.waitid(os.P_PID, builder, os.WEXITED | os.WNOWAIT)
    os.kill(worker, 0)  # it lives
    old.publish("new")
    assert (old.state(), old.litter()) == ("new", [])


def test_a_forked_child_cleans_nothing_of_its_parents(old: Datasets, forked: Forked):
    with staging(old.target) as stage:

        def leave() -> None:
            stage.end()

        assert forked(leave) == 0
        assert stage.folder.is_dir()
        with pytest.raises(OutputRefused, match="another build"), staging(old.target):
            pass
    assert (old.state(), old.litter()) == ("old", [])


def test_many_builds_at_once(old: Datasets):
    """Each either publishes or is refused, and no two are in the midst of it together."""
    children = []
    for number in range(24):
        child = os.fork()
        if child == 0:
            code = 97
            try:
                old.publish(f"new {number % 3}")
                code = 0
            except OutputRefused as error:
                code = 5 if "another build" in error.problem else 98
            finally:
                os._exit(code)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert set(codes) <= {0, 5}
    assert 0 in codes
    assert old.state().startswith("new")
    assert old.litter() == []


@pytest.mark.parametrize("note", ["", f"threadgraph 99999999 {'0' * 16}\n"])
def test_stale_lock_files_are_taken_over(old: Datasets, note: str):
    (old.parent / ".out.lock").write_text(note)
    old.publish("new")
    assert (old.state(), old.litter()) == ("new", [])


@pytest.mark.parametrize("kind", ["text", "link", "pipe", "folder"])
def test_a_lock_file_that_is_not_ours_is_left_alone(old: Datasets, kind: str):
    lock = old.parent / ".out.lock"
    if kind == "text":
        lock.write_text("12345\n")
    elif kind == "link":
        lock.symlink_to(old.parent.with_name("elsewhere"))
    elif kind == "pipe":
        os.mkfifo(lock)
    else:
        lock.mkdir()
    before = lock.lstat()
    with pytest.raises(OutputRefused):
        old.publish("new")
    assert (lock.lstat().st_ino, lock.lstat().st_size) == (before.st_ino, before.st_size)
    assert not old.parent.with_name("elsewhere").exists()
    assert (old.state(), old.litter()) == ("old", [".out.lock"])


def test_a_reader_always_finds_the_old_or_the_new(old: Datasets):
    """Readers open by name, again and again, while the dataset is replaced 40 times."""
    writer = os.fork()
    if writer == 0:
        code = 97
        try:
            for number in range(40):
                old.publish(f"new {number}")
            code = 0
        finally:
            os._exit(code)
    reads = 0
    right = {f"jsonl/posts.jsonl of {word}\n" for word in ["old", *(f"new {n}" for n in range(40))]}
    while os.waitpid(writer, os.WNOHANG) == (0, 0):
        text = (old.target / "jsonl" / "posts.jsonl").read_text()
        assert (old.target / "manifest.json").read_bytes().endswith(b"}\n")
        assert set(text.splitlines(keepends=True)) < right
        reads += 1
    assert old.state() == "new 39"
    assert reads > 40
