"""Accept only the patterns on which Python's `re` and Rust's `regex` agree.

Allowed are `^`, `$`, printable ASCII characters, escaped marks, listed ASCII classes, groups,
alternation and bounded repeats. `$` means the end of the text, as in Rust and ECMA 262.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["as_python", "refusal"]

# ^(p_[a-z2-7]{26}|[a-z][a-z0-9_]{0,31}:[!-~]{1,255})$
_TOKEN = re.compile(
    r"""
      (?P<end>\$)
    | (?P<open>\^|\||\((?:\?:)?(?!\?))
    | (?P<repeat>\?|\{[0-9]{1,3}(?:,[0-9]{1,3})?\})
    | (?P<class>\[-?(?:[ -,.-Z_-~]-[ -,.-Z_-~]|[ -,.-Z_-~])*-?\])
    | (?P<atom>\)|\\[.*+?()\[\]{}|^$\\-]|[ !"\#%&',/0-9:;<=>@A-Z_`a-z~-])
    """,
    re.VERBOSE,
)
# Rust reads these as operations on sets, Python as characters.
_SET_OPERATION = re.compile(r"--|&&|~~|\|\|")


@cache
def as_python(pattern: str) -> str:
    """Give the pattern as Python must read it: `$` would also match before a final newline."""
    tokens = _tokens(pattern) or [("", pattern)]
    return "".join(r"\Z" if kind == "end" else text for kind, text in tokens)


def refusal(pattern: str) -> str | None:
    """Tell why the pattern is not in the dialect, or None where it is."""
    tokens = _tokens(pattern)
    if tokens is None:
        return "uses more than anchors, ASCII classes, groups, alternation and bounded repeats"
    for (before, _), (kind, text) in zip([("open", ""), *tokens], tokens, strict=False):
        if kind == "repeat" and before not in {"class", "atom"}:
            return f"repeats nothing by `{text}`"
        if kind == "class" and (text == "[]" or _SET_OPERATION.search(text)):
            return f"has the class `{text}`, which Rust reads otherwise"
    try:
        re.compile(as_python(pattern))
    except (re.error, OverflowError) as error:
        return f"is no regular expression ({error})"
    return None


def _tokens(pattern: str) -> list[tuple[str, str]] | None:
    """Cut the pattern into (kind, text); None where a piece is not in the dialect."""
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(pattern):
        found = _TOKEN.match(pattern, place)
        if found is None:
            return None
        tokens.append((str(found.lastgroup), found.group()))
        place = found.end()
    return tokens
