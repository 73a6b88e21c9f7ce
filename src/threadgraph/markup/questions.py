"""Read questions and their answers, with comments below each, by what their classes call them.

OSQA, Askbot, Question2Answer, AnswerHub, Scoold, Biostars, Shapado, Apache Answer (last seen
2010-2024) and the shops that let customers ask have these three kinds of post in common, and names
for them: `question-table`, `qa-a-list-item`, `comment-item`. An answer answers the question before
it, a comment the post that it stands in. Not read: questions without answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, outermost, shown
from threadgraph.markup._unknown.reading import PostReader

__all__ = ["FAMILY"]

TRUST = 0.95
MAX_BACK = 6
"""Elements before the first answer among which the question is sought."""
MOST = 0.8
"""Share of the posts that must have a name and a text."""

# "Ann ♦♦": who looks after the site
_MODERATOR = re.compile(r"(?<=\S)\s♦{1,3}\Z")
_DIGITS = re.compile(r"\d+")
_PART = (
    r"(?:[-_]?(?:list|item|box|view|container|post|wrap|wrapper|card|block|row|entry|main|table|#))"
)
_QUESTION = re.compile(
    rf"(?:[a-z]{{1,4}}[-_])?question{_PART}*\Z|qa-q-view\Z|question[-_](?:body|content|detail)\Z"
)
_ANSWER = re.compile(rf"(?:[a-z]{{1,4}}[-_])?answer{_PART}*\Z|qa-a-(?:list-)?item\Z|replybox\Z")
_COMMENT = re.compile(rf"(?:[a-z]{{1,4}}[-_])?comment{_PART}*\Z|qa-c-(?:list-)?item\Z")
_TAGS = frozenset("div li article section tr table td dd blockquote".split())
_SOUGHT = (
    '[class*="question"], [id*="question"], .qa-q-view',
    '[class*="answer"], [id*="answer"], .qa-a-list-item, .replybox',
    '[class*="comment"], [id*="comment"], .qa-c-list-item',
)


class _Kinds(NamedTuple):
    """The elements of each kind of post, in page order."""

    questions: list[Node]
    answers: list[Node]
    comments: list[Node]


def _read(page: HtmlPage) -> Thread | None:
    kinds = _kinds(page)
    if kinds is None:
        return None
    nodes = _in_order(page, kinds)
    depths = _depths(nodes, kinds)
    if depths is None:
        return None
    reader = PostReader(nodes)
    comments = [Comment(node=node, depth=depth) for node, depth in zip(nodes, depths, strict=True)]
    for comment, node in zip(comments, nodes, strict=True):
        reader.fill(comment, node)
        comment.rules["parent"] = "the question or answer around or before it"
    reader.settle()
    for comment in comments:
        comment.author = comment.author and (_MODERATOR.sub("", comment.author) or None)
    whole = sum(bool(comment.text) and comment.author_state is not None for comment in comments)
    if whole < MOST * len(comments):
        return None
    if len(kinds.questions) == 1:
        comments[0].role = "opening"
    return Thread(comments=comments, article=len(kinds.questions) > 1)


def _kinds(page: HtmlPage) -> _Kinds | None:
    """Give the posts, if the page has answers below a question."""
    answers = outermost(_called(page, _SOUGHT[1], _ANSWER))
    if not answers:
        return None
    known = {node.mem_id for node in answers}  # Askbot's are `js-question answer`, too
    called = [n for n in _called(page, _SOUGHT[0], _QUESTION) if n.mem_id not in known]
    holders = Owners(called)
    framing = {_up(holders, answer, called) for answer in answers}
    questions = outermost([node for n, node in enumerate(called) if n not in framing])
    holders = Owners(answers)
    questions = [node for node in questions if holders.of(node) is None]
    if not questions and (before := _before(answers[0])) is not None:
        questions = [before]
    if not questions:
        return None
    posts = Owners([*questions, *answers])
    inside = [n for n in _called(page, _SOUGHT[2], _COMMENT) if posts.around(n) is not None]
    known = {node.mem_id for node in (*questions, *answers)}
    return _Kinds(questions, answers, [n for n in outermost(inside) if n.mem_id not in known])


def _up(holders: Owners, answer: Node, called: Sequence[Node]) -> int | None:
    """Give the outermost element called a question around an answer, marking those between."""
    number = holders.of(answer)
    while number is not None and (further := holders.around(called[number])) is not None:
        number = further
    return number


def _called(page: HtmlPage, sought: str, pattern: re.Pattern[str]) -> list[Node]:
    """Give the elements of such a name; empty ones wait for a form."""
    return [
        node
        for node in page.all(sought)
        if node.tag in _TAGS and any(map(pattern.match, _names(node))) and shown(node)
    ]


def _names(node: Node) -> list[str]:
    both = f"{attribute(node, 'class') or ''} {attribute(node, 'id') or ''}"
    return _DIGITS.sub("#", both.lower()).split()


def _before(answer: Node) -> Node | None:
    """Give the element before the answers that holds a comment: a question without a name."""
    here = answer.prev
    for _ in range(MAX_BACK):
        if here is None:
            return None
        if here.tag in _TAGS and here.css_matches('[class*="comment"], [class*="user"]'):
            return here
        here = here.prev
    return None


def _in_order(page: HtmlPage, kinds: _Kinds) -> list[Node]:
    """Give all posts in page order."""
    wanted = {node.mem_id for nodes in kinds for node in nodes}
    return [node for node in page.all(", ".join(_TAGS)) if node.mem_id in wanted]


def _depths(nodes: Sequence[Node], kinds: _Kinds) -> list[int] | None:
    """Hang answers below the question, comments below the post that holds them."""
    asked = {node.mem_id for node in kinds.questions}
    said = {node.mem_id for node in kinds.comments}
    owners = Owners(nodes)
    depths: list[int] = []
    for node in nodes:
        if node.mem_id in asked:
            depths.append(0)
        elif node.mem_id in said:
            around = owners.around(node)
            depths.append(1 if around is None else depths[around] + 1)
        elif not depths:
            return None
        else:
            depths.append(1)
    return depths


FAMILY = Family(marks=("answer", "qa-a-list-item", "replybox"), read=_read, trust=TRUST)
