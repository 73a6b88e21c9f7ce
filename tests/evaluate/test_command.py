"""The command prints tables or JSON, and its exit code says whether the floors are kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from threadgraph import cli

ROW = {
    "type": "post", "text": "Will it hold in winter?", "author": "Bob Moss", "parent": None,
    "parent_src": "dom", "survives": {"dclm": True}, "author_survives": {"dclm": True},
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Make gold of one page."""
    (tmp_path / "gold" / "one").mkdir(parents=True)
    rows = [{"type": "page", "family": "disqus"}, ROW]
    text = "\n".join(map(json.dumps, rows))
    (tmp_path / "gold" / "one" / "gold.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "gold" / "one" / "dclm.txt").write_text("Nothing is left.\n", encoding="utf-8")
    return tmp_path / "gold"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["threadgraph", "evaluate", *map(str, arguments)])
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert isinstance(end.value.code, int)
    return end.value.code


def test_a_table_a_rendering(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, gold, "--renderings", "dclm,inscriptis") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("dclm")
    for word in ("disqus", "mean", "overall", "paragraphs F1"):
        assert word in shown


def test_a_figure_below_its_floor_exits_3(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = gold.parent / "floors.json"
    floors.write_text('{"dclm": {"overall": {"f1": 0.5}}}', encoding="utf-8")
    assert run(monkeypatch, gold, "--floors", floors) == 3
    assert "dclm overall f1: 0.0000, floor 0.5" in capsys.readouterr().out
    assert run(monkeypatch, gold, "--floors", floors, "--json") == 3
    told = json.loads(capsys.readouterr().out)
    assert told["below"] == [
        {"rendering": "dclm", "group": "overall", "figure": "f1", "value": 0.0, "floor": 0.5}
    ]


@pytest.mark.parametrize("weights", ["hn", "hn=-1", "hn=nan", "hn=inf"])
def test_weights_that_are_none_are_refused(
    gold: Path, monkeypatch: pytest.MonkeyPatch, weights: str
) -> None:
    assert run(monkeypatch, gold, "--weights", weights) == 2


@pytest.mark.parametrize("names", ["dcml", "dclm,", "page"])
def test_a_rendering_that_is_not_known_is_refused_with_the_known_ones(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], names: str
) -> None:
    assert run(monkeypatch, gold, "--renderings", names) == 2
    assert "html, resiliparse, resiliparse_full, dclm" in capsys.readouterr().err
