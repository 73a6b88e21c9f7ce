"""Measure the text build against `for line in open(f)`: CPU seconds, memory, workers.

    python benchmarks/text_build.py            # 200 MB, some minutes
    python benchmarks/text_build.py --mb 2     # does it run at all

Every figure is that of a process of its own, and the cases take turns, so that a busy machine is
busy for all. CPU seconds count all threads and children; ratios are to the floor of the same round.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ONE_LAYOUT = "disqus"
"""The layout of the one-layout figure: the first seed's."""

MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """CPU and wall seconds of a process with its children, and their highest RssAnon in MB."""

    cpu: float
    wall: float
    main_mb: float
    worker_mb: float
    told: dict[str, float] = field(default_factory=dict[str, float])


def measure(arguments: Sequence[str]) -> Run:
    """Run this script with the arguments and measure it; its last line is JSON of its own."""
    begin = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - this very script
        [sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True
    )
    peaks = {"main": 0.0, "worker": 0.0}
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
    watcher.start()
    out = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    ended.set()
    watcher.join()
    if status:
        sys.exit(f"{' '.join(arguments)} failed")
    return Run(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=time.monotonic() - begin,
        main_mb=peaks["main"],
        worker_mb=peaks["worker"],
        told=json.loads(out.splitlines()[-1]),
    )


def _watch(pid: int, peaks: dict[str, float], ended: threading.Event) -> None:
    """Keep the highest RssAnon of the process and of its children."""
    while not ended.wait(0.05):
        peaks["main"] = max(peaks["main"], _anon(pid))
        for child in _children(pid):
            peaks["worker"] = max(peaks["worker"], _anon(child))


def _anon(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1000
    except OSError:
        pass
    return 0.0


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in text.split()]


def floor(folder: Path) -> dict[str, float]:
    """Read all lines of all files and do nothing with them."""
    begin = time.process_time()
    lines = 0
    for path in sorted(folder.iterdir()):
        with path.open(encoding="utf-8") as file:
            for _ in file:
                lines += 1
    return {"seconds": time.process_time() - begin, "lines": lines}


def core(folder: Path, layout: str) -> dict[str, float]:
    """Take names and texts from the pages of one layout that is known; then read them whole.

    The second chooses the layout and reads the article, dates, states and spans, too, without
    linking and writing. The three cases take turns.
    """
    from threadgraph.layouts import layouts  # noqa: PLC0415 - the floor needs none of these
    from threadgraph.layouts._text.page import TextPage  # noqa: PLC0415
    from threadgraph.readers.pages.text import READER  # noqa: PLC0415
    from threadgraph.text import decode  # noqa: PLC0415

    parse = layouts()[layout].parse

    def take(path: Path) -> int:
        page = TextPage(decode(path.read_bytes()).text)
        found, text = parse(page), page.text
        records = found.records if found else ()
        return len([(record.author, _joined(text, record.body)) for record in records])

    def lines(path: Path) -> int:
        with path.open(encoding="utf-8") as file:
            return sum(1 for _ in file)

    def read(path: Path) -> int:
        return len(READER.read(path.read_bytes()).posts)

    READER.read(b"A first page\n\nthat loads the layouts.\n")
    paths = [path for path in sorted(folder.iterdir()) if path.stem.endswith(f"_{layout}")]
    told = {"mb": sum(path.stat().st_size for path in paths) / MB}
    for _ in range(3):
        for name, way in (("floor", lines), ("seconds", take), ("read", read)):
            begin = time.process_time()
            told["posts"] = sum(map(way, paths))
            told[name] = told.get(name, 0.0) + time.process_time() - begin
    return told


def _joined(text: str, places: Sequence[tuple[int, int]]) -> str:
    if len(places) == 1:
        return text[places[0][0] : places[0][1]]
    return "".join([text[start:end] for start, end in places])


def build(folder: Path, workers: int) -> dict[str, float]:
    """Build as `threadgraph build` does, with all formats; give the CPU seconds of each stage."""
    from threadgraph.cli import prepare  # noqa: PLC0415 - the floor needs none of these

    prepare()  # as the command does, before the columns are imported
    from stages import timed  # noqa: PLC0415

    from threadgraph.commands.build import BuildOptions, build_sources  # noqa: PLC0415
    from threadgraph.source import collect  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=folder.parent) as out, timed() as seconds:
        sources = collect([str(folder)])
        target = Path(out) / "out"
        result = build_sources(sources, target, BuildOptions(workers=workers))
        counts = result.manifest["counts"]
        size = sum(file["bytes"] for file in result.manifest["files"])
    return seconds | {"posts": counts["posts"], "mentions": counts["mentions"], "out": size / MB}


def make(folder: Path, megabytes: float) -> dict[str, float]:
    """Make the pages."""
    from pages import write_pages  # noqa: PLC0415 - reads all cases, for this case alone

    posts = pages = 0
    for _, count in write_pages(folder, int(megabytes * MB)):
        posts += count
        pages += 1
    return {"posts": posts, "pages": pages}


def _fresh(place: Path, megabytes: float) -> Path:
    folder = place / f"pages-{megabytes:g}"
    if not folder.exists():
        measure(["make", str(folder), str(megabytes)])
    return folder


def report(place: Path, megabytes: float, rounds: int) -> None:
    """Make pages, run the cases in turns, print the tables."""
    folder, tenth = _fresh(place, megabytes), _fresh(place, megabytes / 10)
    cases = {
        "floor": ["floor", str(folder)],
        "core": ["core", str(folder), ONE_LAYOUT],
        "build": ["build", str(folder), "1"],
        "two workers": ["build", str(folder), "2"],
        "a tenth": ["build", str(tenth), "1"],
        "a tenth, two workers": ["build", str(tenth), "2"],
    }
    runs: dict[str, list[Run]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, arguments in cases.items():
            runs[name].append(measure(arguments))
    for line in _lines(folder, runs):
        print(line)


def _lines(folder: Path, runs: dict[str, list[Run]]) -> Iterator[str]:
    size = sum(path.stat().st_size for path in folder.iterdir()) / MB
    base = [run.told["seconds"] for run in runs["floor"]]
    one, two = runs["build"], runs["two workers"]
    yield f"{size:.0f} MB, {len(list(folder.iterdir()))} pages, {one[0].told['posts']:.0f} posts"
    yield f"floor: {statistics.median(base):.2f} s, {size / statistics.median(base):.0f} MB/s"
    for name, key in (("core of", "seconds"), ("reading the pages of", "read")):
        ratio = statistics.median(run.told[key] / run.told["floor"] for run in runs["core"])
        yield f"{name} one layout ({ONE_LAYOUT}): {ratio:.1f} x its floor"
    ratios = [run.cpu / seconds for run, seconds in zip(one, base, strict=True)]
    yield f"whole build: {one[0].cpu:.1f} s, {statistics.median(ratios):.1f} x the floor"
    for name in sorted(one[0].told, key=lambda key: -one[0].told[key]):
        if name.startswith("s "):
            yield f"  {name[2:]:<28} {statistics.median(r.told[name] for r in one):8.2f} s"
    shares = [b.cpu / a.cpu for a, b in zip(one, two, strict=True)]
    yield f"two workers: {statistics.median(shares):.2f} x the CPU of one"
    for name, small, large in (
        ("main process", runs["a tenth"], one),
        ("main process of two workers", runs["a tenth, two workers"], two),
    ):
        low, high = max(r.main_mb for r in small), max(r.main_mb for r in large)
        yield f"{name}: RssAnon {low:.0f} -> {high:.0f} MB for 10 x the input: {high / low:.2f} x"
    low = max(r.worker_mb for r in runs["a tenth, two workers"])
    high = max(r.worker_mb for r in two)
    yield f"worker: RssAnon {low:.0f} -> {high:.0f} MB: {high / max(low, 1):.2f} x"


def main() -> None:
    """Run the benchmark, or one of its cases."""
    cases = {"floor": floor, "core": core, "build": build, "make": make}
    if len(sys.argv) > 1 and sys.argv[1] in cases:
        name, folder, *rest = sys.argv[1:]
        value = {"core": str, "build": int, "make": float}.get(name, str)
        told = cases[name](Path(folder), *(value(item) for item in rest))
        print(json.dumps(told))
        return
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mb", type=float, default=200, help="megabytes of pages")
    parser.add_argument("--rounds", type=int, default=3, help="how often each case runs")
    parser.add_argument("--keep", type=Path, help="a folder for the pages; kept for the next time")
    options = parser.parse_args()
    place = options.keep or Path(tempfile.mkdtemp(prefix="threadgraph-"))
    try:
        report(place, options.mb, options.rounds)
    finally:
        if options.keep is None:
            shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
