"""The same page as HTML and as text gives the same posts and ids, where the same survives.

Measured over the development pages, where they are: of the posts that both readers could give (the
whole text and the name stand in the rendering), the share whose id is the same. A page whose
rendering no layout reads counts with nought. The floors may only rise.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from threadgraph.ids import count_equals, hashed_id
from threadgraph.readers import readers
from threadgraph.records import Page
from threadgraph.text import fold_name

PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "goldpages"
FLOORS = {"resiliparse_full": 0.955, "inscriptis": 0.955, "html2text": 0.935, "dclm": 0.72}


def folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def ids(page: Page) -> Iterator[tuple[str, str, str]]:
    """Give for each post its id under one key, its name and its text, folded."""
    posts = [post for post in page.posts if post.role != "article"]
    keys = [(fold_name(post.author_name or ""), folded(post.text)) for post in posts]
    for (name, text), number in zip(keys, count_equals(keys), strict=True):
        yield hashed_id("p", "page", name, text, number), name, text


@pytest.mark.skipif(not PAGES.is_dir(), reason="the development pages are not here")
@pytest.mark.parametrize("rendering", FLOORS)
def test_posts_of_html_are_those_of_its_rendering(rendering: str) -> None:
    html, text = readers()["html"], readers()["text"]
    same = possible = 0
    for folder in sorted(PAGES.iterdir()):
        file = folder / f"{rendering}.txt"
        if not file.exists():
            continue
        data = file.read_bytes()
        whole = folded(data.decode("utf-8", "replace"))
        found = {post for post, _, _ in ids(text.read(data))}
        for post, name, words in ids(html.read((folder / "page.html").read_bytes())):
            if words and words in whole and folded(name) in whole:
                possible += 1
                same += post in found
    share = same / max(1, possible)
    print(f"{rendering}: {same} of {possible} posts are the same ({share:.3f})")  # noqa: T201
    assert possible > 0
    assert share >= FLOORS[rendering]
