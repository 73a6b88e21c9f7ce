"""Run threadgraph from the command line: verbs, input first, data on stdout, talk on stderr."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from threadgraph.errors import InputRefused, LimitReached, ThreadgraphError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from threadgraph.commands.build import Progress

__all__ = ["app", "main"]

app = typer.Typer(
    name="threadgraph",
    help="Turn discussion pages into reply graphs and mention edges, as a validated dataset.",
    epilog="Exit codes: 0 complete; 2 wrong usage; 3 complete, with rejected or invalid rows; "
    "4 input refused; 5 output refused or failed; 6 a limit was hit; 130, 143 interrupted.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_M_ARENA_MAX = -8  # of glibc's malloc.h

Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON on stdout.")]


def main() -> None:
    """Run the program and exit with a documented code; errors are messages, never tracebacks."""
    _prepare()
    try:
        code = _run()
    except SystemExit:  # typer leaves like this when nobody reads our output any more: `| head`
        code = 0
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # noqa: BLE001 - the boundary: what has no code of its own is a bug
        code = _failure(error)
    sys.exit(code)


def _prepare() -> None:
    """Make the streams take any text, and keep the process small under `ulimit -v`."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - was closed by the shell; ours until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - text streams of the interpreter have it
    if sys.platform == "linux":
        # glibc reserves 64 MB of addresses for each of the twenty threads of polars and Arrow
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 2)


def _run() -> int:
    from threadgraph.publish.signals import interruptible

    with interruptible():
        code = app(sys.argv[1:] or ["--help"], prog_name="threadgraph", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _failure(error: Exception) -> int:
    """Say what went wrong, and give the exit code."""
    match error:
        case TyperException():
            return _complain(error.format_message(), 2)
        case ThreadgraphError():
            return _complain(str(error), error.exit_code)
        case BrokenPipeError():
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        case OSError():  # the disk or our own output; inputs that fail are told as such
            return _complain(f"{error.filename or 'output'}: {error.strerror or error}", 5)
        case MemoryError():
            return _complain("out of memory; name fewer or smaller inputs, or set --max-file", 6)
        case _:
            if os.environ.get("THREADGRAPH_DEBUG"):
                raise error
            told = f"internal error: {type(error).__name__}: {error}"
            hint = "Please report it; THREADGRAPH_DEBUG=1 shows where it is."
            return _complain(f"{told}\n{hint}", 1)


def _complain(message: str, code: int) -> int:
    """Print at most five lines of what is wrong; foreign text cannot move the cursor."""
    from threadgraph.text import show

    for line in message.split("\n")[:5]:
        print(show(line, 1000), file=sys.stderr)  # noqa: T201 - the boundary to the terminal
    return code


def _print_json(value: object) -> None:
    text = json.dumps(value, ensure_ascii=True, indent=2, default=str)
    print(text)  # noqa: T201 - the data a script asked for


def _console(*, error: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=error, markup=False, highlight=False, soft_wrap=False)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"threadgraph {version('threadgraph')}")  # noqa: T201 - the answer
        raise typer.Exit


@app.callback()
def _root(
    *,
    _: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    pass


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
            spans=_one_of("--spans", spans, ("full", "rejected", "none")),  # pyright: ignore[reportArgumentType] - checked against the literals
            limits=Limits(max_file=max_file, max_record=max_record, max_expansion=max_expansion),
            entities=entities,
            gazetteers=tuple(gazetteer or ()),
        ),
        write=WriteOptions(
            graph=GraphOptions(
                color_by=_one_of("--color-by", color_by, ("thread", "author", "depth")),  # pyright: ignore[reportArgumentType] - checked against the literals
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
        _print_json({"summary": result.summary, "manifest": result.manifest})
    elif not quiet:
        from threadgraph.commands.screen import draw_summary

        draw_summary(_console(), result.summary, str(out))
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


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise UsageError(option, f"{value!r} is not one of {', '.join(known)}")
    return value


def _show_plan(rows: Iterable[dict[str, Any]], *, as_json: bool) -> int:
    found = list(rows)
    if as_json:
        _print_json(found)
    else:
        from threadgraph.commands.screen import draw_plan

        draw_plan(_console(), found)
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
    with Bar(*columns, console=_console(error=True), transient=True) as bar:
        task = bar.add_task("read", total=None)
        yield Progress(
            total=lambda total: bar.update(task, total=total),
            advance=lambda done: bar.update(task, advance=done),
            step=lambda name: bar.update(task, description=name),
        )


@app.command(epilog="Example: threadgraph validate out")
def validate(
    dataset: Annotated[Path, typer.Argument(help="A folder with tables as Parquet or JSONL.")],
    as_json: Json = False,
) -> int:
    """Check every row of a dataset against its schema.

    The rules of the graph (parents, references, spans) are checked as well. The dataset may come
    from anybody. Exits 0 if all rows are valid, 3 if some are not, 4 if the
    folder holds no dataset.
    """
    from threadgraph.validate import validate_dataset

    report = validate_dataset(dataset)
    told = [(f.code, f"{f.table} row {f.row} {f.column or ''}", f.message) for f in report.failures]
    if as_json:
        _print_json(report.as_dict())
    else:
        from threadgraph.commands.screen import draw_report

        console = _console()
        draw_report(console, told)
        for note in report.notes:
            console.print(note)
        rows = sum(report.rows.values())
        console.print(f"{rows} rows in {len(report.rows)} tables: {report.failure_count} failures")
    return 0 if report.valid else 3


@app.command(epilog="Example: threadgraph inspect out")
def inspect(
    dataset: Annotated[Path, typer.Argument(help="A folder that `threadgraph build` wrote.")],
    top: Annotated[int, typer.Option(help="How many authors and targets to list.")] = 10,
    as_json: Json = False,
) -> None:
    """Look into a dataset: counts, depths, authors, mentions.

    Also the edges by method, the share of posts whose parent is unknown, and the diagnostics.
    """
    from threadgraph.commands.inspect import inspect as look
    from threadgraph.dataset import Dataset

    found = look(Dataset.load(dataset), top)
    if as_json:
        _print_json(found)
    else:
        from threadgraph.commands.screen import draw_inspection

        draw_inspection(_console(), found)


@app.command(epilog="Example: threadgraph discover out --minimum 2 > names.csv")
def discover(
    dataset: Annotated[Path, typer.Argument(help="A folder that `threadgraph build` wrote.")],
    gazetteer: Annotated[
        list[str] | None, typer.Option(help="Names that are known already; may be repeated.")
    ] = None,
    minimum: Annotated[int, typer.Option(help="How often a name must be met.")] = 3,
) -> None:
    """Propose names for review as a gazetteer.

    Prints a CSV of capitalised names that no gazetteer lists, the most widespread first: give the
    right ones a kind, delete the others, and build again with --gazetteer.
    """
    from threadgraph.dataset import Dataset
    from threadgraph.gazetteer import Gazetteer, discover_names

    known = Gazetteer.load(tuple(gazetteer or ()))
    found = discover_names(Dataset.load(dataset).posts, known, minimum)
    print(found.write_csv(), end="")  # noqa: T201 - the data


@app.command(epilog="Example: threadgraph schema posts")
def schema(
    table: Annotated[str | None, typer.Argument(help="A table; none lists them.")] = None,
) -> None:
    """Print the JSON Schema of a table, or list the tables."""
    from threadgraph import schema as schemas

    if table is None:
        _print_json({name: t.description for name, t in schemas.tables().items()})
    else:
        _print_json(schemas.table(table).json_schema)


@app.command(epilog="Example: threadgraph explain seeds/002_80bdbfd9fb277ead.txt")
def explain(
    page: Annotated[str, typer.Argument(help="A page, or `-` for stdin.")],
    reader: Annotated[str | None, typer.Option(help="Read it as this format.")] = None,
    as_json: Json = False,
) -> None:
    """Show how a page was understood.

    Prints its lines coloured by span, the layout and its runner-up, and each post's author and
    parent with the evidence.
    """
    from threadgraph.commands.explain import explain as tell
    from threadgraph.commands.explain import pieces
    from threadgraph.commands.page import parse
    from threadgraph.source import Limits, Refusal, collect, read

    sources = collect([page])
    if len(sources) > 1:
        raise UsageError(page, "a folder; explain takes one page", "Name one of its files.")
    try:
        data = read(sources[0], Limits())
    except Refusal as refusal:
        kind = LimitReached if refusal.code == "TG115" else InputRefused
        raise kind(page, refusal.reason, "Name a readable text file.") from refusal
    dataset = parse(data, sources[0].key, reader=reader)
    told = tell(dataset, data)
    if as_json:
        _print_json(told)
    else:
        from threadgraph.commands.screen import draw_page

        draw_page(_console(), told, pieces(dataset, data))


@app.command(epilog="Example: threadgraph formats --json")
def formats(as_json: Json = False) -> None:
    """List readers, layouts, graphs and writers."""
    from threadgraph.commands.formats import formats as listed

    if as_json:
        _print_json(listed())
    else:
        from threadgraph.commands.screen import draw_formats

        draw_formats(_console(), listed())


@app.command(epilog="Example: threadgraph evaluate out")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold pages, or a dataset whose rows are true.")],
    renderings: Annotated[
        str | None, typer.Option(help="Renderings of gold pages, separated by commas.")
    ] = None,
    by: Annotated[str, typer.Option(help="Group figures by family or page.")] = "family",
    floors: Annotated[
        Path | None, typer.Option(help="A JSON file; a figure below its floor exits 3.")
    ] = None,
    weights: Annotated[
        str, typer.Option(help="What families count for in the overall figures.")
    ] = "hn=0.1",
    pages: Annotated[
        Path, typer.Option(help="The folder that a dataset's sources are relative to.")
    ] = Path(),
    as_json: Json = False,
) -> int:
    """Measure what is found in pages against gold.

    Prints precision, recall and F1 of posts, authors and parents beside a baseline in which each
    paragraph is a post. Exits 3 if a figure is below its floor.
    """
    from threadgraph.commands._evaluation import draw_evaluation
    from threadgraph.commands._gold import RENDERINGS
    from threadgraph.commands.evaluate import EvaluateOptions, below, load_floors
    from threadgraph.commands.evaluate import evaluate as measure

    options = EvaluateOptions(
        renderings=tuple(r.strip() for r in renderings.split(",")) if renderings else RENDERINGS,
        by=_one_of("--by", by, ("family", "page")),  # pyright: ignore[reportArgumentType] - checked against the literals
        weights=_weights(weights),
        pages=pages,
    )
    wanted = load_floors(floors) if floors else None
    result = measure(gold, options)
    failures = below(result, wanted) if wanted else []
    if as_json:
        _print_json(result | {"below": [asdict(failure) for failure in failures]})
    else:
        draw_evaluation(_console(), result, failures)
    return 3 if failures else 0


def _weights(text: str) -> dict[str, float]:
    """Read `family=weight` pairs."""
    try:
        pairs = [part.split("=") for part in text.split(",") if part.strip()]
        return {family.strip(): float(weight) for family, weight in pairs}
    except ValueError as error:
        raise UsageError("--weights", f"{text!r} is not like hn=0.1,lemmy=2") from error


if __name__ == "__main__":
    main()
