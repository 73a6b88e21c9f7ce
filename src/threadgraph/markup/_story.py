"""Read what sites that share links have in common: a story above comments that nest.

The story is the page's article, as in the text renderings of these pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, shown
from threadgraph.markup._headline import is_title
from threadgraph.markup._rules import Rules, read_rules
from threadgraph.records import Role, Status

__all__ = ["hang", "mark_gone", "mark_places", "owners_of", "with_story"]

GONE: dict[str, Status] = {
    "[deleted]": "deleted", "[removed]": "removed", "[dead]": "removed", "[flagged]": "removed",
    "deleted by creator": "deleted", "comment deleted by user": "deleted",
    "comment removed by author": "deleted", "[comment removed by author]": "deleted",
    "removed by mod": "removed",
    "comment removed by moderator": "removed", "comment removed": "removed",
    "[ removed by reddit ]": "removed", "[removed by reddit]": "removed",
}  # fmt: skip
"""Texts that stand where a post was."""

_ARTICLE: Role = "article"


def owners_of(comments: Sequence[Comment]) -> Owners:
    """Find the comments that elements belong to."""
    return Owners([comment.node for comment in comments if comment.node is not None])


def mark_gone(comments: Sequence[Comment]) -> None:
    """Mark the posts whose text says that there is none."""
    for comment in comments:
        status = GONE.get(comment.text.lower()) if len(comment.text) < 40 else None  # noqa: PLR2004
        if status is not None:
            comment.status = status
            if comment.author_state is None and status == "deleted":
                comment.author_state = "deleted"


def mark_places(comments: Sequence[Comment], nodes: Sequence[Node]) -> None:
    """Let the first of these elements in each post, by its id, say where the post begins."""
    for number, found in owners_of(comments).group(nodes).items():
        comments[number].node = found[0]


def hang(comments: Sequence[Comment], parents: Sequence[str | None]) -> None:
    """Take the parents from ids where one at top level has a parent: its page shows a branch.

    `parents` are the ids that links name; what nests below a comment answers it.
    """
    if not any(p and not c.depth for c, p in zip(comments, parents, strict=True)):
        return
    above: list[str | None] = []
    first = comments[0].depth is None  # the comment whose page it is, set off from its answers
    for comment, link in zip(comments, parents, strict=True):
        level = 0 if comment.depth is None else comment.depth + first
        parent = link or (above[level - 1] if 0 < level <= len(above) else None)
        comment.depth = None if parent or level else 0
        comment.native_parent_id = parent
        if parent:
            comment.rules["parent"] = "id of the post answered"
        del above[level:]
        above += [None] * (level - len(above)) + [comment.native_id]


def with_story(story: Rules) -> Callable[[HtmlPage, Thread], None]:
    """Give what puts the story that these rules find before the comments, as their article."""
    return partial(_with_story, story=story)


def _with_story(page: HtmlPage, thread: Thread, story: Rules) -> None:
    mark_gone(thread.comments)
    found = read_rules(page, story)
    thread.article = False
    if found is None or not found.comments[0].text:
        return
    article = found.comments[0]
    article.role, article.depth = _ARTICLE, None
    thread.comments.insert(0, article)
    title = page.first("title")
    begin = article.text.partition("\n")[0]
    if thread.title is None and title is not None and is_title(begin, shown(title)):
        thread.title = begin
