"""Tell how a page was read: which families or layouts were asked, and what gave each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from threadgraph.layouts._verdict.survey import LayoutReport
from threadgraph.markup import Found, marked
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._unknown.seen import Seen, seen

__all__ = ["FamilyReport", "Report", "TextReport", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyReport:
    """What a family found: `posts` of them, and how many `markers` of its posts the source has.

    `score` tells how complete they are, 0 to 1; the family with the most `weight` was taken.
    """

    family: str
    posts: int
    markers: int | None
    score: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a page of HTML was read: the most first in `found`; `unfit` had a mark, but no posts.

    `rules` gives for each post that was read, in page order, the selector or rule behind each
    field; an article has none. `expected` is the count that the page prints, `more` the posts that
    it offers to load; of the families `beside` posts were added. Where nothing was found, `seen`
    are the largest groups of like blocks.
    """

    found: tuple[FamilyReport, ...]
    unfit: Mapping[str, str]
    rules: tuple[Mapping[str, str], ...]
    expected: int | None
    more: int
    beside: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReport:
    """How a page of text was read: the layout taken first; those `without` found no posts.

    Where none found any, `clues` say what the page has of what posts have.
    """

    found: tuple[LayoutReport, ...]
    without: tuple[str, ...]
    clues: tuple[str, ...] = ()


def report(page: HtmlPage, ranked: Sequence[Found], posts: int) -> Report:
    """Give the report of a page of `posts` posts, the article included."""
    best = ranked[0].thread if ranked else None
    beside = ranked[0].beside if ranked else ()
    apart = [name for name, _ in ranked[0].apart] if ranked else []
    comments = best.comments if best else []
    found = tuple(
        FamilyReport(
            family=item.name,
            posts=len(item.thread.comments),
            markers=item.thread.markers,
            score=item.score,
            weight=round(item.weight, 6),
        )
        for item in ranked
    )
    known = {*(item.family for item in found), *beside, *apart}
    return Report(
        found=found,
        unfit={k: v for k, v in sorted(marked(page).items()) if k not in known},
        rules=(*({} for _ in range(posts - len(comments))), *(dict(c.rules) for c in comments)),
        expected=best.expected if best else None,
        more=best.more if best else 0,
        beside=beside,
        seen=() if ranked else tuple(seen(page)),
    )
