"""Spell ids so that every GraphML reader takes them as ids of nodes."""

from __future__ import annotations

import string

import polars as pl

__all__ = ["node_id"]

_KEPT = string.ascii_letters + string.digits + "._:-"
_ESCAPES = {chr(c): f"-.{c:02x}" for c in range(128) if chr(c) not in _KEPT} | {"-.": "-.2d."}
# what is not a plain id. Example: "#ski", "a-.b"
_TO_SPELL = r"[^A-Za-z0-9._:-]|-\."


def node_id(column: str) -> pl.Expr:
    """Give the ids as XML name tokens, one to one; null where null.

    GraphML's schema asks for name tokens, and JGraphT refuses a file without. ASCII letters,
    digits and `._:-` stay; any other character becomes `-.` and two hexadecimal digits for each
    of its UTF-8 bytes: `#ski` gives `-.23ski`. The ids that we make ourselves stay as they are.
    """
    plain = pl.col(column)
    ascii_spelt = pl.when(plain.str.contains(_TO_SPELL)).then(plain).str.replace_many(_ESCAPES)
    foreign = pl.when(ascii_spelt.str.contains(r"[^\x00-\x7F]")).then(ascii_spelt)
    spelt = foreign.str.split("").list.eval(_character()).list.join("")
    return pl.coalesce(spelt, ascii_spelt, plain)


def _character() -> pl.Expr:
    character = pl.element()
    pairs = character.str.encode("hex").str.replace_all(r"(..)", "-.${1}")
    return pl.when(character.str.contains(r"[^\x00-\x7F]")).then(pairs).otherwise(character)
