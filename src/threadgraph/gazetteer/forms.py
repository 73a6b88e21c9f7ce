"""Make the forms in which names are written: the patterns that texts are searched for.

A text is never changed to fit; each accepted spelling is a pattern of its own. By `case`:

- `exact`: as listed.
- `usual`: as listed, and in capitals where the name has four letters or more ("PUTIN").
- `any`: in small letters too ("iraq"); an acronym only where its own rule says so ("nato").

`'` and `’` stand for each other.
"""

from __future__ import annotations

import polars as pl

__all__ = ["CONFIDENCE", "make_forms"]

CONFIDENCE = {"words": 0.97, "word": 0.95, "capitals": 0.9, "small": 0.75}
"""How sure a form is: as listed (of several words, of one), in capitals, in small letters."""

_CAPITALS_FROM = 4


def make_forms(names: pl.DataFrame, guards: pl.DataFrame | None = None) -> pl.DataFrame:
    """Give the forms of names: form, entity_id, confidence and guard (null without a rule).

    `names` has name, entity_id and case; `guards` has guard, alias, id (null: any), case, needs
    and confidence. Where an entity has a form twice, the surer one stays. Forms that only hide
    others have an empty entity_id.
    """
    ruled = names.with_columns(
        guard=pl.lit(None, pl.UInt32), most=pl.lit(1.0), small=pl.col("name").is_in([])
    )
    if guards is not None:
        hiding = guards.filter(pl.col("needs") == "never").select(
            name="alias", entity_id=pl.lit(""), case=pl.lit("usual")
        )
        ruled = _ruled(pl.concat([names, hiding]), guards)
    listed = pl.col("name")
    spelled = pl.concat(
        ruled.with_columns(form=form)
        for form in (listed, listed.str.replace_all("'", "’"), listed.str.replace_all("’", "'"))
    ).unique(["form", "entity_id"], keep="first", maintain_order=True)
    return (
        pl.concat([_listed(spelled), _capitals(spelled), _small(spelled)])
        .select(
            "form",
            "entity_id",
            confidence=pl.min_horizontal("confidence", "most"),
            guard="guard",
        )
        .sort("confidence", descending=True, maintain_order=True)
        .unique(["form", "entity_id"], keep="first", maintain_order=True)
    )


def _ruled(names: pl.DataFrame, guards: pl.DataFrame) -> pl.DataFrame:
    """Give each name the rule of its alias and entity, else the rule of its alias."""
    rules = guards.select(
        "alias", "id", "guard", rule_case="case", needs="needs", most="confidence"
    )
    own = rules.filter(pl.col("id").is_not_null()).rename({"id": "entity_id"})
    general = rules.filter(pl.col("id").is_null()).drop("id")
    ruled = names.join(
        own, left_on=["name", "entity_id"], right_on=["alias", "entity_id"], how="left",
        maintain_order="left",
    ).join(
        general, left_on="name", right_on="alias", how="left", suffix="_any",
        maintain_order="left",
    )  # fmt: skip
    for column in ("guard", "rule_case", "needs", "most"):
        ruled = ruled.with_columns(pl.coalesce(column, f"{column}_any").alias(column))
    return ruled.select(
        "name",
        "entity_id",
        case=pl.coalesce("rule_case", "case"),
        guard=pl.when(pl.col("needs").is_not_null()).then("guard"),
        most=pl.col("most").fill_null(1.0),
        small=(pl.col("rule_case") == "any").fill_null(value=False),
    )


def _listed(spelled: pl.DataFrame) -> pl.DataFrame:
    words = pl.col("form").str.contains(" ", literal=True)
    sure = pl.when(words).then(CONFIDENCE["words"]).otherwise(CONFIDENCE["word"])
    return spelled.with_columns(confidence=sure)


def _capitals(spelled: pl.DataFrame) -> pl.DataFrame:
    form = pl.col("form")
    long = form.str.len_chars() >= _CAPITALS_FROM
    return spelled.filter(pl.col("case") != "exact", long).with_columns(
        form=form.str.to_uppercase(), confidence=pl.lit(CONFIDENCE["capitals"])
    )


def _small(spelled: pl.DataFrame) -> pl.DataFrame:
    form = pl.col("form")
    acronym = form == form.str.to_uppercase()
    return spelled.filter(pl.col("case") == "any", ~acronym | pl.col("small")).with_columns(
        form=form.str.to_lowercase(), confidence=pl.lit(CONFIDENCE["small"])
    )
