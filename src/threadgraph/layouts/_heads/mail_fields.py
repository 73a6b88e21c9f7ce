"""Read the header fields of mails, as archives and forwarded mails print them: one a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._text.outline import Row

__all__ = ["header_fields"]

MAX_FIELDS = 10
MAX_NAME, MAX_ROW = 14, 320
"""Letters of a field's name with its colon, and of its row, at most."""

_FIELD = re.compile(
    r"^(From|Date|Subject|To|Cc|Message-ID|In-Reply-To|References|Sent|Reply-To|List-ID):"
    r"\s*(\S.*)?$",
    re.IGNORECASE,
)


def header_fields(rows: Sequence[Row], first: int) -> dict[str, str]:
    """Give the fields from row `first` on, a row each, by name in small letters.

    A second field of a name begins another header. A folded field ends this one.
    """
    fields: dict[str, str] = {}
    for row in rows[first : first + MAX_FIELDS]:
        text = row.text
        match = _FIELD.match(text) if ":" in text[:MAX_NAME] and len(text) < MAX_ROW else None
        if match is None or match[1].lower() in fields:
            break
        fields[match[1].lower()] = match[2] or ""
    return fields
