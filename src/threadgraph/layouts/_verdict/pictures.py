"""Take the text of a picture away from a name: "Avatar for Ann", "Ann's avatar Ann", "AnnAnn"."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["once", "without_picture", "without_pictures"]

MIN_DIFFERENT, ALL_DIFFERENT = 3, 2
"""Different names that stand twice among others, and where all of a page do."""

MOSTLY = 0.7

MIN_TWIN = 5
"""Letters from which on no name is a word twice: "LenaHillLenaHill", but "JoJo"."""

# "avatar Ann", "Avatar for Ann", "Avatar photo Ann", "e-mail ~ann", "Picture of Ann", "Said Ann",
# "Posted by: Ann"
_ICON = re.compile(
    r"^(?:(?:(?:gr)?avatar|profile (?:photo|picture|image)|profilbild|photo|picture|image|foto|"
    r"imagen|immagine|аватар)\s+(?:for user|for|of|by|für|von|pour|de|para|per|di|van|voor|för|av|"
    r"til|do)\s+(?=\S)|"
    r"(?:gr)?avatar (?:photo|picture|image)\s*(?=\S)|"
    r"(?:e-?mail|(?:gr)?avatar|website|homepage|www|icon|user|аватар)\s+(?=\S)|"
    r"(?:posted by|written by|submitted by|verfasst von|geschrieben von|said)\s?:?\s+(?=\S))",
    re.IGNORECASE,
)
# "ann kullanıcısının avatarıannSenior Member12 posts", "Ann's profile pictureAnn": the text of the
# picture, then the name, to which the rest is glued
_PICTURED = re.compile(
    r"^(?P<name>\S.{0,38})(?:['’]s)?\s(?:\S{1,16}\s){0,3}(?:avatar|profile picture|picture|photo|"
    r"profilbild|bild|foto|imagen?|immagine)[^\W\d_]{0,3}\s?(?P=name)",
    re.IGNORECASE,
)
# "Avatarann", "GravatarAnn": where all names of a page begin so
_GLUED = re.compile(r"(?:gr)?avatar(?=\S)", re.IGNORECASE)
# "Ann Ann", "AnnAnn", "Ann 3 Ann": with the post's number between
_TWICE = re.compile(r"(?P<name>\S.{0,58}?)(?:\s\d{1,4}\s|\s?)(?P=name)")


def without_picture(name: str) -> str:
    """Take the words of an icon or a picture away that stand before a name."""
    if pictured := _PICTURED.match(name):
        return pictured["name"]
    rest = _ICON.sub("", name)
    after = _once(rest)
    if len(after) >= MIN_TWIN and after[0].isupper() and len(rest) == 2 * len(after):
        return after
    return rest if rest == name or " " not in rest else after


def without_pictures(names: Sequence[str]) -> list[str]:
    """Take the text of pictures away to which all names are glued: "AvatarAnn", "Avatarbob"."""
    told = {name for name in names if name}
    if len(told) < ALL_DIFFERENT or not all(map(_GLUED.match, told)):
        return list(names)
    return [_GLUED.sub("", name, count=1) for name in names]


def once(names: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Give once what stands twice on most of a page: the text of the picture and the name.

    `shown` are the headers as the page prints them: a layout may have cut some of the names.
    """
    found = list(map(_once, names))
    told = [place for place, name in enumerate(names) if name]
    twice = {
        place
        for place in told
        if found[place] != names[place] or _shows_twice(names[place], shown[place])
    }
    cut = {found[place] for place in twice}
    most = len(cut) >= ALL_DIFFERENT and len(twice) >= MOSTLY * len(told)
    return found if most or len(cut) >= MIN_DIFFERENT else list(names)


def _shows_twice(name: str, header: str) -> bool:
    return f"{name} {name}" in header or name + name in header


def _once(name: str) -> str:
    twice = _TWICE.fullmatch(name)
    return twice["name"] if twice else name
