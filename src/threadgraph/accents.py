"""Expect words with their accents and without: html2text drops those written as entities."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["either", "with_bare"]

# the letters that html2text replaces: "M&auml;rz" becomes "Marz", while a plain "März" stays
_ACCENTED, _PLAIN = "àáâãäåèéêëìíîïòóôõöùúûü", "aaaaaaeeeeiiiiooooouuuu"
_BARE = str.maketrans(_ACCENTED + _ACCENTED.upper(), _PLAIN + _PLAIN.upper())


def with_bare(words: Iterable[str]) -> frozenset[str]:
    """Give the words, and each without its accents."""
    return frozenset(form for word in words for form in (word, word.translate(_BARE)))


def either(pattern: str) -> str:
    """Give a regular expression that matches its accented letters without accents, too.

    Letters in classes ("[a-zß-ü]") stay as they are.
    """
    found: list[str] = []
    in_class = escaped = False
    for letter in pattern:
        bare = letter.translate(_BARE)
        found.append(letter if in_class or bare == letter else f"[{letter}{bare}]")
        if not escaped:
            in_class = letter == "[" or (in_class and letter != "]")
        escaped = letter == "\\" and not escaped
    return "".join(found)
