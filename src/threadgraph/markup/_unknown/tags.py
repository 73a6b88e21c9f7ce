"""Name the tags that the reading of unknown pages tells apart everywhere alike."""

from __future__ import annotations

__all__ = ["HEADINGS", "SILENT"]

HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
"""What heads a page, its parts and posts; deeper ones stand in texts."""

SILENT = frozenset(
    "script style noscript template svg button select textarea input iframe object audio video "
    "canvas".split()
)
"""What holds no words for a page's readers."""
