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
    r"link|bookmark|add bookmark|love|haha|wow|solution|"
    r"find|\+ ?quote|rate|edited|image|oldest first|newest first|most reactions|"
    r"sort by(?: (?:date|votes))?|"
    r"add to quote|see less|see more|antworten|zitieren|gefällt mir|melden|teilen|répondre|citer|"
    r"j'aime|responder|"
    r"citar|me gusta|rispondi|cita|mi piace|reageren|citeren|leuk|svara|citera|gilla|"
    r"link to (?:comment|post)|share on other sites|more sharing options|"
    r"share this (?:post|comment)|link zu diesem kommentar|auf anderen seiten teilen|"
    r"mit zitat antworten|répondre (?:avec citation|en citant)|responder (?:con cita|citando)|"
    r"alıntı ile cevapla|cevapla|rispondi (?:con citazione|citando)|reageer met citaat|"
    r"odpowiedz|ответить(?: с цитатой)?|цитировать|відповісти|besvar|vastaa|lainaa|odpovědět|"
    r"citovat|yanıtla|"
    r"válasz|răspunde|balas|svara med citat|odpowiedz z cytatem|cytuj|"
    r"beğen|anmäl|rapportera|annons|me gusta|comentario|publicar|citaat|antwoord|"
    r"advertisements?|advertentie|anzeige|werbung|anuncio|publicité|publicidad|pubblicità|reklam|"
    r"reklama|"
    r"add bookmark|reply with quote|mark as solution|post reply|insert quotes|"
    r"only show this user|log in to reply|followers \d{1,6}|\d{1,4} reply|"
    r"adv(?:anced)? reply|"
    r"go|first|prev|previous|next|last|next last|\d{1,5} of \d{1,5}|"
    r"(?:page|seite|p[aá]gina|strona|sida|side|страница) \d{1,5}"
    r"(?: (?:of|von|sur|de|di|van|z|av|af|из) \d{1,5})?"
)
# "Reply Quote Like", "Reactions: ann, bob and 3 others", "12 Likes",
# "Last edited: Mar 8, 2016 at 5:13 AM", "Click to expand...", "See less See more"
FORUM_CHROME = Choice(
    either(
        rf"^(?:(?:{_BUTTON})(?:[\s|·•]+(?:{_BUTTON})){{0,9}}(?:\.\.\.|…)?|"
        r"(?:reactions|reaktionen|réactions|reacciones|reazioni|reacties)\s?:\s?.{0,150}|"
        r"\d{1,5} (?:likes?|reacties)|like\d{1,4}|"
        r"tags: (?:none|keine|aucun|ninguno|nessuno|geen)|"
        r"(?:einmal|\d{1,3}[- ]mal) editiert, zuletzt von .{1,80}|"
        r"edited (?:once|\d{1,3} times), last by .{1,80}|"
        rf"(?:{_EDITED_WORDS})"
        r"(?: by .{1,60})?(?:\s?:.{0,60}|\s.{1,60})?|"
        r"(?:this|the) post was (?:last )?(?:edited|modified).{0,120}|"
        r"(?:zuletzt )?(?:geändert|bearbeitet) (?:von|am) .{1,110}|última edición .{1,110}|"
        r"(?:modifié|édité) (?:en dernier )?(?:par|le) .{1,110}|editado (?:por|el) .{1,110}|"
        r"modificato (?:da|il) .{1,110}|(?:laatst )?(?:gewijzigd|bewerkt) (?:door|op) .{1,110}|"
        r"(?:senast )?(?:redigerad|ändrad) (?:av|:) .{1,110}|"
        r"ostatnio (?:edytowany|zmieniony) .{1,110}|"
        r"konu .{1,60} tarafından .{1,60} değiştirilmiştir\.?|"
        r"(?:the following |these |\d{1,4} )?users? (?:says?|said|thanked).{0,120}|"
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

# Below the last post of phpBB, vBulletin, MyBB and SMF: who is here, other threads, the time zone
_BOARD_END = (
    # "Who is online", "Users browsing this forum: Bing and 1 guest"
    r"(?:who(?:'s| is) online|wer ist online|qui est en ligne|¿?quién está (?:conectado|en línea)|"
    r"chi c[’']è in linea|quem está (?:online|ligado|conectado)|wie is er online|vilka är online|"
    r"hvem er (?:online|i nettet|på nettet|tilstede)|paikalla olijat|kto jest online|"
    r"kto przegląda forum|kdo je (?:online|přítomen)|kto je (?:online|prítomný)|"
    r"кто сейчас на (?:конференции|форуме)|хто (?:зараз )?онлайн|kimler (?:çevrimiçi|online)|"
    r"ki van itt|jelenlévő fórumozók|cine este (?:conectat|online)|кой е на линия|"
    r"[tk]ko je (?:online|onlajn|prisutan)|μέλη σε σύνδεση|siapa yang online|在线用户|谁在线|"
    r"オンラインデータ)\s?\??|"
    r"(?:mitglieder in diesem forum|utilisateurs parcourant ce forum|visitano il forum|"
    r"usu[aá]rios navegando (?:neste|por este) f[oó]ro?u?m?|gebruikers op dit forum|"
    r"użytkownicy przeglądający (?:to forum|ten dział|ten wątek)|"
    r"сейчас этот форум просматривают|användare som besöker|uživatelé prohlížející|"
    r"brugere der læser|pengguna yang sedang melihat|kullanıcılar|käyttäjiä lukemassa)\b.{0,100}|"
    # "Thread Information", "Active topics of the moment"
    r"(?:thread information|themen-informationen|informazioni discussione|"
    r"información (?:de|del|sobre el) tema|informations? (?:de|sur) la discussion|"
    r"informações (?:do|deste) tópico|onderwerp informatie|informacje o wątku|"
    r"информация о теме|konu bilgisi|ämnesinformation|tråd information|"
    # "Privacy policy": the foot of a site
    r"contact us|terms and rules|terms of (?:use|service)|privacy policy|nutzungsbedingungen|"
    r"datenschutzerklärung|impressum|nous contacter|politique de confidentialité|"
    r"(?:términos|condiciones) y (?:reglas|condiciones)|política de privacidad|privacybeleid|"
    r"voorwaarden en regels|informativa sulla privacy|polityka prywatności|"
    # "Latest posts": the heading of a block at the side, which stands below in text
    r"(?:latest|newest|recent) posts|neue(?:ste)? beiträge|letzte beiträge|derniers messages|"
    r"(?:últimos|nuevos) mensajes|(?:laatste|nieuwe) berichten|(?:ultimi|nuovi) messaggi|"
    r"(?:últimas|novas) mensagens|(?:senaste|nya) inläggen?|(?:najnowsze|ostatnie) posty|"
    r"(?:latest|recent) active topics|neueste aktive themen|temas activos recientes|"
    r"tópicos ativos recentes|sujets actifs récents|discussioni attive recenti|"
    r"recente actieve onderwerpen)|"
    # "Zurück zu „Digital“", "Retourner vers « Mécanique »", before 3.2 without these
    r"retourner vers [^.,;:!?]{2,60}|"
    r"(?:return to|retourner (?:vers|à)|revenir (?:vers|à)|zurück zu|volver a|torna a|voltar para|"
    r"(?:keer )?terug naar|wróć do|powrót do|вернуться в|återgå till|tilbage til|tilbake til|"
    r"zpět na|palaa|vissza:?|повернутись до) [«\"“„'].{2,60}[»\"”“']|"
    # "Quick Navigation Workshop Top", "Forum Jump:", "Gehe zu:"
    r"(?:quick navigation|schnellnavigation|navigation rapide|navegación rápida|"
    r"navigazione rapida|navegação rápida|snelle navigatie|szybka nawigacja|быстрый переход|"
    r"snabbnavigering|hurtig navigation|hızlı erişim)\b.{0,80}|"
    r"(?:forum jump|gehe zu|salto de foro|saut(?:er)? vers|atteindre|vai al forum|salta a|"
    r"ir para o fórum|ga naar(?: locatie)?|skocz do|przejdź do|перейти(?: к форуму)?|"
    r"hızlı menü|hoppa till|gå til|siirry(?: foorumiin)?|přejít na(?: fórum)?|lompat forum|"
    r"ugrás) ?:.{0,40}|"
    # "Go Up Pages: [1]", "Pages: [1] Go Up"
    r"(?:(?:pages?|seiten?|páginas?|pagin[ae]|sidor|sider|strony?|strana|страниц[аы]|sayfa|sivut?)"
    r" ?:? ?(?:\[?\d{1,4}\]?\s?){1,5}\s?)?"
    r"(?:go up|nach oben|en haut|ir arriba|ir para o topo|vai su|(?:ga )?omhoog|gå upp|do góry|"
    r"nahoru|вверх|yukarı git|ylös|til toppen)"
    r"(?:\s?(?:pages?|seiten?|páginas?|pagin[ae]|sidor|sider|strony?|strana|страниц[аы]|sayfa|"
    r"sivut?) ?:? ?(?:\[?\d{1,4}\]?\s?){1,5})|"
    # "« Next Oldest | Next Newest »"
    r"« ?[^«»|.?!]{3,60} ?\| ?[^«»|.?!]{3,60} ?»|"
    r"(?:todas las horas|tutti gli orari|todos os horários|toutes les heures|alle tijden|"
    r"alla tider|alle tider|wszystkie czasy|часовой пояс|tüm zamanlar|kaikki ajat)\b.{0,20}"
    r"\b(?:gmt|utc|cet)\b.{0,60}|"
)

# What stands below the last post: "You must log in or register to reply here.", "Similar threads"
_NEXT = (
    "next page|nächste seite|page suivante|(?:página )?siguiente|próxima página|página seguinte|"
    "pagina successiva|volgende pagina|następna strona|nästa sida|neste side|næste side|"
    "další stránka|seuraava sivu|sonraki sayfa|следующая страница"
)
_PREVIOUS = (
    "previous page|vorherige seite|page précédente|(?:página )?anterior|"
    "pagina precedente|vorige pagina|poprzednia strona|föregående sida|forrige side|"
    "předchozí stránka|edellinen sivu|önceki sayfa|предыдущая страница"
)
"""Links of Discourse to its other pages: "next page →"."""

FORUM_END = Caseless(
    either(
        rf"^\(?(?:{_BOARD_END}"
        r"you must (?:log in|be logged in|be registered|sign)\b.{0,100}|"
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
        rf"(?:{_NEXT}) →|← (?:{_PREVIOUS})|"
        r"jetzt mitmachen!|participate now!|"
        r"forum statistics|not open for further replies\.?|(?:this|the) (?:topic|thread) (?:is|has"
        r" been) (?:now )?(?:archived|closed|locked)\b.{0,80}|create an account or sign in.{0,60}|"
        r"in order to be able to post messages on the .{1,80}|"
        r"join the conversation|reply to this (?:topic|thread)|write your reply\.*|"
        r"return to .{1,80}|powered by .{1,80}|thread tools|posting (?:permissions|rules)|"
        r"forum ?(?:regeln|rules|regels)|you may not post .{3,40}|es ist (?:ihnen|dir) nicht "
        r"erlaubt.{0,60}|(?:règles|reglas|regole) .{0,12}messag.{0,8}|all times are gmt.{0,60}|"
        r"alle zeitangaben in .{0,60}|fuseau horaire .{0,60}|la franja horaria .{0,80}|"
        r"« (?:previous|next).{1,150}|«? ?(?:previous|next) (?:thread|topic) ?[|»].{0,150}|"
        r"du musst .{3,60} um .{3,60}|ähnliche (?:themen|beiträge)|berechtigungen|"
        r"antwort erstellen|bitte .{3,40} um (?:hier )?zu antworten|jump to\b.{0,40}|"
        r"display: all posts.{0,300}|(?:\d{1,6} [^\W\d_]{3,14}|[^\W\d_]{3,14}: ?\d{1,6}) • .{1,60}|"
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
