"""One page costs no other, whatever it holds: what fails behind the readers is refused alone."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import polars as pl
import pytest

import threadgraph
from threadgraph import BuildOptions, checked
from threadgraph.errors import InputRefused
from threadgraph.link.raw import Raw

LD = '<script type="application/ld+json">{}</script><body><p>A kettle boils.</p></body>'
GOOD = "It opens.\n\n  • Ann\n\n    At last!\n\n    • Bob\n\n      Will it hold?\n"


def page(**said: object) -> str:
    """Write a page whose two comments stand in JSON-LD, as `json` writes them for JavaScript."""
    comments = [
        {"@type": "Comment", "text": text, "author": {"@type": "Person", "name": name}}
        for name, text in (
            ("Ann \ud83d", "Half a sign \ud83d here"),
            ("Bob", "A whole one \U0001f600"),
        )
    ]
    item = {"@type": "Article", "headline": "Kettles", "comment": comments} | said
    return LD.format(json.dumps(item))


def test_half_a_character_in_data_is_the_sign_for_what_cannot_be_read() -> None:
    rows = threadgraph.parse(page(), "a.html").posts.filter(role="comment").collect()
    assert rows["author_name"].to_list() == ["Ann \ufffd", "Bob"]
    assert rows["text"].to_list() == ["Half a sign \ufffd here", "A whole one \U0001f600"]


@pytest.mark.parametrize("count", [99_999_999_999, -3])
def test_a_count_that_no_thread_has_is_none(count: int) -> None:
    documents = threadgraph.parse(page(commentCount=count), "a.html").documents.collect()
    assert documents["expected_post_count"].to_list() == [None]


def test_a_page_that_cannot_be_linked_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    true = checked.link

    def link(raw: Raw, *rest: object) -> object:
        if "bad.txt" in raw.documents["source"]:
            raise OverflowError("as no test foresaw")
        return true(raw, *rest)  # pyright: ignore[reportArgumentType] - handed on

    monkeypatch.setattr(checked, "link", link)
    pages = [("bad.txt", GOOD), ("good.txt", GOOD), ("x.bin", b"\x00\x01")]
    dataset = threadgraph.parse_many(pages)
    assert dataset.documents.collect()["source"].to_list() == ["good.txt"]
    told = dataset.diagnostics.select("source", "code").collect().rows()
    assert sorted(told) == [("bad.txt", "TG135"), ("x.bin", "TG111")]
    with pytest.raises(InputRefused, match="OverflowError: as no test foresaw"):
        threadgraph.parse(GOOD, "bad.txt")


def test_standard_input_is_read_with_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    options = BuildOptions(workers=2, formats=("parquet",))
    dataset = threadgraph.build(["-", str(tmp_path / "a.txt")], tmp_path / "out", options)
    assert dataset.documents.collect()["outcome"].to_list() == ["discussion"] * 2


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "hex"])
@pytest.mark.parametrize("letters", [b"caf\xc3\xa9", b"caf\xe9"])
def test_a_charset_that_is_none_of_text_is_none(name: str, letters: bytes) -> None:
    html = b'<meta charset="%s"><p>%s is where we met.</p>' % (name.encode(), letters)
    assert threadgraph.parse(html, "a.html").posts.collect()["text"].to_list() == [
        "café is where we met."
    ]


def test_tables_that_break_a_rule_are_never_published(monkeypatch: pytest.MonkeyPatch) -> None:
    true = checked.link

    def link(raw: Raw, *rest: object) -> object:
        tables = true(raw, *rest)  # pyright: ignore[reportArgumentType] - handed on
        if "bad.txt" in raw.documents["source"]:
            tables["posts"] = tables["posts"].with_columns(depth=pl.lit(7, pl.Int32))
        return tables

    monkeypatch.setattr(checked, "link", link)
    dataset = threadgraph.parse_many([("bad.txt", GOOD), ("good.txt", GOOD)])
    assert dataset.documents.collect()["source"].to_list() == ["good.txt"]
    (told,) = dataset.diagnostics.select("source", "code", "reason").collect().rows()
    assert told[:2] == ("bad.txt", "TG135")
    assert "linking broke a rule: posts, TG305" in told[2]
