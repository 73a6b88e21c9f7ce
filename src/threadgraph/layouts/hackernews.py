"""Read Hacker News, old and new markup (last seen 2024).

A post's header is one line: "ann 12 days ago | link" (old; "3 points by ann" before 2011) or
"ann on Dec 27, 2023 | root | parent | prev | next [-]" (new). The old one shows no nesting, but
that of 2009 tells by "parent" what is no answer. The new one does in part: without "parent" a
comment is at top level, without "root" its parent is, and without "prev" it answers the comment
right above; where that is not enough the depth stays unknown. The story is the page's article.
Where an extractor dropped the headers but not the story's line, wider gaps part the comments, if
there are as many as the line says; else the page stays `unclear`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.story import title_above

__all__ = ["LAYOUT"]

MAX_HEADER = 160
MAX_ABOVE = 20
_HINTS = ("| link", "| [link]", "next")
_DATE = r"(?:on [A-Z][a-z]{2,4} \d{1,2}, \d{4}|\d{1,4} (?:minute|hour|day|month|year)s? ago)"
# "3 points by ann 12 days ago | link | parent"
# "ann 12 days ago | link : her text", "| | ann on Dec 27, 2023 | root | parent | next [–]"
_HEADER = re.compile(
    rf"^(?:\|\s*){{0,4}}(?:\*\s+)?(?:(?:-?\d{{1,4}} points? by )?"
    rf"(?P<name>[\w-]{{2,20}})\s+)?(?P<date>{_DATE})\s*"
    r"(?:\[(?:flagged|dead)\]\s*){0,2}\|\s*"
    r"(?P<nav>link|(?:root|parent|prev|next|context|favorite|un-favorite|flag|vouch|hide)\b"
    r"(?:\s*\|\s*(?:root|parent|prev|next|context|favorite|un-favorite|flag|vouch|hide)\b){0,8})"
    r"(?:\s*\|\s*(?:link|parent)\b){0,2}\s*"
    r"(?:\[{1,2}(?:[–-]|\d{1,4} more)\]{1,2}(?:\(javascript:[^|]{0,30})?)?"
)
# "-----", "---|---|---", "reply", "More"
_CHROME = re.compile(r"^(?:\\?-{3,9}|[-|\s]{3,40}|\||reply|more|\[[–-]\])$", re.IGNORECASE)
# "Guidelines | FAQ | Lists | API | ...", "Lists | RSS | Bookmarklet | ...", "Search:"
_FOOTER = re.compile(r"^(?:(?:Guidelines|Lists|Consider applying)\b.{0,40}(?:FAQ|RSS|YC)|Search:)")


# "89 points by ann on Dec 26, 2023 | hide | past | favorite | 137 comments"
_STORY = re.compile(
    rf"^\d{{1,5}} points? by [\w-]{{2,20}} {_DATE}\s?\|"
    r".{0,60}?(?:\b(\d{1,5})\scomments?\b|\b(?:comments|discuss)$)"
)
_SITE = "Hacker News"
UNTOLD = 0.3
"""What a page is worth whose story is certain, its comments not."""
FEWEST, MOST = 0.8, 1.1
"""Gaps a comment, where gaps tell the comments: some were dropped whole, some have gaps inside."""


def _parse(page: TextPage) -> Parse | None:
    if "|" not in page.dense:
        return None
    rows = page.once(outline.rows)
    found = list(_headers(page, rows)) if any(s in page.dense for s in _HINTS) else []
    story = _story(rows) if " points by " in page.dense or " point by " in page.dense else None
    if not found:
        return None if story is None else _without_headers(page, rows, *story)
    depths = _depths([match for _, match, _ in found])
    heads = [
        Head(
            first=number,
            last=number,
            author=match["name"],
            date=match["date"].removeprefix("on "),
            depth=depth,
            evidence=page.lines[rows[number].first].content if depth is not None else None,
            start=start,
        )
        for (number, match, start), depth in zip(found, depths, strict=True)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    if story is None:  # a page of "more comments" has nothing but the bar above
        bare = all(row.text.startswith(_SITE) for row in rows[: heads[0].first])
        return replace(parse, front=() if bare else None)
    return replace(parse, expected=story[1], title=title_above(page, rows, story[0]))


def _story(rows: Sequence[Row]) -> tuple[int, int | None] | None:
    """Give the row of the story's line, near the top, and the number of comments in it, if any."""
    for number, row in enumerate(rows[:MAX_ABOVE]):
        match = _STORY.match(row.text) if len(row.text) <= MAX_HEADER else None
        if match:
            return number, int(match[1]) if match[1] else None
    return None


def _without_headers(
    page: TextPage, rows: Sequence[Row], story: int, count: int | None
) -> Parse | None:
    """Begin a comment at each wider gap; without those give what follows the story as one."""
    if story + 1 >= len(rows) or not count:
        return None
    whole = [Head(first=story, last=story)]
    stop = stop_at(rows, whole, _FOOTER)
    begins = [number for number in range(story + 1, stop) if rows[number].gap > 1]
    told = FEWEST * count <= len(begins) <= MOST * count
    heads = [Head(first=number, last=number - 1) for number in begins] if told else whole
    parse = parse_heads(page, rows, heads, stop, _is_chrome)
    return replace(
        parse,
        regularity=parse.regularity if told else UNTOLD,
        expected=count,
        marks=count,
        title=title_above(page, rows, story),
    )


def _headers(
    page: TextPage, rows: Sequence[Row]
) -> Iterator[tuple[int, re.Match[str], int | None]]:
    """Give the rows that are headers, and where the text begins if it stands on the same line."""
    for number, row in enumerate(rows):
        if "|" not in row.text[:MAX_HEADER]:
            continue
        match = _HEADER.match(row.text)
        if match is None:
            continue
        rest = row.text[match.end() :].strip(" |")
        line = page.lines[row.last]
        if not rest:
            yield number, match, None
        elif match["nav"] == "link" and row.text.endswith(rest) and line.text.endswith(rest):
            yield number, match, line.end - len(rest)


def _depths(headers: Sequence[re.Match[str]]) -> list[int | None]:
    """Read the depths out of the links that the new markup shows."""
    depths: list[int | None] = []
    answers = any(match[0].endswith("parent") for match in headers)
    highest = -1  # what the depth of the post above can be at most
    for match in headers:
        shown = set(match["nav"].split()) - {"|"}
        above = depths[-1] if depths else None
        if shown == {"link"}:
            top = answers and not match[0].rstrip().endswith("parent")
            depths.append(0 if top else None)
            highest = 0 if top else 1 << 30
            continue
        if "parent" not in shown:
            depth, highest = 0, 0
        elif "root" not in shown:
            depth, highest = 1, 1
        elif "prev" not in shown:
            depth = None if above is None else above + 1
            highest += 1
        else:
            depth = 2 if highest == 2 else None  # noqa: PLR2004 - a sibling below the root
        depths.append(depth)
    return depths


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 60 and (not row.text or bool(_CHROME.match(row.text)))  # noqa: PLR2004


LAYOUT = Layout(
    description="Hacker News: 'name 2 days ago | link', in part nested",
    parents="nesting",
    parse=_parse,
)
