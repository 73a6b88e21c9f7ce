"""Read Stack Exchange: a question, its comments, answers and theirs.

"Share / Improve this answer / answered DATE / name" closes a question or an answer; a comment is
a bullet or a row that ends with "– name DATE". Main-content extractors leave the comments' ends,
"6 Answers" and, between answers, a score or the wider gap of its dropped line. Comments answer
the post they stand below, answers the question. Sites in English, Spanish, Portuguese, Russian
and Japanese, tables (to 2018) and later markup. Last seen: 2026. Not read: scores, badges,
edits, linked questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._stackexchange.card import Card, read_card
from threadgraph.layouts._stackexchange.cells import Cell, cells
from threadgraph.layouts._stackexchange.comments import (
    BULLETS,
    Comment,
    bullet_comment,
    headed_comment,
    row_comment,
)
from threadgraph.layouts._stackexchange.kinds import (
    foot_of,
    kinds_of,
    last_of,
    may_be,
    may_end,
    may_part,
)
from threadgraph.layouts._stackexchange.marks import END, NEWCOMER, TAGS
from threadgraph.layouts._stackexchange.posts import Post, named_once, record
from threadgraph.layouts._stackexchange.start import holds_dated, lists_questions, parted, start_of
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]


@dataclass(slots=True)
class _Scan:
    """The state of one pass over the cells: where the open post began, and what was found.

    `headed` tells that "6 Answers" stands on the page, `carded` that menus or cards close posts,
    `scored` that scores part them; `closed` that the last post has been closed by such a mark;
    `asked` that the question has been read, `depth` is that of the last question or answer.
    `alone` tells that the page says nothing of answers.
    """

    page: TextPage
    table: Sequence[Cell]
    kinds: Sequence[str]
    end: int
    open_at: int = 0
    answers: int | None = None
    headed: bool = False
    alone: bool = False
    carded: bool = False
    scored: bool = False
    closed: bool = False
    asked: bool = False
    depth: int = 0
    posts: list[Post] = field(default_factory=list[Post])
    comments: int = 0
    signed: int = 0


def _parse(page: TextPage) -> Parse | None:
    if not may_be(page.dense) or not may_end(page):
        return None
    table = page.once(cells)
    if not may_part(page, table):
        return None
    kinds = kinds_of(table)
    if lists_questions(table, kinds):
        return None
    last = last_of(table, kinds)
    alone = last is None
    if last is None:
        last = foot_of(table)
    if last is None:
        return None
    end = next((n for n in range(last, len(table)) if END.match(table[n].text[:200])), len(table))
    scan = _Scan(page, table, kinds, end, headed="answers" in kinds, alone=alone)
    scan.carded = any(kind in ("menu", "sign") for kind in kinds)
    heading = kinds.index("answers") if scan.headed else 0
    scan.scored = any(_is_score(scan, n) for n in range(heading, end))
    number = scan.open_at = start_of(table, kinds)
    while number < end:
        number = _step(scan, number)
    _close(scan, end, end)
    return _built(scan)


def _built(scan: _Scan) -> Parse | None:
    signs = scan.comments + scan.signed + _menus(scan) + 2 * scan.alone
    if not scan.posts or signs + scan.headed < 2 - scan.headed:
        return None
    if not signs and holds_dated(scan.table, scan.posts[0].first):
        return None
    posts = named_once(scan.posts)
    ends = [*(post.first for post in posts[1:]), len(scan.table)]
    records = [
        record(scan.page, scan.table, post, range(post.after, end))
        for post, end in zip(posts, ends, strict=True)
    ]
    return Parse(
        records=tuple(records),
        start=scan.page.lines[scan.table[posts[0].first].first].start,
        marks=2 * scan.comments + 3 * scan.signed + 2 * (scan.headed + _menus(scan) + scan.alone),
        regularity=1.0,
        front=_front(scan, posts[0].first),
    )


def _menus(scan: _Scan) -> int:
    """Count the rows below posts that hold a whole menu: "share|improve this answer"."""
    menus = (cell.text for cell, kind in zip(scan.table, scan.kinds, strict=True) if kind == "menu")
    return sum(len(text.split()) > 2 for text in menus)  # noqa: PLR2004 - more than one button


def _front(scan: _Scan, first: int) -> tuple[Segment, ...]:
    """Give the title's place above cell `first`: the last before counters and buttons."""
    while first and scan.kinds[first - 1] in _AROUND:
        first -= 1
    if not first or scan.table[first - 1].mark in BULLETS:
        return ()
    cell = scan.table[first - 1]
    place = scan.page.text.find(cell.text, cell.start, cell.end)
    return (Segment(place, place + len(cell.text)),) if place >= 0 else ()


def _step(scan: _Scan, number: int) -> int:
    """Read one cell, or a comment or card that begins there; give the next cell to read."""
    kind, cell = scan.kinds[number], scan.table[number]
    comment = None
    if cell.mark in BULLETS:
        comment = bullet_comment(scan.page, scan.table, scan.kinds, number, scan.end)
    elif kind == "iso":
        comment = headed_comment(scan.table, scan.open_at, number)
    elif kind == "dated":
        comment = row_comment(scan.page, scan.table, _comment_start(scan, number), number)
    if comment is not None:
        return _comment(scan, comment)
    if kind == "answers":
        _close(scan, number, number)
        scan.answers, scan.open_at = number, number + 1
    elif kind in ("menu", "sign"):
        return _card(scan, number)
    elif kind in ("newcomer", "add"):
        _close(scan, number, number + 1, _newcomer(cell.text))
    elif kind == "vote":
        _votes(scan, number)
    elif _parts(scan, number):
        _close(scan, number, number)
        scan.open_at = number
    return number + 1


def _comment_start(scan: _Scan, number: int) -> int:
    """Give where the text of a comment without a bullet begins: below its score."""
    low = number
    if scan.closed:
        while low > scan.open_at and number - low < 3 and scan.kinds[low - 1] == "":  # noqa: PLR2004
            low -= 1
    return low


def _comment(scan: _Scan, comment: Comment) -> int:
    first = comment.first
    while first > scan.open_at and scan.kinds[first - 1] == "chrome":
        first -= 1
    _close(scan, first, first)
    scan.comments += comment.sure or scan.end < len(scan.table)
    scan.posts.append(
        Post(
            first=first,
            low=comment.low,
            high=comment.high,
            after=comment.after,
            depth=scan.depth + 1,
            author=comment.author,
            date=comment.date,
            begin=comment.begin,
            cut=comment.cut,
            comment=True,
            evidence=_evidence(scan.table[comment.first], comment.cut),
        )
    )
    scan.open_at = comment.after
    return comment.after


def _evidence(cell: Cell, cut: int | None) -> Segment:
    """Give the bullet of a comment, or the dash before its name, or its head."""
    if cell.mark in BULLETS:
        return Segment(cell.start, cell.start + 1)
    return Segment(cell.start, cell.end) if cut is None else Segment(cut, cut + 1)


def _card(scan: _Scan, number: int) -> int:
    """Read "Share / ... / answered DATE / name / badges"; it closes the open post."""
    card = read_card(scan.table, scan.kinds, number, scan.end)
    scan.signed += bool(card.dates)
    _close(scan, number, card.after, card)
    scan.closed = True
    return card.after


def _votes(scan: _Scan, number: int) -> None:
    """Begin a post at the votes above its text; before them stands a post that has its own.

    Deeper text above them is that of the same post, in a column beside them.
    """
    if number and scan.table[number - 1].indent > scan.table[number].indent:
        return
    if "vote" in scan.kinds[scan.open_at : number]:
        _close(scan, number, number)
    scan.open_at = number


def _newcomer(text: str) -> Card | None:
    """Give the author whom a notice below the text names."""
    found = NEWCOMER.match(text)
    return Card(0, names=[found["name"]]) if found else None


def _parts(scan: _Scan, number: int) -> bool:
    """Tell the score above an answer, or the gap that it left."""
    announced = number > 0 and scan.table[number - 1].text[-1:] == ":"  # "The output was:"
    if scan.alone or scan.carded or announced or (scan.headed and scan.answers is None):
        return False
    if scan.scored:
        return _is_score(scan, number)
    return parted(scan.page, scan.table, number)


def _is_score(scan: _Scan, number: int) -> bool:
    """Tell a number alone, a blank line below it, and above it or the number of comments."""
    cell = scan.table[number]
    if not _SCORE.match(cell.text) or cell.mark or number + 1 >= scan.end:
        return False
    before = scan.table[number - 1].text.isdigit() if number else True
    return scan.table[number + 1].gap > 0 and (cell.gap > 0 or before)


_SCORE = re.compile(r"^[-−]?\d{1,5}$")


def _close(scan: _Scan, end: int, after: int, card: Card | None = None) -> None:
    """Make the cells from the open one to `end` a question or an answer, if they hold text."""
    first, low, high = scan.open_at, scan.open_at, end
    scan.open_at = after
    while low < high and scan.kinds[low] in _AROUND:
        low += 1
    least = low + (low < high and not scan.table[low].mark)  # "weir water loss" may be all it says
    while high > least and (scan.kinds[high - 1] in _AROUND or _is_tag(scan, high - 1, card)):
        high -= 1
    opening = not scan.asked
    if low == high or (scan.headed and scan.answers is None and not opening):
        return
    scan.closed, scan.asked, scan.depth = False, True, 0 if opening else 1
    line = scan.table[scan.answers] if scan.answers is not None else None
    scan.posts.append(
        Post(
            first=first,
            low=low,
            high=high,
            after=after,
            depth=scan.depth,
            author=card.author if card else None,
            date=card.date if card else None,
            opening=opening,
            evidence=Segment(line.start, line.end) if line and not opening else None,
        )
    )


_AROUND = frozenset(("chrome", "newcomer", "counters", "vote", "notice", "add", "menu"))


def _is_tag(scan: _Scan, number: int, card: Card | None) -> bool:
    """Tell the tags below a question's text, where its card follows."""
    return card is not None and not scan.asked and bool(TAGS.match(scan.table[number].text))


LAYOUT = Layout(
    description="Stack Exchange: a question, answers, and comments below each",
    parents="nesting",
    telling=3,
    parse=_parse,
)
