"""Read Drupal comments: "Ann | 3 May 2020" or "Submitted by Ann on DATE", then the text.

Its own themes print name, date and "Permalink" in three rows.
Answers print "In reply to Words of the title by Ann" below their text; a page that prints one shows
all. inscriptis keeps the indentation, which is exact where there is any. Last seen: 2025.
Not read: titles of comments (they stay above the header), votes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.accents import either
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.addresses import shows_address
from threadgraph.layouts._heads.byline_deeds import DASH
from threadgraph.layouts._heads.bylines import Byline, bylines
from threadgraph.layouts._heads.subjects import tops
from threadgraph.layouts._heads.telling import before_footer, in_discussion, past_heading
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.outline import Row, plain, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import IN_REPLY_BELOW, PERMALINK

__all__ = ["LAYOUT"]

WHOLE = 0.6
"""Share of the headers that have a text below."""

DASHES = ("-", "–", "—")
MIN_TITLE = 8
"""Letters of a title from which on it tells a post from others."""

# "Submitted by Ann": its own words, in the languages of its comments
_DRUPAL = re.compile(
    either(
        rf"^(?:{PERMALINK}\s)?(?:submitted|verfasst|gespeichert|eingereicht|soumis|enviado|"
        r"inviato|ingediend|ingezonden|innsendt|indsendt|inskickad|wysłane|отправлено|опубликовано|"
        r"опубліковано|надіслано|vložila?|odoslala?|beküldte|lähettänyt|trimis|υποβλήθηκε|"
        r"публикувано|изпратено)\b"
    ),
    re.IGNORECASE,
)

_LINK = re.compile(either(PERMALINK), re.IGNORECASE)

# "Comment by Ann": no byline of an article says so
_COMMENT = re.compile(
    either(
        r"^(?:comment(?:ed)? (?:by|from)|kommentar (?:von|av|af)|commentaire (?:par|de)|"
        r"(?:comentario|comentário) (?:por|de)|commento (?:da|di)|reactie (?:van|door))\b"
    ),
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    heads = [h for h in page.once(bylines) if _may_open(table[h.first])]
    three = [h for h in heads if _has_link(table, h)]
    found = three if len(three) > 1 else _alike([h for h in heads if _fits(h)])
    places = [(head.first, head.last) for head in found]
    found = found[past_heading(table, places) : before_footer(table, places)]
    if len(found) < 2:  # noqa: PLR2004 - one is the article's own
        return None
    levels = sorted({table[head.first].indent for head in found})
    depths = {indent: depth for depth, indent in enumerate(levels)} if len(levels) > 1 else {}
    if any(_inside_items(table, a.first, b.first) for a, b in pairwise(found)):
        depths = {}
    first = tops(table, [(h.first, h.last, h.name) for h in found])
    starts = [
        Start(row=n, head=h, depth=depths.get(table[h.first].indent))
        for n, h in zip(first, found, strict=True)
    ]
    end = end_of_list(page, found[-1].last, levels[0])
    records = cut(page, starts, end)
    if not depths and any(record.label for record in records):
        records = _labelled(page, records)
    whole = sum(bool(record.body) for record in records)
    if whole < WHOLE * len(records) or not _told(table, found, records, end):
        return None
    worded = all(_COMMENT.match(table[head.first].text) for head in found)
    start, records = begin_of(page, records, first[0])
    return Parse(
        records=tuple(records),
        start=start,
        marks=len(found) + sum(bool(record.label) for record in records) - (not worded),
        regularity=0.3 + 0.65 * whole / len(records),
    )


def _inside_items(table: Sequence[Row], first: int, end: int) -> bool:
    """Tell a header further in than the items of its own text: it stands in an item itself."""
    indent = table[first].indent
    return any(row.mark and row.indent < indent for row in table[first + 1 : end])


def _told(
    table: Sequence[Row], found: Sequence[Byline], records: Sequence[Record], end: int
) -> bool:
    """Tell comments from teasers of articles, which have names and dates as well."""
    if (
        any(record.label for record in records)
        or _has_link(table, found[0])
        or found[0].verb == DASH
        or _DRUPAL.match(table[found[0].first].text)
        or all(shows_address(table[head.last].text) for head in found)
    ):
        return True
    return in_discussion(table, [head.first for head in found], end)


def _labelled(page: TextPage, records: list[Record]) -> list[Record]:
    """Give depths where the labels decide them: no label is the top, a title tells which post.

    "In reply to First words of a text by Ann" names the post even where Ann wrote several. The
    depth counts only while the post is still open in the threaded order, else the label stays.
    """
    found: list[Record] = []
    open_posts: list[Record] = []
    for record in records:
        if record.label is None:
            placed = record._replace(depth=0, evidence=record.header[0])
        else:
            parent = _parent(page, record, open_posts)
            placed = record if parent is None else record._replace(depth=parent + 1)
        found.append(placed)
        if placed.depth is None:
            open_posts = []
        else:
            del open_posts[placed.depth :]
            open_posts.append(placed)
    return found


def _parent(page: TextPage, record: Record, open_posts: list[Record]) -> int | None:
    """Give the depth of the one open post by the label's name whose text begins with its title."""
    shown = record.evidence
    match = IN_REPLY_BELOW.match(plain(page.text[shown.start : shown.end])) if shown else None
    title = _folded(match["title"] or "") if match else ""
    if len(title) < MIN_TITLE:
        return None
    fitting = [
        depth
        for depth, post in enumerate(open_posts)
        if post.author == record.label and post.body and _begins(page, post, title)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _begins(page: TextPage, post: Record, title: str) -> bool:
    begin, end = post.body[0]
    return _folded(plain(page.text[begin : min(end, begin + 400)])).startswith(title)


def _folded(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _fits(head: Byline) -> bool:
    return head.form == "by" or (head.form in ("named", "aged", "says") and head.date is not None)


def _has_link(table: Sequence[Row], head: Byline) -> bool:
    """Tell name, date and "Permalink" in rows of their own."""
    rows = table[head.first : head.last + 1]
    return head.form == "two" and any(_LINK.fullmatch(row.text) for row in rows)


def _may_open(row: Row) -> bool:
    """Tell what is no item, and not signed behind a dash."""
    return not row.mark and row.text[:1] not in DASHES


def _alike(found: list[Byline]) -> list[Byline]:
    """Keep the page's own form; an article's byline of another form is none of them."""
    counts = Counter((h.form, h.verb) for h in found if h.form != "says")
    form, many = counts.most_common(1)[0] if counts else (("", ""), 0)
    if many < 3 and not (form[0] == "by" or form[1]):  # noqa: PLR2004 - "Ann 3 May 2020" alone
        return []
    own = [h.first for h in found if (h.form, h.verb) == form]
    return [h for h in found if (h.form, h.verb) == form or (h.form == "says" and own[0] < h.first)]


LAYOUT = Layout(
    description="Drupal: 'Name | date' or 'Submitted by Name on date', 'In reply to ... by Name'",
    parents="labels",
    telling=0,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
    bare=True,
)
