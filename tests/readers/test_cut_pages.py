"""Pages that are cut off, or lost some lines, are read all the same: no layout counts on a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from threadgraph.readers.pages.text import READER
from threadgraph.records import Page

CASES = Path(__file__).parents[1] / "cases"
LAYOUTS = sorted(path for path in CASES.iterdir() if path.is_dir())


def cut(lines: list[str]) -> Iterator[list[str]]:
    """Give the beginnings and ends of a page, and the page without some lines."""
    for part in range(1, 8):
        place = part * len(lines) // 8
        yield lines[:place]
        yield lines[place:]
    for step in (2, 3, 5):
        yield [line for number, line in enumerate(lines) if number % step]


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda path: path.name)
def test_what_is_left_of_a_page_is_read(
    folder: Path, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, kept in enumerate(cut(lines)):
            data = "\n".join(kept).encode()
            try:
                page = READER.read(data)
            except ValueError as error:  # as a reader refuses what is no text
                pytest.fail(f"{path.name}, cut {number}: {error}")
            obeys_contract(data, page)


@pytest.mark.parametrize(
    "text",
    [
        "Ann\n\n5\n\nMessages\n",  # a counter's label that ends the page
        (
            "Posts: 12\nThreads: 2\nJoined: May 2020\n\n#1\n\n05-03-2020, 10:00 AM\n\nHello.\n\n"
            "Ann\nPosts: 12\nThreads: 2\nJoined: May 2020\n\n#2\n\n05-04-2020, 10:00 AM\n\nYes.\n"
        ),
        "  * 3 May 2020 at 10:00\n    *\n\n  * 4 May 2020 at 11:00\n    *\n",
    ],
)
def test_pages_that_once_ended_too_early(text: str) -> None:
    READER.read(text.encode())
