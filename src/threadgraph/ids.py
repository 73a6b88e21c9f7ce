"""Make stable ids: a prefix and 26 base32 characters of BLAKE2b-128 over the parts."""

from __future__ import annotations

import hashlib
import string
import struct
from collections.abc import Hashable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import TypeVar

import polars as pl

from threadgraph.text import fold_name

_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
_TRIPLES = ["".join(digits) for digits in product(_DIGITS, repeat=3)]

_SMALL = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
# what NFC may change, of which letters of Latin 1 and the usual quotes and dashes are none
_TO_COMPOSE = r"[^\x00-\x{2FF}\x{2010}-\x{2027}]"
FEW = 250
"""So many ids take less time one by one than as a column."""

_size = struct.Struct(">Q").pack

__all__ = [
    "author_key", "columns_of", "count_equals", "fold_texts", "hashed_id", "hashed_ids",
]  # fmt: skip

Part = TypeVar("Part")


def hashed_id(prefix: str, *parts: object) -> str:
    """Give `prefix_` and the hash of the parts; each part is preceded by its length."""
    return f"{prefix}_{_base32(_digest(b''.join(_framed(parts))))}"


def hashed_ids(prefix: str, *columns: Iterable[object]) -> pl.Series:
    """Give the `hashed_id` of each row of some columns, in a quarter of the time.

    Parts that are bytes stand for the text that they encode.
    """
    framed = map(b"".join, zip(*map(_framed, columns), strict=True))
    return _encoded(prefix, list(map(_digest, framed)))


def _framed(parts: Iterable[object]) -> list[bytes]:
    encoded = [
        part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        for part in parts
    ]
    return [_size(len(data)) + data for data in encoded]


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def _encoded(prefix: str, digests: Sequence[bytes]) -> pl.Series:
    """Encode whole columns as `_base32` does one digest."""
    if len(digests) < FEW:
        return pl.Series("id", [f"{prefix}_{_base32(data)}" for data in digests], dtype=pl.String)
    half = pl.col("digest").bin
    halves = pl.DataFrame({"digest": pl.Series(digests, dtype=pl.Binary)}).select(
        high=half.slice(0, 8).bin.reinterpret(dtype=pl.UInt64, endianness="big"),
        low=half.slice(8, 8).bin.reinterpret(dtype=pl.UInt64, endianness="big"),
    )
    high, low, triple = pl.col("high"), pl.col("low"), pl.lit(_triples())
    places = [high // (1 << shift) % (1 << 15) for shift in (49, 34, 19, 4)]
    places.append(high % (1 << 4) * (1 << 11) + low // (1 << 53))
    places += [low // (1 << shift) % (1 << 15) for shift in (38, 23, 8)]
    digits = [triple.gather(place) for place in places]
    digits.append(triple.gather(low % (1 << 8) * (1 << 7)).str.head(2))
    return halves.select(id=pl.concat_str(pl.lit(f"{prefix}_"), *digits)).to_series()


@cache
def _triples() -> pl.Series:
    return pl.Series(_TRIPLES)


def _base32(digest: bytes) -> str:
    """Encode 16 bytes as RFC 4648 does, in lower case and unpadded; twice `base64`'s speed."""
    high, low = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big")
    digits = _TRIPLES
    middle = (high & 15) << 11 | low >> 53
    return (
        f"{digits[high >> 49]}{digits[high >> 34 & 32767]}{digits[high >> 19 & 32767]}"
        f"{digits[high >> 4 & 32767]}{digits[middle]}{digits[low >> 38 & 32767]}"
        f"{digits[low >> 23 & 32767]}{digits[low >> 8 & 32767]}{digits[(low & 255) << 7][:2]}"
    )


def fold_texts(texts: pl.Series) -> list[bytes]:
    """Fold texts to their letters, marks and digits, so that chrome and spacing do not count.

    The texts come as UTF-8. Those of ASCII alone are folded as bytes, which takes a tenth of the
    time.
    """
    shown = texts.to_list()
    foreign = [number for number, text in enumerate(shown) if not text.isascii()]
    folded = [text.encode().translate(_SMALL, _SIGNS) if text.isascii() else b"" for text in shown]
    for number, text in zip(foreign, _fold_foreign(texts.gather(foreign)), strict=True):
        folded[number] = text
    return folded


def _fold_foreign(texts: pl.Series) -> list[bytes]:
    """Fold texts as `fold_texts` does; signs of ASCII, which most are, go as bytes."""
    text = pl.col("text")
    composed = pl.when(text.str.contains(_TO_COMPOSE)).then(text).str.normalize("NFC")
    small = pl.coalesce(composed, text).str.to_lowercase()
    lowered = pl.DataFrame({"text": texts}).select(small.cast(pl.Binary)).to_series().to_list()
    kept = pl.Series([text.translate(None, _SIGNS) for text in lowered], dtype=pl.Binary)
    letters = kept.cast(pl.String).str.replace_all(r"[^\pL\pM\pN]+", "")
    return letters.cast(pl.Binary).to_list()


def count_equals(keys: Iterable[Hashable]) -> list[int]:
    """Give each key its number among equal keys, in order of appearance, from 0."""
    seen: dict[Hashable, int] = {}
    numbers: list[int] = []
    for key in keys:
        number = seen.get(key, 0)
        numbers.append(number)
        seen[key] = number + 1
    return numbers


def columns_of(rows: Sequence[tuple[Part, ...]], count: int) -> list[Sequence[Part]]:
    """Give the columns of some rows, so many of them also where there are no rows."""
    return [[row[place] for row in rows] for place in range(count)]


@lru_cache(maxsize=1 << 14)
def author_key(scope: str, name: str) -> str:
    """Give the id of the author of that name within a scope (a site or a document)."""
    return hashed_id("a", scope, fold_name(name))
