"""Tell titles that were taken for names: 'Antwort auf "Korrelation"' in another post quotes one."""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.layouts._base import Parse
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import IN_REPLY
from threadgraph.layouts._verdict.renaming import nameless

__all__ = ["without_answered_titles"]

_OPENING = '"„“«'
_ANSWERED = re.compile(rf"\b{IN_REPLY}\s[{_OPENING}]\s?(.{{1,120}}?)\s?[\"“”»]", re.IGNORECASE)


def without_answered_titles(page: TextPage, parse: Parse) -> Parse:
    """Give posts without names where some name is a title that another post answers."""
    names = {record.author for record in parse.records if record.author}
    quoted = (f"{sign}{name}" in page.text for name in names for sign in _OPENING)
    if not any(quoted) or names.isdisjoint(m[1] for m in _ANSWERED.finditer(page.text)):
        return parse
    return replace(parse, records=tuple(map(nameless, parse.records)))
