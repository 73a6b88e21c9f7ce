"""Measure the reading of HTML against bare Resiliparse and trafilatura, in pages a CPU second.

    python benchmarks/html_read.py                 # small pages that the tests have
    python benchmarks/html_read.py FOLDER          # pages of your own: FOLDER/**/*.html
    python benchmarks/html_read.py FOLDER --rounds 5 --json

All ways take turns, so that a busy machine is busy for all of them; in its turn each reads all
pages, one after the other, as a build does, and the search for reference cycles rests, as it does
there. Of each page and way the quickest turn counts. The ratios are to Resiliparse's plain text of
the whole page, which knows no comments, authors or replies, to its main content, and to trafilatura
with comments. Trafilatura is no dependency: without it (`pip install trafilatura lxml_html_clean`)
its line is left out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from resiliparse.extract.html2text import extract_plain_text

import threadgraph
from threadgraph.readers._charset import decode_html
from threadgraph.readers.pages.html import READER
from threadgraph.workers import without_collector

CASES = Path(__file__).resolve().parents[1] / "tests" / "markup" / "cases"
SLOWEST = 10
TOGETHER = "threadgraph: parse_many"

Way = Callable[[bytes], object]


def ways() -> dict[str, Way]:
    """Give what is compared, by name."""
    known: dict[str, Way] = {
        "threadgraph: read": READER.read,
        "threadgraph: parse": threadgraph.parse,
        "resiliparse: plain text": lambda data: extract_plain_text(decode_html(data).html),
        "resiliparse: main content": lambda data: extract_plain_text(
            decode_html(data).html, main_content=True
        ),
    }
    try:
        trafilatura: Any = importlib.import_module("trafilatura")
    except ImportError as error:
        print(f"trafilatura is left out: {error}")
    else:
        known["trafilatura"] = lambda data: trafilatura.extract(data, include_comments=True)
    return known


def measure(pages: Sequence[Path], rounds: int, known: dict[str, Way]) -> dict[str, list[float]]:
    """Give for each way the CPU seconds of each page, the best of all rounds."""
    best = {name: [float("inf")] * len(pages) for name in known}
    data = [path.read_bytes() for path in pages]
    for _, (name, way) in product(range(rounds), known.items()):
        for number, page in enumerate(data):
            start = time.process_time()
            way(page)
            best[name][number] = min(best[name][number], time.process_time() - start)
    return best


def measure_together(pages: Sequence[Path], rounds: int) -> float:
    """Give the CPU seconds of making one dataset of all pages, linked and checked."""
    named = [(f"{path.parent.name}/{path.name}", path.read_bytes()) for path in pages]
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        threadgraph.parse_many(named)
        best = min(best, time.process_time() - start)
    return best


def summary(pages: Sequence[Path], best: dict[str, list[float]], together: float) -> dict[str, Any]:
    """Give totals, ratios, and the pages that cost most beside plain extraction."""
    size = sum(path.stat().st_size for path in pages)
    total = {name: sum(times) for name, times in best.items()}
    total[TOGETHER] = together
    own, plain = "threadgraph: read", "resiliparse: plain text"
    worst = sorted(
        zip(best[own], best[plain], pages, strict=True), key=lambda row: row[1] / row[0]
    )[:SLOWEST]
    return {
        "pages": len(pages),
        "bytes_a_page": size // len(pages),
        "ways": {
            name: {
                "pages_a_cpu_second": round(len(pages) / seconds, 1),
                "ms_a_page": round(1000 * seconds / len(pages), 3),
                "mb_a_cpu_second": round(size / seconds / 1e6, 1),
            }
            for name, seconds in total.items()
        },
        "read_to": {
            name: round(seconds / total[own], 3) for name, seconds in total.items() if name != own
        },
        "slowest": [
            {"page": f"{path.parent.name}/{path.name}", "ratio": round(there / here, 3),
             "ms": round(1000 * here, 2)}
            for here, there, path in worst
        ],
    }  # fmt: skip


def show(told: dict[str, Any]) -> None:
    """Print the tables."""
    print(f"{told['pages']} pages of {told['bytes_a_page']:,} bytes\n")
    print(f"{'':28} {'pages/CPU s':>12} {'ms a page':>10} {'MB/CPU s':>9}")
    for name, row in told["ways"].items():
        rate, milliseconds, speed = row.values()
        print(f"{name:28} {rate:12,.1f} {milliseconds:10.3f} {speed:9.1f}")
    print("\nreading is so many times as quick as")
    for name, ratio in told["read_to"].items():
        print(f"{name:28} {ratio:12.3f}")
    print("\nslowest beside plain text")
    for row in told["slowest"]:
        print(f"{row['page'][:60]:60} {row['ratio']:6.3f} {row['ms']:8.2f} ms")


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=CASES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    pages = sorted(options.folder.rglob("*.html"))
    if not pages:
        parser.error(f"no pages (*.html) in {options.folder}")
    known = ways()
    data = pages[0].read_bytes()
    for way in known.values():  # what is imported or made once is no part of a page
        way(data)
    with without_collector():
        best = measure(pages, options.rounds, known)
    told = summary(pages, best, measure_together(pages, options.rounds))
    if options.json:
        print(json.dumps(told, indent=2))
    else:
        show(told)


if __name__ == "__main__":
    main()
