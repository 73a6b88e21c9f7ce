"""Explain how a page was understood: its layout, its lines by span, its posts with evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from threadgraph.dataset import Dataset
from threadgraph.readers._guard import report_of
from threadgraph.readers._report import Report, TextReport
from threadgraph.source import Limits
from threadgraph.text import encoding_of

__all__ = ["Piece", "explain", "pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the page's text in one span."""

    kind: str
    post_id: str | None
    text: str


def pieces(page: Dataset, data: bytes) -> Iterator[Piece]:
    """Give the page's text in order, cut at its spans."""
    rows = page.spans.select("span_start", "span_end", "kind", "post_id").collect().iter_rows()
    encoding, mark = encoding_of(data)
    for start, end, kind, post in rows:
        yield Piece(kind, post, data[max(start, mark) : end].decode(encoding, "replace"))


def explain(page: Dataset, data: bytes) -> dict[str, Any]:
    """Give all that can be told of one page.

    The layout and its runner-up, the posts with author, parent and the evidence for it, the spans,
    and the diagnostics. Of text, what each layout found and why it was not taken; of HTML, the
    families asked, and for each post the rule behind each field.
    """
    document = page.documents.collect().row(0, named=True)
    extra = json.loads(document["extra"] or "{}")
    edges: dict[str, list[dict[str, Any]]] = {}
    for edge in page.replies.sort("child_id", "rank").collect().to_dicts():
        shown = _slice(data, edge["evidence_start"], edge["evidence_end"])
        edges.setdefault(edge["child_id"], []).append(edge | {"evidence": shown})
    posts = page.posts.collect().to_dicts()
    names = {post["post_id"]: (post["position"], post["author_name"]) for post in posts}
    report = report_of(document["reader"], data, Limits().max_seconds)
    ruled = isinstance(report, Report)
    rules = _rules(posts, report) if ruled else {}
    return {
        "source": document["source"],
        "reader": document["reader"],
        "outcome": document["outcome"],
        "layout": document["layout"],
        "layout_score": document["layout_score"],
        "runner_up": extra.get("runner_up"),
        "title": document["title"],
        "posts": [
            _post(post, edges.get(post["post_id"], []), names)
            | ({"rules": _of_fields(post, rules)} if ruled else {})
            for post in posts
        ],
        "spans": page.spans.collect().to_dicts(),
        "diagnostics": page.diagnostics.drop("diagnostic_id", "document_id").collect().to_dicts(),
    } | _asked(report)


def _rules(posts: list[dict[str, Any]], report: Report) -> dict[str, dict[str, str]]:
    """Give the rules by post; none where posts were rejected after reading."""
    own = [post["post_id"] for post in posts if post["status"] != "missing"]
    if len(own) != len(report.rules):
        return {}
    return {post: dict(found) for post, found in zip(own, report.rules, strict=True)}


def _of_fields(post: dict[str, Any], rules: dict[str, dict[str, str]]) -> dict[str, str]:
    """Give a post's rules by field; a text that is empty has none."""
    found = rules.get(post["post_id"], {})
    return {field: rule for field, rule in found.items() if field != "text" or post["text"]}


def _asked(report: Report | TextReport | None) -> dict[str, Any]:
    """Give what the families of markup or the layouts found."""
    if report is None:
        return {}
    found = [asdict(item) for item in report.found]
    if isinstance(report, TextReport):
        told = {"without": list(report.without), "clues": list(report.clues)}
        return {"layouts": {"found": found} | told}
    counts = {"expected": report.expected, "more": report.more, "beside": list(report.beside)}
    seen = [group._asdict() for group in report.seen]
    return {"families": {"found": found, "unfit": dict(report.unfit), "seen": seen} | counts}


def _post(
    post: dict[str, Any], edges: list[dict[str, Any]], names: dict[str, tuple[int, str | None]]
) -> dict[str, Any]:
    kept = (
        "position", "post_id", "role", "depth", "author_name", "author_state", "created_text",
        "created_precision", "parent_state", "parent_id", "status", "text",
    )  # fmt: skip
    parents = [
        {
            "position": names[edge["parent_id"]][0],
            "author_name": names[edge["parent_id"]][1],
            **{k: edge[k] for k in ("relation", "method", "inferred", "confidence", "rank")},
            "evidence": edge["evidence"],
            "evidence_start": edge["evidence_start"],
            "evidence_end": edge["evidence_end"],
        }
        for edge in edges
    ]
    return {key: post[key] for key in kept} | {"parents": parents}


def _slice(data: bytes, start: int | None, end: int | None) -> str | None:
    return (
        None
        if start is None or end is None
        else data[start:end].decode(encoding_of(data)[0], "replace")
    )
