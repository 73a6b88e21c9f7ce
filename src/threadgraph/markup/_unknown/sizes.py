"""Measure how much a text says: a sign of Chinese or Korean counts as the letters of its word."""

from __future__ import annotations

import re

__all__ = ["size_of"]

# Han and Kana: one sign says what some three letters do; a syllable of Korean what two do
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


def size_of(text: str) -> int:
    """Give the length of a text in letters, or what would be such.

    >>> size_of("kettle"), size_of("水壶")
    (6, 6)
    """
    if text.isascii():
        return len(text)
    return len(text) + 2 * len(_HAN.findall(text)) + len(_HANGUL.findall(text))
