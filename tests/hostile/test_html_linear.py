"""What reads a page's source before a parser does is linear: twice the page, twice the time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import pytest

from threadgraph.markup._places import start_tags
from threadgraph.readers._charset import decode_html
from threadgraph.readers._prescan import harmless, scan, surely_harmless
from threadgraph.readers._simplify import flatten
from threadgraph.readers.pages.html import READER

Cost: TypeAlias = Callable[[Callable[[], object]], float]

FLOOR = 0.1
"""What costs less than these seconds is not compared: other processes cost as much."""

PARTS = {
    "open tags": "<a",
    "open tags with blanks": "<a ",
    "names": "<p id",
    "names and blanks": "<p id  id  ",
    "equals signs": "<p id=",
    "quotation marks": "<p a='",
    "both quotation marks": "<p a='\" b=\"'",
    "quotation marks alone": "\"='",
    "attributes": " a=b",
    "blanks": " \n",
    "one tag of blanks": " " * 20,
    "signs": "<",
    "ends of tags": ">",
    "end tags": "</p>",
    "end tags of others": "<i></b>",
    "open comments": "<!--",
    "ends of comments": "-->",
    "comments": "<!---->",
    "odd comments": "<!--->--!>",
    "instructions": "<?xml encoding=",
    "declarations": "<meta charset=",
    "long declarations": "<meta " + "content " * 40,
    "doctypes": "<!doctype ",
    "scripts left open": "<script>",
    "scripts with ends of others": "<script></scrip",
    "nested": "<div>",
    "nested and closed deep": "<div><i></div>",
    "formatting": "<font color=red>",
    "bodies": "<body a=b>",
    "text": "word ",
}
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "harmless": lambda html: harmless(html.encode()),
    "surely_harmless": lambda html: surely_harmless(html.encode()),
    "scan": scan,
    "flatten": flatten,
    "decode_html": lambda html: decode_html(html.encode("cp1252") + b"\xff"),
    "sniff": lambda html: READER.sniff(html.encode()[: 1 << 14], "p"),
    "places": lambda html: start_tags(html.encode(), ["no such id"]),
    "places of ids that begin alike": lambda html: start_tags(html.encode(), ["word 1", "word 2"]),
    "places of ids that have nothing in common": lambda html: start_tags(html.encode(), ["a", "b"]),
}


def truncated(n: int) -> bytes:
    """Give comments of wpDiscuz whose texts end with an offer to load the rest."""
    return "".join(
        f'<div id="wpd-comm-{i}_0" class="wpd-comment"><b class="wpd-comment-author">Ann {i}</b>'
        f'<div class="wpd-comment-text">Text {i}.<a class="wpdiscuz-readmore">More</a></div></div>'
        for i in range(n)
    ).encode()


def test_twice_the_truncated_comments_cost_twice_the_time(cost: Cost) -> None:
    once, twice = truncated(600), truncated(1200)
    costs = [cost(partial(READER.read, page)) for page in (once, twice)]
    assert costs[1] < 3 * max(costs[0], FLOOR)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("part", PARTS)
def test_twice_the_source_costs_twice_the_time(part: str, function: str, cost: Cost) -> None:
    size = 150_000
    once, twice = (PARTS[part] * (n // len(PARTS[part])) for n in (size, 2 * size))
    action = FUNCTIONS[function]
    ratios: list[float] = []
    for _ in range(3):  # another process may disturb a measurement, but hardly three
        first, second = cost(partial(action, once)), cost(partial(action, twice))
        ratios.append(second / max(first, FLOOR))
        if ratios[-1] < 2.5:
            return
    pytest.fail(f"twice the source costs {ratios} times as much")
