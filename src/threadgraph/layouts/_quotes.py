"""Find quotations in the text of a post: lines after ">", and lines that say who is quoted.

"> text" marks a quotation to its end, ">> text" one inside it; where most posts of a page stand
wholly behind ">", one is the mark of posts. "Ann said:", "On 3 May 2021, Ann wrote:", "Originally
Posted by Ann", "Zitat von Ann" name the author of a ">" block that follows. Without one they mark
the beginning alone, up to "Click to expand..." where that is printed, and count only if the page
has an author of that name, or posts whose authors were lost. Main-content extractors leave no mark
at all: the beginning of a post that shows no parent may be a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from threadgraph.choice import Choice
from threadgraph.dates import is_date
from threadgraph.layouts._forum_words import EXPAND
from threadgraph.layouts._quoted_lines import POSTED, VERBS, Line, lines_of
from threadgraph.records import RawPost, RawQuote
from threadgraph.text import fold_name

__all__ = ["TextQuote", "find_quotes", "page_quotes"]

MAX_HEAD = 200
MAX_WRAPPED = 4
MAX_WHEN = 51
"""Letters of a head from its verb's colon on."""

MIN_UNMARKED = 60

# "Ann said:", "10 hours ago, Ann said:", "On 3 May 2021 at 10:02, Ann <a@b.example> wrote:",
# "Ann wrote: Sat Feb 24, 2024 12:41 pm", "Pepe hat gesagt.:"
_SAID = re.compile(
    rf"^(?P<who>\S.{{0,150}}?)\s(?:{VERBS})\s?\.?\s?:(?:\s?↑)?(?P<when>.{{0,48}})$", re.IGNORECASE
)
# "Ann wrote on Mar 3rd, 2009 at 10:02am:", "@Ann said in Old bells:"
_SAID_THEN = re.compile(
    rf"^@?(?P<who>\S.{{0,80}}?),?\s(?:{VERBS}),?\s(?:in|dans|en|on|am|le|el|il|at)\s(?P<then>.{{3,150}}?)\s?:$",
    re.IGNORECASE,
)
# "Ann, on 16 Sep 2023 - 17:07, said:"
_THEN_SAID = re.compile(
    rf"^(?P<who>\S.{{0,80}}?),\s(?:on|am|le|el|il|den|op)\s[^,]{{0,24}}\d.{{0,24}},\s(?:{VERBS})\s?:$",
    re.IGNORECASE,
)
# "Ann said" without a colon, which only a name of the page's makes a head
_BARE = tuple(
    " said| wrote| says| writes| schrieb| hat geschrieben| a écrit| escribió| dijo".split("|")
)
# "Am 3.5.2021 schrieb Ann Lee:"
_VERB_FIRST = re.compile(
    r"^(?:Am|Den|Op|W dniu)\s.{4,80}?\s(?:schrieb|skrev|schreef|napisał\(?a?\)?)\s"
    r"(?P<who>.{1,80}?)\s?:$"
)
# "Originally Posted by Ann View Post", "Zitat Zitat von Ann Beitrag anzeigen",
# "Quote from: Ann on May 3, 2021, 10:02", "Citation de Ann"
_POSTED_PATTERN = (
    rf"^{POSTED}\s?:?\s(?P<who>.{{1,60}}?)(?:\s?:|"
    r"\s(?:view post|beitrag anzeigen|ver mensaje|voir le message|visualizza messaggio|ver post|"
    r"bekijk bericht|visa inlägg|se indlæg|vis innlegg|zobacz posta|zobrazit příspěvek|"
    r"посмотреть сообщение|go to quoted post)|"
    r"\s(?:on|am|le|el|il|em|en|op|skrivet|dnia|w|от|-)\s.{0,12}\d.{0,30})?$"
)
_POSTED = re.compile(_POSTED_PATTERN, re.IGNORECASE)
_POSTED_WORDS = Choice(_POSTED_PATTERN)
"""Tells how those lines begin; all other lines that name an author have a colon."""

_ANGLED = re.compile(r"\s?[<\[(][^<>()\[\]]{0,100}@[^<>()\[\]]{0,100}[>\])]$")
# what stands before a name: "On May 3, 2020 at 10:02 AM ", "10 hours ago, ", "Hace 2 horas, "
_WHEN = re.compile(
    r"^.{0,120}(?:\d [^\W\d_]{2,12}(?: (?:fa|temu|назад|тому|geleden|sedan|siden|önce))?,|"
    r"\d(?:\s?[ap]\.?m\.?)?(?:\s[+-]\d{4})?\)?,?|\b(?:ago|yesterday|today|now),)\s",
    re.IGNORECASE,
)
_EDGE = " \t,\"'*_[]↑"


class TextQuote(NamedTuple):
    """A quotation's place in the text, its author if named, and whether its end is not known."""

    start: int
    end: int
    author: str | None
    open: bool


def page_quotes(posts: Sequence[RawPost]) -> tuple[RawQuote, ...]:
    """Give the quotations in the texts of a page's posts; articles are not searched."""
    names = {fold_name(post.author_name) for post in posts if post.author_name}
    told = [post for post in posts if post.role != "article" and post.text]
    lost = any(post.author_state == "missing" for post in told)
    level = 0
    if any(">" in post.text for post in told):
        level = int(2 * sum(_is_behind(post.text) for post in told) > len(told))
    return tuple(
        [
            RawQuote(post.position, found.start, found.end, None, found.author, found.open)
            for post in told
            for found in find_quotes(
                post.text,
                names,
                level,
                flat=post.depth is None and post.parent_label is None,
                lost=lost,
            )
        ]
    )


def _is_behind(text: str) -> bool:
    """Tell a text that stands wholly behind ">"."""
    if ">" not in text:
        return not text.strip()
    return all(line.level for line in lines_of(text) if line.text)


def find_quotes(
    text: str,
    names: Collection[str],
    level: int = 0,
    *,
    flat: bool = False,
    lost: bool = False,
) -> list[TextQuote]:
    """Give the quotations of a text in order.

    `names` are the page's authors, folded, some of them `lost`; `level` counts the ">" that mark no
    quotation. In a `flat` thread the text may begin with a quotation that has no mark.
    """
    if ">" not in text and not _tells(text, names):
        begin, end = len(text) - len(text.lstrip()), len(text)
        whole = flat and end - begin >= MIN_UNMARKED
        return [TextQuote(begin, end, None, open=True)] if whole else []
    lines = list(lines_of(text, names))
    if level:
        lines = [line._replace(level=max(0, line.level - level)) for line in lines]
    found = sorted([*_blocks(lines, names), *_opened(lines, names, lost=lost)], key=_place)
    begin = len(text) - len(text.lstrip())
    end = found[0].start if found else len(text)
    first = next((line.text for line in lines if line.text), "")
    if flat and end - begin >= MIN_UNMARKED and _head(first, names) is None:
        found.insert(0, TextQuote(begin, end, None, open=True))
    return found


def _place(quote: TextQuote) -> tuple[int, int]:
    return quote.start, quote.end


def _tells(text: str, names: Collection[str]) -> bool:
    """Tell whether a line says who is quoted: a text without ">" holds no quotation otherwise."""
    shown = (line.strip() for line in text.splitlines())
    return any(
        _head(line.text, names) is not None
        for text in shown
        if ":" in text or _POSTED_WORDS.may_match(text) or text.endswith(_BARE)
        for line in lines_of(text, names)
    )


def _blocks(lines: Sequence[Line], names: Collection[str]) -> Iterator[TextQuote]:
    """Give the runs of lines with ">", for each level the runs of lines with at least as many."""
    begun: list[int] = []
    ended = Line(0, 0, 0, "")
    for number, line in enumerate([*lines, ended]):
        while len(begun) > line.level:
            first = begun.pop()
            yield from _block(lines, first, number, len(begun) + 1, names)
        begun += [number] * (line.level - len(begun))


def _block(
    lines: Sequence[Line], first: int, stop: int, level: int, names: Collection[str]
) -> Iterator[TextQuote]:
    """Give a run of lines as a quotation, its head and the button below it left out."""
    author, begin = _head_inside(lines, first, stop, level, names)
    if author is None:
        author = _head_above(lines, first, level, names)
    while stop > begin and (not lines[stop - 1].text or EXPAND.match(lines[stop - 1].text)):
        stop -= 1
    while begin < stop and not lines[begin].text:
        begin += 1
    if begin < stop:
        yield TextQuote(lines[begin].start, lines[stop - 1].end, author, open=False)


def _head_inside(
    lines: Sequence[Line], first: int, stop: int, level: int, names: Collection[str]
) -> tuple[str | None, int]:
    """Read a head that stands in the block itself, wrapped or not; give the row after it."""
    told = ""
    found: tuple[str | None, int] = (None, first)
    for number in range(first, min(stop, first + MAX_WRAPPED)):
        line = lines[number]
        if not line.text or line.level != level or len(told) + len(line.text) > MAX_HEAD:
            break
        told = f"{told} {line.text}".strip()
        name = _head(told, names)
        if name is not None and found[0] in (None, name):
            found = (name, number + 1)
    below = next((line for line in lines[found[1] : stop] if line.text), None)
    inner = below is not None and below.level > level  # whose head it is
    return (None, first) if inner else found


def _head_above(
    lines: Sequence[Line], first: int, level: int, names: Collection[str]
) -> str | None:
    """Read the line that stands above a block, one level up, with a blank line between at most."""
    for number in range(first - 1, max(-1, first - 3), -1):
        line = lines[number]
        if line.text:
            return _head(line.text, names) if line.level < level else None
    return None


def _opened(lines: Sequence[Line], names: Collection[str], *, lost: bool) -> Iterator[TextQuote]:
    """Give what stands below heads without ">"; it ends at a button, else before the next head.

    A head right below another one begins a quotation in that one's; where the inner one ends is
    left to who seeks its words.
    """
    begin = 0
    heads: list[str] = []
    for number, line in enumerate(lines):
        closed = bool(heads and EXPAND.match(line.text))
        name = None if line.level or closed else _head(line.text, names)
        known = name is not None and (lost or fold_name(name) in names)
        filled = any(above.text for above in lines[begin:number]) if heads else False
        if heads and (closed or line.level or (known and filled)):
            yield from _between(lines, begin, number, heads, is_open=not closed)
            heads = []
        if known and name is not None:
            begin = number + 1
            heads.append(name)
    yield from _between(lines, begin, len(lines), heads, is_open=True)


def _between(
    lines: Sequence[Line], begin: int, stop: int, authors: Sequence[str], *, is_open: bool
) -> Iterator[TextQuote]:
    filled = [line for line in lines[begin:stop] if line.text] if authors else []
    for author in authors if filled else ():
        yield TextQuote(filled[0].start, filled[-1].end, author, open=is_open)


def _head(text: str, names: Collection[str]) -> str | None:
    """Give the name in a line that says who is quoted; an author of the page if one fits."""
    if len(text) > MAX_HEAD:
        return None
    if text.endswith((*_BARE, ":")):
        who = _known(text, names)
        if who is not None:
            return who
    if not (":" in text or _POSTED_WORDS.may_match(text)):
        return None
    # the verb is closed by a colon with nothing but a date behind
    said = _SAID.match(text) if ":" in text[-MAX_WHEN:] else None
    if said and said["when"].strip() and not is_date(said["when"].strip()):
        said = None
    match = said or _VERB_FIRST.match(text) or _POSTED.match(text)
    if match is None:
        return None
    who = _ANGLED.sub("", match["who"]).strip(_EDGE)
    tail = _WHEN.sub("", who).strip(_EDGE)
    return next((name for name in (who, tail) if fold_name(name) in names), tail or None)


def _known(text: str, names: Collection[str]) -> str | None:
    """Read the forms that need an author of the page: "Ann:", "Ann said", "Ann said in Bells:"."""
    then = (_THEN_SAID.match(text) or _SAID_THEN.match(text)) if text[-1] == ":" else None
    who = then["who"] if then else None
    if who is None or fold_name(who) not in names:
        verb = next((end for end in _BARE if text.endswith(end)), ":")
        who = text.removesuffix(verb).lstrip("@").strip()
    return who if fold_name(who) in names else None
