"""Dates that are those of joining are no posts' dates."""

from __future__ import annotations

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._verdict.joinings import without_joinings

DAYS = {"Ann": "3 May 2004", "Bob": "7 June 2012", "Cem": "1 March 2008"}


def read(*names: str) -> Parse:
    records = tuple(
        Record(body=(), author=name, author_state="named", date=DAYS[name]) for name in names
    )
    return Parse(records=records, start=0, marks=len(records), regularity=1.0)


def test_a_day_that_comes_with_each_post_of_a_name_is_its_day_of_joining() -> None:
    parse = without_joinings(read("Ann", "Bob", "Ann", "Cem", "Bob", "Cem"))

    assert [r.author for r in parse.records] == ["Ann", "Bob", "Ann", "Cem", "Bob", "Cem"]
    assert not any(record.date for record in parse.records)


def test_days_in_order_are_the_posts() -> None:
    parse = read("Ann", "Ann", "Cem", "Cem", "Bob", "Bob")

    assert without_joinings(parse) == parse
