"""Tell titles and dates of joining from names and dates of posts where the labels were lost.

User cards of boards print "One of the Old Guard / Sep 24, 2008" below a name. Where a line filter
dropped the name, and the post's own date, the rest looks like the header of a post.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from threadgraph.dates import read_dates
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._verdict.renaming import nameless

__all__ = ["without_joinings"]

MIN_POSTS = 6
SPAN = timedelta(days=3 * 365)
"""Between the first and the last of such dates lie years, those of posts in a thread months."""

APART = timedelta(days=365)
"""Who writes twice in a thread hardly does so a year apart; who bears the same title joined so."""

TURNS = 0.25
"""Share of the dates that are before the one above, and of those after it: posts are in order."""

MIN_TITLES = 2


def without_joinings(parse: Parse) -> Parse:
    """Give the parse without dates of joining, and without titles that stand for names.

    So they are where few names stand for all posts, in no order, without a time of the day: titles
    where several come at dates that lie years apart; where each comes at its own date only, the
    names may be some. Without names such days are nobody's either, but where posts are nested: then
    they may be out of order.
    """
    records = parse.records
    told = [record for record in records if record.author and record.date]
    if len(told) * 2 < len(records):
        return _without_days(parse)
    if len(told) < MIN_POSTS:
        return parse
    if len({record.author for record in told}) * 2 > len(told):
        return parse
    of_name = _joining(told)
    shared = sum(max(own) - min(own) > APART for own in of_name.values())
    own = [len(days) > 1 for days in of_name.values() if len(set(days)) == 1]
    if shared >= MIN_TITLES:
        bare = [nameless(record)._replace(date=None) for record in records]
    elif len(own) == len(of_name) and sum(own) >= MIN_TITLES:
        bare = [record._replace(date=None) for record in records]
    else:
        return parse
    return replace(parse, records=tuple(bare))


def _without_days(parse: Parse) -> Parse:
    """Give the parse of posts without names without their dates, if those are of joining."""
    dated = [record for record in parse.records if record.date]
    if len(dated) < MIN_POSTS or any(record.depth for record in dated) or not _days(dated):
        return parse
    return replace(parse, records=tuple(record._replace(date=None) for record in parse.records))


def _days(told: Sequence[Record]) -> list[datetime]:
    """Give the days of the posts, or nothing where they are in order or not years apart."""
    moments = read_dates([record.date for record in told])
    days = [moment.at for moment in moments if moment.at and moment.precision == "day"]
    if len(days) < len(told) or max(days) - min(days) < SPAN:
        return []
    least = TURNS * (len(days) - 1)
    turns = min(sum(b < a for a, b in pairwise(days)), sum(b > a for a, b in pairwise(days)))
    return days if turns >= least else []


def _joining(told: Sequence[Record]) -> Mapping[str | None, list[datetime]]:
    """Give the days of each name, or nothing where they are none of joining."""
    of_name: dict[str | None, list[datetime]] = defaultdict(list)
    for record, day in zip(told, _days(told), strict=False):
        of_name[record.author].append(day)
    return of_name
