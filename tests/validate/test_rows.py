"""Check frames: columns, types, rows and keys, with messages that tell expected and found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import polars as pl
import pytest

from threadgraph.codes import CODES
from threadgraph.schema import empty, table
from threadgraph.validate import check_rows
from threadgraph.validate.failures import FAILURE_LIMIT
from threadgraph.validate.rows import examine

Rows = dict[str, dict[str, dict[str, Any]]]
Frames = Callable[[Rows], dict[str, pl.DataFrame]]


@pytest.fixture
def posts(rows: Rows, frames: Frames) -> pl.DataFrame:
    return frames(rows)["posts"]


def test_valid_frames_have_no_failures(rows: Rows, frames: Frames):
    for name, frame in frames(rows).items():
        assert check_rows(table(name), frame) == []
        assert check_rows(table(name), empty(name)) == []


@pytest.mark.parametrize(
    ("name", "column", "value", "code", "message"),
    [
        ("posts", "role", None, "TG204", "role: expected text, found null"),
        ("posts", "role", "reply", "TG205", 'found "reply"'),
        ("posts", "status", "Missing", "TG205", 'one of "complete", "truncated"'),
        ("posts", "position", -1, "TG206", "position: expected at least 0, found -1"),
        ("posts", "author_name", "", "TG207", 'expected at least 1 characters, found 0: ""'),
        ("posts", "author_name", "é" * 1001, "TG207", "at most 1000 characters, found 1001"),
        ("posts", "post_id", "p_1", "TG208", "post_id: expected text that matches ^(p_"),
        ("posts", "language", "en\n", "TG208", 'found "en\\n"'),
        ("posts", "created_at", datetime(1, 1, 1, tzinfo=UTC), None, ""),
        ("posts", "author_name", "𝕳" * 1000, None, ""),
        ("documents", "layout_score", float("nan"), "TG206", "a finite number or null, found nan"),
        ("documents", "layout_score", float("inf"), "TG206", "found inf"),
        ("documents", "layout_score", 1.01, "TG206", "expected at most 1, found 1.01"),
        ("documents", "layout_score", -0.0, None, ""),
        ("entities", "aliases", ["a", ""], "TG210", "aliases[1]: expected at least 1 characters"),
        ("entities", "aliases", ["a", None], "TG210", "aliases[1]: expected text, found null"),
        ("entities", "aliases", [], None, ""),
        ("entities", "aliases", None, "TG204", "aliases: expected a list, found null"),
        ("replies", "inferred", None, "TG204", "inferred: expected true or false, found null"),
        ("replies", "rank", 0, "TG206", "rank: expected at least 1, found 0"),
    ],
)  # fmt: skip
def test_a_value_is_judged(  # noqa: PLR0913, PLR0917 - the case has five parts
    name: str, column: str, value: object, code: str | None, message: str,
    rows: Rows, frames: Frames,
):  # fmt: skip
    number = len(rows[name]) - 1
    list(rows[name].values())[number][column] = value
    failures = check_rows(table(name), frames(rows)[name])
    assert [(f.code, f.row, f.column, f.table) for f in failures] == (
        [(code, number, column, name)] if code else []
    )
    for failure in failures:
        assert message in failure.message
        assert failure.message.startswith(column)
        assert set(failure.key) == set(table(name).key)


def test_years_that_json_cannot_write_are_refused(posts: pl.DataFrame):
    far = pl.Series([0, 10**18, -(10**17), *[None] * 5], dtype=pl.Int64)
    frame = posts.with_columns(created_at=far.cast(pl.Datetime("us", "UTC")))
    failures = check_rows(table("posts"), frame)
    assert [(f.row, f.code) for f in failures] == [(1, "TG209"), (2, "TG209")]
    assert "+33658-09-27T01:46:40" in failures[0].message


def test_messages_are_short_and_show_nothing_that_moves_a_terminal(posts: pl.DataFrame):
    frame = posts.with_columns(role=pl.lit("\x1b[31m\u202e" + "x" * 10_000))
    message = check_rows(table("posts"), frame)[0].message
    assert "\\x1b[31m\\u202e" in message
    assert message.isprintable()
    assert len(message) < 200


def test_columns_missing_extra_or_of_another_type_are_failures_of_the_table(posts: pl.DataFrame):
    frame = posts.drop("score").with_columns(
        pl.col("depth").cast(pl.Float64), pl.lit(1).alias("mood\x1b")
    )
    told = [(f.code, f.row, f.column, f.message) for f in check_rows(table("posts"), frame)]
    assert told == [
        ("TG203", None, "depth", "depth: expected a column of int32, found Float64"),
        ("TG201", None, "score", "score: expected a column of int64, found no such column"),
        ("TG202", None, "mood\x1b", "mood\\x1b: expected no such column in posts"),
    ]


def test_a_subset_of_columns_is_checked_alone(posts: pl.DataFrame):
    frame = posts.select("role", "depth", "text", other=pl.lit(1)).with_columns(
        depth=-pl.col("depth") - 1
    )
    failures = check_rows(table("posts"), frame, ["role", "depth"])
    assert {(f.column, f.code) for f in failures} == {("depth", "TG206")}
    assert failures[0].key == {}
    assert check_rows(table("posts"), frame, ["role", "text"]) == []
    (missing,) = check_rows(table("posts"), frame, ["role", "status"])
    assert (missing.code, missing.column) == ("TG201", "status")


def test_keys_are_compared_where_all_their_columns_are_checked(posts: pl.DataFrame):
    twice = pl.concat([posts, posts.head(1)])
    (failure,) = check_rows(table("posts"), twice)
    assert (failure.code, failure.row, failure.column) == ("TG301", 8, "post_id")
    assert check_rows(table("posts"), twice, ["role"]) == []


def test_all_failures_are_given_and_the_first_thousand_explained():
    count = FAILURE_LIMIT + 500
    frame = pl.DataFrame({"role": ["x"] * count})
    failures = check_rows(table("posts"), frame, ["role"])
    assert [f.row for f in failures] == list(range(count))
    assert 'found "x"' in failures[FAILURE_LIMIT - 1].message
    assert failures[FAILURE_LIMIT].message == f"role: {CODES['TG205'].meaning}"


def test_counts_are_exact_beyond_the_limit():
    frame = pl.DataFrame({"role": ["x"] * 50, "language": ["?"] * 50})
    findings = examine(table("posts"), frame, limit=10)
    assert len(findings.failures) == 10
    assert findings.counts == {"TG205": 50, "TG208": 50}


def test_a_row_that_fails_in_several_columns_is_told_in_the_order_of_columns():
    frame = pl.DataFrame(
        {"role": ["x", "comment"], "language": ["?", "en"], "status": ["y", "empty"]}
    )
    failures = check_rows(table("posts"), frame, ["role", "language", "status"])
    assert [f.column for f in failures] == ["role", "status", "language"]
