"""Odd pages, standard input, and the options that change what is printed."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl
import pytest
import zstandard

Run: TypeAlias = Callable[..., Any]

ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"Caf\xe9 news\n\nText \xff\xfe here.\n", ["TG101", "TG101"]),
        ("A title\n\nText ü.\n".encode("utf-16"), []),
        ("A title\n\nText ü.\n".encode("utf-16-be"), []),
        (b"\xef\xbb\xbfA title\n\nText.\n", []),
        (b"A title\r\rText.\r", []),
        (b"A title\r\n\r\nText.\r\n", []),
        (b"A title\n\nText\x00 with\x01 controls, and enough around them.\n", ["TG102", "TG102"]),
        (b"", ["TG110"]),
        (b"\n\n  \n", []),
        (b"No comments at all, one line", []),
    ],
    ids=[
        "invalid UTF-8", "UTF-16", "UTF-16 without mark", "BOM", "CR", "CRLF", "controls", "empty",
        "blank", "no comments",
    ],
)  # fmt: skip
def test_odd_pages_are_read_and_told(run: Run, here: Path, data: bytes, codes: list[str]) -> None:
    (here / "p.txt").write_bytes(data)
    result = run("build", "p.txt", "--format", "parquet")
    assert (result.code, result.err) == (0, "")
    diagnostics = pl.read_parquet("out/parquet/diagnostics.parquet")
    assert diagnostics["code"].to_list() == codes
    document = pl.read_parquet("out/parquet/documents.parquet").row(0, named=True)
    assert document["byte_count"] == len(data)
    assert document["outcome"] == "none"
    assert run("explain", "p.txt").code == 0
    assert run("validate", "out").code == 0


def test_one_bad_file_leaves_the_rest_unharmed(run: Run, with_seeds: Path) -> None:
    assert run("build", "--out", "good", "--format", "parquet").code == 0
    seeds = with_seeds / "seeds"
    (seeds / "a.bin").write_bytes(bytes(range(256)) * 8)
    (seeds / "b.txt.gz").write_bytes(b"\x1f\x8b\x08")
    os.mkfifo(seeds / "c.txt")
    (seeds / "d.txt").symlink_to(seeds / "000_d54a06abbfb2d105.txt")
    assert run("build", "--out", "bad", "--format", "parquet").code == 3
    for table in ("documents", "posts", "authors", "replies", "mentions", "quotes", "spans"):
        name = f"parquet/{table}.parquet"
        assert pl.read_parquet(f"good/{name}").equals(pl.read_parquet(f"bad/{name}"))
    rejected = pl.read_parquet("bad/parquet/diagnostics.parquet").filter(severity="rejected")
    assert set(rejected.select("source", "code").rows()) == {
        ("seeds/a.bin", "TG111"),
        ("seeds/b.txt.gz", "TG114"),
        ("seeds/c.txt", "TG113"),
        ("seeds/d.txt", "TG113"),
    }


def test_standard_input_is_a_page(run: Run, here: Path, page: str) -> None:
    del here
    assert run("build", "-", "--format", "parquet", stdin=page.encode()).code == 0
    documents = pl.read_parquet("out/parquet/documents.parquet")
    assert documents.select("source", "outcome").rows() == [("-", "discussion")]
    told = json.loads(run("explain", "-", "--json", stdin=page.encode()).out)
    assert [post["author_name"] for post in told["posts"]] == [None, "Ann", "Bob"]


def test_compressed_files_give_the_rows_of_the_plain_one(run: Run, here: Path, page: str) -> None:
    data = page.encode()
    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
    rows = []
    for suffix, compress in pack.items():
        (here / f"p.txt{suffix}").write_bytes(compress(data))
        arguments = ["--out", f"out{suffix}", "--format", "parquet"]
        assert run("build", f"p.txt{suffix}", *arguments).code == 0
        rows.append(pl.read_parquet(f"out{suffix}/parquet/posts.parquet"))
    assert rows[0].equals(rows[1])
    assert rows[0].equals(rows[2])


def test_quiet_prints_nothing_where_nothing_is_wrong(run: Run, with_seeds: Path) -> None:
    result = run("build", "--quiet", "--format", "jsonl")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert (with_seeds / "out" / "manifest.json").exists()
    run("build", "--quiet", "no/such").refused(4, "no/such")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--json"],
        ["build", "--dry-run", "--json"],
        ["explain", "seeds/002_80bdbfd9fb277ead.txt", "--json"],
        ["formats", "--json"],
        ["schema"],
        ["schema", "posts"],
    ],
)
def test_json_is_json_and_nothing_else(run: Run, with_seeds: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.err) == (0, "")
    assert result.out.isascii()
    assert json.loads(result.out)
    assert with_seeds.exists()


def test_json_of_a_build_is_its_manifest(run: Run, with_seeds: Path) -> None:
    told = json.loads(run("build", "--json").out)
    written = json.loads((with_seeds / "out" / "manifest.json").read_text())
    assert told["manifest"].items() <= written.items()
    assert json.loads(run("validate", "out", "--json").out)["valid"] is True


def test_a_dry_run_writes_nothing(
    run: Run, with_seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(with_seeds.rglob("*"))
    (with_seeds / "seeds" / "bad.txt").write_bytes(b"\x89PNG\r\n")
    result = run("build", "--dry-run")
    assert result.code == 3
    for word in ("disqus", "wpdiscuz_flat", "TG111", "seeds/bad.txt"):
        assert word in result.out
    (with_seeds / "seeds" / "bad.txt").unlink()
    assert sorted(with_seeds.rglob("*")) == before
    monkeypatch.chdir(with_seeds / "seeds")
    assert run("build", ".", "--dry-run", "--json").code == 0
    assert sorted(with_seeds.rglob("*")) == before


def test_the_version_is_printed(run: Run) -> None:
    result = run("--version")
    assert result.code == 0
    assert re.fullmatch(r"threadgraph \d+\.\d+\.\d+\S*\n", result.out)


def test_no_control_character_reaches_the_terminal(run: Run, here: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
    page = (
        f"A {evil} title\n\nText {evil}.\n\n  • Ann{evil}\n\n    Hi {evil}\n\n  • Bob\n\n    Ho.\n"
    )
    name = "p\x1b[2J\n.txt"
    (here / name).write_text(page, encoding="utf-8")
    outs = [
        run("explain", name),
        run("build", name, "--dry-run"),
        run("build", name),
        run("build", name, "--json", "--out", "o2"),
        run("validate", "out"),
        run("build", "no\x1b[2J\nsuch"),
        run("build", name, "--format", "\x1b[2J"),
        run("build", name, "--no\x1b[2J"),
        run(f"\x1b[2J{evil}"),
    ]
    for result in outs:
        assert not ESCAPES.search(result.out + result.err), result
    assert "\\x1b" in outs[0].out


def test_a_name_that_is_not_utf8_is_shown_escaped(run: Run, here: Path, page: str) -> None:
    Path(os.fsdecode(os.fsencode(here) + b"/p\xff.txt")).write_text(page)
    assert run("build", ".", "--out", "../out", "--format", "parquet").code == 0
    documents = pl.read_parquet("../out/parquet/documents.parquet")
    assert documents["source"].to_list() == ["p\\xff.txt"]


def test_a_reader_that_stops_is_no_error() -> None:
    ours = [sys.executable, "-m", "threadgraph", "schema", "posts"]
    with subprocess.Popen(  # noqa: S603 - our own program
        ours, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


def test_progress_is_for_terminals_only(with_seeds: Path) -> None:
    pty = pytest.importorskip("pty")
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "threadgraph", "build", "--format", "jsonl"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=with_seeds,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=terminal,
        check=True,
    )
    os.close(terminal)
    shown = os.read(master, 1 << 16).decode(
        errors="replace"
    )  # a terminal holds 4 kB: it may be cut
    os.close(master)
    assert "\x1b[" in shown
    assert "\x1b" not in done.stdout.decode()


def test_without_a_terminal_there_is_no_progress(run: Run, with_seeds: Path) -> None:
    result = run("build", "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    assert with_seeds.exists()
