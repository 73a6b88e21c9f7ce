"""Say why what a layout found is no discussion: lists of other things have names and dates, too."""

from __future__ import annotations

import re

from threadgraph.accents import either
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.change_logs import lists_changes
from threadgraph.layouts._verdict.headlines import lists_headlines
from threadgraph.layouts._verdict.no_people import names_entries
from threadgraph.layouts._verdict.quotations import heads_quotations
from threadgraph.layouts._verdict.teasers import breaks_off, lists_articles
from threadgraph.layouts._verdict.topics import counts_posts, lists_topics
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


# "Últimos Mensajes", "Latest posts:", "Recent topics": a board's box beside other things
_LATEST = re.compile(
    either(
        r"(?:latest|recent|newest|neueste|letzte|aktuelle|derniers|últimos|ultimi|laatste|senaste|"
        r"ostatnie|последние|son) (?:(?:forum|board|foren) )?(?:posts|messages|topics|threads|activity|beiträge|themen|sujets|"
        r"mensajes|temas|mensagens|tópicos|messaggi|discussioni|berichten|onderwerpen|inlägg|"
        r"posty|tematy|сообщения|темы|konular|mesajlar)\W{0,3}$"
    ),
    re.IGNORECASE,
)


_ANYWHERE = (
    (lists_topics, "its posts are the topics of a list"),
    (heads_quotations, "its headers name who is quoted, not who wrote"),
    (lambda _, parse: names_entries(parse.records), "its names are entries of a site's menu"),
)


def knows_posts(layout: Layout, parse: Parse) -> bool:
    """Tell a layout that knows the controls of its posts, and found names by them."""
    return not layout.generic and layout.telling > 0 and any(r.author for r in parse.records)


def refusal(page: TextPage, layout: Layout, parse: Parse) -> str:
    """Say what the posts are instead; nothing of a discussion."""
    for tells, why in _ANYWHERE:
        if tells(page, parse):
            return why
    if layout.bare and counts_posts(page, parse):
        return "its posts are forums, with counts of what is in them"
    if layout.bare and nobody_talks(page, parse):
        return "nobody talks in its posts, and nothing says that they are comments"
    if layout.telling < EXACT:
        if lists_headlines(page, parse):
            return "its posts are headlines, sections or buttons to share"
        if _are_tweets(page, parse):
            return "its posts are one person's latest tweets"
        if _LATEST.match(_line_above(page, parse)):
            return "its posts are the latest of a board, in a box"
        if lists_changes(page, parse):
            return "its posts are changes, as programs list them"
    if knows_posts(layout, parse):
        excerpts = layout.telling < EXACT and breaks_off(page, parse)
    else:
        excerpts = lists_articles(page, parse)
    return "its posts are the beginnings of articles, or events" if excerpts else ""


def _are_tweets(page: TextPage, parse: Parse) -> bool:
    """Tell a box of what one person wrote elsewhere, by the line above it."""
    if len({record.author for record in parse.records}) > 1:
        return False
    return _TWEETS.search(_line_above(page, parse)) is not None


def _line_above(page: TextPage, parse: Parse) -> str:
    above = page.text[max(0, parse.start - MAX_ABOVE) : parse.start].rstrip()
    return above.rpartition("\n")[2].strip(" #*_")
