"""Read topics of Invision: IP.Board 1 to 3 and Invision Community 4 and 5.

Markup: `div.postcolor` in tables (1, 2, hosts such as InvisionFree), `div.postwrapper` in the plain
pages that these have besides (`lofiversion`), `div.post_block` (3),
`article.ipsComment` (4), `article.ipsEntry` (5); in 4 and 5 comments below articles have the same.
Last seen: 2026. Not read: reactions but their count, best answers' boxes, polls.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Family, Thread, best
from threadgraph.markup._counts import with_replies
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes, shown
from threadgraph.markup._forum import beside, dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, name_said, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._values import number_of

__all__ = ["FAMILY"]

_COMMENT = re.compile(r"\A(?:elComment_|comment-)(\d{1,20})(?:_wrap)?\Z")
# "26 replies to this topic"
_REPLIES = re.compile(
    r"\d{1,3}(?:[.,]?\d{3})? (?:repl(?:y|ies) to this topic|antwort(?:en)? in diesem thema|"
    r"réponses? à ce sujet|respuestas? en este tema|rispost[ae] a questa discussione|"
    r"odpowiedzi w tym temacie)\Z",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"\Apost_id_(\d{1,20})\Z")


def _quoted(words: Node) -> Quoted:
    """Read `blockquote[data-ipsquote-contentcommentid][data-ipsquote-username]`."""
    quote = climb(words, lambda node: "ipsQuote" in classes(node))
    if quote is None:
        return None, None
    native, author = quoted_in(head_of(quote, "ipsQuote_citation"))
    return (
        attribute(quote, "data-ipsquote-contentcommentid", "data-cid") or native,
        attribute(quote, "data-ipsquote-username", "data-author") or author,
    )


def _reacted(box: Node) -> int:
    """Add up the counts of each kind of reaction; an empty box has none."""
    return sum(number_of(shown(count)) or 0 for count in box.css(".ipsReact_reactCount"))


def _quoted_before(words: Node) -> Quoted:
    """Read `p.citation` or `div.quotetop` above a quotation, or what the quotation says itself.

    In 1 it is a row of a table, the row above "QUOTE (Ann @ Nov 3 2003, 07:12 PM)".
    """
    outer = climb(words, lambda node: before(node) is not None)
    above = before(outer) if outer is not None else None
    if above is not None and words.tag == "td":
        return None, name_said(shown(above))
    is_head = above is not None and {"citation", "quotetop", "quote_top"} & set(classes(above))
    native, author = quoted_in(above if is_head else None)
    return attribute(words, "data-cid") or native, attribute(words, "data-author") or author


def _posts_before(page: HtmlPage) -> list[Node]:
    return beside(page, "div.postcolor", ".normalname, .unreg")


def _with_opening(page: HtmlPage) -> int | None:
    """Count the opening post and the replies that the heading of Invision 3 counts."""
    headings = (_REPLIES.match(shown(node)) for node in page.all(".maintitle, .maintitle > span"))
    counts = [number_of(match[0]) for match in headings if match]
    return counts[0] + 1 if counts and counts[0] else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    _thread(page, thread)
    if page.all("[data-commentapp]") and not page.all('[data-commentapp="forums"]'):
        thread.article = True
        if thread.expected is not None:
            thread.expected -= 1  # what opens the discussion is no post
        thread.comments[0].role = "comment"


_thread = thread_of(
    current=".ipsPagination_active, .ipsPagination__active",
    title="h1.ipsType_pageTitle .ipsType_break, .ipsPageHeader__title",
)

_FOUR = Rules(
    posts='article[id^="elComment_"]',
    body=('[data-role="commentContent"]',),
    author=(
        ".cAuthorPane_author [itemprop='name']",
        ".cAuthorPane_author a[href*='profile']",
        ".cAuthorPane_author",
        ".ipsEntry__username > :not(.ipsEntry__group)",
        ".ipsEntry__username",
        ".ipsComment_author .ipsType_sectionHead",
        ".ipsComment_author h3",
        ".ipsComment_author strong a",
        ".ipsComment_meta a[href*='profile']",
    ),
    user=user_of,
    date=(".ipsComment_meta time", ".ipsEntry__date time", "time[datetime]"),
    permalink=(
        ".ipsComment_meta a[href*='comment']",
        ".ipsEntry__date a[href]",
        "a[data-role='shareComment']",
        "a[href*='findComment']",
    ),
    score=(".ipsReact",),
    points=_reacted,
    drop="[data-excludequote], .ipsComment_edited, [data-role='memberSignature'], "
    ".ipsQuote_expand, .ipsEntry__group, .ipsModerationBadge",
    quote=".ipsQuote > .ipsQuote_contents, .ipsQuote > div:not([class]), "
    ".ipsQuote:not(:has(> .ipsQuote_contents)):not(:has(> div:not([class])))",
    quoted=_quoted,
    native=_COMMENT,
    depths=flat,
    gone=".ipsComment_deleted, .ipsEntry--deleted",
    hidden="article.ipsModerated, article.ipsHide, article.ipsEntry--moderated, "
    "article.ipsComment_ignored",
    marker=re.compile(r"""id=(?<=\sid=)["']elComment_\d{1,20}["']"""),
    expected=with_replies,
    article=False,
    finish=_finish,
)

_THREE = Rules(
    posts="div.post_block",
    body=(".entry-content", ".post"),
    author=(".author.vcard .fn", ".author.vcard", ".post_username", "h3 .author"),
    author_url=(".author.vcard a[href]", ".post_username a[href]"),
    user=user_of,
    when=dated,
    date=(".posted_info abbr.published", ".posted_info abbr", ".posted_info", "abbr.published"),
    permalink=(".post_id a[href]", "a[rel='bookmark']"),
    score=(".reputation .number", ".rep_bar .number", ".reputation"),
    drop="p.edit, .signature, .attachment_list, .rep_bar, .ipsLikeBar, .post_controls",
    quote="blockquote.ipsBlockquote, div.blockquote > .quote, div.quotemain, blockquote.quote",
    quoted=_quoted_before,
    native=_BLOCK,
    depths=flat,
    gone=".post_block.deleted, .post_deleted",
    hidden=".post_block.post_ignore, .post_ignore, .post_block.moderated",
    marker=re.compile(r"""id=["']post_id_\d"""),
    expected=_with_opening,
    article=False,
    finish=thread_of(number=".post_id", current=".pagination .active", title=".ipsType_pagetitle"),
)

_TWO = replace(
    _THREE,
    posts=_posts_before,
    body=("div.postcolor, td#QUOTE",),
    author=(".normalname", ".unreg"),
    author_url=(".normalname a[href]",),
    date=(".postdetails",),
    permalink=("a[href*='findpost']", "a[href*='#entry']"),
    score=(),
    drop=".edit, .signature",
    quote="div.quotemain, #QUOTE, .quote_top + .quote",
    ids=('.postcolor[id^="post-"]', 'a[name^="entry"]', "a[href*='findpost']"),
    marker=re.compile(r"""class=["']postcolor\b(?!["']><!--QuoteEEnd)"""),
    expected=(),
    finish=thread_of(number="a[href*='findpost']", current=".pagecurrent", anchor="entry{}"),
)

_PLAIN = replace(
    _TWO,
    posts=".postwrapper:has(.postname)",
    body=(".postcontent",),
    author=(".postname",),
    author_url=(".postname a[href]",),
    date=(".postdate",),
    permalink=(),
    ids=(),
    marker=re.compile(r"""class=["']postwrapper\b"""),
    finish=thread_of(current=".ipbpagespan b", title="#largetext > a"),
)

FAMILY = Family(
    marks=("elcomment_", "post_block", "postcolor", "postwrapper"),
    read=best(
        lambda page: read_rules(page, _FOUR),
        lambda page: read_rules(page, _THREE),
        lambda page: read_rules(page, _TWO),
        lambda page: read_rules(page, _PLAIN),
    ),
)
