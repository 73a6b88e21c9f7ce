"""Hold the words that forums print around posts, in the languages that occur."""

from __future__ import annotations

import re

from threadgraph.accents import either
from threadgraph.caseless import Caseless
from threadgraph.choice import Choice

__all__ = [
    "EXPAND",
    "FORUM_CHROME",
    "FORUM_END",
    "FORUM_LIKED",
    "FORUM_SOFT",
    "LAST_EDITED",
    "NAME_TAIL",
    "TAIL_SIGNS",
]

_EDITED_WORDS = (
    r"last edited|zuletzt bearbeitet|dernière (?:édition|modification)|última (?:edición|edição)|"
    r"ultima modifica|laatst bewerkt|senast redigerad|sidst redigeret|sist redigert|"
    r"viimeksi muokattu|ostatnia edycja|ostatnio edytowan[eyo]|naposledy upraven[oa]|"
    r"последнее редактирование|son düzenleme|ultima editare|utoljára szerkesztve"
)
# "Last edited:", "Zuletzt bearbeitet von einem Moderator: 3. Mai 2019": below a text of XenForo
LAST_EDITED = Caseless(
    either(
        rf"^(?:{_EDITED_WORDS})(?: (?:by|von|par|por|da|door|av|af|przez) .{{1,60}})?\s?:.{{0,60}}$"
    )
)

_EXPAND_WORDS = (
    r"click to (?:expand|shrink)|zum vergrößern anklicken|cliquez pour (?:agrandir|réduire)|"
    r"haz clic para expandir|clicca per (?:espandere|allargare)|clique para expandir|"
    r"klik om te vergroten|klicka för att (?:expandera|utöka)|klik for at udvide|"
    r"klikk for å utvide|klikkaa laajentaaksesi|kliknij, aby rozwinąć|kliknutím rozbalíte|"
    r"нажмите(?:, чтобы раскрыть| для раскрытия)|genişletmek için tıkla"
)
# "Click to expand...", "Zum Vergrößern anklicken....": below a quotation of XenForo
EXPAND = Caseless(either(rf"^(?:{_EXPAND_WORDS})\b[ .…:]*$"))

_BUTTON = (
    r"reply|quote|multi-?quote|like|share|save|report|edit|thanks?|top|back to top|"
    r"link|bookmark|love|haha|wow|"
    r"find|\+ ?quote|rate|edited|image|oldest first|newest first|most reactions|"
    r"sort by(?: (?:date|votes))?|"
    r"add to quote|see less|see more|antworten|zitieren|gefällt mir|melden|teilen|répondre|citer|"
    r"j'aime|responder|"
    r"citar|me gusta|rispondi|cita|mi piace|reageren|citeren|leuk|svara|citera|gilla|"
    r"link to (?:comment|post)|share on other sites|more sharing options|"
    r"share this (?:post|comment)|link zu diesem kommentar|auf anderen seiten teilen|"
    r"mit zitat antworten|répondre (?:avec citation|en citant)|responder (?:con cita|citando)|"
    r"alıntı ile cevapla|cevapla|rispondi (?:con citazione|citando)|reageer met citaat|"
    r"svara med citat|odpowiedz z cytatem|cytuj|beğen|me gusta|comentario|publicar|citaat|antwoord|"
    r"advertisements?|anzeige|werbung|anuncio|publicité|publicidad|pubblicità|reklam|reklama|"
    r"add bookmark|reply with quote|mark as solution|post reply|insert quotes|"
    r"only show this user|log in to reply|followers \d{1,6}|\d{1,4} reply|"
    r"go|first|prev|previous|next|last|next last|\d{1,5} of \d{1,5}|page \d{1,5}"
)
# "Reply Quote Like", "Reactions: ann, bob and 3 others", "12 Likes",
# "Last edited: Mar 8, 2016 at 5:13 AM", "Click to expand...", "See less See more"
FORUM_CHROME = Choice(
    either(
        rf"^(?:(?:{_BUTTON})(?:[\s|·•]+(?:{_BUTTON})){{0,9}}(?:\.\.\.|…)?|"
        r"(?:reactions|reaktionen|réactions|reacciones|reazioni|reacties)\s?:\s?.{0,150}|"
        r"\d{1,5} (?:likes?|reacties)|"
        rf"(?:{_EDITED_WORDS})"
        r"(?: by .{1,60})?(?:\s?:.{0,60}|\s.{1,60})?|"
        r"(?:this|the) post was (?:last )?(?:edited|modified).{0,120}|"
        r"(?:zuletzt )?(?:geändert|bearbeitet) (?:von|am) .{1,110}|última edición .{1,110}|"
        r"(?:modifié|édité) (?:en dernier )?(?:par|le) .{1,110}|editado (?:por|el) .{1,110}|"
        r"modificato (?:da|il) .{1,110}|(?:laatst )?(?:gewijzigd|bewerkt) (?:door|op) .{1,110}|"
        r"(?:senast )?(?:redigerad|ändrad) (?:av|:) .{1,110}|"
        r"ostatnio (?:edytowany|zmieniony) .{1,110}|"
        r"konu .{1,60} tarafından .{1,60} değiştirilmiştir\.?|"
        r"(?:the following |\d{1,4} )?users? (?:says?|said|thanked).{0,120}|"
        r"edited (?:.{3,40} )?by .{1,50}|"
        rf"(?:{_EXPAND_WORDS})"
        r"[ .…]*|attachments|view attachment \d{1,9}|-{5,60}|_{5,60}|…|\.{3})$"
    )
)

# "ann likes this.", "ann, bob and cem gefällt das"
FORUM_LIKED = Caseless(
    either(
        r"^.{1,150} (?:(?:like[sd]? this|gefällt das)(?: post)?|gillar detta|vind(?:en|t) dit leuk|"
        r"aime(?:nt)? (?:ceci|ça|cela)|piace (?:questo|questo elemento|quest[ao])|"
        r"gustan? esto|curti(?:u|ram) (?:isso|isto)|lubi(?:ą)? to|нравится это|это нравится|"
        r"bunu beğen\w{1,6}|synes (?:godt om|om) dette|liker dette|tykkää tästä|"
        r"(?:sagt|sagen) danke für diesen beitrag)\.?$"
    )
)

# Words of FORUM_CHROME that are a whole answer where a post says nothing else: "Thanks"
FORUM_SOFT = Caseless(r"^(?:thanks?|love|haha|wow|top|last|first|image|\d{1,4} likes?)$")

# What stands below the last post: "You must log in or register to reply here.", "Similar threads"
FORUM_END = Caseless(
    either(
        r"^\(?(?:you must (?:log in|be logged in|be registered|sign)\b.{0,100}|"
        r"(?:similar|related|recommended) (?:threads|topics|discussions|content|reading)\b.{0,40}|"
        r"(?:related topics|verwandte themen|sujets (?:connexes|similaires)|temas relacionados|"
        r"argomenti correlati|tópicos relacionados|gerelateerde (?:topics|onderwerpen)|"
        r"powiązane tematy|relaterade ämnen|связанные темы|похожие темы|ilgili konular|"
        r"関連トピック|相关话题)|"
        r"(?:topic|thema|sujet|tema|argomento|tópico|onderwerp|temat|ämne|тема|konu)\s?"
        r"(?:replies|antworten|réponses|respuestas|risposte|respostas|antwoorden|odpowiedzi|svar|"
        r"ответ\w{1,2}|cevaplar)\s?[^\W\d_]{4,16}(?:\s?[^\W\d_]{4,12})?|"
        r"(?:angetrieben von|propulsé par|con tecnología de|(?:fornito|offerto) da|"
        r"desenvolvido por|mogelijk gemaakt door|drivs av|napędzan[ey] przez|работает на) .{1,80}|"
        r"(?:possibly related|mögliche ähnliche|möjligtvis relaterade|posibles temas|"
        r"sujets similaires|temas similares|discussioni simili|vergelijkbare|liknande|podobne)\b"
        r".{0,40}|"
        r"(?:användare som läser|benutzer, die|usuarios? (?:viendo|navegando)|"
        r"utilisateurs? parcourant|users? browsing)\b.{0,80}|"
        r"« (?:äldre|älter|older|ein thema zurück).{0,60}|"
        r"(?:suggested|recommended) (?:topics|communities)|users who are viewing.{0,60}|"
        r"(?:share this page|diese seite empfehlen|partager cette page|compartir esta página|"
        r"deel deze pagina|dela (?:denna sida|sidan)|del denne side|condividi questa pagina|"
        r"udostępnij tę stronę|поделиться этой страницей|bu sayfayı paylaş|"
        r"compartilhar esta página|jaa tämä sivu)|"
        r"(?:share|teilen|partager|compartir) ?:.{0,150}|go to page|top contributors this month|"
        r"forum statistics|not open for further replies\.?|(?:this|the) (?:topic|thread) (?:is|has"
        r" been) (?:now )?(?:archived|closed|locked)\b.{0,80}|create an account or sign in.{0,60}|"
        r"join the conversation|reply to this (?:topic|thread)|write your reply\.*|"
        r"return to .{1,80}|powered by .{1,80}|thread tools|posting (?:permissions|rules)|"
        r"forum ?(?:regeln|rules|regels)|you may not post .{3,40}|es ist (?:ihnen|dir) nicht "
        r"erlaubt.{0,60}|(?:règles|reglas|regole) .{0,12}messag.{0,8}|all times are gmt.{0,60}|"
        r"alle zeitangaben in .{0,60}|fuseau horaire .{0,60}|la franja horaria .{0,80}|"
        r"« (?:previous|next).{1,150}|«? ?(?:previous|next) (?:thread|topic) ?[|»].{0,150}|"
        r"du musst .{3,60} um .{3,60}|ähnliche (?:themen|beiträge)|berechtigungen|"
        r"antwort erstellen|bitte .{3,40} um (?:hier )?zu antworten|jump to\b.{0,40}|"
        r"display: all posts.{0,300}|\d{1,6} (?:posts|beiträge|messages|mensajes) • .{1,60}|"
        r"(?:display posts from previous|beiträge der letzten zeit anzeigen|"
        r"(?:afficher les messages postés|montrer les messages) depuis|"
        r"mostrar (?:mensajes previos|mensagens anteriores)|visualizza ultimi messaggi|"
        r"toon berichten van vorig|wyświetl posty nie starsze niż|"
        r"показать сообщения за|vis indlæg fra|visa inlägg nyare än)\b.{0,200}|"
        r"print view|seite \d{1,5} von \d{1,5}.{0,80}|gehe zu seite:?.{0,20}|"
        r"« vorheriges thema.{0,60}|go to (?:topic|question) listing|"
        r"an older thread.{0,80}|this is an older thread.{0,200})$"
    )
)

TAIL_SIGNS = frozenset("rRpP")
"""What ends all names that end as NAME_TAIL does."""

# "ann Discussion starter", "ann OP": what skins print behind the name of who began the thread
NAME_TAIL = re.compile(
    r"\s+(?:[·•|]\s+)?(?:discussion starter|thread starter|original poster|topic starter|OP)$",
    re.IGNORECASE,
)
