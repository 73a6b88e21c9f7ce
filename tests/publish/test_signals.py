"""A stop by signal ends in one `Interrupted`, with nothing left behind."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from threadgraph.errors import Interrupted
from threadgraph.publish import signals
from threadgraph.publish.manifest import describe_files
from threadgraph.publish.signals import deferred, interruptible
from threadgraph.publish.stage import staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from conftest import Datasets

STOPS = [signal.SIGINT, signal.SIGTERM]
PROGRAM = """
import sys, time
from pathlib import Path
from threadgraph.errors import Interrupted
from threadgraph.publish.signals import interruptible
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with interruptible():
        from threadgraph.publish.stage import staging
        with staging(Path(sys.argv[1])) as stage:
            (stage.folder / "posts").write_bytes(b"posts")
            print("ready", flush=True)
            time.sleep(60)
except Interrupted as stop:
    print(stop)
    sys.exit(stop.exit_code)
"""


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Begin as a program in the foreground does, and put back what was."""
    before = {number: signal.getsignal(number) for number in STOPS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("stop", STOPS)
def test_the_first_signal_raises_and_later_ones_are_ignored(stop: signal.Signals):
    cleaned = []
    with pytest.raises(Interrupted) as raised, interruptible():  # noqa: PT012
        try:
            signal.raise_signal(stop)
        finally:
            for number in STOPS:
                signal.raise_signal(number)
            cleaned.append(stop)
    assert raised.value.exit_code == 128 + stop
    assert cleaned == [stop]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_a_library_makes_of_the_stop_is_the_stop():
    def wrap() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except Interrupted:
            raise RuntimeError("callback failed") from None

    with pytest.raises(Interrupted), interruptible():
        wrap()


def test_ignored_signals_stay_ignored():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interruptible(), deferred():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_deferred_signal_comes_at_the_end_of_the_block():
    steps = []
    with pytest.raises(Interrupted), interruptible():  # noqa: PT012
        with deferred():
            signal.raise_signal(signal.SIGTERM)
            steps.append("in")
        steps.append("after")
    assert steps == ["in"]


def test_deferring_keeps_foreign_handlers():
    with pytest.raises(KeyboardInterrupt), deferred():
        signal.raise_signal(signal.SIGINT)


def test_other_threads_publish_too(datasets: Datasets):
    def work() -> None:
        with interruptible():
            datasets.publish("new")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert datasets.state() == "new"


# A signal between an `open` and its `with` leaves the closing to the interpreter.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize("again", [0, 3, 40])
def test_a_signal_at_any_line_leaves_the_old_or_the_new(
    old: Datasets, points: Callable[[int], Iterator[int]], again: int
):
    """With `again`, a second signal comes that many lines later, in the midst of the clean-up."""
    state, told = "old", set()
    for point in points(41):
        word = f"new {point}"
        stopped = interrupt(old, word, {point, point + again})
        if stopped is None:
            break
        told.add(stopped)
        assert old.state() in {state, word}, point
        if "after" in stopped:
            assert old.state() == word
        assert old.litter() == [], point
        state = old.state()
    assert told == {
        "interrupted; nothing was published",
        "interrupted after the new dataset was published",
    }


def interrupt(datasets: Datasets, word: str, lines: set[int]) -> str | None:
    """Publish, with a signal at these lines of our code; give what the stop says, if one came.

    The exception itself is dropped: a stop between the block's end and the first step of
    `staging`'s own is cleaned up when the traceback is, as at the end of a program.
    """
    count = 0

    def trace(frame: FrameType, event: str, _arg: object) -> Callable[..., object] | None:
        nonlocal count
        if not is_ours(frame):
            return None
        if event == "line":
            count += 1
            if count in lines:
                signal.raise_signal(signal.SIGINT)
        return trace

    before = sys.gettrace()
    try:
        with interruptible():
            try:
                sys.settrace(trace)
                with staging(datasets.target) as stage:
                    datasets.write(stage.folder, word)
                    files = describe_files(stage.folder, {})
                    stage.publish({"word": word, "files": files})
            finally:
                sys.settrace(before)
    except Interrupted as stop:
        return stop.problem
    return None


def is_ours(frame: FrameType) -> bool:
    """Tell whether a line is of the package, or of the contexts that it is made of."""
    name = frame.f_code.co_filename
    return name.startswith(str(Path(signals.__file__).parent)) or name == contextlib.__file__


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("times", [1, 3])
def test_a_process_ends_with_the_signals_code(old: Datasets, stop: signal.Signals, times: int):
    command = [sys.executable, "-c", PROGRAM, str(old.target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        for _ in range(times):
            process.send_signal(stop)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 128 + stop
    assert said == "threadgraph: interrupted; nothing was published\n"
    assert (old.state(), old.litter()) == ("old", [])
