"""Lines and paragraphs of a text, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Line", "Paragraph", "Segment"]


class Segment(NamedTuple):
    """A half-open range of code points of the page's text."""

    start: int
    end: int


class Line(NamedTuple):
    """One line: `text` is its content without white space at both ends.

    `start` is its first code point, `first` and `end` bound the content, `stop` is where its line
    end begins, `after` where the next line begins.
    """

    start: int
    first: int
    end: int
    stop: int
    after: int
    text: str

    @property
    def indent(self) -> int:
        """How many white space characters stand before the content."""
        return self.first - self.start

    @property
    def content(self) -> Segment:
        """Where the content stands."""
        return Segment(self.first, self.end)


class Paragraph(NamedTuple):
    """Lines without a blank line between them: indices `first` to `last`, both included.

    `gap` counts the blank lines before it.
    """

    first: int
    last: int
    gap: int
