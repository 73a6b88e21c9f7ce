"""Judge names that need evidence beside them: `Chad` the country, `Apple` the company.

`data/guards.csv` gives a name's rule in the column `needs`, clauses with `;` between them:

- `never`: the name is no entity; it only hides the shorter names inside it ("Native American").
- `alone`: no capitalised word right beside it ("Jordan Peterson"); titles and small words may be.
- `quiet`: no word in capitals right beside it ("JOIN US NOW").
- `unless:a,b`: none of these words right beside it.
- `before:a,b`, `after:a,b`, `near:a,b`: one of these words right before, right after, or within
  `WINDOW` bytes. Where a rule has several such clauses, one of them is enough.

`@name` stands for a list of words in `data/cues.csv`. Words are compared in small letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WINDOW", "Guards", "compile_guards"]

WINDOW = 100
"""Bytes of context read on each side of a guarded name."""

_FLAGS = ("never", "alone", "quiet")
_CUES = ("before", "after", "near")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Guards:
    """The rules as tables: flags by rule, words by rule and place, and the words beside names."""

    rules: pl.DataFrame
    words: pl.DataFrame
    beside: tuple[str, ...]

    def admit(self, hits: pl.LazyFrame) -> pl.DataFrame:
        """Give the hits whose rule holds, in order, with a column `never`.

        `hits` has guard (null without a rule), and before and after: the text on each side.
        """
        held = (
            hits.with_row_index("hit")
            .join(self.rules.lazy(), on="guard", how="left", maintain_order="left")
            .with_columns(
                previous=pl.col("before").str.extract(r"([\pL\pN]+)[ -]$"),
                next=pl.col("after").str.extract(r"^[ -]([\pL\pN]+)"),
            )
            .collect(engine="in-memory")
        )
        words = self.words.lazy()
        beside = _beside(held.lazy()).join(words, on=["guard", "place", "word"], how="semi")
        found = beside.select("hit", "place").collect(engine="in-memory")
        unless = pl.col("place") == "unless"
        kept = held.lazy().filter(
            pl.col("cued").not_().fill_null(value=True)
            | pl.col("hit").is_in(found.filter(~unless)["hit"].implode()),
            ~pl.col("hit").is_in(found.filter(unless)["hit"].implode()),
            ~(_set("alone") & (self._capitalised("previous") | self._capitalised("next"))),
            ~(_set("quiet") & (_shouted("previous") | _shouted("next"))),
        )
        own = pl.exclude("hit", "before", "after", "previous", "next", *self.rules.columns[1:])
        return kept.select(own, never=_set("never")).collect(engine="in-memory")

    def _capitalised(self, column: str) -> pl.Expr:
        """Tell whether the word beside may be another part of a longer name."""
        word = pl.col(column)
        small = word.str.to_lowercase().is_in(self.beside)
        return (word.str.contains(r"^\p{Lu}") & ~small).fill_null(value=False)


def compile_guards(guards: pl.DataFrame, cues: pl.DataFrame) -> Guards:
    """Give the rules as tables.

    `guards` has guard and needs, `cues` has cue and words (with `|` between them). Raises
    UsageError for a clause or a list of words that does not exist.
    """
    lists = {cue: words.split("|") for cue, words in cues.select("cue", "words").iter_rows()}
    rules: dict[str, list[object]] = {c: [] for c in ("guard", *_FLAGS, "cued")}
    words: dict[str, list[object]] = {c: [] for c in ("guard", "place", "word")}
    ruled = guards.filter(pl.col("needs").is_not_null())
    for number, needs in ruled.select("guard", "needs").iter_rows():
        clauses = [clause.partition(":") for clause in needs.split(";")]
        places = {place for place, _, _ in clauses}
        if unknown := places - {*_FLAGS, *_CUES, "unless"}:
            raise UsageError(needs, f"no such clause: {', '.join(sorted(unknown))}")
        flags = {flag: flag in places for flag in _FLAGS}
        flags["cued"] = not places.isdisjoint(_CUES)
        for column, value in {"guard": number, **flags}.items():
            rules[column].append(value)
        for place, _, listed in clauses:
            expanded = _expand(listed, lists)
            words["word"] += expanded
            words["guard"] += [number] * len(expanded)
            words["place"] += [place] * len(expanded)
    kinds = dict.fromkeys((*_FLAGS, "cued"), pl.Boolean)
    text = {"place": pl.String, "word": pl.String}
    return Guards(
        rules=pl.DataFrame(rules, schema={"guard": pl.UInt32, **kinds}),
        words=pl.DataFrame(words, schema={"guard": pl.UInt32, **text}),
        beside=tuple(lists.get("beside", ())),
    )


def _expand(listed: str, lists: Mapping[str, list[str]]) -> list[str]:
    words: list[str] = []
    for word in filter(None, listed.split(",")):
        if not word.startswith("@"):
            words.append(word)
        elif word[1:] in lists:
            words += lists[word[1:]]
        else:
            raise UsageError(word, "no such list of words", f"Lists: {', '.join(lists)}.")
    return words


def _beside(held: pl.LazyFrame) -> pl.LazyFrame:
    """Give a row for each word beside a guarded name: hit, guard, place, word in small letters."""
    pairs = (
        ("before", "previous"), ("after", "next"), ("unless", "previous"), ("unless", "next"),
    )  # fmt: skip
    guarded = held.filter(pl.col("guard").is_not_null())
    key = [pl.col("hit"), pl.col("guard")]
    near = pl.concat_str("before", pl.lit(" "), "after").str.extract_all(r"[\pL\pN]+")
    frames = [
        guarded.select(*key, pl.lit(place).alias("place"), pl.col(column).alias("word"))
        for place, column in pairs
    ]
    frames.append(
        guarded.select(*key, pl.lit("near").alias("place"), near.alias("word")).explode("word")
    )
    return pl.concat(frames).with_columns(pl.col("word").str.to_lowercase())


def _set(flag: str) -> pl.Expr:
    return pl.col(flag).fill_null(value=False)


def _shouted(column: str) -> pl.Expr:
    return pl.col(column).str.contains(r"^\p{Lu}{2,}$").fill_null(value=False)
