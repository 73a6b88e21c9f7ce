"""Fix what a layout gives back, and score it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.records import AuthorState, Problem, Role, Status

__all__ = ["Fit", "Layout", "Parse", "Record", "Scored", "fit"]


class Record(NamedTuple):
    """One post as the layout found it; all places are code points of the page's text.

    `depth` is given where the layout shows nesting, `label` where it names the parent's author.
    What lies in no segment of any record is chrome if it is white space, else unparsed.
    """

    body: tuple[Segment, ...]
    header: tuple[Segment, ...] = ()
    chrome: tuple[Segment, ...] = ()
    author: str | None = None
    author_state: AuthorState = "missing"
    date: str | None = None
    label: str | None = None
    depth: int | None = None
    evidence: Segment | None = None
    role: Role = "comment"
    status: Status = "complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """All records of a page in page order.

    `start` is where the discussion begins: what stands before is the article. `marks` counts
    what can hardly stand there by chance (bullets with names, dates, labels, repeated names);
    `regularity` is the share of records that obey the whole grammar. `problems` have code points
    for spans; the reader makes them bytes. `front` is set where no article stands before `start`
    but a thread's title and navigation: it holds the title's place, or nothing. `title` is the
    place of an article's title where the layout knows it. `expected` is how many posts the page
    says the thread has, where no article says so.
    """

    records: tuple[Record, ...]
    start: int
    marks: int
    regularity: float
    problems: tuple[Problem, ...] = ()
    front: tuple[Segment, ...] | None = None
    title: Segment | None = None
    expected: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One family of comment systems.

    `parents` says what its pages show: `nesting` by indentation, `labels` that name whom a
    comment answers, or `none`. `generic` marks (names, dates, gaps) stand in pages of other
    families too: such a layout yields to any other over the floor. `ceiling` is the most that its
    parses can score (their highest regularity): it is not tried where another scored more. The
    more `telling` its marks, the earlier it is tried: 3 where a sign that hardly another system
    prints is asked for first, 0 where they are words and lines that pages of others hold, too.
    Where they are `bare` names, dates and texts, something else must tell that people talk.
    """

    description: str
    parents: Literal["nesting", "labels", "none"]
    parse: Callable[[TextPage], Parse | None]
    generic: bool = False
    ceiling: float = 1.0
    telling: int = 1
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A parse with the layout's name and its score."""

    name: str
    parse: Parse
    score: float


class Fit(NamedTuple):
    """How well a parse explains a page from its start on, 0 to 1: its parts' product.

    `coverage` is the share of characters in header or body, `evidence` is 1 - 2^-marks: two marks
    may be chance, ten are not. The third part is the parse's own regularity.
    """

    score: float
    coverage: float
    evidence: float


def fit(page: TextPage, parse: Parse) -> Fit:
    """Give how well the parse explains the page."""
    text, done = page.text, parse.start
    covered = left = 0
    places: list[Segment] = []
    for record in parse.records:
        places += record.header
        places += record.body
        places += record.chrome
    places += page.beside
    places.sort()
    for start, end in places:
        if start > done and not (gap := text[done:start]).isspace():
            left += _letters(gap)
        covered += end - start
        done = max(done, end)
    left += _letters(text[done:])
    coverage = covered / max(1, covered + left)
    evidence = 1 - 2.0 ** -min(parse.marks, 60)
    return Fit(round(coverage * parse.regularity * evidence, 6), coverage, evidence)


def _letters(gap: str) -> int:
    return sum(map(len, gap.split()))
