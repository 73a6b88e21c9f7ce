"""Name the posts of a page by the column in which most different names stand.

Where no class tells the name, the first thing in bold may be the title, the place or the rank. Each
place in the template of the posts is a column, and all values of it together tell what it holds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from threadgraph.columns import (
    MORE,
    PRESENT,
    alike,
    are_counts,
    are_titles,
    best_names,
    depends,
)
from threadgraph.markup._bylines import EDGE, without_shared
from threadgraph.markup._unknown.names import is_name, serves
from threadgraph.markup._unknown.outline import Part
from threadgraph.markup._unknown.post import Post

__all__ = ["doubtful", "names_in_columns", "without_leads"]

MIN_POSTS = 3
SURE, MANY = 4, 6
"""Posts from which on names are none because they depend on those of another column, or on one
before them in which none comes again."""

MIN_SAME = 2
MAX_NAME, MAX_WORDS = 40, 5
HALF = 0.5
# "by ", "From : "
_LEAD = re.compile(r"[^\W\d_]{1,12}\s?:\s+|[^\W\dA-ZÀ-ÞА-Я_]{1,12}\s+(?=\S)")
# "また来ますね。": such signs end sentences, and stand in no names
_SAID = re.compile(r"[。！？]")
Column = list[int | None]

_SIGNS = "-–—,"


def doubtful(names: Sequence[str | None]) -> bool:
    """Tell names of which many are missing, titles, counts or the same."""
    told = [name for name in names if name]
    if len(names) < MIN_POSTS:
        return False
    if len(told) < PRESENT * len(names) or _are_wrong(told):
        return True
    return len(names) >= SURE and len(set(told)) < len(told)


def names_in_columns(posts: Sequence[Post], names: Sequence[str | None]) -> list[int | None] | None:
    """Give the part of each post that is its name; None where the names are as good as any.

    No part for all posts where what was taken is surely no name and no column has them.
    """
    columns = list(_columns(posts))
    texts = [
        [None if n is None else _text(post.parts[n]) for post, n in zip(posts, column, strict=True)]
        for column in columns
    ]
    place = best_names(texts)
    told = [name for name in names if name]
    wrong = _are_wrong(told)
    if place is None:
        nobody: Column = [None] * len(posts)
        return nobody if wrong else None
    found = texts[place]
    same = len(names) >= SURE and len(set(told)) == 1  # "By", whose names stand behind it
    few = len(told) < PRESENT * len(names)
    if wrong or ((same or few or _is_mixed(names, found)) and _many(found)):
        return columns[place]
    before = len(names) >= MANY and list(names) in texts[place:]
    sure = depends(names, found, before=before)
    return columns[place] if sure else None


def without_leads(names: Sequence[str]) -> list[str]:
    """Give the names without the words that most begin with, and what all of these end with."""
    if len({*names}) < MIN_POSTS:
        return [*names]
    lead = _led(names) or ""
    shown = iter(without_shared([name for name in names if name.startswith(lead)]))
    return [next(shown) if name.startswith(lead) else name for name in names]


def _led(names: Sequence[str]) -> str | None:
    """Give the words that most begin with and that are no name: "by Ann", "From : Bob"."""
    leads = Counter(match[0] for name in names if (match := _LEAD.match(name)))
    lead, count = leads.most_common(1)[0] if leads else ("", 0)
    different = len({name for name in names if name.startswith(lead)})
    return lead if count >= HALF * len(names) and different >= MIN_POSTS else None


def _are_wrong(names: Sequence[str]) -> bool:
    """Tell titles, counts, and names of which some lack the word that most begin with."""
    lead = _led(names)
    some = lead is not None and not all(name.startswith(lead) for name in names)
    own = without_shared(names)  # "Escrito por ann": no title
    return some or are_titles(own) or are_counts(alike(own))


def _is_mixed(names: Sequence[str | None], found: Sequence[str | None]) -> bool:
    """Tell names that some posts have from the column that all have a name in: others from ranks.

    >>> _is_mixed(["Ann", "Newcomer", "Newcomer", "Bob"], ["Ann", "Cem", "Dora", "Bob"])
    True
    """
    pairs = [(name, other) for name, other in zip(names, found, strict=True) if name]
    beside = {other for name, other in pairs if name != other}
    instead = {name for name, other in pairs if name != other}
    same = sum(name == other for name, other in pairs)
    return None not in found and same >= MIN_SAME and 0 < MORE * len(instead) < len(beside)


def _many(found: Sequence[str | None]) -> bool:
    """Tell so many different values that they are hardly places or ranks."""
    different = len({name for name in found if name})
    return different >= max(MIN_POSTS, HALF * len(found))


def _columns(posts: Sequence[Post]) -> Iterator[Column]:
    """Give the short texts that stand at one place in the posts."""
    columns: dict[tuple[str, ...], Column] = defaultdict(lambda: [None] * len(posts))
    for number, post in enumerate(posts):
        seen: Counter[tuple[str, ...]] = Counter()
        paths: list[tuple[str, ...]] = []
        for at, part in enumerate(post.parts):
            above = paths[part.above] if part.above >= 0 else ()
            path = (*above, f"{part.tag}.{part.node.attributes.get('class') or ''}"
                    if part.tag != "-text" else part.tag)  # fmt: skip
            paths.append(path)
            if part.text:
                seen[path] += 1
                text = _text(part)
                short = len(text) <= MAX_NAME and len(text.split()) <= MAX_WORDS
                short = short and len(part.text) < post.size(0) and not _SAID.search(text)
                if short and not post.dead[at] and is_name(text) and not serves(text):
                    columns[(*path, str(seen[path]))][number] = at
    yield from (column for column in columns.values() if not _goes_on(posts, column))


def _goes_on(posts: Sequence[Post], column: Column) -> bool:
    """Tell what stands behind a name in its row: "- Dayton, Ohio" behind "<b>Ann</b>"."""
    texts = [post.parts[n].text for post, n in zip(posts, column, strict=True) if n is not None]
    return sum(text[0] in _SIGNS for text in texts) > HALF * len(texts)


def _text(part: Part) -> str:
    return part.text.strip(EDGE)
