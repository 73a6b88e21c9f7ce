"""Add the verb `build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from threadgraph.cli._common import Json, app, console, one_of, print_json
from threadgraph.errors import UsageError

if TYPE_CHECKING:
    from threadgraph.commands.build import Progress

__all__ = ["build"]


@app.command(epilog="Example: threadgraph build seeds --out out --format parquet,graphml")
def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, patterns, or `-` for stdin; `seeds` if none is given."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder of the dataset.")] = Path("out"),
    formats: Annotated[
        str, typer.Option("--format", help="What to write, separated by commas.")
    ] = "parquet,jsonl,graphml",
    reader: Annotated[str | None, typer.Option(help="Read every input as this format.")] = None,
    spans: Annotated[
        str | None,
        typer.Option(help="full, rejected or none; full below 10,000 documents."),
    ] = None,
    gazetteer: Annotated[
        list[str] | None,
        typer.Option(help="A CSV of names to find (name,alias,kind,id); may be repeated."),
    ] = None,
    entities: Annotated[bool, typer.Option(help="Find persons, organisations and places.")] = True,
    color_by: Annotated[str, typer.Option(help="GraphML: thread, author or depth.")] = "thread",
    text: Annotated[bool, typer.Option("--text", help="GraphML: add the full texts.")] = False,
    inferred: Annotated[
        bool, typer.Option("--inferred", help="GraphML: add the candidates of unknown parents.")
    ] = False,
    self_loops: Annotated[bool, typer.Option(help="GraphML: answers to oneself.")] = True,
    max_file: Annotated[
        int, typer.Option(help="Largest document, in bytes after decompression.")
    ] = 2 << 30,
    max_record: Annotated[
        int, typer.Option(help="Largest post, in bytes of text; larger ones are rejected.")
    ] = 64 << 20,
    max_expansion: Annotated[
        int, typer.Option(help="How far compressed input may expand, beyond 64 MiB.")
    ] = 200,
    max_seconds: Annotated[
        float, typer.Option(min=0.001, help="Longest time to read one page of HTML.")
    ] = 30.0,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes; one below 200 inputs, else one a core."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be read, and write nothing.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    as_json: Json = False,
) -> int:
    """Read discussion pages and publish a dataset.

    Without arguments it reads ./seeds and writes ./out. The folder given by --out must be absent,
    empty, or a dataset of threadgraph, which is replaced whole.
    """
    from threadgraph.commands.build import BuildOptions, build_sources
    from threadgraph.graphs import GraphOptions
    from threadgraph.pipeline import ReadOptions
    from threadgraph.source import Limits, collect
    from threadgraph.writers import WriteOptions

    options = BuildOptions(
        formats=tuple(name.strip() for name in formats.split(",") if name.strip()),
        read=ReadOptions(
            reader=reader,
            spans=one_of("--spans", spans, ("full", "rejected", "none")),  # pyright: ignore[reportArgumentType] - checked against the literals
            limits=Limits(
                max_file=max_file,
                max_record=max_record,
                max_expansion=max_expansion,
                max_seconds=max_seconds,
            ),
            entities=entities,
            gazetteers=tuple(gazetteer or ()),
        ),
        write=WriteOptions(
            graph=GraphOptions(
                color_by=one_of("--color-by", color_by, ("thread", "author", "depth")),  # pyright: ignore[reportArgumentType] - checked against the literals
                text=text,
                inferred=inferred,
                self_loops=self_loops,
            )
        ),
    )
    sources = collect(_inputs(inputs))
    options = replace(options, workers=workers or _workers(len(sources)))
    if dry_run:
        from threadgraph.commands.plan import plan

        return _show_plan(plan(sources, options.read), as_json=as_json)
    with _progress(quiet=quiet or as_json) as progress:
        result = build_sources(sources, out, options, progress)
    if as_json:
        print_json({"summary": result.summary, "manifest": result.manifest})
    elif not quiet:
        from threadgraph.commands.screen import draw_summary

        draw_summary(console(), result.summary, str(out))
    return 3 if result.manifest["counts"]["rejected"] else 0


def _workers(inputs: int) -> int:
    """Give the processes to use: starting one costs as much as reading some hundred pages."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores if inputs >= 200 else 1  # noqa: PLR2004 - measured, see benchmarks


def _inputs(inputs: list[str] | None) -> list[str]:
    if inputs:
        return inputs
    if not Path("seeds").is_dir():
        raise UsageError(
            "INPUTS", "no inputs are named and there is no folder ./seeds here",
            "Type: threadgraph build FOLDER --out out",
        )  # fmt: skip
    return ["seeds"]


def _show_plan(rows: Iterable[dict[str, Any]], *, as_json: bool) -> int:
    found = list(rows)
    if as_json:
        print_json(found)
    else:
        from threadgraph.commands.screen import draw_plan

        draw_plan(console(), found)
    return 3 if any(row["outcome"] == "rejected" for row in found) else 0


@contextmanager
def _progress(*, quiet: bool) -> Generator[Progress]:
    """Show a bar on a terminal, and nothing elsewhere."""
    from threadgraph.commands.build import Progress

    if quiet or not sys.stderr.isatty():
        yield Progress()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
    )  # fmt: skip
    with Bar(*columns, console=console(error=True), transient=True) as bar:
        task = bar.add_task("read", total=None)
        yield Progress(
            total=lambda total: bar.update(task, total=total),
            advance=lambda done: bar.update(task, advance=done),
            step=lambda name: bar.update(task, description=name),
        )
