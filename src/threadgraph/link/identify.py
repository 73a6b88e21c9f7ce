"""Give documents, posts and authors their stable ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import polars as pl

from threadgraph.ids import columns_of, count_equals, fold_texts, hashed_id, hashed_ids
from threadgraph.link.raw import Raw
from threadgraph.text import fold_name

__all__ = ["document_id", "identify"]


def document_id(key: str) -> str:
    """Give the id of the document with this key (the path inside the input folder)."""
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
        post_id=_post_ids(posts), author_id=pl.Series(_author_ids(posts), dtype=pl.String)
    ).drop("scope")
    return Raw(
        documents=raw.documents.with_columns(ids["document_id"]),
        posts=posts,
        spans=raw.spans.join(ids, on="document_key", how="left", maintain_order="left"),
        quotes=raw.quotes,
        problems=raw.problems.join(ids, on="document_key", how="left", maintain_order="left"),
    )


def _post_ids(posts: pl.DataFrame) -> pl.Series:
    names = [fold_name(name or "") for name in posts["author_name"].to_list()]
    keys = list(zip(posts["document_key"].to_list(), names, fold_texts(posts["text"]), strict=True))
    return hashed_ids("p", *columns_of(keys, 3), count_equals(keys))


def _author_ids(posts: pl.DataFrame) -> list[str | None]:
    """Give the authors' ids: the scoped name, and more of it where one name is several people.

    People of one name in one document are told apart by native id, else by profile. Who shows
    neither keeps the plain id of the name: which of them it is, is not known.
    """
    columns = ["document_key", "author_name", "author_native_id", "author_url"]
    keys, names, native_ids, urls = (posts[column].to_list() for column in columns)
    folded = [fold_name(name or "") for name in names]
    marks = _telling_marks(list(zip(keys, folded, strict=True)), native_ids, urls)
    shown = zip(posts["scope"].to_list(), folded, marks, strict=True)
    told = zip(shown, names, posts["author_state"].to_list(), strict=True)
    authors = [who if state == "named" and name else None for who, name, state in told]
    distinct = list(dict.fromkeys(who for who in authors if who is not None))
    plain = [(scope, name) for scope, name, mark in distinct if mark is None]
    marked = [(scope, name, mark) for scope, name, mark in distinct if mark is not None]
    ids: dict[tuple[str, str, str | None], str] = dict(
        zip(
            [*((scope, name, None) for scope, name in plain), *marked],
            [
                *hashed_ids("a", *columns_of(plain, 2)).to_list(),
                *hashed_ids("a", *columns_of(marked, 3)).to_list(),
            ],
            strict=True,
        )
    )
    return [None if who is None else ids[who] for who in authors]


def _telling_marks(
    people: Sequence[tuple[str, str]],
    native_ids: Sequence[str | None],
    urls: Sequence[str | None],
) -> list[str | None]:
    """Give what tells somebody (document, name) from others of that name in the document.

    That is the native id, else the profile, and null for the only one of that name.
    """
    bare = [_bare(url) for url in urls]
    profiles: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for who, native_id, url in zip(people, native_ids, bare, strict=True):
        if native_id and url:
            profiles[*who, url].add(native_id)
    marks = [
        native_id or (next(iter(ids)) if url and len(ids := profiles[*who, url]) == 1 else url)
        for who, native_id, url in zip(people, native_ids, bare, strict=True)
    ]
    known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for who, mark in zip(people, marks, strict=True):
        if mark:
            known[who].add(mark)
    return [
        mark if mark and len(known[who]) > 1 else None
        for who, mark in zip(people, marks, strict=True)
    ]


# "https://www.", the slash at the end
_ADORNMENT = re.compile(r"^https?://(?:www\.)?|[/?#]{1,3}$", re.IGNORECASE)


def _bare(url: str | None) -> str | None:
    """Give a profile's URL without what sites write now so, now so."""
    return _ADORNMENT.sub("", url).casefold() if url else None
