"""A reader that never ends or dies costs its document and nothing else.

The reader `odd` is a plug-in that the tests install: it does what the document says.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import threadgraph
from threadgraph import BuildOptions, ReadOptions, plugins
from threadgraph.apart import Apart, Died, TookTooLong
from threadgraph.errors import LimitReached
from threadgraph.readers import _guard
from threadgraph.source import Limits

ODD = """
import os, signal, time
from threadgraph.readers._base import PageReader
from threadgraph.records import Page, RawDocument, RawPost, RawSpan

def read(data):
    if b"sleep" in data:
        time.sleep(1000)
    if b"exit" in data:
        os._exit(7)
    if b"crash" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"memory" in data:
        raise MemoryError
    print("libraries may print")
    post = RawPost(position=0, role="article", text=f"read by {os.getpid()}")
    return Page(
        document=RawDocument(outcome="none"),
        posts=(post,),
        spans=(RawSpan(0, len(data), "markup", 0),),
    )

READER = PageReader(
    description="odd",
    sniff=lambda head, name: 1.0 if name.endswith(".odd") else 0.0,
    read=read,
    risk=lambda data: "looks odd" if b"risky" in data else None,
)
"""
PAGE = "A title\n\nText.\n\n  • Ann\n\n    Hi.\n\n    • Bob\n\n      Ho.\n"
HTML = "<!DOCTYPE html><html><title>T</title><body><p>Some words of an article.</p></body></html>"


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install the reader `odd`; give its folder."""
    home = tmp_path / "plugin"
    (home / "odd-1.dist-info").mkdir(parents=True)
    (home / "odd_reader.py").write_text(ODD)
    (home / "odd-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: odd\nVersion: 1\n"
    )
    (home / "odd-1.dist-info" / "entry_points.txt").write_text(
        "[threadgraph.readers]\nodd = odd_reader:READER\n"
    )
    monkeypatch.syspath_prepend(str(home))
    plugins.discover.cache_clear()
    _guard.end_reading()
    yield home
    _guard.end_reading()
    plugins.discover.cache_clear()
    sys.modules.pop("odd_reader", None)


def write(folder: Path, **pages: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def options(seconds: float = 30, workers: int = 1) -> BuildOptions:
    return BuildOptions(read=ReadOptions(limits=Limits(max_seconds=seconds)), workers=workers)


def test_what_sleeps_for_ever_or_dies_is_rejected_and_the_rest_is_kept(
    odd: Path, tmp_path: Path
) -> None:
    del odd
    folder = write(
        tmp_path / "in", a_odd="fine", b_odd="risky: sleep", c_odd="exit", d_odd="memory",
        e_odd="crash", f_odd="fine", g_txt=PAGE, h_html=HTML, i_odd="sleep",
    )  # fmt: skip
    start = time.monotonic()
    out = threadgraph.build(folder, tmp_path / "out", options(1.5))
    assert time.monotonic() - start < 60
    assert sorted(out.documents.collect()["source"]) == [
        "in/a.odd", "in/f.odd", "in/g.txt", "in/h.html",
    ]  # fmt: skip
    told = {row["source"]: row for row in out.diagnostics.collect().to_dicts()}
    assert {name: row["code"] for name, row in told.items()} == {
        "in/b.odd": "TG132", "in/c.odd": "TG134", "in/d.odd": "TG134", "in/e.odd": "TG134",
        "in/i.odd": "TG132",
    }  # fmt: skip
    assert told["in/b.odd"]["reason"] == "reading did not end within 1.5 seconds (looks odd)"
    assert "nothing in it looks unusual" in told["in/i.odd"]["reason"]
    assert "exit code 7" in told["in/c.odd"]["reason"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["reproducible"] is False
    assert manifest["options"]["read"]["limits"]["max_seconds"] == 1.5
    assert manifest["counts"]["rejected"] == 5


def test_one_process_reads_all_and_ends_with_the_build(odd: Path, tmp_path: Path) -> None:
    del odd
    folder = write(tmp_path / "in", **{f"p{n}_odd": f"fine {n}" for n in range(20)})
    out = threadgraph.build(folder, tmp_path / "out", options())
    (text,) = set(out.posts.collect()["text"])
    pid = int(text.removeprefix("read by "))
    assert pid != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["reproducible"] is True


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a_txt=PAGE, **{f"p{n}_html": HTML for n in range(5)})
    for workers in (1, 2):
        threadgraph.build(folder, tmp_path / f"out{workers}", options(workers=workers))
    for path in sorted((tmp_path / "out1").rglob("*")):
        other = tmp_path / "out2" / path.relative_to(tmp_path / "out1")
        assert path.is_dir() or path.read_bytes() == other.read_bytes()


def test_parse_reads_here_unless_the_page_looks_risky(odd: Path) -> None:
    del odd

    def reader(text: str) -> int:
        posts = threadgraph.parse(text, "p.odd").posts.collect()
        return int(posts["text"][0].removeprefix("read by "))

    assert reader("fine") == os.getpid()
    assert reader("risky") != os.getpid()


def test_a_page_that_never_ends_is_a_limit(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del odd
    monkeypatch.setattr("threadgraph.pipeline.Limits", partial(Limits, max_seconds=1))
    with pytest.raises(LimitReached, match="did not end within 1 seconds"):
        threadgraph.parse("risky: sleep", "p.odd")


def test_the_command_ends_with_3_and_with_6_if_nothing_is_left(odd: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a_odd="sleep", b_txt=PAGE)

    def run(*names: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "threadgraph", "build", *names, "--max-seconds", "1"]
        environment = os.environ | {"PYTHONPATH": str(odd)}
        return subprocess.run(  # noqa: S603 - our own program
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    assert run("a.odd", "b.txt", "--out", "out").returncode == 3
    alone = run("a.odd", "--out", "none")
    assert alone.returncode == 6
    assert "TG132" not in alone.stdout
    assert "did not end within 1 seconds" in alone.stderr
    assert not (folder / "none").exists()


def test_a_script_needs_no_main_guard(tmp_path: Path) -> None:
    write(tmp_path / "in", a_html=HTML)
    script = tmp_path / "script.py"
    script.write_text(
        "import threadgraph\nprint('once')\nthreadgraph.build('in', 'out')\n", encoding="utf-8"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-X", "dev", str(script)],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("once\n", "")


def test_a_module_in_the_working_folder_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('planted')")
    monkeypatch.chdir(tmp_path)
    with_one = Apart(len)
    assert with_one.call(30, "four") == 4
    with_one.close()


def test_calls_raise_what_the_function_raises_and_go_on() -> None:
    number: Apart[..., int] = Apart(int)
    with pytest.raises(ValueError, match="invalid literal"):
        number.call(30, "x")
    assert number.call(30, "12") == 12
    number.close()
    assert number.call(30, "ff", base=16) == 255
    number.close()


def test_a_killed_call_is_told_from_one_that_died() -> None:
    wait, leave = Apart(time.sleep), Apart(os._exit)
    with pytest.raises(TookTooLong):
        wait.call(0.3, 1000)
    wait.call(30, 0)
    for code in (3, 0):
        with pytest.raises(Died) as told:
            leave.call(30, code)
        assert told.value.code == code
    wait.close()


def test_a_process_that_was_ended_leaves_nothing_behind() -> None:
    wait = Apart(time.sleep)
    wait.call(30, 0)
    process = weakref.ref(wait._process)  # noqa: SLF001 - to see that it is gone
    with pytest.raises(TookTooLong):
        wait.call(0.1, 1000)
    gc.collect()
    assert process() is None
    wait.close()


def test_an_interrupted_call_leaves_no_answer_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    number: Apart[..., int] = Apart(int)
    number.call(30, "1")

    def interrupt(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("threadgraph.apart._readable", interrupt)
        with pytest.raises(KeyboardInterrupt):
            number.call(30, "2")
    assert number.call(30, "3") == 3
    number.close()


ORPHAN = """
import os, threading, time
from threadgraph.apart import Apart
wait = Apart(time.sleep)
wait.call(30, 0)
print(wait._process.pid, flush=True)
threading.Timer(0.3, os._exit, (0,)).start()
wait.call({seconds}, 1000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_call_that_nobody_waits_for_ends_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ORPHAN.format(seconds=0.5)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    pid = int(done.stdout)
    for _ in range(300):
        if (
            not Path(f"/proc/{pid}/cmdline").exists()
            or not Path(f"/proc/{pid}/cmdline").read_bytes()
        ):
            return
        time.sleep(0.1)
    pytest.fail(f"process {pid} is still there")
