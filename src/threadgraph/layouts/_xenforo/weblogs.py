"""Tell weblogs' numbered comments from boards' numbered posts, whose date stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.stamps import joins_clock

__all__ = ["is_weblog"]


def is_weblog(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell whether a row like "3 May 2011 at 16:12" begins what stands below most headers."""
    below = (rows[head.last + 1].text for head in heads if head.last + 1 < len(rows))
    return sum(map(joins_clock, below)) * 2 > len(heads)
