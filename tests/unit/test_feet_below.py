"""Names below texts are sought only where each post has a place."""

from __future__ import annotations

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.feet import with_feet

HEADS = "Ann\nThe tide is late.\nBob\nSo is the ferry.\nCat\nTake the bridge.\nReply\n"


def _record(name: str, text: str) -> Record:
    start, begin = HEADS.index(name), HEADS.index(text)
    header, body = Segment(start, start + len(name)), Segment(begin, begin + len(text))
    return Record(header=(header,), body=(body,), author=name, author_state="named")


def test_a_last_item_of_controls_alone_has_no_header_to_look_below() -> None:
    page = TextPage(HEADS)
    posts = [
        _record("Ann", "The tide is late."),
        _record("Bob", "So is the ferry."),
        _record("Cat", "Take the bridge."),
    ]
    controls = Segment(HEADS.index("Reply"), HEADS.index("Reply") + 5)
    parse = Parse(
        records=(*posts, Record(body=(), chrome=(controls,), status="empty")),
        start=0,
        marks=3,
        regularity=1.0,
    )
    assert with_feet(page, parse, weak=False) == parse
