"""Measure how HTML is read whose system nobody knows: gold pages with other classes and ids.

    python benchmarks/renamed.py GOLD                 # folders with a gold.jsonl
    python benchmarks/renamed.py GOLD --keep FOLDER   # keeps the pages, to look at them

Tree, texts and links of a page stay; scripts, comments of the source, `data-` attributes and the
vocabularies of search engines go. `words` replaces what classes and ids say by other words of the
same meaning ("comment-author" -> "opinion-writer") and what names a system by nothing known;
`letters` replaces all of it by letters that mean nothing, as builders of style sheets do. The form
of the gold is told in docs/evaluate.md.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from threadgraph.commands.evaluate import EvaluateOptions, evaluate
from threadgraph.readers._charset import decode_html

_WORDS = {
    "answer": "response", "author": "writer", "avatar": "face", "body": "words",
    "bbwrapper": "inner", "children": "nested", "comment": "opinion", "commentaire": "opinion",
    "content": "words", "cooked": "inner", "crawler": "bot", "date": "when", "depth": "lvl",
    "discussion": "talk", "dsq": "zzq", "js": "zq", "message": "entry", "meta": "facts",
    "parent": "upper", "post": "entry", "question": "ask", "replies": "answers", "reply": "answer",
    "thread": "talk", "time": "when", "topic": "talk", "user": "member", "username": "nick",
    "vcard": "card", "wp": "zz", "wpd": "zzd", "wpdiscuz": "zzdisc", "xf": "zz",
}  # fmt: skip
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)), re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z_-]+")
_TAG = re.compile(r"<(?!meta\b)[a-z][^<>]*>", re.IGNORECASE)
_GONE = re.compile(r"<script\b.*?</script>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_NAMES = re.compile(r"""(\s(?:class|id|for|name)\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_PLACE = re.compile(r"""(href\s*=\s*["'][^"'#]*#)([^"']*)""", re.IGNORECASE)
_TOLD = re.compile(
    r"""\s(?:itemprop|itemscope|itemtype|typeof|property|vocab|about|rel|data-[\w-]+)"""
    r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?(?=[\s>/])""",
    re.IGNORECASE,
)


def words(name: str) -> str:
    """Give a name in other words of the same meaning."""
    return _WORD.sub(lambda match: _WORDS[match[0].lower()], name)


def letters(name: str) -> str:
    """Give a name without meaning, the same each time; its numbers stay."""
    return _LETTERS.sub(lambda match: "x" + _meaningless(match[0].lower()), name)


def _meaningless(word: str) -> str:
    digest = hashlib.sha256(word.encode()).hexdigest()[:6]
    return digest.translate(str.maketrans("0123456789", "ghijklmnop"))


def renamed(html: str, rename: Callable[[str], str]) -> str:
    """Give the page with other classes and ids, and the links to these."""

    def named(match: re.Match[str]) -> str:
        quote, value = match[2][0], match[2][1:-1]
        field = match[1].strip().lower().startswith("name") and not any(map(str.isdigit, value))
        return (
            match[0] if field else match[1] + quote + " ".join(map(rename, value.split())) + quote
        )

    def tag(match: re.Match[str]) -> str:
        told = _TOLD.sub("", _NAMES.sub(named, match[0]))
        return _PLACE.sub(lambda place: place[1] + rename(place[2]), told)

    return _TAG.sub(tag, _GONE.sub("", html))


def measure(gold: Path, place: Path, rename: Callable[[str], str]) -> dict[str, dict[str, float]]:
    """Write the pages and give the figures: `overall`, `mean` and those of each family."""
    for source in sorted(gold.glob("*/page.html")):
        target = place / source.parent.name
        target.mkdir(parents=True, exist_ok=True)
        page = decode_html(source.read_bytes())
        html = re.sub(r"(?i)(<meta[^>]*charset=[\"']?)[\w-]+", r"\1utf-8", page.html)
        (target / "page.html").write_text(renamed(html, rename), encoding="utf-8")
        shutil.copy(source.with_name("gold.jsonl"), target / "gold.jsonl")
    told = evaluate(place, EvaluateOptions(renderings=("html",)))["renderings"]["html"]
    return {"overall": told["overall"], "mean": told["mean"], **told["groups"]}


def main() -> None:
    """Print a table for each way of renaming."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="threadgraph-") as temporary:
        for rename in (words, letters):
            place = (options.keep or Path(temporary)) / rename.__name__
            print(f"{rename.__name__:16} {'pages':>6} {'P':>6} {'R':>6} {'F1':>6} {'author P':>9}")
            for family, row in measure(options.gold, place, rename).items():
                told = [100 * (row[name] or 0) for name in ("precision", "recall", "f1")]
                names = 100 * (row["author_precision"] or 0)
                shown = " ".join(f"{figure:6.1f}" for figure in told)
                print(f"{family:16} {row['pages']:6.0f} {shown} {names:9.1f}")


if __name__ == "__main__":
    main()
