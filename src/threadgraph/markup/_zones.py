"""Find the zone that a page of HTML states for all its times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timezone

from threadgraph.markup._dom import HtmlPage, Owners, shown
from threadgraph.markup._values import is_zoned
from threadgraph.zones import stated_zone

__all__ = ["zone_told"]


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
