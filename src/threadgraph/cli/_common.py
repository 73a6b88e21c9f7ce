"""Share what all verbs of the command line use: the app, JSON, the console, checked options."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Json", "app", "console", "print_json"]

app = typer.Typer(
    name="threadgraph",
    help="Turn discussion pages into reply graphs and mention edges, as a validated dataset.",
    epilog="Exit codes: 0 complete; 2 wrong usage; 3 complete, with rejected or invalid rows; "
    "4 input refused; 5 output refused or failed; 6 a limit was hit; 130, 143 interrupted; "
    "1 a bug of threadgraph, please report it.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON on stdout.")]


def print_json(value: object) -> None:
    """Print what a script asked for."""
    text = json.dumps(value, ensure_ascii=True, indent=2, default=str)
    print(text)  # noqa: T201 - the data a script asked for


PIPED = 160
"""Columns of what is piped or written to a file."""


def console(*, error: bool = False, columns: int = 0) -> Console:
    """Give the terminal; text is data there, never markup. `columns` is the least width.

    What is no terminal is wide, unless COLUMNS says how wide: a file has no edge.
    """
    from rich.console import Console

    screen = Console(stderr=error, markup=False, highlight=False, soft_wrap=False)
    wide = 0 if screen.is_terminal or "COLUMNS" in os.environ else PIPED
    screen.width = max(screen.width, columns, wide)
    return screen
