"""Wrong use and bad input end with a documented code and a message of at most five lines."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

import polars as pl
import pytest

from threadgraph import cli

Run: TypeAlias = Callable[..., Any]

BINARY = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def test_a_build_without_seeds_names_the_command_to_type(run: Run, here: Path) -> None:
    run("build").refused(2, "./seeds", "Type: threadgraph build FOLDER --out out")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "p.txt", "--format", "csv"], ["csv", "Known formats", "parquet"]),
        (["build", "p.txt", "--format", ","], ["--format", "Known formats"]),
        (["build", "p.txt", "--reader", "html5"], ["html5", "Known readers", "text"]),
        (["build", "p.txt", "--spans", "all"], ["--spans", "full"]),
        (["build", "p.txt", "--color-by", "mood"], ["--color-by", "thread"]),
        (["build", "p.txt", "--max-file", "big"], ["max-file"]),
        (["build", "p.txt", "--max-file", "-1"], ["--max-file"]),
        (["build", "p.txt", "--max-record", "0"], ["--max-record"]),
        (["build", "p.txt", "--max-expansion", "-1"], ["--max-expansion"]),
        (["build", "p.txt", "--max-seconds", "0"], ["--max-seconds"]),
        (["build", "p.txt", "--workers", "0"], ["--workers"]),
        (["inspect", "out", "--top", "-3"], ["--top"]),
        (["discover", "out", "--minimum", "-1"], ["--minimum"]),
        (["build", "p.txt", "--no-such"], ["--no-such"]),
        (["explain", "p.txt", "--reader", "html5"], ["html5", "Known readers"]),
        (["schema", "cats"], ["cats", "Known tables", "posts"]),
        (["explain"], ["page"]),
        (["explain", "."], ["folder", "one"]),
        (["frobnicate"], ["frobnicate"]),
    ],
)
def test_wrong_use_is_2(
    run: Run, here: Path, page: str, arguments: list[str], words: list[str]
) -> None:
    (here / "p.txt").write_text(page)
    (here / "q.txt").write_text(page)
    run(*arguments).refused(2, *words)
    assert sorted(p.name for p in here.iterdir()) == ["p.txt", "q.txt"]


def test_two_inputs_of_one_name_are_2_and_both_are_named(run: Run, here: Path, page: str) -> None:
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "p.txt").write_text(page)
    run("build", "a/p.txt", "b/p.txt").refused(2, "p.txt", "2 inputs have this name")
    run("build", "a", "b").refused(2, "a/p.txt, b/p.txt")
    assert run("build", ".", "--out", "../out").code == 0


def test_a_packed_copy_beside_a_page_is_told_and_costs_nothing(
    run: Run, here: Path, page: str
) -> None:
    (here / "p.txt").write_text(page)
    (here / "p.txt.gz").write_bytes(gzip.compress(page.encode()))
    (here / "q.txt.gz").write_bytes(gzip.compress(page.encode()))
    assert run("build", ".", "--out", "../out").code == 3  # a file was rejected
    rows = pl.read_parquet("../out/parquet/diagnostics.parquet")
    refused = rows.filter(pl.col("severity") == "rejected")
    assert refused.select("source", "code").rows() == [("p.txt.gz", "TG117")]
    documents = pl.read_parquet("../out/parquet/documents.parquet")
    assert sorted(documents["source"]) == ["p.txt", "q.txt.gz"]


def test_a_missing_input_is_4(run: Run) -> None:
    run("build", "no/such.txt").refused(4, "no/such.txt", "No such file")
    run("explain", "no/such.txt").refused(4, "no/such.txt", "No such file")
    run("validate", "no/such").refused(4, "no/such")


def test_a_folder_without_files_is_4(run: Run, here: Path) -> None:
    (here / "empty" / "deeper").mkdir(parents=True)
    (here / "empty" / ".hidden").write_text("x")
    run("build", "empty").refused(4, "empty", "no files")


@pytest.mark.parametrize("name", ["p.txt", "p.bin", "p"])
def test_a_binary_file_alone_is_4(run: Run, here: Path, name: str) -> None:
    (here / name).write_bytes(BINARY)
    run("build", name).refused(4, name, "not text")
    run("explain", name).refused(4, name, "not text")
    assert not (here / "out").exists()


def test_a_damaged_gzip_alone_is_4(run: Run, here: Path) -> None:
    (here / "p.txt.gz").write_bytes(b"\x1f\x8b\x08\x00 no gzip")
    run("build", "p.txt.gz").refused(4, "p.txt.gz", "damaged")
    run("explain", "p.txt.gz").refused(4, "p.txt.gz", "damaged")


def test_a_pipe_and_a_device_are_4_and_are_not_opened(run: Run, here: Path) -> None:
    os.mkfifo(here / "pipe")
    run("build", "pipe").refused(4, "pipe", "not read")
    run("explain", "pipe").refused(4, "pipe", "not read")
    run("build", os.devnull).refused(4, "null", "not a regular file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_4(run: Run, here: Path) -> None:
    (here / "p.txt").write_text("x")
    (here / "p.txt").chmod(0)
    run("build", "p.txt").refused(4, "p.txt", "Permission denied")


def test_a_file_that_cannot_be_opened_is_4(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "p.txt").write_text("x")
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("p.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    run("build", "p.txt").refused(4, "p.txt", "Permission denied")


def test_a_file_over_the_limit_is_named_with_the_limit(run: Run, here: Path, page: str) -> None:
    (here / "p.txt").write_text(page * 100)
    run("build", "p.txt", "--max-file", "1000").refused(6, "p.txt", "1000 bytes")


def test_a_page_that_expands_too_far_is_6(run: Run, here: Path) -> None:
    (here / "p.txt.gz").write_bytes(gzip.compress(bytes(65 << 20), 1))
    run("explain", "p.txt.gz").refused(6, "p.txt.gz", "200-fold")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda out: out.write_text("mine"), ["out", "is a file"]),
        (lambda out: (out.mkdir(), (out / "thesis.txt").write_text("mine")), ["thesis.txt"]),
        (lambda out: out.symlink_to(out.parent), ["out", "link"]),
    ],
    ids=["file", "folder", "link"],
)
def test_a_target_that_is_not_ours_is_5_and_stays(
    run: Run, here: Path, page: str, make: Callable[[Path], object], words: list[str]
) -> None:
    (here / "p.txt").write_text(page)
    make(here / "out")
    before = {p: stat.S_IFMT(p.lstat().st_mode) for p in here.rglob("*")}
    run("build", "p.txt").refused(5, *words)
    assert {p: stat.S_IFMT(p.lstat().st_mode) for p in here.rglob("*")} == before


def test_a_target_below_a_file_is_5(run: Run, here: Path, page: str) -> None:
    (here / "p.txt").write_text(page)
    run("build", "p.txt", "--out", "p.txt/out").refused(5, "p.txt")


@pytest.mark.parametrize("arguments", [["schema", "posts"], ["formats"]])
def test_output_that_cannot_be_written_is_5(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    told = io.StringIO()
    monkeypatch.setattr(sys, "argv", ["threadgraph", *arguments])
    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(sys, "stderr", told)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code, told.getvalue()) == (5, "output: No space left on device\n")


def test_rejected_files_are_3_and_the_rest_is_published(run: Run, with_seeds: Path) -> None:
    (with_seeds / "seeds" / "bad.txt").write_bytes(BINARY)
    result = run("build")
    assert result.code == 3
    assert result.err == ""
    rows = pl.read_parquet("out/parquet/diagnostics.parquet").filter(severity="rejected")
    assert rows.select("source", "code").rows() == [("seeds/bad.txt", "TG111")]


def test_validate_is_0_3_or_4(run: Run, here: Path, page: str) -> None:
    (here / "p.txt").write_text(page)
    run("build", "p.txt", "--format", "jsonl")
    assert run("validate", "out").code == 0
    posts = here / "out" / "jsonl" / "posts.jsonl"
    posts.write_text(posts.read_text().replace('"role":"comment"', '"role":"shout"', 1))
    bad = run("validate", "out")
    assert bad.code == 3
    assert "TG205" in bad.out
    run("validate", ".").refused(4, "documents")


def test_a_file_that_was_changed_is_3(run: Run, here: Path, page: str) -> None:
    (here / "p.txt").write_text(page)
    run("build", "p.txt")
    whole = run("validate", "out")
    assert (whole.code, whole.out.splitlines()[-1].endswith(" 0 failures")) == (0, True)
    posts = here / "out" / "jsonl" / "posts.jsonl"
    posts.write_text(posts.read_text().replace('"role":"comment"', '"role":"opening"', 1))
    changed = run("validate", "out")
    assert changed.code == 3
    assert "TG401 jsonl/posts.jsonl" in changed.out
    told = json.loads(run("validate", "out", "--json").out)
    assert (told["valid"], told["failure_count"]) == (False, 0)
    assert told["files"]["changed"] == [["jsonl/posts.jsonl", "changed since it was written"]]
    manifest = here / "out" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"posts"', '"pasts"', 1))
    assert "TG401 manifest.json" in run("validate", "out").out
    manifest.write_text("{")
    assert "TG401 manifest.json" in run("validate", "out").out


def test_a_dataset_without_some_files_or_a_manifest_is_valid(
    run: Run, here: Path, page: str
) -> None:
    (here / "p.txt").write_text(page)
    run("build", "p.txt")
    shutil.rmtree(here / "out" / "jsonl")
    part = run("validate", "out")
    assert part.code == 0
    assert "jsonl/posts.jsonl: missing" in part.out
    (here / "out" / "manifest.json").unlink()
    alone = run("validate", "out")
    assert alone.code == 0
    assert "no manifest.json: whether files were changed is not known" in alone.out


def test_a_bug_is_1_and_tells_how_to_see_more(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("threadgraph.commands.formats.formats", fail)
    result = run("formats")
    assert result.code == 1
    assert "ZeroDivisionError" in result.err
    assert "THREADGRAPH_DEBUG" in result.err
    assert "Traceback" not in result.err


def test_an_empty_name_is_no_folder(run: Run, with_seeds: Path) -> None:
    del with_seeds
    run("build", "").refused(2, "its name is empty")


def test_closed_standard_input_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threadgraph.source.sys", SimpleNamespace(stdin=None))
    run("explain", "-").refused(4, "standard input is closed")
