"""Read logs of chats: "[20:02] ann: hello", "[19:53:03] <ann> hello", "17:52 < ann> hello".

One message a line, as irssi, XChat, Pidgin and Colloquy write them; some print the text below the
name. Who comes and goes is no message, "* ann waves" is one. Last seen: 2012. Not read: messages
without a clock, and transcripts of speech, whose clock starts at zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._text.page import Line, Segment, TextPage

__all__ = ["LAYOUT"]

MIN_MESSAGES = 5
MIN_TURNS = 3
STEADY = 0.6
"""Share of the lines from the first message on that the log has."""

_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?"
_CLOCK = rf"(?:\[(?P<a>{_TIME}):?\]|\((?P<b>{_TIME})\)|(?P<c>{_TIME}))"
_NICK = r"[^\s<>\[\]():,*]{1,30}"
# "[20:02] ann: hello", "(6:44:03 PM) ann: hello", "17:52 < ann> hello", "[19:53:03] <@ann> hello"
_MESSAGE = re.compile(
    rf"{_CLOCK}\s{{1,4}}(?:<[ @+%&~]?(?P<angled>{_NICK})>|(?P<plain>{_NICK}):)(?:\s|$)"
)
# "17:52  * ann waves", "[10:01am] • ann"
_ACTION = re.compile(rf"{_CLOCK}\s{{1,4}}[*•]\s(?P<plain>{_NICK})(?:\s|$)")
_CLOCKED = re.compile(rf"{_CLOCK}\s")
_COMES = re.compile(
    r"\b(?:has joined|has left|has quit|joined the|left the|entered the room|is now known as|"
    r"has changed the topic|sets mode|changed nick)\b|-!-|\*\*\*|-->|<--|==="
)
_MACHINE = frozenset(
    "info warn warning error debug fatal trace notice verbose critical note usage".split()
)
_SIGNS = ("] ", "> ", "M) ", "]\t")
"""One of them stands in every log."""

# the second is the first within a line, found six times as fast
_QUICK = re.compile(r"^\W{0,2}\d{1,2}:\d\d[^\n]{0,12}[\s<]\S{1,32}[>:](?:\s|$)", re.MULTILINE)
_TIMED = re.compile(r":\d\d[^\n]{0,12}[\s<]\S{1,32}[>:](?:\s|$)", re.MULTILINE)
_BEGUN = 20_000


class _Message(NamedTuple):
    number: int
    nick: str
    clock: str
    begin: int
    """Where in the page the text begins."""
    action: bool


def _parse(page: TextPage) -> Parse | None:
    if not any(sign in page.dense for sign in _SIGNS):
        return None
    if any(len(p.findall(page.text, 0, _BEGUN)) < MIN_MESSAGES for p in (_TIMED, _QUICK)):
        return None
    lines = page.lines
    found = [message for number in range(len(lines)) if (message := _read(lines, number))]
    if len(found) < MIN_MESSAGES or not _converse(page, found):
        return None
    ends = [message.number for message in found[1:]] + [_end(page, found[-1].number)]
    records = [_record(page, m, end) for m, end in zip(found, ends, strict=True)]
    filled = [n for n in range(found[0].number, len(lines)) if lines[n].text]
    told = sum(_told(lines, number) for number in filled)
    return Parse(
        records=tuple(records),
        start=lines[found[0].number].start,
        marks=2 * len(records),
        regularity=1.0 if told >= STEADY * len(filled) else 0.0,
    )


def _read(lines: Sequence[Line], number: int) -> _Message | None:
    line = lines[number]
    if not line.text or not (line.text[0] in "[(" or line.text[0].isdigit()):
        return None
    match = _MESSAGE.match(line.text) or _ACTION.match(line.text)
    if match is None:
        return None
    action = match.re is _ACTION
    nick = match["plain"] or match["angled"]
    if nick.lower() in _MACHINE or nick.isdigit() or (action and _COMES.search(line.text)):
        return None
    clock = match["a"] or match["b"] or match["c"]
    return _Message(number, nick, clock, line.first + match.end(), action)


def _converse(page: TextPage, found: Sequence[_Message]) -> bool:
    """Tell people who talk with each other from what programs and tickers write.

    Some take turns, and one names another, comes, goes, or waves; or nicks stand in angles.
    """
    nicks = {message.nick for message in found}
    turns = sum(above.nick != below.nick for above, below in pairwise(found))
    if len(nicks) < 2 or turns < MIN_TURNS or _starts_at_zero(found[0].clock):  # noqa: PLR2004
        return False
    if any(message.action for message in found) or _angled(page, found):
        return True
    if any(_COMES.search(line.text) and _CLOCKED.match(line.text) for line in page.lines):
        return True
    return any(_names_other(page, message, nicks) for message in found)


def _starts_at_zero(clock: str) -> bool:
    return clock.startswith(("0:0", "00:0")) and clock[-1:].isdigit()


def _angled(page: TextPage, found: Sequence[_Message]) -> bool:
    return all(page.text[m.begin - 2 : m.begin].startswith(">") for m in found)


def _names_other(page: TextPage, message: _Message, nicks: set[str]) -> bool:
    line = page.lines[message.number]
    words = re.split(r"[\s:,.!?]+", page.text[message.begin : line.end])
    return any(word in nicks and word != message.nick for word in words)


def _told(lines: Sequence[Line], number: int) -> bool:
    """Tell a line of the log, or the one below a line that ends with a name."""
    text = lines[number].text
    return _CLOCKED.match(text) is not None or lines[number - 1].text.endswith(":")


def _end(page: TextPage, number: int) -> int:
    """Give the line behind the last message: its text may go on further in, or below its name."""
    lines = page.lines
    below = number + 1
    if lines[number].text.endswith(":") and below < len(lines) and lines[below].text:
        return below + 1
    while below < len(lines) and lines[below].text and lines[below].indent > lines[number].indent:
        below += 1
    return below


def _record(page: TextPage, message: _Message, end: int) -> Record:
    line = page.lines[message.number]
    rest = list(_rest(page, message.number + 1, end))
    kept = [place for place, chrome in rest if not chrome]
    first = [Segment(message.begin, line.end)] if message.begin < line.end else []
    body = [*first, *kept]
    if len(body) > 1:
        body = [Segment(body[0].start, body[-1].end)] if len(kept) == len(rest) else body
    return Record(
        header=(Segment(line.first, message.begin if first else line.end),),
        body=tuple(body),
        chrome=tuple(place for place, chrome in rest if chrome),
        author=message.nick,
        author_state="named",
        date=message.clock,
        status="complete" if body else "empty",
    )


def _rest(page: TextPage, first: int, end: int) -> Iterator[tuple[Segment, bool]]:
    """Give the lines below a message, and whether they tell who comes and goes."""
    gone = False
    for line in page.lines[first:end]:
        if line.text:
            gone = gone or _CLOCKED.match(line.text) is not None
            yield line.content, gone


LAYOUT = Layout(
    description="logs of chats: '[20:02] name: text', '20:02 <name> text'",
    parents="none",
    telling=3,
    parse=_parse,
)
