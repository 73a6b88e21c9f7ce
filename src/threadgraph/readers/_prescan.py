"""See in a page's source what parsers of HTML take too long over, before one is asked.

By the rules of HTML a parser's time grows with the square of the nesting, of the attributes of one
tag, and of the formatting tags left open. Pages that people wrote stay far below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from threadgraph.readers._tags import MAX_ATTRIBUTES, Tag, first_tag, tags

__all__ = [
    "FORMATTING",
    "MAX_STEPS",
    "MAX_WHOLE",
    "VOID",
    "WHOLE",
    "Nesting",
    "Shape",
    "harmless",
    "scan",
    "surely_harmless",
]

FORMATTING = frozenset("b big code em font i s small strike strong tt u".split())
"""What the parser opens again in each block, as often as it was left open; of `a` one at most."""
WHOLE = frozenset(("html", "body"))
"""The attributes of all tags of these names come together in one."""

MAX_TAGS = 10_000
MAX_STEPS = 500_000_000
"""The greatest sum of the tags' depths that a parser ends with in time."""
MAX_REOPENED = 500_000
MAX_WHOLE = 100
_BLOCK = 1 << 13
_LARGE = 1 << 19
_SAME = 3  # a parser keeps three open formatting tags that are equal
VOID = WHOLE | frozenset(
    "area base br col embed frame head hr img input link meta param source track wbr".split()
)
"""What holds nothing, or stands once in a page however often it is written."""
_ENDS = {"p": {"p"}, "li": {"li", "p"}, "dt": {"dt", "dd", "p"}, "dd": {"dt", "dd", "p"},
         "td": {"td", "th", "p"}, "th": {"td", "th", "p"}, "tr": {"td", "th", "tr", "p"},
         "option": {"option"}, "a": {"a"}}  # fmt: skip


def _cases(letters: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" for letter in letters)


# `<font color="red"`, in any case; without attributes three are kept open at most. The sets of the
# first and second letters come first: that passes over most tags ten times as fast as the flag for
# any case.
_FIRST = "".join(sorted({name[0] for name in FORMATTING}))
_SECOND = "".join(sorted({name[1] for name in FORMATTING if len(name) > 1}))
_FORMATTED = re.compile(
    b"<[%s](?=[\\s/%s])(?:%s)[\\s/][^>]{0,300}"
    % (
        (_FIRST + _FIRST.upper()).encode(),
        (_SECOND + _SECOND.upper()).encode(),
        "|".join(f"(?<={_cases(n[0])}){_cases(n[1:])}" for n in sorted(FORMATTING)).encode(),
    )
)
# `<i class="icon"></i>`: closed at once, wherever it stands
_EMPTY = re.compile(rb"""<(\w{1,6})(?:\s++[\w:-]++(?:="[^"<>]*+")?+)*+\s*+></\1>""")
# a tag of thousands of parts: `<p`, ` `, `class`, `="a > b"`, ` `, `hidden`; each is taken once
_MANY_PARTS = re.compile(
    rb"""<[a-zA-Z](?>(?:[^\s/>"'=]++|[\s/]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["']){4000})"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What makes a page costly: `steps` is the sum of the depths at which tags begin.

    `attributes` is the most that one tag has, `formatting` the most tags of format, different in
    their attributes, that are open at a time, `whole` counts the tags `html` and `body`.
    """

    tags: int
    depth: int
    steps: int
    attributes: int
    formatting: int
    whole: int

    def __str__(self) -> str:
        """Say it in one line, for a message."""
        return (
            f"{self.tags} tags, nested {self.depth} deep, {self.attributes} attributes in one tag, "
            f"{self.formatting} formatting tags open at a time"
        )

    @property
    def too_deep(self) -> bool:
        """Whether the tags are nested too deep for their number."""
        return self.steps > MAX_STEPS

    @property
    def too_open(self) -> bool:
        """Whether too many formatting tags are left open for the number of tags."""
        return self.formatting * self.tags > MAX_REOPENED

    @property
    def risks(self) -> list[str]:
        """Name what is beyond what a parser does in a few seconds."""
        told = {
            f"{self.tags} tags nested {self.depth} deep": self.too_deep,
            f"{self.attributes} attributes in one tag": self.attributes > MAX_ATTRIBUTES,
            f"{self.formatting} formatting tags left open": self.too_open,
            f"{self.whole} tags `html` and `body`": self.whole > MAX_WHOLE,
        }
        return [words for words, true in told.items() if true]


class Nesting:
    """Follow how deep tags are nested, about as a parser does."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._open: Counter[str] = Counter()

    def step(self, tag: Tag) -> list[str]:
        """Take the next tag; give the names that it closes, the innermost first."""
        closed: list[str] = []
        if tag.closing:
            while self._open[tag.name] and (not closed or closed[-1] != tag.name):
                closed.append(self._pop())
            return closed
        ends = _ENDS.get(tag.name, ())
        while self.names and self.names[-1] in ends:
            closed.append(self._pop())
        if tag.name not in VOID:
            self.names.append(tag.name)
            self._open[tag.name] += 1
        return closed

    def _pop(self) -> str:
        name = self.names.pop()
        self._open[name] -= 1
        return name


def harmless(source: bytes) -> bool:
    """Tell by a few counts that a page needs no closer look, which is what most pages need.

    `source` is the page in UTF-8. A small page made for it can hide its attributes here;
    `surely_harmless` finds them, for more time.
    """
    opening = source.count(b"<")
    if opening > MAX_TAGS:
        return False
    if _opened(_FORMATTED.findall(source)) * opening > MAX_REOPENED:
        left = [m[0] for m in _FORMATTED.finditer(source) if not _EMPTY.match(source, m.start())]
        if _opened(left) * opening > MAX_REOPENED:
            return False
    if len(source) > _LARGE and _MANY_PARTS.search(source):
        return False
    return not _has_long_tag(source)


def _opened(formatting: Iterable[bytes]) -> int:
    """Count what can be open at a time of these tags."""
    return sum(min(_SAME, count) for count in Counter(formatting).values())


def surely_harmless(source: bytes) -> bool:
    """Tell the same of a page that may be made to deceive."""
    return harmless(source) and _MANY_PARTS.search(source) is None


def _has_long_tag(source: bytes) -> bool:
    """Tell if a tag of very many attributes fills blocks of the page that end no tag."""
    place = 0
    while place + _BLOCK < len(source):
        if source.find(b">", place, place + _BLOCK) >= 0:
            place += _BLOCK
            continue
        start = source.rfind(b">", 0, place) + 1
        place = source.find(b">", place)
        place = place if place >= 0 else len(source)
        found = first_tag(source[start:place].decode("latin-1"))
        if found is not None and found.attributes > MAX_ATTRIBUTES:
            return True
    return False


def scan(html: str) -> Shape:
    """Measure a page. Cost: linear, some microseconds a tag."""
    nesting, formatting = Nesting(), _Formatting()
    count = depth = steps = attributes = whole = 0
    for tag in tags(html):
        formatting.step(html, tag)
        nesting.step(tag)
        count += 1
        steps += 0 if tag.closing else len(nesting.names)
        depth = max(depth, len(nesting.names))
        attributes = max(attributes, tag.attributes)
        whole += tag.name in WHOLE and not tag.closing
    return Shape(
        tags=count,
        depth=depth,
        steps=steps,
        attributes=attributes,
        formatting=formatting.most,
        whole=whole,
    )


class _Formatting:
    """Count the formatting tags that are open, equal ones three times at most."""

    def __init__(self) -> None:
        self.most = 0
        self._now = 0
        self._open: dict[str, list[str]] = {}
        self._same: Counter[str] = Counter()

    def step(self, html: str, tag: Tag) -> None:
        if tag.name not in FORMATTING:
            return
        stack = self._open.setdefault(tag.name, [])
        if not tag.closing:
            text = html[tag.start : tag.cut]
            stack.append(text)
            self._same[text] += 1
            self._now += self._same[text] <= _SAME
            self.most = max(self.most, self._now)
        elif stack:
            text = stack.pop()
            self._now -= self._same[text] <= _SAME
            self._same[text] -= 1
