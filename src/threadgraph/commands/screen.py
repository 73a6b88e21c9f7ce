"""Draw results for a terminal: tables and coloured pages; foreign text is shown, never obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from threadgraph.commands.explain import Piece
from threadgraph.text import show

__all__ = [
    "draw_formats",
    "draw_inspection",
    "draw_page",
    "draw_plan",
    "draw_report",
    "draw_summary",
]

MOST_LAYOUTS = 5
"""Layouts that `explain` shows of those that found posts; `--json` has all."""

_COLORS = {
    "article": "white",
    "header": "bold cyan",
    "body": "green",
    "chrome": "dim",
    "unparsed": "bold red",
}


def draw_summary(
    console: Console, summary: Mapping[str, int | Mapping[str, int]], folder: str
) -> None:
    """Draw the counts of a build, a line a kind."""
    grid = Table.grid(padding=(0, 2))
    for name, value in summary.items():
        shown = str(value) if isinstance(value, int) else _tally(value)
        grid.add_row(Text(name.replace("_", " "), style="bold"), Text(shown))
    grid.add_row(Text("dataset", style="bold"), Text(show(folder, 200)))
    console.print(grid)


def _tally(counts: Mapping[str, int]) -> str:
    if not counts:
        return "0"
    total = sum(counts.values())
    return f"{total} (" + ", ".join(f"{name}: {count}" for name, count in counts.items()) + ")"


def draw_plan(console: Console, rows: Iterable[Mapping[str, Any]]) -> None:
    """Draw what would be read, a row a source."""
    table = Table("source", "reader", "layout", "score", "outcome", "posts")
    for row in rows:
        table.add_row(
            Text(show(row["source"], 60)),
            row["reader"] or "-",
            row["layout"] or "-",
            f"{row['layout_score']:.2f}" if row.get("layout_score") is not None else "-",
            Text(show(row.get("reason") or row["outcome"], 60)),
            str(row.get("posts", "-")),
        )
    console.print(table)


def draw_formats(console: Console, kinds: Mapping[str, Mapping[str, str]]) -> None:
    """Draw the plug-ins by kind."""
    for kind, plugins in kinds.items():
        grid = Table.grid(padding=(0, 2))
        for name, description in plugins.items():
            grid.add_row("", Text(name, style="cyan"), Text(description))
        console.print(Text(kind, style="bold"))
        console.print(grid)


def draw_inspection(console: Console, found: Mapping[str, Any]) -> None:
    """Draw counts in one grid and the lists of authors and targets as tables."""
    grid = Table.grid(padding=(0, 2))
    for name, value in found.items():
        if not isinstance(value, list):
            shown = _tally(value) if isinstance(value, dict) else str(value)  # pyright: ignore[reportUnknownArgumentType] - the counts of an inspection
            grid.add_row(Text(name.replace("_", " "), style="bold"), Text(shown))
    console.print(grid)
    for name, rows in found.items():
        if isinstance(rows, list) and rows:
            table = Table(*rows[0], title=name.replace("_", " "), title_justify="left")  # pyright: ignore[reportUnknownArgumentType] - column names
            for row in rows:  # pyright: ignore[reportUnknownVariableType] - rows of an inspection
                table.add_row(*(Text(show(str(cell), 40)) for cell in row.values()))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType, reportUnknownVariableType] - cells of any type
            console.print(table)


def draw_report(console: Console, rows: Iterable[tuple[str, str, str]], limit: int = 20) -> None:
    """Draw failing rows: (code, where, message), at most `limit`."""
    for number, (code, where, message) in enumerate(rows):
        if number == limit:
            console.print("... (see --json for more)")
            break
        console.print(
            Text.assemble((code, "bold red"), " ", (show(where, 120), "cyan"), "\n  ", message)
        )


def draw_page(console: Console, told: Mapping[str, Any], pieces: Iterable[Piece]) -> None:
    """Draw the page coloured by its spans, then its posts with author, parent and evidence."""
    _draw_head(console, told)
    text = Text()
    for piece in pieces:
        lines = piece.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text.append("\n".join(show(line, len(line) * 10 + 80) for line in lines),
                    style=_COLORS[piece.kind])  # fmt: skip
    console.print(text)
    table = Table("#", "depth", "author", "parent", "method", "evidence", "text")
    for post in told["posts"]:
        table.add_row(*_post_cells(post))
    console.print(table)
    for row in told["diagnostics"]:
        console.print(Text(f"{row['severity']} {row['code']}: {show(row['reason'], 300)}"))


def _draw_head(console: Console, told: Mapping[str, Any]) -> None:
    score = "" if told["layout_score"] is None else f" ({told['layout_score']:.2f})"
    second = told["runner_up"]
    runner = f"; runner-up {second['layout']} ({second['score']:.2f})" if second else ""
    console.print(
        Text(
            f"{show(told['source'])}: {told['outcome']}, reader {told['reader']}, "
            f"layout {told['layout'] or 'none'}{score}{runner}"
        )
    )
    for line in _layouts(told["layouts"]):
        console.print(Text(line), soft_wrap=True)
    console.print(Text.assemble(*(part for kind, style in _COLORS.items()
                                  for part in ((kind, style), " "))))  # fmt: skip


def _layouts(layouts: Mapping[str, Any]) -> Iterator[str]:
    """Say what each layout found, and why it was taken or not."""
    for item in layouts["found"][:MOST_LAYOUTS]:
        yield (
            f"{'taken' if item['taken'] else 'not taken'}: {item['layout']}, {item['posts']} posts "
            f"({item['named']} named) from line {item['first_line']} on "
            f"({show(item['first_text'], 30)!r}), {item['marks']} marks, coverage "
            f"{item['coverage']:.2f}{': ' if item['why'] else ''}{item['why']}"
        )
    if not layouts["found"]:
        yield "no layout found posts; `threadgraph formats` lists them"
    yield from (f"seen: {clue}" for clue in layouts["clues"])


def _post_cells(post: Mapping[str, Any]) -> list[Text]:
    edge = post["parents"][0] if post["parents"] else None
    parent = post["parent_state"] or "-"
    if edge and edge["relation"] == "replies_to":
        name = edge["author_name"] or "[no name]"
        parent = f"{'?' if edge['inferred'] else ''}#{edge['position']} {name}"
    depth = "" if post["depth"] is None else str(post["depth"])
    author = post["author_name"] or f"[{post['author_state'] or post['role']}]"
    cells = (
        str(post["position"]),
        depth,
        author,
        parent,
        edge["method"] if edge else "",
        (edge["evidence"] or "").strip() if edge else "",
        post["text"] or f"[{post['status']}]",
    )
    return [Text(show(cell, 40)) for cell in cells]
