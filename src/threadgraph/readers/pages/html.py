"""Read a page of HTML: an article with its readers' comments, or a thread of a forum.

The markup of the comment system says who wrote what, when, and in answer to whom (see
`threadgraph.markup`); the article's text is what Resiliparse takes for the page's main content
before the first post. Nothing that the page links to is fetched; no script runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timezone

from threadgraph.addresses import plain_url
from threadgraph.dates import TIMED, Moment, read_dates
from threadgraph.markup import Found, choose
from threadgraph.markup._about import complete
from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._meta import Meta, read_meta, site_shared
from threadgraph.markup._places import places_of
from threadgraph.markup._values import absolute
from threadgraph.markup._zones import zone_shared
from threadgraph.readers._article import article_text
from threadgraph.readers._article_edges import above_comments, below_title
from threadgraph.readers._base import PageReader
from threadgraph.readers._by_text import begins_at, found_by_text
from threadgraph.readers._charset import decode_html
from threadgraph.readers._html_problems import problems_of
from threadgraph.readers._html_source import HtmlSource
from threadgraph.readers._lost import Lost, expected_posts, lost_of, with_cut
from threadgraph.readers._prescan import scan, surely_harmless
from threadgraph.readers._report import Report, report
from threadgraph.records import Outcome, Page, RawDocument, RawPost, RawQuote, RawSpan
from threadgraph.text import CONTROLS, refuse_binary

__all__ = ["READER"]

STEP = 17
"""Every so many bytes of a page are looked at to see if it is text; odd, for texts of two bytes."""

_TAGS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|script|div|p|table|ul|ol|li|span|a)\b",
    re.IGNORECASE,
)
_EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00\Z", re.ASCII)
# each part is taken once (`(?>`): comments that could end in several places cost no more
_DOCTYPE = re.compile(
    rb"""\A(?:\xef\xbb\xbf)?\s*+
    (?>(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->)\s*+){0,5}+
    <(?:!doctype\s+html|html|head)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def _sniff(head: bytes, name: str) -> float:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    if _DOCTYPE.match(head):
        return 0.97
    tags = sum(1 for _ in _TAGS.finditer(head))
    if name.lower().endswith((".html", ".htm", ".xhtml", ".html.gz", ".html.zst")):
        return 0.95 if tags else 0.3
    if not tags or not head.lstrip().startswith(b"<"):
        return 0.2 if tags else 0.0
    return 0.85


def _read(data: bytes) -> Page:
    return _understood(data)[0]


def _report(data: bytes) -> Report:
    read, page, ranked = _understood(data)
    return report(page, ranked, len(read.posts))


def _understood(data: bytes) -> tuple[Page, HtmlPage, list[Found]]:
    """Give what was read, with the tree and all that was found in it."""
    source = HtmlSource.of(data)
    refuse_binary(data, source.charset.html if _has_controls(source.charset.source) else "")
    page = source.page()
    meta = read_meta(page)
    ranked = choose(page) or _by_text(source)
    best = ranked[0] if ranked else None
    comments = best.thread.comments if best else []
    meta = complete(page, meta, best.thread if best else None)
    places = places_of(page, comments)
    posts = [*_article(source, page, meta, best, places)]
    first = len(posts)
    if best:
        posts += _posts(data, best.thread, places, first, meta)
    lost = lost_of(page, source, best)
    if lost.cut:
        posts = with_cut(source, posts)
    document = _document(meta, ranked, posts, expected_posts(page, best), lost)
    read = Page(
        document=document,
        posts=tuple(posts),
        spans=tuple(_spans(len(data), places, first)),
        problems=tuple(problems_of(source, best, posts, document.expected_post_count, lost)),
        quotes=tuple(_quotes(comments, first)),
    )
    return read, page, ranked


def _by_text(source: HtmlSource) -> list[Found]:
    found = found_by_text(source.html)
    return [found] if found else []


def _has_controls(source: bytes) -> bool:
    """Tell by a part of a page's bytes whether there can be many control characters."""
    part = source[::STEP]
    return len(part.translate(None, CONTROLS)) < len(part)


def _risk(data: bytes) -> str | None:
    charset = decode_html(data)
    return None if surely_harmless(charset.source) else str(scan(charset.html))


def _article(
    source: HtmlSource, page: HtmlPage, meta: Meta, best: Found | None, places: Sequence[int | None]
) -> Iterator[RawPost]:
    if best and not best.thread.article:
        return
    known = [place for place in places if place is not None]
    end = min(known, default=None)
    if best and end is None:
        end = begins_at(source.data, source.charset.encoding, best.thread.comments[0])
    text = article_text(source.until(end), page.classes)
    if text:
        yield RawPost(
            position=0,
            role="article",
            text=below_title(above_comments(text), _title(best, meta), meta.author),
            author_name=meta.author,
            created_text=meta.published_text,
            created_at=_utc(meta.published_at),
            created_precision=_precision(meta.published_at)
            if meta.published_at
            else read_dates([meta.published_text], None, meta.language)[0].precision,
        )


def _posts(
    data: bytes, thread: Thread, places: Sequence[int | None], first: int, meta: Meta
) -> Iterator[RawPost]:
    comments = thread.comments
    known = all(comment.moment for comment in comments)
    dates = [None if known else comment.date for comment in comments]
    zone = thread.zone or (None if known else zone_shared(c.moment for c in comments))
    moments = read_dates(dates, zone, meta.language)
    for number, (comment, moment) in enumerate(zip(comments, moments, strict=True)):
        at, precision = _created(comment, moment, zone)
        place = places[number]
        yield RawPost(
            position=first + number,
            role=comment.role,
            text=comment.text,
            status=comment.status,
            depth=comment.depth,
            author_name=comment.author,
            author_state=None if comment.role == "article" else comment.author_state or "missing",
            author_native_id=comment.author_native_id,
            author_url=_address(meta, comment.author_url),
            created_text=comment.date or comment.moment,
            created_at=at,
            created_precision=precision,
            parent_label=comment.label,
            native_id=comment.native_id,
            native_parent_id=comment.native_parent_id,
            url=_address(meta, comment.url),
            score=comment.score,
            evidence_start=place,
            evidence_end=None if place is None else data.find(b">", place) + 1,
            extra=json.dumps(comment.extra, ensure_ascii=False, sort_keys=True)
            if comment.extra
            else None,
        )


def _address(meta: Meta, href: str | None) -> str | None:
    """Give where a link of the page leads; one to the page's own top leads nowhere."""
    full = absolute(meta.base, href) if href and href[-1] != "#" else None
    return plain_url(full) if full else None


def _created(
    comment: Comment, moment: Moment, zone: timezone | None
) -> tuple[str | None, str | None]:
    """Give when a post was written, in UTC, and what its date tells.

    A time without a zone is of the one that the page states for all.
    """
    if comment.moment:
        precision = _precision(comment.moment)
        at = _utc(comment.moment, zone if precision in TIMED else None)
        return at, precision if at else "ambiguous"
    return moment.at.isoformat() if moment.at else None, moment.precision


def _utc(moment: str | None, zone: timezone | None = None) -> str | None:
    """Give the moment in UTC; one without a zone is read as of this zone, else as UTC.

    None where UTC has no such moment, as at the beginning of year 1 in the east.
    """
    if moment is None or _EXACT.match(moment):
        return moment
    at = datetime.fromisoformat(moment)
    try:
        at = (at.replace(tzinfo=zone or UTC) if at.tzinfo is None else at).astimezone(UTC)
    except OverflowError:
        return None
    return at.isoformat()


def _precision(moment: str) -> str:
    """Give what an ISO 8601 moment tells, by its length: "2020-03-01T10:00"."""
    if len(moment) <= len("2020-03-01"):
        return "day"
    return "second" if moment[len("2020-03-01T10:00") :].startswith(":") else "minute"


def _quotes(comments: Sequence[Comment], first: int) -> Iterator[RawQuote]:
    for position, comment in enumerate(comments, first):
        for quote in comment.quotes:
            yield RawQuote(
                position=position,
                text_start=quote.start,
                text_end=quote.end,
                native_id=quote.native_id,
                author=quote.author,
            )


def _spans(size: int, places: Sequence[int | None], first: int) -> Iterator[RawSpan]:
    """Cut the page where posts begin; what stands before the first is nobody's."""
    done, owner = 0, None
    for position, place in enumerate(places, first):
        if place is not None and place > done:
            yield RawSpan(done, place, "markup", owner)
            done = place
        if place == done:
            owner = position
    if size > done:
        yield RawSpan(done, size, "markup", owner)


def _document(
    meta: Meta,
    ranked: Sequence[Found],
    posts: Sequence[RawPost],
    expected: int | None,
    lost: Lost,
) -> RawDocument:
    best = ranked[0] if ranked else None
    article = posts[0] if posts and posts[0].role == "article" else None
    outcome: Outcome = "discussion" if best else "unclear" if lost.unclear else "none"
    second = ranked[1] if len(ranked) > 1 else None
    extra: dict[str, object] = {}
    if second:
        extra["runner_up"] = {"layout": second.name, "score": second.score}
    if best and best.beside:
        extra["beside"] = best.beside
    return RawDocument(
        outcome=outcome,
        layout=best.name if best else None,
        layout_score=best.score if best else None,
        title=_title(best, meta),
        url=meta.url,
        site=meta.site or site_shared(post.url for post in posts),
        language=meta.language,
        published_text=meta.published_text or (article.created_text if article else None),
        published_at=_utc(meta.published_at) or (article.created_at if article else None),
        captured_at=meta.captured_at,
        expected_post_count=expected,
        extra=json.dumps(extra, sort_keys=True) if extra else None,
    )


def _title(best: Found | None, meta: Meta) -> str | None:
    return (best.thread.title if best else None) or meta.title


READER = PageReader(
    description="a page of HTML: an article with comments, or a forum's thread",
    sniff=_sniff,
    read=_read,
    risk=_risk,
    report=_report,
)
