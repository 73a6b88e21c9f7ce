"""Say why what a layout found is no discussion: lists of other things have names and dates, too."""

from __future__ import annotations

import re

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.change_logs import lists_changes
from threadgraph.layouts._verdict.headlines import lists_headlines
from threadgraph.layouts._verdict.items import lists_items, tell_nobody
from threadgraph.layouts._verdict.quotations import heads_quotations
from threadgraph.layouts._verdict.teasers import breaks_off, counts_views, lists_articles
from threadgraph.layouts._verdict.titled import are_silent
from threadgraph.layouts._verdict.topics import lists_topics
from threadgraph.layouts._verdict.undiscussed import nobody_talks

__all__ = ["EXACT", "knows_posts", "refusal"]

EXACT = 3
"""Layouts with so telling marks read nothing but names where names stand."""


MAX_ABOVE = 200
"""Code points above the posts in which their heading stands."""

_TWEETS = re.compile(
    r"(?:latest|recent|newest|my|our|neueste|letzte|derniers|últimos|ultimi) tweets\b|"
    r"\btweets (?:by|von|de) |\btwitter (?:feed|updates)\b",
    re.IGNORECASE,
)


_ANYWHERE = (
    (lists_topics, "its posts are the topics of a list"),
    (heads_quotations, "its headers name who is quoted, not who wrote"),
)


def knows_posts(layout: Layout, parse: Parse) -> bool:
    """Tell a layout that knows the controls of its posts, and found names by them."""
    return not layout.generic and layout.telling > 0 and any(r.author for r in parse.records)


def refusal(page: TextPage, layout: Layout, parse: Parse) -> str:
    """Say what the posts are instead; nothing of a discussion."""
    for tells, why in _ANYWHERE:
        if tells(page, parse):
            return why
    if layout.bare and nobody_talks(page, parse):
        return "nobody talks in its posts, and nothing says that they are comments"
    if _may_list(page, layout, parse) and lists_items(page, parse):
        return "its posts have titles or facts, as items of lists, and nobody answers them"
    if layout.telling < EXACT:
        for tells, why in _DOUBTED:
            if tells(page, parse):
                return why
    if knows_posts(layout, parse):
        told = layout.telling < EXACT and (breaks_off(page, parse) or counts_views(page, parse))
    else:
        told = lists_articles(page, parse)
    return "its posts are the beginnings of articles, events or topics" if told else ""


def _may_list(page: TextPage, layout: Layout, parse: Parse) -> bool:
    """Tell layouts that read names or dates, which lists have, and posts without any sentence."""
    if layout.bare or (layout.generic and any(record.author for record in parse.records)):
        return True
    return layout.telling < EXACT and are_silent(page, parse.records)


def _are_tweets(page: TextPage, parse: Parse) -> bool:
    """Tell a box of what one person wrote elsewhere, by the line above it."""
    if len({record.author for record in parse.records}) > 1:
        return False
    above = page.text[max(0, parse.start - MAX_ABOVE) : parse.start].rstrip().rpartition("\n")[2]
    return _TWEETS.search(above) is not None


_DOUBTED = (
    (tell_nobody, "its posts say nothing, or name nobody"),
    (lists_headlines, "its posts are headlines, sections or buttons to share"),
    (_are_tweets, "its posts are one person's latest tweets"),
    (lists_changes, "its posts are changes, as programs list them"),
)
"""What layouts are asked whose marks lists may have."""
