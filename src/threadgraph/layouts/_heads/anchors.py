"""Read short rows that can open a post: a date with or without a name, an avatar's text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from threadgraph.caseless import Caseless
from threadgraph.dates.scan import holds_date, leading_date, trailing_date
from threadgraph.joining import is_joined
from threadgraph.layouts._heads.byline_deeds import DEED
from threadgraph.layouts._heads.byline_edges import GUEST, quotes_post, without_icon
from threadgraph.layouts._heads.leads import BADGES
from threadgraph.layouts._heads.votes_behind import without_votes
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import COMMENT_COUNT, IN_REPLY, SUBMITTED

__all__ = [
    "EDGES", "MAX_ROW", "Anchor", "anchor", "counts_posts", "discussion_words", "is_control",
    "name_of",
]  # fmt: skip

MAX_ROW = 140
MAX_NAME = 50
MIN_TWICE = 5
MAX_TWICE = 4
"""Words of a name that a row begins and ends with, at most."""

# "Profile picture of the author Ann", "Avatar of Ann"
_AVATAR = re.compile(
    r"^(?:profile (?:picture|photo|image) (?:for user|of(?: the author)?)|avatar (?:of|for)|"
    r"photo (?:of|de)|bild von|avatar (?:de|von)|foto (?:de|di|van))\s+(\S.{0,48})$",
    re.IGNORECASE,
)
_COUNTED_SIGNS = frozenset("#cCkKrRaApPbBmMnNuUoOeElLсС")
_AVATAR_SIGNS = "pPaAbBfF"
_VERBS = (
    r"wrote|writes|said|says|posted|commented|replied|schrieb|schreibt|sagt|sagte|meint|a écrit|"
    r"a dit|dit|dijo|dice|escribió|scrive|ha scritto|schreef|zegt|skrev|säger|disse|napisał|pisze"
)
_BY = (
    r"by|from|von|par|por|di|da|door|av|af|(?:posted|submitted|written|authored|reviewed|"
    r"contributed|commented|comment|review) by(?:\s?:)?|"
    r"geschrieben von|kommentar von|soumis par|posté par|rédigé par|écrit par|"
    r"publié par|publicado por|enviado por|escrito por|scritto da|inviato da|geplaatst door|"
    r"(?:skrivet|postat) av|skrevet af|(?:herr|frau)(?=\s[^\s,]{1,30}\s[^\W\d_])|dice ser|"
    r"(?:autor(?:in)?|author|auteur|autore|автор|name|nome|nombre|nom|navn|namn|naam|imię|имя|user|username|verfasser|pseudo|nick(?:name)?|from|von)\s?:"
)
# "comment:3 in reply to: 2 ; follow-up: 4 Changed 8 years ago by Ann", "Comment 12 Ann",
# "comment:3 Changed 2014-03-04 by Ann", "#4 Updated by Ann", "Comment Link", "Kommentar-Link"
_COUNTED = re.compile(
    r"^(?:#\d{1,5}\s*(?=\S))?(?:(?:comment|kommentar|commentaire|comentario|commento|reactie|antwort|reply|"
    r"post|beitrag|message|note)(?:[\s-](?:link|permalink))?(?:[\s:]?#?\d{1,5})?:?\s+|"
    r"(?:enlace al comentario|lien (?:vers le |du )?commentaire|link al commento|"
    r"link do (?:comentário|komentarza)|ссылка на комментарий)\s+)?"
    r"(?:in reply to:?\s+\d{1,5}\s*)?(?:;?\s*follow-ups?:(?:\s+\d{1,5}){1,9}\s*)?"
    r"(?:(?:changed|updated|added|posted|opened|closed|comment added)(?=\s))?\s*",
    re.IGNORECASE,
)
# "[reply] [-] Comment 12 Ann", "[ reply ] [-] Description Ann", Bugzilla's
_CONTROLS = re.compile(
    r"^(?:\[\s?(?:reply|[-+\u2212])\s?\]\s*){1,3}(?:description\s+)?", re.IGNORECASE
)
# "by Ann", "Soumis par Ann", "Ann wrote:", "Ann says"
_LEAD = re.compile(rf"^(?:{_BY})\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(rf"\s+(?:{_VERBS})\s*:?$", re.IGNORECASE)
_JOIN = re.compile(
    r"(?:^|(?<=[\s,|·•–—-]))(?:on|at|am|um|le|el|il|op|den|the|à|a|vom|del|dne|em|on the)$",
    re.IGNORECASE,
)
# "Date: 3 May": what stands before a date alone
_DATE_LABEL = re.compile(
    r"^(?:date|datum|fecha|data|dato|дата|time|zeit|when|added|posted|posted on|published|sent|"
    r"reviewed(?: in [\w ]{2,24})?|"
    r"geschrieben|verfasst|veröffentlicht|erstellt|eingetragen|envoyé|publié|posté|escrito|enviado|"
    r"publicado|inviato|scritto|pubblicato|geplaatst|skrivet|skrevet|dodano|napisano|добавлено|"
    r"написано|опубликовано)(?:\s(?:am|on|le|el|il|op|den|em|dnia))?\s?:?$",
    re.IGNORECASE,
)
# "10 Feb 2009 11:17 #452740 by Ann"
_COUNT_BEHIND = re.compile(r"^\s{0,3}#\d{1,9}\s+(?=by\s|von\s|par\s|por\s|da\s|door\s)")
EDGES = " \t\u00a0,|·•–—-:;()[]»«>/*#@…¶"
# "2009-06-15 10:38 am (UTC) (Link)"
_LINKED = re.compile(r"\s\((?:link|permalink|#)\)$", re.IGNORECASE)
# "Jan 16, 2024 7:12 UTC (Tue) by ann (subscriber, #1234) [Link]", LWN's
_MEMBER = re.compile(r"\s\([^()]{3,24}, #\d{1,9}\)(?:\s\[link\])?$", re.IGNORECASE)
_OF_MEMBERS = re.compile(
    r"\((?:\W{1,3})?(?:subscriber|guest|supporter|editor|member)\b\W{0,3}, #\d", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?<=[\dA-Z])\s\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)(?=\s)")
# "Ann, Spain 21/02/2011 04:47 in reply to Bob": what follows a header's date
_ANSWERS = re.compile(
    rf"(?<=[\w.)])[\s,|·(–—-]+{IN_REPLY}\s+(?P<to>\S.{{0,48}}?)\)?$", re.IGNORECASE
)
# "114) Ann", "114. Ann": the number of an entry in a guestbook
_ENTRY = re.compile(r"^\d{1,6}[.)]\s+(?=\S)")
# "Posté par Ann (site web personnel) le 3 mai 2012", LinuxFr's
_HOMEPAGE = re.compile(
    r"\s\(\s?(?:site web(?: personnel)?|page perso(?:nnelle)?|homepage|website|www)\s?\)$",
    re.IGNORECASE,
)
# "Ann [author]", the closing bracket being an edge
_BADGE = re.compile(r"\s{1,3}\[[a-z]{2,12}\]?$")
# "Ann Lee @annlee · 2d", as on Twitter
_AGED = re.compile(
    r"(\S.{0,48}?)\s@\w{1,30}(?:@[\w.-]{3,40})?\s?[·•-]?\s?(\d{1,3}\s?(?:s|m|min|h|d|w|mo|y))$"
)
# "Ann (visitor)", "Ann Lee (ann.lee77)"
_STATE = re.compile(r"\s\([^\W\d][^()]{1,38}\)$")
_NUMBER = re.compile(r"^#?\d{1,5}[.)]?$")
# "7. Le lundi 3 mai 2010": the number of the post; "3. Mai 2010" is a date
_ORDINAL = re.compile(r"\d{1,4}[.)]\s+(?=(?:on|le|am|el|il|op|den)\s)", re.IGNORECASE)
_DISCUSSION = Caseless(
    r"\b(?:comments?|repl(?:y|ies)|responses?|discussions?|kommentare?|antwort(?:en)?|antworte|"
    r"beiträge|commentaires?|réponses?|répondre|réagir|réactions?|comentarios?|respuestas?|"
    r"responder|contesta(?:r)?|comentários?|respostas?|commenti|commento|rispondi|risposte|reacties|reactie|"
    r"reageer|beantwoord\w{0,2}|kommentarer|kommentera|svara?|kommentti\w{0,2}|vastaa|"
    r"(?:customer|product|community|reader|user) reviews|user contributed notes|"
    r"kundenrezensionen|kundenbewertungen|avis clients|reasons for signing|"
    r"komentarz[ey]?|komentuj|odpowiedz|wpis(?:ów|y)|guestbook|gästebuch|livre d['’]or|gastenboek|"
    r"księga gości|libro de visitas|komentáře?|odpovědět|reagovat|hozzászólás\w{0,3}|válasz|"
    r"yorum(?:lar)?|cevap(?:la)?|yanıtla|σχόλι[αο]|απάντηση|comentarii|răspunde|"
    r"комментари\w{0,3}|ответить|отзыв\w{0,2}|коментар\w{0,2}|відповісти)\b|"
    r"コメント|返信|评论|評論|回复|回覆|留言|댓글|덧글|답글|תגוב(?:ות|ה)|הגב|השב|تعليق(?:ات)?|ردود|"
    r"دیدگاه|نظرات|پاسخ|bình luận|phản hồi|trả lời|tanggapan|komentar|balas|"
    r"^(?:赞\s)?(?:回应|回應|回帖)$"
)
# "Ann said:", "Ann said on 3 May": in texts these words stand otherwise
_SPEECH = Caseless(
    r"\b(?:wrote|said|says)(?:\s?(?::|…|\.{3}))?$|\b(?:wrote|said|says) (?:on\b|at\b|\d)|^said\b"
)
MAX_SPEECH = 70
_TEMPLATE = re.compile(r"^\{\{.{1,80}\}\}$")
# "The old mill 14 May 2018, 08:01, by Ann": a subject, a date and a name
_SIGNED = re.compile(r",\s(?=(?:by|par|von|por|di|da|door|av|af|przez|от)\s\S.{0,48}$)")
_NO: tuple[str | None, str] = (None, " ")


class Anchor(NamedTuple):
    """A row that can open a post; rows of one `shape` belong together."""

    shape: tuple[str, ...]
    date: str | None
    name: str | None
    label: str | None = None


def anchor(row: Row) -> Anchor | None:
    """Read a row as the opening of a post, or give None."""
    text = row.text
    if not text or len(text) > MAX_ROW or " out of " in text or quotes_post(text, row.mark):
        return None  # "4.4 out of 5" is no day of October
    kind = "list" if row.mark else ""
    told = _told(text, kind)
    if told or not holds_date(text):
        return told
    if text[0].isdigit() and (counted := _ORDINAL.match(text)):
        text = text[counted.end() :]
    if text[0] == "[":
        text = _CONTROLS.sub("", text) or text
    if text[0] in _COUNTED_SIGNS:
        text = text[_COUNTED.match(text).end() :] or text  # pyright: ignore[reportOptionalMemberAccess] - it matches nothing, too
    text = _WEEKDAY.sub("", _MEMBER.sub("", text)) if text[-1] in ")]" and "#" in text else text
    text = _once(text)
    answers = _ANSWERS.search(text) if " " in text else None
    text = text[: answers.start()] if answers else text
    text = without_votes(text)
    shown = _LINKED.sub("", text) if text[-1:] == ")" else text
    found = trailing_date(shown) or leading_date(text)
    signed = _SIGNED.search(text) if found is None and ", " in text else None
    found = trailing_date(text[: signed.start()]) if signed else found
    if found is None or not found.certain:
        return None
    before, after = _strip(text[: found.start]), _strip(_COUNT_BEHIND.sub("", text[found.end :]))
    if is_joined(before):
        return None
    before = "" if _NUMBER.match(before) or _DATE_LABEL.match(before) else before
    date = text[found.start : found.end].strip(EDGES)
    led = bool(signed and before)
    name, words = _NO if before and after and not led else _name(after or before)
    unread = (before or after) and name is None
    quote = after and not words.endswith(" ")  # "On 3 May 2021, Ann wrote:" stands above a quote
    if unread or quote:
        return None
    where = "whole" if name is None else "titled" if led else "before" if before else "after"
    return Anchor((where, kind, words), date, name, answers["to"] if answers else None)


def _told(text: str, kind: str) -> Anchor | None:
    """Read the words of an avatar, or an account's handle with a short age."""
    avatar = _AVATAR.match(text) if text[0] in _AVATAR_SIGNS and len(text) <= 90 else None  # noqa: PLR2004 - names are short
    if avatar:
        return Anchor(("avatar", kind), None, avatar[1].strip())
    aged = _AGED.match(text) if "@" in text else None
    return Anchor(("aged", kind), aged[2], aged[1]) if aged and _is_name(aged[1]) else None


def _once(text: str) -> str:
    """Take the words of a picture away that end the row as well: "Ann 3 May 2012 posted by Ann"."""
    words = text.split()
    if len(words) < MIN_TWICE or words[0] not in words[-MAX_TWICE:]:
        return text
    same = (n for n in range(1, MAX_TWICE + 1) if words[:n] == words[-n:])
    return " ".join(words[next(same, 0) :])


def _strip(text: str) -> str:
    """Take signs away from the edges; "Ann (visitor)" keeps its bracket."""
    kept = text.strip(EDGES)
    return f"{kept})" if "(" in kept and ")" not in kept and f"{kept})" in text else kept


def _name(text: str) -> tuple[str | None, str]:
    """Take the words around a name away; give the name and those words."""
    rest = GUEST.sub("", without_icon(text))
    rest = _BADGE.sub("", rest) if "[" in rest else rest
    lead = _LEAD.match(rest) or (SUBMITTED.match(rest) if DEED.may_match(rest) else None)
    rest = _strip(_JOIN.sub("", rest[lead.end() :] if lead else rest))
    tail = _TAIL.search(rest)
    if tail:
        rest = _strip(rest[: tail.start()])
    rest = _HOMEPAGE.sub("", rest) if rest[-1:] == ")" else rest
    words = f"{lead[0].strip().lower() if lead else ''} {tail[0].strip().lower() if tail else ''}"
    if rest and _is_name(rest):
        return rest, words
    name, comma, place = rest.partition(",")
    if comma and _is_name(name) and looks_like_name(place.strip().replace(",", "")):
        return name, f"{words},"  # "Ann, London, United Kingdom"
    return None, words


def _is_name(text: str) -> bool:
    if len(text) > MAX_NAME or _NUMBER.match(text) or is_chrome(text) or text.lower() in BADGES:
        return False
    return looks_like_name(_STATE.sub("", text)) and not _DISCUSSION.search(text)


def name_of(row: Row) -> str | None:
    """Give the name that a row beside a date is, or None; the row must not have a date itself."""
    text = row.text
    if not 0 < len(text) <= MAX_NAME + 20 or (text[0] == "(" and text[-1] == ")"):
        return None  # "(Leeds)"
    return _name(_ENTRY.sub("", text) if text[0].isdigit() else text)[0]


def discussion_words(text: str) -> bool:
    """Tell a short row with a word that stands beside comments: "3 comments", "Reply"."""
    if len(text) > MAX_ROW:
        return False
    if ", #" in text and _OF_MEMBERS.search(text):
        return True
    return _DISCUSSION.search(text) or (len(text) <= MAX_SPEECH and _SPEECH.search(text))


def counts_posts(text: str) -> bool:
    """Tell a row that counts posts: "21 replies", "Comments (3)"."""
    return (
        len(text) <= MAX_NAME and any(c.isdigit() for c in text) and bool(COMMENT_COUNT.match(text))
    )


def is_control(row: Row) -> bool:
    """Tell a row of controls, pictures, rules or unfilled templates."""
    return _is_control(row.text)


@lru_cache(maxsize=KEPT)
def _is_control(text: str) -> bool:
    return not any(map(str.isalnum, text)) or is_chrome(text) or bool(_TEMPLATE.match(text))
