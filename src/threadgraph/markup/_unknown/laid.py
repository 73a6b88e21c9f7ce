"""Lay out a post's parts: their sizes, their words, and which of them serve the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from threadgraph.dates import is_date
from threadgraph.markup._bylines import EDGE, date_in
from threadgraph.markup._dom import shown
from threadgraph.markup._unknown.names import PROFILE, is_name, serves
from threadgraph.markup._unknown.outline import NO_ROLE, Part

__all__ = ["SURE", "Laid"]

_ANSWER = frozenset(
    "reply quote antworten zitieren antwort répondre citer responder citar rispondi quota "
    "beantwoorden reageer reageren reagovat odpowiedz cytuj ответить цитировать odpovědět svara "
    "citera svar vastaa yanıtla cevapla 返信 回复 回覆 답글".split()
)
"""What links say that lead to a form: those to a page of its own are left to their classes."""
# "#7"
_ORDINAL = re.compile(r"#\d{1,6}\Z")
# "[7] Ann", "#7 Ann": the number of the post
_COUNTED = re.compile(r"\A(?:\[\d{1,5}\]|#\d{1,6})\s")
# "23 posts", "(1234)": what a member has done, beside the name
_COUNTS = re.compile(r"\(?\d[\d.,]{0,8}\)?(?:\s[^\W\d]{3,12})?\Z")
# "2d", "31m", "5 h"
_AGE = re.compile(r"\d{1,3}\s?(?:s|min|m|h|hr|d|w|wk|mo|y|yr)\Z")
_TEXTS = frozenset(("text", "body", "content"))
_SMALL_FRAMES = frozenset(("span", "small", "div"))
_SIGNS = " []()|·•>»›-–—/,."
"""What parts controls from each other."""
_SMALL = frozenset(("small", "time", "span", "a"))
# "Comment by", "2.": what stands before a name
_LEADS = re.compile(
    r"(?:(?:\A|\s)(?:by|from|von|par|por|de|di|da|do|door|van|av|af|przez|od|от)|\A\W?\d{1,5}[.)#:]?)\Z",
    re.IGNORECASE,
)
_BADGES = frozenset(("small", "em", "i", "sup"))
"""What stands behind a name and is none, besides a span."""
SURE = 4
"""An author's role from which on the element holds the name for certain."""
MAX_DATE = 40
MIN_SPOKEN = 120
"""Code points outside of links that no control says."""
MAX_IN_LINK = 4
"""Elements and runs of text in a link that is a date or a number."""
_CALLED = 2
"""An author's role from which on a class says more than that somebody is named."""
_TEXT = 2
"""A role from which on the element holds the text."""


class Laid:
    """The parts of one post, named by their numbers; `dead` are those that serve the reader."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self._sizes = _sums([len(part.text) for part in parts])
        self._sure = _sums([part.role is not NO_ROLE and _is_sure(part) for part in parts])
        self.dead = self._tools()

    def _tools(self) -> bytearray:
        """Mark the parts that serve the reader; what holds the post itself is none."""
        dead = bytearray(len(self.parts))
        for number, part in enumerate(self.parts):
            if dead[number] or part.tag == "-text":
                continue
            inner = self._sure[part.end] - self._sure[number + 1]
            tool = part.role.tool and part.tag != "cite" and part.role.body < _TEXT and not inner
            tool = tool and not self._holds(number) and not self._speaks(number)
            link = part.href
            if (
                (tool and not self._dated(number) and not self._portrays(number))
                or (link and ("replytocom=" in link or link.endswith("#respond")))
                or (part.tag == "a" and self._counts(number))
            ):
                dead[number : part.end] = b"\1" * (part.end - number)
                if part.tag == "a":
                    self._bury_frame(number, dead)
        return dead

    def _bury_frame(self, number: int, dead: bytearray) -> None:
        """Mark what holds nothing but signs beside a tool: `<span>&gt; <a>Delete</a></span>`."""
        above = self.parts[number].above
        while above > 0 and self.parts[above].tag in _SMALL_FRAMES:
            inside = range(above, self.parts[above].end)
            if any(not dead[n] and self.parts[n].text.strip(_SIGNS) for n in inside):
                break
            dead[above : self.parts[above].end] = b"\1" * len(inside)
            above = self.parts[above].above

    def _counts(self, number: int) -> bool:
        """Tell of a link whether it shows a post's number ("#7"), or serves to answer it."""
        part = self.parts[number]
        inner = self.parts[number + 1].text if part.end == number + 2 else ""
        if part.href and _ORDINAL.match(inner):  # in a paragraph it tells the post answered
            above = part.above
            return self.parts[above].tag != "p" or self.size(above) == len(inner)
        said = inner.strip("[]() ")
        here = (
            part.href[:1] in ("", "j") or "#" in part.href or "reply" in part.href
        )  # a page that was saved says its address
        return here and (said.casefold() in _ANSWER or serves(said))

    def _dated(self, number: int) -> bool:
        """Tell what is a date, or a link that is hardly more: "Posted 3 May 2020"."""
        text = self._only_text(number)
        date = date_in(text) if text and self.parts[number].href else None
        return (text != "" and is_date(text)) or (date is not None and len(date) * 2 > len(text))

    def _holds(self, number: int) -> bool:
        """Tell what has the name of a tool and holds more than such.

        Paragraphs, called a text or dated: `div.action-body`; the date of an answer or of a head:
        `div.reply-tail`, `div.action-head`.
        """
        role = self.parts[number].role
        inner = self.parts[number + 1 : self.parts[number].end]
        worded = any(part.tag == "p" for part in inner)
        if role.body and (worded or self._is_called_text(number)):
            return True
        told = worded or role.answers or role.body or role.meta
        return bool(told) and self._holds_date(number)

    def _portrays(self, number: int) -> bool:
        """Tell a picture's element that holds the name as well, linked: `div.avatar`.

        The link leads to a profile, or stands in what its class calls the author.
        """
        if "avatar" not in (self.parts[number].node.attributes.get("class") or ""):
            return False
        above = self.parts[number].above
        called = above >= 0 and self.parts[above].role.author >= _CALLED
        return any(
            part.href and (called or PROFILE.search(part.href)) and is_name(shown(part.node))
            for part in self.parts[number : self.parts[number].end]
        )

    def _holds_date(self, number: int) -> bool:
        """Tell what holds a date."""
        inner = self.parts[number + 1 : self.parts[number].end]
        return any(0 < len(p.text) <= MAX_DATE and is_date(p.text) for p in inner)

    def _speaks(self, number: int) -> bool:
        """Tell what holds more words than a control: `div.quick-edit-target` is a post's body."""
        if number == 0 or self.size(number) < MIN_SPOKEN:
            return False
        here, end, words = number, self.parts[number].end, 0
        while here < end and words < MIN_SPOKEN:
            part = self.parts[here]
            words += len(part.text)
            here = part.end if part.tag == "a" else here + 1
        return words >= MIN_SPOKEN

    def _only_text(self, number: int) -> str:
        """Give the one run of text in a part with little else in it."""
        inner = self.parts[number + 1 : self.parts[number].end]
        texts = [part.text for part in inner if part.text] if len(inner) <= MAX_IN_LINK else []
        return texts[0] if len(texts) == 1 else ""

    def alone(self, number: int) -> int:
        """Give the element whose only content a run of text is, else the part itself."""
        part = self.parts[number]
        only = part.tag == "-text" and self.parts[part.above].end == part.end == number + 1
        return part.above if only and part.above == number - 1 else number

    def _is_called_text(self, number: int) -> bool:
        """Tell `div.text.show-control`: one of its names says so plainly, and no link is in it."""
        names = (self.parts[number].node.attributes.get("class") or "").split()
        inner = self.parts[number + 1 : self.parts[number].end]
        return not _TEXTS.isdisjoint(names) and all(part.tag != "a" for part in inner)

    def is_age(self, number: int) -> bool:
        """Tell an element that says nothing but a short age: `<small>2d</small>`."""
        return self.parts[number].tag in _SMALL and _AGE.match(self._only_text(number)) is not None

    def answers(self, number: int) -> bool:
        """Tell a part whose only word is a control's: `<div class="reply-text">Reply</div>`."""
        return self._only_text(number).casefold().strip("[]() ") in _ANSWER

    def size(self, number: int) -> int:
        return self._sizes[self.parts[number].end] - self._sizes[number]

    def within(self, number: int, outer: int) -> bool:
        return outer <= number < self.parts[outer].end

    def label(self, number: int) -> str:
        """Give the text of a part without dates and tools, and without a badge behind a name."""
        part = self.parts[number]
        if part.end - number <= 2:  # noqa: PLR2004 - nothing in it but its text
            return shown(part.node) if part.tag != "-text" else part.text
        texts = [*self._texts(number)]
        comma = next((n for n, text in enumerate(texts) if n and text[0] in ",，("), len(texts))
        texts = texts[:comma]  # "Ann", ", Hove"
        words = texts[:1] + [text for text in texts[1:] if not _COUNTS.match(text)]
        return _COUNTED.sub("", " ".join(words)).strip(EDGE)

    def _texts(self, number: int) -> Iterator[str]:
        parts, end = self.parts, self.parts[number].end
        here, plain, named = number, False, False
        while here < end:
            part = parts[here]
            badge = part.above == number and (
                plain if part.tag == "span" else named and part.tag in _BADGES
            )
            aside = part.role.date or part.role.meta or badge
            aside = aside or (part.tag == "small" and self._dated(here))
            if self.dead[here] or (aside and here != number):
                here = part.end
                continue
            if part.text:
                yield part.text
                named = named or not _LEADS.search(part.text)
                plain = named and (plain or parts[part.above].tag != "span" or part.above == number)
            here += 1


def _is_sure(part: Part) -> bool:
    """Tell what holds the name or the text for certain: the class says so, or where it links."""
    role = part.role
    if role.author >= SURE or role.body >= _TEXT:
        return True
    return role.author >= _CALLED and PROFILE.search(part.href) is not None


def _sums(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]
