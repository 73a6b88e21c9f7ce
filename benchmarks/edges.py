"""Measure how many reply edges of each method are right, on pages with gold.

    python benchmarks/edges.py GOLD          # folders with a gold.jsonl, see docs/evaluate.md
    python benchmarks/edges.py GOLD --json

An edge is judged where its post is a true one whose parent is known: from the markup, or from a
quotation (then each quoted post is right). Of several edges of a post the first of each method
counts. An edge to the article, or to the top of a thread, is right where the truth has no parent.
Inferred edges count only on pages on which somebody answers somebody: of others the markup cannot
show it, so the truth does not know.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

import threadgraph
from threadgraph.commands._gold import RENDERINGS, GoldPage, load_gold
from threadgraph.commands._scoring import Found, Truth, match

Judged = dict[tuple[str, bool], Counter[bool]]


def measure(pages: Sequence[GoldPage]) -> Judged:
    """Give for each method, and whether it infers, how many edges are right and wrong."""
    judged: Judged = defaultdict(Counter)
    for page in pages:
        for method, inferred, right in _edges(page):
            judged[method, inferred][right] += 1
    return judged


def _edges(page: GoldPage) -> Iterator[tuple[str, bool, bool]]:
    dataset = threadgraph.parse(page.file.read_bytes(), page.file.name)
    kept = (pl.col("role") != "article") & (pl.col("status") != "missing")
    rows = dataset.posts.filter(kept).sort("position").collect().to_dicts()
    truths = page.true.posts
    pairs = match(
        truths, [Found(text=row["text"] or "", author=row["author_name"]) for row in rows]
    )
    true = {rows[place]["post_id"]: number for place, number in pairs.true.items()}
    known = {row["post_id"] for row in rows}
    answered = any(truth.parent is not None for truth in truths)
    for edge in dataset.replies.filter(rank=1).collect().to_dicts():
        child = true.get(edge["child_id"])
        to_post = edge["relation"] == "replies_to"
        if edge["inferred"] and not answered:
            continue
        if child is None or (to_post and edge["parent_id"] not in known):
            continue
        parent = true.get(edge["parent_id"]) if to_post else None
        right = _right(truths, child, parent, to_post=to_post)
        if right is not None:
            yield edge["method"], edge["inferred"], right


def _right(
    truths: Sequence[Truth], child: int, parent: int | None, *, to_post: bool
) -> bool | None:
    """Tell whether the edge is right; None where the truth does not know."""
    truth = truths[child]
    if not truth.counted or (to_post and parent is None):
        return None
    if truth.parent_source == "quote":
        return parent in truth.quotes
    return truth.parent == parent if truth.parent_source == "shown" else None


def figures(judged: Mapping[tuple[str, bool], Counter[bool]]) -> list[dict[str, Any]]:
    """Give a row a method: how many edges, and which share is right."""
    return [
        {
            "method": method,
            "inferred": inferred,
            "edges": counts.total(),
            "right": round(counts[True] / counts.total(), 4),
        }
        for (method, inferred), counts in sorted(judged.items())
    ]


def main() -> None:
    """Print a table of methods for HTML and for all renderings as text together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    groups: dict[str, list[GoldPage]] = defaultdict(list)
    for page in load_gold(options.gold, RENDERINGS, Path()):
        groups["html" if page.rendering == "html" else "text"].append(page)
    told = {name: figures(measure(pages)) for name, pages in groups.items()}
    if options.json:
        print(json.dumps(told, indent=2))
        return
    for name, rows in told.items():
        print(f"\n{name:28} {'edges':>7} {'right':>7}")
        for row in rows:
            label = f"{row['method']}{' (inferred)' if row['inferred'] else ''}"
            print(f"{label:28} {row['edges']:7,} {row['right']:7.1%}")


if __name__ == "__main__":
    main()
