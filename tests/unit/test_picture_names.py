"""The text of a picture is cut from names only where something tells it."""

from __future__ import annotations

import pytest

from threadgraph.layouts._base import Record
from threadgraph.layouts._verdict.no_names import without_labels
from threadgraph.layouts._verdict.pictures import once, without_picture, without_pictures


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Avatar photo Ann Lee", "Ann Lee"),
        ("Avatar photoann", "ann"),
        ("Avatar of Dee Dee", "Dee"),  # where the name stands twice, once is the picture's
        ("Martha Holt's avatarMartha Holt", "Martha Holt"),
        ("Ann Lee 3 Ann Lee", "Ann Lee"),
        ("Avatarist", "Avatarist"),
        ("Dee Dee", "Dee Dee"),
        ("JoJo", "JoJo"),
    ],
)
def test_the_text_of_a_picture_is_cut(shown: str, name: str) -> None:
    assert without_picture(shown) == name


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (["Avatarann", "AvatarBob"], ["ann", "Bob"]),
        (["Gravatarann", "GravatarBob", "Gravatarann"], ["ann", "Bob", "ann"]),
        (["AvatarBob"], ["Bob"]),
        (["Avatarann", "Bob"], ["Avatarann", "Bob"]),
        (["Avatars"], ["Avatars"]),
    ],
)
def test_glued_pictures_are_cut_where_all_names_have_them(
    shown: list[str], names: list[str]
) -> None:
    assert without_pictures(shown) == names


@pytest.mark.parametrize(
    ("names", "headers", "expected"),
    [
        (["AnnAnn", "BobBob"], ["", ""], ["Ann", "Bob"]),
        (["BrunoBruno"], [""], ["Bruno"]),
        (["JoJo"], [""], ["JoJo"]),
        (["Dee Dee", "Bob", "Cem"], ["Dee Dee", "Bob", "Cem"], ["Dee Dee", "Bob", "Cem"]),
        # the layout cut two of them already
        (["Dee Dee", "Bob", "Cem"], ["Dee Dee", "Bob Bob", "Cem Cem"], ["Dee", "Bob", "Cem"]),
        # "GG" stands twice in its header: it is whole
        (["GG", "Bob Bob", "Cem Cem"], ["GG GG", "Bob Bob", "Cem Cem"], ["GG", "Bob", "Cem"]),
    ],
)
def test_names_that_stand_twice_are_given_once(
    names: list[str], headers: list[str], expected: list[str]
) -> None:
    assert once(names, headers) == expected


@pytest.mark.parametrize(
    ("name", "author", "date"),
    [
        ("Posted April 18, 2012 | Permalink", None, "April 18, 2012"),
        ("▲ 15 ▼", None, None),
        ("JanDe12", "JanDe12", None),
        ("203.0.113.9", "203.0.113.9", None),
    ],
)
def test_dates_and_votes_are_no_names(name: str, author: str | None, date: str | None) -> None:
    record = Record(body=(), author=name, author_state="named")

    found = without_labels((record,))[0]

    assert (found.author, found.date) == (author, date)
