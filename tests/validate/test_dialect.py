"""The columnar judge: the schemas are in its dialect, and what is not is refused."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from threadgraph.errors import ThreadgraphError
from threadgraph.schema import Column, Table, table, tables
from threadgraph.validate.dialect import compile_table
from threadgraph.validate.judge import explain, validator
from threadgraph.validate.patterns import as_python, refusal

SCHEMAS = sorted(Path(__file__).parents[2].glob("schemas/*.schema.json"))
COLUMNS = [(t, c) for t in tables().values() for c in t.columns]
POSTS = table("posts")


def column_id(value: object) -> str:
    return getattr(value, "name", "")


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_schemas_are_valid_2020_12(path: Path):
    spec = json.loads(path.read_text(encoding="utf-8"))
    assert spec["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(spec)
    assert spec["title"] == path.name.removesuffix(".schema.json")
    assert spec["description"].endswith(".")


def test_there_are_nine_tables():
    assert len(SCHEMAS) == len(tables()) == 9


@pytest.mark.parametrize(("owner", "column"), COLUMNS, ids=column_id)
def test_every_column_is_documented_and_its_examples_are_valid(owner: Table, column: Column):
    assert column.description.endswith(".")
    assert column.json_schema["examples"]
    judge = validator(owner, [column.name])
    for example in column.json_schema["examples"]:
        assert explain(judge, {column.name: example}) == {}


@pytest.mark.parametrize("owner", tables().values(), ids=column_id)
def test_every_schema_compiles_to_one_expression_a_column(owner: Table):
    checks = compile_table(owner)
    assert list(checks) == [c.name for c in owner.columns]
    verdict = pl.DataFrame(schema=owner.polars_schema).select(c.fine for c in checks.values())
    assert set(verdict.dtypes) == {pl.Boolean}


def changed(name: str, **keywords: Any) -> Table:  # noqa: ANN401 - keywords differ
    """Give the posts table with keywords of one column replaced."""
    columns = [
        replace(c, json_schema={**c.json_schema, **keywords}) if c.name == name else c
        for c in POSTS.columns
    ]
    return replace(POSTS, columns=tuple(columns))


@pytest.mark.parametrize(
    ("column", "keywords"),
    [
        ("text", {"contentMediaType": "text/plain"}),
        ("text", {"minimum": 1}),
        ("depth", {"pattern": "^1$"}),
        ("depth", {"minLength": 1}),
        ("depth", {"multipleOf": 2}),
        ("depth", {"minimum": float("nan")}),
        ("depth", {"enum": [1, "2"]}),
        ("depth", {"enum": [True]}),
        ("role", {"const": 1}),
        ("role", {"maxLength": -1}),
        ("text", {"format": "email"}),
        ("text", {"format": "date-time"}),
        ("created_at", {"format": "date"}),
        ("created_at", {"minLength": 3}),
        ("text", {"items": {"type": "string"}}),
        ("text", {"type": ["string", "integer"]}),
        ("text", {"type": "object"}),
        ("text", {"type": "integer"}),
        ("text", {"pattern": r"^\d$"}),
    ],
)
def test_what_is_not_in_the_dialect_is_refused(column: str, keywords: dict[str, Any]):
    with pytest.raises(ThreadgraphError) as caught:
        compile_table(changed(column, **keywords))
    assert f"posts.{column}" in str(caught.value)
    told = str(caught.value)
    assert any(f"`{name}`" in told for name in [*keywords, "x-arrow"])


@pytest.mark.parametrize(
    "keywords",
    [
        {"minProperties": 1},
        {"additionalProperties": True},
        {"required": ["post_id"]},
        {"type": "array"},
        {"x-key": ["no_column"]},
    ],
)
def test_keywords_of_the_row_are_refused(keywords: dict[str, Any]):
    key = tuple(keywords.get("x-key", POSTS.key))
    spec = {**POSTS.json_schema, **keywords}
    with pytest.raises(ThreadgraphError, match="schema of posts"):
        compile_table(replace(POSTS, key=key, json_schema=spec))


def test_items_are_held_to_the_dialect():
    entities = table("entities")
    for items in ({"type": "integer"}, {"type": "string", "format": "uri"}, True):
        columns = [
            replace(c, json_schema={**c.json_schema, "items": items}) if c.name == "aliases" else c
            for c in entities.columns
        ]
        with pytest.raises(ThreadgraphError, match=r"entities\.aliases"):
            compile_table(replace(entities, columns=tuple(columns)))


@pytest.mark.parametrize(
    ("keywords", "values", "fine"),
    [
        ({"const": "comment"}, ["comment", "opening", None], [True, False, False]),
        ({"enum": ["a"], "type": ["string", "null"]}, ["a", "b", None], [True, False, False]),
        ({"enum": ["a", None], "type": ["string", "null"]}, ["a", "b", None], [True, False, True]),
        ({"enum": [], "type": ["string", "null"]}, ["a", None], [False, False]),
    ],
)
def test_closed_lists_may_forbid_null(
    keywords: dict[str, Any], values: list[str | None], fine: list[bool]
):
    owner = changed("role", **{"enum": ["comment", "opening", None]} | keywords)
    frame = pl.DataFrame({"role": pl.Series(values, dtype=pl.String)})
    assert frame.select(compile_table(owner)["role"].fine)["role"].to_list() == fine


@pytest.mark.parametrize(
    "pattern",
    [
        "^a$", "^(p_[a-z2-7]{26}|[a-z][a-z0-9_]{0,31}:[!-~]{1,255})$",
        "^[A-Za-z]{2,8}(-[0-9]{1,8})?$",
        r"^a\.b\$$", "^(?:a|b){2}$", "[-a]", "[a-]", "a{3}", "^$",
    ],
)  # fmt: skip
def test_patterns_of_the_dialect_agree(pattern: str):
    assert refusal(pattern) is None
    texts = ["", "a", "b", "a\n", "\na", "a.b$", "ab", "ba", "-", "aaa", "é", "p_" + "a" * 26,
             "x:y", "x:y\n", "en", "en-1", "EN-12345678", "a\r", "a\u2028"]  # fmt: skip
    rust = pl.DataFrame({"text": texts}).select(pl.col("text").str.contains(pattern))["text"]
    python = [re.search(as_python(pattern), text) is not None for text in texts]
    assert rust.to_list() == python


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d", r"\w{2}", r"a\b", "a*", "a+", "a{2,}", "a{2}{3}", "a??", "a{1}+", ".", "[^a]", "[]",
        "(?=a)", "(?i)a", "(?P<x>a)", r"[\d]", "[[a]]", "[a&&b]", "[--a]", "[é]", "é", "(a", "a)",
        "{2}", "^{2}", "|?", "(?", "[z-a]", "a{3,2}", "[a", "\n", r"\Z", r"\n", "a{1000}",
    ],
)  # fmt: skip
def test_other_patterns_are_refused(pattern: str):
    assert refusal(pattern) is not None


def test_the_dollar_sign_is_the_end_of_the_text():
    frame = pl.DataFrame({"post_id": ["p_" + "a" * 26, "p_" + "a" * 26 + "\n"]})
    assert frame.select(compile_table(POSTS)["post_id"].fine)["post_id"].to_list() == [True, False]
    judge = validator(POSTS, ["post_id"])
    assert [bool(explain(judge, row)) for row in frame.to_dicts()] == [False, True]


def test_a_number_without_bounds_is_finite():
    documents = table("documents")
    score = next(c for c in documents.columns if c.name == "layout_score")
    spec = {k: v for k, v in score.json_schema.items() if k not in {"minimum", "maximum"}}
    owner = replace(
        documents,
        columns=tuple(replace(c, json_schema=spec) if c is score else c for c in documents.columns),
        json_schema={
            **documents.json_schema,
            "properties": {**documents.json_schema["properties"], "layout_score": spec},
        },
    )
    frame = pl.DataFrame({"layout_score": [1e308, -5.0, None, math.nan, math.inf, -math.inf]})
    fine = frame.select(compile_table(owner)["layout_score"].fine)["layout_score"].to_list()
    assert fine == [True, True, True, False, False, False]
    judge = validator(owner, ["layout_score"])
    assert [not explain(judge, row) for row in frame.to_dicts()] == fine
