"""Take away what counts the posts beside their names, where not every post is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["without_counts"]

MIN_COUNTED = 3
"""Names with such a number, from which it is none of theirs."""

# "Ann #3": answers within a thread bear no number
_FLOOR = re.compile(r"\s#(?P<count>\d{1,5})$", re.MULTILINE)
# "com22 Ann": the words of the link to the comment
_ADDRESS = re.compile(r"^(?P<word>[^\W\d_]{1,8})(?P<count>\d{1,9})\s(?=\S)", re.MULTILINE)


def without_counts(names: Sequence[str]) -> list[str]:
    """Give the names without "#3" behind them and "com22" before them, if those rise or fall."""
    shown = "\n".join(names)
    floors = list(_FLOOR.finditer(shown)) if "#" in shown else []
    if len(floors) >= MIN_COUNTED and _counts([int(match["count"]) for match in floors]):
        return [_FLOOR.sub("", name) or name for name in names]
    addresses = list(_ADDRESS.finditer(shown))
    if (
        len(addresses) >= max(MIN_COUNTED, sum(map(bool, names)))
        and len({match["word"] for match in addresses}) == 1
        and _counts([int(match["count"]) for match in addresses])
    ):
        return [_ADDRESS.sub("", name) for name in names]
    return list(names)


def _counts(numbers: Sequence[int]) -> bool:
    """Tell numbers that only rise or only fall."""
    steps = [after - before for before, after in pairwise(numbers)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)
