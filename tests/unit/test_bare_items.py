"""An item at the place of posts is a post, even where its header was dropped."""

from __future__ import annotations

from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts.generic import LAYOUT

PAGE = """Which mill still grinds by water?

8 replies
Which of them still grind, and who of you has one? I am making a list for the winter.

  • Profile picture of the author hedda
    Ours does, from October to May.

    In summer the river is too low for it.
    • Profile picture of the author milo
      Ours stands still since the flood.
    • The one at the bridge was sold to somebody from the town last year.
  • Profile picture of the author orla
    We have two of them, one for rye:

      • the small one
      • the upper one which nobody but me can start
  • I have only seen them on postcards, and would like to visit one.
  • Profile picture of the author petra
    Come by on Sunday, we open at ten.
"""


def test_items_without_headers_are_posts_without_names() -> None:
    parse = LAYOUT.parse(TextPage(PAGE))
    assert parse is not None
    authors = [record.author for record in parse.records]
    assert authors == ["hedda", "milo", None, "orla", None, "petra"]
    assert [record.depth for record in parse.records] == [0, 1, 1, 0, 0, 0]
    texts = [PAGE[record.body[0].start : record.body[-1].end] for record in parse.records]
    assert texts[2] == "The one at the bridge was sold to somebody from the town last year."
    assert texts[3].endswith("nobody but me can start")
    assert texts[4] == "I have only seen them on postcards, and would like to visit one."
