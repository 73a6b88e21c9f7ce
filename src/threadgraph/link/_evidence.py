"""Turn places in posts' texts into bytes of their documents."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import polars as pl

from threadgraph.link._thread import Edge, Place
from threadgraph.link.raw import Raw

__all__ = ["places_in_bytes"]


def places_in_bytes(raw: Raw, edges: Iterable[tuple[str, Edge]]) -> dict[int, Place]:
    """Give the bytes of the edges that have places in texts, by the edges' `id`.

    `edges` have the document ids. Where a text is not what its spans hold byte for byte (markup,
    undecodable bytes, other encodings than UTF-8), the bytes are not known and no entry is given.
    """
    wanted: defaultdict[tuple[str, int | None], list[Edge]] = defaultdict(list)
    for document, edge in edges:
        if edge.place is not None:
            wanted[document, edge.child.position].append(edge)
    if not wanted:
        return {}
    spans: defaultdict[tuple[str, int | None], list[tuple[int, int]]] = defaultdict(list)
    documents = sorted({document for document, _ in wanted})
    rows = raw.spans.filter(
        pl.col("kind") == "body", pl.col("document_id").is_in(documents)
    ).select("document_id", "position", "span_start", "span_end")
    for document, position, start, end in rows.iter_rows():
        spans[document, position].append((start, end))
    found: dict[int, Place] = {}
    for key, told in wanted.items():
        found |= _of_post(told, sorted(spans.get(key, ())))
    return found


def _of_post(edges: Sequence[Edge], spans: Sequence[tuple[int, int]]) -> dict[int, Place]:
    """Give the places of one post's edges; costs time linear in its text."""
    text = edges[0].child.text
    size = sum(end - start for start, end in spans)
    if len(text.encode("utf-8", "surrogatepass")) != size or "\ufffd" in text:
        return {}
    done = offset = 0
    offsets: dict[int, int] = {}
    for place in sorted({at for edge in edges if edge.place for at in edge.place}):
        offset += len(text[done:place].encode("utf-8", "surrogatepass"))
        offsets[place] = offset
        done = place
    begun = [0]  # where each span begins in the text's bytes
    for start, end in spans:
        begun.append(begun[-1] + end - start)

    def byte(offset: int) -> int:
        slot = min(bisect_right(begun, offset), len(spans)) - 1
        return spans[slot][0] + offset - begun[slot]

    return {
        id(edge): (byte(offsets[edge.place[0]]), byte(offsets[edge.place[1]] - 1) + 1)
        for edge in edges
        if edge.place
    }
