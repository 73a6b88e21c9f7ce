"""A reader that fails on one page costs that page and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadgraph import build
from threadgraph.readers.pages import text


def test_a_page_on_which_a_reader_fails_is_a_rejected_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = text.choose

    def choose(page: text.TextPage) -> object:
        if "poison" in page.text:
            raise IndexError("no such row")
        return whole(page)

    monkeypatch.setattr(text, "choose", choose)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "bad.txt").write_text("poison\n", encoding="utf-8")
    (pages / "good.txt").write_text("An article.\n", encoding="utf-8")
    dataset = build(pages, tmp_path / "out")
    assert dataset.documents.collect()["source"].to_list() == ["pages/good.txt"]
    (row,) = dataset.diagnostics.collect().to_dicts()
    assert (row["source"], row["code"], row["severity"]) == ("pages/bad.txt", "TG135", "rejected")
    assert "IndexError" in row["reason"]
