"""Tell names that are what posts are about, by the answers among them: "Re: The kettle"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node, shown
from threadgraph.markup._unknown.outline import role_of

__all__ = ["are_subjects", "is_called"]

# "span.author", `span[data-testid="comment-author"]`: a rule that gave a name
_CALLED = re.compile(r"(?P<tag>[\w-]+)(?:\.|\[[\w-]+=\")(?P<name>[^\"\]]+)")
_HEADS = "h2, h3, h4, h5, h6, b, strong"
# "Re: The kettle", "AW: Der Kessel", "R: Il bollitore", "Re[2]: The kettle"
_ANSWER = re.compile(
    r"(?:re|aw|antw|sv|vs|odp|ynt|rif|r)\s?(?:[\[(^]\d{1,3}[\])]?)?:\s\S", re.IGNORECASE
)

_Kind = tuple[str | None, str | None]


def are_subjects(
    read: Sequence[tuple[Comment, Sequence[Node], Node | None]],
) -> list[bool]:
    """Tell which posts have their names from headings that others answer.

    What stands in the same kind of element in each post is a subject in all, if it is in one.
    """
    found: list[set[_Kind]] = []
    answered: set[_Kind] = set()
    for comment, roots, _ in read:
        own: set[_Kind] = set()
        for head in (head for root in roots for head in root.css(_HEADS)):
            text = shown(head)
            kind = (head.tag, head.attributes.get("class"))
            if text and text == comment.author:
                own.add(kind)
            elif _ANSWER.match(text):
                answered.add(kind)
        found.append(own)
    return [not own.isdisjoint(answered) for own in found]


def is_called(comment: Comment) -> bool:
    """Tell a name whose element has a class that calls it so."""
    rule = comment.rules.get("author", "")
    told = _CALLED.match(rule)
    return told is not None and role_of(told["tag"], told["name"]).author > 0
