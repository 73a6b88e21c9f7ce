"""Pages that are cut off, or lost some lines, are read all the same: no layout counts on a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from threadgraph.readers.pages.text import READER
from threadgraph.records import Page

CASES = Path(__file__).parents[1] / "cases"
LAYOUTS = sorted(path for path in CASES.iterdir() if path.is_dir())


def cut(lines: list[str]) -> Iterator[list[str]]:
    """Give the beginnings and ends of a page, it without some lines, and with each twice."""
    for part in range(1, 8):
        place = part * len(lines) // 8
        yield lines[:place]
        yield lines[place:]
    for step in (2, 3, 5):
        yield [line for number, line in enumerate(lines) if number % step]
    yield [line for line in lines for _ in range(2)]


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda path: path.name)
def test_what_is_left_of_a_page_is_read(
    folder: Path, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, kept in enumerate(cut(lines)):
            data = "\n".join(kept).encode()
            try:
                page = READER.read(data)
            except ValueError as error:  # as a reader refuses what is no text
                pytest.fail(f"{path.name}, cut {number}: {error}")
            obeys_contract(data, page)


@pytest.mark.parametrize(
    "text",
    [
        "Ann\n\n5\n\nMessages\n",  # a counter's label that ends the page
        (
            "Posts: 12\nThreads: 2\nJoined: May 2020\n\n#1\n\n05-03-2020, 10:00 AM\n\nHello.\n\n"
            "Ann\nPosts: 12\nThreads: 2\nJoined: May 2020\n\n#2\n\n05-04-2020, 10:00 AM\n\nYes.\n"
        ),
        "  * 3 May 2020 at 10:00\n    *\n\n  * 4 May 2020 at 11:00\n    *\n",
        (  # a card begun twice
            "Posted by Helen\n12 posts\n12 posts\nPosted by Tom\nPosted by Tom\n1 post\n1 post"
        ),
        "- Beiträge: 6\n- Registriert: 2009-02-11\n- Beiträge: 17\n- Registriert: 2010-01-09",
        "Inserita: (modificato)\nInserito:\nMessaggi consigliati",  # the heading below the posts
        (
            "View all comments\nAnn\n\nAugust 19. 2010 05:06\n\nDora\n\n"
            "I can bring two hammers and a cake.\n\nDora\n\nAdd comment"
        ),
        (  # a header begun twice
            "[[–]](javascript:void\\(0\\))[bob](https://old.reddit.com/user/bob)\n"
            * 2
            + "11 points 3 years ago [(2 children)](javascript:void\\(0\\))\nEven for no wind?\n"
            "[[–]](javascript:void\\(0\\))[ann](https://old.reddit.com/user/ann)\n"
            "5 points 3 years ago [(0 children)](javascript:void\\(0\\))\nWe bring a ladder."
        ),
        "Reaction score\n    1 year ago",
        (
            "Open this post in threaded view\nReply\nOpen this post in threaded view\nKites\n"
            "Open this post in threaded view\nOpen this post in threaded view\nAsk the gulls."
        ),
        (
            "The Mill\nThe Mill\nComments 4\nProfile picture for user Ann\n"
            "Profile picture for user Ann\nAnn\nIn reply to At last! by Ann"
        ),
        (
            "cem profile image\nThe bridge opens on Monday.\nann profile image\n"
            "Collapse Expand\nbob profile image\nAt last! The plans are out."
        ),
        (  # a link that does not end above the next picture
            "• Bo 5 May 2019\nYes.\n• Ann 3 May 2019\nSee [this](https://a.example/?u=8\n"
            '![](/a.png) [March\nwillow")\n• Cy 4 May 2019\nNo.\n'
        ),
        (  # one name above two dates
            "  * Ann\n    2019.05.03. 10:05 신고\n    2019.05.03. 11:30 신고\n"
            "  * Bob\n    It leaks.\n    2019.05.04. 08:12 신고"
        ),
        (  # pictures in the place of texts
            "![Ann](/a/1/50.jpg)\nAnn 5pts\nand people wonder why the bread is better there.\n"
            "![Bob](/a/2/50.jpg)\nBob 5pts\n![Bob](/a/2/50.jpg)\nBob 5pts\nPrinted at the lock."
        ),
        (
            "Ann\n发布于 2016-05-03 10:05:11 回复该评论\n* Bob\n"
            "发布于 2016-05-03 11:30:40 回复该评论\n* Well."
        ),
        "发布于 2016-05-03 10:05:11 回复该评论\n发布于 2016-05-03 11:30:40 回复该评论\nWell.",
        (
            "[Kites] Who has my hat?\n\n2005-08-18 Thread Ann Lee\nKites mailing list\n"
            "Re: [Kites] Knots\n\n"
            "2005-08-18 Thread Karl Vogel\n\n2005-08-18 Thread Karl Vogel\nThe one of the sailors."
        ),
        (  # phrases for names below the texts, where answers nest
            "asked 3 May '19, 10:02\nLinseed, two coats, and again in spring.\n"
            "answered 3 May '19, 12:10\ngravat](ar for bo77\n"
            "Posted by Cem Kaya  on  March 14, 2008  at  09:12 AM\nThank you.\n"
            "Posted by Dora  on  March 15, 2008  at  09:13 AM"
        ),
        "1,029\nMine have stopped eating. What else is there?\n\xa0\nReaction score\n\xa0\n13",
    ],
)
def test_pages_that_once_ended_too_early(
    text: str, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    obeys_contract(text.encode(), READER.read(text.encode()))
