"""A page that a browser saved is read as it was: its links say the whole address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from threadgraph.readers.pages.html import READER
from threadgraph.records import RawPost

CASES = Path(__file__).with_name("cases")
ADDRESS = "https://saved.example/dir/page.html"
BY_PLACE = {
    "answered_at_a_time",
    "answered_posts_of_a_table",
    "menus_longer_than_texts",
    "words_before_names_by_place",
}
"""Cases of unknown markup in which links to the page's own places alone tell controls."""
PAGES = [path for path in sorted(CASES.glob("*/*.html")) if path.stem not in BY_PLACE]
_HREF = re.compile(r'(?<=\shref=")[^"]*')


def saved(html: str) -> str:
    """Write each link as browsers do when they save a page."""
    own = re.search(r'<(?:link[^>]+rel="canonical"[^>]+|base[^>]+)href="(http[^"]+)"', html)
    base = own[1] if own else ADDRESS
    return _HREF.sub(lambda href: f"{base}#" if href[0] == "#" else urljoin(base, href[0]), html)


def told(post: RawPost) -> tuple[object, ...]:
    return (
        post.author_name,
        post.author_state,
        post.text,
        post.depth,
        post.parent_label,
        post.native_id,
        post.native_parent_id,
        post.created_at,
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_whole_addresses_change_no_post(path: Path) -> None:
    html = path.read_bytes().decode("utf-8", "replace")
    posts = [told(post) for post in READER.read(html.encode()).posts]
    assert [told(post) for post in READER.read(saved(html).encode()).posts] == posts
