"""Write the tables to files: one module a format, found by its constant `WRITER`."""

from __future__ import annotations

from threadgraph.plugins import discover
from threadgraph.writers._base import WriteOptions, Writer, WrittenFile

__all__ = ["WriteOptions", "Writer", "WrittenFile", "writers"]


def writers() -> dict[str, Writer]:
    """Give all writers by name, those of other packages included."""
    return discover(__name__, "WRITER", __name__)
