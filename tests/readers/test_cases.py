"""Every case beside its expected records: `tests/cases/<layout>/<case>.txt` and `.jsonl`.

The same suite holds every reader and layout. `pytest --bless` writes the expected records anew;
read them before you commit them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from threadgraph.layouts import layouts
from threadgraph.readers import choose
from threadgraph.records import Page

CASES = Path(__file__).resolve().parents[1] / "cases"
SEEDS = CASES.parents[1] / "seeds"
PAGES = sorted(p for p in CASES.glob("*/*") if p.suffix != ".jsonl")
SEED_LAYOUTS = {"000": "disqus", "001": "wpdiscuz_flat", "002": "wpdiscuz"}


def told(data: bytes, page: Page) -> Iterator[dict[str, Any]]:
    """Give what a reviewer wants to see of a page, empty fields left out."""
    d = page.document
    yield {
        "outcome": d.outcome,
        "layout": d.layout,
        "title": d.title,
        "extra": json.loads(d.extra)["byline"] if d.extra and "byline" in d.extra else None,
        "expected": d.expected_post_count,
    }
    for post in page.posts:
        start, end = post.evidence_start, post.evidence_end
        shown = None if start is None else data[start:end].decode("utf-8", "replace")
        row = {
            "role": post.role,
            "author": post.author_name,
            "state": post.author_state,
            "date": post.created_text,
            "at": post.created_at,
            "precision": post.created_precision,
            "depth": post.depth,
            "label": post.parent_label,
            "evidence": shown,
            "status": None if post.status == "complete" else post.status,
            "text": post.text,
        }
        yield {key: value for key, value in row.items() if value is not None}
    for problem in page.problems:
        yield {"code": problem.code, "at": [problem.span_start, problem.span_end]}


def check_golden(
    rows: Iterator[dict[str, Any]], expected: Path, request: pytest.FixtureRequest
) -> None:
    """Compare with the reviewed records, or write them anew with `--bless`."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    if request.config.getoption("--bless"):
        expected.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem[:3])
def test_seed_gives_the_records_that_were_read_by_hand(
    path: Path, request: pytest.FixtureRequest, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    data = path.read_bytes()
    page = choose(data, path.name)[0].reader.read(data)
    obeys_contract(data, page)
    assert page.document.layout == SEED_LAYOUTS[path.stem[:3]]
    expected = CASES.parent / "seeds" / f"{path.stem[:3]}.jsonl"
    check_golden(told(data, page), expected, request)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_page_gives_the_expected_records(
    path: Path, request: pytest.FixtureRequest, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    data = path.read_bytes()
    page = choose(data, path.name)[0].reader.read(data)
    obeys_contract(data, page)
    check_golden(told(data, page), path.with_suffix(".jsonl"), request)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_the_folder_of_a_case_names_its_layout(path: Path) -> None:
    data = path.read_bytes()
    found = choose(data, path.name)[0].reader.read(data).document.layout
    assert (found or "none") == path.parent.name


def test_every_layout_has_cases() -> None:
    assert set(layouts()) <= {path.parent.name for path in PAGES}
