"""Read Forumotion (forumactif), a host of boards in many languages, in three of its themes.

The text of the picture beside each subject is the thread's title and "Empty". Below it stands
"Post by Ann Tue 3 Oct 2017 - 1:06" (punBB, phpBB 3) or "more_horiz" (ModernBB, of which nothing
else is left); in the theme of phpBB 2 the picture's name, "I_icon_minitime", parts subject and
date. Last seen: 2024. Not read: parents (quotes stay in the text), names without a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.caseless import Caseless
from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.signature import before_rules, cut_repeated
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._phpbb.marks import MAX_PROFILE, PROFILE
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_SUBJECT = 280
MAX_CARD = 14
MIN_HEADS = 2
_EMPTY, _MINI, _MORE = " Empty", "I_icon_minitime", "more_horiz"
# "Which lamp? Empty Re: Which lamp?", "descriptionWhich lamp? - Page 2 EmptyWhich lamp?"
_ICON = re.compile(
    r"^(?:description)?(?P<title>\S.{0,118}?)(?: - [^\W\d_]{1,10} \d{1,4})? Empty ?"
    r"(?P<again>(?:Re ?: ?)*(?P<subject>.*))$"
)
# "2Which lamp? Empty Re: Which lamp? on Sat Mar 24, 2012 9:22 am": the number of the post before
_NUMBERED = re.compile(
    r"^\d{1,4}(?P<title>\S.{0,118}?) Empty ?(?:Re ?: ?)*(?P=title) (?:on|le|em|el|il|am|op|в) "
    r"(?P<date>\S.{6,40})$"
)
# "Post by Ann Tue 3 Oct 2017 - 1:06", "Message Ann Mar 3 Oct - 1:06", "Сообщение автор Ann ..."
_BY = re.compile(
    r"^(?:(?:Post|Message|Mensaje|Mensagem|Messaggio|Beitrag|Bericht|Сообщение|Mesaj|م[ُ]?ساهمة) ?)?"
    r"(?:(?:by|par|por|da|di|von|van|автор|tarafından|من طرف) )?"
    r"(?P<rest>\S.{5,110})$",
    re.IGNORECASE,
)
# "Back to top Go down", "Aller en bas"
_DOWN = (
    r"(?:go down|aller en bas|nach unten|ir abajo|ir para baixo|andare in basso|naar beneden|"
    r"перейти вниз|sayfanın en altına git|اذهب الى الأسفل)"
)
_UP = (
    r"(?:back to top|revenir en haut|nach oben|volver arriba|voltar ao topo|torna in alto|"
    r"terug naar boven|вернуться к началу|sayfa başına dön|الرجوع الى أعلى الصفحة)"
)
_PAGE = r"message \[page \d{1,4} of \d{1,4}\]"
_FOOT = Caseless(
    rf"^(?:{_UP}|{_DOWN}|{_UP} {_DOWN}|(?:{_UP}|{_DOWN}) {_PAGE}|{_MORE}|_{{5,60}}|"
    r"view user profile(?: https?://\S{1,60})?)$"
)
_END = Caseless(
    FORUM_END.pattern.pattern
    + r"|^similar topics$|^(?:permissions? (?:in this forum|de ce forum)|permisos de este foro|"
    r"permissões neste sub-?fórum|permessi in questa sezione.{0,12}|permissies van dit forum|"
    r"befugnisse in diesem forum|права доступа к этому форуму)\b.{0,60}$|"
    r"^(?:page|seite|página|pagina|страница) \d{1,4} (?:of|sur|von|de|di|van|из) \d{1,4}\b.{0,30}$"
)


def _parse(page: TextPage) -> Parse | None:
    if _EMPTY not in page.dense and _MINI not in page.dense:
        return None
    rows = read_rows(page)
    heads = _named_below(rows, list(_heads(rows)))
    if len(heads) < MIN_HEADS and not any(head.date for head in heads):
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome, end=_END)
    heads = cut_repeated(rows, before_rules(page, rows, heads))
    return build_thread(thread, heads, marks=2 * len(heads))


def _named_below(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Take the names below numbered headers, if texts stand below them in all posts."""
    bare = not any(head.first < head.last or head.author or not head.date for head in heads)
    if len(heads) < MIN_HEADS or not bare:
        return heads
    stops = [*(head.first for head in heads[1:]), len(rows)]
    told = [_is_named(rows, h.last + 1, stop) for h, stop in zip(heads, stops, strict=True)]
    if not all(told):
        return heads
    return [replace(h, last=h.last + 1, author=rows[h.last + 1].text) for h in heads]


def _is_named(rows: Sequence[Row], number: int, stop: int) -> bool:
    if number + 1 >= stop or _is_chrome(rows[number + 1]):
        return False
    name, text = rows[number], rows[number + 1]
    return name.gap > 0 and text.gap > 1 and looks_like_name(name.text) and not _is_chrome(name)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    low = 0
    for number, row in enumerate(rows):
        if len(row.text) > MAX_SUBJECT:
            continue
        head = None
        if _MINI in row.text:
            head = _below_card(rows, low, number)
        elif _EMPTY in row.text:
            head = _below_icon(rows, number)
        if head is not None:
            yield head
            low = head.last + 1


def _below_icon(rows: Sequence[Row], number: int) -> Head | None:
    """Read what stands below the picture and the subject: name and date, or a button."""
    found = _ICON.match(rows[number].text)
    if found is None or not found["again"] or number + 1 == len(rows):
        return None  # in the theme of phpBB 2 the subject stands in the row below
    if numbered := _NUMBERED.match(rows[number].text):
        return Head(first=number, last=number, date=numbered["date"])
    told = found["again"][:2] == "Re" or found["subject"] == found["title"]
    below = rows[number + 1].text
    if told and below == _MORE:
        return Head(first=number, last=number + 1)
    match = _BY.match(below) if len(below) <= MAX_SUBJECT else None
    date = match and trailing_date(match["rest"])
    if match is None or not date or date.end < len(match["rest"]):
        return None
    name = match["rest"][: date.start].strip()
    shown = match["rest"][date.start :]
    return Head(first=number, last=number + 1, author=name or None, date=shown)


def _below_card(rows: Sequence[Row], low: int, number: int) -> Head | None:
    """Read the theme of phpBB 2: the card stands above subject and date."""
    date = rows[number].text.partition(_MINI)[2].strip()
    if not dateish(date):
        return None
    first = number
    while first > max(low, number - MAX_CARD) and _in_card(rows[first - 1]):
        first -= 1
    near = range(max(low, first - 4), first)
    # the name stands above the rank and, as the text of the picture, below it
    texts = [rows[n].text for n in near]
    top = next((n for n in near if texts.count(rows[n].text) > 1), None)
    author = None if top is None else rows[top].text[:MAX_NAME]
    return Head(first=first if top is None else top, last=number, author=author, date=date)


def _in_card(row: Row) -> bool:
    text = row.text
    return not text or text.endswith(_EMPTY) or bool(PROFILE.match(text[:MAX_PROFILE]))


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or (len(row.text) <= MAX_PROFILE and _FOOT.match(row.text))


LAYOUT = Layout(
    description="Forumotion: 'Title Empty Re: Title', then 'Post by Name DATE'",
    parents="none",
    telling=3,
    parse=_parse,
)
