"""Forms at a place: all with which a text opens, be it as short as a form."""

from __future__ import annotations

import polars as pl

from threadgraph.link._forms import Forms


def test_all_forms_are_found_with_which_a_text_opens() -> None:
    forms = Forms(pl.Series(["U", "US", "USA", "USA Today", "São Paulo", "USA"]))
    texts = [b"USA Today!", b"US", b"U", b"", b"us", "São Paulo".encode(), b"USA Toda"]
    numbers, found = forms.opening(texts)
    opened = {number: set[str]() for number in range(len(texts))}
    for number, form in zip(numbers, found, strict=True):
        opened[number].add(form)
    expected = [
        {"U", "US", "USA", "USA Today"}, {"U", "US"}, {"U"}, set[str](), set[str](), {"São Paulo"},
        {"U", "US", "USA"},
    ]  # fmt: skip
    assert list(opened.values()) == expected
    assert len(found) == len(set(zip(numbers, found, strict=True)))
