"""Load the gazetteer: the reviewed files that ship with the package, and the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.gazetteer.forms import make_forms
from threadgraph.gazetteer.guards import Guards, compile_guards
from threadgraph.gazetteer.read import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Gazetteer"]

_DATA = Path(__file__).parent / "data"
_RULES = ("cues.csv", "guards.csv")
_LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """The entities that texts are searched for, and every form in which they are written.

    `entities` has entity_id, name, kind and source, one row an entity; `forms` has form,
    entity_id, confidence and guard, one row a form and entity it may name. An empty entity_id
    marks a form that names nothing and hides the names inside it.
    """

    entities: pl.DataFrame
    forms: pl.DataFrame
    guards: Guards

    @classmethod
    def load(cls, extra: Iterable[str | Path] = ()) -> Gazetteer:
        """Give the builtin gazetteer with the user's files on top.

        A name in a user's file belongs to the user's entity alone, and no builtin rule holds for
        it; an id in both keeps its builtin names and takes the user's name and kind. Raises
        UsageError naming file, line and column of what cannot be read.
        """
        paths = tuple(Path(path) for path in extra)
        if not paths:
            return _builtin()
        return _merged(
            pl.concat(read_entries(path, path.name[-_LONGEST_SOURCE:]) for path in paths)
        )


@cache
def _builtin() -> Gazetteer:
    entries, guards, cues = _files()
    return Gazetteer(
        entities=_entities(entries),
        forms=make_forms(_names(entries), guards),
        guards=compile_guards(guards, cues),
    )


@cache
def _files() -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Read the files of the package: the entities, the rules and the lists of words."""
    files = [path for path in sorted(_DATA.glob("*.csv")) if path.name not in _RULES]
    entries = pl.concat(pl.read_csv(path, infer_schema=False) for path in files)
    guards = pl.read_csv(_DATA / "guards.csv", infer_schema=False).with_row_index("guard")
    cues = pl.read_csv(_DATA / "cues.csv", infer_schema=False)
    return (
        entries.select(
            "name",
            "kind",
            pl.col("alias").fill_null(""),
            entity_id="id",
            case=pl.col("case").fill_null("usual"),
            source=pl.lit("builtin"),
        ),
        guards.with_columns(pl.col("confidence").cast(pl.Float64)),
        cues,
    )


def _merged(own: pl.DataFrame) -> Gazetteer:
    builtin = _builtin()
    users = make_forms(_names(own)).with_columns(pl.col("confidence") / pl.len().over("form"))
    return Gazetteer(
        entities=_entities(pl.concat([own, _files()[0]], how="diagonal")),
        forms=pl.concat([users, builtin.forms.join(users, on="form", how="anti")]),
        guards=builtin.guards,
    )


def _names(entries: pl.DataFrame) -> pl.DataFrame:
    """Give each name of each entry a row: name, entity_id, case."""
    every = pl.concat_list("name", pl.col("alias").str.split("|"))
    return (
        entries.select("entity_id", "case", name=every)
        .explode("name")
        .select(pl.col("name").str.strip_chars(), "entity_id", "case")
        .filter(pl.col("name") != "")
    )


def _entities(entries: pl.DataFrame) -> pl.DataFrame:
    """Give one row an entity; the first row of an id decides on name, kind and source."""
    return (
        entries.select("entity_id", "name", "kind", "source")
        .unique("entity_id", keep="first", maintain_order=True)
        .sort("entity_id")
    )
