"""Read a page as plain text, as corpora such as DCLM, Dolma and Common Crawl WET hold it.

The page is an article with its readers' comments, after a tool took the text out of the HTML.
What the tool left of the comment system's marks decides the layout (see `threadgraph.layouts`).
Not read: markup (HTML has its own reader) and encodings other than UTF-8 and UTF-16.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count, repeat
from operator import itemgetter

from threadgraph.dates import Moment, read_dates
from threadgraph.gone import gone
from threadgraph.layouts import FLOOR, MARKS_FLOOR, Scored, choose
from threadgraph.layouts._base import Record
from threadgraph.layouts._boards.quotes import page_quotes
from threadgraph.layouts._text.article import Article, read_article, read_front, read_story
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.zone import zone_told
from threadgraph.layouts._verdict.clues import clues
from threadgraph.layouts._verdict.survey import survey
from threadgraph.names import author_state, is_role
from threadgraph.readers._base import PageReader
from threadgraph.readers._counted import expected_posts
from threadgraph.readers._report import TextReport
from threadgraph.readers._spans import Piece, tile
from threadgraph.readers._text_problems import (
    bad_characters,
    fewer_posts,
    found_in_layout,
    not_credible,
    unparsed,
)
from threadgraph.records import (
    AuthorState,
    Outcome,
    Page,
    Problem,
    RawDocument,
    RawPost,
    Status,
)
from threadgraph.text import Decoded, decode
from threadgraph.tuples import maker

__all__ = ["READER"]

MAX_LINES = 500_000
"""Lines of a page; the longest threads that are printed on one page have some ten thousand."""

_LINKS = frozenset(
    "thread parent permalink link advertisement anzeige werbung anuncio publicité publicidad "
    "pubblicità reklam реклама".split()
)
_COUNT = re.compile(r"\d{1,3}$")
_SOMEBODY = frozenset(("admin", "me"))
"""Words of controls ("Me gusta") that people call themselves as well."""


def _sniff(head: bytes, name: str) -> float:
    if head.count(0) > len(head) // 4 and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0.1
    return 0.9 if name.endswith((".txt", ".text")) else 0.5


def _read(data: bytes) -> Page:
    decoded = decode(data)
    lines = decoded.text.count("\n") + decoded.text.count("\r")
    if lines > MAX_LINES:
        return _unread(decoded, lines)
    page = TextPage(decoded.text)
    ranked = choose(page)
    best = ranked[0] if ranked and ranked[0].score >= FLOOR else None
    records = best.parse.records if best else ()
    article = _before(page, best)
    published = _published(page, article, records)
    first = _article_post(page, article, published)
    posts = [*first, *_posts(page, decoded, records, len(first))]
    pieces = _with_sidebars(_pieces(article, records), page.beside)
    spans, left = tile(decoded, pieces)
    outcome = _outcome(ranked, best)
    problems = list(bad_characters(decoded))
    problems += found_in_layout(decoded, best) if best else ()
    problems += [not_credible(decoded, ranked[0])] if outcome == "unclear" else ()
    problems += [unparsed(decoded, place) for place in left]
    expected = expected_posts(page, article, ranked)
    if outcome != "unclear":
        problems += fewer_posts(decoded, expected, len(records))
    document = RawDocument(
        outcome=outcome,
        layout=best.name if best else None,
        layout_score=best.score if best else None,
        title=article.title,
        published_text=article.published_text,
        published_at=published.at and published.at.isoformat(),
        expected_post_count=expected,
        extra=_extra(article, ranked, best),
    )
    return Page(
        document=document,
        posts=tuple(posts),
        spans=tuple(spans),
        problems=tuple(problems),
        quotes=page_quotes(posts),
    )


def _report(data: bytes) -> TextReport:
    page = TextPage(decode(data).text)
    found, without = survey(page, choose(page)) if len(page.lines) <= MAX_LINES else ((), ())
    told = () if found else clues(page)
    return TextReport(found=tuple(found), without=tuple(without), clues=tuple(told))


def _unread(decoded: Decoded, lines: int) -> Page:
    """Keep a text of very many lines as an article: no page has them, and layouts need memory."""
    text = decoded.text
    body = Segment(len(text) - len(text.lstrip()), len(text.rstrip()))
    filled = body.end > body.start
    spans, _ = tile(decoded, [(body, "article", 0)] if filled else [])
    told = Problem(
        code="TG127",
        reason=f"{lines} lines are more than the {MAX_LINES} a page may have; no layout was tried",
        span_start=0,
        span_end=decoded.byte_count,
    )
    return Page(
        document=RawDocument(outcome="unclear"),
        posts=(RawPost(position=0, role="article", text=text[body.start : body.end]),) * filled,
        spans=tuple(spans),
        problems=(*bad_characters(decoded), told),
    )


def _before(page: TextPage, best: Scored | None) -> Article:
    """Read what stands before the discussion: an article, or a thread's title."""
    if best is None:
        return read_article(page, len(page.text))
    parse = best.parse
    if parse.front is not None:
        return read_front(page, parse.start, parse.front)
    if parse.title is not None and parse.title.end <= parse.start:
        return read_story(page, parse.start, parse.title)
    return read_article(page, parse.start)


def _outcome(ranked: list[Scored], best: Scored | None) -> Outcome:
    if best:
        return "discussion"
    return "unclear" if ranked and ranked[0].score >= MARKS_FLOOR else "none"


def _extra(article: Article, ranked: list[Scored], best: Scored | None) -> str | None:
    second = next((s for s in ranked if s is not best), None)
    fields = {
        "byline": article.byline,
        "source_line": article.source_line,
        "runner_up": {"layout": second.name, "score": second.score} if second else None,
    }
    shown = {key: value for key, value in fields.items() if value is not None}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True) if shown else None


def _published(page: TextPage, article: Article, records: Sequence[Record]) -> Moment:
    """Read the article's date; the posts' dates may tell the day from the month."""
    dates = [article.published_text, *(record.date for record in records)]
    return read_dates(dates if article.published_text else dates[:1], page.once(zone_told))[0]


def _article_post(page: TextPage, article: Article, published: Moment) -> list[RawPost]:
    if not article.body:
        return []
    return [
        RawPost(
            position=0,
            role="article",
            text=_join(page, article.body),
            author_name=article.author,
            created_text=article.published_text,
            created_at=published.at and published.at.isoformat(),
            created_precision=published.precision,
        )
    ]


def _join(page: TextPage, segments: Sequence[Segment]) -> str:
    if len(segments) == 1:
        return page.text[segments[0].start : segments[0].end]
    return "".join([page.text[start:end] for start, end in segments])


def _posts(
    page: TextPage, decoded: Decoded, records: Sequence[Record], first: int
) -> Iterable[RawPost]:
    """Make the posts column by column: what `columns` does not name is None."""
    if not records:
        return ()
    bodies, _, _, authors, states, dates, labels, depths, shown, roles, statuses = zip(
        *records, strict=True
    )
    names = [None if not name or _nobody(name) else name for name in authors]
    moments = read_dates(dates, page.once(zone_told))
    texts = [_join(page, body) for body in bodies]
    offsets = _offsets(decoded, [place for place in shown if place is not None])
    columns: dict[str, Iterable[object]] = {
        "position": count(first),
        "role": roles,
        "text": texts,
        "status": map(_status, texts, statuses),
        "depth": depths,
        "author_name": names,
        "author_state": map(_state, names, states),
        "created_text": dates,
        "created_at": [moment.at and moment.at.isoformat() for moment in moments],
        "created_precision": [moment.precision for moment in moments],
        "parent_label": labels,
        "evidence_start": [place and offsets[place.start] for place in shown],
        "evidence_end": [place and offsets[place.end] for place in shown],
    }
    rows = zip(*(columns.get(name, repeat(None)) for name in RawPost._fields), strict=False)
    return map(maker(RawPost), rows)


def _status(text: str, status: Status) -> Status:
    """Tell a post whose whole text says that it was deleted or removed."""
    return gone(text) or status if status == "complete" else status


def _offsets(decoded: Decoded, segments: Sequence[Segment]) -> dict[int, int]:
    """Give the bytes at which the segments begin and end."""
    places = sorted({place for segment in segments for place in segment})
    return dict(zip(places, decoded.byte_offsets(places), strict=True))


@lru_cache(maxsize=KEPT)
def _nobody(name: str) -> bool:
    """Tell what is in the place of a name: "Neues Mitglied", "(Thread)", "54"; not "Me"."""
    if " " in name:
        return is_role(name)
    word = name.strip("()[]").lower()
    return (
        word in _LINKS
        or _COUNT.match(name) is not None
        or (is_chrome(name) and word not in _SOMEBODY)
    )


def _state(name: str | None, state: AuthorState) -> AuthorState:
    """Tell a name from what stands for people without one."""
    if state != "named":
        return state
    return "missing" if name is None else author_state(name)


def _pieces(article: Article, records: Sequence[Record]) -> list[Piece]:
    first = 0 if article.body else None
    pieces: list[Piece] = [(place, "header", first) for place in article.header]
    pieces.extend([(place, "chrome", None) for place in article.chrome])
    pieces.extend([(place, "article", first) for place in article.body])
    for position, record in enumerate(records, bool(article.body)):
        pieces.extend([(place, "header", position) for place in record.header])
        pieces.extend([(place, "body", position) for place in record.body])
        pieces.extend([(place, "chrome", None) for place in record.chrome])
    pieces.sort(key=itemgetter(0))
    return pieces


def _with_sidebars(pieces: list[Piece], beside: Sequence[Segment]) -> list[Piece]:
    """Add as chrome what stands in no piece, and in no line's content."""
    ends = [end for (_, end), _, _ in pieces]
    added: list[Piece] = []
    for part in beside:
        after = bisect_right(ends, part.start)
        if after == len(pieces) or pieces[after][0].start >= part.end:
            added.append((part, "chrome", None))
    return sorted([*pieces, *added], key=itemgetter(0)) if added else pieces


READER = PageReader(
    description="a page as plain text: an article with comments",
    sniff=_sniff,
    read=_read,
    report=_report,
)
