"""Cut a page's text into lines and paragraphs with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, count, islice
from typing import TypeVar

from threadgraph.layouts._text.lines import Line, Paragraph, Segment
from threadgraph.layouts._text.sidebars import FAR, sidebars, without_sidebars
from threadgraph.tuples import maker

__all__ = ["Line", "Paragraph", "Segment", "TextPage"]

_LINE_END = re.compile(r"(\r\n|\r|\n)")

# "  1. ![](/a.png) Ann says: [3 May 2020](/post#comment-7) [Reply](/post?to=7) Text": html2text
# prints some items on one line; the blank before the text is where the header ends
_ITEM_HEAD = re.compile(
    r"\s{0,40}(?:\d{1,4}\.|[*+])\s(?=.{0,800}?\[[^\[\]]{0,20}\d[^\[\]]{0,50}\]"
    r"(?P<link>\([^()\s]{0,400}#[a-z-]{0,20}\d{1,12}[^()]{0,120}\)))"
)
_CONTROL_LINKS = re.compile(r"(?:\s\[[^\[\]]{1,30}\]\([^()]{1,400}\)){0,4}\s(?=[^\s\[(|])")
# "14:02, 3 May 2022 (UTC) [ reply ] The next text"
_ANSWER = re.compile(r"\d{4} \((?:[A-Z]{2,5}|UTC ?[+-]\d{1,2})\) \[ [^\W\d_]{2,16} \] (?=\S)")

_OTHER_SPACE = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

MAX_SHORT = 320
"""Letters of a row that can be a header's, at most."""

PADDING = 3
"""Blanks at a line's end that mean nothing; two are a line end in Markdown."""

SPARED = 2
"""Lines of one word that a page may have although a filter drops them."""

WIDE = 30_000
"""Letters of a page from which on it may be mostly blanks: tables beside tables."""

_SEGMENT = maker(Segment)
_BLANKS = re.compile(" {3,}")

T = TypeVar("T")


@dataclass
class TextPage:
    """A page's text, as lines and as paragraphs; both are made when first asked for."""

    text: str

    made: dict[object, object] = field(default_factory=dict[object, object], repr=False)

    def once(self, make: Callable[[TextPage], T]) -> T:
        """Give what `make` makes of the page; it is made once, for all layouts."""
        if make in self.made:
            return self.made[make]  # pyright: ignore[reportReturnType] - it is what `make` makes
        made = self.made[make] = make(self)
        return made

    @cached_property
    def dense(self) -> str:
        """The text without most blanks of a wide page: where it only matters whether a word is in.

        Some pages are megabytes of blanks, which every layout would search for its words.
        """
        return self.text if len(self.text) < WIDE else _BLANKS.sub("  ", self.text)

    @cached_property
    def unfiltered(self) -> bool:
        """Whether lines of one word stand in the page, which the filters of corpora drop."""
        single = (t for t in self.texts if " " not in t and len(t.split(None, 1)) == 1)
        return next(islice(single, SPARED, None), None) is not None

    @cached_property
    def _raw(self) -> tuple[Sequence[str], Sequence[int], list[str]]:
        raws, widths = _raw_lines(self.text)
        contents = list(map(str.strip, raws))
        return raws, widths, without_sidebars(raws, contents) if FAR in self.text else contents

    @cached_property
    def beside(self) -> list[Segment]:
        """What stands in no line's content: sidebars far to the right of the main column."""
        return sidebars(self.text, self.lines) if FAR in self.text else []

    @cached_property
    def lines(self) -> list[Line]:
        r"""All lines; line ends are `\n`, `\r\n`, `\r`, and the blank at which `_parted` cuts."""
        lines: list[Line] = []
        add, new = lines.append, maker(Line)
        start = 0
        for raw, width, content in zip(*self._raw, strict=True):
            stop = start + len(raw)
            after = stop + width
            if raw is content:  # `strip` gives the same where there is nothing to take away
                add(new((start, start, stop, stop, after, content)))
            elif content:
                first = stop - len(raw.lstrip())
                add(new((start, first, first + len(content), stop, after, content)))
            else:
                add(new((start, stop, stop, stop, after, "")))
            start = after
        return lines

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the lines that are not blank."""
        return list(filter(None, self._raw[2]))

    @cached_property
    def filled(self) -> list[int]:
        """The numbers of the lines that are not blank."""
        return list(compress(count(), self._raw[2]))

    @cached_property
    def flow(self) -> str:
        """All texts with one blank between: what stands within no line is not here."""
        return " ".join(self.texts)

    @cached_property
    def linked(self) -> bool:
        """Whether a link stands in the text as Markdown."""
        return "]" in self.text and "](" in self.text

    @cached_property
    def returns(self) -> bool:
        """Whether line ends of two signs may stand in the text."""
        return "\r" in self.text

    @cached_property
    def padded(self) -> bool:
        """Whether lines are filled with blanks up to a table's width, as inscriptis does."""
        return "   \n" in self.text

    @cached_property
    def spaced(self) -> bool:
        """Whether white space other than blanks and line ends stands in the text."""
        return any(sign in self.text for sign in _OTHER_SPACE)

    @cached_property
    def short(self) -> str:
        """The lines that can be rows of headers, without long ones; of Markdown all.

        A quick place to ask for the words of headers: what a row of at most `MAX_SHORT` letters
        holds stands in here, save that blanks within it may be others.
        """
        if self.linked:
            return self.text
        return "\n".join(
            [text for _, _, _, _, _, text in self.lines if len(text) <= MAX_SHORT or _marked(text)]
        )

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Runs of lines that are not blank."""
        return list(self.runs())

    def runs(self) -> Iterator[Paragraph]:
        """Give the paragraphs one after the other; ask for `paragraphs` where all are needed."""
        gap = 0
        begin: int | None = None
        for number, line in enumerate(self.lines):
            if line.text:
                begin = number if begin is None else begin
                continue
            if begin is not None:
                yield Paragraph(begin, number - 1, gap)
                begin, gap = None, 0
            gap += 1
        if begin is not None:
            yield Paragraph(begin, len(self.lines) - 1, gap)

    def body(self, first: int, last: int, indent: int = 0) -> list[Segment]:
        r"""Give the text of lines `first` to `last`: inner line ends in, the last one out.

        Up to `indent` white space characters are left out at the start of each line, the blanks
        that fill it up to a table's width, and the `\r` of `\r\n`, so that texts do not depend on
        the page's line ends.
        """
        whole = first == last or not (indent or self.returns or self.padded or self.beside)
        if whole and first <= last:
            start, text, end, _, _, _ = self.lines[first]
            start = min(start + indent, text)
            end = end if first == last else self.lines[last].end
            return [_SEGMENT((start, end))] if end > start else []
        found: list[Segment] = []
        begin = done = -1  # the place that goes on as long as nothing is left out
        for left, right in self._pieces(first, last, indent):
            if left == done:
                done = right
            elif right > left:
                if done > begin:
                    found.append(_SEGMENT((begin, done)))
                begin, done = left, right
        return [*found, _SEGMENT((begin, done))] if done > begin else found

    def _pieces(self, first: int, last: int, indent: int) -> list[tuple[int, int]]:
        """Give the places of the lines' contents and of the line ends between."""
        places: list[tuple[int, int]] = []
        for start, text, end, stop, after, content in self.lines[first:last]:
            edge = end if content else start
            left, right = min(start + indent, text), edge if stop - edge >= PADDING else stop
            if right == after - 1:
                places.append((left, after))
            else:
                places += ((left, right), (after - 1, after))
        start, text, end, _, _, _ = self.lines[last]
        places.append((min(start + indent, text), end))
        return places

    def blank(self, number: int) -> bool:
        """Tell whether a line is blank; lines before the first and after the last are."""
        return not (0 <= number < len(self.lines)) or not self.lines[number].text

    def next_text(self, number: int) -> int | None:
        """Give the first line from `number` on that is not blank."""
        for index in range(number, len(self.lines)):
            if self.lines[index].text:
                return index
        return None


def _marked(text: str) -> bool:
    """Tell a line that may be much shorter as a row: without its marks and wide blanks."""
    return not text[0].isalpha() or "  " in text or "\t" in text or "\xa0" in text


def _raw_lines(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """Give the lines without their ends, and how long those are."""
    if "\r" not in text:
        raws = text.split("\n")
        ends = [1] * (len(raws) - 1) + [0]
    else:
        parts = _LINE_END.split(text)
        raws, ends = parts[::2], [*map(len, parts[1::2]), 0]
    if not raws[-1] and len(raws) > 1:
        raws.pop()
        ends.pop()
    if ") [ " in text and _ANSWER.search(text):
        cut = list(_cut(zip(raws, ends, strict=True)))
        raws, ends = [raw for raw, _ in cut], [width for _, width in cut]
    if not ("#" in text and "]" in text and "](" in text):
        return raws, ends
    parted = list(_parted(zip(raws, ends, strict=True)))
    return [raw for raw, _ in parted], [width for _, width in parted]


def _cut(lines: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Cut lines of wikis behind each signed text: Inscriptis sets the answers of a list in one."""
    for raw, width in lines:
        done = 0
        for match in _ANSWER.finditer(raw) if ") [ " in raw else ():
            yield raw[done : match.end() - 1], 1
            done = match.end()
        yield raw[done:], width


def _parted(lines: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Cut the lines of items in two that hold header and text."""
    for raw, width in lines:
        head = _ITEM_HEAD.match(raw) if "](" in raw and "#" in raw else None
        gap = _CONTROL_LINKS.match(raw, head.end("link")) if head else None
        if gap is None:
            yield raw, width
        else:
            yield raw[: gap.end() - 1], 1
            yield raw[gap.end() :], width
