"""Tell the notice of an edit, which ends a text on boards: below it stands a signature at most."""

from __future__ import annotations

import re

from threadgraph.layouts._boards.forum import is_chrome
from threadgraph.layouts._boards.rows import Row

__all__ = ["is_notice"]

MIN_NOTICE = 25
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_notice(row: Row) -> bool:
    """Tell "Last edited by ann; December 25th, 2009 at 01:51 PM."."""
    return len(row.text) > MIN_NOTICE and is_chrome(row) and _YEAR.search(row.text) is not None
