"""Add the verb `build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from threadgraph.cli import _build_options as given
from threadgraph.cli._build_steps import graph_options, limits_of, names_in, read_options
from threadgraph.cli._common import Json, app, console, print_json
from threadgraph.errors import UsageError

if TYPE_CHECKING:
    from threadgraph.commands.build import BuildOptions, Progress
    from threadgraph.graphs import GraphOptions
    from threadgraph.pipeline import ReadOptions
    from threadgraph.source import Source

__all__ = ["build"]


@app.command(epilog="Example: threadgraph build seeds --out out --format parquet,graphml")
def build(
    inputs: given.Inputs = None,
    out: given.Out = Path("out"),
    formats: given.Formats = "parquet,jsonl,graphml",
    reader: given.Reader = None,
    spans: given.Spans = None,
    gazetteer: given.Gazetteers = None,
    entities: given.Entities = True,
    color_by: given.ColorBy = "thread",
    text: given.Text = False,
    inferred: given.Inferred = False,
    self_loops: given.SelfLoops = True,
    max_file: given.MaxFile = 2 << 30,
    max_record: given.MaxRecord = 64 << 20,
    max_expansion: given.MaxExpansion = 200,
    max_seconds: given.MaxSeconds = 30.0,
    workers: given.Workers = None,
    dry_run: given.DryRun = False,
    quiet: given.Quiet = False,
    as_json: Json = False,
) -> int:
    """Read discussion pages and publish a dataset.

    Without arguments it reads ./seeds and writes ./out. The folder given by --out must be absent,
    empty, or a dataset of threadgraph, which is replaced whole.
    """
    limits = limits_of(max_file, max_record, max_expansion, max_seconds)
    read = read_options(reader, spans, limits, gazetteer, entities=entities)
    graph = graph_options(color_by, text=text, inferred=inferred, self_loops=self_loops)
    sources = _sources(inputs)
    if dry_run:
        return _show_plan(sources, read, as_json=as_json)
    options = _options(formats, read, graph, workers or _workers(len(sources)))
    return _publish(sources, out, options, quiet=quiet, as_json=as_json)


def _options(formats: str, read: ReadOptions, graph: GraphOptions, workers: int) -> BuildOptions:
    from threadgraph.commands.build import BuildOptions
    from threadgraph.writers import WriteOptions

    return BuildOptions(
        formats=names_in(formats), read=read, write=WriteOptions(graph=graph), workers=workers
    )


def _publish(
    sources: Sequence[Source], out: Path, options: BuildOptions, *, quiet: bool, as_json: bool
) -> int:
    """Build, and show the summary that was asked for."""
    from threadgraph.commands.build import build_sources

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


def _sources(inputs: list[str] | None) -> list[Source]:
    from threadgraph.source import collect

    if inputs:
        return collect(inputs)
    if not Path("seeds").is_dir():
        raise UsageError(
            "INPUTS", "no inputs are named and there is no folder ./seeds here",
            "Type: threadgraph build FOLDER --out out",
        )  # fmt: skip
    return collect(["seeds"])


def _show_plan(sources: Sequence[Source], read: ReadOptions, *, as_json: bool) -> int:
    from threadgraph.commands.plan import plan

    found = list(plan(sources, read))
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
