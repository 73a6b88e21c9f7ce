"""Tell lines that can be an author's name from lines that are text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.layouts._text.chrome import KEPT

__all__ = [
    "ACCOUNTS", "begin_alike", "fold_letters", "hides_address", "looks_like_name", "name_likeness",
    "reads_as_text", "tells_avatar", "without_address",
]  # fmt: skip

MAX_NAME = 60
MAX_WORDS = 6
ACCOUNTS = frozenset(("admin", "administrator", "moderator"))
"""Roles that are also accounts' names, where nothing but a name stands."""

_PARTICLES = frozenset(
    "al and da de del della den der des di do dos du el en la le of the und van von y".split()
)
_TEXT_END = frozenset("。！？、：.?!,;:…\"”»)’'")
_SENTENCES = ("니다", "니까", "ました", "ません", "ください")
"""How polite sentences end in Korean and Japanese, where no capital letter tells names."""
# "这个模板在哪里下载呀"
_ASKED = re.compile(r"[\u4e00-\u9fff]{6,}[吗嗎呢吧呀啊了啦哦]$")
# "Selin Ç.", "Ann P.B.", "Ann Lee Jr."
_INITIAL = re.compile(
    r"(?:^|\s)(?:[^\W\d_]|[A-Z]\.[A-Z]|[JS]r|Dr|St|Mr|Mrs|Ms|Co|Inc|Ltd|Esq)\.$|"
    r"^(?:[^\W\d_]\.){2,5}$"  # "s.a.l."
)
# "K. van Dijk" is none
_INNER = re.compile(r"[?!;,:…“”\"]|(?<!\b[A-Z])\.\s+[a-z]|https?://")
# "Ann Lee (@annlee)": who signed in with an account of another site
# "Tim Vale(MI)", "Bert (UK)": where members of boards are from
_HANDLE = re.compile(r"\s\(@\w{1,40}\)$|(?<=\w)\s?\([A-Z]{2,3}\)$")
# "Pete from Ohio", "Ann @ Small Things", "Petra aus Kiel": where somebody is from stands
# in many names of blogs
_FROM = frozenset("from of at in @ aus uit".split())
# what stands before dates where no name does: "asked May 3, 2014", "Last updated: May 3"
_DATED = frozenset((
    *"asked answered updated edited modified posted published created submitted viewed seen joined "
    "added changed gefragt beantwortet aktualisiert bearbeitet veröffentlicht erstellt geändert "
    "modifié publié posté demandé publicado editado actualizado preguntada respondida modificado "
    "atualizado perguntada pubblicato aggiornato modificato geplaatst bewerkt bijgewerkt gevraagd "
    "опубликовано обновлено изменено задан добавлено opublikowano zaktualizowano edytowano "
    "dodano".split(),
    "last updated", "last edited", "last modified", "last seen", "last active", "last activity",
    "zuletzt geändert", "zuletzt aktualisiert", "mis à jour", "dernière mise à jour",
    "última actualización", "última atualização", "ultimo aggiornamento", "laatst bijgewerkt",
))  # fmt: skip
_ADDRESSES = ("http://", "https://", "<http://", "<https://")
# "ann dot lee at mill dot example": an address that is hidden from robots
_MASKED = re.compile(r"(?<=\w)\s[(\[]?(?:at|dot)[)\]]?\s(?=\w)")
_DOT, _AT = (" dot ", "(dot)"), (" at ", "(at)")
# "楼", "2樓", "3F": the number of a post on Chinese boards
_FLOOR = re.compile(r"第?\d{0,6}\s?[楼樓层層]$|\d{1,6}F$")
# "v2.0 beta"; "12th", before a month; "No.7536", of a post
_VERSION = re.compile(
    r"^v(?:er(?:sion)?)?\.? ?\d|^\d{1,2}(?:st|nd|rd|th)$|^No\.\s?\d+$", re.IGNORECASE
)
# "ann's Avatar", "Avatar von ann": the text of a picture
_AVATAR = re.compile(r"\S.{0,58}'s avatar$|avatar (?:von|de|di|van|du) \S", re.IGNORECASE)
_OTHER = (_VERSION, _FLOOR, _ASKED)
_OTHERS = re.compile(r"[\W_]+")
# Function words: a lower-case line with one of them is text ("of my friend"), not a name.
_FUNCTION = frozenset(
    """a about after all also am an and are as at be been but by can could did do does for from
    had has have he her here him his how i if in into is it its just me more my no not now of off
    on one or our out over she so some than that the their them then there these they this to too
    up us very was we were what when where which who why will with would yes you your
    aber auch auf aus bei das dem den der die ein eine er es für hat ich im in ist ja mit nicht
    noch oder sich sie sind so und von war was wie wir zu zum
    avec c'est dans des du elle en est et il ils je la le les mais ne nous ou pas pour que qui sur
    un une vous como con de del el es esta la las lo los más me no para pero por que se si son su
    un una y ya""".split()
)


def without_address(text: str) -> str:
    """Take the address away that a bug of Disqus' plug-in prints before a name.

    >>> without_address("http://ann.example/ Ann Lee")
    'Ann Lee'
    """
    address, _, name = text.partition(" ")
    return name if name and address.startswith(_ADDRESSES) else text


_SENTENCE_ENDS = tuple(".?!,:;…。！？、：")


def reads_as_text(text: str) -> bool:
    """Tell whether a line can hardly be a name even where only names stand."""
    return len(text) > MAX_NAME or _reads_as_text(text)


@lru_cache(maxsize=KEPT)
def _reads_as_text(text: str) -> bool:
    if len(text.split()) > MAX_WORDS or "://" in text:
        return True
    return text.endswith(_SENTENCE_ENDS) and not _INITIAL.search(text)


def name_likeness(text: str) -> float:
    """Give 0 (text) to 1 (a name): short, no sentence, capitalised or a bare pair of words."""
    return _likeness(text) if len(text) <= MAX_NAME else 0.0


@lru_cache(maxsize=KEPT)
def _likeness(text: str) -> float:
    text = _HANDLE.sub("", text)
    if hides_address(text):
        text = _MASKED.sub(".", text)
    words = text.split()
    if words and words[-1][:1] == "@" and all(word[0].isupper() for word in words[:-1]):
        words = words[:-1] or words  # "Slow And Steady @snail616"; not "Well said @ann"
    if _is_other(text):
        return 0.0
    letters = [w for w in words if any(c.isalpha() for c in w)]
    long = len(words) > MAX_WORDS
    ends = text[-1:] in _TEXT_END and not _INITIAL.search(text)
    cut = "(" in text and text.count("(") != text.count(")")  # "(First posted"
    if not letters or long or ends or cut or _INNER.search(text):
        return 0.0
    telling = [w for w in letters if w.lower() not in _PARTICLES] or letters
    upper = sum(1 for w in telling if next(c for c in w if c.isalpha()).isupper())
    if upper == len(telling):
        return 1.0 - 0.1 * max(0, len(words) - 3)
    if any(w.lower() in _FUNCTION for w in letters):
        return 0.6 if _is_from(words) else 0.0
    if len(words) <= 2:  # noqa: PLR2004 - "legal eagle", "cechas vodobenikov"
        return 0.7
    return 0.3 * upper / len(telling)


def _is_other(text: str) -> bool:
    """Tell short lines that are no names: versions, floors, labels, pictures, sentences."""
    if text[:1] == "©" or tells_avatar(text) or any(p.match(text) for p in _OTHER):
        return True
    return text.endswith(_SENTENCES) or text.casefold().rstrip(" :") in _DATED


def tells_avatar(text: str) -> bool:
    """Tell the text of a picture that stands beside a name."""
    return "vatar" in text and _AVATAR.match(text) is not None


def _is_from(words: Sequence[str]) -> bool:
    """Tell "Pete from Ohio", not "Posted in News" or "Notes from the attic"."""
    if len(words) < 3:  # noqa: PLR2004 - a name, a small word, a place
        return False
    first, *inner, last = words
    if first.endswith("ed") or not (first[0].isupper() and last[0].isupper()):
        return False
    small = [word for word in inner if not word[0].isupper()]
    return bool(small) and all(word in _FROM for word in small)


def hides_address(text: str) -> bool:
    """Tell an address that is hidden from robots: "ann at mill dot example"."""
    return any(dot in text for dot in _DOT) and any(at in text for at in _AT)


def looks_like_name(text: str) -> bool:
    """Tell whether a line that stands where names stand can be one."""
    return name_likeness(text) >= 0.5  # noqa: PLR2004 - see name_likeness


def begin_alike(text: str, other: str) -> bool:
    """Tell whether `fold_letters` may give texts with the same first letter; a cheap question."""
    told = text[:1].isalnum() and other[:1].isalnum()
    return not told or text[0].lower()[:1] == other[0].lower()[:1]


def fold_letters(text: str) -> str:
    """Give the letters and digits of a text, in small letters."""
    return _OTHERS.sub("", text.lower())
