"""Measure how often the cues of `link/infer.py` name the right parent, on pages with gold.

    python benchmarks/cues.py GOLD          # folders with a gold.jsonl, see docs/evaluate.md

The posts are the true ones, all their parents hidden; the article's author is whom threadgraph
finds in some rendering. Pages on which nobody answers anybody are left out: their systems cannot
show it. A candidate is right if it is the true parent, or one that is quoted; or if both hang on
one post at the page's greatest depth, where systems that nest no deeper put the answers.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from threadgraph.commands._gold import RENDERINGS, GoldPage, load_gold
from threadgraph.commands._scoring import Truth
from threadgraph.link._thread import Node
from threadgraph.link.infer import CONFIDENCE, cues
from threadgraph.pipeline import read_document
from threadgraph.text import fold_name


def main() -> None:
    """Print a line a cue: candidates, right ones, their share, the share in each family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    pages: dict[str, list[GoldPage]] = defaultdict(list)
    for page in load_gold(parser.parse_args().gold, RENDERINGS, Path()):
        pages[page.true.name].append(page)
    found: dict[str, dict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    for renderings in pages.values():
        for cue, right in _judged(renderings):
            found[cue][renderings[0].true.family][right] += 1
    for cue in CONFIDENCE:
        _show(cue, found[cue])


def _judged(renderings: list[GoldPage]) -> list[tuple[str, bool]]:
    truths = renderings[0].true.posts
    if all(truth.parent is None for truth in truths):
        return []
    depths = _depths(truths)
    deepest = max(depths)
    nodes = [
        Node(
            post_id=str(place),
            position=place,
            text=truth.text,
            author=fold_name(truth.author) if truth.author else None,
        )
        for place, truth in enumerate(truths)
    ]
    judged: list[tuple[str, bool]] = []
    for child, parent, name, _ in cues(nodes, _host(renderings)):
        place, wanted = nodes.index(child), nodes.index(parent)
        truth = truths[place]
        siblings = truths[wanted].parent == truth.parent and depths[place] == deepest > 0
        if truth.parent_source == "shown":
            judged.append((name, truth.parent == wanted or siblings))
        elif truth.parent_source == "quote":
            judged.append((name, wanted in truth.quotes))
    return judged


def _depths(truths: tuple[Truth, ...]) -> list[int]:
    depths: list[int] = []
    for truth in truths:
        depths.append(0 if truth.parent is None else depths[truth.parent] + 1)
    return depths


def _host(renderings: list[GoldPage]) -> str | None:
    for page in renderings:
        posts = read_document(page.file.read_bytes(), "page", page.file.name).page.posts
        if posts and posts[0].role == "article" and posts[0].author_name:
            return fold_name(posts[0].author_name)
    return None


def _show(cue: str, families: dict[str, Counter[bool]]) -> None:
    total: Counter[bool] = Counter()
    for counts in families.values():
        total.update(counts)
    shares = ", ".join(f"{name} {c[True]}/{c.total()}" for name, c in sorted(families.items()))
    share = f"{total[True] / total.total():.2f}" if total else "-"
    print(f"{cue:10} {total[True]:4} of {total.total():4} = {share}   ({shares})")


if __name__ == "__main__":
    main()
