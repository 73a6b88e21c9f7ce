"""Tell what posts in a row answer, by their words: "In reply to Ann", a quotation, "#3"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from threadgraph.markup._answered import named_answers, says_answered
from threadgraph.markup._base import Comment
from threadgraph.markup._bylines import EDGE
from threadgraph.markup._dom import Node, Owners, shown

__all__ = ["hang_by_numbers", "label", "leave_to_words", "without_references"]

# "#3 I do not think so", an answer to the third post
_COUNTED = re.compile(r"#(\d{1,5})\b")

# "Last edited by Ann", "Likes: Ann", "a friend of Ann": what somebody did or is
_OF = re.compile(
    r"(?:(?:^|\s)(?:by|from|of|with|and|von|vom|und|mit|par|por|et|y|e|da|do|door|en|van|av|af|og|och|"
    r"przez|od|i|от|и)|[:,&+])\s?\Z",
    re.IGNORECASE,
)
_SIGNS = "@↪→↳➜»>"
MAX_NAME = 100
MAX_LEAD = 30
"""Code points of the words before the name of somebody answered."""
MAX_WORDS = 4


def hang_by_numbers(nodes: Sequence[Node], comments: Sequence[Comment]) -> None:
    """Note the answers whose text begins with a link that is the number of a post above: "#3".

    All posts begin with their own numbers; the site itself makes links of those in texts.
    """
    own = [_COUNTED.match(shown(node)) for node in nodes]
    numbers = [match[1] for match in own if match]
    if len(set(numbers)) < len(nodes):
        return
    parents: list[str | None] = []
    for place, (node, comment) in enumerate(zip(nodes, comments, strict=True)):
        told = _COUNTED.match(comment.text)
        linked = told is not None and any(shown(link) == told[0] for link in node.css("a[href]"))
        parents.append(told[1] if told and linked and told[1] in numbers[:place] else None)
    if any(parents):
        for comment, number, parent in zip(comments, numbers, parents, strict=True):
            comment.native_id, comment.native_parent_id = number, parent
            if parent is not None:
                comment.depth = None
                comment.rules["parent"] = "the link with the number of the post answered"


def label(nodes: Sequence[Node], comments: Sequence[Comment]) -> None:
    """Note whom posts say that they answer: "In reply to Ann".

    Posts in posts show by that what they answer.
    """
    owners = Owners(nodes)
    if any(owners.around(node) is not None for node in nodes):
        return
    names = {comment.author for comment in comments if comment.author}
    told = named_answers(nodes, names)
    if not any(told):
        told = _beside_names(nodes, comments)
    for comment, name in zip(comments, told, strict=True):
        if name is not None and name != comment.author:
            comment.label, comment.depth = name, None
            comment.rules["parent"] = "the name of the author answered"


def _beside_names(nodes: Sequence[Node], comments: Sequence[Comment]) -> list[str | None]:
    """Give the name of somebody above that a line beside a post's text ends with: "to Ann".

    The words before it are those of several posts, or a sign: "↪ Ann".
    """
    told: list[str | None] = [None] * len(nodes)
    found: dict[str, dict[int, str]] = defaultdict(dict)
    names: set[str] = set()
    for number, (node, comment) in enumerate(zip(nodes, comments, strict=True)):
        text = "" if not names else node.text(separator="\n")
        for line in dict.fromkeys(line.strip(EDGE) for line in text.splitlines()):
            name = _name_behind(line, names)
            if name is not None and line not in comment.text:
                found[line[: -len(name)].strip()].setdefault(number, name)
        names |= {comment.author} if comment.author else set()
    for lead, posts in found.items():
        if _OF.search(lead):
            continue
        others = {n: name for n, name in posts.items() if name != comments[n].author}
        if others and (len(posts) > 1 or not any(map(str.isalnum, lead))):
            for number, name in others.items():
                told[number] = told[number] or name
    return told


def _name_behind(line: str, names: Collection[str]) -> str | None:
    """Give the name that stands at the end of a line, behind a few words or a sign."""
    if len(line) > MAX_NAME + MAX_LEAD:
        return None
    words = line.split()[-MAX_WORDS:]
    tails = (" ".join(words[number:]) for number in range(len(words)))
    for name in (name for tail in tails if (name := tail.lstrip(_SIGNS)) in names):
        lead = line[: -len(name)]
        if line.endswith(name) and 0 < len(lead) <= MAX_LEAD and not lead[-1].isalnum():
            return name
    return None


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


def without_references(nodes: Sequence[Node], comments: Sequence[Comment]) -> None:
    """Leave out the line above a text that links to the post answered: "In reply to Ann"."""
    for node, comment in zip(nodes, comments, strict=True):
        line, _, rest = comment.text.partition("\n")
        if not rest.strip() or not says_answered(line):
            continue
        if any(shown(link) == line for link in node.css('a[href*="#"]')):
            cut = len(comment.text) - len(rest.lstrip())
            comment.text = comment.text[cut:]
            comment.quotes = [
                replace(quote, start=max(0, quote.start - cut), end=quote.end - cut)
                for quote in comment.quotes
                if quote.end > cut
            ]
