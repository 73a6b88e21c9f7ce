"""Take ranks away behind names that quotations print without them: "Ann wrote: ↑ 3 May".

Some styles of phpBB print name and rank in one row: "Ann Lee Forum guru". The arrow behind "Ann Lee
wrote:" is the board's own, so that name is whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._text.page import TextPage

__all__ = ["without_quoted_ranks"]

MIN_QUOTED = 2
"""Names that are quoted without what follows them: one may be somebody else's."""
MAX_RANK = 30

_QUOTED = re.compile(
    r"^\W{0,40}(\w.{0,40}?)\s(?:a\s|ha\s)?[^\W\d_]{2,14}(?:\(a\))?\s?:\s?↑", re.MULTILINE
)


def without_quoted_ranks(page: TextPage, names: Sequence[str]) -> list[str]:
    """Give the names without the ranks behind those that are quoted, and behind others."""
    whole = page.once(_quoted_in) - {*names}
    cut = {name: shorter for name in names if (shorter := _quoted(name, whole))}
    if len(cut) < MIN_QUOTED:
        return list(names)
    ranks = tuple({name[len(shorter) :] for name, shorter in cut.items()})
    return [cut.get(name) or _unranked(name, ranks) for name in names]


def _quoted_in(page: TextPage) -> frozenset[str]:
    """Give the names that the page's quotations print; ask by `page.once(_quoted_in)`."""
    found = _QUOTED.finditer(page.text) if "↑" in page.text else ()
    return frozenset(match[1] for match in found)


def _quoted(name: str, whole: frozenset[str]) -> str | None:
    """Give the longest quoted name that this one begins with."""
    words = name.split(" ")
    begun = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    found = next((shorter for shorter in begun if shorter in whole), None)
    return found if found and len(name) - len(found) <= MAX_RANK else None


def _unranked(name: str, ranks: tuple[str, ...]) -> str:
    rank = next((rank for rank in ranks if name.endswith(rank)), "")
    return name.removesuffix(rank) or name
