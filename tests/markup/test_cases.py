"""Every page of HTML beside its expected records: `cases/<family>/<case>.html` and `.json`.

`pytest --bless` writes the expected records anew; read them before you commit them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from threadgraph.markup import families
from threadgraph.readers import choose
from threadgraph.records import Page

CASES = Path(__file__).with_name("cases")
PAGES = sorted(CASES.glob("*/*.html"))
# "12-30", "21:07"
_TWO_DIGITS = re.compile(rb"(?<=[-/:.T ])\d{1,2}(?=[-/:.T <])")


def told(data: bytes, page: Page) -> dict[str, Any]:
    """Give what a reviewer wants to see of a page, empty fields left out."""
    document = {k: v for k, v in asdict(page.document).items() if v is not None}
    posts: list[dict[str, Any]] = []
    for post in page.posts:
        row = {k: v for k, v in post._asdict().items() if v is not None and k != "position"}
        start, end = row.pop("evidence_start", None), row.pop("evidence_end", None)
        if start is not None:
            row["evidence"] = data[start:end].decode("utf-8", "replace")
        quotes = [
            {k: v for k, v in (("native_id", q.native_id), ("author", q.author)) if v}
            | {"text": post.text[q.text_start : q.text_end]}
            for q in page.quotes
            if q.position == post.position
        ]
        posts.append(row | ({"quotes": quotes} if quotes else {}))
    problems = [{"code": p.code, "reason": p.reason} for p in page.problems]
    return {"document": document, "posts": posts, "problems": problems}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_page_gives_the_expected_records(
    path: Path, request: pytest.FixtureRequest, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    data = path.read_bytes()
    choice = choose(data, path.name)[0]
    assert choice.name == "html"
    page = choice.reader.read(data)
    obeys_contract(data, page)
    assert (page.document.layout or "none") == path.parent.name
    expected = path.with_suffix(".json")
    rows = json.dumps(told(data, page), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--bless"):
        expected.write_text(rows, encoding="utf-8")
    assert rows == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("family", sorted({path.parent.name for path in PAGES}))
def test_days_and_times_that_there_are_none_of_end_no_reading(family: str) -> None:
    for path in sorted((CASES / family).glob("*.html")):
        data = _TWO_DIGITS.sub(b"77", path.read_bytes())
        assert choose(data, path.name)[0].reader.read(data).spans


def test_every_family_has_cases() -> None:
    assert set(families()) <= {path.parent.name for path in PAGES}
