"""Read Commento and its heir Comentario, as their widgets write comments into a page.

Last seen: 2025. Not read: votes of readers, sticky notes.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts='[id^="commento-comment-card-"], [id^="comentario-card-"], .comentario-card',
        body=(
            '[id^="commento-comment-text-"]',
            ".commento-body",
            ".comentario-card-body",
        ),
        author=(".commento-name", ".comentario-name"),
        date=(".commento-timeago", ".comentario-subtitle [title]", ".comentario-subtitle"),
        score=(".commento-score", ".comentario-score"),
        native=re.compile(r"-card-([0-9a-f-]{8,64})\Z"),
        drop=".commento-options, .commento-moderator-badge, .comentario-badge",
        gone=".commento-deleted, .comentario-deleted",
        marker=re.compile(r"""id=["'](?:commento-comment|comentario)-card-[0-9a-f]"""),
        expected=(".commento-count",),
        finish=complete,
    ),
    "commento-comment-card-",
    "comentario-card",
    embedded=True,
)
