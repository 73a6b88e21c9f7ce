"""Read Slashdot and sites on its software, lists of comments in lists (last seen 2025).

Pages of 1999 to 2009 are tables, without ids (see `_slash_tables`). Comments below the reader's
threshold are cut (`oneline`) or have neither text nor name (`hidden`).
The subject is no part of the text; the story is the page's article.
"""

from __future__ import annotations

import re
from datetime import datetime

from threadgraph.markup._base import Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, classes, shown
from threadgraph.markup._rules import Rules, read_rules
from threadgraph.markup._slash_tables import read_tables
from threadgraph.markup._story import owners_of, with_story
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

MAX_ABBREVIATED = 490
"""Code points to which the software cuts the text of a comment below the threshold."""

# "on Friday January 12, 2024 @11:51AM (#64153115)", "on Friday March 14 2014, @09:12AM"
_DATE = re.compile(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8} \d{1,2}(?:,? ?\d{4})?,? ?@ ?\d\d:\d\d ?[AP]M")
# "Posted by msmash on Friday January 12, 2024 @11:40AM from the pros-and-cons dept."
_POSTED = re.compile(r"Posted by (\S{1,60}) on [A-Z]")
_BY = re.compile(r"\Aby(?:\s+|\Z)")
# "by ann (1234) Journal on Friday ..." in one element, without blanks where markup has none
_DETAILS = re.compile(r"\Aby (?P<name>Anonymous Coward|\S.{0,58}? \(\d{1,9}\))(?=\s?[A-Z]|\son\s)")
_UID = re.compile(r"\(\s?(\d{1,9})\s?\)\Z")


def _when(node: Node) -> tuple[str | None, str | None]:
    match = _DATE.search(shown(node)[:400])
    if match is None:
        return None, None
    squeezed = match[0].replace(" ", "").replace(",", "")
    try:
        at = datetime.strptime(squeezed, "%A%B%d%Y@%I:%M%p")  # noqa: DTZ007 - the page shows no zone
    except ValueError:
        return match[0], None
    return match[0], at.isoformat(timespec="minutes")


def _finish(page: HtmlPage, thread: Thread) -> None:
    comments = thread.comments
    for number, nodes in owners_of(comments).group(page.all(".by .uid, .by ~ .uid, .by")).items():
        match = _UID.search(shown(nodes[-1]))
        if match and comments[number].author_state == "named":
            comments[number].author_native_id = match[1]
    for comment in comments:
        line = _DETAILS.match(comment.author or "")
        name = line["name"] if line else _BY.sub("", comment.author or "")
        if line and (told := _UID.search(name)):
            comment.author_native_id = comment.author_native_id or told[1]
        comment.author, comment.author_state = name_of(_UID.sub("", name).strip())
        kind = classes(comment.node) if comment.node is not None else []
        if "oneline" in kind or "hidden" in kind:
            comment.extra["hidden"] = True
            if "oneline" in kind and len(comment.text) >= MAX_ABBREVIATED:
                comment.status = "truncated"
    _STORY(page, thread)
    if match := _POSTED.match(comments[0].author or ""):
        comments[0].author = match[1]


_STORY = with_story(
    Rules(
        posts=".fhitem-story, .fhitem, div.article:has(.story-title)",
        body=('.story-title > a, .body > .p, .body > [id^="text-"]', ".story-title, .body"),
        author=(".story-byline > a", ".story-byline"),
        date=('time[id^="fhtime-"]', ".story-byline"),
        when=_when,
        native=lambda _: None,
    )
)

_LISTS = Rules(
    posts='li.comment[id^="tree_"]',
    body=('.commentBody > div[id^="comment_body_"]', ".commentBody"),
    author=(".by > a", ".by + a", ".by", ".details"),
    date=(".otherdetails", ".details"),
    when=_when,
    permalink=('a[id^="comment_link_"]',),
    score=(".score",),
    native=re.compile(r"\Atree_(\d{1,12})\Z"),
    marker=re.compile(r"""<li[^<>]{0,80}\sid=["']?tree_\d"""),
    more='li[id^="hiddens_"]:not(.hide)',
    expected=(".totalcommentcnt", ".comment-bubble a"),
    finish=_finish,
)


def _read(page: HtmlPage) -> Thread | None:
    return read_rules(page, _LISTS) or read_tables(page)


FAMILY = Family(marks=("tree_",), elsewhere=("comments.pl?",), read=_read)
