"""Take the text of a picture away from a name: "Avatar for Ann", "Ann's avatar Ann", "AnnAnn"."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["once", "without_picture", "without_pictures"]

MIN_DIFFERENT, ALL_DIFFERENT = 3, 2
"""Different names that stand twice among others, and where all of a page do."""

MOSTLY = 0.7

MIN_TWIN = 5
"""Letters from which on a page's only name is no word twice: "BrunoBruno", but "JoJo"."""

# "avatar Ann", "Avatar for Ann", "Avatar photo Ann", "e-mail ~ann", "Picture of Ann", "Said Ann",
# "Posted by: Ann"
_ICON = re.compile(
    r"^(?:(?:(?:gr)?avatar|profile (?:photo|picture|image)|profilbild|photo|picture|portrait|image|"
    r"foto|imagen|immagine|аватар)\s+(?:for user|for|of|by|für|von|pour|de|para|per|di|van|voor|"
    r"för|av|til|do)\s+(?=\S)|"
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
# the same of a single name: "AvatarAnn"
_GLUED_NAME = re.compile(r"(?:Grav|Av)atar(?=[A-ZÀ-Þ]|\w{4})")
# "Ann Ann", "AnnAnn"
_TWICE = re.compile(r"(?P<name>\S.{0,58}?)\s?(?P=name)")
# "Ann 3 Ann": the post's number between
_COUNTED = re.compile(r"(?P<name>\S.{0,58}?)\s\d{1,4}\s(?P=name)")


def without_picture(name: str) -> str:
    """Take the words of an icon or a picture away that stand before a name."""
    if pictured := _PICTURED.match(name):
        return pictured["name"]
    rest = _ICON.sub("", name)
    if counted := _COUNTED.fullmatch(rest):
        return counted["name"]
    return rest if rest == name or " " not in rest else _once(rest)


def without_pictures(names: Sequence[str]) -> list[str]:
    """Take the text of pictures away to which all names are glued: "AvatarAnn", "Avatarbob"."""
    told = {name for name in names if name}
    glued = _GLUED if len(told) >= ALL_DIFFERENT else _GLUED_NAME
    if not all(map(glued.match, told)):
        return list(names)
    return [_GLUED.sub("", name, count=1) for name in names]


def once(names: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Give once what stands twice on most of a page: the text of the picture and the name.

    `shown` are the headers as the page prints them: a layout may have cut some of the names.
    """
    told = [place for place, name in enumerate(names) if name]
    done = {place for place in told if _shows_twice(names[place], shown[place])}
    found = [name if place in done else _once(name) for place, name in enumerate(names)]
    twice = {place for place in told if place in done or found[place] != names[place]}
    cut = {found[place] for place in twice}
    sure = len(cut) >= ALL_DIFFERENT or any(len(name) >= MIN_TWIN for name in cut)
    most = sure and len(twice) >= MOSTLY * len(told)
    return found if most or len(cut) >= MIN_DIFFERENT else list(names)


def _shows_twice(name: str, header: str) -> bool:
    return f"{name} {name}" in header or name + name in header


def _once(name: str) -> str:
    twice = _TWICE.fullmatch(name)
    return twice["name"] if twice else name
