"""Read JSON that pages hold: what is none gives None, and all strings can be written again."""

from __future__ import annotations

import json

__all__ = ["loaded"]


def loaded(text: str) -> object:
    r"""Give what the text says; None where it is no JSON, or nests too deep.

    Half a character ("\ud83d", as JavaScript cuts an emoji) is U+FFFD.
    """
    try:
        value = json.loads(text, strict=False)
        if "\\ud" in text or "\\uD" in text:
            whole = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass")
            value = json.loads(whole.decode("utf-16", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    return value
