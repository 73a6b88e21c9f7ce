"""Tell how complete the posts are that were read of a row: what holds no names is no discussion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread, weight
from threadgraph.markup._bylines import without_shared
from threadgraph.markup._unknown.outline import NO_ROLE, Role, role_of
from threadgraph.markup._unknown.rows import FEW, Row
from threadgraph.markup._unknown.sizes import size_of

__all__ = ["MIN_WORDS", "MOST", "share"]

# "PDF, 12 KB", "PDF, 8 KB" say the same, and "2,750 recommendations"
_NUMBERS = re.compile(r"\d[\d.,]*")
# "ann at mill dot example", "ann (at) mill.example"
_ADDRESS = re.compile(r"\sat\s.{1,60}\sdot\s|[(\[]at[)\]]", re.IGNORECASE)
MAX_SHAPED = 24
MIN_WORDS = 40
"""Size of a post's text, on the average, where no name speaks of comments."""
MOST = 0.7
_SOME = 0.3
_CALLED = 2
"""An author's role from which on its class calls an element a name."""
MAX_WORDS = 4
"""Words of a name; what has more in most posts that a heading alone calls comments is a title."""


def share(
    comments: Sequence[Comment], row: Row, *, headed: bool = False, sure: bool = False
) -> float:
    """Give how complete the posts are; 0 if too much is missing, or all say the same.

    Below a heading that says that comments follow (`headed`), what classes call names and texts
    need no dates. What are surely posts (`sure`) need neither names nor dates.
    """
    count = len(comments)
    names = _names(comments)
    if row.said and not row.own and sum(map(_is_title, names)) > len(names) / 2:
        return 0.0
    texts = [c.text for c in comments if c.text]
    row.inner = len(names) >= FEW and len(set(names)) == 1 and row.answers
    named = len(names) / count if len(names) < FEW or len(set(names)) > 1 or row.inner else 0.0
    dated = sum(bool(c.date or c.moment) for c in comments) / count
    if len(texts) < MOST * count or len({_shape(text) for text in texts}) <= count / 3:
        return 0.0
    if _are_bylines(comments):
        return 0.0
    if not (sure or _are_told(comments, row, named, dated, headed=headed)):
        return 0.0
    if not row.said and sum(map(size_of, texts)) < MIN_WORDS * count:
        return 0.0
    return weight(Thread(comments=[*comments])) / count


def _are_bylines(comments: Sequence[Comment]) -> bool:
    """Tell texts that say nothing but the name, in the same words: "Posted by Ann"."""
    named = [(c.text, c.author) for c in comments if c.text and c.author]
    if len(named) < max(2, len(comments) / 2):
        return False
    if not all(name in text for text, name in named):
        return False
    return len({text.replace(name, "", 1).strip() for text, name in named}) == 1


def _are_told(
    comments: Sequence[Comment], row: Row, named: float, dated: float, *, headed: bool
) -> bool:
    """Tell whether the shares of names and dates are enough for posts."""
    if named < (_SOME if row.own and dated >= MOST else MOST):
        return False
    return (
        dated >= MOST or (row.own and len(row.blocks) > 1) or _all_called(comments, headed=headed)
    )


def _all_called(comments: Sequence[Comment], *, headed: bool) -> bool:
    """Tell posts whose names and texts are all in elements that their classes call so."""
    rules = [(c.rules.get("author", ""), c.rules.get("text", "")) for c in comments]
    return headed and all(_role(a).author >= _CALLED and _role(t).body for a, t in rules)


def _role(rule: str) -> Role:
    tag, _, name = rule.partition(".")
    return role_of(tag, name) if name else NO_ROLE


def _is_title(name: str) -> bool:
    """Tell what has more words than a name, and is no address that is hidden from robots."""
    return len(name.split()) > MAX_WORDS and not _ADDRESS.search(name)


def _shape(text: str) -> str:
    return text if len(text) > MAX_SHAPED else _NUMBERS.sub("0", text)


def _names(comments: Sequence[Comment]) -> list[str]:
    """Give the authors; "On ducks 1", "On ducks 2" are none: they differ by numbers alone."""
    names = [comment.author for comment in comments if comment.author is not None]
    if len(set(names)) < FEW:
        return names
    rest = without_shared(names)
    numbered = sum(not any(map(str.isalpha, name)) for name in rest) >= MOST * len(rest)
    return [] if numbered and rest != names else names
