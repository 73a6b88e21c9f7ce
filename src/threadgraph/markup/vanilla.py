"""Read discussions of Vanilla Forums: the opening post and `li.ItemComment`.

Last seen: 2025. Not read: the pages that its newer versions draw by script alone, reactions.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_COMMENT = re.compile(r"\AComment_(\d{1,20})\Z")


def _own_id(post: Node) -> str | None:
    """Give a comment's number; the opening post's keeps its word, as both are counted alike."""
    name = attribute(post, "id") or ""
    own = _COMMENT.match(name)
    return own[1] if own else name or None


def _quoted(words: Node) -> Quoted:
    """Read `.QuoteAuthor` above `.QuoteText` in `blockquote.UserQuote`."""
    quote = climb(words, lambda node: bool({"Quote", "UserQuote"} & set(classes(node))))
    return quoted_in(head_of(quote, "QuoteAuthor") if quote is not None else None)


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(title=".Discussion h1, .PageTitle h1, #Item_0 h1")(page, thread)
    first = thread.comments[0]
    is_opening = bool(first.native_id and first.native_id.startswith("Discussion_"))
    first.role = "opening" if is_opening else "comment"


FAMILY = family(
    Rules(
        posts='[id^="Discussion_"].ItemDiscussion, [id^="Comment_"].ItemComment, '
        'li[id^="Comment_"].Comment, li[id^="Comment_"]:has(.CommentBody)',
        body=(".Message", ".userContent", ".CommentBody"),
        author=(".Author a.Username", "a.Username", ".Author .Username", ".CommentAuthor a"),
        user=user_of,
        when=dated,
        date=(".DateCreated time", ".DateCreated", "time[datetime]", ".CommentTime"),
        permalink=("a.Permalink[href]", ".DateCreated a[href]"),
        score=(".Score",),
        drop=".Signature, .UserSignature, .DateUpdated, .Reactions, .Attachments",
        quote=".QuoteText, blockquote.UserQuote:not(:has(> .QuoteText)), "
        "blockquote.Quote:not(:has(> .QuoteText))",
        heads="blockquote > .QuoteAuthor",
        quoted=_quoted,
        native=_own_id,
        depths=flat,
        gone=".ItemComment.Deleted",
        hidden=".ItemComment.Ignored",
        marker=re.compile(r"""id=["'](?:Comment|Discussion)_\d"""),
        article=False,
        finish=_finish,
    ),
    "itemcomment",
    "itemdiscussion",
    "comment_",
)
