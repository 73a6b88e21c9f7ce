"""Each rule of the graph: the smallest change that breaks it breaks it, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from threadgraph.codes import CODES
from threadgraph.schema import empty, tables
from threadgraph.validate import Report
from threadgraph.validate.forest import climb
from threadgraph.validate.graph import check_graph, rules

Rows = dict[str, dict[str, dict[str, Any]]]
Change = tuple[str, str, dict[str, Any]]
POST = "p_{:a<26}".format
NOBODY = "a_{:a<26}".format("nobody")


def test_the_dataset_of_the_tests_is_valid(rows: Rows, check: Callable[[Rows], Report]):
    report = check(rows)
    assert report.failures == ()
    assert report.valid
    assert report.rows["posts"] == 8
    assert report.notes == ()


# Each case: the code, the table and row that fail, and the changes (table, row, columns).
CASES: list[tuple[str, str, str, list[Change]]] = [
    ("TG302", "posts", "root", [("posts", "root", {"author_id": NOBODY}),
                                ("authors", "tom", {"post_count": 0})]),
    ("TG302", "replies", "guess", [("replies", "guess", {"parent_id": POST("nowhere")})]),
    ("TG302", "diagnostics", "warning", [
        ("diagnostics", "warning", {"document_id": "d_{:a<26}".format("none")}),
        ("documents", "page", {"warning_count": 0})]),
    ("TG302", "mentions", "named", [("mentions", "named", {"target_id": NOBODY})]),
    ("TG302", "mentions", "entity", [("mentions", "entity", {"target_id": "e_bye"})]),
    ("TG303", "replies", "guess", [("replies", "guess", {"parent_id": POST("unknown")})]),
    ("TG303", "quotes", "quote", [("quotes", "quote", {"quoted_id": POST("observed")})]),
    ("TG305", "posts", "root", [("posts", "root", {"depth": 1}),
                                ("posts", "observed", {"depth": 2})]),
    ("TG305", "posts", "root", [("posts", "root", {"depth": None}),
                                ("posts", "observed", {"depth": None})]),
    ("TG305", "posts", "observed", [("posts", "observed", {"depth": 2})]),
    ("TG305", "posts", "observed", [("posts", "observed", {"depth": None})]),
    ("TG305", "posts", "unknown", [("posts", "unknown", {"depth": 0})]),
    ("TG305", "posts", "orphan", [("posts", "orphan", {"depth": 0})]),
    ("TG305", "posts", "orphan", [("posts", "ghost", {"depth": 0})]),
    ("TG306", "posts", "unknown", [("posts", "unknown", {"parent_state": None})]),
    ("TG306", "posts", "orphan", [
        ("posts", "orphan", {"parent_state": "observed", "depth": None})]),
    ("TG306", "posts", "observed", [("posts", "observed", {"parent_state": "missing"})]),
    ("TG307", "posts", "observed", [("replies", "observed", {"inferred": True})]),
    ("TG307", "posts", "observed", [("replies", "observed", {"parent_id": POST("unknown")})]),
    ("TG307", "posts", "unknown", [("replies", "guess", {"inferred": False})]),
    ("TG307", "posts", "orphan", [("replies", "orphan", {"inferred": True})]),
    ("TG307", "posts", "root", [("replies", "root", {"child_id": POST("ghost")}),
                                ("posts", "ghost", {"parent_state": "root", "depth": 0}),
                                ("posts", "orphan", {"depth": 1})]),
    ("TG308", "replies", "guess", [("replies", "guess", {"parent_id": POST("article")})]),
    ("TG309", "replies", "guess", [("replies", "guess", {"parent_id": POST("opening")})]),
    ("TG309", "mentions", "label", [
        ("mentions", "label", {"document_id": "d_{:a<26}".format("forum")})]),
    ("TG310", "posts", "observed", [("posts", "observed", {"thread_id": POST("observed")})]),
    ("TG310", "posts", "root", [("posts", "root", {"thread_id": None})]),
    ("TG311", "posts", "ghost", [("posts", "ghost", {"text": ""})]),
    ("TG311", "posts", "ghost", [("posts", "ghost", {"span_start": 0, "span_end": 1})]),
    ("TG311", "spans", "third", [("spans", "third", {"post_id": POST("ghost")})]),
    ("TG312", "posts", "unknown", [("posts", "unknown", {"author_state": "named"})]),
    ("TG312", "posts", "root", [("posts", "root", {"author_state": "deleted"})]),
    ("TG312", "posts", "root", [("posts", "root", {"author_state": "missing"})]),
    ("TG313", "posts", "unknown", [("posts", "unknown", {"position": 4})]),
    ("TG313", "posts", "unknown", [("posts", "unknown", {"position": 6})]),
    ("TG314", "spans", "first", [("spans", "first", {"span_start": 1})]),
    ("TG314", "spans", "second", [("spans", "first", {"span_end": 9})]),
    ("TG314", "spans", "second", [("spans", "first", {"span_end": 11})]),
    ("TG314", "spans", "third", [("spans", "third", {"span_end": 39})]),
    ("TG314", "spans", "third", [("spans", "third", {"span_end": 41})]),
    ("TG315", "posts", "root", [("posts", "root", {"span_end": None})]),
    ("TG315", "posts", "root", [("posts", "root", {"span_end": 41})]),
    ("TG315", "replies", "observed", [("replies", "observed", {"evidence_start": 6})]),
    ("TG315", "diagnostics", "warning", [
        ("diagnostics", "warning", {"span_start": 0, "span_end": 41})]),
    ("TG315", "mentions", "named", [("mentions", "named", {"text_end": None})]),
    ("TG315", "mentions", "named", [("mentions", "named", {"text_end": 6})]),
    ("TG315", "mentions", "named", [("mentions", "named", {"text_end": 99})]),
    ("TG315", "mentions", "entity", [
        ("mentions", "entity", {"kind": "url", "text_start": None, "text_end": None})]),
    ("TG315", "quotes", "quote", [("quotes", "quote", {"text_end": 99})]),
    ("TG315", "quotes", "quote", [("quotes", "quote", {"quoted_end": 99})]),
    ("TG315", "quotes", "quote", [("quotes", "quote", {"quoted_end": None})]),
    ("TG316", "mentions", "named", [("mentions", "named", {"surface": "tom"})]),
    ("TG317", "documents", "page", [("documents", "page", {"post_count": 5})]),
    ("TG317", "documents", "forum", [("documents", "forum", {"warning_count": 1})]),
    ("TG317", "authors", "tom", [("authors", "tom", {"post_count": 0})]),
    ("TG318", "posts", "article", [("posts", "article", {"author_state": "missing"})]),
    ("TG318", "posts", "article", [("posts", "article", {"thread_id": POST("article")})]),
    ("TG318", "posts", "article", [("posts", "article", {"position": 1}),
                                   ("posts", "root", {"position": 0})]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "table", "row", "changes"), CASES)
def test_a_change_breaks_one_rule(  # noqa: PLR0913, PLR0917 - the case has four parts
    code: str,
    table: str,
    row: str,
    changes: list[Change],
    rows: Rows,
    frames: Callable[[Rows], dict[str, pl.DataFrame]],
):
    for where, name, values in changes:
        rows[where][name] |= values
    findings = check_graph({name: frame.lazy() for name, frame in frames(rows).items()})
    assert findings.counts == {code: 1}
    (failure,) = findings.failures
    assert (failure.code, failure.table) == (code, table)
    assert failure.row == list(rows[table]).index(row)
    assert set(failure.key) == set(tables()[table].key)
    assert "expected " in failure.message
    assert ", found " in failure.message


def test_a_key_twice_is_told_at_the_second_row(rows: Rows, check: Callable[[Rows], Report]):
    rows["entities"]["again"] = rows["entities"]["hello"] | {"name": "Again"}
    (failure,) = check(rows).failures
    assert (failure.code, failure.table, failure.row) == ("TG301", "entities", 1)
    assert failure.key == {"entity_id": "e_hello"}


def test_a_key_of_several_columns_is_compared_whole(rows: Rows, check: Callable[[Rows], Report]):
    rows["replies"]["other"] = rows["replies"]["guess"] | {"method": "quote"}
    assert check(rows).valid
    rows["replies"]["again"] = rows["replies"]["guess"] | {"rank": 2}
    assert check(rows).counts_by_code == {"TG301": 1}


def test_a_post_below_the_article_breaks_its_own_rule(rows: Rows, check: Callable[[Rows], Report]):
    rows["posts"]["observed"]["parent_id"] = POST("article")
    rows["replies"]["observed"]["parent_id"] = POST("article")
    report = check(rows)
    wrong = [(f.table, f.column) for f in report.failures if f.code == "TG308"]
    assert wrong == [("replies", "relation"), ("posts", "parent_id")]


def test_a_parent_in_another_document_is_told(rows: Rows, check: Callable[[Rows], Report]):
    rows["posts"]["answer"]["parent_id"] = POST("root")
    rows["posts"]["answer"]["thread_id"] = POST("root")
    rows["replies"]["answer"]["parent_id"] = POST("root")
    report = check(rows)
    assert {(f.code, f.table, f.column) for f in report.failures} == {
        ("TG309", "posts", "parent_id"),
        ("TG309", "posts", "thread_id"),
        ("TG309", "replies", "parent_id"),
    }


def test_one_shown_edge_a_parent(rows: Rows, check: Callable[[Rows], Report]):
    rows["replies"]["twice"] = rows["replies"]["observed"] | {"method": "reply_label"}
    assert check(rows).counts_by_code == {"TG307": 1}
    rows["replies"]["twice"]["inferred"] = True
    assert check(rows).valid


def test_a_document_without_article_has_no_comments_on(rows: Rows, check: Callable[[Rows], Report]):
    rows["replies"]["root"]["child_id"] = POST("opening")
    rows["replies"]["root"]["document_id"] = rows["posts"]["opening"]["document_id"]
    codes = check(rows).counts_by_code
    assert codes["TG307"] == 2  # one row too many here, one missing there


def test_places_count_code_points(rows: Rows, check: Callable[[Rows], Report]):
    rows["posts"]["observed"]["text"] = "𝕳é Tom"
    rows["mentions"]["named"] |= {"text_start": 3, "text_end": 6}
    rows["quotes"]["quote"] |= {"text_end": 6}
    assert check(rows).valid
    rows["quotes"]["quote"] |= {"text_end": 7}
    assert check(rows).counts_by_code == {"TG315": 1}


@pytest.mark.parametrize("name", ["named", "entity"])
def test_authors_and_entities_may_stand_outside_the_text(
    name: str, rows: Rows, check: Callable[[Rows], Report]
):
    rows["mentions"][name] |= {"text_start": None, "text_end": None}
    assert check(rows).valid


def test_a_document_may_have_no_spans(rows: Rows, check: Callable[[Rows], Report]):
    rows["spans"].clear()
    assert check(rows).valid


def test_messages_escape_what_foreign_text_holds(rows: Rows, check: Callable[[Rows], Report]):
    rows["mentions"]["named"]["surface"] = "T\x1b[2Jm"
    (failure,) = check(rows).failures
    assert "\x1b" not in failure.message
    assert "\\x1b" in failure.message


def chain(parents: dict[str, str | None]) -> pl.LazyFrame:
    return pl.LazyFrame(
        {"post_id": list(parents), "parent_id": list(parents.values())},
        schema={"post_id": pl.String, "parent_id": pl.String},
    )


@pytest.mark.parametrize(
    ("parents", "in_cycle", "lost"),
    [
        ({}, "", ""),
        ({"a": None, "b": "a", "c": "b"}, "", ""),
        ({"a": "gone", "b": "a"}, "", ""),
        ({"a": "a", "b": "a"}, "a", "ab"),
        ({"a": "b", "b": "a", "c": "a", "d": "c", "e": None}, "ab", "abcd"),
        ({"a": "b", "b": "c", "c": "a", "d": None, "e": "d"}, "abc", "abc"),
        ({"a": "b", "b": "a", "c": "d", "d": "e", "e": "f", "f": "c"}, "abcdef", "abcdef"),
    ],
)  # fmt: skip
def test_cycles_of_any_length_are_found(parents: dict[str, str | None], in_cycle: str, lost: str):
    names = list(parents)
    found = climb(chain(parents))
    assert [names[row] for row in found.filter("in_cycle")["row"]] == list(in_cycle)
    assert [names[row] for row in found.filter("lost")["row"]] == list(lost)


def test_a_cycle_is_a_failure_of_each_post_in_it(rows: Rows, check: Callable[[Rows], Report]):
    rows["posts"]["root"] |= {"parent_id": POST("observed"), "parent_state": "observed"}
    report = check(rows)
    cycle = [f for f in report.failures if f.code == "TG304"]
    assert [f.row for f in cycle] == [1, 2]
    assert "TG310" not in report.counts_by_code  # nothing is topmost there


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_of_200000_replies_is_quick(*, closed: bool):
    count = 200_000
    names = [f"p{number}" for number in range(count)]
    parents = dict(zip(names, [names[-1] if closed else None, *names[:-1]], strict=True))
    posts = chain(parents)
    begin = time.process_time()
    found = climb(posts)
    assert time.process_time() - begin < 5
    assert found["in_cycle"].sum() == (count if closed else 0)
    assert closed or found["top"].max() == 0


def test_every_reference_of_the_schemas_has_a_rule():
    declared = {
        (t.name, c.name) for t in tables().values() for c in t.columns if c.references is not None
    }
    assert len(declared) > 10
    assert declared <= {(rule.table, rule.column) for rule in rules() if rule.code == "TG302"}


def test_every_code_of_a_rule_is_listed_and_every_listed_code_has_a_rule():
    assert {rule.code for rule in rules()} == {code for code in CODES if code.startswith("TG3")}


def test_rules_read_only_what_they_name():
    """A rule is left out where a table that it reads cannot be read; so `reads` must be whole."""
    frames = {name: empty(name).lazy() for name in tables()} | {"posts": empty("posts").lazy()}
    climbed = climb(frames["posts"]).lazy()
    for rule in rules():
        named = {name: frames[name] for name in rule.reads}
        extra = {"climb": climbed} if "posts" in rule.reads else {}
        assert rule.find(named | extra).collect().is_empty()


def test_rules_of_tables_that_are_not_there_are_left_out():
    findings = check_graph({"entities": empty("entities").lazy()})
    assert findings.failures == []


def test_failures_of_a_rule_are_capped_and_all_are_counted(rows: Rows):
    entity = rows["entities"]["hello"]
    frame = pl.DataFrame([entity] * 10, schema=empty("entities").schema).lazy()
    findings = check_graph({"entities": frame}, limit=3)
    assert len(findings.failures) == 3
    assert findings.counts == {"TG301": 9}
