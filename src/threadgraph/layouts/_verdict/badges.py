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

MIN_LAST = 4
"""Letters of the last word, from which on it is not "Mc" or "De"."""

_CAMEL = re.compile(r"(?<=[^\W_A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
# "nico Abonné": newspapers say who pays
_PAYING = re.compile(
    r"(?<=\S) (?:abonnée?|abonnee|abonn?ent(?:in)?|abbonat[oa]|suscriptora?|subscriber|assinante|"
    r"prenumerant)$",
    re.IGNORECASE | re.MULTILINE,
)


def without_badges(names: Sequence[str]) -> list[str]:
    """Take roles away that are glued to several names: "nicoAbonné", "bobActive Member".

    Of names of several words one will do: "Fern CastellanosAuthor". With a blank before them only
    words for subscribers are: "Ann Reader" may be her name.
    """
    shown = "\n".join(names)
    if not (_CAMEL.search(shown) or _PAYING.search(shown)):
        return list(names)
    cut = {name: _without_role(name) for name in names if name}
    gone = Counter(name[len(rest) :] for name, rest in cut.items() if rest != name)
    sure = {n: gone[n[len(rest) :]] >= MIN_BADGES or _is_full(rest) for n, rest in cut.items()}
    return [cut[name] if sure.get(name) else name for name in names]


def _is_full(rest: str) -> bool:
    """Tell a name of several words, whose last goes on with a role in no language."""
    return len(rest.rpartition(" ")[2]) >= MIN_LAST and " " in rest


@lru_cache(maxsize=1 << 10)
def _without_role(name: str) -> str:
    if paying := _PAYING.search(name):
        return name[: paying.start()]
    for match in _CAMEL.finditer(name):
        role = name[match.start() :]
        if is_role(role) or role.lower() in ROLES:
            return name[: match.start()]
    return name
