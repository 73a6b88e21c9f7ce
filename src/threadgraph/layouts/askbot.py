"""Read Askbot: "asked DATE" and a card above each text, "edit flag offensive" below it.

Comments stand below what they answer, and are signed below: "Ann Lee (2014-04-08 11:21:55 -0600)
edit". Answers answer the question. Last seen: 2022. Not read: sites in other languages, scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.story import title_in

__all__ = ["LAYOUT"]

HINT = "flag offensive"
MAX_ROW = 160
MAX_TITLE = 200
CARD = 12
"""Rows of a card, at most: two names with their pictures and points, of which one edited."""

_DATE = (
    r"(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}|"
    r"[A-Z][a-z]{2} \d{1,2}(?: '\d\d)?|\d{1,3} \w{3,7} ago)"
)
_SIGN = re.compile(rf"^(?P<verb>asked|answered|updated) (?P<date>{_DATE})$")
# "Ann Lee gravatar imageAnn Lee ( 2014-04-08 11:21:55 -0600 )edit"
_SIGNED = re.compile(
    r"^(?:(?P<picture>\S.{0,50}?) gravatar image)?\s?(?P<name>\S.{0,50}?)\s?"
    rf"\(\s?(?P<date>{_DATE})\s?\)\s?(?:edit)?$"
)
_PICTURE = re.compile(r"^(?P<name>\S.{0,50}?) gravatar image$")
# "111 ●4 ●6 ●9 http://ann.example/"
_POINTS = re.compile(r"^\d[\d.,k]{0,8}(?:\s?●\s?\d{0,5}){0,3}(?:\s\S{3,80})?$")
_MENU = re.compile(
    r"^(?:(?:edit|retag|flag offensive|flag|offensive|remove flag|close|reopen|merge|delete|"
    r"undelete|link|more|publish|unpublish)\s{0,2}){2,9}$"
)
_ADD = ("add a comment", "Reply")
"""What stands below comments; of a link html2text's readers leave the one word."""
_BETWEEN = re.compile(
    r"^(?:Comments?|add a comment|Reply|see more comments|\d{1,4} answers?|Sort by ».{0,60}|"
    r"-?\d{1,5}|(?:oldest|newest|most voted|\s){3,9}|\*|1 follower|flag of .{2,30})$"
)
_END = re.compile(
    r"^(?:Question [Tt]ools|Your [Aa]nswer|Login/Signup to (?:Answer|Post)|Related questions|"
    r"Please start posting anonymously.{0,200}|Content on this site is licensed .{1,80})$"
)


def _parse(page: TextPage) -> Parse | None:
    if HINT not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if not heads or heads[0].role != "opening":
        return None
    stop = stop_at(rows, heads, _END)
    parse = parse_heads(page, rows, heads, stop, _is_chrome)
    above = next((row for row in reversed(rows[: heads[0].first]) if not _is_aside(row)), None)
    return replace(parse, front=title_in(page, above, MAX_TITLE))


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the question, the answers, and the comments below each."""
    number, below, depth = 0, None, 0
    while number < len(rows):
        text = rows[number].text
        sign = _SIGN.match(text) if len(text) <= MAX_ROW else None
        if sign and sign["verb"] != "updated":
            opening = sign["verb"] == "asked"
            last, name = _card(rows, number)
            depth = 0 if opening else 1
            role = "opening" if opening else "comment"
            yield Head(
                first=number, last=last, author=name, date=sign["date"], depth=depth, role=role
            )
            number, below = last, None
        elif _MENU.match(text) or text in _ADD:
            below = number + 1
        elif below is not None and len(text) <= MAX_ROW and (match := _SIGNED.match(text)):
            first = next((n for n in range(below, number) if not _is_chrome(rows[n])), number)
            if first < number:
                yield _comment(first, number, match, depth + 1)
            below = number + 1
        number += 1


def _comment(first: int, foot: int, match: re.Match[str], depth: int) -> Head:
    """Give a comment, whose name stands below its text; with a picture, it stands twice."""
    name = match["name"]
    twice = match["picture"] is None and len(name) > 1 and name[: len(name) // 2] * 2 == name
    return Head(
        first=first,
        last=first - 1,
        foot=foot,
        author=name[: len(name) // 2] if twice else name,
        date=match["date"],
        depth=depth,
    )


def _card(rows: Sequence[Row], number: int) -> tuple[int, str | None]:
    """Give the last row of the cards below a date, and the first name in them."""
    name: str | None = None
    last = number
    named = False  # whether the card at hand has its name
    for below in range(number + 1, min(len(rows), number + 1 + CARD)):
        text = rows[below].text
        picture = _PICTURE.match(text)
        if _SIGN.match(text) and text.startswith("updated"):
            named = False
        elif picture is not None:
            name = name or picture["name"]
        elif text and not (_POINTS.match(text) or _BETWEEN.match(text)):
            told = name is None or _follows(rows, below, name)
            if named or reads_as_text(text) or not told:
                break
            name, named = name or text, True
        last = below
    return last, name


def _follows(rows: Sequence[Row], number: int, name: str) -> bool:
    """Tell a card's name from the text: the picture before it says the same, or points follow."""
    text = rows[number].text
    pictured = _PICTURE.match(rows[number - 1].text)
    points = number + 1 < len(rows) and _POINTS.match(rows[number + 1].text) is not None
    return points or text == name or (pictured is not None and pictured["name"] == text)


def _is_chrome(row: Row) -> bool:
    return bool(_MENU.match(row.text) or _BETWEEN.match(row.text)) or not row.text


def _is_aside(row: Row) -> bool:
    return bool(row.mark) or _is_chrome(row)


LAYOUT = Layout(
    description="Askbot: 'asked DATE' and a card above the text, comments signed below",
    parents="nesting",
    telling=3,
    parse=_parse,
)
