"""Tell names, and the words that tell where one stands, where no class does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._bylines import EDGE, date_in
from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._values import name_of

__all__ = [
    "MAX_NAME",
    "NO_NAME",
    "PROFILE",
    "is_initial",
    "is_label",
    "is_name",
    "labels_name",
    "leads_name",
    "names_user",
    "portrayed",
    "serves",
    "titled",
    "without_edges",
    "without_lead",
]

MAX_NAME = 100
MAX_LEAD = 30
# "7.", "#7", "Nr. 7", "7#", "7楼", "# re: The kettle", "(OP)", "Version 1.2", "kettle.zip",
# "example.org/kettle", "Post author" on a badge, "Mr." before the name in an element of its own
NO_NAME = re.compile(
    r"\d{1,6}\s?[.):#楼樓]\Z|(?:#|n[ro°]\.?\s?|№\s?)\d{1,6}\Z|(?:#\s?)?re:\s|[(\[][^()\[\]]{1,40}[)\]]\Z|↪|"
    r"(?:version|letter|comment|kommentar|part|teil|chapter|release|episode|folge|post|entry|eintrag|"
    r"review|message|beitrag)\s#?\d[\d.]{0,9}\Z|"
    r"[^.]{1,60}\.(?:jpe?g|png|gif|webp|svg|bmp|pdf|docx?|xlsx?|zip|rar|7z|t?gz|exe|mp[34])\Z|"
    r"[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/|(?:(?:post|article)[\s-])?author\Z|autor\Z|auteur\Z|"
    r"\d{1,3}\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tage?n?|wochen?|"
    r"monate?n?|jahre?n?|heures?|jours?|semaines?|mois|ans?|horas?|d[ií]as?|semanas|meses|años?|anos?)\Z|"
    r"[£$€¥]\s?\d[\d.,]{0,12}\Z|\d[\d.,]{0,12}\s?(?:[€£$¥]|zł|kč|kr|ft|usd|eur|chf)\Z|"
    r"(?:last\s|zuletzt\s)?(?:edited|modified|bearbeitet)\W?\Z|"
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\suhr)?\Z|"
    r"(?:(?:posted|written|geschrieben|publicado)\s)?(?:by|on|at|wrote|said|says|writes|replied|schrieb|"
    r"schreibt|sagt|dijo|dice|disse|scrive|schreef|skriver|pisze|написал|пишет)\W{0,3}\Z|"
    r"[▲△▴↑▼▽▾↓+\u2212^-]\Z|"
    r"[▲△▴↑▼▽▾↓♥❤👍★☆+\u2212-]{0,5}\s?\d{1,5}\Z|(?:herr|frau|mr|mrs|ms|monsieur|madame|señora?|sig(?:nora?)?|pan[ií]?)\.?\Z|"
    r"(?:hello|notice|warning|error|hinweis|achtung|attention|aviso|avviso)\W{0,3}\Z",
    re.IGNORECASE,
)
# the last ones are those of links to the post itself: "#", "∞"
# "Ann - 02-05-'06 10:22": a line that ends in a time holds a date
_CLOCKED = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?\Z")
# "Ann am 3.5.2020": the word in the element of the name, which would be no name alone
_TO_DATE = re.compile(r"(?<=\S)\s(?:am|at|on|le|el|il|em|op|den|dnia)\Z")
_SIGNS = f"{EDGE}●○◦▪■□►▶→#∞»›«‹^†⚓🔗"
_ADDRESSES = ("http://", "https://", "www.")
_LABELS = frozenset(("b", "strong", "th", "dt", "label", "span", "em", "i"))
# "Name:", "Namn:", before the name in old guestbooks; "From:" may head a mail that is quoted
_NAMES = r"name|namn|navn|nom|nome|nombre|naam|nimi|imię|jméno|meno|név|isim|имя|nick(?:name)?"
_LABEL = re.compile(rf"(?:{_NAMES}|autor|author|von|from)\s?:\Z", re.IGNORECASE)
_OF_NAMES = re.compile(rf"(?:{_NAMES})\s?:\Z", re.IGNORECASE)
# "Subject Name Anonymous 13/07/15(Mon)18:47": Japanese boards set the words before the name alone
_BARE = frozenset(("Name", "名前", "おなまえ", "投稿者", "名前:", "名前：", "投稿者:", "投稿者："))
# what links of names lead to, in the languages of Europe
PROFILE = re.compile(
    r"(?:/|\A|\?(?:action=)?)(?:user|profil|member|membre|miembro|membro|mitglied|benutzer|nutzer|usuario|utilisateur|"
    r"utente|bruger|bruker|anvandare|uzytkownik|uzivatel|autor|author|lide/|people/|u/|"
    # "/secure/ViewProfile.jspa?name=ann", "/@ann", "/@ann@mill.example"
    r"view-?profile|@[\w.@-]{1,60}/?\Z)|/ViewProfile"
)
# "Like 22", "Recommend (3)"
_VERBS = (
    r"posted|written|submitted|added|posté|écrit|ecrit|rédigé|publié|envoyé|déposé|laissé|"
    r"geschrieben|verfasst|gepostet|publicado|enviado|escrito|postado|scritto|inviato|postato|"
    r"pubblicato|geplaatst|geschreven|skrivet|postat|skrevet|napisane|dodane"
)
# "Posted by", "Posté par :", "Comment by": what stands before the name in a byline
_POSTED = re.compile(
    rf"\W{{0,3}}(?:(?:{_VERBS})|comment(?:aire|ario|o)?|kommentar|reactie|komentarz)\s"
    r"(?:by|par|von|por|da|di|de|door|av|af|przez)\s?:?\Z",
    re.IGNORECASE,
)
_OF_LEADS = r"\s(?:by|par|von|por|da|di|de|door|av|af|przez)\s?:?\s(?=\S)"
# "Commentaire n° 2 posté par Wren", "Postat av: Wren"
_LEAD = re.compile(
    rf"(?:{_VERBS}){_OF_LEADS}|(?:comment(?:aire|ario|o)?|kommentar)\s"
    rf"(?:n[°ºo]\.?|nr\.?|#)\s?\d{{1,6}}(?:\s(?:{_VERBS}))?{_OF_LEADS}",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s?(?:(?<=\s)\d{1,6}|[(\[]\d{1,6}[)\]])\Z")
_SERVING = frozenset(
    "like unlike share report flag follow permalink edit delete recommend upvote downvote teilen "
    "email e-mail homepage website www url 举报 檢舉 回复 回覆 "
    "melden löschen bearbeiten empfehlen partager signaler alerter modifier supprimer compartir "
    "denunciar "
    "condividi segnala delen melden dela anmäl udostępnij zgłoś поделиться пожаловаться "
    "删除 举报 编辑 分享 收藏 刪除 舉報 檢舉 編輯 分享 引用 回应".split()
)
_REPORTING = frozenset((
    "report abuse", "report comment", "report this", "report post", "flag comment",
    "kommentar melden", "beitrag melden", "missbrauch melden", "verstoß melden",
    "signaler un abus", "signaler un contenu", "signaler ce commentaire", "segnala abuso",
    "segnala un abuso", "segnala commento", "denunciar comentario", "denunciar abuso",
    "reportar abuso", "denunciar comentário", "misbruik melden", "meld misbruik", "ongepast",
    "zgłoś nadużycie", "nahlásit", "bejelentés",
))  # fmt: skip
"""What such links say in several words: those of a name, but for that."""
# "Ann's gravatar image", "Ann profile image", "Ann's user avatar": what tells a picture for those
# who do not see it, behind the name or before it
_PICTURE = (
    r"(?:user |profile )?(?:gr)?avatar(?: (?:image|picture|photo))?|"
    r"(?:profile|user) (?:image|picture|photo|pic)"
)
_PORTRAIT = re.compile(
    rf"(?P<name>\S.*?)(?:['’]s?)? (?:{_PICTURE})|"
    rf"(?:{_PICTURE}|photo|picture|portrait) (?:of|for|by)(?: user)? (?P<of>\S.*)|"
    r"(?:profilbild|avatar|foto|photo|bild)(?: de profil| de perfil| del profilo)?"
    r" (?:von|de|di|da|van|av|af) (?P<other>\S.*)",
    re.IGNORECASE,
)
# "vf-username", "Username-index__wrapper": what opens the card of the user it names
_USER = re.compile(r"user-?name|author-?name|display-?name", re.IGNORECASE)


def serves(words: str) -> bool:
    """Tell what a link says that serves the reader and is nobody's name: "Like", "Melden"."""
    said = words.casefold()
    return said in _SERVING or said in _REPORTING


def portrayed(words: str) -> str:
    """Give the name in a picture's words, without those that say that it is a picture.

    >>> portrayed("Ann Lee's gravatar image"), portrayed("Avatar for Ann Lee")
    ('Ann Lee', 'Ann Lee')
    """
    match = _PORTRAIT.fullmatch(words)
    return next(filter(None, match.groups()), words) if match else words


def names_user(button: Node) -> bool:
    """Tell a button that shows a user's name, by its class or that of what it stands in."""
    above = button.parent
    near = (button,) if above is None else (button, above)
    return any(_USER.search(node.attributes.get("class") or "") for node in near)


def is_name(text: str) -> bool:
    """Tell whether a text can be a name, and is no date, number of a list or address."""
    if not 0 < len(text) <= MAX_NAME or text.startswith(_ADDRESSES) or NO_NAME.match(text):
        return False
    if _CLOCKED.search(text) or leads_name(text):
        return False
    if not text.strip(_SIGNS) or serves(_COUNT.sub("", text)):
        return False
    return not date_in(text) and name_of(text)[1] is not None


def leads_name(text: str) -> bool:
    """Tell the words before the name in a byline: "Posted by", "Posté par"."""
    return len(text) <= MAX_LEAD and _POSTED.match(text) is not None


def without_lead(line: str) -> str:
    """Give the name of a byline that begins with words of posting: "Posted by Ann"."""
    return _LEAD.sub("", line, count=1) if _LEAD.match(line) else line


def titled(name: str, node: Node) -> str:
    """Give what a link's tip says of the name in it: "Guest - Ann" has the tip "Ann"."""
    link = node if node.tag == "a" else node.css_first("a[title]")
    tip = (attribute(link, "title") or "") if link is not None and "- " in name else ""
    return tip if tip and name.endswith(f"- {tip}") else name


def without_edges(comments: Sequence[Comment], lead: str) -> None:
    """Take the words beside the names off them, where no element parts them.

    "Comment by Ann" begins with the `lead` of other names; "Ann am" ends with what all names end
    with and what leads to the date behind, where there is more than one.
    """
    named = [comment for comment in comments if comment.author]
    ends = {m[0] if (m := _TO_DATE.search(comment.author or "")) else "" for comment in named}
    several = len({comment.author for comment in named}) > 1
    end = ends.pop() if several and len(ends) == 1 else ""  # "Sam I am" alone is a name
    for comment in named:
        name = (comment.author or "").removesuffix(end)
        if lead and name.startswith(f"{lead} "):
            name = name[len(lead) :].strip(EDGE) or name
        comment.author = name


def is_initial(text: str, others: Iterable[str]) -> bool:
    """Tell the letter that stands for a picture: "A" beside "Ann"."""
    letter = text.casefold()
    return len(text) == 1 and any(t.casefold().startswith(letter) for t in others if len(t) > 1)


def is_label(tag: str, text: str) -> bool:
    """Tell what stands before a name in old guestbooks: "Name:" in bold."""
    return tag in _LABELS and _LABEL.match(text) is not None


def labels_name(text: str) -> bool:
    """Tell a run of text that can stand before nothing but a name: "Name:"."""
    return text in _BARE or (text.endswith(":") and _OF_NAMES.match(text) is not None)
