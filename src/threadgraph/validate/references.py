"""Rules on ids: keys are unique, references lead somewhere, and stay inside their document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.schema import Column, Table, Tables, tables
from threadgraph.validate.rules import Rule, numbered, report, text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["duplicate_keys", "rules"]

_TARGETS = {"author": ("authors", "author_id"), "entity": ("entities", "entity_id")}
"""Kinds of mentions whose target is a row, and where; other targets are names or URLs."""


def rules() -> Iterator[Rule]:
    """Give the rules, most of them read off the keys and `x-references` of the schemas."""
    for table in tables().values():
        yield duplicate_keys(table)
        for column in table.columns:
            if column.references:
                yield _dangling_rule(table, column)
                yield from _crossing_rules(table, column)
    for kind, (target, target_id) in _TARGETS.items():
        yield Rule(
            code="TG302",
            table="mentions",
            column="target_id",
            reads=("mentions", target),
            expected=f"an id that is in {target}",
            find=partial(_dangling_target, kind, target, target_id),
        )
    yield _self_loop_rule("replies", "child_id", "parent_id")
    yield _self_loop_rule("quotes", "post_id", "quoted_id")


def duplicate_keys(table: Table) -> Rule:
    """Give the rule that a table has no key twice; the first row of a key is fine."""
    return Rule(
        code="TG301",
        table=table.name,
        column=table.key[0] if len(table.key) == 1 else None,
        reads=(table.name,),
        expected=f"each {', '.join(table.key)} once",
        find=partial(_duplicates, table),
    )


def _duplicates(table: Table, frames: Tables) -> pl.LazyFrame:
    key = [pl.col(name) for name in table.key]
    repeated = numbered(frames, table.name).select("row", *key).drop_nulls()
    again = ~(pl.struct(key) if len(key) > 1 else key[0]).is_first_distinct()
    parts = pl.concat_str([text(part) for part in key], separator=", ")
    return report(repeated.filter(again), table.name, pl.format("{} again", parts))


def _dangling_rule(table: Table, column: Column) -> Rule:
    target, target_id = str(column.references).split(".")
    return Rule(
        code="TG302",
        table=table.name,
        column=column.name,
        reads=(table.name, target),
        expected=f"an id that is in {target}",
        find=partial(_dangling, table, column.name, target, target_id),
    )


def _dangling(table: Table, name: str, target: str, target_id: str, frames: Tables) -> pl.LazyFrame:
    rows = numbered(frames, table.name).filter(pl.col(name).is_not_null())
    known = frames[target].select(target_id)
    lost = rows.join(known, left_on=name, right_on=target_id, how="anti")
    return report(lost, table.name, pl.col(name))


def _dangling_target(kind: str, target: str, target_id: str, frames: Tables) -> pl.LazyFrame:
    of_kind = (pl.col("kind") == kind) & pl.col("target_id").is_not_null()
    rows = numbered(frames, "mentions").filter(of_kind)
    known = frames[target].select(target_id)
    lost = rows.join(known, left_on="target_id", right_on=target_id, how="anti")
    return report(lost, "mentions", pl.col("target_id"))


def _crossing_rules(table: Table, column: Column) -> Iterator[Rule]:
    """Give the rule that a post that a row names lies in the row's own document."""
    if column.references != "posts.post_id":
        return
    yield Rule(
        code="TG309",
        table=table.name,
        column=column.name,
        reads=(table.name, "posts"),
        expected="a post of the same document",
        find=partial(_crossing, table, column.name),
    )


def _crossing(table: Table, name: str, frames: Tables) -> pl.LazyFrame:
    homes = frames["posts"].select(pl.col("post_id").alias(name), home="document_id")
    rows = numbered(frames, table.name).join(homes, on=name)
    astray = rows.filter(pl.col("home") != pl.col("document_id"))
    return report(astray, table.name, pl.format("{} of {}", pl.col(name), pl.col("home")))


def _self_loop_rule(table: str, source: str, target: str) -> Rule:
    return Rule(
        code="TG303",
        table=table,
        column=target,
        reads=(table,),
        expected=f"another post than {source}",
        find=partial(_self_loops, table, source, target),
    )


def _self_loops(table: str, source: str, target: str, frames: Tables) -> pl.LazyFrame:
    loops = numbered(frames, table).filter(pl.col(source) == pl.col(target))
    return report(loops, table, pl.col(target))
