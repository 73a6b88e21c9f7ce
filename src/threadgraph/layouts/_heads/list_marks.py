"""Count what tells a list of comments with headers from other lists of names and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.caseless import Caseless
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.telling import heads_comments, in_discussion
from threadgraph.layouts._heads.unlikely_heads import is_headline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["is_told", "marks_of"]

NEAR = 8
MAX_HEADING = 300

_COUNT = re.compile(r"\d{1,4}\b")
# "Posted at 10:44h, 7 September Reply", "3 May 2012 | Antworten"
_ANSWER = Caseless(
    r"\b(?:reply|antworten|répondre|responder|rispondi|beantwoorden|odpowiedz|ответить|svara|svar|"
    r"vastaa|yanıtla|cevapla)\W{0,3}$"
)


def is_told(
    table: Sequence[Row], found: Sequence[Byline], numbers: Sequence[int], end: int
) -> bool:
    """Tell comments from other lists with dates: by a verb, a count, words of a discussion."""
    if len(found) == 1 and is_headline(found[0]):
        return False
    worded = any(head.form in ("says", "by") for head in found)
    return worded or _counted(table, found) or in_discussion(table, numbers, end)


def _counted(table: Sequence[Row], found: Sequence[Byline]) -> bool:
    """Tell whether the row right above counts as many: "9 reviews for A Blue Kettle"."""
    above = table[max(0, found[0].first - 1)].text[:MAX_HEADING]
    number = _COUNT.match(above)
    return number is not None and len(found) <= int(number[0]) and heads_comments(above)


def marks_of(table: Sequence[Row], found: Sequence[Byline], dated: int, end: int) -> int:
    """Count words, dates and what frames a discussion; a link to an article has a date, too."""
    worded = sum(h.form in ("says", "by") for h in found)
    if worded:
        return 2 * worded + dated
    above = table[max(0, found[0].first - NEAR) : found[0].first]
    framed = any(heads_comments(r.text) for r in above)
    closed = any(is_form(r.text) for r in table[end : end + NEAR])
    answered = sum(bool(_ANSWER.search(table[head.last].text)) for head in found)
    told = 3 * (answered > len(found) / 2)
    return dated * (1 + framed) - 3 + 6 * framed + 2 * closed + told
