"""Find whom a mail answers: "On May 3, 2020, Ann wrote:" in front of quoted lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["answered"]

# "On Mon, May 3, 2020 at 10:02 AM Ann Lee <ann@a.example> wrote:", "Am 3.5.2020 schrieb Ann Lee:"
_WROTE = re.compile(
    r"^(?:On\s.{4,120}?[\d)](?:\s?[AaPp]\.?[Mm]\.?)?[,\s]\s?"
    r"(?P<a>(?![AaPp][Mm]\b)[^\d,<>:()]{2,60}?)\s?(?:<[^<>]{0,100}>)?\s?"
    r"wrote|Am\s.{4,80}?schrieb\s(?P<b>[^\d<>:]{2,60}?)\s?(?:<[^<>]{0,100}>)?|"
    r"Le\s.{4,80}?\d,?\s(?P<c>[^\d<>:]{2,60}?)\s?(?:<[^<>]{0,100}>)?\s?a écrit)\s?:$"
)


def answered(
    page: TextPage, rows: Sequence[Row], first: int, end: int
) -> tuple[str | None, Segment | None]:
    """Give the name in the first line that introduces a quote, and where it stands."""
    for number in range(first, end - 1):
        text = rows[number].text
        if text[-1:] != ":" or text.startswith(">") or len(text) > 300:  # noqa: PLR2004
            continue
        match = _WROTE.match(" ".join(text.split()))  # runs of blanks could be parted in many ways
        if match and rows[number + 1].text.startswith((">", "|")):
            name = (match["a"] or match["b"] or match["c"]).strip(" \"'")
            if name and not reads_as_text(name):
                return name, page.lines[rows[number].first].content
    return None, None
