"""Find the card of a member below the number and the date of a post, as MyBB 1.6 prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME

__all__ = ["beside_field", "card_below"]

REACH = 12
"""Rows below the number in which a card ends."""

MAX_WORDS = 6
MIN_FIELDS = 2


def beside_field(text: str, is_field: Callable[[str], object]) -> str:
    """Give what stands left of a field in the next column: "Ann Lee Posts: 3" names Ann Lee."""
    words = text.split()
    for number in range(1, min(len(words), MAX_WORDS)):
        if is_field(" ".join(words[number:])):
            return " ".join(words[:number])
    return text


def card_below(rows: Sequence[Row], number: int, is_field: Callable[[str], object]) -> int | None:
    """Give the last row of the card that begins right below row `number`, with a name.

    None where there is none, or a text before it.
    """
    below = range(number + 1, min(number + 1 + REACH, len(rows)))
    texts = {n: rows[n].text for n in below if len(rows[n].text) <= 2 * MAX_NAME}
    fields: list[int] = []
    for n, text in texts.items():
        if is_field(text) or beside_field(text, is_field) != text:
            fields.append(n)
        elif fields and text:
            break
    if len(fields) < MIN_FIELDS:
        return None
    card = [texts.get(n, "#") for n in range(number + 1, fields[0] + 1)]
    if any("#" in text for text in card):
        return None
    name = beside_field(card[0], is_field)
    return fields[-1] if name and len(name) <= MAX_NAME and not is_field(name) else None
