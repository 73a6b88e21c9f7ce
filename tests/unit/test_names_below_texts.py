"""Headers that were read above texts are put below them where the page shows that they stand so."""

from __future__ import annotations

from threadgraph.layouts._base import Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text.outline import rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.feet import with_feet

TEXTS = ("It boils over each time.", "Is the lid bent?", "I say so, too.", "Thanks a lot!")
NAMES = ("Ann Lee", "bob7", "Cem", "Dora K.")


def read(page: TextPage, first: int) -> Parse:
    """Take each row with "·" for a header above a text, from the nth one on."""
    table = page.once(rows)
    places = [n for n, row in enumerate(table) if " · " in row.text][first:]
    heads = [Head(first=n, last=n, author=table[n].text.partition(" · ")[0]) for n in places]
    return parse_heads(page, table, heads, len(table), serves)


def told(page: TextPage, parse: Parse) -> list[tuple[str | None, str]]:
    return [
        (r.author, page.text[r.body[0].start : r.body[-1].end] if r.body else "")
        for r in parse.records
    ]


def test_a_first_text_without_header_and_a_last_header_without_text_tell() -> None:
    pairs = zip(TEXTS, NAMES, strict=True)
    posts = "\n\n".join(f"{text}\n\n{name} · Kent" for text, name in pairs)
    page = TextPage(f"The kettle\n\n4 comments\n\n{posts}\n\nMost read\n")

    parse = with_feet(page, read(page, 0), weak=True)

    assert told(page, parse) == [*zip(NAMES, TEXTS, strict=True)]


def test_headers_above_texts_stay() -> None:
    pairs = zip(NAMES, TEXTS, strict=True)
    posts = "\n\n".join(f"{name} · Kent\n\n{text}" for name, text in pairs)
    page = TextPage(f"The kettle\n\n4 comments\n\n{posts}\n\nMost read\n")
    parse = read(page, 0)

    assert with_feet(page, parse, weak=True) is parse


def test_a_last_text_that_is_lost_tells_nothing_below_a_heading() -> None:
    pairs = zip(NAMES, [*TEXTS[:-1], ""], strict=True)
    posts = "\n\n".join(f"{name} · Kent\n\n{text}" for name, text in pairs)
    page = TextPage(f"The kettle\n\n4 comments\n\n{posts}\n")
    parse = read(page, 0)

    assert with_feet(page, parse, weak=True) is parse
