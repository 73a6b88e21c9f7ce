"""Part names from what a page prints on one line with them: a place, a rank, a count, a badge.

"Ann | Leeds", "Bob · Regular", "Cem 12 posts", "DoraKent": one value tells little, but what stands
behind several different names, or behind a sign that no name has, is none of theirs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from threadgraph.names import is_role

__all__ = ["bare_names"]

MIN_NAMES = 3
SHARED = 2
"""Different names behind which something stands that is none of theirs."""

MOSTLY, NEARLY = 0.6, 0.8
HALF, SOME = 0.5, 0.25

# "Ann | Leeds", "Ann · Regular": signs that hardly a name has
_SIGN = re.compile(r"\s*[|·•\u00a0]\s*(?=\S)|\s/\s")
# "Ann, Leeds", "Ann - 3 posts", "Ann (Leeds)", "Ann(Leeds)": those that some have
_OTHER = re.compile(r",\s+|\s+[-–—]\s+|\s?(?=\()")
# "Ann Leeds", "AnnLeeds", "bob7Leeds"
_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])|(?<=[\w.])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})")
_WORD = re.compile(rf"\s(?=\S)|{_GLUED.pattern}")
_SIGNS = frozenset("|·•\u00a0/,-–—(")
_NUMBER = re.compile(r"\d+")
_EDGES = " \u00a0,|·•–—-/:;"


def bare_names(names: Iterable[str]) -> dict[str, str]:
    """Give each of a page's names without what stands beside it.

    >>> bare_names(["Ann · Regular", "Bob · Sage", "Cem · Regular"])["Bob · Sage"]
    'Bob'
    """
    told = {name for name in names if not is_role(name)}
    signed = _by_signs(told)
    bare = {name: _bare(name, signed[name]) for name in told}
    shorter = _by_endings(set(bare.values()))
    return {name: shorter.get(cut, cut) for name, cut in bare.items()}


def _bare(name: str, cut: str) -> str:
    return cut.strip(_EDGES) or name if cut != name else name.rstrip(" ,/|·•") or name


def _by_signs(names: set[str]) -> dict[str, str]:
    """Cut names at a sign that no name has, and at others if most names have one."""
    if _SIGNS.isdisjoint("".join(names)):
        return {name: name for name in names}
    cut = {name: _first(_SIGN, name) for name in names}
    rest = Counter(_shape(name[len(cut[name]) :]) for name in names)
    signed = len(names) - rest[""] >= max(SHARED, SOME * len(names))
    for name in names:  # "Ann | The Mill": who writes for a site
        if not (signed or rest[_shape(name[len(cut[name]) :])] >= SHARED or "\u00a0" in name):
            cut[name] = name
    held = {name for name in names if _OTHER.search(cut[name], 1)}
    firsts = {_first(_OTHER, cut[name]) for name in held}
    rests = {_shape(cut[name][len(_first(_OTHER, cut[name])) :]) for name in held}
    same = len(rests) < len(firsts) + all(rest[:1] == "(" for rest in rests)
    if len(held) >= max(SHARED, HALF * len(names)) and same:
        cut |= {name: _first(_OTHER, cut[name]) for name in held}
    return cut


def _first(pattern: re.Pattern[str], name: str) -> str:
    match = pattern.search(name, 1)
    return name[: match.start()] if match and any(map(str.isalpha, name[: match.start()])) else name


def _by_endings(names: set[str]) -> Mapping[str, str]:
    """Cut what stands behind several names, if most names have such an ending.

    Fewer do where it is glued to nearly all: then it begins with a capital.
    """
    parted = sum(_WORD.search(name, 1) is not None for name in names)
    if parted < max(MIN_NAMES, MOSTLY * len(names)):
        return {}
    heads: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for head, ending in _endings(name):
            heads[ending].add(head)
    shared = {ending for ending, found in heads.items() if len(found) >= SHARED}
    cut: dict[str, str] = {}
    for name in names:
        head = next((head for head, ending in _endings(name) if ending in shared), None)
        cut |= {} if head is None else {name: head.rstrip(_EDGES)}
    glued = {name: found[-1] for name in names if (found := [*_GLUED.finditer(name, 1)])}
    if len(glued) >= NEARLY * len(names) and len(cut) >= HALF * len(names) >= 1:
        cut = {name: name[: found.start()] for name, found in glued.items()} | cut
    return cut if len(cut) >= max(MIN_NAMES, MOSTLY * len(names)) else {}


def _endings(name: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part a name, the longest ending first; numbers are alike."""
    for match in _WORD.finditer(name, 1):
        ending = _shape(name[match.end() :])
        if any(map(str.isalpha, ending)):  # "Guest 7" is somebody else than "Guest 8"
            yield name[: match.start()], ending


def _shape(text: str) -> str:
    return _NUMBER.sub("0", text.strip(_EDGES))
