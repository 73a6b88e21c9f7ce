"""Cut a thread where line filters left nothing between posts but a line end.

Writers part their paragraphs by blank lines or single line ends; between two posts of XenForo only
a line end is left. It opens a post below "Last edited:", above a repeated passage (a quotation),
and where a full sentence ends and the next line begins as answers do ("Thanks", "I ", "@ann").
Other line ends stay inside of posts: two posts then stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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

__all__ = ["begins_answer", "greets", "posts_by_lines"]

MIN_QUOTE = 30
"""A shorter row that comes again may be chance."""

LONG = 100
"""A paragraph of one writer who parts paragraphs by blank lines is seldom shorter."""

MIN_LINE = 40
MIN_BLANK = 0.2
"""Share of rows with a blank line above, without which line ends tell nothing."""

# a sentence's end, a bracket, a smiley or a picture of one
_STOP = re.compile(r"(?:[.?!…][)\"”'’*]{0,3}|[)\"”]|:[a-z_]{2,20}:|[:;]-?[)DP(]|[^\w\s,;:\-(/&+])$")
_ITEM = re.compile(r"^(?:[-•*+–—>·]|\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]\s|#|[^.?!:]{1,40}:(?:\s|$))")
# "Thanks!", "Best regards", "Viele Grüße": the last line of a post
_CLOSER = re.compile(
    r"^(?:(?:many )?thanks?(?: you| again| a lot| in advance){0,3}|thx|cheers|"
    r"(?:best |kind )?regards|good luck|hth|(?:viele |liebe |beste )?grüße|lg|vg|mfg|"
    r"danke(?: schön)?|merci|cordialement|saludos|gracias|grazie|saluti|groet(?:en|jes)?|"
    r"bedankt|mvh|tack|pozdrawiam)[ .!,]{0,3}$",
    re.IGNORECASE,
)
_GREETINGS = frozenset(
    """thanks thank thx ty cheers hi hey hello welcome congrats congratulations danke vielen hallo
    moin servus merci bonjour salut bonsoir gracias hola buenas saludos obrigado obrigada olá oi
    grazie ciao salve buongiorno bedankt dank hoi tack tak hej dziękuję dzięki cześć witam
    спасибо привет здравствуйте kiitos moi hei teşekkürler merhaba děkuji díky ahoj""".split()
)
_OPENERS = _GREETINGS | frozenset(
    """i i'm i've i'd i'll my yes yeah yep yup no nope nah wow great sorry well agree agreed same
    awesome nice cool lol haha hmm hmmm oh ok okay
    ich mein meine ja nein nö super klasse toll genau stimmt je j'ai j'avais mon oui non
    désolé bravo yo mi sí eu meu sim não io sì ik nee jag jeg nej ja tak nie я да нет minä
    ben evet hayır já ano ne""".split()
)


def posts_by_lines(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give the posts of a page that prints words of forums; `whole` where a mark opens them."""
    if is_markdown(page) or len(rows) < 3 or not _blanks(rows):  # noqa: PLR2004
        return []
    if not forum_words(rows):
        return []
    end = next((n for n in range(2, len(rows)) if FORUM_END.match(rows[n].text[:300])), len(rows))
    begin = below_title(rows, end)
    quoted = _quoted(rows, begin)
    first = first_text(rows, begin, end)
    if first is None:
        return []
    opening = opening_of(rows, first, end, NOTICES)
    heads = [
        Head(
            first=opening.first,
            last=opening.last,
            author=opening.author,
            opening=True,
            stop=end,
        )
    ]
    text = opening.last + 1
    for number in range(text + 1, end):
        mark = _opens(rows, number, text, quoted)
        if mark is not None and not is_chrome(rows[number]):
            heads.append(Head(first=number, last=number - 1, whole=mark, stop=end))
            text = number
    return heads if len(heads) > 1 else []


def _blanks(rows: Sequence[Row]) -> bool:
    return sum(row.gap > 0 for row in rows[1:]) >= MIN_BLANK * len(rows)


def _quoted(rows: Sequence[Row], begin: int) -> list[bool]:
    """Tell the rows that repeat a row above, or its beginning, and those that go on with it.

    What stands above row `begin`, the thread's title, is repeated in subjects.
    """
    origins: dict[str, int] = {}
    quoted: list[bool] = []
    origin: int | None = None
    for number, row in enumerate(rows):
        text = row.text
        following = None if origin is None else origin + 1
        if following is not None and following < number and rows[following].text == text:
            origin = following
        else:
            origin = origins.get(text[:MIN_QUOTE]) if len(text) >= MIN_QUOTE else None
            if origin is not None and not rows[origin].text.startswith(text):
                origin = None
        quoted.append(origin is not None)
        if origin is None and len(text) >= MIN_QUOTE and number >= begin:
            origins.setdefault(text[:MIN_QUOTE], number)
    return quoted


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
    if _CLOSER.match(above):
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
    return bool(row.mark) or bool(_ITEM.match(row.text)) or row.text[-1:] in ":,;"


def begins_answer(text: str) -> bool:
    """Tell whether a line begins as answers do: "Thanks", "I ", "@ann"."""
    word = _first_word(text)
    return word in _OPENERS or (word.startswith("@") and len(word) > 1)


def greets(text: str) -> bool:
    """Tell whether a line begins with a greeting, thanks, or the name of another member."""
    word = _first_word(text)
    return word in _GREETINGS or (word.startswith("@") and len(word) > 1)


def _first_word(text: str) -> str:
    """Give the first word without what stands behind it, in lower case."""
    return text.split(None, 1)[0].replace("’", "'").rstrip(".,!?:;…").casefold()
