"""Whatever call of the disk fails, the old dataset or the new one stands, and nothing is left.

Every point is tried with `THREADGRAPH_FAULTS=all python -m pytest tests/publish`; else a sample.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Datasets

    Points = Callable[[int], Iterator[int]]
    Faulty = Callable[[str, int, Callable[[], None]], int | None]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

TOKEN = "0123456789abcdef"  # noqa: S105 - a folder's name
LOCK_ONLY = [[], [".out.lock"]]  # a lock file that stays is empty or stale, and taken over


def test_a_killed_build_leaves_the_old_or_the_new(
    old: Datasets, way: str, run_faulty: Faulty, points: Points
):
    state = "old"
    for point in points(5):
        word = f"new {point}"
        code = run_faulty("kill", point, lambda word=word: old.publish(word))
        if code is None:
            break
        # Without exchange, a kill between the two renames leaves the repair to the next build.
        assert old.state() in ({state, word} | ({"absent"} if way == "rename" else set())), point
        old.recover()
        assert old.state() in {state, word}, point
        assert old.litter() == [], point
        state = old.state()
    assert state.startswith("new"), "no point came after the swap"


@pytest.mark.parametrize("kind", ["EIO", "ENOSPC", "full disk"])
@pytest.mark.usefixtures("way")
def test_an_error_is_refused_or_does_no_harm(
    old: Datasets, kind: str, run_faulty: Faulty, points: Points
):
    state = "old"
    codes: set[int] = set()
    for point in points(7):
        word = f"new {point}"
        code = run_faulty(kind, point, lambda word=word: old.publish(word))
        if code is None:
            break
        assert (code, old.state()) in {(5, state), (0, word)}, point
        assert old.litter() in LOCK_ONLY, point
        state = old.state()
        codes.add(code)
    assert codes == {0, 5}


@pytest.mark.usefixtures("way")
def test_a_dead_disk_spoils_nothing(old: Datasets, run_faulty: Faulty, points: Points):
    state = "old"
    for point in points(7):
        word = f"new {point}"
        code = run_faulty("dead disk", point, lambda word=word: old.publish(word))
        if code is None:
            break
        assert code in {0, 5}, point
        old.recover()  # the disk is back
        assert old.state() in ({word} if code == 0 else {state, word}), point
        assert old.litter() == [], point
        state = old.state()


def test_a_first_build_that_is_hurt_leaves_nothing_or_all(
    datasets: Datasets, run_faulty: Faulty, points: Points
):
    for point in points(7):
        for kind in ("kill", "EIO"):
            code = run_faulty(kind, point, lambda: datasets.publish("new"))
            if code is None:
                return
            if code != -9:
                assert (code, datasets.state()) in {(5, "absent"), (0, "new")}, point
            datasets.recover()
            assert datasets.state() in {"absent", "new"}, point
            assert datasets.litter() == [], point
            if datasets.state() == "new":
                datasets.target.rename(datasets.parent.with_name(f"{kind} {point}"))


def test_a_repair_that_is_killed_is_repaired(old: Datasets, run_faulty: Faulty, points: Points):
    """One build died between its two renames, the next one while it put the old one back."""
    for point in points(2):
        old.target.rename(old.parent / f".out.old-{TOKEN}")
        old.write(old.parent / f".out.tmp-{TOKEN}", "new")
        (old.parent / ".out.lock").write_text(f"threadgraph 1 {TOKEN}\n")
        code = run_faulty("kill", point, old.recover)
        old.recover()
        assert (old.state(), old.litter()) == ("old", []), point
        if code is None:
            return
