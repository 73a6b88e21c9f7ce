"""Ask all layouts about a page and say of each what it found and why it was taken or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.layouts import CREDIBLE, FLOOR, layouts, tried
from threadgraph.layouts._base import Fit, Layout, Parse, Scored, fit
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.contest import trust_of
from threadgraph.text import show

__all__ = ["LayoutReport", "survey"]

SHOWN = 60
"""Letters of the line at which a layout's first post begins."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutReport:
    """What a layout found: `posts` of them, `named` with a name, told by `marks`.

    `coverage` is the share of the page's letters, from `first_line` on, that it explains,
    `regularity` and `evidence` see `Parse` and `fit`; `score` is their product. `trust` is the
    share of names that can be some and of heads that no text holds. `first_line` counts from 1.
    """

    layout: str
    posts: int
    named: int
    marks: int
    coverage: float
    regularity: float
    evidence: float
    score: float
    trust: float
    first_line: int
    first_text: str
    taken: bool
    why: str


def survey(page: TextPage, ranked: Sequence[Scored]) -> tuple[list[LayoutReport], list[str]]:
    """Give a report on each layout that found posts, and the names of those that found none.

    `ranked` is what `choose` gave; what it took stands first, the others by their scores.
    """
    best = ranked[0] if ranked and ranked[0].score >= FLOOR else None
    found: list[LayoutReport] = []
    without: list[str] = []
    for name, layout in sorted(layouts().items()):
        parse, refused = (best.parse, "") if best and best.name == name else tried(page, layout)
        if parse is None:
            without.append(name)
        else:
            report = _report(page, name, layout, parse, best)
            found.append(replace(report, why=refused) if refused else report)
    return sorted(found, key=lambda item: (not item.taken, -item.score, item.layout)), without


def _report(
    page: TextPage, name: str, layout: Layout, parse: Parse, best: Scored | None
) -> LayoutReport:
    measured = fit(page, parse)
    trust = trust_of(page, layout, parse)
    taken = best is not None and best.name == name
    doubts = "; ".join(_doubts(measured, parse.regularity, trust)) or _rival(layout, parse, best)
    begin = next(line for line in page.lines if line.text and line.end > parse.start)
    return LayoutReport(
        layout=name,
        posts=len(parse.records),
        named=sum(record.author is not None for record in parse.records),
        marks=parse.marks,
        coverage=round(measured.coverage, 4),
        regularity=round(parse.regularity, 4),
        evidence=round(measured.evidence, 4),
        score=measured.score,
        trust=round(trust, 4),
        first_line=len(_LINE_END.findall(page.text, 0, begin.first)) + 1,
        first_text=show(begin.text, SHOWN),
        taken=taken,
        why="" if taken else doubts,
    )


def _doubts(measured: Fit, regularity: float, trust: float) -> Iterator[str]:
    """Say what speaks against a parse; of a low score, the smallest of its factors."""
    if measured.score < FLOOR:
        factors = {
            "it explains too little of the page": measured.coverage,
            "too many of its posts lack what its posts have": regularity,
            "too few marks tell its posts from other text": measured.evidence,
        }
        yield min(factors, key=lambda reason: factors[reason])
    if trust < CREDIBLE:
        yield "its names are hardly names, or its texts hold heads of other posts"


def _rival(layout: Layout, parse: Parse, best: Scored | None) -> str:
    if best is None:
        return "its parse was not believed"
    if not layout.generic:
        return f"no better than {best.name}"
    more = len(parse.records) > len(best.parse.records)
    return f"generic, stands behind {best.name}{', though it found more posts' * more}"
