"""Measure what threadgraph finds in pages against gold, beside a baseline, and against floors."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from threadgraph.commands._figures import CEILINGS, FIGURES, Figures, figures, mean, weighed
from threadgraph.commands._gold import RENDERINGS, GoldPage, is_pingback, load_gold
from threadgraph.commands._scoring import Counts, Found, score_page
from threadgraph.errors import InputRefused, UsageError
from threadgraph.layouts._text.page import TextPage
from threadgraph.link._thread import Node
from threadgraph.link.quotes import resolve
from threadgraph.link.replies import link_document
from threadgraph.pipeline import read_document
from threadgraph.readers import choose
from threadgraph.readers._article import plain_text
from threadgraph.readers._charset import decode_html
from threadgraph.records import RawPost
from threadgraph.source import Refusal
from threadgraph.text import decode, fold_name

__all__ = [
    "WEIGHTS", "EvaluateOptions", "Failure", "Floors", "below", "evaluate", "find", "load_floors",
]  # fmt: skip

WEIGHTS = {"hn": 0.1}
"""Families that are many posts of one site count less in the overall figures."""

Floors = Mapping[str, Mapping[str, Mapping[str, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """What users choose: renderings, groups, weights of families, where documents lie."""

    renderings: tuple[str, ...] = RENDERINGS
    by: Literal["family", "page"] = "family"
    weights: Mapping[str, float] = field(default_factory=lambda: dict(WEIGHTS))
    pages: Path = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A figure on the wrong side of its floor; `value` is None where nothing was measured."""

    rendering: str
    group: str
    figure: str
    value: float | None
    floor: float


@dataclass(slots=True)
class _Sums:
    """The counts of one rendering by family and by page."""

    families: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    pages: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, page: GoldPage, counts: Counts) -> None:
        self.families[page.true.family].update(counts)
        self.pages[page.true.name].update(counts)


def evaluate(gold: Path, options: EvaluateOptions | None = None) -> dict[str, Any]:
    """Read the gold's pages anew and give the figures by rendering.

    Each rendering has `overall` (families weighed), `mean` (over families) and `groups`, and the
    same of the baseline in which each paragraph is a post.
    """
    options = options or EvaluateOptions()
    by_rendering: dict[str, list[GoldPage]] = defaultdict(list)
    for page in load_gold(gold, options.renderings, options.pages):
        by_rendering[page.rendering].append(page)
    return {
        "weights": dict(options.weights),
        "renderings": {name: _measure(pages, options) for name, pages in by_rendering.items()},
    }


def _measure(pages: list[GoldPage], options: EvaluateOptions) -> dict[str, Any]:
    sums, baseline = _Sums(), _Sums()
    for page in pages:
        data = page.file.read_bytes()
        sums.add(page, score_page(page.true, find(data, page.file.name)))
        baseline.add(page, score_page(page.true, _paragraphs(data, page.file.name)))
    return _told(sums, options) | {"baseline": _told(baseline, options)}


def _told(sums: _Sums, options: EvaluateOptions) -> dict[str, Any]:
    groups = sums.families if options.by == "family" else sums.pages
    return {
        "overall": weighed(sums.families, options.weights),
        "mean": mean(figures(counts) for counts in sums.families.values()),
        "groups": {name: figures(groups[name]) for name in sorted(groups)},
    }


def find(data: bytes, name: str) -> list[Found]:
    """Give the posts that threadgraph finds in a page; a page that is refused has none.

    What it says to be pingbacks is left out, as gold does not count them.
    """
    try:
        page = read_document(data, name, name).page
    except Refusal:
        return []
    every = [_node(post) for post in page.posts]
    resolve(every, page.quotes)
    link_document(name, None, [node for node in every if node.role != "article"])
    told = [
        (node, post)
        for node, post in zip(every, page.posts, strict=True)
        if post.role != "article" and not is_pingback(post.extra)
    ]
    places = {id(node): place for place, (node, _) in enumerate(told)}
    found: list[Found] = []
    for node, post in told:
        shown = node.parent
        while shown is not None and id(shown) not in places:
            shown = shown.parent  # a placeholder or a pingback: what that one answers
        parent = None if shown is None else places[id(shown)]
        created = datetime.fromisoformat(post.created_at) if post.created_at else None
        found.append(Found(text=post.text, author=post.author_name, parent=parent, created=created))
    return found


def _node(post: RawPost) -> Node:
    return Node(
        post_id=str(post.position),
        position=post.position,
        role=post.role,
        depth=post.depth,
        author=fold_name(post.author_name) if post.author_name else None,
        label=post.parent_label,
        native_id=post.native_id,
        native_parent_id=post.native_parent_id,
        text=post.text,
    )


def _paragraphs(data: bytes, name: str) -> list[Found]:
    """Take each paragraph as a post without author or parent; of HTML, those of its plain text."""
    try:
        html = choose(data, name)[0].name == "html"
        page = TextPage(plain_text(decode_html(data).html) if html else decode(data).text)
    except ValueError:
        return []
    lines = page.lines
    return [
        Found(text="\n".join(line.text for line in lines[p.first : p.last + 1]))
        for p in page.paragraphs
    ]


def load_floors(path: Path) -> Floors:
    """Read floors: rendering, then group (`overall`, `mean`, a family or page), then figure."""
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputRefused(str(path), f"cannot be read as JSON: {error}") from error
    try:
        named = [pair for groups in floors.values() for g in groups.values() for pair in g.items()]
    except AttributeError as error:
        raise UsageError(
            str(path), "not of the form rendering: group: figure: number", "See docs/evaluate.md."
        ) from error
    for name, value in named:
        if name not in FIGURES or not isinstance(value, int | float):
            known = ", ".join(FIGURES)
            raise UsageError(str(path), f"{name!r}: {value!r} is no floor", f"Known: {known}.")
    return floors


def below(result: Mapping[str, Any], floors: Floors) -> list[Failure]:
    """Give the figures that are below their floors; for `invented` the floor is a ceiling."""
    failures: list[Failure] = []
    for rendering, groups in floors.items():
        measured = result["renderings"].get(rendering, {})
        named = {"overall": measured.get("overall"), "mean": measured.get("mean")}
        for group, wanted in groups.items():
            have: Figures = (named | measured.get("groups", {})).get(group) or {}
            for figure, floor in wanted.items():
                value = have.get(figure)
                good = value is not None and (
                    value <= floor if figure in CEILINGS else value >= floor
                )
                if not good:
                    failures.append(
                        Failure(
                            rendering=rendering, group=group, figure=figure, value=value,
                            floor=floor,
                        )
                    )  # fmt: skip
    return failures
