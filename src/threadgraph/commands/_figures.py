"""Make figures out of counts: shares from 0 to 1, None where nothing was there to count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from statistics import fmean

from threadgraph.commands._scoring import Counts

__all__ = ["CEILINGS", "FIGURES", "Figures", "figures", "mean", "weighed"]

Figures = dict[str, float | None]

_SHARES = {
    "precision": ("right", "found"),
    "recall": ("right", "gold"),
    "author_precision": ("names_right", "names_given"),
    "author_recall": ("names_right", "names"),
    "invented": ("invented", "lost_names"),
    "date": ("dates_right", "dates"),
    "parent": ("parents_right", "parents"),
    "parent_replies": ("replies_right", "replies"),
    "parent_printed": ("printed_right", "printed"),
    "edge_precision": ("edges_right", "edges"),
    "quote": ("quotes_right", "quotes"),
}
FIGURES = ("precision", "recall", "f1", "text", *list(_SHARES)[2:])
"""The names of the figures, in the order of the table."""

CEILINGS = frozenset({"invented"})
"""Figures that are better when lower: their floor is a ceiling."""


def figures(counts: Mapping[str, float]) -> Figures:
    """Give the figures of some counts, with the numbers of pages and posts they stand on."""
    sums = defaultdict(float, counts)
    sums["found"] = sums["right"] + sums["wrong"]
    made: Figures = {name: _share(sums[a], sums[b]) for name, (a, b) in _SHARES.items()}
    if made["precision"] is None and sums["gold"]:
        made["precision"] = 0.0
    made["f1"] = _share(2 * sums["right"], sums["found"] + sums["gold"])
    made["text"] = _share(sums["alike"] / 10_000, sums["right"])
    numbers = {"pages": sums["pages"], "posts": sums["gold"], "replies": sums["replies"]}
    return {**numbers, **{name: made[name] for name in FIGURES}}


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def mean(groups: Iterable[Figures]) -> Figures:
    """Give the mean of each figure over the groups that have it; the numbers are summed."""
    values: dict[str, list[float]] = defaultdict(list)
    for group in groups:
        for name, value in group.items():
            if value is not None:
                values[name].append(value)
    summed: Figures = {name: sum(values[name]) for name in ("pages", "posts", "replies")}
    return summed | {n: round(fmean(values[n]), 4) if values[n] else None for n in FIGURES}


def weighed(groups: Mapping[str, Counts], weights: Mapping[str, float]) -> Figures:
    """Give the figures of all families together; a family without a weight counts whole."""
    total: dict[str, float] = defaultdict(float)
    whole: Counts = Counter()
    for family, counts in groups.items():
        whole += counts
        for name, value in counts.items():
            total[name] += value * weights.get(family, 1.0)
    numbers = {"pages": whole["pages"], "posts": whole["gold"], "replies": whole["replies"]}
    return figures(total) | numbers
