"""Find persons, organisations and places in texts by the names that a gazetteer lists.

One search over all texts, columnar. What polars' `str.find_many` does, as tried with 2.1: it
gives BYTE offsets; `leftmost=True` takes the pattern that is listed first, not the longest, so all
overlapping matches are asked for and the longest is chosen here; its case folding is ASCII only,
so each accepted spelling is a pattern of its own; it knows no word boundaries, so they are checked
here. It does not say which pattern it found: that is looked up, as a search by `str.extract_many`
for the matches' texts would take as long again.

A name counts where no letter, mark, digit or `_` adjoins it ("Turkey’s", "US-led", "anti-Russian",
not "USrael") and no `@` stands before it. Scripts that leave no blanks between words need no
boundary. Matches never overlap: the longest at a place wins, then the leftmost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.gazetteer.guards import WINDOW
from threadgraph.link._forms import Forms
from threadgraph.schema import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threadgraph.gazetteer import Gazetteer

__all__ = ["entities_table", "find_entities", "find_in_parts"]


@lru_cache(maxsize=2)
def _forms(gazetteer: Gazetteer) -> Forms:
    return Forms(gazetteer.forms["form"])


_SCHEMA = pl.Schema(
    {
        "post_id": pl.String,
        "document_id": pl.String,
        "entity_id": pl.String,
        "surface": pl.String,
        "text_start": pl.Int64,
        "text_end": pl.Int64,
        "method": pl.String,
        "confidence": pl.Float64,
        "rank": pl.Int32,
    }
)

_BLANKLESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Hangul}"
_LONGEST_CHARACTER = 4
_NAMED, _UNNAMED = 0.85, 0.25
_PLACE = ("row", "start", "end")


def find_entities(
    posts: pl.DataFrame, gazetteer: Gazetteer, masked: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Give the mentions of entities in the posts' texts, in the posts' order, then by place.

    Builds search several such tables at once, by `find_in_parts`. `posts` has post_id, document_id
    and text (null: no text), whole documents. `masked` has post_id, text_start and text_end, in
    code points of the text: places of URLs, handles or authors' names, where nothing is to be
    found. Rows have post_id, document_id, entity_id,
    surface, text_start, text_end (code points), method, confidence and rank. A name of several
    entities gives a row each, ranked by confidence; where the document
    names just one of them by a certain name, that one comes first. Linear in the texts' length.
    """
    return find_in_parts([(posts, masked)], gazetteer)[0]


def find_in_parts(
    parts: Sequence[tuple[pl.DataFrame, pl.DataFrame | None]], gazetteer: Gazetteer
) -> list[pl.DataFrame]:
    """Give what `find_entities` gives of each part (posts and masked), by one search over all."""
    numbered: list[pl.DataFrame] = []
    masks: list[pl.LazyFrame] = []
    start = 0
    for number, (posts, masked) in enumerate(parts):
        texts = posts.select("post_id", "document_id", "text", part=pl.lit(number))
        numbered.append(texts.with_row_index("row", offset=start))
        start += texts.height
        if masked is not None:
            masks.append(_places(numbered[-1].lazy(), masked.lazy()))
    texts = pl.concat(numbered)
    hits = _whole_words(_candidates(texts, gazetteer))
    if masks:
        hits = _outside(hits, pl.concat(masks))
    found = _entities_of(texts.lazy(), hits, gazetteer)
    return [found.filter(part=number).drop("part") for number in range(len(parts))]


def _entities_of(texts: pl.LazyFrame, hits: pl.LazyFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Choose among the hits in the texts."""
    named = _admitted(hits.collect(engine="in-memory"), gazetteer)
    kept = _leftmost(named).lazy()
    chosen = kept.join(named.lazy(), on=_PLACE, how="left", maintain_order="left")
    chosen = chosen.filter(~pl.col("never")).join(
        texts.select("row", "post_id", "document_id", "part"), on="row", maintain_order="left"
    )
    own = {"text_start": "first", "text_end": "last"}
    columns = [
        pl.lit("gazetteer").alias(name)
        if name == "method"
        else pl.col(own.get(name, name)).cast(kind).alias(name)
        for name, kind in _SCHEMA.items()
    ]
    return _ranked(chosen).select("part", *columns).collect(engine="in-memory")


def entities_table(parts: Iterable[pl.LazyFrame], gazetteer: Gazetteer) -> pl.DataFrame:
    """Give the rows of `entities`: those that `mentions` (kind `entity`) name, by id.

    `mentions` come in parts. `aliases` are the other surfaces that they were found by, sorted;
    `mention_count` counts the mentions whose best target they are.
    """
    best = (pl.col("rank") == 1).sum().cast(pl.Int32)
    counts = [
        mentions.filter(pl.col("kind") == "entity", pl.col("target_id").is_not_null())
        .group_by("surface", entity_id="target_id")
        .agg(mention_count=best)
        .collect(engine="in-memory")
        for mentions in parts
    ]
    surfaces = (
        pl.concat(counts)
        .group_by("entity_id")
        .agg(pl.col("mention_count").sum(), surfaces=pl.col("surface").unique())
    )
    return (
        gazetteer.entities.select("entity_id", "name", "kind", "source")
        .join(surfaces, on="entity_id")
        .with_columns(aliases=pl.col("surfaces").list.set_difference(pl.concat_list("name")))
        .with_columns(pl.col("aliases").list.sort())
        .select(table("entities").polars_schema.names())
        .sort("entity_id")
    )


def _candidates(texts: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Give every occurrence of a form: row, text (binary), start and end (bytes), surface."""
    forms = _forms(gazetteer)
    text = pl.col("text")
    patterns = forms.patterns(texts["text"])
    starts = text.str.find_many(patterns, overlapping=True).list.unique()
    begun = (
        texts.select("row", text.cast(pl.Binary), start=starts)
        .filter(pl.col("start").list.len() > 0)
        .explode("start")
        .with_columns(pl.col("start").cast(pl.Int64))
    )
    heads = begun.select(text.bin.slice("start", forms.longest)).to_series().to_list()
    numbers, surfaces = forms.opening(heads)
    size = pl.col("surface").str.len_bytes()
    return (
        begun[numbers]
        .with_columns(surface=pl.Series(surfaces, dtype=pl.String))
        .with_columns(end=pl.col("start") + size)
    )


def _slice(start: str, end: str) -> pl.Expr:
    size = pl.col(end) - pl.col(start)
    return pl.col("text").bin.slice(pl.col(start), size).cast(pl.String)


def _around(hits: pl.LazyFrame, size: int) -> pl.LazyFrame:
    """Add the text of up to `size` bytes on each side: before and after."""
    cut = hits.with_columns(
        opened=pl.max_horizontal(pl.col("start") - size, 0), closed=pl.col("end") + size
    )
    # a character has at most three bytes after its first: move on to where one begins
    for _ in range(3):
        cut = cut.with_columns(
            pl.col(side) + _inside(pl.col("text").bin.slice(pl.col(side), 1))
            for side in ("opened", "closed")
        )
    return cut.with_columns(before=_slice("opened", "start"), after=_slice("end", "closed")).drop(
        "opened", "closed"
    )


def _inside(byte: pl.Expr) -> pl.Expr:
    return ((byte >= pl.lit(b"\x80")) & (byte < pl.lit(b"\xc0"))).cast(pl.Int64)


def _whole_words(hits: pl.DataFrame) -> pl.LazyFrame:
    """Keep the hits with word boundaries, and add their places in code points: first, last."""
    before, after, surface = pl.col("before"), pl.col("after"), pl.col("surface")
    begun = before.str.contains(r"@$") | (
        before.str.contains(r"[\pL\pM\pN_]$") & surface.str.contains(rf"^[\w--[{_BLANKLESS}]]")
    )
    unended = after.str.contains(r"^\pM") | (
        after.str.contains(r"^[\pL\pM\pN_]") & surface.str.contains(rf"[\w--[{_BLANKLESS}]]$")
    )
    kept = (
        _around(hits.lazy(), _LONGEST_CHARACTER)
        .filter(~begun, ~unended)
        .drop("before", "after")
        .sort("row", "start", "end", descending=[False, False, True])
        .with_columns(previous=pl.col("start").shift(1).over("row").fill_null(0))
        .with_columns(first=_slice("previous", "start").str.len_chars().cast(pl.Int64))
    )
    return kept.select(
        pl.exclude("previous", "first"), pl.col("first").cum_sum().over("row")
    ).with_columns(last=pl.col("first") + surface.str.len_chars().cast(pl.Int64))


def _places(texts: pl.LazyFrame, masked: pl.LazyFrame) -> pl.LazyFrame:
    """Give the masked places of texts: they begin before `opened`, and reach to `closed`."""
    return (
        masked.select("post_id", "text_start", "text_end")
        .drop_nulls()
        .join(texts.select("post_id", "row"), on="post_id")
        .sort("row", "text_start")
        .select(
            "row",
            opened=pl.col("text_start").cast(pl.Int64) + 1,
            closed=pl.col("text_end").cast(pl.Int64).cum_max().over("row"),
        )
    )


def _outside(hits: pl.LazyFrame, places: pl.LazyFrame) -> pl.LazyFrame:
    """Drop the hits that overlap a masked place."""
    # the last place that begins before the hit's end; `closed` reaches as far as any before it
    return (
        hits.sort("last")
        .join_asof(
            places.sort("opened"),
            left_on="last",
            right_on="opened",
            by="row",
            check_sortedness=False,
        )
        .filter(pl.col("closed").is_null() | (pl.col("closed") <= pl.col("first")))
        .drop("opened", "closed")
        .sort("row", "start", "end", descending=[False, False, True])
    )


def _admitted(hits: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Give a row for each entity that a hit may name and whose rule, if any, holds."""
    named = hits.join(gazetteer.forms, left_on="surface", right_on="form", maintain_order="left")
    guarded = pl.col("guard").is_not_null()
    held = _around(named.lazy().filter(guarded), WINDOW).drop("text")
    free = named.filter(~guarded).drop("text").with_columns(never=pl.lit(False))
    admitted = gazetteer.guards.admit(held).select(free.columns)
    return pl.concat([free, admitted]).sort("row", "start", "end")


def _leftmost(named: pl.DataFrame) -> pl.DataFrame:
    """Give the places to keep: the longest at each start, then from left to right, no overlap."""
    places = named.select(_PLACE).sort(_PLACE, descending=[False, False, True])
    places = places.unique(["row", "start"], keep="first", maintain_order=True)
    return places.filter(pl.Series(_free(places.iter_rows()), dtype=pl.Boolean))


def _free(places: Iterable[tuple[int, int, int]]) -> list[bool]:
    kept: list[bool] = []
    taken_row, taken_end = -1, 0
    for row, start, end in places:
        is_free = row != taken_row or start >= taken_end
        kept.append(is_free)
        if is_free:
            taken_row, taken_end = row, end
    return kept


def _ranked(chosen: pl.LazyFrame) -> pl.LazyFrame:
    """Rank the entities of each place; the one that the document names for certain leads."""
    rivals = pl.len().over("row", "start")
    key = ["part", "document_id", "entity_id"]
    certain = chosen.filter(rivals == 1).select(key).unique().with_columns(certain=pl.lit(True))
    judged = chosen.with_columns(rivals=rivals).join(
        certain, on=key, how="left", maintain_order="left"
    )
    named = pl.col("certain").fill_null(value=False)
    decided = (pl.col("rivals") > 1) & (named.sum().over("row", "start") == 1)
    confidence = pl.col("confidence")
    return (
        judged.with_columns(
            confidence=pl.when(decided & named)
            .then(pl.max_horizontal(confidence, _NAMED))
            .when(decided)
            .then(confidence * _UNNAMED)
            .otherwise(confidence)
            .round(6)
        )
        .sort("row", "start", "confidence", "entity_id", descending=[False, False, True, False])
        .with_columns(rank=pl.int_range(1, pl.len() + 1).over("row", "start"))
    )
