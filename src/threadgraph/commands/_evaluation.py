"""Draw the figures of an evaluation: a table a rendering, in per cent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from threadgraph.commands._figures import Figures
from threadgraph.commands.evaluate import Failure
from threadgraph.text import show

__all__ = ["draw_evaluation"]

_COLUMNS = {
    "pages": "pages", "posts": "posts", "P": "precision", "R": "recall", "F1": "f1",
    "text": "text", "auth.P": "author_precision", "auth.R": "author_recall",
    "invented": "invented", "date": "date", "parent": "parent", "replies": "parent_replies",
    "printed": "parent_printed", "edges": "edge_precision", "quote": "quote",
}  # fmt: skip
_NUMBERS = frozenset({"pages", "posts"})


def draw_evaluation(
    console: Console, result: Mapping[str, Any], failures: Iterable[Failure]
) -> None:
    """Draw each rendering's groups, mean and total with the baseline's F1, then the failures."""
    for rendering, measured in result["renderings"].items():
        table = Table("", *_COLUMNS, "paragraphs F1", title=rendering, title_justify="left")
        base = measured["baseline"]
        for name, group in measured["groups"].items():
            table.add_row(*_cells(name, group, base["groups"][name]))
        table.add_section()
        for name in ("mean", "overall"):
            table.add_row(*_cells(name, measured[name], base[name]))
        console.print(table)
    for failure in failures:
        value = "not measured" if failure.value is None else f"{failure.value:.4f}"
        where = f"{failure.rendering} {show(failure.group, 60)} {failure.figure}"
        console.print(Text(f"{where}: {value}, floor {failure.floor}", style="bold red"))


def _cells(name: str, group: Figures, base: Figures) -> list[Text]:
    shown = [
        str(int(group[key] or 0)) if key in _NUMBERS else _percent(group[key])
        for key in _COLUMNS.values()
    ]
    return [Text(show(name, 36)), *(Text(cell) for cell in (*shown, _percent(base["f1"])))]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"
