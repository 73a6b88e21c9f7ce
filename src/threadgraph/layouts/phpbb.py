"""Read phpBB: a profile, "Re: subject", "Post by Ann » Sat Feb 24, 2024 5:12 pm", the text.

The profile (name, "Posts:", "Joined:") stands above the header (3.1 and later) or below the text
(3.0). Line filters keep "Post by Ann »" even where the date is lost. Last seen: 2025. Not read:
parents (quotes stay in the text), signatures without a rule above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.dates import is_date
from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.joining import is_joined
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.dated import PHPBB_DATE, dated_post
from threadgraph.layouts._boards.fields import past_fields
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row, is_markdown, read_rows
from threadgraph.layouts._boards.signature import before_rules, cut_repeated
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._phpbb.celled import cells_between_bars
from threadgraph.layouts._phpbb.cells import before_bars, celled_posts
from threadgraph.layouts._phpbb.ends import before_ends, before_tops
from threadgraph.layouts._phpbb.forumotion import answers, is_twice, posted_by
from threadgraph.layouts._phpbb.lists import listed_posts, titled
from threadgraph.layouts._phpbb.marks import MAX_PROFILE, PROFILE, TOP, closes
from threadgraph.layouts._phpbb.posted import columned, is_subjected, posted, reviewed
from threadgraph.layouts._phpbb.profiled import profiled_posts
from threadgraph.layouts._phpbb.ranks import above_ranks
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

# "Post by invest4 » Sat Feb 24, 2024 5:12 pm", "Beitragvon Ann » 05.06.2012 10:02", "by Bob »"
_HEAD = re.compile(
    r"^(?:[^\w\s]{1,3} ?)?(?:(?:Post|Beitrag|Message|Mensaje|Mensagem|Messaggio|Bericht|Inlägg|"
    r"Unread post|Ungelesener Beitrag|Сообщение|Indlæg|Viesti)\s?)?(?:#\d{1,6}\s)?"
    r"(?:by|von|par|por|da|door|av|af|przez|przez:|Autor:|Автор|kirjoittaja) ?:?\s?"
    r"(?P<name>\S.{0,58}?) »(?: (?P<date>\S.{5,45}))?$",
    re.IGNORECASE,
)
# "Сообщение Ann » 12 июн 2010, 10:02": in any language the words before the name are the same
_DATED = re.compile(r"^(?P<name>\S.{0,70}?) » (?P<date>\S.{5,45})$")
# "Ann Lee Member Posts: 1341 Joined: Thu Apr 14, 2022 10:59 pm": the profile in one row
_FIELDS = re.compile(r" [^\W\d_]{3,20} ?: (?:.{1,80}) [^\W\d_]{3,20} ?:(?: |$)")
_AVATAR = re.compile(
    r"^(?:user avatar|benutzeravatar|avatar.{0,30}|imagen|аватара.{0,20}|awatar użytkownika|"
    r"användarvisningsbild|bruge?r(?:ens )?avatar|uživatelský avatar|felhasználó avatarja|"
    r"käyttäjän avatar|kullanıcı avatarı|изображение пользователя)?$",
    re.IGNORECASE,
)
_REACH = 16
MAX_RANKS = 3


class _Header(NamedTuple):
    row: int
    name: str
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    found = sorted(_headers(rows)) if "»" in page.dense else []
    found = found or [_Header(*head) for head in posted_by(page.text, rows)]
    if len(found) == 1 and not is_date(found[0].date or ""):
        return None  # "By Ann »" is an article's byline, "By Blog » Title on May 3" a pingback
    if not found:
        return _without_headers(page, rows)
    lows = [0] + [header.row + 1 for header in found[:-1]]
    heads = [
        Head(
            first=_first(rows, low, header),
            last=header.row,
            author=header.name,
            date=header.date,
            opening=number == 0 and not answers(_subject(rows, low, header)),
        )
        for number, (low, header) in enumerate(zip(lows, found, strict=True))
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        before_ends(
            rows, cut_repeated(rows, _before_profiles(rows, before_tops(rows, heads))), _is_chrome
        ),
        marks=2 * len(heads),
    )


def _without_headers(page: TextPage, rows: Sequence[Row]) -> Parse | None:
    """Read what has no header on one line: fields, cells, lists, a profile or a date alone."""
    heads = reviewed(rows, list(posted(rows))) if ":" in page.dense else []
    heads = above_ranks(page, rows, heads)
    celled = list(celled_posts(page, rows)) if is_markdown(page) else []
    heads = celled if len(celled) >= len(heads) else heads
    barred = [] if heads else list(cells_between_bars(rows))
    heads = heads or barred or list(listed_posts(page, rows))
    told = bool(barred) or any(tells(rows, heads) for tells in (columned, titled, is_subjected))
    if len(heads) < 2 and not told and (profiled := list(profiled_posts(rows))):  # noqa: PLR2004
        heads, told = profiled, True
    if not heads and (dated := dated_post(rows, PHPBB_DATE)):
        heads, told = [dated], True
    if len(heads) < 2 and not told:  # noqa: PLR2004 - one may be chance
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome)
    heads = before_rules(page, rows, past_fields(rows, heads))
    heads = before_bars(page, rows, before_ends(rows, heads, _is_chrome), _is_chrome)
    return build_thread(thread, heads, marks=2 * (len(heads) - (not told)))


def _headers(rows: Sequence[Row]) -> Iterator[_Header]:
    dated: list[_Header] = []
    for number, row in enumerate(rows):
        if "»" not in row.text or len(row.text) > 140:  # noqa: PLR2004 - a header line
            continue
        if found := _HEAD.match(row.text):
            if _links(found["date"] or ""):
                continue
            yield _Header(number, found["name"], found["date"])
        elif (found := _DATED.match(row.text)) and is_date(found["date"]):
            dated.append(_Header(number, found["name"], found["date"]))
    yield from _without_words(dated)


def _links(rest: str) -> bool:
    """Tell a page that links here: "By Ann's kettles » A blue one on May 3, 2010"."""
    date = trailing_date(rest)
    return date is not None and date.certain and date.start > 0 and leading_date(rest) is None


def _without_words(headers: Sequence[_Header]) -> Iterator[_Header]:
    """Give headers without the words that all names begin with; one header shows none."""
    names = [header.name.split() for header in headers]
    columns = list(zip(*names, strict=False))
    shared = next((n for n, words in enumerate(columns) if len(set(words)) > 1), len(columns))
    if any(len(words) == shared for words in names):
        return
    for header, words in zip(headers, names, strict=True):
        yield header._replace(name=" ".join(words[shared:]))


def _before_profiles(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the profile below it: the author's name, ranks, "Posts: 12"."""
    found: list[Head] = []
    for head, end in zip(heads, stops_of(rows, heads), strict=True):
        low = max(head.last + 2, end - _REACH)
        names = (
            n
            for n in range(end - 1, low - 1, -1)
            if head.author and rows[n].text.startswith(head.author)
        )
        name = next((n for n in names if _is_ranked(rows, n, end, head.author)), None)
        if name is not None and name > low and _AVATAR.match(rows[name - 1].text):
            name -= 1
        found.append(head if name is None else replace(head, stop=name))
    if found and found[-1].stop is None:
        found[-1] = _before_nameless(rows, found)
    return found


def _before_nameless(rows: Sequence[Row], heads: Sequence[Head]) -> Head:
    """End the last post at the profile below it whose name a line filter dropped."""
    last, stop = heads[-1], stops_of(rows, heads)[-1]
    below = range(last.last + 2, stop)
    end = top = next((n for n in below if FORUM_END.match(rows[n].text[:MAX_PROFILE])), stop)
    while top > last.last + 2 and PROFILE.match(rows[top - 1].text[:MAX_PROFILE]):
        top -= 1
    if not any(is_joined(row.text.partition(":")[0].strip()) for row in rows[top:end]):
        return last
    while top > last.last + 2 and _is_rank(rows, top - 1):
        top -= 1
    return replace(last, stop=top)


def _is_ranked(rows: Sequence[Row], number: int, end: int, name: str | None) -> bool:
    """Tell the name above a profile's fields, or the name and its rank in one row."""
    if rows[number].text != name:
        following = rows[number + 1].text if number + 1 < end else ""
        return _is_profile(rows[number].text, name or "", following)
    below = rows[number + 1 : min(end, number + MAX_RANKS + 2)]
    return any(PROFILE.match(row.text[:MAX_PROFILE]) for row in below)


def _first(rows: Sequence[Row], low: int, header: _Header) -> int:
    """Give the first row of the header: the name above it, else its subject."""
    first, profile = header.row, False
    for above in range(header.row - 1, max(low, header.row - _REACH) - 1, -1):
        text = rows[above].text
        if text == header.name or _is_profile(text, header.name, rows[above + 1].text):
            return above - (above > low and _is_rank(rows, above - 1))
        if TOP.match(text):
            break
        near = header.row - above <= 4  # noqa: PLR2004 - subject and buttons
        if (answers(text) or is_twice(text)) and near:
            first = above
    if first < header.row:
        while first > low and PROFILE.match(rows[first - 1].text[:MAX_PROFILE]):
            first -= 1
            profile = True
        while profile and first > low and _is_rank(rows, first - 1):
            first -= 1
    return first


def _is_profile(text: str, name: str, below: str) -> bool:
    """Tell a profile in one row, or name and rank above the row of fields: "Posts: 5 Joined:"."""
    rest = text[len(name) :] if text.startswith(name) else ""
    if rest.startswith(" Posts:") or _FIELDS.search(rest[:200]):
        return True
    return rest[:1] == " " and len(text) <= MAX_PROFILE and bool(_FIELDS.search(f" {below[:200]}"))


def _is_rank(rows: Sequence[Row], number: int) -> bool:
    """Tell what stands above the fields of a profile whose name is lost."""
    text, above = rows[number].text, rows[number - 1].text if number else ""
    told = is_role(text) or _AVATAR.match(text) or (above and _AVATAR.match(above))
    return bool(text and told)


def _subject(rows: Sequence[Row], low: int, header: _Header) -> str:
    """Give the subject above the header, past the buttons between."""
    for above in range(header.row - 1, max(low, header.row - 5) - 1, -1):
        if rows[above].text and not is_chrome(rows[above]):
            return rows[above].text
    return ""


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or closes(row.text.strip("| ")) or row.text == "|"


LAYOUT = Layout(
    description="phpBB: 'Post by name » date' above each text",
    parents="none",
    telling=2,
    parse=_parse,
)
