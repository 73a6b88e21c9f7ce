"""Turn online discussions into typed reply graphs and mention edges, as a validated dataset.

The names below are imported when they are first used, so that `threadgraph --help` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from threadgraph.errors import ThreadgraphError

if TYPE_CHECKING:
    from threadgraph.commands.build import BuildOptions, build
    from threadgraph.commands.page import parse, parse_many
    from threadgraph.dataset import Dataset
    from threadgraph.graphs import GraphOptions
    from threadgraph.pipeline import ReadOptions
    from threadgraph.writers import WriteOptions

    __version__: str

__all__ = [
    "BuildOptions",
    "Dataset",
    "GraphOptions",
    "ReadOptions",
    "ThreadgraphError",
    "WriteOptions",
    "__version__",
    "build",
    "parse",
    "parse_many",
]

_HOMES = {
    "BuildOptions": "threadgraph.commands.build",
    "Dataset": "threadgraph.dataset",
    "GraphOptions": "threadgraph.graphs",
    "ReadOptions": "threadgraph.pipeline",
    "WriteOptions": "threadgraph.writers",
    "build": "threadgraph.commands.build",
    "parse": "threadgraph.commands.page",
    "parse_many": "threadgraph.commands.page",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the names are of all types
    """Import a public name from its home."""
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("threadgraph")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
