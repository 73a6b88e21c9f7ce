"""Add the verbs for making and measuring: `discover` and `evaluate`."""

from __future__ import annotations

import math
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from threadgraph.checks import one_of
from threadgraph.cli._common import Json, app, console, print_json
from threadgraph.errors import UsageError

__all__ = ["discover", "evaluate"]


@app.command(epilog="Example: threadgraph discover out --minimum 2 > names.csv")
def discover(
    dataset: Annotated[Path, typer.Argument(help="A folder that `threadgraph build` wrote.")],
    gazetteer: Annotated[
        list[str] | None, typer.Option(help="Names that are known already; may be repeated.")
    ] = None,
    minimum: Annotated[int, typer.Option(min=1, help="How often a name must be met.")] = 3,
) -> None:
    """Propose names for review as a gazetteer.

    Prints a CSV of capitalised names that no gazetteer lists, the most widespread first: give the
    right ones a kind, delete the others, and build again with --gazetteer.
    """
    from threadgraph.dataset import Dataset, reading
    from threadgraph.gazetteer import Gazetteer, discover_names

    known = Gazetteer.load(tuple(gazetteer or ()))
    with reading(dataset):
        found = discover_names(Dataset.load(dataset).posts, known, minimum)
    print(found.write_csv(), end="")  # noqa: T201 - the data


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
    from threadgraph.commands.evaluate import EvaluateOptions, below, load_floors
    from threadgraph.commands.evaluate import evaluate as measure

    options = EvaluateOptions(
        renderings=_renderings(renderings),
        by=one_of("--by", by, ("family", "page")),  # pyright: ignore[reportArgumentType] - checked against the literals
        weights=_weights(weights),
        pages=pages,
    )
    wanted = load_floors(floors) if floors else None
    result = measure(gold, options)
    failures = below(result, wanted) if wanted else []
    if as_json:
        print_json(result | {"below": [asdict(failure) for failure in failures]})
    else:
        draw_evaluation(console(columns=180), result, failures)
    return 3 if failures else 0


def _renderings(text: str | None) -> tuple[str, ...]:
    """Read names of renderings; without any, all are measured."""
    from threadgraph.commands._gold import RENDERINGS

    names = tuple(name.strip() for name in text.split(",")) if text else RENDERINGS
    for name in names:
        one_of("--renderings", name, RENDERINGS)
    return names


def _weights(text: str) -> dict[str, float]:
    """Read `family=weight` pairs."""
    try:
        pairs = [part.split("=") for part in text.split(",") if part.strip()]
        weights = {family.strip(): float(weight) for family, weight in pairs}
    except ValueError as error:
        raise UsageError("--weights", f"{text!r} is not like hn=0.1,lemmy=2") from error
    if not all(0 <= weight < math.inf for weight in weights.values()):
        raise UsageError("--weights", f"{text!r} has one that is below 0, or no number")
    return weights
