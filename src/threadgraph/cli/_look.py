"""Add the verbs that look: `validate`, `inspect`, `schema`, `explain`, `formats`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from threadgraph.cli._common import Json, app, console, print_json
from threadgraph.errors import InputRefused, LimitReached, UsageError

__all__ = ["explain", "formats", "inspect", "schema", "validate"]


@app.command(epilog="Example: threadgraph validate out")
def validate(
    dataset: Annotated[Path, typer.Argument(help="A folder with tables as Parquet or JSONL.")],
    as_json: Json = False,
) -> int:
    """Check every row of a dataset against its schema.

    The rules of the graph (parents, references, spans) are checked as well, of Parquet and JSON
    Lines each, and every file against the manifest's SHA-256. The dataset may come from anybody.
    Exits 0 if all rows are valid, 3 if some are not or a file was changed, 4 if the folder holds
    no dataset.
    """
    from threadgraph.publish.integrity import check_files
    from threadgraph.validate import validate_dataset

    report = validate_dataset(dataset)
    files = check_files(dataset)
    valid = report.valid and not files.changed
    told = [(f.code, f"{f.table} row {f.row} {f.column or ''}", f.message) for f in report.failures]
    told += [("TG401", path, why) for path, why in files.changed]
    if as_json:
        print_json(report.as_dict() | {"valid": valid, "files": files._asdict()})
    else:
        from threadgraph.commands.screen import draw_report

        screen = console()
        draw_report(screen, told)
        for note in (*report.notes, *files.notes):
            screen.print(note, markup=False, highlight=False)
        rows = sum(report.rows.values())
        failures = report.failure_count + len(files.changed)
        screen.print(f"{rows} rows in {len(report.rows)} tables: {failures} failures")
    return 0 if valid else 3


@app.command(epilog="Example: threadgraph inspect out")
def inspect(
    dataset: Annotated[Path, typer.Argument(help="A folder that `threadgraph build` wrote.")],
    top: Annotated[int, typer.Option(min=0, help="How many authors and targets to list.")] = 10,
    as_json: Json = False,
) -> None:
    """Look into a dataset: counts, depths, authors, mentions.

    Also the edges by method, the share of posts whose parent is unknown, and the diagnostics.
    """
    from threadgraph.commands.inspect import inspect as look
    from threadgraph.dataset import Dataset, reading

    with reading(dataset):
        found = look(Dataset.load(dataset), top)
    if as_json:
        print_json(found)
    else:
        from threadgraph.commands.screen import draw_inspection

        draw_inspection(console(), found)


@app.command(epilog="Example: threadgraph schema posts")
def schema(
    table: Annotated[str | None, typer.Argument(help="A table; none lists them.")] = None,
) -> None:
    """Print the JSON Schema of a table, or list the tables."""
    from threadgraph import schema as schemas

    if table is None:
        print_json({name: t.description for name, t in schemas.tables().items()})
    else:
        print_json(schemas.table(table).json_schema)


@app.command(epilog="Example: threadgraph explain seeds/002_80bdbfd9fb277ead.txt")
def explain(
    page: Annotated[str, typer.Argument(help="A page, or `-` for stdin.")],
    reader: Annotated[str | None, typer.Option(help="Read it as this format.")] = None,
    as_json: Json = False,
) -> None:
    """Show how a page was understood.

    Prints which layouts found posts and why they were taken or not, its lines coloured by span, and
    each post's author and parent with the evidence. Of HTML it prints the posts as a tree, and the
    families of markup that were asked with the selector or rule behind each field.

    Marks are what hardly stands in a page by chance: of a layout, bullets with names, dates and
    the like; of a family, classes, ids and words of its system. A layout's score is the product
    of its coverage (the share of the page's letters that it explains, from its first post on),
    of 1 - 2^-marks and of the share of posts that are as all should be. A family's score tells
    how many of its posts have an author, a date and a text.
    """
    from threadgraph.commands.explain import explain as tell
    from threadgraph.commands.explain import pieces
    from threadgraph.commands.page import parse
    from threadgraph.source import LIMIT_CODES, Limits, Refusal, collect, read

    sources = collect([page])
    if len(sources) > 1:
        raise UsageError(
            page,
            f"a folder or pattern of {len(sources)} files; explain takes one page",
            "Name one.",
        )
    try:
        data = read(sources[0], Limits())
    except Refusal as refusal:
        kind = LimitReached if refusal.code in LIMIT_CODES else InputRefused
        raise kind(page, refusal.reason, "Name a readable text file.") from refusal
    dataset = parse(data, sources[0].key, reader=reader)
    told = tell(dataset, data)
    if as_json:
        print_json(told)
    elif "families" in told:
        from threadgraph.commands._tree import draw_tree

        draw_tree(console(), told)
    else:
        from threadgraph.commands.screen import draw_page

        draw_page(console(), told, pieces(dataset, data))


@app.command(epilog="Example: threadgraph formats --json")
def formats(as_json: Json = False) -> None:
    """List readers, layouts, graphs and writers."""
    from threadgraph.commands.formats import formats as listed

    if as_json:
        print_json(listed())
    else:
        from threadgraph.commands.screen import draw_formats

        draw_formats(console(), listed())
