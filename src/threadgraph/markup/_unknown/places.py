"""Lay out posts by the places of their texts: what stands at one place in all posts is a column.

Of the values of a column together it shows whether they are dates or names (see
`threadgraph.columns`), or most of the words; one value alone tells little.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from threadgraph.columns import MORE, best_names
from threadgraph.markup._bylines import EDGE, date_in, without_shared
from threadgraph.markup._dom import Node, shown
from threadgraph.markup._unknown.joins import joins
from threadgraph.markup._unknown.names import is_name, portrayed, serves
from threadgraph.markup._unknown.post import Post
from threadgraph.names import author_state

__all__ = ["Column", "Placed", "find_bodies", "find_dates", "name_column", "placed"]

MOST = 0.7
"""Share of the posts that must have their text, and a date, at the place of most."""
DIFFERENT = 0.8
"""Share of the texts that differ from each other."""
COMMON = 0.4
"""Share of the posts from which on what they say alike is no part of their texts."""
MAX_DATE, MAX_NAME, MAX_WORDS, MAX_LABEL = 60, 60, 6, 80
MAX_COMPARED = 100

_DIGITS = re.compile(r"\d+")

Column = list[tuple[int, str] | None]
"""For each post the part that stands at a place, and its text."""
Place = tuple[str, ...]
"""The tags and classes from the post's element down to a run of text."""


@dataclass(slots=True)
class Placed:
    """A post and its runs of text with their places; `body` are those of its text."""

    post: Post
    runs: list[tuple[int, Place]]
    body: list[int] = field(default_factory=list[int])
    date: int | None = None


def placed(post: Post) -> Placed:
    places: list[Place] = []
    runs: list[tuple[int, Place]] = []
    for number, part in enumerate(post.parts):
        above = places[part.above] if part.above >= 0 else ()
        named = _DIGITS.sub("#", part.node.attributes.get("class") or "") if not part.text else ""
        places.append((*above, f"{part.tag}.{named}") if part.above >= 0 else ())
        if part.text and not post.dead[number]:
            runs.append((number, places[number]))
    return Placed(post, runs)


def find_bodies(posts: Sequence[Placed]) -> bool:
    """Find the place that holds most of the words; tell whether it can be that of the texts."""
    texts: dict[Place, list[str]] = defaultdict(list)
    said: Counter[str] = Counter()
    for laid in posts:
        said.update({_shape(laid.post.parts[n].text) for n, _ in laid.runs})
        for number, place in laid.runs:
            texts[_unlinked(place, classed=False)].append(laid.post.parts[number].text)
    if not texts:
        return False
    common = {text for text, count in said.items() if count > 1 and count >= COMMON * len(posts)}
    body = max(texts, key=lambda place: (sum(map(len, texts[place])), place))
    heads = [place for place in texts if place != body and _is_head(posts, texts[place])]
    holder = next((h for h in _holders(body) if not any(p[: len(h)] == h for p in heads)), None)
    for laid in posts:
        places = ((n, _unlinked(place, classed=False)) for n, place in laid.runs)
        inner = (n for n, p in places if p == body or (holder and p[: len(holder)] == holder))
        told = ((n, laid.post.parts[n].text) for n in inner)
        laid.body = [n for n, text in told if _shape(text) not in common and _is_word(text)]
    found = [" ".join(p.post.parts[n].text for n in p.body) for p in posts if p.body]
    return len(found) >= MOST * len(posts) and len({*found}) >= DIFFERENT * len(found)


def _unlinked(place: Place, *, classed: bool) -> Place:
    """Give the place without the links on the way, those with a class (`classed`) or not.

    What stands right in a post keeps its place.
    """
    kept = tuple(s for s in place if not (s.startswith(("a.", "span.")) if classed else s == "a."))
    return kept if len(kept) > 1 else place


def _holders(body: Place) -> Iterator[Place]:
    """Give what the text stands in, the outermost first."""
    return (body[:size] for size in range(1, len(body)))


def _is_head(posts: Sequence[Placed], texts: Sequence[str]) -> bool:
    """Tell a place at which most posts have something short, not all the same: names, dates."""
    short = sum(map(len, texts)) <= MAX_DATE * len(texts)
    return short and len(texts) >= MOST * len(posts) and len({*map(_shape, texts)}) > 1


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text)


def _is_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def find_dates(posts: Sequence[Placed]) -> bool:
    """Find the place that holds the dates; tell whether most posts have theirs there."""
    dated: Counter[Place] = Counter()
    for laid in posts:
        dated.update({place for number, place in laid.runs if _dates(laid, number)})
    if not dated:
        return False
    first = {place: n for n, (_, place) in reversed([*enumerate(posts[0].runs)])}
    place = max(dated, key=lambda p: (dated[p], -first.get(p, len(first)), p))
    for laid in posts:
        told = (n for n, found in laid.runs if found == place and _dates(laid, n))
        laid.date = next(told, None)
    return dated[place] >= MOST * len(posts)


def _dates(laid: Placed, number: int) -> bool:
    post = laid.post
    text = post.parts[number].text
    if len(text) > MAX_DATE or number in laid.body or joins(post.parts, number):
        return False
    return date_in(text) is not None or post.is_age(post.alone(number))


def name_column(posts: Sequence[Placed]) -> Column | None:
    """Give the part and the text of each post's name, None where no column is the one of names."""
    linked, plain = ([*_columns_of(posts, plain=way)] for way in (False, True))
    found = [column for column in map(_best, (linked, plain)) if column is not None]
    if not found:
        return _spoken_to(posts, linked)
    first, last = found[0], found[-1]
    column = last if len(_different(last)) > MORE * len(_different(first)) else first
    names = _different(column)
    # what all posts say is a control, but for those who have no name
    return column if len(names) > 1 or author_state(next(iter(names))) != "named" else None


def _best(columns: Sequence[Column]) -> Column | None:
    place = best_names([[told[1] if told else None for told in column] for column in columns])
    return None if place is None else columns[place]


def _different(column: Column) -> set[str]:
    return {told[1] for told in column if told}


def _spoken_to(posts: Sequence[Placed], columns: Sequence[Column]) -> Column | None:
    """Give the only column of whose values some stand in pictures' words or in answers as well.

    A part of the posts tells it: each value is compared with each line.
    """
    posts = posts[:MAX_COMPARED]
    pictures = [{*map(portrayed, map(shown, _pictures(laid)))} for laid in posts]
    labels = [
        text
        for laid in posts
        for number, _ in laid.runs
        if number not in laid.body
        and len(text := laid.post.parts[number].text.strip(f"{EDGE}?!")) <= MAX_LABEL
    ]
    found = [
        column
        for column in columns
        if any(
            told[1] in words or any(_names(label, told[1]) for label in labels)
            for told, words in zip(column, pictures, strict=False)
            if told
        )
    ]
    return found[0] if len(found) == 1 else None


def _names(label: str, name: str) -> bool:
    """Tell a line that says more than a name, and that name as a word of its own."""
    before, found, after = label.partition(name)
    return bool(found) and before + after != "" and not (before[-1:] + after[:1]).isalnum()


def _pictures(laid: Placed) -> Iterator[Node]:
    return (part.node for part in laid.post.parts if part.tag == "img")


def _columns_of(posts: Sequence[Placed], *, plain: bool) -> Iterator[Column]:
    """Give what can be names, without the words that all begin or end with.

    Some names have a link and others none: as if none had (`plain`) they stand at one place.
    """
    found: dict[tuple[Place, int], dict[int, int]] = defaultdict(dict)
    for at, laid in enumerate(posts):
        seen: Counter[Place] = Counter()
        for number, place in laid.runs:
            text = laid.post.parts[number].text
            if number not in laid.body and number != laid.date and _is_word(text):
                way = _unlinked(place, classed=True) if plain else place
                found[way, seen[way]][at] = number
                seen[way] += 1
    for numbers in found.values():
        if len(numbers) >= MOST * len(posts):
            yield _column(posts, numbers)


def _column(posts: Sequence[Placed], numbers: Mapping[int, int]) -> Column:
    texts = [posts[at].post.parts[n].text.strip(EDGE) for at, n in numbers.items()]
    rest = without_shared(texts) if len({*texts}) > 1 else texts
    column: Column = [None] * len(posts)
    for (at, number), text in zip(numbers.items(), rest, strict=True):
        short = len(text) <= MAX_NAME and len(text.split()) <= MAX_WORDS
        if short and is_name(text) and not serves(text):
            column[at] = (number, text)
    return column
