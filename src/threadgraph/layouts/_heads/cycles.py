"""Find the rows that come again in each post of a thread, in the same order: its template.

"Ann | 3 May 2014", a text, "Like 3 | Reply", and so again: rows of one kind (a date, "By Ann", a
rating, a control whose numbers differ) that stand once between each two of another kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from threadgraph.dates.scan import Found, holds_date, leading_date, trailing_date
from threadgraph.dates.words import MONTHS
from threadgraph.layouts._text.chrome import KEPT, is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import SAYS, SUBMITTED

__all__ = ["Cycle", "cycle_in", "date_in", "kind_of"]

MAX_ROW = 120
MAX_WORDS = 60
"""Letters of a row beside its date, at most."""
MAX_POST = 80
"""Rows from a post to the next, at most."""
STEADY = 0.8
HALF = 0.5
MAX_CUTS = 5
MAX_SIGNED = 40
MAX_KINDS = 40
"""Kinds of rows that are weighed against each other, the most frequent ones."""

_ENDS = ".!?…)。！？"
_DASHES = "—–~ "
_SIGNS = re.compile(r"[\d()\[\]+\-\u2212–,.:/#|·•\s★☆*]+")
# "★★★☆", "4/5", "4.0 out of 5 stars", "3 von 5 Sternen"
_STARS = re.compile(
    r"[★☆]{2,10}|^\W{0,2}[0-5](?:[.,]\d)?\s?(?:/|out of|of|von|sur|de|su|van|av|z|из)\s?(?:5|10)"
    r"(?:\s(?:stars?|sternen?|étoiles|estrellas|estrelas|stelle|sterren))?$",
    re.IGNORECASE,
)
_RATED = re.compile(r"\d(?:\.\d)? out of \d+")
# what may part a date from what stands behind it
_CUT = re.compile(r"\s*(?:[|·•(\[#–—/]|\s-\s|,\s)|\s(?=\d{1,5}$)|\s(?=[★☆])|\s(?=[\w.]+$)")


@dataclass(frozen=True, slots=True)
class Cycle:
    """The template's rows of each post in page order, one or none for each kind.

    The text stands behind the kind `above`, or before all if that is -1; `alike` are further rows
    of most posts.
    """

    posts: list[list[int | None]]
    kinds: list[str]
    above: int
    alike: frozenset[str]

    def head(self, post: int) -> list[int]:
        return [n for n in self.posts[post][: self.above + 1] if n is not None]

    def foot(self, post: int) -> list[int]:
        return [n for n in self.posts[post][self.above + 1 :] if n is not None]

    def first(self, post: int) -> int:
        return next(n for n in self.posts[post] if n is not None)

    def last(self, post: int) -> int:
        return next(n for n in reversed(self.posts[post]) if n is not None)


@lru_cache(maxsize=KEPT)
def date_in(text: str) -> Found | None:
    """Give the date of a short row, wherever it stands in it."""
    if not text or len(text) > MAX_ROW or not holds_date(text):
        return None
    if " out of " in text:  # "4.0 out of 5 stars" is no day of October
        text = _RATED.sub(_masked, text)
    found = leading_date(text)
    if found is not None and found.certain:
        return found
    found, stop, cuts = trailing_date(text), len(text), 0
    while (found is None or not found.certain) and cuts < MAX_CUTS:
        ends = [match.start() for match in _CUT.finditer(text, 0, stop) if match.start()]
        if not ends:
            break
        stop, cuts = ends[-1], cuts + 1
        found = trailing_date(text[:stop])
    return found if found is not None and found.certain else _day_in(text)


def _masked(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _day_in(text: str) -> Found | None:
    """Give a day and a month without a year: "Ann - Jan 5"; kinds that come again make it sure."""
    found = (trailing_date(text) or leading_date(text)) if len(text) <= MAX_WORDS else None
    if found is None or not any(map(str.isdigit, text[found.start : found.end])):
        return None
    words = re.split(r"[\W\d]+", text[found.start : found.end].lower())
    return None if MONTHS.keys().isdisjoint(words) else found


@lru_cache(maxsize=KEPT)
def kind_of(text: str) -> str:
    """Tell what kind of row it is: the same for rows that differ in names and numbers only."""
    if not text or len(text) > MAX_ROW:
        return ""
    found = date_in(text)
    if found is not None:
        before, after = text[: found.start].strip(), text[found.end :].strip()
        short = len(before) + len(after) <= MAX_WORDS
        return f"date {bool(before):d}{bool(after):d}" if short else ""
    for kind, tells in _KINDS:
        if tells(text):
            return kind
    return _SIGNS.sub("", text.lower()) or "#"


def _says(text: str) -> bool:
    return text[-1:] in ":：…" and SAYS.match(text) is not None


def _signed(text: str) -> bool:
    name = text.lstrip(_DASHES)
    return text[0] in _DASHES and 1 < len(name) <= MAX_SIGNED and name[-1] not in _ENDS


_KINDS = (
    ("signed", _signed), ("by", SUBMITTED.match), ("says", _says), ("stars", _STARS.search),
)  # fmt: skip


def cycle_in(rows: Sequence[Row], low: int, high: int, least: int) -> Cycle | None:
    """Find the template of the posts between two rows; None where nothing comes again so often."""
    places: dict[str, list[int]] = defaultdict(list)
    for number in range(low, high):
        if kind := kind_of(rows[number].text):
            places[kind].append(number)
    ranked = sorted(places.items(), key=lambda item: -len(item[1]))[:MAX_KINDS]
    often = {kind: found for kind, found in ranked if len(found) >= least}
    best: tuple[float, str, list[str]] | None = None
    for kind, found in often.items():
        if not _parts(rows, found, often):
            continue
        others = [k for k, f in often.items() if k != kind and _once(found, f) >= STEADY]
        dated = kind.startswith("date")
        worth = len(found) * (1 + len(others) + dated) * (1 if dated or others else HALF)
        if looks_like_name(rows[found[0]].text) and not is_chrome(rows[found[0]].text):
            worth *= HALF  # somebody who came several times
        if best is None or worth > best[0]:
            best = worth, kind, others
    if best is None:
        return None
    return _made(rows, (low, high), often, best[1], best[2])


def _parts(rows: Sequence[Row], found: Sequence[int], often: dict[str, list[int]]) -> bool:
    """Tell whether other text stands between most of these rows, and none is far from the next."""
    told = 0
    for above, below in pairwise(found):
        if below - above > MAX_POST:
            return False
        told += any(kind_of(rows[n].text) not in often for n in range(above + 1, below))
    return told >= STEADY * (len(found) - 1)


def _once(found: Sequence[int], others: Sequence[int]) -> float:
    """Give the share of the stretches between rows in which one of the others stands."""
    counts: Counter[int] = Counter()
    place = 0
    for number in others:
        while place < len(found) and found[place] < number:
            place += 1
        counts[place] += 1
    inner = [counts[n] for n in range(1, len(found))]
    return sum(count == 1 for count in inner) / max(1, len(inner))


def _made(
    rows: Sequence[Row],
    reach: tuple[int, int],
    often: dict[str, list[int]],
    anchor: str,
    others: Sequence[str],
) -> Cycle | None:
    """Put the kinds in order, beginning with the one that the page's first post begins with."""
    found = often[anchor]
    offsets = {anchor: 0.0}
    for kind in others:
        inner = ((a, _first(often[kind], a, b)) for a, b in pairwise(found))
        far = [n - a for a, n in inner if n is not None]
        offsets[kind] = sum(far) / len(far)
    kinds = sorted(offsets, key=lambda kind: offsets[kind])
    usual = 2 * median(b - a for a, b in pairwise(found))
    begun = [k for k in kinds if any(found[0] - usual < n < found[0] for n in often[k])]
    turn = kinds.index(begun[0]) if begun else 0
    posts = list(_posts(found, [often[k] for k in kinds], turn, reach[1]))
    order = [*kinds[turn:], *kinds[:turn]]
    alike = {k for k, f in often.items() if len(f) >= HALF * len(found) and k not in order}
    cycle = Cycle(posts, order, 0, frozenset(alike))
    above = _above(rows, cycle)
    last = above == len(order) - 1 and not begun
    if last and (order[0] == "signed" or _ends_text(rows, found[0] - 1, reach)):
        above = -1
    return replace(cycle, above=above)


def _ends_text(rows: Sequence[Row], number: int, reach: tuple[int, int]) -> bool:
    """Tell whether the row above the first of the template is a text, below a heading."""
    text = rows[number].text if number >= reach[0] > 0 else ""
    ends = text[-1:] in (*_ENDS,) and not is_form(text)
    return len(text) > MAX_WORDS or (ends and not looks_like_name(text))


def _posts(
    found: Sequence[int], places: Sequence[Sequence[int]], turn: int, high: int
) -> Iterator[list[int | None]]:
    """Give each post's rows: those of the kinds from `turn` on stand above its anchor."""
    ends = [*found[1:], high]
    for number, (here, end) in enumerate(zip(found, ends, strict=True)):
        low = found[number - 1] if number else -1
        above = [_last(p, low, here) for p in places[turn:]] if turn else []
        below = [_first(p, here - 1, end) for p in (places[:turn] if turn else places)]
        yield [*above, *below]


def _first(places: Sequence[int], low: int, high: int) -> int | None:
    at = bisect_right(places, low)
    return places[at] if at < len(places) and places[at] < high else None


def _last(places: Sequence[int], low: int, high: int) -> int | None:
    at = bisect_left(places, high) - 1
    return places[at] if at >= 0 and places[at] > low else None


def _above(rows: Sequence[Row], cycle: Cycle) -> int:
    """Tell behind which of the kinds the text stands: where most letters do."""
    letters = [0] * len(cycle.kinds)
    for post, below in zip(cycle.posts, [*cycle.posts[1:], None], strict=True):
        end = None if below is None else next((n for n in below if n is not None), None)
        row = [*post, end]
        for kind, here in enumerate(post):
            following = next((n for n in row[kind + 1 :] if n is not None), None)
            if here is not None and following is not None:
                letters[kind] += sum(_size(rows[n].text) for n in range(here + 1, following))
    return max(range(len(letters)), key=lambda kind: letters[kind])


def _size(text: str) -> int:
    return 0 if is_chrome(text) else len(text)
