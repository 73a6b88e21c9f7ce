"""Measure how text is read on blog pages that are made: every choice of a theme with any other.

    python benchmarks/varied.py                          # 260 pages
    python benchmarks/varied.py --pages 1000 --first 260 # others
    python benchmarks/varied.py --keep FOLDER            # keeps the pages, to look at them

Real pages show few of the ways in which a name, a date, a picture and a control can stand beside
each other; `themes.py` makes the others. Each page is rendered by the extractors that are
installed (Resiliparse is: its main content, the same behind the line filter of the DCLM corpora,
and the whole page; inscriptis and html2text if they are) and scored against its gold, with a row
for each markup.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

from resiliparse.extract.html2text import extract_plain_text
from themes import Comment
from themes import make_page as make_blog

from threadgraph.commands.evaluate import EvaluateOptions, evaluate

PAGES = 260
SURE = 8
"""Words of a text by which it is found again."""

NEAR = 120
"""Letters before and after a text in which its author's name must stand to survive."""

COLUMNS = ("precision", "recall", "f1", "author_precision", "author_recall", "invented")

Make: TypeAlias = Callable[[int], tuple[str, Any, list[Comment]]]
"""Makes the page of a number: its HTML, its choices (with a `markup`) and its posts."""

_WORD = re.compile(r"\w+")
_COUNT = re.compile(r"\d+ (?:likes|shares|comments|retweets|views|followers)", re.IGNORECASE)


def filtered(text: str) -> str:
    """Drop the lines that corpora like DCLM drop: of one word, of capitals, of digits, counters."""
    text = re.sub(r"\n{2,}", "\n\n", re.sub(r"\s{0,10}(?:https?://|www\.)\S+", "", text))
    return "\n".join(line for line in text.split("\n") if not line.strip() or _stays(line.strip()))


def _stays(line: str) -> bool:
    capitals = sum(map(str.isupper, line))
    told = len(line.split()) > 1 and 2 * capitals <= len(line)
    return told and not line.isdigit() and _COUNT.fullmatch(line) is None


def extractors() -> dict[str, Callable[[str], str]]:
    """Give the renderings that can be made here, by name."""
    found: dict[str, Callable[[str], str]] = {
        "resiliparse": lambda page: extract_plain_text(page, main_content=True),
        "dclm": lambda page: filtered(extract_plain_text(page, main_content=True)),
        "resiliparse_full": lambda page: extract_plain_text(page, main_content=False),
    }
    if find_spec("inscriptis"):
        found["inscriptis"] = import_module("inscriptis").get_text
    if find_spec("html2text"):
        found["html2text"] = lambda page: import_module("html2text").HTML2Text().handle(page)
    return found


def write_pages(place: Path, numbers: range, make: Make = make_blog) -> tuple[str, ...]:
    """Write pages with their renderings and gold; give the renderings' names."""
    rendered = extractors()
    for number in numbers:
        page, choices, posts = make(number)
        folder = place / f"{choices.markup}-{number:05d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page.html").write_text(page, encoding="utf-8")
        texts = {name: render(page) for name, render in rendered.items()}
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        shown = {name: " ".join(_WORD.findall(text)) for name, text in texts.items()}
        rows = [{"type": "page", "family": choices.markup}, *map_gold(posts, shown)]
        gold = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / "gold.jsonl").write_text(gold, encoding="utf-8")
    return ("html", *rendered)


def map_gold(posts: list[Comment], shown: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Give a row of gold for each post: what of it the renderings still show."""
    for post in posts:
        words = _WORD.findall(post.text)
        begin, end = " ".join(words[:SURE]), " ".join(words[-SURE:])
        name = " ".join(_WORD.findall(post.author))
        survives = {key: begin in text for key, text in shown.items()}
        named = {
            key: bool(name) and survives[key] and _near(shown[key], name, begin, end)
            for key in shown
        }
        yield {
            "type": "post", "text": post.text, "author": post.author or None,
            "datetime": post.date or None,
            "parent": post.parent, "parent_src": "dom", "survives": survives,
            "author_survives": named, "parent_printed": {},
        }  # fmt: skip


def _near(text: str, name: str, begin: str, end: str) -> bool:
    first, last = text.find(begin), text.find(end)
    before = text[max(0, first - NEAR) : first]
    return name in before or (last >= 0 and name in text[last + len(end) :][:NEAR])


def measure(
    place: Path, numbers: range, make: Make = make_blog
) -> dict[str, dict[str, dict[str, Any]]]:
    """Write the pages and give the figures by rendering: `overall` and those of each markup."""
    renderings = write_pages(place, numbers, make)
    told = evaluate(place, EvaluateOptions(renderings=renderings))["renderings"]
    return {name: {"overall": found["overall"], **found["groups"]} for name, found in told.items()}


def main(make: Make = make_blog, told: str | None = __doc__, pages: int = PAGES) -> None:
    """Print a table for each rendering."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--pages", type=int, default=pages)
    parser.add_argument("--first", type=int, default=0, help="the number of the first page")
    parser.add_argument("--keep", type=Path, help="a folder for the pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="threadgraph-") as temporary:
        numbers = range(options.first, options.first + options.pages)
        for name, rows in measure(options.keep or Path(temporary), numbers, make).items():
            print(f"{name:18} {'P':>6} {'R':>6} {'F1':>6} {'author P':>9} {'R':>6} {'invented':>9}")
            for markup, row in rows.items():
                figures = [100 * (row[key] or 0) for key in COLUMNS]
                widths = (6, 6, 6, 9, 6, 9)
                cells = [f"{f:{width}.1f}" for f, width in zip(figures, widths, strict=True)]
                print(f"{markup:18} {' '.join(cells)}")


if __name__ == "__main__":
    main()
