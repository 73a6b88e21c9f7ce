"""Run a function over many items, in this process or in some others, in order."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from threadgraph.errors import LimitReached

__all__ = ["in_order", "without_collector"]

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def without_collector() -> Generator[None]:
    """Stop the search for reference cycles: a batch makes many objects and hardly any cycle.

    While objects only grow in number, each search walks over all of them again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[Result]:
    """Give the results in the order of the items, whatever the number of workers.

    At most two items a worker are on their way. The function and what it takes and gives must be
    picklable if there are several workers. A worker that dies raises LimitReached.
    """
    if workers <= 1:
        yield from map(function, items)
        return
    # spawn: a forked process would inherit the locks of the threads of polars
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_quietly)
    try:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) >= 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise LimitReached(
            "--workers",
            "a worker process died: for memory, or as it ran the script that calls `build` again",
            'Use fewer workers; in a script call it below `if __name__ == "__main__":`.',
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _quietly() -> None:
    """Leave it to the main process to answer Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
