"""Tell the day on which a member joined, among the parts of a post: "Joined: May 3, 2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.joining import is_joined
from threadgraph.markup._bylines import date_in
from threadgraph.markup._unknown.outline import Part

__all__ = ["joins"]

MAX_PARTS = 8
MAX_TEXT = 60
_LABEL = re.compile(r"\D{3,24}(?=\d)")


def joins(parts: Sequence[Part], number: int) -> bool:
    """Tell a small part that holds such a label and a date behind it, and nothing else."""
    end = parts[number].end
    if end - number > MAX_PARTS:
        return False
    text = " ".join(part.text for part in parts[number:end] if part.text)
    label = _LABEL.match(text) if len(text) <= MAX_TEXT else None
    return label is not None and is_joined(label[0].strip()) and date_in(text) is not None
