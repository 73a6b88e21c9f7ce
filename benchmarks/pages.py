"""Make pages of text for benchmarks by varying the cases of `tests/cases`.

A case is a page of a few short posts. A page of the benchmark has its form: the lines that open,
close and part posts are the case's, its posts come several times, and names, dates and all that
people wrote are new. Sizes follow the seeds: some twenty posts a page, comments of 150 characters
in the middle and 300 on average. Same number, same page.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from threadgraph.readers.pages.text import READER
from threadgraph.records import Page

__all__ = [
    "CASES", "COMMENT", "Form", "draw_size", "forms", "make_page", "write_pages", "write_text",
]  # fmt: skip

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
WORDS = Path(__file__).with_name("words.csv")

POSTS = (15, 0.9, 3, 400)
"""Posts a page: median, sigma of the logarithm, least, most."""

COMMENT = (150, 1.1, 15, 6000)
"""Characters of a comment: the same figures; the seeds have a median of 147."""

ARTICLE = (1800, 0.7, 200, 12000)
SENTENCE = (75, 0.5, 15, 300)
NAMED = 0.01
"""Share of words that are names of persons, organisations or places: one in 600 characters. The
seeds, which are about politics, have ten times as many; other pages have fewer."""

ADDRESSED, LINKED = 0.08, 0.05
"""Shares of comments that address a participant, and that have a link."""

_SYLLABLES = (
    "an be cor da el fi gra ho is jo ka lem mo na or pe qui ro sta tu ul ver wi xa yo ze".split()
)
_PLACES = (
    "London", "Berlin", "China", "France", "the White House", "Paris", "Ukraine", "NATO", "Putin",
    "the United Nations", "Google", "Israel", "Canada", "Russia", "the Pentagon", "Japan",
)  # fmt: skip
_KEPT = re.compile(r"^[•*>+\-\d]|^.{0,11}$")
# "11-12-22 13:13", "March 5, 2020 at 9:12 am": each number of a date
_POST_NUMBER = re.compile(r"(?<=#)\d{1,4}(?!\S)|(?<!\S)\d{1,4}$", re.MULTILINE)
_NUMBER = re.compile(r"(?<=:)\d\d|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A case cut up: pieces before, within and after its posts, as (kind, text).

    `numbered` is the number of the first post where all posts show theirs.
    """

    layout: str
    case: str
    names: tuple[str, ...]
    dates: tuple[str, ...]
    numbered: int | None
    front: tuple[tuple[str, str], ...]
    block: tuple[tuple[str, str], ...]
    back: tuple[tuple[str, str], ...]
    posts: int


def forms(layouts: Sequence[str] = ()) -> list[Form]:
    """Give the forms of all cases, or of those of some layouts; empty cases are left out."""
    found: list[Form] = []
    for path in sorted(CASES.glob("*/*.txt")):
        data = path.read_bytes()
        if len(data) > 100 and (not layouts or path.parent.name in layouts):  # noqa: PLR2004
            found.append(_form(path, data, READER.read(data)))
    return found


def _form(path: Path, data: bytes, page: Page) -> Form:
    posts = [post for post in page.posts if post.role != "article"]
    own = {post.position for post in posts}
    pieces = [
        (span.kind, data[span.span_start : span.span_end].decode(), span.position in own)
        for span in page.spans
    ]
    inside = [n for n, piece in enumerate(pieces) if piece[2]] or [len(pieces)]
    first, last = inside[0], inside[-1] + 1
    plain = [(kind, text) for kind, text, _ in pieces]
    # the mark, the indent and the blank lines before the first post stand before each
    while first and first < len(plain) and plain[first - 1][0] == "chrome":
        first -= 1
        if plain[first][1].strip():
            break
    return Form(
        layout=path.parent.name,
        case=path.stem,
        names=tuple(sorted({p.author_name for p in posts if p.author_name}, key=len, reverse=True)),
        dates=tuple(sorted({p.created_text for p in posts if p.created_text})),
        front=tuple(plain[:first]),
        block=tuple(plain[first:last]),
        back=tuple(plain[last:]),
        posts=len(posts),
        numbered=_first_number(plain[first:last], len(posts)),
    )


def _first_number(pieces: Sequence[tuple[str, str]], posts: int) -> int | None:
    """Give the number that the first post shows, if as many numbers follow each other in order."""
    shown = [
        int(match[0])
        for kind, text in pieces
        if kind in ("header", "chrome")
        for match in _POST_NUMBER.finditer(text)
    ]
    for first in sorted(set(shown)):
        wanted = first
        for number in shown:
            wanted += number == wanted
        if posts > 1 and wanted - first >= posts:
            return first
    return None


class Writer:
    """Write like people: words by the frequency they have in the cases, and rare ones."""

    def __init__(self, form: Form, number: int) -> None:
        """Begin the page of that number."""
        self.random = random.Random(number)  # noqa: S311 - no secret
        likes = form.names or ("Ann Lee",)
        self.names = [self.name(likes[n % len(likes)]) for n in range(12 * len(likes))]

    def size(self, figures: tuple[float, float, int, int]) -> int:
        """Draw a size by its median, sigma, least and most."""
        return draw_size(self.random, figures)

    def name(self, like: str = "Ann Lee") -> str:
        """Make up a name of as many words as another, in small letters if it is."""
        words = [
            "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 3)))
            for _ in like.split()
        ]
        return " ".join(words if like.islower() else [word.capitalize() for word in words])

    def text(self, size: int) -> str:
        """Write sentences of about that many characters."""
        return write_text(self.random, size)

    def comment(self) -> str:
        """Write a comment, now and then with an address or a link."""
        text = self.text(self.size(COMMENT))
        if self.random.random() < ADDRESSED:
            name = self.random.choice(self.names)
            text = self.random.choice((f"{name}, {text}", f"@{name} {text}"))
        if self.random.random() < LINKED:
            text += f" See https://{self.random.choice(_WORDS)}.example/{self.random.random()}"
        return text

    def date(self, shown: str) -> str:
        """Change the numbers of a date, each within its kind."""
        return _NUMBER.sub(self._digits, shown)

    def _digits(self, match: re.Match[str]) -> str:
        old = match[0]
        if match.start() and match.string[match.start() - 1] == ":":
            return f"{self.random.randint(0, 59):02d}"
        if len(old) > 2:  # noqa: PLR2004 - a year, or more than a date has
            return str(self.random.randint(2005, 2024)) if len(old) == 4 else old  # noqa: PLR2004
        least, most = (1, 12) if int(old) <= 12 else (13, 28)  # noqa: PLR2004
        return str(self.random.randint(least, most)).zfill(len(old)) if int(old) <= most else old


def _vocabulary() -> tuple[list[str], list[float]]:
    """Give words with cumulated weights: those of `words.csv`, and 20,000 rare ones.

    The words are those of the cases and seeds at one time, kept: pages are compared with floors,
    and must not change with each new case.
    """
    with WORDS.open(encoding="utf-8", newline="") as file:
        said = {row["word"]: int(row["count"]) for row in csv.DictReader(file)}
    maker = random.Random(0)  # noqa: S311 - no secret
    common = sorted(said.items())
    rare = ["".join(maker.choices(_SYLLABLES, k=3)) for _ in range(20_000)]
    weights = [float(count) for _, count in common]
    weights += [sum(weights) * 0.1 / len(rare)] * len(rare)
    return [word for word, _ in common] + rare, list(accumulate(weights))


_WORDS, _WEIGHTS = _vocabulary()


def draw_size(draw: random.Random, figures: tuple[float, float, int, int]) -> int:
    """Draw a size by its median, sigma, least and most."""
    median, sigma, least, most = figures
    return max(least, min(most, int(median * draw.lognormvariate(0, sigma))))


def write_text(draw: random.Random, size: int) -> str:
    """Write sentences of about that many characters."""
    words = draw.choices(_WORDS, cum_weights=_WEIGHTS, k=max(3, size // 6))
    for place in range(len(words)):
        if draw.random() < NAMED:
            words[place] = draw.choice(_PLACES)
    sentences: list[str] = []
    begin = 0
    while begin < len(words):
        end = begin + max(3, draw_size(draw, SENTENCE) // 6)
        sentence = " ".join(words[begin:end])
        sentences.append(sentence[0].upper() + sentence[1:] + ".")
        begin = end
    return " ".join(sentences)


def make_page(form: Form, number: int) -> tuple[str, int]:
    """Give a page of the form, and how many posts it has."""
    writer = Writer(form, number)
    turns = max(1, round(writer.size(POSTS) / max(1, form.posts))) if form.posts else 1
    out = [_filled(writer, form, form.front, 0)]
    for turn in range(turns):
        block = _filled(writer, form, form.block, turn)
        out.append(block if block.endswith("\n") or turn == turns - 1 else block + "\n\n")
    out.append(_filled(writer, form, form.back, turns))
    return "".join(out), form.posts * turns


def _filled(writer: Writer, form: Form, pieces: Sequence[tuple[str, str]], turn: int) -> str:
    out: list[str] = []
    for kind, text in pieces:
        if kind in ("body", "article"):
            lines = text.split("\n")
            size = ARTICLE if kind == "article" else None
            out.append(
                "\n".join(line if _KEPT.match(line) else _line(writer, size) for line in lines)
            )
        else:
            out.append(_head(writer, form, text, turn))
    return "".join(out)


def _line(writer: Writer, size: tuple[float, float, int, int] | None) -> str:
    return writer.text(writer.size(size)) if size else writer.comment()


def _head(writer: Writer, form: Form, text: str, turn: int) -> str:
    """Give a header or chrome with other names and dates."""
    for date in form.dates:
        if date in text:
            text = text.replace(date, writer.date(date))
    for number, name in enumerate(form.names):
        if name in text:
            other = writer.names[(number + turn * len(form.names)) % len(writer.names)]
            text = text.replace(name, other)
    return _POST_NUMBER.sub(partial(_renumbered, form, turn), text)


def _renumbered(form: Form, turn: int, match: re.Match[str]) -> str:
    """Count the posts on where each shows its number."""
    number = int(match[0])
    if form.numbered is None or not 0 <= number - form.numbered < form.posts:
        return match[0]
    return str(number + turn * form.posts)


def write_pages(
    folder: Path, size: int, layouts: Sequence[str] = (), start: int = 0
) -> Iterator[tuple[Path, int]]:
    """Write pages of all forms in turn until they have `size` bytes; give path and posts."""
    folder.mkdir(parents=True, exist_ok=True)
    known = forms(layouts)
    done, number = 0, start
    while done < size:
        form = known[number % len(known)]
        text, posts = make_page(form, number)
        data = text.encode()
        path = folder / f"{number:06d}_{form.layout}.txt"
        path.write_bytes(data)
        done += len(data)
        number += 1
        yield path, posts
