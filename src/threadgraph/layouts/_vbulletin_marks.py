"""Hold the lines by which vBulletin marks its posts and cards, in all versions and languages."""

from __future__ import annotations

import re

from threadgraph.caseless import Caseless

__all__ = [
    "BARE",
    "BUTTONS",
    "CARD",
    "DATED",
    "INLINE",
    "ITEM",
    "NUMBER",
    "OLD",
    "PICTURE",
    "STATE_SIGNS",
    "SUBJECT",
    "TITLE",
    "TOLD",
    "VALUE",
]

# The text of the picture before a date in version 3
STATES = (
    "old default unread alt standard ungelesen vieux antiguo viejo vecchio oud gammel eski yeni "
    "stary старый nuevo nuovo neu new".split()
)
STATE = rf"(?:(?:{'|'.join(STATES)}) )"
STATE_SIGNS = frozenset(sign for state in STATES for sign in (state[0], state[0].upper()))
# "03.03.2011, 14:17 #661", "Today, 10:02 AM #3 (permalink)", "Old 01-02-2005, 10:00 AM#3"
DATED = re.compile(
    rf"^{STATE}?(?P<date>.{{6,32}}?)[\s|]*#(?P<number>\d{{1,6}})(?: ?\(permalink\))?$",
    re.IGNORECASE,
)
# "Old 01-02-2005, 10:00 AM": where a line filter dropped the number
OLD = re.compile(rf"^{STATE}(?P<date>.{{6,32}})$", re.IGNORECASE)
_PICTURE = (
    r"(?:Default|Standard|Unread|Par défaut|Predeterminado|Predefinito|Standaard|Varsayılan|"
    r"Padrão|Domyślnie|По умолчанию|Cevap|Výchozí|Lightbulb|Question|Exclamation|Arrow|Cool|"
    r"Smile|Talking|Thumbs (?:up|down)|Wink|Frage|Ausrufezeichen|Idee|Pfeil)"
)
# "Default Re: Which mill?", "Standard AW: Welche?": the text of a picture, the title
SUBJECT = re.compile(
    rf"^(?:{_PICTURE} )?(?:Re|Aw|Ynt|Sv|Odp|Vs|Ответ): ?(\S.{{0,120}})$", re.IGNORECASE
)
PICTURE = re.compile(rf"^{_PICTURE} ?")
# "#661", "#661 (permalink)"
NUMBER = re.compile(r"^#(\d{1,6})(?: ?\(permalink\))?$", re.IGNORECASE)
LABEL = (
    r"(?:join date|location|posts|beans|vehicle|registriert(?: seit)?|ort|beiträge|"
    r"date d'inscription|localisation|messages|fecha de ingreso|registrado|ubicación|mensajes|"
    r"data registrazione|registrato|messaggi|üyelik tarihi|mesajlar|tecrübe puanı|nereden|"
    r"geregistreerd|berichten|locatie|reg\.? ?datum|inlägg|"
    r"rep power|reputation|blog entries|age|real name|threads|ancienneté)"
)
# thanks that are counted; a text may begin with them
_THANKED = r"(?:danke|thanks|thanked)"
# in other languages these begin sentences, too: with a colon they do not
_COLONED = (
    r"(?:регистрация|сообщени[йя]|репутация|адрес|возраст|реєстрація|повідомлень|zarejestrowany|"
    r"dołączył|posty|postów|miasto|reputacja|data de ingresso|mensagens|localização|registrace|"
    r"příspěvky|bydliště|regisztrált|hozzászólás|hely|înregistrat|mesaje|εγγραφή|μηνύματα|"
    r"registreret|indlæg|registrert|innlegg|sted|rekisteröity|viestit|paikkakunta)"
)
# "Join Date: Jan 2008", "Registriert seit: 05.2010", "View Profile", "Posts 1,234", "UK Posts"
CARD = Caseless(
    rf"^{LABEL}\b ?:?.{{0,80}}$|^[^?!]{{0,40}}\s{LABEL}$|^{_COLONED} ?: ?\S.{{0,60}}$|"
    rf"^{_THANKED}(?: ?:.{{0,80}}| ?[\d,.]{{1,9}}\b.{{0,60}})?$|"
    r"^(?:view profile|view forum posts|private message|view blog entries|visit homepage|"
    r"view articles|add as contact|send email|profil|(?:forum-)?beiträge(?: anzeigen)?|"
    r"private nachricht|homepage besuchen|blog anzeigen|artikel anzeigen|ver perfil|"
    r"mensaje privado|voir le profil|message privé)$|"
    r"^\S.{0,58} (?:is|ist|está|est) (?:offline|online|hors ligne|desconectado|en línea|"
    r"on a distinguished road|(?:ein|a|an) .{1,40})$|^\S.{0,40} has .{3,40} (?:future|about)$"
)
BARE = re.compile(rf"(?:^|\s)(?:{LABEL}|{_THANKED})$", re.IGNORECASE)
# "Premium Member Join Date Nov 2010Location Denver, COPosts 35": the card in one row
INLINE = Caseless(
    r"(?:join date|registriert seit|date d'inscription|fecha de ingreso|üyelik tarihi|"
    r"data registrazione|geregistreerd|registrado) ?:? ?.{0,20}\d{4}"
)
# "ann is offline", "Senior Member Avatar von ann", "ann's Avatar", "Ann Lee's Avatar Member": the
# texts of pictures tell the name
TOLD = re.compile(
    r"^(\S.{0,38}?) (?:is|ist|está) (?:offline|online|on a distinguished road)|"
    r"\bAvatar (?:von|de|di|van) (\S.{0,39})$|(?:^|\s)(\S{1,40})'s Avatar$|"
    r"\bАватар (?:для|пользователя) (\S.{0,39})$|\bAwatar (\S.{0,39})$|"
    r"^(\S.{0,38}?)'s Avatar (?=\S)",
    re.IGNORECASE,
)
# "Thread: Which mill?", "Thema: Welche Mühle?": the title above the posts, which repeat it
TITLE = re.compile(
    r"^(?:Thread|Thema|Tema|Discussion|Discussione|Konu|Onderwerp|Ämne|Hilo): (\S.{0,150})$"
)
_COMMENT = (
    r"(?:comment|kommentieren|kommentare?|comentar(?:io)?|comentário|commenter|commentaire|"
    r"commenta|commento|reageren|reactie|kommentera|kommenter|komentuj|skomentuj|комментировать|"
    r"комментарий|yorum(?: yap)?|kommentoi|komentovat|komentář|hozzászólás|comentariu)"
)
_LIKED = (
    r"(?:(?:thanks|likes?|gefällt mir|me gusta|j[’']aime|mi piace|gosto|curtir|vind ik leuk|gilla|"
    r"lubię to|нравится|beğen|danke) \d{1,4}.{0,30})"
)
BUTTONS = re.compile(
    rf"^(?:{_COMMENT}|{_LIKED}|{_COMMENT} {_LIKED}|sponsored links|"
    r"reply with quote.{0,40}|mit zitat antworten|zitieren|antworten|share tweet|post|flag|"
    r"\d{1,4}|reply with quote 0|\S.{0,58} (?:is|ist) (?:offline|online).{0,60})$",
    re.IGNORECASE,
)
# "07.2006", "23.899", "Nähe Kassel", "17491 Mal in 199 Beiträgen bedankt"
VALUE = re.compile(r"^(?:[\d.,/ -]{1,12}|[^\W\d_]{3,10}\.? \d{4}|\d.{0,50}|\S[^.?!]{0,38})$")
ITEM = re.compile(r"^\d{1,4}\.$")
