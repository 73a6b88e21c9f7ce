"""Find quotations in the text of a post: lines after ">", and lines that say who is quoted.

"> text" marks a quotation to its end, ">> text" one inside it; where most posts of a page stand
wholly behind ">", one is the mark of posts. "Ann said:", "On 3 May 2021, Ann wrote:", "Originally
Posted by Ann", "Zitat von Ann" name the author of a ">" block that follows. Without one they mark
the beginning alone, up to "Click to expand..." where that is printed, and count only if the page
has an author of that name, or posts whose authors were lost. Main-content extractors leave no mark
at all: the beginning of a post that shows no parent may be a quotation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._boards.quote_heads import (
    BARE,
    MAX_HEAD,
    MAX_WRAPPED,
    POSTED_WORDS,
    head_at,
    head_of,
    head_wrapped,
    past_date,
)
from threadgraph.layouts._boards.quoted_lines import Line, lines_of
from threadgraph.layouts._boards.words import EXPAND
from threadgraph.records import RawPost, RawQuote
from threadgraph.text import fold_name

__all__ = ["TextQuote", "find_quotes", "page_quotes"]

MIN_UNMARKED = 60


class TextQuote(NamedTuple):
    """A quotation's place in the text, its author if named, and whether its end is not known."""

    start: int
    end: int
    author: str | None
    open: bool


def page_quotes(posts: Sequence[RawPost]) -> tuple[RawQuote, ...]:
    """Give the quotations in the texts of a page's posts; articles are not searched."""
    names = {fold_name(post.author_name) for post in posts if post.author_name}
    told = [post for post in posts if post.role != "article" and post.text]
    lost = any(post.author_state == "missing" for post in told)
    level = 0
    if any(">" in post.text for post in told):
        level = int(2 * sum(_is_behind(post.text) for post in told) > len(told))
    return tuple(
        [
            RawQuote(post.position, found.start, found.end, None, found.author, found.open)
            for post in told
            for found in find_quotes(
                post.text,
                names,
                level,
                flat=post.depth is None and post.parent_label is None,
                lost=lost,
            )
        ]
    )


def _is_behind(text: str) -> bool:
    """Tell a text that stands wholly behind ">"."""
    if ">" not in text:
        return not text.strip()
    return all(line.level for line in lines_of(text) if line.text)


def find_quotes(
    text: str,
    names: Collection[str],
    level: int = 0,
    *,
    flat: bool = False,
    lost: bool = False,
) -> list[TextQuote]:
    """Give the quotations of a text in order.

    `names` are the page's authors, folded, some of them `lost`; `level` counts the ">" that mark no
    quotation. In a `flat` thread the text may begin with a quotation that has no mark.
    """
    if ">" not in text and not _tells(text, names):
        begin, end = len(text) - len(text.lstrip()), len(text)
        whole = flat and end - begin >= MIN_UNMARKED
        return [TextQuote(begin, end, None, open=True)] if whole else []
    lines = list(lines_of(text, names))
    if level:
        lines = [line._replace(level=max(0, line.level - level)) for line in lines]
    found = sorted([*_blocks(lines, names), *_opened(lines, names, lost=lost)], key=_place)
    begin = len(text) - len(text.lstrip())
    end = found[0].start if found else len(text)
    first = next((line.text for line in lines if line.text), "")
    if flat and end - begin >= MIN_UNMARKED and head_of(first, names) is None:
        found.insert(0, TextQuote(begin, end, None, open=True))
    return found


def _place(quote: TextQuote) -> tuple[int, int]:
    return quote.start, quote.end


def _tells(text: str, names: Collection[str]) -> bool:
    """Tell whether a line says who is quoted: a text without ">" holds no quotation otherwise."""
    above = ""
    for shown in map(str.strip, text.splitlines()):
        if ":" in shown or POSTED_WORDS.may_match(shown) or shown.endswith(BARE):
            lines = list(lines_of(shown, names))
            if any(head_of(line.text, names) is not None for line in lines):
                return True
            if above and shown.endswith(":") and head_of(f"{above} {shown}", names) is not None:
                return True
        above = shown
    return False


def _blocks(lines: Sequence[Line], names: Collection[str]) -> Iterator[TextQuote]:
    """Give the runs of lines with ">", for each level the runs of lines with at least as many."""
    begun: list[int] = []
    ended = Line(0, 0, 0, "")
    for number, line in enumerate([*lines, ended]):
        while len(begun) > line.level:
            first = begun.pop()
            yield from _block(lines, first, number, len(begun) + 1, names)
        begun += [number] * (line.level - len(begun))


def _block(
    lines: Sequence[Line], first: int, stop: int, level: int, names: Collection[str]
) -> Iterator[TextQuote]:
    """Give a run of lines as a quotation, its head and the button below it left out."""
    while first < stop and not lines[first].text:
        first += 1
    author, begin = _head_inside(lines, first, stop, level, names)
    wrapped = head_wrapped(lines[first:stop], level, names)
    if author is None and wrapped is None:
        author = _head_above(lines, first, level, names)
    while stop > begin and (not lines[stop - 1].text or EXPAND.match(lines[stop - 1].text)):
        stop -= 1
    begin = past_date(lines, begin, stop) if author is not None else begin
    while begin < stop and not lines[begin].text:
        begin += 1
    if wrapped is not None and wrapped.end < lines[stop - 1].end:
        yield TextQuote(wrapped.end, lines[stop - 1].end, wrapped.author, open=False)
    elif begin < stop:
        yield TextQuote(lines[begin].start, lines[stop - 1].end, author, open=False)


def _head_inside(
    lines: Sequence[Line], first: int, stop: int, level: int, names: Collection[str]
) -> tuple[str | None, int]:
    """Read a head that stands in the block itself, wrapped or not; give the row after it."""
    told = ""
    found: tuple[str | None, int] = (None, first)
    for number in range(first, min(stop, first + MAX_WRAPPED)):
        line = lines[number]
        if not line.text or line.level != level or len(told) + len(line.text) > MAX_HEAD:
            break
        told = f"{told} {line.text}".strip()
        name = head_of(told, names)
        if name is not None and found[0] in (None, name):
            found = (name, number + 1)
    below = next((line for line in lines[found[1] : stop] if line.text), None)
    inner = below is not None and below.level > level  # whose head it is
    return (None, first) if inner else found


def _head_above(
    lines: Sequence[Line], first: int, level: int, names: Collection[str]
) -> str | None:
    """Read the line that stands above a block, one level up, with a blank line between at most."""
    for number in range(first - 1, max(-1, first - 3), -1):
        line = lines[number]
        if line.text:
            return head_of(line.text, names) if line.level < level else None
    return None


def _opened(lines: Sequence[Line], names: Collection[str], *, lost: bool) -> Iterator[TextQuote]:
    """Give what stands below heads without ">"; it ends at a button, else before the next head.

    A head right below another one begins a quotation in that one's; where the inner one ends is
    left to who seeks its words.
    """
    begin = 0
    heads: list[str] = []
    for number, line in enumerate(lines):
        closed = bool(heads and EXPAND.match(line.text))
        name = None if line.level or closed else head_at(lines, number, names)
        known = name is not None and (lost or fold_name(name) in names)
        filled = any(above.text for above in lines[begin:number]) if heads else False
        if heads and (closed or line.level or (known and filled)):
            yield from _between(lines, begin, number, heads, is_open=not closed)
            heads = []
        if known and name is not None:
            begin = number + 1
            heads.append(name)
    yield from _between(lines, begin, len(lines), heads, is_open=True)


def _between(
    lines: Sequence[Line], begin: int, stop: int, authors: Sequence[str], *, is_open: bool
) -> Iterator[TextQuote]:
    begin = past_date(lines, begin, stop) if authors else stop
    filled = [line for line in lines[begin:stop] if line.text]
    for author in authors if filled else ():
        yield TextQuote(filled[0].start, filled[-1].end, author, open=is_open)
