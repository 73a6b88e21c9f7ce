"""Hold what a check found: the failing rows, and how many there are of each code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["FAILURE_LIMIT", "Findings", "RowFailure", "moved"]

FAILURE_LIMIT = 1000
"""Failures kept and explained for each table and for each graph rule; all are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFailure:
    """One failure: the row and column, what was expected against what was found, and its code.

    `row` counts from 0; null means the whole table, as for a missing column. `key` holds the
    values of the table's key as far as the row has them.
    """

    table: str
    row: int | None
    column: str | None
    key: Mapping[str, Any]
    message: str
    code: str


@dataclass(slots=True, kw_only=True)
class Findings:
    """Failures in order, at most `limit` of them (null: all), and the exact count of each code."""

    limit: int | None = FAILURE_LIMIT
    failures: list[RowFailure] = field(default_factory=list[RowFailure])
    counts: Counter[str] = field(default_factory=Counter[str])

    @property
    def room(self) -> int | None:
        """How many more failures are kept; null means no limit."""
        return None if self.limit is None else max(0, self.limit - len(self.failures))

    def add(self, failure: RowFailure) -> None:
        """Count a failure, and keep it while there is room."""
        self.counts[failure.code] += 1
        if self.room != 0:
            self.failures.append(failure)

    def merge(
        self, part: Findings, place: Callable[[RowFailure], RowFailure] | None = None
    ) -> None:
        """Take over the failures of a part; `place` tells where they stand in the whole."""
        self.counts.update(part.counts)
        kept = part.failures[: self.room]
        self.failures.extend(place(failure) if place else failure for failure in kept)


def moved(failure: RowFailure, row: int | None, prefix: str) -> RowFailure:
    """Give the failure with the row it has in the whole, and the file and line in its message."""
    return replace(failure, row=row, message=f"{prefix}: {failure.message}")
