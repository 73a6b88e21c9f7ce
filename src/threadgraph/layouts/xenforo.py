"""Read threads of XenForo 2: a user card, the date, "#12", the text.

The card (avatar's letter or text, name, title, counters) stands between the post before and the
date. Skins print "#12 · Jun 4, 2024" below "ann / 120 posts · Joined 2019", or "Post #12 of 40"
above the card. Main-content extractors leave "#12 ·" or the date of joining at best. Last seen:
2025. Not read: parents (quotes stay in the text), reactions, ratings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card import card_top, name_in_card
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.ends import MOST, carded, ended_posts, past_list
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.joined import joined_cards
from threadgraph.layouts._boards.listed_cards import listed_cards
from threadgraph.layouts._boards.lists import longest_list
from threadgraph.layouts._boards.rows import Row, is_spoken, numbers_posts, read_rows
from threadgraph.layouts._boards.signature import cut_signatures
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._xenforo.anchors import DOTTED, POST_OF, Anchor, find_anchors, value

__all__ = ["LAYOUT"]

MAX_CARD = 45
NUMBERLESS = 0.85
"""What posts without numbers are worth at most: other forums have such cards, too."""

DATELESS = 0.95
"""What posts with numbers and names, but without dates, are worth at most."""

NEAR = 8
"""Rows beside "Post #2 of 40" among which its card's counters stand."""

MIN_CARDS = 3
MIN_TITLES = 2
"""Cards with a text below another's name that tell that it is a title."""

# "1.2K views 3 replies 3 participants last post by Hedda", "tools 631 views ...": skins print it
# below the title
_COUNTS = re.compile(
    r"^(?:[^\W\d][\w ]{0,40} )?[\d.,]{1,9}[KM]? views? (\d[\d,]{0,8}) repl(?:y|ies) \d{1,6} "
    r"participants?\b",
    re.IGNORECASE,
)
# "6,620 Posts": the last row of a card
_TOTAL = re.compile(r"^[\d.,]{1,9}K? [^\W\d_]{3,12}$")
# "1,109 posts · Joined 2022", "1 post · Joined 2022", "2018 XLT 5.0 17 posts · Joined 2021"
_SUMMARY = re.compile(r"^(?:\S.{0,40} )?[\d.,]{1,9}K? \w{3,12} ?· ?\w{3,14} \d{4}$")


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    anchors = find_anchors(rows) if numbers_posts(page) else []
    if len(anchors) > 1 and _listed(rows, anchors):
        return None  # XenForo 1
    if is_spoken(rows, [anchor.row for anchor in anchors]):
        return None
    dated = bool(anchors) and anchors[0].form not in ("dotted", "undated")
    ended = ended_posts(page, rows)
    few = len(anchors) < MOST * len(ended)
    cards = [] if dated and not few else [*listed_cards(rows)] or joined_cards(rows)
    if len(anchors) < len(cards) or not anchors or few:
        heads = carded(ended, [_past_number(rows, head) for head in cards])
        thread = Thread(page=page, rows=rows, chrome=is_chrome)
        parse = build_thread(thread, heads, marks=2 * len(heads))
        return parse and replace(parse, regularity=min(parse.regularity, NUMBERLESS))
    replies, top = _replies(rows, anchors[0].row)
    anchors = _with_cards(rows, anchors)
    lows = [top] + [anchor.row + 1 for anchor in anchors[:-1]]
    near = sum(_is_near(rows, anchor.row) for anchor in anchors) >= MIN_CARDS
    heads = [_head(rows, low, anchor, near=near) for low, anchor in zip(lows, anchors, strict=True)]
    heads = _past_titles(rows, lows, heads)
    heads[0] = _first_as_others(rows, anchors, heads)
    heads = cut_signatures(page, rows, heads, [anchor.row for anchor in anchors])
    numbers = {anchor.number for anchor in anchors}
    runs = sum(number + 1 in numbers for number in numbers)
    undated = anchors[0].form == "undated"  # each with a name that stands twice
    marks = 3 * runs + (1 in numbers and runs > 0) + 3 * (replies is not None)
    marks += len(anchors) * undated
    parse = build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=marks)
    if parse is not None and undated:
        parse = replace(parse, regularity=min(parse.regularity, DATELESS))
    if parse is None or replies is None:
        return parse
    return replace(parse, expected=replies + 1)


def _listed(rows: Sequence[Row], anchors: Sequence[Anchor]) -> bool:
    """Tell whether each number stands in an item of its own of a numbered list."""
    items = longest_list(rows)
    return len(items) == len(anchors) and all(
        item.row <= anchor.row and item.number == anchor.number
        for item, anchor in zip(items, anchors, strict=True)
    )


def _past_number(rows: Sequence[Row], head: Head) -> Head:
    """Take "#4 · (Edited)" below the card to the header, or the list that ends with "• #4"."""
    below = head.last + 1
    dotted = below < len(rows) and DOTTED.match(rows[below].text)
    return replace(head, last=below if dotted else past_list(rows, head.last))


def _with_cards(rows: Sequence[Row], anchors: list[Anchor]) -> list[Anchor]:
    """Tell where the cards stand: "Post #2 of 40" is printed above them, or below."""
    if anchors[0].form != "above":
        return anchors
    below = sum(_counts(rows[a.row + 1 : a.row + NEAR]) for a in anchors)
    above = sum(_counts(rows[max(0, a.row - NEAR) : a.row]) for a in anchors)
    return (
        anchors
        if below > above or not above
        else [anchor._replace(form="card") for anchor in anchors]
    )


def _counts(rows: Sequence[Row]) -> bool:
    return any(_COUNTER.match(row.text) for row in rows)


def _replies(rows: Sequence[Row], end: int) -> tuple[int | None, int]:
    """Give the number of replies that the page says the thread has, and the row below it.

    Above it, above row `end`, stands the title.
    """
    for number in range(max(0, end - MAX_CARD), end):
        if found := _COUNTS.match(rows[number].text):
            return value(found[1]), number + 1
    return None, 0


def _is_near(rows: Sequence[Row], number: int) -> bool:
    """Tell whether the row right above "#12 ·" can be a name."""
    if number == 0 or rows[number].gap:
        return False
    above = rows[number - 1]
    if above.mark or _TOTAL.match(above.text):
        return False
    return looks_like_name(above.text) and not is_chrome(above)


def _head(rows: Sequence[Row], low: int, anchor: Anchor, *, near: bool) -> Head:
    first = last = anchor.row
    author: str | None = None
    if anchor.form == "dotted":
        first, author = _summary_above(rows, low, anchor.row)
    elif anchor.form == "above":
        last, author = _card_below(rows, anchor.row)
    bare = anchor.form == "dotted" and author is None and not is_filtered(rows)
    if bare and near:
        told = _is_near(rows, anchor.row) and anchor.row > low
        first, author = (first - 1, rows[first - 1].text) if told else (first, None)
    elif anchor.form in ("card", "undated") or bare:
        name = name_in_card(rows, max(low, anchor.top - MAX_CARD), anchor.top)
        first = card_top(rows, low, name) if name is not None else anchor.top
        author = rows[name].text if name is not None else None
    return Head(
        first=first,
        last=last,
        author=author,
        date=anchor.date,
        opening=anchor.number == 1,
    )


def _past_titles(rows: Sequence[Row], lows: Sequence[int], heads: list[Head]) -> list[Head]:
    """Take the name above where a title was taken for it.

    A title stands below names that differ, or below one that is another card's name; it may
    also stand below the name that was taken in other cards.
    """
    raised = [_name_above(rows, low, head) for low, head in zip(lows, heads, strict=True)]
    above: dict[str, set[str]] = defaultdict(set)
    for old, new in zip(heads, raised, strict=True):
        above[old.author or ""].add(new.author if new is not old and new.author else "")
    below = Counter(
        text
        for head in heads
        for text in {row.text for row in rows[head.first : head.last]} - {head.author}
    )
    titles = {text for text, names in above.items() if len(names) > 1 and all(map(_named, names))}
    titles |= {text for text in above if below[text] >= MIN_TITLES}
    names = {b.author for a, b in zip(heads, raised, strict=True) if a.author in titles}
    names |= above.keys() - titles
    return [
        new if old.author in titles or (old.author and above[old.author] <= names) else old
        for old, new in zip(heads, raised, strict=True)
    ]


def _named(text: str) -> bool:
    return bool(text) and looks_like_name(text)


def _first_as_others(rows: Sequence[Row], anchors: Sequence[Anchor], heads: list[Head]) -> Head:
    """Give the first head; above it stands the page's menu, so its name is where others' are."""
    first, *others = heads
    far = Counter(
        anchor.top - n
        for anchor, head in zip(anchors[1:], others, strict=True)
        for n in range(head.first, anchor.top)
        if rows[n].text == head.author
    )
    place = anchors[0].top
    told = _by_others(rows, first, place, {head.author for head in others})
    if len(others) < MIN_CARDS or told is not first or not far:
        return told
    distance, count = far.most_common(1)[0]
    name = place - distance
    if count <= len(others) / 2 or name < 0 or first.first >= name:
        return first
    text = rows[name].text
    shown = sum(row.text == first.author for row in rows[first.first : place])
    if not looks_like_name(text) or shown > 1 or any(h.author == first.author for h in others):
        return first
    return replace(first, first=card_top(rows, 0, name), author=text)


def _by_others(rows: Sequence[Row], first: Head, place: int, names: Collection[str | None]) -> Head:
    """Give the first head with the name in its card that another card has, if its own is none."""
    if first.author in names or None in names:
        return first
    told = (n for n in range(place - 1, first.first, -1) if rows[n].text in names)
    name = next(told, None)
    if name is None:
        return first
    return replace(first, first=card_top(rows, 0, name), author=rows[name].text)


def _name_above(rows: Sequence[Row], low: int, head: Head) -> Head:
    number = head.first
    if rows[number].mark and rows[number].text == head.author:
        return head  # an item of its own
    while number >= low and rows[number].text in ("", head.author):
        number -= 1
    text = rows[number].text if number >= low else ""
    letter = len(text) == 1 and bool(head.author) and text.lower() == head.author[:1].lower()
    if not text or letter or len(text) > MAX_NAME or is_chrome(rows[number]):
        return head
    return replace(head, first=card_top(rows, low, number), author=text)


def _summary_above(rows: Sequence[Row], low: int, row: int) -> tuple[int, str | None]:
    """Find the name above "120 posts · Joined 2019"; between them and the anchor are buttons."""
    for above in range(row - 1, max(low, row - 6), -1):
        if _SUMMARY.match(rows[above].text):
            return card_top(rows, low, above - 1), rows[above - 1].text
    return row, None


def _card_below(rows: Sequence[Row], row: int) -> tuple[int, str | None]:
    """Read the card below "Post #12 of 40", to the last of its counters."""
    last, name = row, row + 1
    if name + 1 < len(rows) and len(rows[name].text) == 1:
        name += 1  # the letter that stands for an avatar
    for below in range(name, min(len(rows), row + 24)):
        text = rows[below].text
        if _COUNTER.match(text) and below + 1 < len(rows):
            whole = len(text.split()) > 2  # noqa: PLR2004 - all counters in one row
            last = below if whole else below + 1
        if POST_OF.match(text):
            break
    if last == row:
        return row + (row + 1 < len(rows) and rows[row + 1].text in _STARTER), None
    while not rows[name].text and name < last:
        name += 1
    return last, rows[name].text or None


_STARTER = ("Thread Starter", "Discussion Starter")
# "Joined", "Posts", "Location", "Joined Feb 16, 2015 Posts 6,696"
_COUNTER = re.compile(r"^(?:Joined|Posts|Messages|Likes|Location|Reaction score)\b(?!.*[.?!]$)")


LAYOUT = Layout(
    description="XenForo 2: user cards, dates and post numbers",
    parents="none",
    telling=2,
    parse=_parse,
)
