"""Name the options of the verb `build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "ColorBy",
    "DryRun",
    "Entities",
    "Formats",
    "Gazetteers",
    "Inferred",
    "Inputs",
    "MaxExpansion",
    "MaxFile",
    "MaxRecord",
    "MaxSeconds",
    "Out",
    "Quiet",
    "Reader",
    "SelfLoops",
    "Spans",
    "Text",
    "Workers",
]

Inputs = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, patterns, or `-` for stdin; `seeds` if none is given."),
]
Out = Annotated[Path, typer.Option(help="The folder of the dataset.")]
Formats = Annotated[str, typer.Option("--format", help="What to write, separated by commas.")]
Reader = Annotated[str | None, typer.Option(help="Read every input as this format.")]
Spans = Annotated[
    str | None, typer.Option(help="full, rejected or none; full below 10,000 documents.")
]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option(help="A CSV of names to find (name,alias,kind,id); may be repeated."),
]
Entities = Annotated[bool, typer.Option(help="Find persons, organisations and places.")]
ColorBy = Annotated[str, typer.Option(help="GraphML: thread, author or depth.")]
Text = Annotated[bool, typer.Option("--text", help="GraphML: add the full texts.")]
Inferred = Annotated[
    bool, typer.Option("--inferred", help="GraphML: add the candidates of unknown parents.")
]
SelfLoops = Annotated[bool, typer.Option(help="GraphML: answers to oneself.")]
MaxFile = Annotated[
    int, typer.Option(min=1, help="Largest document, in bytes after decompression.")
]
MaxRecord = Annotated[
    int, typer.Option(min=1, help="Largest post, in bytes of text; larger ones are rejected.")
]
MaxExpansion = Annotated[
    int, typer.Option(min=1, help="How far compressed input may expand, beyond 64 MiB.")
]
MaxSeconds = Annotated[
    float, typer.Option(min=0.001, max=86_400, help="Longest time to read one page of HTML.")
]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes; one below 200 inputs, else one a core.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be read, and write nothing.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
