"""Take away what themes print around the names and dates of headers: pictures, roles, controls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from threadgraph.dates.scan import closes_date, trailing_date
from threadgraph.layouts._heads.addresses import without_address
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.control_words import before_counts
from threadgraph.layouts._text.names import ACCOUNTS, begin_alike, fold_letters
from threadgraph.layouts._text.words import AVATAR, IN_REPLY

__all__ = [
    "AGED", "ANSWERED", "DEED", "GUEST", "JOINTS", "MAX_BYLINE", "PRONOUNS", "clean_name",
    "is_account", "is_avatar", "labels_date", "late_answer", "names_again", "past_joint",
    "quotes_post", "strip_controls", "strip_tail", "without_avatar", "without_control",
]  # fmt: skip

PRONOUNS = frozenset("i you he she it we they who someone somebody one".split())
"""Who writes or says something in an article, not above a comment."""

JOINTS = frozenset(
    """on at am um le el um il op den the em en à às vom kl posted del of в о klo w dnia dne
    veröffentlicht geschrieben publié publicado pubblicato geplaatst napisano dodano lagt inn said
    wrote this commented replied la στις на u pada vào verfasst gepostet eingetragen publiée
    publicada escrito enviado postado scritto inviato postato geschreven skrivet publicerat postat
    skrevet publisert udgivet opublikowano добавлено опубликовано написано отправлено опубліковано
    yayınlandı gönderildi yazıldı julkaistu zveřejněno vloženo přidáno közzétéve trimis publicat
    δημοσιεύτηκε dipublikasikan in pe för dniu""".split()
)
# "Ann replied to comment from Bob", "Ann in reply to Bob": Movable Type and others
ANSWERED = re.compile(
    r"^(?P<name>\S.{0,60}?)(?: (?:replied to (?:a )?comment from|replied to|replying to|"
    r"antwortete|en réponse à|en respuesta a|in risposta a|em resposta a|als antwoord op|"
    r"[→►▶»↪])|\s?in reply to) (?P<to>\S.{0,60})$",
    re.IGNORECASE,
)
# "Ann 2 years ago in reply to Bob": old Disqus and others
_LATE_ANSWER = re.compile(rf"(?<=\S)\s{IN_REPLY}\s(?P<to>\S.{{0,60}})$", re.IGNORECASE)
_ANSWER_WORDS = frozenset(
    "reply response replying antwort réponse respuesta resposta risposta reactie antwoord svar "
    "odpowiedzi ответ".split()
)
# "Ann posted", "Ann wrote the following": what she did, between her name and "on 3 May"
DEED = re.compile(
    r"\s(?:posted|wrote|commented|replied|says|said)(?: (?:this|the following))?"
    r"(?: (?:comment|post|reply))?$"
)
# "17 August 2021, 01:05 (4 weeks ago)", "3. Mai 2021 (vor 2 Jahren)"
AGED = re.compile(
    r"(?<=\d)\s\((?:(?:about |over |almost )?\d{1,3} [a-z]{3,8} ago|vor \d{1,3} \w{3,8}|"
    r"il y a \d{1,3} \w{2,9}|hace \d{1,3} \w{3,9})\)$",
    re.IGNORECASE,
)
# "— Ann Lee (@annlee) May 3, 2020", also behind the text: below a post of Twitter's, Mastodon's or
# Bluesky's that an article shows by the site's own code
_TWEET = re.compile(r"[—–-]\s?\S.{0,80}?\s\(@[\w.@-]{1,60}\)\s+(?=\S{1,20}\s|\d)")
# "Posted by Ann Lee on Monday, May 3, 2020": Facebook's
_FACEBOOK = re.compile(
    r"^Posted by \S.{0,80} on\s[MTWFS][a-z]{2,5}day, [A-Z][a-z]{2,8} \d\d?, \d{4}$"
)

MIN_QUOTED = 14
"""Where the words behind the marks of a quotation end, about."""

MAX_BYLINE = 160

MAX_TWIN = 5
"""Letters of a name that may be one's own twice, "Dee Dee": `tidy` parts those of most posts."""

# "BeitragVerfasst", "PostPosted": phpBB's icon and the label of the date; "Date: 3 May 2020"
_POST_LABEL = re.compile(
    r"(?:post|beitrag|message|mensaje|mensagem|messaggio|bericht|wiadomość|inlägg|сообщение) ?"
    r"(?:posted|authored|verfasst|posté|publié|publicado|enviado|inviato|geplaatst|wysłan[ay]|napisane|"
    r"skrevet|postat|добавлено)\b|(?:date|datum|fecha|дата|日付|日期)$"
)
# "(not verified)", "- Antworten", "| Reply", "/ #7", "#", "(12 comments)"
_TAIL = re.compile(r"(?:\s[-|–·•#*/]\s|\s[-|–·•/]|\s*\|)\s*([^|\d]{0,40})$|\s*#\d{0,6}\s*$")
# "20:15 UhrAntworten", "10:15 amReply"
_GLUED = re.compile(r"(?<=[a-zß-ÿ\d])(?=[^\W\d_a-zß-ÿ])[^\W\d_]{3,20}$")
# "22 May 2016, 09:30 +11": the votes behind a time
_SCORED = re.compile(r"(?<=\d[:.h]\d\d)\s+(?:[+\u2212-]\d{1,5}|0)$")
# "10:01 Uhr12", "10:01 Uhr 12": the post's number
_COUNTED = re.compile(r"(?<=\d Uhr)\s?\d{1,4}$|(?<=\d [ap]m)\s?\d{1,4}$")
# "/ #7" before "Reply"
_ORDINAL = re.compile(r"\s?(?:\s[-|–·•/])?\s#\d{1,6}$")
_TAIL_SIGN = re.compile(r"[-|–·•#*/](?:[^|\d]*|\d{0,6}\s*)$")
"""A sign that only controls follow, as in all that _TAIL matches."""

# "drz@example.org' Roberta", "Ann's avatar Ann", "Ann's avatarAnn", "Avatar of Ann Ann",
# "Profile picture of Ann", "Ann Avatar Ann", "Avatar photo Ann", "Avatar photoAnn"
_ALT = re.compile(
    r"^(?:\S{1,60}@\S{1,60}'\s+|.{0,60}['’]s avatar\s*(?=\S)"
    r"|(?P<again>\S.{0,60}) avatar\s+(?=(?P=again))"
    r"|(?:gr)?avatar (?:photo|picture|image)\s*(?=\S)"
    r"|(?:avatar|gravatar)(?!\s(?:photo|picture|image)$)"
    r"(?:\s+(?:of|for|by|für|von|pour|de|para|per|di|van|voor)\b)?\s+|"
    r"(?:profile )?(?:picture|photo) (?:for user\s|of (?:the author\s)?)|"
    r"(?:un)?registered commenter\s)",
    re.IGNORECASE,
)
_ALT_HINTS = ("avatar", " of ", "for user ", "commenter")
"""One of them or an "@" is in all that _ALT matches; letters of which no case is another letter."""

# "Avatar di Ann", "Ann Avatar"
_PICTURE = re.compile(
    rf"(?:{AVATAR.pattern.pattern})(?:\s(?:di|de|von|of|van|för|af|av|for(?: user)?|par)(?=\s))?",
    re.IGNORECASE,
)
# "Ann Autor", "Ann (Post author)": what themes print behind the name of who wrote the article
_ROLE = re.compile(
    r"\s+[(\[|•·-]?\s?(?:(?:post |article |comment |blog )?author|"
    r"(?:beitrags|artikel)?autor(?:in)?|"
    r"auteur(?:e|rice)?(?: (?:de l['’]article|d['’]article|du billet|de la publication|artikel))?|"
    r"autore(?: (?:dell['’])?articolo)?|autora?(?: (?:de la entrada|del artículo|do post|do artigo|"
    r"wpisu|artykułu|článku))?|berichtauteur|(?:inläggs|artikkel|innleggs|indlægs)?författare|"
    r"innleggsforfatter|forfatter|yazar|автор(?: записи| статьи)?|投稿作成者|投稿者|"
    r"autrice|auteure|redazione|rédaction|redaktion|redacción|redação|"
    r"moderator(?:in)?|administrator|admin|mod|staff|op|a[vw]atar|аватар|のアバター|的头像|的頭像)"
    r"[)\]]?$",
    re.IGNORECASE,
)
# "adminPost author": a badge without a blank before it
_GLUED_ROLE = re.compile(
    r"(?<=[^\W_A-ZÀ-Þ])(?:Post [Aa]uthor|Article [Aa]uthor|Beitragsautor(?:in)?|"
    r"Auteur(?:/autrice)? d(?:e l['’]article|e la publication|u billet)|Autora? de la entrada|"
    r"Autore (?:dell['’])?articolo|Autora? do post|Autor wpisu|Autor příspěvku|Bericht ?auteur|"
    r"Inläggsförfattare|Innleggsforfatter|Indlægsforfatter|Автор записи|投稿(?:作成)?者)$"
)
# "Herr Max Moos": news sites print it before the full name; "Herr Moos" is a name of its own, and
# so in "Herr Moos 2" and "Herr Moos , Bern"
_SALUTE = re.compile(
    r"^(?:herr|frau|monsieur|madame)\s+(?=[^\W\d_][^\s,]{0,30}\s+[^\W\d_])", re.IGNORECASE
)
# "Ann (not verified)", "Ann (Homepage)", "Ann (12 comments.)", "Ann (---.dsl.example.net)",
# "Ann | Homepage"
_LINKED = re.compile(
    r"\s?\((?:not verified|verified owner|homepage|website|url|link|e-?mail|www|web|"
    r"\d{1,6} comments?\.?|subscriber|subscribed(?: to comments)?|contributor|editor|"
    r"---\.[\w.-]{0,60}|ip[ -]logged|(?:\d{1,3}\.){2,3}(?:\d{1,3}|[x*-]{1,3}))\)$|"
    r"\s?\|\s?(?:homepage|website|url|e-?mail|www|web)$",
    re.IGNORECASE,
)
# "Blogger Ann", with a no-break space: Blogger's icon
# "Guest - Ann": what EasyBlog prints before names without an account; "Unregistered CommenterAnn":
# the words of Squarespace's picture
GUEST = re.compile(
    r"^(?:un)?registered commenter ?(?=\S)|^blogger\u00a0\s?(?=\S)|"
    r"^(?:guest|gast|invité|invitado|convidado|visitante|ospite|гость|gość|gäst|gæst|vieras)"
    r"\s[-–]\s(?=\S)",
    re.IGNORECASE,
)
# "Ann 12 Fans", "Ann · 3 followers": how many read what she writes
_FOLLOWED = re.compile(
    r"\s+[·•|-]?\s?\d{1,6} (?:fans?|followers?|abonnés|abonnenten|seguidores)$", re.IGNORECASE
)
# "12. Ann", "#3 Ann", "+1 #3 Ann" (votes, the number), "4052007 Ann", "4 05 2007 Ann"
_NUMBERED = re.compile(
    r"^(?:[+-]?\d{1,4}\s?(?=#)|\d{1,2} \d\d (?=\d{4} ))?#?\d{1,8}(?:\.\d{1,3}){0,8}[.):]?\s+(?=\D)"
)


@lru_cache(maxsize=KEPT)
def strip_tail(text: str) -> str:
    """Take the controls behind a date away: "- Antworten", "| Reply", "Reply", "#"."""
    text = _SCORED.sub("", text.rstrip(" ↑↓⇑⇧"))  # arrows lead to the post answered
    text = without_address(text)
    text = _COUNTED.sub("", before_counts(text)) if text[-1:].isdigit() else text
    for _ in range(3):
        match = _TAIL.search(text[-60:]) if _TAIL_SIGN.search(text[-60:]) else None
        if match and (match[1] is None or not match[1].strip() or is_chrome(match[1].strip())):
            text = text[: len(text) - len(text[-60:]) + match.start()].rstrip()
            continue
        head = next((h for h in _shorter(text) if trailing_date(h)), None)
        if head is None:
            break
        text = head
    return text


def strip_controls(text: str) -> str:
    """Take "| Reply" and the like away from the end of a name."""
    head, bar, tail = text.rpartition("|")
    return head.rstrip() if bar and is_chrome(tail.strip()) else text


def without_control(text: str) -> str:
    """Take one word of controls away behind a name: "Ann Reply"."""
    head, _, last = text.rpartition(" ")
    return head if head and is_chrome(last) else text


def _shorter(text: str) -> Iterator[str]:
    """Give the text without up to three words of controls at its end, where a date may be there."""
    glued = _GLUED.search(text) if text[-3:].isalnum() else None
    if glued and is_chrome(glued[0]):
        yield text[: glued.start()]
    words = text.rsplit(None, 3)  # "Reply this comment"
    for count in range(1, min(4, len(words))):
        last = " ".join(words[-count:])
        if not (last.strip("()[]").replace(" ", "").isalnum() and is_chrome(last)):
            continue
        rest = _ORDINAL.sub("", text[: text.rindex(words[-count])].rstrip())
        if closes_date(rest):
            yield rest


def past_joint(text: str) -> str:
    """Give a line without a first word that joins a date to others: "El 3 de mayo, Ann"."""
    first, _, rest = text.partition(" ")
    return rest if rest[:1].isdigit() and first.lower() in JOINTS else text


def labels_date(text: str) -> bool:
    """Tell a label, in small letters, that stands before a post's date and is no name."""
    return _POST_LABEL.match(text) is not None


def quotes_post(text: str, mark: str = "") -> bool:
    """Tell the signature of another site's post that a text shows: it opens and ends no comment."""
    if "(@" in text:
        return _TWEET.search(f"{mark} {text}") is not None
    return "Posted by " in text[:MIN_QUOTED] and _FACEBOOK.match(text.lstrip("> ")) is not None


MAX_ICON = 24
_INFO = re.compile(r"\A\s*\[(?:info|(?:personal|community|identity|openid) [a-z]{4,8})\]\s?(?=\w)")


@lru_cache(maxsize=KEPT)
def clean_name(name: str) -> str:
    """Give the name without its avatar's text, its number, its role, and doubling."""
    name = _LINKED.sub("", without_icon(name).strip(" \u00a0:,|-–—·•")).rstrip()
    name = _FOLLOWED.sub("", name)
    name = _GLUED_ROLE.sub("", name)
    name = GUEST.sub("", without_avatar(name))
    name = _SALUTE.sub("", _ROLE.sub("", _NUMBERED.sub("", name).strip()).strip())
    half = len(name) // 2
    if half > MAX_TWIN and name[half : half + 1] == " " and name[:half] == name[half + 1 :]:
        name = name[:half]
    return name


def without_icon(text: str) -> str:
    """Take the words of the icon away that stands before a name: "[info]ann" on LiveJournal."""
    return _INFO.sub("", text) if "]" in text[:MAX_ICON] else text


def is_account(text: str) -> bool:
    """Tell an account that is called like its role: "admin", "admin Post author"."""
    return len(text) <= MAX_BYLINE and clean_name(text).lower() in ACCOUNTS


def without_avatar(text: str) -> str:
    """Take the text of an avatar away from the beginning of a name."""
    low = text.lower()
    avatar, of, for_user, commenter = _ALT_HINTS
    if "@" in low or avatar in low or of in low or for_user in low or commenter in low:
        return _ALT.sub("", text)
    return text


def names_again(text: str, below: str) -> bool:
    """Tell whether a line begins with the name above: that was the avatar's text.

    A control may stand behind it: "Ann Reply".
    """
    text = without_control(text)
    return (
        len(below) <= MAX_BYLINE
        and begin_alike(text, below)
        and bool(fold_letters(text))
        and fold_letters(below).startswith(fold_letters(text))
    )


def is_avatar(text: str, below: str) -> bool:
    """Tell the words of a picture above a name: "Ann Avatar", "Avatar von Ann"."""
    if len(text) > MAX_BYLINE or not AVATAR.search(text):
        return False
    name, shown = fold_letters(below[:MAX_BYLINE]), fold_letters(_PICTURE.sub("", text, count=1))
    return bool(name) and (name in shown or (bool(shown) and name.startswith(shown)))


def late_answer(text: str) -> re.Match[str] | None:
    """Find whom a header says, behind its date, that it answers; it is `to`."""
    if _ANSWER_WORDS.isdisjoint(text.lower().split()):
        return None
    return _LATE_ANSWER.search(text)
