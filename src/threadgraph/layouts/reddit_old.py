"""Read old.reddit.com (last seen 2024): "[–]name 12 points 3 years ago (2 children)".

Posts stand in preorder and each header counts the posts below it, "load more comments (3 replies)"
included: the counts give the tree, in each thread that begins with a post without the button
"parent" where buttons are left. Where they do not nest, the indentation tells, else no depth is
given. What a cut page lacks at its end is no contradiction. The submission is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._heads.reddit_tree import Shown, depths_by_count
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.columns import depths_of
from threadgraph.layouts._text.outline import Row, plain
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.story import story_line, title_above
from threadgraph.layouts._text.words import AGE

__all__ = ["LAYOUT"]

MAX_ROW = 240
MAX_WRAPPED = 4
_POINTS = r"-?\d[\d.,]{0,6}[kK]? ?points?(?![a-z])"
# "[–]ann_lee[S] 11 points12 points13 points 3 years ago* (2 children)", "[+]bob Baker 2 points ..."
_HEADER = re.compile(
    r"^(?:\W{0,6})\[[–—+-]\]\s*(?P<name>\[deleted\]|\[removed\]|[\w-]{3,40}?)"
    rf"(?=[^\w-]|{_POINTS}|$)(?P<rest>.{{0,180}}?)"
    rf"(?:\((?P<count>\d{{1,5}}) (?:child(?:ren)?|kind(?:er)?|enfants?|hijos?|filhos?)\)"
    rf"|(?<=\bago)\*?)\s*$"
)
_POINT = re.compile(rf"{_POINTS}|\[score hidden\]")
_OPENING = re.compile(r"^\W{0,6}\[[–—+-]\]")
# "[[–]](javascript:void\(0\))", "[(1 child)](javascript:void\(0\))": html2text
_SCRIPT = re.compile(r"\[((?:\[[–—+-]\]|\([^()]{1,20}\)))\]\(javascript:[^\s]{0,30}?\)(?!\))")
_PROFILE = re.compile(r"\]\([^()\s]{0,60}/u(?:ser)?/([\w-]{3,20})/?(?: \"[^\"]{0,60}\")?\)")
# What follows a name without a flair ("Crumb nerd"), and "1 point2 points": all is glued
_BARE = re.compile(rf"^\s?(?:[\[(]|{_POINTS}|comment score|$)")
_GLUED = re.compile(r"\bpoints?-?\d")
_BOUNDARY = re.compile(r"(?<=[a-z0-9_-])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
MAX_NAME = 20
_DATE = re.compile(AGE)
# "load more comments (3 replies)"
_MORE = re.compile(r"^load more comments\s*\((\d{1,5}) repl(?:y|ies)\)")
_BUTTON = (
    r"(?:permalink|embed|save|report|give award|give gold|reply|parent|context|"
    r"full comments|source|crosspost|hide child comments|share|unsave|[\s•*+|])"
)
# "permalinkembedsaveparentreportreply", "continue this thread"
_CHROME = re.compile(
    rf"^(?:{_BUTTON}{{1,30}}|load more comments.{{0,30}}|continue this thread.{{0,4}})$"
)
_FOOTER = re.compile(
    r"^(?:about$|about\s*blog|Use of this site constitutes acceptance|π Rendered by|"
    r"Rendered by PID|© \d{4} reddit)",
    re.IGNORECASE,
)


# "submitted 3 years ago by annlee"
_STORY = re.compile(rf"^submitted {AGE}\*? .{{0,20}}?by [\w-]{{3,20}}")


class _Found(NamedTuple):
    """The rows of a header, its match, and the name that its link shows."""

    first: int
    last: int
    match: re.Match[str]
    linked: str | None


def _parse(page: TextPage) -> Parse | None:
    if "]" not in page.dense or not (" child" in page.dense or " point" in page.dense):
        return None
    rows = page.once(outline.rows)
    found = list(_headers(page, rows))
    if not found:
        return None
    depths = _depths(rows, found)
    known = {item.linked or item.match["name"] for item in found if _is_sure(item)}
    heads = [
        _head(page, rows, item, depth, known) for item, depth in zip(found, depths, strict=True)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    story = story_line(rows[: heads[0].first], _STORY)
    return replace(parse, title=title_above(page, rows, story))


def _headers(page: TextPage, rows: Sequence[Row]) -> Iterator[_Found]:
    """Find the headers; html2text wraps them over several rows."""
    for number, row in enumerate(rows):
        if "]" not in row.text[:10] or len(row.text) > MAX_ROW or not _OPENING.match(row.text):
            continue
        found = _wrapped(page, rows, number)
        if found is not None:
            yield found


def _wrapped(page: TextPage, rows: Sequence[Row], number: int) -> _Found | None:
    """Match a header on as many rows as it takes to reach its number of children."""
    best: _Found | None = None
    for last in range(number, min(number + MAX_WRAPPED, len(rows))):
        row = rows[last]
        if last > number and (row.gap or row.mark or _OPENING.match(row.text[:MAX_ROW])):
            break
        text, linked = _read(page, rows[number], rows[last])
        match = _HEADER.match(text) if len(text) <= MAX_ROW else None
        if match and match["count"]:
            return _Found(number, last, match, linked)
        if match and best is None and _POINT.search(match["rest"]):
            best = _Found(number, last, match, linked)
    return best


def _read(page: TextPage, first: Row, last: Row) -> tuple[str, str | None]:
    """Give the text of the rows without Markdown, and the name that the link to a profile shows."""
    if first is last and not page.linked:
        return first.text, None
    raw = " ".join(line.text for line in page.lines[first.first : last.last + 1])
    profile = _PROFILE.search(raw)
    return plain(_SCRIPT.sub(r"\1", raw)), profile[1] if profile else None


def _depths(rows: Sequence[Row], found: Sequence[_Found]) -> Sequence[int | None]:
    """Nest by the counts, else by the indentation where it tells more levels than one."""
    shown = [
        Shown(item.first, None if item.match["count"] is None else int(item.match["count"]))
        for item in found
    ]
    depths = depths_by_count(shown, _hidden(rows), _tops(rows, found))
    if None in depths:
        columns = depths_of([rows[item.first].indent for item in found])
        if any(columns) and columns[0] == 0 and _steady(columns):
            return columns
    return depths


def _steady(depths: Sequence[int | None]) -> bool:
    """Tell that no post stands two levels below the one above."""
    return all(a is not None and b is not None and b <= a + 1 for a, b in pairwise(depths))


def _tops(rows: Sequence[Row], found: Sequence[_Found]) -> list[bool | None]:
    """Tell the posts without the button "parent"; None where no buttons are left."""
    ends = [item.first for item in found[1:]] + [len(rows)]
    return [
        _is_top(rows[n].text for n in range(item.last + 1, end))
        for item, end in zip(found, ends, strict=True)
    ]


def _is_top(texts: Iterator[str]) -> bool | None:
    top: bool | None = None
    for text in texts:
        if len(text) > 80 or not _CHROME.match(text):  # noqa: PLR2004 - a bar of buttons
            continue
        if "parent" in text:
            return False
        if "permalink" in text:
            top = True
    return top


def _hidden(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Give the rows that stand for posts not loaded, and how many."""
    found: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        match = _MORE.match(row.text) if row.text.startswith("load more") else None
        if match:
            found.append((number, int(match[1])))
    return found


def _is_sure(found: _Found) -> bool:
    """Tell that nothing stands between the name and the points that may be glued to it."""
    return found.linked is not None or bool(_BARE.match(found.match["rest"]))


def _name(found: _Found, known: AbstractSet[str]) -> str | None:
    """Give the name without the flair that extractors glue to it: "ann_leeCrumb nerd 2 points"."""
    name = found.match["name"]
    if found.linked is not None:
        return found.linked
    if not _is_sure(found) and _GLUED.search(found.match["rest"]) and name not in known:
        begun = (name[:end] for end in range(len(name), 0, -1) if name[:end] in known)
        places = [match.start() for match in _BOUNDARY.finditer(name)]
        name = next(begun, name[: places[-1]] if places else name)
    return name if len(name) <= MAX_NAME else None


def _head(
    page: TextPage,
    rows: Sequence[Row],
    found: _Found,
    depth: int | None,
    known: AbstractSet[str],
) -> Head:
    gone = found.match["name"].startswith("[")
    name = None if gone else _name(found, known)
    date = _DATE.search(found.match["rest"])
    return Head(
        first=found.first,
        last=found.last,
        author=name,
        author_state="deleted" if gone else None,
        date=date[0] if date else None,
        depth=depth,
        evidence=page.lines[rows[found.first].first].content if depth is not None else None,
    )


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 120 and (not row.text or bool(_CHROME.match(row.text)))  # noqa: PLR2004


LAYOUT = Layout(
    description="old.reddit.com: '[–]name N points (k children)', counts give the tree",
    parents="nesting",
    telling=3,
    parse=_parse,
)
