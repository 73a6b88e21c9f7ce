"""Tell titles that were taken for names: 'Antwort auf "Korrelation"' in another post quotes one."""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.layouts._base import Parse
from threadgraph.layouts._text.outline import row_texts
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import IN_REPLY
from threadgraph.layouts._verdict.renaming import nameless

__all__ = ["without_answered_titles"]

MAX_ROW = 200
_OPENING = '"„“«'
# 'Antwort auf "Korrelation"'
_ANSWERED = re.compile(rf"{IN_REPLY}\s[{_OPENING}]\s?(.{{1,120}}?)\s?[\"“”»]\Z", re.IGNORECASE)


def without_answered_titles(page: TextPage, parse: Parse) -> Parse:
    """Give posts without names where some name is a title that another post answers."""
    answered = page.once(_answered)
    if not answered or answered.isdisjoint(record.author for record in parse.records):
        return parse
    return replace(parse, records=tuple(map(nameless, parse.records)))


def _answered(page: TextPage) -> frozenset[str | None]:
    """Give the titles in the page's rows that say what is answered."""
    short = (text for text in page.once(row_texts) if len(text) <= MAX_ROW)
    quoting = (text for text in short if any(sign in text for sign in _OPENING))
    return frozenset(m[1] for text in quoting if (m := _ANSWERED.match(text)))
