"""Find names that stand alone: a line between blank lines, its picture's words or number above."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from threadgraph.dates import is_date
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import name_likeness, reads_as_text
from threadgraph.layouts._text.page import Paragraph, TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT, REPLY_SIGNS, REPLY_TO

__all__ = ["name_in", "names_alone"]

MAX_DIGITS = 4
# "** Bug fixes", "2. Ann": headings of an outline, items of a list
_MARKED = re.compile(r"#|\*\*|==|(?:\d{1,4}[.)]|[•*+])\s")


# "Profile picture for user Ann": the words of a picture above a name
_PICTURED = re.compile(
    r"(?:user )?(?:profile )?(?:picture|photo|image) (?:for|of)\b", re.IGNORECASE
)


def names_alone(page: TextPage, paragraphs: list[Paragraph]) -> tuple[set[int], set[str]]:
    """Give the paragraphs that are names, and the names that stand more than once.

    A name is one line, or the same twice, and text follows after one blank line. Of two candidates
    in a row the better one is the name: a name that the page repeats, else the one more like a
    name.
    """
    single = [
        i for i, (p, following) in enumerate(pairwise(paragraphs))
        if _is_line(page, p) and following.gap == 1
        and not reads_as_text(name_in(page, p)) and not is_chrome(name_in(page, p))
        and not _is_other(name_in(page, p))
    ]  # fmt: skip
    text = {i: name_in(page, paragraphs[i]) for i in single}
    counts = Counter(text.values())
    repeated = {name for name, count in counts.items() if count > 1}
    weight = {i: name_likeness(t) + (1.0 if t in repeated else 0.0) for i, t in text.items()}
    names: set[int] = set()
    for i in single:
        if weight[i] < 0.5:  # noqa: PLR2004 - see name_likeness
            continue
        if i - 1 in names:  # the paragraph below a name is text, unless it is the better name
            if weight[i] <= weight[i - 1]:
                continue
            names.discard(i - 1)
        names.add(i)
    return names, repeated


def _is_other(text: str) -> bool:
    """Tell a count, "Leave a comment", a date, an item, a heading, a picture, "In reply to Ann"."""
    other = _MARKED.match(text) is not None or is_date(text)
    other = other or COMMENT_COUNT.match(text) is not None or is_form(text)
    return (
        other
        or _PICTURED.match(text) is not None
        or (text[0] in REPLY_SIGNS and REPLY_TO.match(text) is not None)
    )


def _is_line(page: TextPage, paragraph: Paragraph) -> bool:
    first, last = paragraph.first, paragraph.last
    text = page.lines[first].text
    numbered = text.isdecimal() and len(text) <= MAX_DIGITS
    return first == last or (last == first + 1 and (numbered or text == page.lines[last].text))


def name_in(page: TextPage, paragraph: Paragraph) -> str:
    """Give the line of a name: below a comment's number, if there is one."""
    return page.lines[paragraph.last].text
