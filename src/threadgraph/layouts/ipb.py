"""Read Invision Community: a card, "Posted April 2, 2024", the text, "Link to comment".

Version 5 prints "Ann Members" and the date twice instead. Main-content extractors leave the bar
"Link to comment / Share on other sites" below each text of version 4, and nothing of version 5.
Last seen: 2025. Not read: parents (quotes stay in the text), reactions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_card import card_top, is_filtered, name_in_card
from threadgraph.layouts._forum_rows import Row, numbers_posts, read_rows
from threadgraph.layouts._forum_signature import cut_repeated, cut_signatures
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

# "Posted April 2, 2024", "Posted April 2, 2024 (edited)", "Geschrieben 3. Mai 2021"
_POSTED = re.compile(
    r"^(?:Posted|Geschrieben|Posté\(e\)|Publicado|Postado|Inviato|Inviata|Geplaatst|Skrevet|Postad|"
    r"Opublikowano|Napisano|Опубликовано)(?: on)?:? (?!(?:by|von|par|por|da|door|a[vf]|przez)\b)"
    r"(?P<date>\S.{4,40}?)"
    r"(?: · \w{1,20})?(?: ?\([^()]{3,20}\))?(?: · .{1,30})?$"
)
_POSTED_SIGNS = frozenset("PGISONО")
# "#2Ann", "#2 Ann": version 3 prints the post's number before the name
_NUMBERED = re.compile(r"^#\d{1,6} ?(?=\S)")
# "post Jan 3 2006, 09:11 AM" above "Post #2", "Group: Members": version 2
_POST = re.compile(r"^(?:post|posted|Beitrag) (?P<date>\S.{6,40})$")
_COUNT = re.compile(r"^(?:Post|Beitrag) #\d{1,6}$")
_PROFILE = re.compile(
    r"^(?:group|posts|joined|from|member no|gruppe|beiträge|mitglied seit|mitglieds-nr)"
    r"\.?: ?.{0,60}$",
    re.IGNORECASE,
)
# What begins a card whose name was dropped
_GROUP = re.compile(
    r"^(?:(?:advanced |new )?members?|moderators?|admin\w*|guests?|staff|mitglieder|membres?|"
    r"miembros|membri|leden|\d[\d.,]{0,8} \w{4,10})$",
    re.IGNORECASE,
)
# "Link to comment": the bar below a post
_FOOT = re.compile(
    r"^(?:Link to (?:comment|post)|Link zu diesem Kommentar|Lien vers le commentaire|"
    r"Enlace al comentario|Share on other sites|Auf anderen Seiten teilen|More sharing options.{0,3}|https?://\S{1,300})$"
)
_BAR = re.compile(r"^(?:Link to (?:comment|post)|Link zu diesem Kommentar|Share on other sites)$")
# "April 2, 20241 yr": the date and, glued to it, its age
_AGED = re.compile(r"^(.{4,30}?(?:19|20)\d\d) ?\d{1,3} ?[a-z]{1,3}$")
# "ann, bob and cem"; "and 3 others"
_JOINT = re.compile(r", | and | und | et | y ")
_OTHERS = re.compile(r"\b(?:and|und|et|y) \d{1,5} \w{4,9}$")
_SHARES = frozenset(("Share on other sites", "Auf anderen Seiten teilen"))
_REACH = 16
MAX_BADGE = 16
MAX_DATE = 40


class _Anchor(NamedTuple):
    first: int
    last: int
    date: str | None
    author: str | None


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    anchors = list(_posted(rows))
    if not anchors and numbers_posts(page):
        anchors = list(_counted(rows))
    anchors = anchors or list(_doubled(rows))
    if anchors:
        heads = [Head(first=a.first, last=a.last, author=a.author, date=a.date) for a in anchors]
        heads = cut_signatures(page, rows, _stopped(rows, heads), [a.last for a in anchors])
        heads = cut_repeated(rows, _without_likers(rows, heads))
    else:
        heads = _between_feet(rows)
    if len(heads) < 2:  # noqa: PLR2004 - one may be chance
        return None
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome), heads, marks=2 * len(heads) - 2
    )


def _posted(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find "Posted DATE" and the card above it."""
    low = 0
    for number, row in enumerate(rows):
        if row.text[:1] not in _POSTED_SIGNS or len(row.text) > 90:  # noqa: PLR2004 - a header
            continue
        found = _POSTED.match(row.text)
        if found is None or not dateish(found["date"]):
            continue
        name = _listed(rows, max(low, number - _REACH), number)
        first, _ = _named(rows, max(low, number - _REACH), number)
        if first == number and name is not None:
            first = card_top(rows, low, name)
        author = None if name is None else _NUMBERED.sub("", rows[name].text)
        last = _past_badges(rows, number)
        yield _Anchor(first, last, found["date"], author)
        low = last + 1


def _counted(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find "post DATE" above "Post #2"; the name stands above, if no line filter dropped it."""
    if not any(row.text.startswith(("Post #", "Beitrag #")) for row in rows):
        return
    filtered = is_filtered(rows)
    for number, row in enumerate(rows[:-1]):
        found = _POST.match(row.text) if len(row.text) <= MAX_NAME else None
        if found is None or not _COUNT.match(rows[number + 1].text) or not dateish(found["date"]):
            continue
        last = number + 1
        while last + 1 < len(rows) and _PROFILE.match(rows[last + 1].text[:90]):
            last += 1
        name = rows[number - 1].text if number and not filtered else ""
        named = 0 < len(name) <= MAX_NAME and not _is_chrome(rows[number - 1])
        author = name if named else None
        yield _Anchor(number - 1 if author else number, last, found["date"], author)


def _stopped(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the bar below it."""
    ends = [head.first for head in heads[1:]] + [len(rows)]
    stops = (
        next((n for n in range(head.last + 1, end) if _BAR.match(rows[n].text)), None)
        for head, end in zip(heads, ends, strict=True)
    )
    return [replace(head, stop=stop) for head, stop in zip(heads, stops, strict=True)]


def _without_likers(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End posts at the list of who liked them: items with names of this page's authors."""
    authors = {head.author for head in heads}
    ends = [head.first for head in heads[1:]] + [len(rows)]
    found: list[Head] = []
    for head, end in zip(heads, ends, strict=True):
        stop = min(end, head.stop or end)
        last = stop
        while last - 1 > head.last and (not rows[last - 1].text or _liked(rows[last - 1], authors)):
            last -= 1
        found.append(replace(head, stop=last) if last < stop else head)
    return found


def _liked(row: Row, authors: AbstractSet[str | None]) -> bool:
    """Tell "• ann, bob and 3 others", "2"."""
    if row.text.isdigit():
        return len(row.text) <= 4  # noqa: PLR2004 - a count
    names = [name.strip() for name in _JOINT.split(row.text[:300])]
    return bool(row.mark) and (
        bool(_OTHERS.search(row.text[-24:])) or any(n in authors for n in names)
    )


def _listed(rows: Sequence[Row], low: int, high: int) -> int | None:
    """Give the row above the card's list (group, counters), or the card's name otherwise."""
    _, name = _named(rows, low, high)
    if name is not None:
        return next(n for n in range(high - 1, low - 1, -1) if rows[n].text == name)
    above = high - 1
    while above >= low and (_in_list(rows[above]) or not rows[above].text):
        above -= 1
    if above == high - 1:
        return name_in_card(rows, low, high)
    if above >= low and len(rows[above].text) <= MAX_NAME and not _is_chrome(rows[above]):
        return above
    shown = next((n for n in range(above + 1, high) if rows[n].text), None)
    return None if shown is None or _GROUP.match(rows[shown].text) else shown


def _in_list(row: Row) -> bool:
    return bool(row.mark) and not row.mark.startswith("#") and len(row.text) <= MAX_NAME


def _doubled(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find the date that stands twice below "Ann Members", with "Ann" above."""
    low = 0
    counts = Counter(row.text for row in rows if len(row.text) <= MAX_DATE)
    twice = {text for text, count in counts.items() if count > 1 and dateish(text)}
    if not twice:
        return
    seen: set[str] = set()
    for number, row in enumerate(rows):
        date = row.text
        if date not in twice:
            continue
        again = date in seen
        seen.add(date)
        if not again or number < 2:  # noqa: PLR2004 - a name, and the date
            continue
        above = _above(rows, number, low)
        if above is None or rows[above].text != date:
            continue
        group = _above(rows, above, low)
        if group is None:
            continue
        first, author = _named(rows, max(low, group - _REACH), group + 1)
        if author is not None:
            last = _past_badges(rows, number)
            shown = _AGED.match(date)
            yield _Anchor(first, last, shown[1] if shown else date, author)
            low = last + 1


def _past_badges(rows: Sequence[Row], number: int) -> int:
    """Give the last of the badges below a date ("• Author")."""
    while number + 1 < len(rows) and _in_list(rows[number + 1]):
        if len(rows[number + 1].text) > MAX_BADGE:
            break
        number += 1
    return number


def _above(rows: Sequence[Row], number: int, low: int) -> int | None:
    """Give the nearest row above that holds text and no badge ("• Author")."""
    for above in range(number - 1, low - 1, -1):
        badge = _in_list(rows[above]) and len(rows[above].text) <= MAX_BADGE
        if rows[above].text and not badge:
            return above
    return None


def _named(rows: Sequence[Row], low: int, high: int) -> tuple[int, str | None]:
    """Find the name that stands alone and, with the group behind it, in another row of the card."""
    whole = [
        rows[number].text for number in range(low, high) if len(rows[number].text) <= 2 * MAX_NAME
    ]
    first, author = high, None
    for number in range(high - 1, low - 1, -1):
        text = rows[number].text
        if author is None and text and any(one.startswith(text + " ") for one in whole):
            first, author = number, text
        elif author is not None and (text == author or text.startswith(author + " ")):
            first = number
        elif _BAR.match(text):
            break
    return first, author


def _between_feet(rows: Sequence[Row]) -> list[Head]:
    """Cut at the bars below the posts; the first row is the title."""
    if _SHARES.isdisjoint([row.text for row in rows]):
        return []
    heads: list[Head] = []
    begin = 1
    for number, row in enumerate(rows):
        if not _FOOT.match(row.text) or (number and _FOOT.match(rows[number - 1].text)):
            continue
        if number > begin:
            heads.append(Head(first=begin, last=begin - 1, stop=number))
        begin = number + 1
        while begin < len(rows) and _FOOT.match(rows[begin].text):
            begin += 1
    return heads


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_FOOT.match(row.text))


LAYOUT = Layout(
    description="Invision Community: 'Posted DATE' or a bar 'Link to comment' at each post",
    parents="none",
    parse=_parse,
)
