"""Lines that say who wrote an article and when, and lines that only look so."""

from __future__ import annotations

import pytest

from threadgraph.layouts._text.article_byline import find_signature
from threadgraph.layouts._text.page import TextPage


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("12/06/2024 by Karin Moser 21 Comments", "Karin Moser", "12/06/2024"),
        ("by Jonas WeldonNovember 20, 2007", "Jonas Weldon", "November 20, 2007"),
        ("11.05.2012, 10:22 von mirovak", "mirovak", "11.05.2012, 10:22"),
        ("By Ann Lee on March 5, 2013 in News", "Ann Lee", "March 5, 2013"),
        (
            "By Dora Ell Oct. 25, 2010, 1:37pm PT 16 Comments",
            "Dora Ell",
            "Oct. 25, 2010, 1:37pm PT",
        ),
        ("By: AnnLee | December 16, 2025 | Categories: Tea", "AnnLee", "December 16, 2025"),
        ("by Ann | Mar 5, 2020 | News | 4 comments", "Ann", "Mar 5, 2020"),
        ("Veröffentlicht: 05.01.2020 | Autor: gnadel | 5 Kommentare", "gnadel", "05.01.2020"),
        ("Posted on March 5, 2013 by Ann Lee", "Ann Lee", "March 5, 2013"),
        ("5 mars 2013 par Ann", "Ann", "5 mars 2013"),
        ("von Die Mühle 31. Oktober 202331. Oktober 2023", "Die Mühle", "31. Oktober 2023"),
        ("December 10, 2021April 9, 2019 by Luke Bell", "Luke Bell", None),
        ("By Jeff Corn.  Last Updated on December 11, 2025", "Jeff Corn", None),
        ("Posted by Marc Reed at 10:19 PM", "Marc Reed", None),
        ("Written by Marissa Lind", "Marissa Lind", None),
        ("48 points by annlee 200 days ago | comments", "annlee", "200 days ago"),
        ("submitted 3 years ago by annlee", "annlee", "3 years ago"),
        (
            "Posted by ed on Friday January 12, 2024 @11:40AM from the no-strings dept.",
            "ed",
            "Friday January 12, 2024 @11:40AM",
        ),
        (
            "This entry was posted in Tea and tagged pots on May 3, 2011 by Ann. Bookmark it.",
            "Ann",
            "May 3, 2011",
        ),
        (
            "Dieser Eintrag wurde veröffentlicht in Tee am 11. Dezember 2012 von Mathis.",
            "Mathis",
            "11. Dezember 2012",
        ),
        ("By Ann Lee (Ohio, USA)", "Ann Lee", None),
        ("by Ann (guest) on March 5, 2013", "Ann", "March 5, 2013"),
        ("Posted on March 5, 2013", None, "March 5, 2013"),
        ("5 years ago", None, "5 years ago"),
        ("28 years ago", None, None),  # a title
        ("1914-09-05", None, None),  # the day of a match
        ("by Published on 02-18-2012 10:01", None, None),  # the name was dropped
        ("By Ann Lee Sun Staff", None, None),
        ("Posted by Picasa", None, None),
        ("Posted by Hello", None, None),
        ("8.Dezember 2010 um 09:43 · Rezepte von Mutti · 6 Kommentare", None, None),
        ("Por: Ana Bo, Berta Co, Carla Do", None, None),
        ("By the way, I did", None, None),
        ("By hand", None, None),
        ("Photo by Boris N., public domain.", None, None),
        ("Recently by Jonas Weldon", None, None),
        ("Lake of Darkness by Adam Rowe", None, None),
        ("Von Januar 2012 bis heute", None, None),
    ],
)
def test_a_line_near_the_title(line: str, author: str | None, date: str | None) -> None:
    found = find_signature(TextPage(line), [0], {0})
    assert (found.author, found.date) == (author, date)


TEXT = "A title\n\nThe first words of a text.\n\n{}\n\nMore words.\n\n{}\n"


@pytest.mark.parametrize(
    ("first", "second", "author"),
    [
        ("Posted by Ann at 10:15", "The end.", "Ann"),
        ("Posted by Ann at 10:15", "Posted by Ann at 10:15", "Ann"),
        ("Posted by Ann at 10:15", "Posted by Bob at 10:15", None),
        ("3 May 2020 by Ann", "4 May 2020 by Ann", None),  # a list of her articles
        ("Autorin: Ann", "The end.", None),  # of a book
        ("By Ann", "The end.", None),
    ],
)
def test_a_line_far_from_the_title(first: str, second: str, author: str | None) -> None:
    page = TextPage(TEXT.format(first, second))
    numbers = [number for number, line in enumerate(page.lines) if line.text]
    assert find_signature(page, numbers, ()).author == author


def test_dates_of_a_list_are_not_the_articles() -> None:
    page = TextPage("News\n\n3 May 2020\n\nRain.\n\n4 May 2020\n\nSun.\n")
    assert find_signature(page, [0, 2, 4, 6, 8], {2}).date is None
