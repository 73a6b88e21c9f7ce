"""Find the zone that a page of HTML states for all its times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone

from threadgraph.dates.zones import stated_zone
from threadgraph.markup._dom import HtmlPage, Owners, shown
from threadgraph.markup._values import is_zoned

__all__ = ["zone_shared", "zone_told"]


def zone_told(
    page: HtmlPage, selector: str, owners: Owners, moments: Iterable[str | None]
) -> timezone | None:
    """Give the zone that elements outside the posts state, if all that do state the same.

    Boards show all times with the offset that is stated, be it summer's or not. None where the
    moments of all posts tell theirs.
    """
    if all(moment and is_zoned(moment) for moment in moments):
        return None
    told = {
        zone
        for node in page.all(selector)
        if (zone := stated_zone(shown(node))) and owners.of(node) is None
    }
    return told.pop() if len(told) == 1 else None


def zone_shared(moments: Iterable[str | None]) -> timezone | None:
    """Give the one offset that all moments with a zone tell; None where they differ."""
    told = {datetime.fromisoformat(m).utcoffset() for m in moments if m and is_zoned(m)}
    offset = told.pop() if len(told) == 1 else None
    return None if offset is None else timezone(offset)
