"""Take from names what renderings glue to them: a picture's word, a place in brackets, "há".

"AvatarAnn", "AvatarBob": the text of a picture before the name; "momo[深圳]", "Ann [guest]":
where somebody writes from, or as what; "Ann há": the first word of an age that was cut off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["without_glued"]

MIN_DIFFERENT = 3
MOSTLY = 0.7
_FORMS = (
    re.compile(r"^(?:(?:Gr)?[Aa]vatar|Profilbild|Photo|Foto|Image|Bild|Portrait|User)(?=\S)"),
    re.compile(r"\s?(?:\[[^\W\d][^\[\]\d]{1,24}\]?|【[^【】]{2,24}】?|（[^（）]{2,24}）?)$"),
    re.compile(r"\s?(?:há|vor|hace|il y a|för|před)$"),
)
_SIGNS = (
    ("vatar", "Profilbild", "Photo", "Foto", "Image", "Bild", "Portrait", "User"),
    ("[", "【", "（"),
    ("há", "vor", "hace", "il y a", "för", "před"),
)


def without_glued(names: Sequence[str]) -> list[str]:
    """Give the names without what most of them have in common in such a place."""
    found = list(names)
    for form, signs in zip(_FORMS, _SIGNS, strict=True):
        held = [name for name in found if any(sign in name for sign in signs)]
        if len(held) < max(MIN_DIFFERENT, MOSTLY * sum(map(bool, found))):
            continue
        cut = [form.sub("", name) or name for name in found]
        changed = {after for after, name in zip(cut, found, strict=True) if after != name}
        if len(changed) >= max(MIN_DIFFERENT, MOSTLY * len(set(filter(None, found)))):
            found = cut
    return found
