"""Hold the lines by which vBulletin marks its posts and cards, in all versions and languages."""

from __future__ import annotations

import re

from threadgraph.caseless import Caseless
from threadgraph.layouts._text.words import ANSWERS

__all__ = [
    "AVATAR",
    "BARE",
    "BUTTONS",
    "CARD",
    "DATED",
    "GUEST",
    "GUESTS",
    "INLINE",
    "ITEM",
    "LED",
    "NUMBER",
    "OLD",
    "PICTURE",
    "POST_OF",
    "PRESENT",
    "SINGLE",
    "STATES",
    "STATE_SIGNS",
    "SUBJECT",
    "THANKED",
    "THANKS",
    "TITLE",
    "TOLD",
    "VALUE",
]

# The text of the picture before a date in version 3
STATES = (
    "old default unread alt standard ungelesen vieux antiguo viejo vecchio oud gammel eski yeni "
    "stary старый nuevo nuovo neu new cũ mới قديم جديد قدیمی".split()
)
STATE = rf"(?:(?:{'|'.join(STATES)}) )"
STATE_SIGNS = frozenset(sign for state in STATES for sign in (state[0], state[0].upper()))
# "03.03.2011, 14:17 #661", "Today, 10:02 AM #3 (permalink)", "Old 01-02-2005, 10:00 AM#3"
DATED = re.compile(
    rf"^{STATE}?(?P<date>.{{6,32}}?)[\s|]*#(?P<number>\d{{1,6}})(?: ?\(permalink\))?$",
    re.IGNORECASE,
)
# "post #2 of 23 (permalink) Old 04-26-2015, 01:55 PM Thread Starter": skins of version 3
POST_OF = re.compile(
    rf"^post #(?P<number>\d{{1,6}}) of \d{{1,6}} ?\( ?permalink ?\) {STATE}?(?P<date>.{{6,32}}?)"
    r"(?: Thread Starter)?$",
    re.IGNORECASE,
)
# "#661 03.03.2011, 14:17": both cells of version 3's header in one row
LED = re.compile(
    rf"^#(?P<number>\d{{1,6}})(?: ?\(permalink\))?[\s|]+{STATE}?(?P<date>\S.{{5,31}})$",
    re.IGNORECASE,
)
# The heading of a page with one post
SINGLE = frozenset(
    ("view single post", "einzelnen beitrag anzeigen", "voir un message", "ver mensaje individual",
     "visualizza messaggio singolo", "enkele post bekijken", "visa ett inlägg",
     "показать сообщение отдельно", "tek mesajı görüntüle", "podgląd pojedynczego posta")
)  # fmt: skip
# "Old 01-02-2005, 10:00 AM": where a line filter dropped the number, or a skin names it in words
OLD = re.compile(
    rf"^{STATE}(?P<date>.{{6,32}}?)(?:\s+(?:رقم )?المشاركة ?:? ?\[?\d{{1,6}}\]?)?$", re.IGNORECASE
)
_PICTURE = (
    r"(?:Default|Standard|Unread|Par défaut|Predeterminado|Predefinito|Standaard|Varsayılan|"
    r"Padrão|Domyślnie|По умолчанию|Cevap|Výchozí|Mặc định|افتراضي|پیش فرض|"
    r"Lightbulb|Question|Exclamation|Arrow|Cool|"
    r"Smile|Talking|Thumbs (?:up|down)|Wink|Angry|Unhappy|Red face|Post|Frage|Ausrufezeichen|"
    r"Idee|Pfeil|Daumen (?:hoch|runter))"
)
# "Default Re: Which mill?", "Standard AW: Welche?": the text of a picture, the title
SUBJECT = re.compile(
    rf"^(?:{_PICTURE} )?(?:{ANSWERS}): ?(\S.{{0,120}})$",
    re.IGNORECASE,
)
PICTURE = re.compile(rf"^{_PICTURE} ?")
# "#661", "#661 (permalink)"
NUMBER = re.compile(r"^#(\d{1,6})(?: ?\(permalink\))?$", re.IGNORECASE)
# in other languages these begin sentences, too: with a colon they do not
_COLONED = (
    r"(?:регистрация|сообщени[йя]|репутация|адрес|возраст|реєстрація|повідомлень|zarejestrowany|"
    r"dołączył|posty|postów|miasto|reputacja|data de ingresso|mensagens|localização|registrace|"
    r"příspěvky|bydliště|regisztrált|hozzászólás|hely|înregistrat|mesaje|εγγραφή|μηνύματα|"
    r"registreret|indlæg|registrert|innlegg|sted|rekisteröity|viestit|paikkakunta|"
    r"تاريخ التسجيل|المشاركات|الدولة|الإقامة|الاقامة|المدينة|العمر|الجنس|قوة السمعة|"
    r"معدل تقييم المستوى|رقم العضوية|تاریخ عضویت|نوشته ها|محل سکونت)"
)
# these do so even alone in a row, where no colon stands but a value below
_ALONE = r"(?:tham gia(?: ngày)?|ngày (?:gia nhập|tham gia)|bài (?:viết|gửi)|nơi cư ngụ|đến từ)"
_TOLD_LABEL = (
    r"(?:join date|location|registriert(?: seit)?|ort|date d'inscription|localisation|"
    r"fecha de ingreso|registrado|ubicación|data registrazione|registrato|üyelik tarihi|nereden|"
    r"geregistreerd|locatie|reg\.? ?datum|real name|ancienneté)"
)
# Behind these stands a number or a colon: "Thanks for the help" is an answer
_COUNT_LABEL = (
    r"(?:posts|beans|vehicle|beiträge|danke|messages|mensajes|messaggi|mesajlar|tecrübe puanı|"
    r"berichten|inlägg|rep power|reputation|thanks|thanked|blog entries|age|threads)"
)
LABEL = rf"(?:{_TOLD_LABEL}|{_COUNT_LABEL})"
# What the board says of a member's reputation: other sentences with "is a" are text
_REPUTE = (
    r"(?:is (?:on a distinguished road|an unknown quantity at this point|a jewel in the rough|"
    r"just really nice|a glorious beacon of light|a name known to all|a splendid one to behold|"
    r"infamous around these parts)|will become famous soon enough|can only hope to improve|"
    r"has (?:a spectacular aura about|a brilliant future|much to be proud of|"
    r"a reputation beyond repute|a little shameless behaviou?r in the past)|"
    r"ist (?:ein sehr geschätzter mensch|ein wunderbarer anblick|ein lichtblick|"
    r"einfach richtig nett|jedem bekannt|zur zeit noch ein unbeschriebenes blatt)|"
    r"befindet sich auf einem aufstrebenden ast|wird schon bald berühmt werden|"
    r"kann auf vieles stolz sein|hat eine strahlende zukunft)"
)
_PRESENCES = "offline|online|hors ligne|desconectado|en línea|déconnecté|connecté"
# "ann is offline": in the card in version 4, below the text in version 3
_PRESENT = rf"^\S.{{0,58}} (?:is|ist|está|est) (?:{_PRESENCES})$"
# "Join Date: Jan 2008", "Registriert seit: 05.2010", "View Profile", "Posts 1,234", "UK Posts"
CARD = Caseless(
    rf"^{_TOLD_LABEL}\b ?:?.{{0,80}}$|^{_COUNT_LABEL}(?: ?[:(\d].{{0,80}})?$|"
    rf"^[^?!]{{0,40}}\s(?!(?:thanks|danke)$){LABEL}$|"
    rf"^{_COLONED} ?: ?\S.{{0,60}}$|^{_ALONE}(?: ?:.{{0,60}})?$|"
    r"^(?:view profile|view forum posts|private message|view blog entries|visit homepage|"
    r"view articles|add as contact|send email|profil|(?:forum-)?beiträge(?: anzeigen)?|"
    r"private nachricht|homepage besuchen|blog anzeigen|artikel anzeigen|ver perfil|"
    r"mensaje privado|voir le profil|message privé)$|"
    rf"{_PRESENT}|"
    rf"^\S.{{0,58}} {_REPUTE}$|"
    r"^(?:mentioned|tagged|quoted): \d{1,6} (?:post|thread)\(s\)$|"
    r"^received \d[\d,]{0,7} likes? on \d[\d,]{0,7} posts?$"
)
# "Thanks": a label above a count, or a whole answer
THANKS = frozenset(("thanks", "danke"))
PRESENT = Caseless(_PRESENT)
BARE = re.compile(rf"(?:^|\s){LABEL}$|^{_ALONE}$", re.IGNORECASE)
# "Premium Member Join Date Nov 2010Location Denver, COPosts 35": the card in one row
INLINE = Caseless(
    r"(?:join date|registriert seit|date d'inscription|fecha de ingreso|üyelik tarihi|"
    r"data registrazione|geregistreerd|registrado) ?:? ?.{0,20}\d{4}|"
    r"\b(?:registro|регистрация|data de inscrição|data da adesão|reg\.datum): .{0,20}\d{4}"
)
GUESTS = frozenset(
    "guest gast invité invitado convidado ospite gość гость gäst gæst gjest misafir host".split()
)
# "Posts: n/a": guests, and writers of mirrored newsgroups
GUEST = Caseless(r"^(?:posts|beiträge) ?: ?n/a$")
# "Ann Lee's Avatar", a row of its own in version 3
AVATAR = re.compile(r"^(\S.{0,38}?)'s Avatar$")
# "ann is offline", "Senior Member Avatar von ann", "ann's Avatar", "Ann Lee's Avatar Member": the
# texts of pictures tell the name
TOLD = re.compile(
    rf"^(\S.{{0,38}}?) (?:is|ist|está|est) (?:{_PRESENCES}|on a distinguished road)|"
    r"\b(?:Avatar|Benutzerbild) (?:von|de|di|van) (\S.{0,39})$|(?:^|\s)(\S{1,40})'s Avatar$|"
    r"\bАватар (?:для|пользователя) (\S.{0,39})$|\bAwatar (\S.{0,39})$|"
    r"^الصورة الرمزية (\S.{0,39})$|"
    r"^(\S.{0,38}?)'s Avatar (?=\S)",
    re.IGNORECASE,
)
# "Thread: Which mill?", "Thema: Welche Mühle?": the title above the posts, which repeat it
TITLE = re.compile(
    r"^(?:Thread|Thema|Tema|Discussion|Discussione|Konu|Onderwerp|Ämne|Hilo|Ðề tài|Đề tài|Chủ đề|"
    r"الموضوع): (\S.{0,150})$"
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
    r"(?:quote )?quick reply|remove advertisements?(?: sponsored links)?|"
    r"reply with quote.{0,40}|mit zitat antworten|zitieren|antworten|share tweet|post|flag|"
    r"\d{1,4}|reply with quote 0|\S.{0,58} (?:is|ist) (?:offline|online).{0,60})$",
    re.IGNORECASE,
)
# "The Following 2 Users Say Thank You to ann For This Useful Post:", and the names below
THANKED = re.compile(
    r"^(?:the following .{0,20}users? .{2,60} to .{1,60} for this .{0,12}post|"
    r"folgende[rn]? .{0,20}benutzer (?:sagt?|sagen|bedank(?:t|en) sich) .{3,90}):?$",
    re.IGNORECASE,
)
# "07.2006", "23.899", "Nähe Kassel", "17491 Mal in 199 Beiträgen bedankt"
VALUE = re.compile(r"^(?:[\d.,/ -]{1,12}|[^\W\d_]{3,10}\.? \d{4}|\d.{0,50}|\S[^.?!]{0,38})$")
ITEM = re.compile(r"^\d{1,4}\.$")
