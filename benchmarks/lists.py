"""Measure how many pages without a discussion are read as one: lists that are made.

    python benchmarks/lists.py                          # 270 pages
    python benchmarks/lists.py --pages 1000 --first 270 # others
    python benchmarks/lists.py --keep FOLDER            # keeps the pages that are read so

`list_pages.py` makes the pages. Each is rendered by the extractors that are installed (see
`varied.py`); it counts as false where a post is found that is not the article.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from list_pages import make_page
from varied import extractors

from threadgraph.commands.evaluate import find

__all__ = ["measure", "share"]

PAGES = 270


def measure(numbers: range, keep: Path | None = None) -> dict[str, dict[str, Counter[str]]]:
    """Give by rendering and kind how many pages there are and how many are `false`."""
    rendered = extractors()
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for number in numbers:
        page, choices = make_page(number)
        texts = {"html": page} | {name: render(page) for name, render in rendered.items()}
        for name, text in texts.items():
            file = f"{choices.kind}-{number:05d}.{name}.{'html' if name == 'html' else 'txt'}"
            false = bool(find(text.encode(), file))
            found[name][choices.kind].update(pages=1, false=false)
            if keep and false:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / file).write_text(text, encoding="utf-8")
    return found


def share(kinds: Mapping[str, Counter[str]]) -> float:
    """Give the share of pages that are read as a discussion."""
    return sum(c["false"] for c in kinds.values()) / max(1, sum(c["pages"] for c in kinds.values()))


def main() -> None:
    """Print the shares by rendering, and what of each kind is read as a discussion."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--first", type=int, default=0, help="the number of the first page")
    parser.add_argument("--keep", type=Path, help="a folder for the pages that are read so")
    options = parser.parse_args()
    for name, kinds in measure(
        range(options.first, options.first + options.pages), options.keep
    ).items():
        told = ", ".join(
            f"{kind} {counts['false']}" for kind, counts in kinds.items() if counts["false"]
        )
        print(f"{name:18} {100 * share(kinds):5.1f} %  {told}")


if __name__ == "__main__":
    main()
