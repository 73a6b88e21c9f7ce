"""Make stable ids: a prefix and 26 base32 characters of BLAKE2b-128 over the parts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

import polars as pl

from threadgraph.text import fold_name

_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
_TRIPLES = ["".join(digits) for digits in product(_DIGITS, repeat=3)]

__all__ = ["author_key", "count_equals", "fold_text", "hashed_id", "native_id"]


def hashed_id(prefix: str, *parts: object) -> str:
    """Give `prefix_` and the hash of the parts; each part is preceded by its length."""
    framed: list[bytes] = []
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        framed += (len(data).to_bytes(8, "big"), data)
    digest = hashlib.blake2b(b"".join(framed), digest_size=16).digest()
    return f"{prefix}_{_base32(digest)}"


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


def native_id(platform: str, value: str) -> str:
    """Give `platform:value` with everything but printable ASCII percent-encoded."""
    safe = "".join(
        c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in value
    )
    return f"{platform}:{safe}"


def fold_text(text: pl.Expr) -> pl.Expr:
    """Fold texts to their letters, marks and digits, so that chrome and spacing do not count."""
    return text.str.normalize("NFC").str.to_lowercase().str.replace_all(r"[^\pL\pM\pN]+", "")


def count_equals(keys: Iterable[tuple[str, str, str]]) -> list[int]:
    """Give each key its number among equal keys, in order of appearance, from 0."""
    seen: Counter[tuple[str, str, str]] = Counter()
    numbers: list[int] = []
    for key in keys:
        numbers.append(seen[key])
        seen[key] += 1
    return numbers


@lru_cache(maxsize=1 << 14)
def author_key(scope: str, name: str) -> str:
    """Give the id of the author of that name within a scope (a site or a document)."""
    return hashed_id("a", scope, fold_name(name))
