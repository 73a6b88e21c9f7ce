"""Tell the lines with which most posts of a page begin or end: controls, in any language.

"link" above and "(Reply) (Thread)" below each text; numbers in them are alike: "12 found this
helpful". Whatever found the posts, what most have in common is nobody's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

__all__ = ["MAX_LINE", "MAX_TURNS", "MIN_POSTS", "MOSTLY", "shared_lines"]

MIN_POSTS = 4
MIN_AUTHORS = 4
MOSTLY = 0.6
MAX_LINE = 90
MAX_TURNS = 4
"""Lines one after the other that are taken from one end of the texts."""


def shared_lines(
    lines: Sequence[str], authors: Sequence[str | None], shape: Callable[[str], str]
) -> list[bool] | None:
    """Tell which of the lines, one of each post, have the shape that most have.

    None where most have none in common, or where it is of so few authors that it is somebody's
    signature. An empty line stands for a post that has no line to lose.

    >>> lines, authors = ["5 likes", "7 likes", "Hi.", "1 likes", "2 likes"], [*"abcde"]
    >>> shared_lines(lines, authors, lambda line: line.lstrip("0123456789"))
    [True, True, False, True, True]
    """
    if len(lines) < MIN_POSTS:
        return None
    shapes = [shape(line) if len(line) <= MAX_LINE else "" for line in lines]
    often, count = Counter(filter(None, shapes)).most_common(1)[0] if any(shapes) else ("", 0)
    sharing = {author for author, own in zip(authors, shapes, strict=True) if own == often}
    if count < MOSTLY * len(lines) or len(sharing) < MIN_AUTHORS:
        return None
    return [own == often for own in shapes]
