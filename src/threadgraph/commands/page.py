"""Parse pages in memory, for notebooks and pipelines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from threadgraph.checked import lazily, link_documents
from threadgraph.dataset import Dataset
from threadgraph.errors import InputRefused, LimitReached, UsageError
from threadgraph.pipeline import ReadOptions, read_document, read_pages
from threadgraph.source import LIMIT_CODES, Refusal, safe
from threadgraph.text import show

__all__ = ["parse", "parse_many"]

MAX_PATH = 1_000
_NO_PATH = re.compile(r"[\r\n<>]")
_READ = "Give the page itself: `Path(name).read_bytes()`."
_PAIRS = "Give (name, page) pairs, or a dict of pages by name."


def parse(data: bytes | str, name: str | None = None, *, reader: str | None = None) -> Dataset:
    """Turn one page into a dataset in memory.

    `data` is the page (text is taken as UTF-8). Ids are made from `name`, which is "page" if it is
    not given, so give each page its own. HTML that looks as if it could take its parser for ever
    is read in another process. Raises InputRefused if no reader can read the page, LimitReached if
    that takes more than 30 seconds, UsageError if the page is a path or no page at all.
    """
    key = safe(name or "page")
    options = ReadOptions()
    try:
        document = read_document(_bytes_of(data), key, key, reader)
        linked = link_documents([document], options.gazetteer, options.limits)
    except Refusal as refusal:
        if refusal.code in LIMIT_CODES:
            hint = "`threadgraph build --max-seconds` sets the time."
            raise LimitReached(key, refusal.reason, hint) from refusal
        raise InputRefused(
            key, refusal.reason, "Name the reader, or see `threadgraph formats`."
        ) from refusal
    return Dataset(lazily(linked.tables | linked.spanning))


def parse_many(
    pages: Mapping[str, bytes | str] | Iterable[tuple[str, bytes | str]],
    *,
    reader: str | None = None,
) -> Dataset:
    r"""Turn many pages into one dataset in memory, at a small part of the cost of one by one.

    `pages` are pairs of a name and the page, or a dict of pages by name. The tables are those
    that `build` makes of files with these names: ids are made from the names, rows are in the
    order of document ids, and a page that no reader can read is a row in `diagnostics`. But nothing
    is unpacked (`.gz`), and all spans are kept. Raises UsageError where two pages have one name,
    one has none, or what was given are no such pairs.

    >>> import threadgraph
    >>> bridge = "It opens.\n\n  • Ann\n\n    At last!\n\n    • Bob\n\n      Will it hold?\n"
    >>> pages = {"bridge.txt": bridge, "photo.bin": b"\x00\x01"}
    >>> dataset = threadgraph.parse_many(pages)
    >>> dataset.posts.select("author_name", "text").collect().rows()
    [(None, 'It opens.'), ('Ann', 'At last!'), ('Bob', 'Will it hold?')]
    >>> dataset.diagnostics.select("source", "code").collect().rows()
    [('photo.bin', 'TG111')]
    """
    pairs: Iterable[object] = pages
    if isinstance(pages, Mapping):
        pairs = cast("Mapping[str, bytes | str]", pages).items()
    given = [(safe(name), _bytes_of(data)) for name, data in map(_pair, pairs)]
    if not all(name for name, _ in given):
        raise UsageError("", "a page has no name", "Ids are made from names: give each its own.")
    name, count = next(iter(Counter(name for name, _ in given).most_common(1)), ("", 0))
    if count > 1:
        hint = "Ids are made from names: give each page its own."
        raise UsageError(show(name), f"{count} pages have this name", hint)
    return Dataset(lazily(read_pages(given, ReadOptions(reader=reader))))


def _pair(given: object) -> tuple[str, bytes | str]:
    """Give a name and a page; raise UsageError for anything else, such as the two swapped."""
    match given:
        case (str() as name, bytes() | str() as data):
            return name, data
        case _:
            raise UsageError(
                "parse_many", f"{_told(given)} is no pair of a name and a page", _PAIRS
            )


def _bytes_of(data: object) -> bytes:
    """Give a page's bytes; raise UsageError for what is no page, such as its path."""
    if isinstance(data, bytes):
        return data
    if not isinstance(data, str):
        raise UsageError("a page", f"{_told(data)} is neither bytes nor str", _READ)
    if len(data) <= MAX_PATH and not _NO_PATH.search(data) and _is_file(data):
        raise UsageError(show(data), "is the path of a file, not a page", _READ)
    return data.encode("utf-8", "surrogatepass")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _told(value: object) -> str:
    return f"{show(repr(value), 60)} ({type(value).__name__})"
