"""Names in another column than the one that a layout read."""

from __future__ import annotations

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.columns import with_names_told

TITLES = ["Readers discuss the bell", "A question", "About rust", "Who paid?"]
TEXTS = [
    "Your name will be shown below your comment.",
    "When was it that somebody heard the bell ring?",
    "Brass does not rust, as everybody knows.",
    "Who paid for this article, and why?",
]
HEADS = [
    f"Monday, 3.05.2010 | 10:1{n} | {name}" for n, name in enumerate(("Ann Lee", "Bob", "Cem"))
]


def parsed(rows: list[list[str]]) -> tuple[TextPage, Parse]:
    """Give a page of posts, whose first rows were taken for the names."""
    text, records = "", list[Record]()
    for title, *rest in rows:
        header = Segment(len(text), len(text) + len(title))
        text += f"{title}\n\n"
        body = Segment(len(text), len(text) + len("\n\n".join(rest)))
        text += "\n\n".join(rest) + "\n\n"
        records.append(Record(body=(body,), header=(header,), author=title, author_state="named"))
    return TextPage(text), Parse(records=tuple(records), start=0, marks=4, regularity=1.0)


def test_headers_above_titles_are_the_next_posts() -> None:
    rows = [
        [t, text, *HEADS[n : n + 1]] for n, (t, text) in enumerate(zip(TITLES, TEXTS, strict=True))
    ]
    told = with_names_told(*parsed(rows))
    assert [record.author for record in told.records] == [None, "Ann Lee", "Bob", "Cem"]


def test_names_below_texts_are_those_posts() -> None:
    heads = [*HEADS, "Monday, 3.05.2010 | 10:19 | Dora"]
    rows = [[t, x, h] for t, x, h in zip(TITLES, TEXTS, heads, strict=True)]
    told = with_names_told(*parsed(rows))
    assert [record.author for record in told.records] == ["Ann Lee", "Bob", "Cem", "Dora"]
