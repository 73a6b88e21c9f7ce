"""Find the fields of user cards that a board's owner named: rows whose labels most posts have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row

__all__ = ["past_fields"]

MAX_FIELDS = 6
MAX_FIELD = 100

# "iTrader: (16)", "Distribution : testing"; "Ann wrote:" has no value
_FIELD = re.compile(r"^([^\W\d_][^:]{1,28}?) ?:(?: |(?=\d)).")


def past_fields(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each header below the fields that follow it closely, as they do in most posts.

    A text may begin so, too: "Edit: it works."; a label counts where half of the posts have it.
    Where a text begins within a row, the fields stand before it there.
    """
    labels = [[] if head.begin else _labels(rows, head.last + 1) for head in heads]
    counts = Counter(label for found in labels for label in set(found))
    shared = {label for label, count in counts.items() if count > 1 and 2 * count >= len(heads)}
    lengths = (next((n for n, label in enumerate(found) if label not in shared), len(found))
               for found in labels)  # fmt: skip
    return [
        replace(head, last=head.last + length) if length else head
        for head, length in zip(heads, lengths, strict=True)
    ]


def _labels(rows: Sequence[Row], first: int) -> list[str]:
    """Give the labels of the fields from row `first` on, without a blank line between."""
    found: list[str] = []
    for row in rows[first : first + MAX_FIELDS]:
        match = _FIELD.match(row.text) if len(row.text) <= MAX_FIELD else None
        if match is None or row.gap:
            break
        found.append(match[1])
    return found
