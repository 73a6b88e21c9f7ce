"""Tell whether headers of one shape open posts: by the words around, or by what people say.

Where nothing on a page speaks of comments, bare headers do that hold a name and a date and nothing
else, each above what somebody says of himself, asks or exclaims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._heads.anchors import EDGES, is_control
from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._heads.talk import HALF, MIN_PEOPLE, SHARE, converse, talk_in
from threadgraph.layouts._heads.telling import in_discussion
from threadgraph.layouts._text.names import name_likeness
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.voice import PEOPLE

__all__ = ["discussed"]

MIN_POSTS = 4
"""Posts that are believed where a time of day, or an account ("@ann"), stands in each header."""
MIN_DATED = 5
"""The same, where the day alone does."""
MAX_WORDS = 14
"""Letters of a header beside name and date: "on", "@", "Name: Ann Date:"."""
LONG = 60
_MOST = 0.7
# "11:07", "16h20"
_CLOCK = re.compile(r"\d{1,2}[:h.]\d\d(?!\d|\.\d)")
# "• by Ann": the line below a title; "— Ann (@ann)": what was said elsewhere and is quoted
_ELSEWHERE = re.compile(
    r"\s{0,3}(?:[-–—]|by\s|von\s|par\s|por\s|di\s|door\s|av\s|af\s|photo|foto)", re.IGNORECASE
)
# "Read more", "Version 2.1", "Released by": what lists of other things have in each entry
_OTHER = re.compile(
    r"\b(?:read (?:more|on)|weiterlesen|lire la suite|leer más|ler mais|leggi|continue reading|"
    r"version|release[ds]?|committed|uploaded|download|tickets?|location|venue)\b",
    re.IGNORECASE,
)
_ENDS = tuple(".!?…:)\"'”»。！？")


def discussed(page: TextPage, rows: Sequence[Row], heads: Sequence[Head], stop: int) -> bool:
    """Tell whether these heads, the last of whose texts ends before `stop`, open posts."""
    if {head.author for head in heads} & {head.label for head in heads if head.label}:
        return True
    if in_discussion(rows, [head.first for head in heads], stop):
        return True
    if not page.unfiltered and converse(rows, heads, stop):
        return True
    return _said_by_people(rows, heads, stop)


def _said_by_people(rows: Sequence[Row], heads: Sequence[Head], stop: int) -> bool:
    """Tell posts by bare headers, people's names, and texts in which people speak."""
    clock = all(_CLOCK.search(head.date or "") or " @" in (head.author or "") for head in heads)
    if len(heads) < (MIN_POSTS if clock else MIN_DATED):
        return False
    if not all(head.foot is None and _is_bare(rows, head) for head in heads):
        return False
    if _may_close(rows, heads):
        return False
    names = {head.author for head in heads if head.author}
    if len(names) < MIN_PEOPLE or not all(map(name_likeness, names)):
        return False
    texts = [head.last + 1 for head in heads]
    least = (HALF if clock else SHARE) * len(heads)
    return talk_in(rows, texts, stop, PEOPLE) >= least and _are_texts(rows, heads, stop)


def _is_bare(rows: Sequence[Row], head: Head) -> bool:
    """Tell a header of at most two rows with name and date and hardly a word beside."""
    if not head.author or not head.date or head.last - head.first > 1:
        return False
    text = " ".join(row.text for row in rows[head.first : head.last + 1])
    if _ELSEWHERE.match(text) or "(@" in text:
        return False
    rest = text.replace(head.author, "").replace(head.date, "").strip(EDGES)
    return len(rest) <= MAX_WORDS and not _OTHER.search(rest)


def _may_close(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell headers that may as well stand below texts: somebody speaks above the first, too."""
    first = rows[heads[0].first]
    above = rows[heads[0].first - 1].text if heads[0].first else ""
    apart = first.gap > max(rows[head.first].gap for head in heads[1:])
    return not (first.mark or apart) and bool(PEOPLE.search(above))


def _are_texts(rows: Sequence[Row], heads: Sequence[Head], stop: int) -> bool:
    """Tell texts from excerpts: nothing leads on, and most neither begin nor end with a title.

    What ends one may be the title of the next.
    """
    ends = [*(head.first for head in heads[1:]), stop]
    good = other = titled = 0
    for head, end in zip(heads, ends, strict=True):
        said = [row.text for row in rows[head.last + 1 : end] if not is_control(row)]
        other += any(_OTHER.search(text) for text in said if len(text) <= LONG)
        titled += len(said) > 1 and _is_title(said[0])
        good += len(said) == 1 or (bool(said) and not _is_title(said[-1]))
    return good >= _MOST * len(heads) and max(other, titled) <= (1 - _MOST) * len(heads)


def _is_title(text: str) -> bool:
    return len(text) <= LONG and not text.endswith(_ENDS)
