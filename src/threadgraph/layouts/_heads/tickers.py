"""Tell programmes, diaries and tickers from comments without names, by dates and headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._heads.telling import ANSWER
from threadgraph.layouts._text.page import TextPage

__all__ = ["dates_entry", "have_headlines"]

MAX_TITLE = 60
MIN_TICKER = 3
"""Entries of a ticker are more than these."""

MOST = 0.8
_TEXT_ENDS = '.…,;:)"”'
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b(?!\.)")
_AGE = re.compile(r"^(?:vor|il y a|hace|há)\b|\b(?:ago|fa|geleden|temu|sedan|siden|назад)\b")
_YEAR = re.compile(r"\d{4}")


def dates_entry(text: str) -> bool:
    """Tell a day without a time, and a clock with a day and no year: no comments are dated so."""
    if not text or _AGE.search(text):
        return False
    return not _CLOCK.search(text) or (_CLOCK.match(text) is not None and not _YEAR.search(text))


def have_headlines(page: TextPage, lasts: Sequence[int]) -> bool:
    """Tell a ticker: below most dates stand a headline and a text apart from it, and no answer.

    `lasts` are the last lines of the entries' headers.
    """
    heads = [page.next_text(last + 1) for last in lasts]
    lines = [page.lines[head] for head in heads if head is not None and page.blank(head + 1)]
    titles = [line.text for line in lines if len(line.text) <= MAX_TITLE]
    told = sum(text[-1] not in _TEXT_ENDS and not ANSWER.match(text) for text in titles)
    return len(lasts) > MIN_TICKER and told >= MOST * len(lasts)
