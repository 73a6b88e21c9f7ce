"""Take the numbers of posts away from names: "3. Ann", "Comment 3 by Ann"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._values import name_of

__all__ = ["without_ordinals"]

FEW = 3
# "3. Ann", "Comment 3 by Ann", "№ 12 Ann"
_ORDINAL = re.compile(
    r"(\D{0,20}?)(\d{1,5})([.):]?\s(?:(?:by|von|par|por|di|door|av|af|od|от)\s)?)(?=\S)",
    re.IGNORECASE,
)
# what Japanese pages put behind every name
_HONORIFIC = re.compile(r"(?<=.)(?:さん|様|氏)\Z")


def without_ordinals(comments: Sequence[Comment]) -> None:
    """Cut them off where all names have one and they count the posts: "1. FC Anna" is one name."""
    named = [comment for comment in comments if comment.author]
    if len(named) < FEW:
        return
    found = [_ORDINAL.match(comment.author or "") for comment in named]
    told = [match for match in found if match]
    numbers = sorted(int(match[2]) for match in told)
    alike = len({(match[1], match[3]) for match in told}) == 1
    if alike and numbers == [*range(numbers[0], numbers[0] + len(named))]:
        _cut(named, _ORDINAL, at_end=False)
    if all(_HONORIFIC.search(comment.author or "") for comment in named):
        _cut(named, _HONORIFIC, at_end=True)


def _cut(named: Sequence[Comment], pattern: re.Pattern[str], *, at_end: bool) -> None:
    for comment in named:
        name = comment.author or ""
        match = pattern.search(name) if at_end else pattern.match(name)
        if match is not None:
            rest = name[: match.start()] if at_end else name[match.end() :]
            comment.author, comment.author_state = name_of(rest)
