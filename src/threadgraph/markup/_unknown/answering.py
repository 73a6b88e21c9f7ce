"""Tell what posts in a row answer, by their words: "In reply to Ann", a quotation, "#3"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from threadgraph.markup._answered import named_answers
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node

__all__ = ["label", "leave_to_words"]

# "#3 I do not think so", an answer to the third post
_COUNTED = re.compile(r"#(\d{1,5})\b")

MAX_NAME = 100
MAX_WORDS = 4


def label(nodes: Sequence[Node], comments: Sequence[Comment]) -> None:
    """Note whom posts say that they answer: "In reply to Ann"."""
    names = {comment.author for comment in comments if comment.author}
    for comment, name in zip(comments, named_answers(nodes, names), strict=True):
        if name is not None and name != comment.author:
            comment.label, comment.depth = name, None
            comment.rules["parent"] = "the name of the author answered"


def leave_to_words(comments: Sequence[Comment]) -> None:
    """Let posts in a row that quote somebody by name answer whom they quote, not the page.

    So do those that begin with the number of a post above, or with the name of its author: "#3",
    "@Ann".
    """
    names: set[str] = set()
    for number, comment in enumerate(comments):
        counted = _COUNTED.match(comment.text)
        earlier = counted is not None and 0 < int(counted[1]) <= number
        called = comment.text[:1] == "@" and _names_one(comment.text[1:], names)
        names |= {comment.author} if comment.author else set()
        told = earlier or called or any(quote.author for quote in comment.quotes)
        if comment.depth == 0 and told:
            comment.depth = None
            comment.rules.pop("parent", None)


def _names_one(text: str, names: Collection[str]) -> bool:
    """Tell whether a text begins with one of the names."""
    words = text[:MAX_NAME].split()[:MAX_WORDS]
    return any(" ".join(words[:n]).rstrip(",:") in names for n in range(1, len(words) + 1))
