"""Tell what posts in a row answer, by their words: "In reply to Ann", a quotation, "#3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._answered import named_answers
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node

__all__ = ["label", "leave_to_words"]

# "#3 I do not think so", an answer to the third post
_COUNTED = re.compile(r"#(\d{1,5})\b")


def label(nodes: Sequence[Node], comments: Sequence[Comment]) -> None:
    """Note whom posts say that they answer: "In reply to Ann"."""
    names = {comment.author for comment in comments if comment.author}
    for comment, name in zip(comments, named_answers(nodes, names), strict=True):
        if name is not None and name != comment.author:
            comment.label, comment.depth = name, None
            comment.rules["parent"] = "the name of the author answered"


def leave_to_words(comments: Sequence[Comment]) -> None:
    """Let posts in a row that quote somebody by name answer whom they quote, not the page.

    So do those that begin with the number of a post above: "#3".
    """
    for number, comment in enumerate(comments):
        counted = _COUNTED.match(comment.text)
        earlier = counted is not None and 0 < int(counted[1]) <= number
        if comment.depth == 0 and (earlier or any(quote.author for quote in comment.quotes)):
            comment.depth = None
            comment.rules.pop("parent", None)
