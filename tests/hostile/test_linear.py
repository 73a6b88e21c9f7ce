"""Time is linear in the input: twice the input costs about twice the processor time.

Each page is made to hit one loop of the reader or the linker. The ratio of processor times is
taken, the best of two, on sizes where start-up does not count; a quadratic step gives 4.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import threadgraph
from threadgraph.errors import InputRefused

HEAD = "A Title Of Words\n\nThe article says this.\n\n\n"


def bullets(n: int) -> str:
    return HEAD + "".join(f"  • Name {i}\n\n    Text {i}.\n\n" for i in range(n))


def nested(n: int) -> str:
    deep = 60
    return HEAD + "".join(
        f"{'  ' * (i % deep + 1)}• Name {i}\n\n{'  ' * (i % deep + 2)}Text.\n\n" for i in range(n)
    )


def labels(n: int) -> str:
    return HEAD + "".join(
        f"Ann Lee\nReply to  Ann Lee\n03.05.2024 10:02\n\nText {i}.\n\n" for i in range(n)
    )


def jumps(n: int) -> str:
    return HEAD + "".join(
        f"{'  ' * (1 + 15 * (i % 2))}• Name {i}\n\n{'  ' * (2 + 15 * (i % 2))}Text.\n\n"
        for i in range(n)
    )


def mails(n: int) -> str:
    """Give mails of which each quotes the one before, which says the same as all others."""
    said = "The bridge was closed in May because its pillar had sunk."
    return "".join(
        f"From: Ann {i} <a@x.example>\nDate: 3 May 2021\n\nOn 3 May 2021, Ann {i - 1} wrote:\n"
        f"> {said}\n\n{said}\n\n"
        for i in range(n)
    )


def flairs(n: int) -> str:
    return "".join(
        f"[–]ann_{i} 2 points 3 years ago (0 children)\n\nYes.\n\n"
        f"[–]bob_{i}Crumb nerd 2 points3 points 3 years ago (0 children)\n\nNo.\n\n"
        for i in range(n)
    )


PAGES: dict[str, tuple[Callable[[int], str | bytes], int]] = {
    "one long line": (lambda n: "word " * n, 100_000),
    "one long word": (lambda n: HEAD + "x" * n, 500_000),
    "blank lines": (lambda n: HEAD + "\n" * n + "end", 50_000),
    "blanks": (lambda n: HEAD + " " * n + "end", 500_000),
    "short lines": (lambda n: HEAD + "ab\n" * n, 15_000),
    "short paragraphs": (lambda n: HEAD + "Ann Lee\n\n" * n, 7_500),
    "gaps": (lambda n: HEAD + "text here\n\n\n" * n, 7_500),
    "bullets": (bullets, 1_000),
    "nested bullets": (nested, 1_000),
    "jumps": (jumps, 500),
    "bare bullets": (lambda n: HEAD + "  •\n\n" * n, 7_500),
    "labels": (labels, 750),
    "mails": (mails, 500),
    "comments of answers": (lambda n: HEAD + "Yes – Ann Mar 3 '12 at 4:05\n" * n, 4_000),
    "cards of users": (
        lambda n: "1 Answer\n\nText | [link](/q/1)|answered Mar 4 at 4:02 [Ann](/users/1)  \n" * n,
        2_000,
    ),
    "badges": (lambda n: "2 Answers\n\n" + "7 золотых12 серебряных34" * n + "!", 5_000),
    "dates": (lambda n: HEAD + "03.05.2024 10:02\n\n" * n, 5_000),
    "counts": (lambda n: HEAD + "3 likes\n" * n, 15_000),
    "dates and controls": (lambda n: HEAD + "3 May 2020\n\nReply\n\n" * n, 4_000),
    "headings with a count": (lambda n: HEAD + "5 Comments\n\nSome text of it.\n\n" * n, 1_000),
    "names above lists": (
        lambda n: HEAD + "  • Hill Walker\n\n    I take:\n\n    • a stove\n\nYes.\n\n" * n,
        1_500,
    ),
    "names glued to flairs": (flairs, 1_500),
    "urls": (lambda n: HEAD + "http://x.org/a(b)) " * n, 15_000),
    "dots": (lambda n: HEAD + "a." * n, 50_000),
    "at signs": (lambda n: HEAD + "@a" * n, 25_000),
    "hash signs": (lambda n: HEAD + "#" * n, 50_000),
    "closing brackets": (lambda n: HEAD + "http://x.org/" + ")" * n, 50_000),
    "entities": (lambda n: HEAD + "NATO and Turkey. " * n, 5_000),
    "bytes that are no UTF-8": (lambda n: HEAD.encode() + b"caf\xe9 " * n, 15_000),
    "control characters": (lambda n: HEAD + "some text \x01 here " * n, 15_000),
}


def cost(page: str | bytes) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        try:
            threadgraph.parse(page)
        except InputRefused:
            pytest.fail("the page is text")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_costs_twice_the_time(name: str) -> None:
    make, size = PAGES[name]
    base = cost("Nothing.")
    ratios: list[float] = []
    for _ in range(3):  # another process may disturb a measurement, but hardly three
        once, twice = cost(make(size)) - base, cost(make(2 * size)) - base
        ratios.append(twice / max(once, 0.3))
        if ratios[-1] < 3:
            return
    pytest.fail(f"twice the page costs {ratios} times as much")
