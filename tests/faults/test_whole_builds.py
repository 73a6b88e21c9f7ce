"""Whole builds that are killed, stopped or starved: the old dataset or the new one, never less.

`THREADGRAPH_FAULTS=all` tries every moment and size; the default is a sample.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from threadgraph.publish.manifest import differences, listed_files, read_manifest

ALL = os.environ.get("THREADGRAPH_FAULTS") == "all"
COMMAND = [sys.executable, "-m", "threadgraph", "build"]
PAGE = "Text of {0}.\n\n  • Ann Lee\n\n    Yes {0}.\n\n  • Bob\n\n    No {0}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with `old` and `new` inputs, and `out` built from `old`."""
    for name, count in (("old", 2), ("new", 3)):
        (tmp_path / name).mkdir()
        for i in range(count):
            (tmp_path / name / f"{i}.txt").write_text(PAGE.format(i), encoding="utf-8")
    assert finish(start(tmp_path, "old"))[0] == 0
    return tmp_path


def start(
    folder: Path, inputs: str, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [*COMMAND, inputs, "--out", "out", "--quiet"],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,  # noqa: PLW1509 - sets a limit, nothing else
    )


def finish(build: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for the end; give the exit code and the messages, which hold no traceback."""
    _, told = build.communicate(timeout=120)
    assert "Traceback" not in told
    assert len(told.splitlines()) <= 5
    return build.returncode, told


def documents(folder: Path) -> int:
    """Give the documents of the dataset, which is whole."""
    manifest = read_manifest(folder / "out")
    assert differences(folder / "out", listed_files(folder / "out", manifest)) == []
    return manifest["counts"]["documents"]


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name not in {"old", "new", "out"})


def test_killed_at_any_moment_the_next_build_is_clean(folder: Path) -> None:
    moments = random.Random(3)  # noqa: S311 - a fixed sample, no secret
    for _ in range(40 if ALL else 6):
        build = start(folder, "new")
        time.sleep(moments.uniform(0.2, 2.5))
        build.kill()
        finish(build)
        assert documents(folder) in {2, 3}
    assert finish(start(folder, "old"))[0] == 0
    assert documents(folder) == 2
    assert [name for name in leftovers(folder) if name != ".out.lock"] == []


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["int", "term"]
)
def test_stopped_builds_leave_nothing_and_tell(
    folder: Path, number: signal.Signals, code: int
) -> None:
    build = start(folder, "new")
    time.sleep(0.5)
    build.send_signal(number)
    ended, _ = finish(build)
    assert ended in {code, 0, -number}  # the last where the interpreter was ending already
    assert documents(folder) in ({2} if ended == code else {3})
    assert [name for name in leftovers(folder) if name != ".out.lock"] == []


@pytest.mark.parametrize("size", [0, 1, 100, 4_000, 20_000] if not ALL else range(0, 60_000, 1_500))
def test_a_full_disk_is_5_and_the_old_dataset_stays(folder: Path, size: int) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    ended, _ = finish(start(folder, "new", limit))
    assert ended == 5 if size < 20_000 else ended in {0, 5}
    assert documents(folder) == (2 if ended else 3)


def test_of_two_builds_at_once_one_wins_and_one_refuses(folder: Path) -> None:
    builds = [start(folder, "new") for _ in range(2)]
    codes = sorted(finish(build)[0] for build in builds)
    assert codes in ([0, 0], [0, 5])
    assert documents(folder) == 3


@pytest.mark.parametrize("megabytes", [1500, 1000, 600])
def test_little_memory_spoils_nothing(folder: Path, megabytes: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    build = start(folder, "new", limit)
    try:
        build.communicate(timeout=60)  # polars aborts the process where it gets no memory,
    except subprocess.TimeoutExpired:  # or waits for a thread that could not start
        build.kill()
        build.communicate()
        assert megabytes < 1000
    if megabytes >= 1500 and (os.cpu_count() or 1) <= 4:  # each core has threads of its own
        assert build.returncode == 0
    assert documents(folder) == (2 if build.returncode else 3)
