"""Make of the options of `build` what its steps take."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from threadgraph.checks import one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threadgraph.graphs import GraphOptions
    from threadgraph.pipeline import ReadOptions
    from threadgraph.source import Limits

__all__ = ["graph_options", "limits_of", "names_in", "read_options"]


def limits_of(max_file: int, max_record: int, max_expansion: int, max_seconds: float) -> Limits:
    """Give how much is read."""
    from threadgraph.source import Limits

    return Limits(
        max_file=max_file,
        max_record=max_record,
        max_expansion=max_expansion,
        max_seconds=max_seconds,
    )


def read_options(
    reader: str | None,
    spans: str | None,
    limits: Limits,
    gazetteers: Sequence[str] | None,
    *,
    entities: bool,
) -> ReadOptions:
    """Give how pages are read; raises UsageError where `spans` is no kind of them."""
    from threadgraph.pipeline import ReadOptions, Spans

    return ReadOptions(
        reader=reader,
        spans=one_of("--spans", spans, get_args(Spans)),  # pyright: ignore[reportArgumentType] - checked against the literals
        limits=limits,
        entities=entities,
        gazetteers=tuple(gazetteers or ()),
    )


def graph_options(color_by: str, *, text: bool, inferred: bool, self_loops: bool) -> GraphOptions:
    """Give how graphs are drawn; raises UsageError where nothing is coloured by `color_by`."""
    from threadgraph.graphs import ColorBy, GraphOptions

    return GraphOptions(
        color_by=one_of("--color-by", color_by, get_args(ColorBy)),  # pyright: ignore[reportArgumentType] - checked against the literals
        text=text,
        inferred=inferred,
        self_loops=self_loops,
    )


def names_in(formats: str) -> tuple[str, ...]:
    """Give the names that commas separate."""
    return tuple(name.strip() for name in formats.split(",") if name.strip())
