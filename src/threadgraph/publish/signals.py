"""Turn SIGINT and SIGTERM into one `Interrupted`, and hold them back where a step must finish.

Light to import, so that the command line can install the handlers before anything heavy. Signals
that are ignored when we start (`nohup`, background jobs) stay ignored. Python runs handlers in the
main thread only; in any other thread both contexts do nothing.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from threadgraph.errors import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import FrameType

__all__ = ["deferred", "interruptible"]

_STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interruptible() -> Generator[None]:
    """Raise `Interrupted` at the first SIGINT or SIGTERM; ignore all later ones.

    So a second Ctrl-C cannot break the clean-up that the first began. An error that a library
    makes of the stop (an exception in a callback, say) leaves as `Interrupted` too.
    """
    stopped: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        if not stopped:
            stopped.append(number)
            raise Interrupted(number)

    with _handling(stop):
        try:
            yield
        except Interrupted:
            raise
        except Exception as error:
            if stopped:
                raise Interrupted(stopped[0]) from error
            raise


@contextmanager
def deferred() -> Generator[None]:
    """Hold SIGINT and SIGTERM back until the end of the block, then deliver the first of them."""
    pending: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        pending.append(number)

    try:
        with _handling(note):
            yield
    finally:
        if pending:
            signal.raise_signal(pending[0])


@contextmanager
def _handling(handler: Callable[[int, FrameType | None], None]) -> Generator[None]:
    before = {number: signal.getsignal(number) for number in _STOPS}
    if threading.current_thread() is not threading.main_thread():
        before = {}
    # None: a handler that was not set from Python, which could not be put back.
    mine = {number: old for number, old in before.items() if old not in (None, signal.SIG_IGN)}
    try:
        for number in mine:
            signal.signal(number, handler)
        yield
    finally:
        for number, old in mine.items():
            signal.signal(number, old)
