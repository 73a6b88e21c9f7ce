"""Load gold: folders of pages with their renderings, or a dataset whose rows are the truth."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from threadgraph.commands._gold_rows import in_circle, read_rows
from threadgraph.commands._scoring import TruePage, Truth
from threadgraph.dataset import Dataset, reading
from threadgraph.dates import Moment, read_dates
from threadgraph.errors import InputRefused

__all__ = ["PAGE", "RENDERINGS", "GoldPage", "is_pingback", "load_gold"]

RENDERINGS = (
    "html", "resiliparse", "resiliparse_full", "dclm", "trafilatura", "inscriptis", "html2text",
)  # fmt: skip
PAGE = "page"
"""The one rendering of a dataset: its documents themselves."""

_FILES = {"html": "page.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page in one rendering: the file to read, and what should be found in it."""

    rendering: str
    file: Path
    true: TruePage


def load_gold(folder: Path, renderings: tuple[str, ...], pages: Path) -> Iterator[GoldPage]:
    """Give the pages of the gold, by name; raises InputRefused where there is no gold.

    A dataset's documents are sought below `pages`; each must be the file that was read.
    """
    if (folder / "manifest.json").exists():
        yield from _of_dataset(folder, pages)
        return
    found = sorted(folder.glob("*/gold.jsonl"))
    if not found:
        raise InputRefused(
            str(folder), "no gold: neither a dataset nor folders with a gold.jsonl",
            "See docs/evaluate.md for the two forms.",
        )  # fmt: skip
    for path in found:
        named = {name: path.with_name(_FILES.get(name, f"{name}.txt")) for name in renderings}
        files = {name: file for name, file in named.items() if file.exists()}
        rows = read_rows(path, as_text=not files.keys() <= {"html"})
        moments = read_dates([row.get("datetime") for row in rows[1:]])
        for rendering, file in files.items():
            true = _true_page(path.parent.name, rows, moments, rendering)
            if any(post.survives for post in true.posts):
                yield GoldPage(rendering=rendering, file=file, true=true)


def _true_page(
    name: str, rows: list[dict[str, Any]], moments: list[Moment], rendering: str
) -> TruePage:
    return TruePage(
        name=name,
        family=rows[0]["family"],
        posts=tuple(
            _truth(row, rendering, moment.at) for row, moment in zip(rows[1:], moments, strict=True)
        ),
        opening_missing=bool(rows[0].get("op_missing")),
    )


_SOURCES = {"dom": "shown", "quote": "quote"}


def _truth(row: dict[str, Any], rendering: str, created: datetime | None) -> Truth:
    """Read a row of gold.jsonl; of the HTML itself everything survives."""
    html = rendering == "html"
    quoted = row.get("quotes") or ([row["parent"]] if row.get("parent") is not None else [])
    return Truth(
        text=row["text"],
        author=row.get("author") or None,
        parent=row.get("parent"),
        parent_source=_SOURCES.get(row.get("parent_src", ""), "unknown"),  # pyright: ignore[reportArgumentType] - the values are literals
        quotes=tuple(quoted),
        survives=html or bool(row["survives"].get(rendering)),
        counted=row.get("kind") != "pingback",
        author_survives=html or bool(row["author_survives"].get(rendering)),
        printed=html or bool(row.get("parent_printed", {}).get(rendering)),
        created=created,
    )


def _of_dataset(folder: Path, pages: Path) -> Iterator[GoldPage]:
    dataset = Dataset.load(folder)
    kept = (pl.col("role") != "article") & (pl.col("status") != "missing")
    with reading(folder):
        shown = set(dataset.replies.filter(~pl.col("inferred")).collect()["child_id"])
        every = dataset.posts.filter(kept).sort("document_id", "position").collect().to_dicts()
        documents = dataset.documents.sort("source").collect().to_dicts()
    posts: dict[str, list[dict[str, Any]]] = {}
    for row in every:
        posts.setdefault(row["document_id"], []).append(row)
    for row in documents:
        rows = posts.get(row["document_id"], [])
        places = {post["post_id"]: place for place, post in enumerate(rows)}
        circular = in_circle([places.get(post["parent_id"] or "") for post in rows])
        if circular is not None:
            raise InputRefused(
                f"{folder}, post {rows[circular]['post_id']}", "its parents lead in a circle",
                f"Type: threadgraph validate {folder}",
            )  # fmt: skip
        yield GoldPage(
            rendering=PAGE,
            file=_document(pages / row["source"], row["source_sha256"]),
            true=TruePage(
                name=row["source"],
                family=row["layout"] or "none",
                posts=tuple(_truth_of_row(post, places, shown) for post in rows),
            ),
        )


def _document(path: Path, sha256: str) -> Path:
    """Give the path of a document that is still what it was."""
    if not path.is_file():
        raise InputRefused(
            str(path), "the dataset's document is not there",
            "Name the folder that its sources are relative to with --pages.",
        )  # fmt: skip
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise InputRefused(str(path), "not the document that the dataset was made of (SHA-256)")
    return path


def _truth_of_row(row: dict[str, Any], places: dict[str, int], shown: set[str]) -> Truth:
    parent = places.get(row["parent_id"] or "")
    return Truth(
        text=row["text"] or "",
        author=row["author_name"],
        parent=parent,
        parent_source="unknown" if row["parent_state"] == "unknown" else "shown",
        counted=not is_pingback(row["extra"]),
        printed=parent is not None and row["post_id"] in shown,
        nameless=row["author_name"] is None,
        created=row["created_at"],
    )


def is_pingback(extra: str | None) -> bool:
    """Tell by a post's `extra` whether it is a link from another page, nobody's words here."""
    return extra is not None and json.loads(extra).get("pingback") is True
