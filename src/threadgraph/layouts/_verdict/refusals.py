"""Say why what a layout found is no discussion: lists of other things have names and dates, too."""

from __future__ import annotations

import re

from threadgraph.accents import either
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.beside import counts_posts, denies_comments, lists_forums
from threadgraph.layouts._verdict.change_logs import lists_changes
from threadgraph.layouts._verdict.headlines import lists_headlines
from threadgraph.layouts._verdict.items import lists_items, tell_nobody
from threadgraph.layouts._verdict.no_people import names_entries
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


# "Últimos Mensajes", "Latest posts:", "Recent topics": a board's box beside other things
_LATEST = re.compile(
    either(
        r"(?:latest|recent|newest|neueste|letzte|aktuelle|derniers|últimos|ultimi|laatste|senaste|"
        r"ostatnie|последние|son) (?:(?:forum|board|foren) )?"
        r"(?:posts|messages|topics|threads|activity|beiträge|themen|sujets|mensajes|temas|mensagens|"
        r"tópicos|messaggi|discussioni|berichten|onderwerpen|inlägg|posty|tematy|сообщения|темы|"
        r"konular|mesajlar)\W{0,3}$"
    ),
    re.IGNORECASE,
)


def knows_posts(layout: Layout, parse: Parse) -> bool:
    """Tell a layout that knows the controls of its posts, and found names by them."""
    return not layout.generic and layout.telling > 0 and any(r.author for r in parse.records)


def refusal(page: TextPage, layout: Layout, parse: Parse) -> str:
    """Say what the posts are instead; nothing of a discussion."""
    exact = layout.telling >= EXACT
    asked = [
        *_ANYWHERE,
        *(_OF_BARE if layout.bare else ()),
        *(_OF_LISTS if _may_list(page, layout, parse) else ()),
        *(() if exact else _OF_OTHERS),
    ]
    why = next((why for tells, why in asked if tells(page, parse)), "")
    if why:
        return why
    if knows_posts(layout, parse):
        told = not exact and (breaks_off(page, parse) or counts_views(page, parse))
    else:
        told = lists_articles(page, parse)
    return "its posts are the beginnings of articles, events or topics" if told else ""


def _may_list(page: TextPage, layout: Layout, parse: Parse) -> bool:
    """Tell layouts that read names or dates, which lists have, and posts without any sentence."""
    if layout.bare or (layout.generic and any(record.author for record in parse.records)):
        return True
    return layout.telling < EXACT and are_silent(page, parse.records)


def _are_entries(_page: TextPage, parse: Parse) -> bool:
    return names_entries(parse.records)


def _are_tweets(page: TextPage, parse: Parse) -> bool:
    """Tell a box of what one person wrote elsewhere, by the line above it."""
    alone = len({record.author for record in parse.records}) == 1
    return alone and _TWEETS.search(_line_above(page, parse)) is not None


def _are_latest(page: TextPage, parse: Parse) -> bool:
    return _LATEST.match(_line_above(page, parse)) is not None


def _line_above(page: TextPage, parse: Parse) -> str:
    above = page.text[max(0, parse.start - MAX_ABOVE) : parse.start].rstrip()
    return above.rpartition("\n")[2].strip(" #*_")


_ANYWHERE = (
    (lists_topics, "its posts are the topics of a list"),
    (lists_forums, "its posts are forums or topics, each with its last post"),
    (denies_comments, "each of its posts says that nobody commented on it"),
    (heads_quotations, "its headers name who is quoted, not who wrote"),
    (_are_entries, "its names are entries of a site's menu"),
)
_OF_BARE = (
    (counts_posts, "its posts are forums, with counts of what is in them"),
    (nobody_talks, "nobody talks in its posts, and nothing says that they are comments"),
)
"""Asked of what only names, dates and texts tell."""

_OF_LISTS = (
    (lists_items, "its posts have titles or facts, as items of lists, and nobody answers them"),
)
_OF_OTHERS = (
    (tell_nobody, "its posts say nothing, or name nobody"),
    (lists_headlines, "its posts are headlines, sections or buttons to share"),
    (_are_tweets, "its posts are one person's latest tweets"),
    (_are_latest, "its posts are the latest of a board, in a box"),
    (lists_changes, "its posts are changes, as programs list them"),
)
"""Asked of what no exact layout found."""
