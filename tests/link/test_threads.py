"""From pages to tables: rows of quotes and replies, their evidence, and graphs of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import polars as pl

import threadgraph
from threadgraph.checked import lazily, link_documents
from threadgraph.graphs import GraphOptions, graph_kinds
from threadgraph.link.raw import Document
from threadgraph.records import Page, RawDocument, RawPost, RawQuote, RawSpan
from threadgraph.source import Limits

LONG = "The bridge was closed in May because its northern pillar had sunk by a hand."
Tables = dict[str, pl.DataFrame]


def linked(posts: list[tuple[str, str]], *quotes: RawQuote, **columns: list[object]) -> Tables:
    """Link a page of posts, given as author and text, that follow each other byte for byte."""
    raw: list[RawPost] = []
    spans: list[RawSpan] = []
    end = 0
    for place, (author, text) in enumerate(posts):
        more = {name: values[place] for name, values in columns.items()}
        raw.append(
            RawPost(
                position=place,
                role="comment",
                text=text,
                author_name=author,
                author_state="named",
                **more,  # type: ignore[arg-type]
            )
        )
        size = len(text.encode())
        spans += [
            RawSpan(end, end + 2, "chrome", None), RawSpan(end + 2, end + 2 + size, "body", place)
        ]  # fmt: skip
        end += 2 + size
    page = Page(
        document=RawDocument(outcome="discussion"),
        posts=tuple(raw),
        spans=tuple(spans),
        quotes=quotes,
    )
    document = Document(
        key="page", source="page", sha256="0" * 64, byte_count=end, reader="text", page=page
    )
    found = link_documents([document], None, Limits())
    return found.tables | found.spanning


def place(text: str, passage: str) -> dict[str, Any]:
    return {"text_start": text.index(passage), "text_end": text.index(passage) + len(passage)}


def test_a_quotation_is_a_row_and_shows_the_parent() -> None:
    text = f"Ännchen: > {LONG}\nNo."
    quote = RawQuote(position=1, author="Ann", **place(text, f"> {LONG}"))
    tables = linked([("Ann", LONG), ("Bob", text)], quote)
    first, second = tables["posts"].iter_rows(named=True)
    assert (second["parent_id"], second["parent_state"]) == (first["post_id"], "observed")
    row = tables["quotes"].row(0, named=True)
    assert (row["post_id"], row["quoted_id"]) == (second["post_id"], first["post_id"])
    assert LONG.startswith(first["text"][row["quoted_start"] : row["quoted_end"]])
    edge = tables["replies"].row(0, named=True)
    whole = f"--{LONG}--{text}".encode()
    assert whole[edge["evidence_start"] : edge["evidence_end"]].decode() == f"> {LONG}"
    assert (edge["method"], edge["inferred"]) == ("quote", False)


def test_evidence_is_unknown_where_the_text_is_not_the_bytes() -> None:
    text = f"\ufffd > {LONG}\nNo."
    quote = RawQuote(position=1, author="Ann", **place(text, f"> {LONG}"))
    edge = linked([("Ann", LONG), ("Bob", text)], quote)["replies"].row(0, named=True)
    assert (edge["evidence_start"], edge["evidence_end"]) == (None, None)


def test_the_same_quotation_twice_is_one_row() -> None:
    quote = RawQuote(position=1, native_id="7", **place(f"{LONG} No.", LONG))
    told = linked([("Ann", LONG), ("Bob", f"{LONG} No.")], quote, quote, native_id=["7", "8"])
    assert told["quotes"].height == 1


def test_lost_quotations_are_told_once_a_post() -> None:
    text = f"> {LONG}\n> {LONG}"
    quotes = [RawQuote(position=1, text_start=start, text_end=start + 78) for start in (0, 79)]
    tables = linked([("Ann", "Hello"), ("Bob", text)], *quotes)
    assert tables["diagnostics"].select("code", "reason").rows() == [
        ("TG128", "2 of its quotations are of no post that is known")
    ]


def test_a_linked_post_that_is_not_here_is_a_placeholder_and_quoted() -> None:
    quote = RawQuote(position=0, native_id="9", **place(f"{LONG} No.", LONG))
    tables = linked([("Bob", f"{LONG} No.")], quote)
    missing, own = tables["posts"].iter_rows(named=True)
    assert (missing["status"], own["parent_state"]) == ("missing", "missing")
    assert tables["quotes"]["quoted_id"].to_list() == [missing["post_id"]]
    assert tables["diagnostics"]["code"].to_list() == ["TG123"]


def test_the_second_linked_post_that_is_not_here_is_lost() -> None:
    quotes = [
        RawQuote(position=1, native_id=native, **place(f"{LONG} No.", LONG)) for native in "78"
    ]
    tables = linked([("Ann", LONG), ("Bob", f"{LONG} No.")], *quotes, native_id=["7", None])
    assert tables["quotes"].height == 1
    assert tables["diagnostics"]["code"].to_list() == ["TG128"]


def test_quotations_of_rejected_posts_are_lost() -> None:
    text = f"> {LONG}\nNo."
    quote = RawQuote(position=1, author="Ann", **place(text, f"> {LONG}"))
    told = linked([("Ann", LONG), ("Bob", text)], quote, url=["x" * 9000, None])
    assert told["quotes"].height == 0
    assert told["posts"]["parent_state"].to_list() == ["unknown"]


def test_a_linked_post_that_was_rejected_is_a_placeholder_and_quoted() -> None:
    quote = RawQuote(position=1, native_id="7", **place(f"{LONG} No.", LONG))
    posts = [("Ann", LONG), ("Bob", f"{LONG} No.")]
    told = linked(posts, quote, native_id=["7", "8"], url=["x" * 9000, None])
    assert told["posts"]["status"].to_list() == ["missing", "complete"]
    assert told["quotes"]["quoted_id"].to_list() == told["posts"]["post_id"].to_list()[:1]
    assert told["diagnostics"]["code"].to_list() == ["TG207"]


def test_a_page_that_shows_the_newest_first_is_read_in_the_order_of_writing() -> None:
    text = f"> {LONG}\nNo."
    quote = RawQuote(position=0, author="Ann", **place(text, f"> {LONG}"))
    posts = [("Bob", text), ("Eve", "@Ann no"), ("Ann", LONG)]
    days = [f"2024-05-0{day}T10:00:00+00:00" for day in (3, 2, 1)]
    tables = linked(posts, quote, created_at=list(days))
    ids = tables["posts"]["post_id"].to_list()
    assert tables["replies"].select("child_id", "parent_id", "inferred").rows() == [
        (ids[0], ids[2], False),
        (ids[1], ids[2], True),
    ]


def test_the_rows_of_replies_are_in_page_order() -> None:
    quote = RawQuote(position=2, author="Ann", **place(f"> {LONG}", f"> {LONG}"))
    posts = [("Ann", LONG), ("Bob", "@Ann no"), ("Eve", f"> {LONG}"), ("Cy", "@Bob yes")]
    tables = linked(posts, quote)
    assert tables["replies"]["child_id"].to_list() == tables["posts"]["post_id"].to_list()[1:]


def test_graphs_take_no_candidate_for_a_reply() -> None:
    tables = lazily(linked([("Ann", "Hello"), ("Bob", "@Ann no"), ("Eve", "Exactly!")]))
    assert tables["replies"].collect()["inferred"].to_list() == [True, True]
    kinds = graph_kinds()
    plain = kinds["posts"].build(tables, GraphOptions())
    assert plain.edges.collect().height == 0
    assert plain.nodes.collect()["reply_count"].to_list() == [0, 0, 0]
    told = kinds["posts"].build(tables, GraphOptions(inferred=True)).edges.collect()
    assert told.select("method", "inferred", "confidence").rows() == [
        ("address", True, 0.7),
        ("adjacency", True, 0.7),
    ]
    authors = kinds["authors"].build(tables, GraphOptions())
    assert authors.edges.collect()["reply_count"].sum() == 0


MAILS = """\
From: Ann Lee <ann at a.example>
Date: Mon, 3 May 2021 10:00:00 +0200
Subject: The bridge

The bridge was closed in May because its northern pillar had sunk.

From: Ann Lee <ann at a.example>
Date: Mon, 3 May 2021 11:00:00 +0200
Subject: Re: The bridge

One more thing: nobody has told the people on the other side.

From: Bob Bell <bob at a.example>
Date: Tue, 4 May 2021 09:00:00 +0200
Subject: Re: The bridge

On Mon, 3 May 2021 10:00:00 +0200, Ann Lee wrote:
> The bridge was closed in May because its
> northern pillar had sunk.

I saw it.
"""


def test_quoted_lines_tell_which_mail_of_the_author_is_answered() -> None:
    page = threadgraph.parse(MAILS, "mails")
    posts = page.posts.collect()
    assert posts["parent_state"].to_list()[-1] == "observed"
    assert posts["parent_id"].to_list()[-1] == posts["post_id"].to_list()[0]
    assert page.quotes.collect()["method"].to_list() == ["quote_label"]


def test_a_thousand_days_of_posts_need_no_time_to_compare() -> None:
    begin = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
    times: list[object] = [(begin - timedelta(days=i)).isoformat() for i in range(1000)]
    tables = linked([("Ann", f"Post {i}") for i in range(1000)], created_at=times)
    assert tables["replies"].height == 0


def test_depths_below_a_parent_that_is_not_there_are_those_that_are_shown() -> None:
    tables = linked(
        [("Ann", "Lost."), ("Bob", "Below."), ("Cem", "Shown.")],
        native_id=["a", "b", "c"],
        native_parent_id=["gone", "a", "gone"],
        depth=[0, 3, 2],
    )
    posts = tables["posts"].filter(status="complete").select("author_name", "parent_state", "depth")
    assert sorted(posts.rows()) == [
        ("Ann", "missing", None),
        ("Bob", "observed", None),
        ("Cem", "missing", 2),
    ]
