"""Measure what threadgraph finds in pages against gold, beside a baseline, and against floors."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import polars as pl

from threadgraph.commands._figures import CEILINGS, FIGURES, Figures, figures, mean, weighed
from threadgraph.commands._gold import RENDERINGS, GoldPage, load_gold
from threadgraph.commands._scoring import Counts, Found, score_page
from threadgraph.errors import InputRefused, UsageError
from threadgraph.layouts._page import TextPage
from threadgraph.link.identify import document_id
from threadgraph.link.raw import Document
from threadgraph.pipeline import link_documents, read_document
from threadgraph.source import Refusal
from threadgraph.text import decode

__all__ = ["WEIGHTS", "EvaluateOptions", "Failure", "below", "evaluate", "find", "load_floors"]

WEIGHTS = {"hn": 0.1}
"""Families that are many posts of one site count less in the overall figures."""

Floors = Mapping[str, Mapping[str, Mapping[str, float]]]
BATCH = 50


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
    for start in range(0, len(pages), BATCH):
        batch = pages[start : start + BATCH]
        data = [page.file.read_bytes() for page in batch]
        for page, content, found in zip(batch, data, find(data, batch), strict=True):
            sums.add(page, score_page(page.true, found))
            baseline.add(page, score_page(page.true, _paragraphs(content)))
    return _told(sums, options) | {"baseline": _told(baseline, options)}


def _told(sums: _Sums, options: EvaluateOptions) -> dict[str, Any]:
    groups = sums.families if options.by == "family" else sums.pages
    return {
        "overall": weighed(sums.families, options.weights),
        "mean": mean(figures(counts) for counts in sums.families.values()),
        "groups": {name: figures(groups[name]) for name in sorted(groups)},
    }


def find(data: Sequence[bytes], pages: Sequence[GoldPage]) -> list[list[Found]]:
    """Give the posts that threadgraph finds in each page; a refused page has none."""
    documents: dict[int, Document] = {}
    for number, (content, page) in enumerate(zip(data, pages, strict=True)):
        try:
            documents[number] = read_document(content, str(number), page.file.name)
        except Refusal:
            continue
    if not documents:
        return [[] for _ in pages]
    posts = link_documents(list(documents.values()))["posts"].filter(pl.col("role") != "article")
    columns = posts.select("document_id", "post_id", "parent_id", "text", "author_name", "status")
    by_document = columns.partition_by("document_id", as_dict=True)
    return [
        _found(by_document[key].rows()) if (key := (document_id(str(n)),)) in by_document else []
        for n in range(len(pages))
    ]


def _found(rows: list[tuple[Any, ...]]) -> list[Found]:
    """Number the posts; the parent of an answer to a placeholder is what that one answers."""
    parents = {post: parent for _, post, parent, *_ in rows}
    real = [row for row in rows if row[5] != "missing"]
    places = {row[1]: place for place, row in enumerate(real)}
    found: list[Found] = []
    for _, _, parent, text, author, _ in real:
        shown = parent
        while shown is not None and shown not in places:
            shown = parents.get(shown)
        place = None if shown is None else places[shown]
        found.append(Found(text=text or "", author=author, parent=place))
    return found


def _paragraphs(data: bytes) -> list[Found]:
    """Take each paragraph as a post without author or parent."""
    try:
        page = TextPage(decode(data).text)
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
        named = {f: v for r in floors.values() for g in r.values() for f, v in g.items()}
    except AttributeError as error:
        raise UsageError(
            str(path), "not of the form rendering: group: figure: number", "See docs/evaluate.md."
        ) from error
    for name, value in named.items():
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
