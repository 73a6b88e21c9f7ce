"""Parse one page in memory, for notebooks and pipelines, and explain how it was understood."""

from __future__ import annotations

from threadgraph.dataset import Dataset
from threadgraph.errors import InputRefused, LimitReached
from threadgraph.pipeline import (
    ReadOptions,
    corpus_tables,
    lazily,
    link_documents,
    read_document,
)
from threadgraph.source import LIMIT_CODES, Refusal

__all__ = ["parse"]


def parse(data: bytes | str, name: str | None = None, *, reader: str | None = None) -> Dataset:
    """Turn one page into a dataset in memory.

    `data` is the page (text is taken as UTF-8). Ids are made from `name`, which is "page" if it is
    not given, so give each page its own. HTML that looks as if it could take its parser for ever
    is read in another process. Raises InputRefused if no reader can read the page, LimitReached if
    that takes more than 30 seconds.
    """
    key = name or "page"
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        document = read_document(content, key, key, reader)
    except Refusal as refusal:
        if refusal.code in LIMIT_CODES:
            hint = "`threadgraph build --max-seconds` sets the time."
            raise LimitReached(key, refusal.reason, hint) from refusal
        raise InputRefused(
            key, refusal.reason, "Name the reader, or see `threadgraph formats`."
        ) from refusal
    options = ReadOptions()
    tables = lazily(link_documents([document], options))
    return Dataset(tables | lazily(corpus_tables(tables, options.gazetteer)))
