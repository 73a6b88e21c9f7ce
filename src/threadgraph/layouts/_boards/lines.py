"""Cut a thread where line filters left nothing between posts but a line end.

Writers part their paragraphs by blank lines or single line ends; between two posts of XenForo only
a line end is left. It opens a post below "Last edited:", above a repeated passage (a quotation),
and where a full sentence ends and the next line begins as answers do ("Thanks", "I ", "@ann").
Where most of a page's line ends part posts so, its writers use blank lines, and the others between
whole sentences part posts, too. Other line ends stay inside of posts: two posts then stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from threadgraph.layouts._boards.answers import (
    begins_answer,
    begins_with_self,
    closes,
    greets,
)
from threadgraph.layouts._boards.copies import (
    Copies,
    ends_as_head,
    find_copies,
    heads_of_copies,
)
from threadgraph.layouts._boards.ends import (
    NOTICES,
    below_title,
    first_text,
    forum_words,
    opening_of,
)
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._boards.words import FORUM_END, LAST_EDITED
from threadgraph.layouts._text.page import TextPage

__all__ = ["posts_by_lines"]

MIN_RUN = 3
"""Cuts between paragraphs one after the other, from which one writer may part them so."""

LONG = 100
"""A paragraph of one writer who parts paragraphs by blank lines is seldom shorter."""

HABIT, MIN_HABIT = 0.65, 4
"""The share of a page's line ends that part posts, and their number, from which all do."""

ANSWERS, MIN_TELLING = 0.6, 2
"""The share of posts that begin as answers do, and how many greet, or quote, that tell a thread."""

MIN_LINE = 40
MIN_BLANK = 0.2
"""Share of rows with a blank line above, without which line ends tell nothing."""

# a sentence's end, a bracket, a smiley or a picture of one
_STOP = re.compile(
    r"(?:[.?!…][)\"”'’*]{0,3}|[)\"”]|:[A-Za-z_]{2,20}:|[:;]-?[)DP(]|[^\w\s,;:\-(/&+])$"
)
# ":ROFL:"
_SMILEY = re.compile(r":[A-Za-z_]{2,20}:$")
_ITEM = re.compile(r"^(?:[-•*+–—>·]|\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]\s|#|[^.?!:]{1,40}:(?:\s|$))")


def posts_by_lines(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give the posts of a thread that prints words of forums, or whose lines begin as answers do.

    `whole` are those that a mark opens.
    """
    if is_markdown(page) or len(rows) < 3 or not _blanks(rows):  # noqa: PLR2004
        return []
    worded = bool(forum_words(rows, said=False))
    if not worded and max(sum(map(_may_greet, rows)), sum(map(ends_as_head, rows))) < MIN_TELLING:
        return []
    end = next((n for n in range(2, len(rows)) if FORUM_END.match(rows[n].text[:300])), len(rows))
    begin = below_title(rows, end)
    first = first_text(rows, begin, end)
    if first is None:
        return []
    opening = opening_of(rows, first, end, NOTICES)
    text = range(opening.last + 1, end)
    copies = find_copies(rows, begin)
    told = heads_of_copies(rows, text, copies)
    cuts = _cuts(rows, text, copies, told, habit=None)
    habit = _is_habit(rows, text, copies, cuts)
    quoting = _is_quoting(told, cuts)
    if not (worded or quoting or (habit and _answered(rows, cuts))):
        return []
    cuts = _cuts(rows, text, copies, told, habit=habit)
    opener = Head(
        first=opening.first,
        last=opening.last,
        author=opening.author,
        opening=True,
        stop=end,
    )
    heads = [Head(first=n, last=n - 1, whole=mark, stop=end) for n, mark in cuts.items()]
    return [opener, *heads] if heads else []


def _may_greet(row: Row) -> bool:
    """Tell a row with a greeting that a line end alone parts from the row above."""
    return row.gap == 0 and bool(row.text) and greets(row.text)


def _cuts(
    rows: Sequence[Row],
    text: range,
    copies: Copies,
    heads: AbstractSet[int],
    *,
    habit: bool | None,
) -> dict[int, bool]:
    """Give the rows that open posts below the first, and whether a mark tells it.

    `heads` say who is quoted (see `heads_of_copies`). `habit` tells whether line ends part posts on
    this page, None if that is still to be told.
    """
    found: dict[int, bool] = {}
    first = text.start
    quoted = copies.quoted
    for number in text[1:]:
        if number in heads:
            mark = True if heads.isdisjoint(range(first, number)) else None
        elif is_chrome(rows[number]):
            mark = None
        else:
            mark = _opens(rows, number, first, quoted)
        if mark is None and habit and _may_part(rows, number, copies):
            mark = False if _is_long(rows, number) else None
        if mark is False and number in copies.joined:
            mark = None
        if mark is False and habit is False and _goes_on(rows, number):
            mark = None
        if mark is not None:
            found[number] = mark
            first = number
    return _without_runs(rows, found) if habit is False else found


def _without_runs(rows: Sequence[Row], cuts: Mapping[int, bool]) -> dict[int, bool]:
    """Leave out cuts between paragraphs that follow each other: one writer parts them so."""
    runs: list[list[int]] = [[]]
    for number in cuts:
        if _between_paragraphs(rows, number, cuts):
            runs[-1].append(number)
        else:
            runs.append([])
    left = {number for run in runs if len(run) >= MIN_RUN for number in run}
    return {number: mark for number, mark in cuts.items() if number not in left}


def _between_paragraphs(rows: Sequence[Row], number: int, cuts: Mapping[int, bool]) -> bool:
    """Tell a cut below a paragraph that neither a mark nor its words told."""
    told = cuts[number] or begins_answer(rows[number].text)
    return not told and rows[number - 1].gap > 0


def _goes_on(rows: Sequence[Row], number: int) -> bool:
    """Tell "I " between lines of a writer who parts no paragraphs by blank lines."""
    below = rows[number + 1].gap if number + 1 < len(rows) else 1
    return not (rows[number - 1].gap or below) and begins_with_self(rows[number].text)


def _is_quoting(heads: AbstractSet[int], cuts: Mapping[int, bool]) -> bool:
    """Tell a thread by its quotations, most of which open posts."""
    opening = sum(number in cuts for number in heads)
    return opening >= MIN_TELLING and 2 * opening >= len(heads)


def _is_habit(rows: Sequence[Row], text: range, copies: Copies, cuts: Mapping[int, bool]) -> bool:
    """Tell whether nearly all line ends of the page part posts: writers use blank lines.

    Some must be told by marks or answers: one writer can part paragraphs in both ways.
    """
    ends = [n for n in text[1:] if _may_part(rows, n, copies)]
    told = [n for n in ends if n in cuts]
    sure = sum(not _between_paragraphs(rows, n, cuts) for n in told)
    return sure >= MIN_HABIT and len(told) >= HABIT * len(ends)


def _may_part(rows: Sequence[Row], number: int, copies: Copies) -> bool:
    """Tell a line end that is none of a list's, of a quotation's or of chrome's."""
    row, above = rows[number], rows[number - 1]
    if row.gap or copies.quoted[number - 1] or number in copies.joined:
        return False
    alone = not (_is_item(row) or _is_item(above))
    return alone and not (is_chrome(row) or is_chrome(above))


def _is_long(rows: Sequence[Row], number: int) -> bool:
    """Tell two whole lines: the one above ends a sentence, or is long and ends with a word."""
    above, text = rows[number - 1].text, rows[number].text
    if min(len(above), len(text)) < MIN_LINE or text[0].islower():
        return False
    return bool(_STOP.search(above)) or (len(above) >= LONG and above[-1].isalnum())


def _answered(rows: Sequence[Row], cuts: Mapping[int, bool]) -> bool:
    """Tell a thread by its answers alone: several greet or thank, and most begin as answers do.

    An interview's answers stand below questions, and the lines of a dialogue are short.
    """
    texts = [rows[number].text for number in cuts]
    answers = sum(map(begins_answer, texts))
    long = sum(len(text) >= MIN_LINE for text in texts)
    asked = sum(rows[number - 1].text.endswith("?") for number in cuts)
    if min(answers, long) < ANSWERS * len(texts) or 2 * asked > len(texts):
        return False
    return sum(map(greets, texts)) >= MIN_TELLING


def _blanks(rows: Sequence[Row]) -> bool:
    return sum(row.gap > 0 for row in rows[1:]) >= MIN_BLANK * len(rows)


def _opens(rows: Sequence[Row], number: int, first: int, quoted: Sequence[bool]) -> bool | None:
    """Tell whether a row opens a post: True by a mark, False by its words alone, None if not."""
    row, above = rows[number], rows[number - 1]
    if row.gap:
        return None
    if LAST_EDITED.match(above.text):
        return True
    if quoted[number - 1] or _is_item(row) or _is_item(above):
        return None
    if quoted[number]:
        return True
    paragraph = above.gap > 0 and number - 1 > first
    return False if _parted(above.text, row.text, paragraph=paragraph) else None


def _parted(above: str, text: str, *, paragraph: bool) -> bool:
    """Tell whether two lines hardly stand in one post.

    `paragraph` tells that the one above has a blank line before it, inside of its post.
    """
    if closes(above):
        return len(text) >= MIN_LINE
    stopped = bool(_STOP.search(above))
    if begins_answer(text):
        return stopped or (len(above) >= MIN_LINE and above[-1].isalnum())
    if not stopped or len(text) < MIN_LINE:
        return False
    if text[0].islower():
        return above[0].isupper()  # another writer's habit
    return paragraph and len(above) >= LONG and text[0].isupper()


def _is_item(row: Row) -> bool:
    text = row.text
    if not text or row.mark or _ITEM.match(text):
        return True
    return text[-1] in ",;" or (text[-1] == ":" and not _SMILEY.search(text))
