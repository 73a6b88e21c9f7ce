"""Give documents, posts and authors their stable ids."""

from __future__ import annotations

import re
from collections import defaultdict

import polars as pl

from threadgraph.ids import author_key, count_equals, fold_text, hashed_id
from threadgraph.link.raw import Raw
from threadgraph.text import fold_name

__all__ = ["document_id", "identify"]


def document_id(key: str) -> str:
    """Give the id of the document with this key (canonical URL, record id or path)."""
    return hashed_id("d", key)


def identify(raw: Raw) -> Raw:
    """Add `document_id` to all raw tables and `post_id` and `author_id` to the posts.

    The author is scoped to the site, else to the document. No time, parent or position is part
    of a post's id.
    """
    keys = raw.documents["document_key"].to_list()
    ids = pl.DataFrame(
        {
            "document_key": keys,
            "document_id": [document_id(key) for key in keys],
        },
        schema={"document_key": pl.String, "document_id": pl.String},
    )
    scopes = ids.with_columns(scope=pl.coalesce(raw.documents["site"], pl.col("document_id")))
    posts = raw.posts.join(scopes, on="document_key", how="left", maintain_order="left")
    posts = posts.with_columns(
        post_id=pl.Series(_post_ids(posts), dtype=pl.String),
        author_id=pl.Series(_author_ids(posts), dtype=pl.String),
    ).drop("scope")
    return Raw(
        documents=raw.documents.with_columns(ids["document_id"]),
        posts=posts,
        spans=raw.spans.join(ids, on="document_key", how="left", maintain_order="left"),
        quotes=raw.quotes,
        problems=raw.problems.join(ids, on="document_key", how="left", maintain_order="left"),
    )


def _post_ids(posts: pl.DataFrame) -> list[str]:
    folded = posts.select(fold_text(pl.col("text")))["text"].to_list()
    names = [fold_name(name or "") for name in posts["author_name"].to_list()]
    keys = list(zip(posts["document_key"].to_list(), names, folded, strict=True))
    numbers = count_equals(keys)
    return [hashed_id("p", *key, n) for key, n in zip(keys, numbers, strict=True)]


def _author_ids(posts: pl.DataFrame) -> list[str | None]:
    """Give the authors' ids: the scoped name, and more of it where one name is several people.

    People of one name in one document are told apart by native id, else by profile. Who shows
    neither keeps the plain id of the name: which of them it is, is not known.
    """
    columns = ["document_key", "author_name", "author_native_id", "author_url"]
    told = [
        (key, fold_name(name or ""), native_id, _bare(url))
        for key, name, native_id, url in posts.select(columns).iter_rows()
    ]
    profiles: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, name, native_id, url in told:
        if native_id and url:
            profiles[key, name, url].add(native_id)
    marks = [
        native_id or (next(iter(ids)) if url and len(ids := profiles[key, name, url]) == 1 else url)
        for key, name, native_id, url in told
    ]
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (key, name, _, _), mark in zip(told, marks, strict=True):
        if mark:
            people[key, name].add(mark)
    scopes = posts.select("scope", "author_name", "author_state").iter_rows()
    return [
        None
        if state != "named" or not name
        else hashed_id("a", scope, folded, mark)
        if mark and len(people[key, folded]) > 1
        else author_key(scope, name)
        for (scope, name, state), (key, folded, _, _), mark in zip(scopes, told, marks, strict=True)
    ]


# "https://www.", the slash at the end
_ADORNMENT = re.compile(r"^https?://(?:www\.)?|[/?#]{1,3}$", re.IGNORECASE)


def _bare(url: str | None) -> str | None:
    """Give a profile's URL without what sites write now so, now so."""
    return _ADORNMENT.sub("", url).casefold() if url else None
