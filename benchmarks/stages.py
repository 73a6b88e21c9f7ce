"""Time the stages of a build from outside, by wrapping the functions that make them up."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from threadgraph.writers import Writer

__all__ = ["timed"]

_STAGES = {
    "read": ("threadgraph.pipeline.read_document",),
    "raw tables": ("threadgraph.checked.raw_tables",),
    "check raw": ("threadgraph.checked._checked",),
    "link: ids": ("threadgraph.link.tables.identify",),
    "link: parents": ("threadgraph.link.tables.threads",),
    "link: posts": ("threadgraph.link.tables.posts_table",),
    "link: marks and names": ("threadgraph.link.gather.text_mentions",),
    "link: entities": ("threadgraph.link.gather.find_in_parts",),
    "link: other mentions": ("threadgraph.link.tables.mentions_table",),
    "link: rest": ("threadgraph.checked.link",),
    "check tables": ("threadgraph.checked._refuse_bugs",),
    "tables of the corpus": (
        "threadgraph.checked.corpus_tables",
        "threadgraph.pipeline.corpus_tables",
    ),
    "spool": ("threadgraph.spool.Spool.add",),
    "write parquet": ("threadgraph.writers.parquet.WRITER",),
    "write jsonl": ("threadgraph.writers.jsonl.WRITER",),
    "write graphml": ("threadgraph.writers.graphml.WRITER",),
    "summary": ("threadgraph.commands.build.summarise", "threadgraph.commands.build._counts"),
    "digests": ("threadgraph.commands.build.describe_files",),
    "publish": ("threadgraph.publish.stage.Stage.publish",),
}
"""What each stage is called and which functions it is; a stage's own seconds, without others'."""


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Give a dictionary that fills with CPU seconds by stage while the block runs.

    Writers are found once a process: the block must be the first to write.
    """
    seconds: dict[str, float] = {}
    clock = _Clock(seconds)
    with ExitStack() as stack:
        for stage, names in _STAGES.items():
            for name in names:
                stack.enter_context(_patched(name, f"s {stage}", clock))
        yield seconds


class _Clock:
    """Count for each stage the CPU seconds that no stage inside it counts."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds
        self.inner: list[float] = []

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - any function
            begin = time.process_time()
            self.inner.append(0.0)
            try:
                found = function(*given, **named)
                return list(found) if isinstance(found, Iterator) else found
            finally:
                spent = time.process_time() - begin
                self.seconds[stage] = self.seconds.get(stage, 0.0) + spent - self.inner.pop()
                if self.inner:
                    self.inner[-1] += spent

        return run


def _patched(name: str, stage: str, clock: _Clock) -> Any:  # noqa: ANN401 - a patcher
    """Give what wraps the function of that name: a module's, or a class's in a module."""
    path, _, attribute = name.rpartition(".")
    try:
        holder: Any = importlib.import_module(path)
    except ModuleNotFoundError:
        module, _, kind = path.rpartition(".")
        holder = getattr(importlib.import_module(module), kind)
    function = getattr(holder, attribute)
    if isinstance(function, Writer):
        wrapped: Any = replace(function, write=clock.wrap(stage, function.write))
    else:
        wrapped = clock.wrap(stage, function)
    return patch.object(holder, attribute, wrapped)
