"""Promises of quotations and candidates, on threads made at random: valid tables, true places."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from threadgraph.checked import link_documents
from threadgraph.layouts._boards.quotes import page_quotes
from threadgraph.link._passages import Text
from threadgraph.link.raw import Document
from threadgraph.records import Page, RawDocument, RawPost, RawQuote
from threadgraph.source import Limits

NAMES = ["Ann", "Ann Lee", "Bob", None]
word = st.sampled_from(["a", "bridge", "closed", "Éa", "the", "@Ann", "Bob,", "橋は", "exactly"])
line = st.tuples(
    st.sampled_from(["", "", "> ", ">> ", "Ann said:\n"]), st.lists(word, min_size=1, max_size=14)
).map(lambda parts: parts[0] + " ".join(parts[1]))
text = st.lists(line, min_size=1, max_size=5).map("\n".join)
native = st.sampled_from([None, None, "1", "2", "3"])
post = st.fixed_dictionaries(
    {
        "text": text,
        "author_name": st.sampled_from(NAMES),
        "native_id": native,
        "depth": st.sampled_from([None, None, 0, 1]),
        "parent_label": st.sampled_from([None, None, "Ann"]),
    }
)
quote = st.builds(
    RawQuote,
    position=st.integers(0, 8),
    text_start=st.integers(-1, 60),
    text_end=st.integers(0, 90),
    native_id=native,
    author=st.sampled_from(NAMES),
    open=st.booleans(),
)


thread = st.tuples(st.lists(post, max_size=8), st.lists(quote, max_size=6))
threads = st.lists(thread, min_size=1, max_size=12)
"""Several pages an example: checking tables costs as much for one page as for twelve."""

Posts = list[dict[str, object]]


def linked(*pages: tuple[Posts, list[RawQuote]]) -> dict[str, pl.DataFrame]:
    """Link pages; what is linked is validated, so a row that breaks a rule raises."""
    documents = [
        Document(
            key=f"page {number}",
            source=f"page {number}",
            sha256="0" * 64,
            byte_count=0,
            reader="text",
            page=_page(*page),
        )
        for number, page in enumerate(pages)
    ]
    return link_documents(documents, None, Limits()).tables


def _page(posts: Posts, quotes: list[RawQuote]) -> Page:
    seen: set[object] = {None}
    raw: list[RawPost] = []
    for place, told in enumerate(posts):
        new = told["native_id"] not in seen
        seen.add(told["native_id"])
        raw.append(
            RawPost(
                position=place,
                role="comment",
                author_state="named" if told["author_name"] else "missing",
                **(told | {"native_id": told["native_id"] if new else None}),  # type: ignore[arg-type]
            )
        )
    return Page(
        document=RawDocument(outcome="discussion"),
        posts=tuple(raw),
        spans=(),
        quotes=(*quotes, *page_quotes(raw)),
    )


@settings(max_examples=25)
@given(pages=threads)
def test_whatever_is_quoted_the_tables_are_valid(
    pages: list[tuple[Posts, list[RawQuote]]],
) -> None:
    tables = linked(*pages)
    texts = dict(tables["posts"].select("post_id", "text").iter_rows())
    for row in tables["quotes"].iter_rows(named=True):
        if row["quoted_start"] is None:
            continue
        own = Text(texts[row["post_id"]][row["text_start"] : row["text_end"]]).words
        place = slice(row["quoted_start"], row["quoted_end"])
        told = Text(texts[row["quoted_id"]][place]).words
        assert " ".join(told), "what is located is not empty"
        assert set(told) <= set(own), "what is located is what is quoted"


@settings(max_examples=15)
@given(pages=threads)
def test_a_post_appended_changes_nothing_above_it(
    pages: list[tuple[Posts, list[RawQuote]]],
) -> None:
    more: dict[str, object] = dict.fromkeys(("author_name", "native_id", "depth", "parent_label"))
    more["text"] = "the end"
    kept = [(posts, [q for q in quotes if q.position < len(posts)]) for posts, quotes in pages]
    before = linked(*kept)
    after = linked(*(([*posts, more], quotes) for posts, quotes in kept))
    known = before["posts"]["post_id"].implode()
    assert after["quotes"].rows() == before["quotes"].rows()
    of_old = after["replies"].filter(pl.col("child_id").is_in(known))
    assert of_old.rows() == before["replies"].rows()
