"""Leave out of a selector what cannot match in a page, as it has none of the classes.

A parser walks over the whole tree for each selector, and most selectors of a family name classes
that few generations of its markup have.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

__all__ = ["possible"]

_SIGNS = re.compile(r"[(\[\])]|,")
_NAMED = re.compile(r"\.([\w-]+)")


@lru_cache(maxsize=4096)
def _parsed(selector: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give the alternatives of a selector, each with the classes that it needs."""
    found: list[tuple[str, str]] = []
    begun = done = depth = 0
    outer = ""
    for match in (*_SIGNS.finditer(selector), None):
        place, sign = (match.start(), match[0]) if match else (len(selector), ",")
        if depth == 0:
            outer += selector[done:place]
        if sign == "," and depth == 0:
            found.append((selector[begun:place].strip(), outer))
            begun, outer = place + 1, ""
        depth += (sign in "([") - (sign in ")]")
        done = place + 1
    return tuple((text, frozenset(_NAMED.findall(outer.lower()))) for text, outer in found if text)


def possible(selector: str, classes: AbstractSet[str]) -> str:
    """Give the selector without the alternatives whose classes are not among these."""
    alternatives = _parsed(selector)
    kept = [text for text, needed in alternatives if needed <= classes]
    return selector if len(kept) == len(alternatives) else ", ".join(kept)
