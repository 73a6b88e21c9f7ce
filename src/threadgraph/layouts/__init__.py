"""Recognise the comment systems whose marks an extractor left in a page's text.

Each module is one family: it finds the records of its system in a `TextPage` and says what is
header, body and chrome. `choose` tries all and keeps the one that explains the page best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from threadgraph.layouts._base import Layout, Parse, Scored, fit
from threadgraph.layouts._verdict.addressees import without_addressees
from threadgraph.layouts._verdict.answered_titles import without_answered_titles
from threadgraph.layouts._verdict.articles import without_article
from threadgraph.layouts._verdict.blank_edges import without_blank_edges
from threadgraph.layouts._verdict.columns import with_names_beside, with_names_told
from threadgraph.layouts._verdict.commentluv import with_names_below
from threadgraph.layouts._verdict.common_rows import without_common_rows
from threadgraph.layouts._verdict.contest import names_can_be, trust_of
from threadgraph.layouts._verdict.dates_within import without_dates_within
from threadgraph.layouts._verdict.feet import with_feet
from threadgraph.layouts._verdict.heads_in_texts import begin_with, may_hold
from threadgraph.layouts._verdict.joinings import without_joinings
from threadgraph.layouts._verdict.led_names import without_leads
from threadgraph.layouts._verdict.links import without_pingbacks
from threadgraph.layouts._verdict.next_names import without_next_names
from threadgraph.layouts._verdict.no_names import without_labels
from threadgraph.layouts._verdict.no_people import without_titles
from threadgraph.layouts._verdict.own_subjects import without_own_subjects
from threadgraph.layouts._verdict.ranks import without_ranks
from threadgraph.layouts._verdict.refusals import EXACT, knows_posts, refusal
from threadgraph.layouts._verdict.repeats import without_repeats
from threadgraph.layouts._verdict.subject_rows import without_subject_rows
from threadgraph.layouts._verdict.tidy import tidy
from threadgraph.plugins import discover

if TYPE_CHECKING:
    from threadgraph.layouts._text.page import TextPage

__all__ = ["CREDIBLE", "FLOOR", "MARKS_FLOOR", "choose", "layouts", "parse_with", "tried"]

FLOOR = 0.5
"""A layout must explain at least this much of a page to be believed."""

MARKS_FLOOR = 0.25
"""From here to FLOOR a page has marks that no layout explains: its outcome is `unclear`."""


STRONG = 0.45
"""A family that explains so much of a page stands before the generic layouts."""

CREDIBLE = 0.34
"""Below such a weight what a family found is no discussion: two of three names can be none."""

DOUBT = 0.9
"""Below such a weight (see `contest`) a layout whose marks tell little stands before none."""

COMPLETE = 0.9
COMPLETE_FLAT = 0.95
COMPLETE_MARKS = 3
"""A layout that explains so much of a page, with so many marks, is believed: no other is asked.
One whose marks tell little (`telling` 0), or that shows no nesting, must explain more."""

NAMED, FEW = 0.8, 0.5
"""A parse that names so many of its posts' authors read whole headers; one below
the second share names few."""

SEVERAL = 3
"""So many named posts stand against one that holds them all."""


YIELD = 0.05
"""How much less than such a parse one must explain that found as many posts, but few names."""


def layouts() -> dict[str, Layout]:
    """Give all layouts by name."""
    return discover("threadgraph.layouts", "LAYOUT", "threadgraph.layouts")


def choose(page: TextPage) -> list[Scored]:
    """Parse the page with the layouts that can be the best, and give the parses, best first.

    A generic layout stands behind every other that is STRONG; of those the one comes first whose
    texts hold no heads of posts and whose names can be names (see `contest`). The most telling
    layouts are tried first, until one explains the page. Layouts that cannot come first any more
    are not tried: those whose ceiling is below a score, or equal to that of nested posts where they
    show none, and generic ones behind another.
    """
    scored: list[Scored] = []
    own: dict[str, float] = {}
    best = nested = plain = 0.0
    for name, layout, most in _in_turn():
        beaten = most < best or (layout.parents == "none" and most <= nested)
        if (best >= STRONG or most < plain) if layout.generic else beaten:
            continue
        parse = parse_with(page, layout)
        if parse is None:
            continue
        found = Scored(name=name, parse=parse, score=fit(page, parse).score)
        if layout.generic or found.score < FLOOR:
            scored += [found] if names_can_be(parse) else []
            plain = max(plain, found.score * (layout.generic and _named(parse, NAMED)))
            continue
        trust = trust_of(page, layout, parse)
        if trust < CREDIBLE:
            continue
        scored.append(found)
        bare = _is_bare(parse) or (page.unfiltered and _hardly_named(parse))
        nameless = bare and layout.telling < EXACT
        own[name] = round(found.score * trust, 6)
        if nameless or (trust < DOUBT and not layout.telling):
            continue  # a generic layout may explain the page better
        best = max(best, round(own[name], 2))
        nested = nested if _flat(found) else max(nested, round(own[name], 2))
        least = COMPLETE if layout.telling and not _flat(found) else COMPLETE_FLAT
        if own[name] >= least and parse.marks >= COMPLETE_MARKS and _named(parse, FEW):
            break
    _doubt_nameless(page, scored, own)
    ranked = _with_heads(page, _in_rank(scored, own, best))
    return [_mended(page, ranked[0]), *ranked[1:]] if ranked else []


def _in_rank(scored: Sequence[Scored], own: Mapping[str, float], best: float) -> list[Scored]:
    """Give the parses in order, the best first; `own` are the worths of families."""

    def rank(found: Scored) -> tuple[bool, float, bool, int, str]:
        worth = round(own.get(found.name, found.score), 2)
        weak = found.name not in own or own[found.name] < STRONG
        return weak and best >= STRONG, -worth, _flat(found), -found.parse.marks, found.name

    return sorted(scored, key=rank)


def _with_heads(page: TextPage, ranked: list[Scored]) -> list[Scored]:
    """Give first a parse that found the names with which the texts of the best, nameless, begin."""
    best = ranked[0] if ranked else None
    if best is None or layouts()[best.name].telling >= EXACT or not may_hold(page, best.parse):
        return ranked
    told: list[tuple[float, Scored]] = []
    for name, layout, _ in _in_turn():
        parse = parse_with(page, layout) if name != best.name else None
        if parse is None or not _named(parse, NAMED) or not begin_with(page, best.parse, parse):
            continue
        score = fit(page, parse).score
        trust = trust_of(page, layout, parse)
        if score >= FLOOR and trust >= CREDIBLE:
            told.append((score * trust, Scored(name=name, parse=parse, score=score)))
    told.sort(key=lambda pair: -pair[0])
    return [*(found for _, found in told[:1]), *ranked]


def _mended(page: TextPage, found: Scored) -> Scored:
    """Put right what shows in all records of the best parse together."""
    parse = without_repeats(page, found.parse)
    layout = layouts()[found.name]
    if layout.generic or not layout.telling:
        parse = with_feet(page, parse, weak=layout.generic)
    if layout.telling < EXACT:
        parse = with_names_told(page, without_dates_within(page, parse))
        parse = with_names_beside(page, parse, weak=layout.generic)
    parse = without_joinings(parse)
    parse = without_article(page, parse) if layout.generic else parse
    records = without_labels(without_ranks(parse.records))
    parse = with_names_below(page, replace(parse, records=records))
    records = without_addressees(page, without_leads(parse.records))
    records = without_next_names(page.text, records)
    records = without_own_subjects(page, without_subject_rows(page, records))
    records = without_blank_edges(page.text, records)
    return replace(found, parse=replace(parse, records=records))


def parse_with(page: TextPage, layout: Layout) -> Parse | None:
    """Parse the page with one layout, with clean names; None where that finds no discussion."""
    parse, why = tried(page, layout)
    return None if why else parse


def tried(page: TextPage, layout: Layout) -> tuple[Parse | None, str]:
    """Parse the page with one layout, with clean names, and say why what it found is no discussion.

    None where it finds nothing.
    """
    parse = layout.parse(page)
    parse = without_pingbacks(page, parse) if parse is not None else None
    if parse is None or not parse.records:
        return None, ""
    if layout.telling < EXACT:
        parse = without_answered_titles(page, without_titles(page, tidy(page, parse)))
        told = with_names_told(page, parse)
        # what else families find, or find to nest, is weighed by what they took for names
        found = any(r.author for r in told.records) and not any(r.depth for r in told.records)
        parse = told if layout.generic or found else parse
    why = refusal(page, layout, parse)
    if why or knows_posts(layout, parse):
        return parse, why
    return without_common_rows(page, parse), ""


@cache
def _in_turn() -> list[tuple[str, Layout, float]]:
    """Give name, layout and ceiling as `rank` compares scores, in the order of trying."""
    ranked = sorted(layouts().items(), key=_turn)
    return [(name, layout, round(layout.ceiling, 2)) for name, layout in ranked]


def _doubt_nameless(page: TextPage, scored: list[Scored], own: dict[str, float]) -> None:
    """Let families that found hardly a name yield to one that found names for as many posts.

    The others read the dates of its headers only. One that took all for a single post yields to
    one that found several.
    """
    for found in scored:
        alone = len(found.parse.records) == 1
        nobody = _is_bare(found.parse)
        others = [s for s in scored if (s.name in own or nobody) and _named(s.parse, NAMED)]
        posts = SEVERAL if alone else len(found.parse.records) * NAMED
        if found.name in own and (alone or not _named(found.parse, FEW)):
            rival = max((_worth(s, own) for s in others if _names(s.parse) >= posts), default=0.0)
            more = any(_swallows(page, found, s) or _knows_more(found, s) for s in others)
            less = 2 * YIELD if more else YIELD
            if round(rival, 2) >= round(own[found.name] - less, 2):
                own[found.name] = min(own[found.name], round(rival - YIELD, 6))


def _worth(found: Scored, own: Mapping[str, float]) -> float:
    return own.get(found.name, found.score)


def _swallows(page: TextPage, found: Scored, other: Scored) -> bool:
    """Tell texts that end with the names that another layout gives the posts below them."""
    texts = [r.body[-1] for r in found.parse.records[:-1] if r.body]
    names = [r.author for r in other.parse.records[1:]]
    if _names(found.parse) or not texts or len(texts) != len(names):
        return False
    ends = (page.text[text.start : text.end].rstrip() for text in texts)
    held = sum(
        bool(name) and end.endswith(name or "") for end, name in zip(ends, names, strict=True)
    )
    return held >= NAMED * len(names)


def _knows_more(found: Scored, other: Scored) -> bool:
    """Tell posts without names and dates, of which a layout of surer marks gives both."""
    nothing = not any(r.author or r.date for r in found.parse.records)
    return nothing and layouts()[other.name].telling >= EXACT and _dated(other.parse)


def _dated(parse: Parse) -> bool:
    return all(record.date for record in parse.records)


def _named(parse: Parse, share: float) -> bool:
    return _names(parse) >= share * len(parse.records)


def _hardly_named(parse: Parse) -> bool:
    """Tell many posts of which one has a name, or none: it may be a heading."""
    return _names(parse) <= (len(parse.records) >= SEVERAL)


def _is_bare(parse: Parse) -> bool:
    """Tell a single post without a name: it may be an item of anything."""
    return len(parse.records) == 1 and not _names(parse)


def _names(parse: Parse) -> int:
    return sum(record.author is not None for record in parse.records)


def _flat(found: Scored) -> bool:
    return not any(record.depth for record in found.parse.records)


def _turn(named: tuple[str, Layout]) -> tuple[bool, int, float, bool, str]:
    """Order layouts: those that many others yield to first."""
    name, layout = named
    return layout.generic, -layout.telling, -layout.ceiling, layout.parents == "none", name
