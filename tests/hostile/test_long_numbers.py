"""A long number where controls are sought costs no more than a short one."""

from __future__ import annotations

import pytest

from threadgraph.readers.pages.text import READER

NUMBER = "31415926535" * 5 + "x"
SIGNS = "-1" * 29 + "x"


@pytest.mark.parametrize("row", [NUMBER, SIGNS])
def test_rows_of_lobsters(row: str) -> None:
    page = "".join(
        f"  1. {n}\n\n    {row}\n\n    ann avatar ann {n} days ago | link\n\n    Hi.\n\n"
        for n in (2, 3)
    )
    assert READER.read(page.encode()).posts


@pytest.mark.parametrize("row", [NUMBER, SIGNS])
def test_rows_of_forem(row: str) -> None:
    page = "".join(
        f"ann profile image\n\nAnn Lee\n\n• Mar {n} '20\n\n{row}\n\nHi.\n\n" for n in (14, 15)
    )
    assert READER.read(page.encode()).posts
