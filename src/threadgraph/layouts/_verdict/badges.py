"""Take the badges away that stand behind the names of a page: roles, and words for subscribers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.layouts._text.words import ROLES
from threadgraph.names import is_role

__all__ = ["without_badges"]

MIN_BADGES = 2
"""Different names that end with a role, from which it is none of their letters."""

_CAMEL = re.compile(r"(?<=[^\W_A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
# "nico Abonné": newspapers say who pays
_PAYING = re.compile(
    r"(?<=\S) (?:abonnée?|abonnee|abonn?ent(?:in)?|abbonat[oa]|suscriptora?|subscriber|assinante|"
    r"prenumerant)$",
    re.IGNORECASE | re.MULTILINE,
)


def without_badges(names: Sequence[str]) -> list[str]:
    """Take roles away that are glued to several names: "nicoAbonné", "bobActive Member".

    With a blank before them only words for subscribers are: "Ann Reader" may be her name.
    """
    shown = "\n".join(names)
    if not (_CAMEL.search(shown) or _PAYING.search(shown)):
        return list(names)
    cut = {name: _without_role(name) for name in names if name}
    gone = Counter(name[len(rest) :] for name, rest in cut.items() if rest != name)
    return [
        cut[name] if name and gone[name[len(cut[name]) :]] >= MIN_BADGES else name for name in names
    ]


@lru_cache(maxsize=1 << 10)
def _without_role(name: str) -> str:
    if paying := _PAYING.search(name):
        return name[: paying.start()]
    for match in _CAMEL.finditer(name):
        role = name[match.start() :]
        if is_role(role) or role.lower() in ROLES:
            return name[: match.start()]
    return name
