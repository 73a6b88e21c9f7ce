"""Rows of unknown systems in the posts of others: answers, but no quotations."""

from __future__ import annotations

import pytest

from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._unknown.blocks import groups_of
from threadgraph.markup._unknown.rows import Row, inside, row_of

OUTER = '<div class="review"><b>Ann</b> It sings whenever it boils, {n} times.{inner}</div>'
INNER = '<{tag}><div class="shop">Thank you for all that you told us.</div></{tag}>'


@pytest.mark.parametrize("tag", ["section", "blockquote"])
def test_rows_in_posts_are_no_quotations(tag: str) -> None:
    inner = INNER.format(tag=tag)
    html = "<body>" + "".join(OUTER.format(n=n, inner=inner) for n in range(4)) + "</body>"
    body = HtmlPage(html, html.encode()).tree.body
    assert body is not None
    blocks, groups = groups_of(body)
    by_name: dict[str, Row] = {}
    for group in groups:
        row = row_of(blocks, group)
        if row is not None and blocks[group[0]].names:
            by_name[blocks[group[0]].names[0]] = row
    assert inside(blocks, by_name["shop"], by_name["review"]) is (tag == "section")
    assert not inside(blocks, by_name["review"], by_name["shop"])
