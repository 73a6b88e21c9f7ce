"""Find the parents of a batch's posts and give the tables `posts` and `replies`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import ge, itemgetter
from typing import Any

import polars as pl

from threadgraph.ids import author_key, hashed_id
from threadgraph.link._evidence import places_in_bytes
from threadgraph.link._rows import frame_of
from threadgraph.link._thread import Node, Quoted, Thread
from threadgraph.link.infer import infer
from threadgraph.link.quotes import resolve
from threadgraph.link.raw import Raw
from threadgraph.link.replies import link_document
from threadgraph.records import RawQuote
from threadgraph.schema import table
from threadgraph.text import fold_name

__all__ = ["posts_table", "quotes_table", "replies_table", "threads"]

MIN_TIMES = 2


def threads(raw: Raw) -> Iterator[tuple[str, Thread]]:
    """Link each document: (document_id, its thread)."""
    quotes = _quotes(raw)
    instant = pl.col("created_at").dt.epoch("us")
    columns = raw.posts.select("document_key", "document_id", *_SHOWN, instant).get_columns()
    rows = zip(*(column.to_list() for column in columns), strict=True)
    for (key, document), group in groupby(rows, key=itemgetter(0, 1)):
        nodes: list[Node] = []
        times: list[int | None] = []
        for _, _, *shown, time in group:
            nodes.append(_node(key, shown))
            times.append(time)
        yield document, _linked(key, nodes, quotes.get(key, ()), newest_first=_newest_first(times))


def _newest_first(times: Sequence[int | None]) -> bool:
    """Tell whether the page shows its posts from the newest to the oldest."""
    known = [time for time in times if time is not None]
    ordered = all(map(ge, known, known[1:]))
    return len(known) > MIN_TIMES and ordered and known[0] > known[-1]


def _linked(
    key: str, nodes: Sequence[Node], quotes: Sequence[RawQuote], *, newest_first: bool
) -> Thread:
    """Link the posts of a document; the article is one of the nodes."""
    written = nodes[::-1] if newest_first else nodes
    article = next((n for n in nodes if n.role == "article" and n.position is not None), None)
    in_order = sorted(written, key=lambda node: node is not article) if quotes else ()
    lost = resolve(in_order, quotes)
    posts = [node for node in nodes if node.role != "article"]
    thread = _without_unused(link_document(key, article.post_id if article else None, posts))
    others = [node for node in written if node.role != "article" and node.position is not None]
    infer(thread, others, article.author if article else None)
    if lost or any(node.quoted for node in posts):
        _keep_known(thread, article, posts, lost)
    return thread


def _keep_known(
    thread: Thread, article: Node | None, posts: Sequence[Node], lost: Mapping[int, int]
) -> None:
    """Keep the quotations of posts that are there, and warn of the others."""
    known = {id(node) for node in thread.nodes} | {id(article)}
    for node in posts:
        found = [_with_post(quoted, thread.absent) for quoted in node.quoted]
        node.quoted = [q for q in found if q.post is not None and id(q.post) in known]
        gone = len(found) - len(node.quoted)
        missed = gone + (lost.get(node.position, 0) if node.position is not None else 0)
        if missed:
            thread.warn(node, "TG128", f"{missed} of its quotations are of no post that is known")


def _with_post(quoted: Quoted, absent: Mapping[str, Node]) -> Quoted:
    """Take the placeholder of a linked post that is not here, where it has one."""
    if quoted.post is not None or quoted.native_id is None:
        return quoted
    return replace(quoted, post=absent.get(quoted.native_id))


def _quotes(raw: Raw) -> dict[str, list[RawQuote]]:
    """Give the quotations by document key."""
    found: defaultdict[str, list[RawQuote]] = defaultdict(list)
    for key, *row in raw.quotes.select("document_key", *RawQuote._fields).iter_rows():
        found[key].append(RawQuote(*row))
    return found


_SHOWN = (
    "rejected", "post_id", "position", "role", "depth", "author_name", "parent_label", "native_id",
    "native_parent_id", "evidence_start", "evidence_end", "text",
)  # fmt: skip
"""What `_node` takes of a raw post, in this order."""


def _node(key: str, shown: Sequence[Any]) -> Node:
    """Make the node of a post; a rejected one is a placeholder with an id of its own."""
    (
        gone, post_id, position, role, depth, author_name, label, native_id, native_parent_id,
        start, end, text,
    ) = shown  # fmt: skip
    return Node(
        post_id=hashed_id("p", key, "rejected", position) if gone else post_id,
        position=None if gone else position,
        role=role,
        depth=depth,
        author=fold_name(author_name) if author_name else None,
        label=label,
        native_id=native_id,
        native_parent_id=native_parent_id,
        evidence=(start, end),
        text=text or "",
    )


def _without_unused(thread: Thread) -> Thread:
    """Leave out placeholders that nothing answers: rejected posts without replies."""
    if all(node.position is not None for node in thread.nodes):
        return thread
    used = {id(node.parent) for node in thread.nodes}
    unused = {id(node) for node in thread.nodes if node.position is None and id(node) not in used}
    while unused:  # a placeholder's own parent may now be unused as well
        thread.nodes = [node for node in thread.nodes if id(node) not in unused]
        thread.edges = [edge for edge in thread.edges if id(edge.child) not in unused]
        used = {id(node.parent) for node in thread.nodes}
        unused = {
            id(node) for node in thread.nodes if node.position is None and id(node) not in used
        }
    return thread


_LINKED = {
    "document_id": pl.String, "post_id": pl.String, "thread_id": pl.String,
    "parent_id": pl.String, "parent_state": pl.String, "depth": pl.Int32,
    "order": pl.Int64, "placeholder": pl.Boolean, "missing_name": pl.String,
}  # fmt: skip
"""What is found of a post, and where it stands in its thread."""


def posts_table(raw: Raw, threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give the posts with what was found of their parents, and the placeholders."""
    linked = _found(threads)
    own = (
        raw.posts.filter(~pl.col("rejected"))
        .drop("depth")
        .join(
            linked.drop("document_id", "missing_name", "placeholder"),
            on="post_id",
            how="left",
            maintain_order="left",
        )
    )
    own = own.with_columns(pl.col("order").fill_null(-1))  # the article comes first
    own = own.join(_extent(raw), on=["document_key", "position"], how="left", maintain_order="left")
    both = pl.concat([own, _placeholders(raw, linked)], how="diagonal")
    return (
        both.sort("document_id", "order")
        .select(
            pl.int_range(pl.len(), dtype=pl.Int32).over("document_id").alias("position")
            if name == "position"
            else pl.col(name)
            if name in both.columns
            else pl.lit(None).alias(name)
            for name in table("posts").polars_schema.names()
        )
        .cast(table("posts").polars_schema)
    )


def _found(threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give a row for each post in a thread, and for each parent that is missing."""
    rows = [
        (
            document,
            node.post_id,
            node.thread.post_id if node.thread else node.post_id,
            node.parent.post_id if node.parent else None,
            node.parent_state,
            node.depth,
            order,
            node.position is None,
            node.author_name,
        )
        for document, thread in threads
        for order, node in enumerate(thread.nodes)
    ]
    return frame_of(rows, _LINKED)


def _placeholders(raw: Raw, linked: pl.DataFrame) -> pl.DataFrame:
    """Give the rows of missing parents; a label that names the author names it."""
    sites = dict(raw.documents.select("document_id", "site").iter_rows())
    missing = linked.filter("placeholder")
    authors = [
        author_key(sites[document] or document, name) if name else None
        for document, name in missing.select("document_id", "missing_name").iter_rows()
    ]
    return missing.select(
        "document_id", "post_id", "thread_id", "parent_id", "parent_state", "depth", "order",
        author_name="missing_name",
        author_id=pl.Series(authors, dtype=pl.String),
        author_state=pl.when(pl.col("missing_name").is_null())
        .then(pl.lit("missing"))
        .otherwise(pl.lit("named")),
        role=pl.lit("comment"),
        status=pl.lit("missing"),
    )  # fmt: skip


def _extent(raw: Raw) -> pl.DataFrame:
    """Give for each post the first and the last byte of its header and text."""
    return (
        raw.spans.filter(pl.col("position").is_not_null())
        .group_by("document_key", "position")
        .agg(pl.col("span_start").min(), pl.col("span_end").max())
    )


def replies_table(raw: Raw, threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give the edges of all threads, in page order of the posts that answer."""
    places = places_in_bytes(raw, ((d, edge) for d, thread in threads for edge in thread.edges))
    rows = [
        (
            edge.child.post_id,
            edge.parent_id,
            edge.method,
            document,
            edge.relation,
            edge.inferred,
            round(edge.confidence, 6),
            edge.rank,
            *places.get(id(edge), edge.evidence),
        )
        for document, thread in threads
        for edge in thread.edges
    ]
    return frame_of(rows, table("replies").polars_schema)


def quotes_table(threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give what the posts quote, in page order and by place; the same twice is one row."""
    rows = {
        (node.post_id, quoted.post.post_id, quoted.place[0]): (
            node.post_id,
            quoted.post.post_id,
            quoted.place[0],
            document,
            quoted.place[1],
            *quoted.quoted_place,
            quoted.method,
            round(quoted.confidence, 6),
            None if quoted.similarity is None else round(quoted.similarity, 6),
        )
        for document, thread in threads
        for node in thread.nodes
        for quoted in sorted(node.quoted, key=lambda q: q.place)
        if quoted.post is not None
    }
    return frame_of(rows.values(), table("quotes").polars_schema)
