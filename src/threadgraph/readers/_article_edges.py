"""Cut off an article's text its title and byline above, and the heading of comments below."""

from __future__ import annotations

import re
from itertools import islice

from threadgraph.dates import is_date
from threadgraph.markup._headline import plain
from threadgraph.markup._unknown.told import says_comments_follow

__all__ = ["above_comments", "below_title"]

NEAR = 20
"""Lines from the text's top among which its title stands; navigation may stand above it."""
MAX_ABOVE = 500
MAX_LINES = 6
"""Lines of authors and dates below a title."""
MAX_LINE = 120

# "By", "von", "Last updated on": what stands with a name or a date
_WORDS = re.compile(
    r"(?<!\w)(?:(?:written|posted|published|last updated|updated|geschrieben|veröffentlicht) ?)?"
    r"(?:by|on|von|am|par|le|por|el|di|il|de|door|av|af)?(?!\w)",
    re.IGNORECASE,
)
_EDGES = " \t\u00a0|·•–—-,.:/"


def below_title(text: str, title: str | None, author: str | None) -> str:
    """Give an article's text from below its title on; as it is where it does not hold the title.

    What stands above the title is navigation. A text that is nothing else is left as it is.
    """
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    place = _title_at(lines, filled, plain(title or ""))
    if place is None:
        return text
    first = place + 1
    for number in islice((n for n in filled if n > place), MAX_LINES):
        rest, tells = _rest(lines[number], author)
        if rest:
            break
        if tells or (first > place + 1 and not any(map(str.isalnum, lines[number]))):
            first = number + 1
    return "\n".join(lines[first:]).strip() or text


def above_comments(text: str) -> str:
    """Give an article's text without a last line that says that comments follow."""
    above, _, last = text.rpartition("\n")
    return above.rstrip() or text if says_comments_follow(last.strip()) else text


def _title_at(lines: list[str], filled: list[int], title: str) -> int | None:
    """Give the line that is the title, near the top."""
    above = 0
    for number in filled[:NEAR] if title else ():
        if plain(lines[number]) == title:
            return number
        above += len(lines[number])
        if above > MAX_ABOVE:
            return None
    return None


def _rest(line: str, author: str | None) -> tuple[str, bool]:
    """Give what a line says beside the author's name and a date, and whether it has one of them."""
    if len(line) > MAX_LINE:
        return line, False
    rest = re.sub(rf"(?<!\w){re.escape(author)}(?!\w)", "|", line, count=1) if author else line
    named = rest != line
    while (match := _WORDS.match(rest := rest.strip(_EDGES))) and match[0]:
        rest = rest[match.end() :]
    return ("", True) if is_date(rest) else (rest, named)
