"""Read comments that have a name above them and nothing else: extractors drop `<time>`.

The names stand below the heading of the comments ("Comments", "12 reactions"), each alone between
blank lines, or they are told by the words of pictures: "Ann avatar", "@ann" of trackers. Not read:
who answers whom, which nothing shows; pages on which no name comes twice, as titles stand so, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._heads.telling import LATEST, MAX_HEADING
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

MIN_POSTS = 3
MAX_NAME = 40
MAX_WORDS = 4
CERTAINTY = 0.8
"""What names alone are worth: a family that explains as much wins."""

# "Ann avatar", "Ann's profile picture", "Ann gravatar image"
_PICTURE = re.compile(
    r"(?:u/)?(?P<name>\S.{0,38}?)(?:['’]s)? "
    r"(?:avatar|gravatar(?: image)?|profile (?:picture|photo|image))\Z",
    re.IGNORECASE,
)
_SIGNS = ("avatar", "profile ")
# "@ann", "@Ann Lee": the words of a picture in trackers of issues
_HANDLE = re.compile(r"@(?P<name>[^\W_](?:[\w. -]{0,38}\w)?)\Z")
# "Ann,", "AnnOP,": the name before a dropped date
_BEFORE = ",:·|– -"


def _parse(page: TextPage) -> Parse | None:
    if page.linked:
        return None
    table = page.once(rows)
    heads = _told(table, _PICTURE) if any(sign in page.dense for sign in _SIGNS) else []
    heads = heads or (_told(table, _HANDLE) if "\n@" in page.dense else [])
    heads = heads or _below_heading(table)
    if len(heads) < MIN_POSTS or not _repeated(heads):
        return None
    stop = _stop(table, heads[-1].last + 1)
    heads = _with_lost(table, heads, stop)
    parse = parse_heads(page, table, heads, stop, serves)
    certain = round(CERTAINTY * parse.regularity, 6)
    return replace(parse, marks=len(heads), regularity=certain)


def _repeated(heads: Sequence[Head]) -> bool:
    """Tell whether somebody wrote twice."""
    return Counter(head.author for head in heads).most_common(1)[0][1] > 1


def _with_lost(table: Sequence[Row], heads: Sequence[Head], stop: int) -> list[Head]:
    """Add the posts whose names a filter dropped, where it left its gap: names of one word."""
    known = {number for head in heads for number in (head.first, head.last, head.last + 1)}
    lost = [
        Head(first=n, last=n - 1)
        for n in range(heads[0].last + 1, stop)
        if table[n].gap > 1 and n not in known
    ]
    return sorted([*heads, *lost], key=lambda head: head.first)


def _told(table: Sequence[Row], pattern: re.Pattern[str]) -> list[Head]:
    """Make heads of the words of pictures, and of the name that stands above."""
    found: list[Head] = []
    for number, row in enumerate(table):
        match = pattern.match(row.text) if len(row.text) <= 2 * MAX_NAME else None
        if match is None or row.mark or not _opens_text(table, number):
            continue
        if pattern is _HANDLE and table[number + 1].gap == 0:
            continue  # "@classmethod" in code
        name = match["name"]
        above = table[number - 1].text if number else ""
        first = number - (above.rstrip(_BEFORE) == name or _is_badged(above, name))
        found.append(Head(first=first, last=number, author=name, author_state="named"))
    return found


def _is_badged(above: str, name: str) -> bool:
    """Tell "AnnOP," above "Ann avatar"."""
    rest = above.removeprefix(name) if above.startswith(name) else ""
    return 0 < len(rest) <= MAX_NAME // 2 and rest[:1].isupper()


def _opens_text(table: Sequence[Row], number: int) -> bool:
    below = next((n for n in range(number + 1, len(table)) if table[n].text), None)
    return below is not None and not is_form(table[below].text)


def _below_heading(table: Sequence[Row]) -> list[Head]:
    """Make heads of the names below the heading of the comments, text between any two.

    What stands before a form is looked at once, below the first heading that a name may follow.
    """
    stop = 0
    for number, row in enumerate(table):
        if number < stop or len(row.text) > MAX_HEADING or not COUNT_HEADING.match(row.text):
            continue
        if not LATEST.search(row.text) and _may_begin(table, number + 1):
            stop = _stop(table, number + 1)
            heads = list(_names(table, number + 1, stop))
            if len(heads) >= MIN_POSTS:
                return heads
    return []


def _may_begin(table: Sequence[Row], number: int) -> bool:
    """Tell a name or a control; text right below a heading is no comment of this form."""
    return number < len(table) and (is_chrome(table[number].text) or _is_name(table, number))


def _names(table: Sequence[Row], begin: int, stop: int) -> Iterator[Head]:
    """Give the names from row `begin` on."""
    text_before = True
    for number in range(begin, stop):
        row = table[number]
        if is_chrome(row.text):
            continue
        if text_before and _is_name(table, number):
            yield Head(first=number, last=number, author=row.text, author_state="named")
            text_before = False
        else:
            text_before = True


def _is_name(table: Sequence[Row], number: int) -> bool:
    """Tell a name that stands alone between blank lines."""
    row = table[number]
    alone = bool(row.gap) and number + 1 < len(table) and bool(table[number + 1].gap)
    short = len(row.text) <= MAX_NAME and len(row.text.split()) <= MAX_WORDS
    return alone and short and not row.mark and looks_like_name(row.text)


def _stop(table: Sequence[Row], begin: int) -> int:
    """Give the first row of a form, or of a box with what was said elsewhere."""
    for number in range(begin, len(table)):
        text = table[number].text
        if is_form(text) or (len(text) <= MAX_NAME and LATEST.search(text)):
            return number
    return len(table)


LAYOUT = Layout(
    description="a name alone above each text, below the comments' heading or from a picture",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
)
