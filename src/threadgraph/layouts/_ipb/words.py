"""Hold the words that Invision Community prints around posts, in its languages."""

from __future__ import annotations

import re

from threadgraph.accents import either, with_bare
from threadgraph.caseless import Caseless
from threadgraph.choice import Choice
from threadgraph.layouts._boards.words import FORUM_END

__all__ = [
    "BAR",
    "CONTROL",
    "EDITED",
    "END",
    "FEATURED",
    "FIGURES",
    "FOOT",
    "HEADED",
    "LIKED",
    "NUMBERED",
    "POSTED",
    "REACTION",
    "RECOMMENDED",
    "SHARE",
    "TOTAL",
    "may_be_posted",
]

MAX_FIRST = 24
"""More letters than the words have with which a header begins."""

_POSTED_WORDS = """
    Posted, Geschrieben, Posté, Posté(e), Écrit, Publicado, Escrito, Enviado, Postado, Inviato,
    Inviata, Postato, Pubblicato, Scritto, Geplaatst, Verzonden, Skrevet, Indsendt, Postet, Postad,
    Postat, Skrivet, Skickat, Inlägg, Opublikowano, Napisano, Wysłano, Опубликовано, Отправлено,
    Написано, Опубліковано, Надіслано, Публикувано, Отговорено, Odesláno, Napsáno, Zasláno,
    Elküldve, Közzétéve, Publikálva, Gönderildi, Yayınlanma, Gönderi tarihi, Publicat, Lähetetty,
    Kirjoitettu, Objavljeno, Poslato, Poslano, Napisano, Δημοσιεύτηκε, Αναρτήθηκε, Δημοσίευση,
    Parašyta, Postitatud, Dikirim, 投稿日時, 发表于, 發表於, 发布于
"""
_WORDS = sorted({" ".join(word.split()) for word in _POSTED_WORDS.split(",")}, reverse=True)
_FIRSTS: dict[str, tuple[str, ...]] = {}
for _word in sorted(with_bare(_WORDS)):
    _FIRSTS[_word[0]] = (*_FIRSTS.get(_word[0], ()), _word.lower())

# "Posted April 2, 2024 (edited)", "Posté 14 juillet 2013 - 22:42", "Posted Today, 10:20 AM Popular"
POSTED = re.compile(
    either(
        rf"^(?:{'|'.join(map(re.escape, _WORDS))})(?![a-zà-ÿ])"
        r"(?: (?:on|am|le|el|il|em|op|den))?\s?:?\s?"
        r"(?!(?:by|von|par|por|da|door|av|af|przez)[ :]|at \d|.{0,60}\| ?permal\w+$)"
        r"(?P<date>\S.{2,40}?)"
        r"(?: · \w{1,20})?(?: ?\([^()]{3,24}\))?(?: · .{1,30})?"
        r"(?: (?:best answer|popular|beste antwort|meilleure réponse|mejor respuesta|"
        r"miglior risposta|beliebt|populaire))?$"
    ),
    re.IGNORECASE,
)


def may_be_posted(text: str) -> bool:
    """Tell whether a row begins as all that POSTED matches: the cheap question before it."""
    firsts = _FIRSTS.get(text[:1])
    return firsts is not None and text[:MAX_FIRST].lower().startswith(firsts)


# "#2Ann", "#2 Ann" and "Ann Icon Post #2": version 3 prints the post's number beside the name
NUMBERED = re.compile(
    r"^(?:#\d{1,6} ?(?P<name>[^\W_].{0,48}|_.{1,48})|(?P<before>\S.{0,48}?)\s?"
    r"(?:\b(?:Icon|Icône|Icone|Icono|Icona|Ícone|Symbol|Ikona|Ikon|Pictogram|Иконка)\s?)?"
    r"(?:\b(?:Post|Beitrag|Message|Mensaje|Messaggio|Bericht|Indlæg|Inlägg|Сообщение)\s?)?"
    r"\s#\d{1,6})$"
)

# "Link to comment", "Share this post", "Lien à poster": the bar below a post
_LINK = (
    r"link to (?:comment|post|this comment|this post)|"
    r"link (?:zu diesem kommentar|zum kommentar|zu diesem beitrag|zum beitrag)|"
    r"lien (?:vers (?:le|ce) (?:commentaire|message)|à poster)|"
    r"enlace (?:al|para este|a este) (?:comentario|mensaje)|"
    r"link (?:para o|para este) (?:comentário|post)|"
    r"link (?:al|del|di questo) (?:commento|messaggio)|"
    r"link naar (?:reactie|bericht|opmerking)|länk till (?:kommentar|inlägg)|"
    r"link til (?:kommentar|indlæg)|lenke til (?:kommentar|innlegg)|"
    r"linkki (?:kommenttiin|viestiin)|"
    r"odnośnik do (?:komentarza|odpowiedzi)|ссылка на (?:комментарий|сообщение)|"
    r"посилання на (?:коментар|повідомлення)|линк към (?:коментара|този отговор)|"
    r"odkaz (?:ke komentáři|na příspěvek)|link a hozzászóláshoz|közvetlen hozzászólás|"
    r"yorum bağlantısı|iletiyi paylaş|link spre comentariu|"
    r"σύνδεσμος (?:για αυτό το σχόλιο|στο σχόλιο)|链接到点评|帖子链接|رابط هذا التعليق"
)
_SHARE = (
    r"share on other sites|auf anderen seiten teilen|partager sur d[’']autres sites|"
    r"compartir en otros sitios|compartilhar em outros sites|condividi su altri siti|"
    r"(?:delen op|deel op) andere sites|dela på andra webbplatser|del på andre sites|"
    r"del på andre (?:sider|nettsteder)|jaa muilla sivustoilla|udostępnij na innych stronach|"
    r"поделиться на других сайтах|поширити на інших сайтах|споделяне в други сайтове|"
    r"sdílet (?:na ostatní stránky|na dalších stránkách)|megosztás más oldalakon|"
    r"diğer sitelerde paylaş|distribuie pe alte site-uri|κοινοποίηση σε άλλες σελίδες|"
    r"分享到其他(?:站点|网站)|podeli na drugim sajtovima"
)
# Version 2 has a line of twenty signs above the signature
BAR = Caseless(either(rf"^(?:{_LINK}|{_SHARE}|\\?-{{20}})$"))
# in Arabic the second line is "Share", as on other pages, too: the first tells
SHARE = Caseless(either(rf"^(?:{_SHARE}|رابط هذا التعليق)$"))
FOOT = Caseless(
    either(
        rf"^(?:{_LINK}|{_SHARE}|more sharing options.{{0,3}}|https?://\S{{1,300}}|"
        r"share this (?:post|comment)|(?:diesen )?beitrag teilen|partager ce message|"
        r"compartir este (?:post|mensaje)|compartilhar este post|condividi questo messaggio|"
        r"deel dit bericht|dela detta inlägg|udostępnij tę odpowiedź|поделиться сообщением|شارك)$"
    )
)

# The heading above the first post of version 4
RECOMMENDED = Caseless(
    either(
        r"^(?:recommended (?:posts|comments)|empfohlene (?:beiträge|kommentare)|"
        r"messages recommandés|(?:mensajes|posts|comentarios) recomendad[oa]s|"
        r"messaggi (?:consigliati|raccomandati)|aanbevolen (?:berichten|reacties)|"
        r"rekommenderade (?:inlägg|kommentarer|poster)|anbefal(?:ede|te) (?:kommentarer|innlegg)|"
        r"suositellut viestit|polecane posty|rekomendowane odpowiedzi|"
        r"реком(?:ендуемые|ендованные) сообщения|рекомендовані повідомлення|"
        r"doporučené příspěvky|önerilen (?:iletiler|mesajlar)|javasolt hozzászólások|"
        r"(?:postări|mesaje) recomandate)$"
    )
)

# The heading above the first post of version 5
FEATURED = Caseless(
    either(
        r"^(?:featured replies|(?:empfohlene|hervorgehobene|vorgestellte) antworten|"
        r"réponses (?:mises en avant|en vedette)|respuestas destacadas|respostas em destaque|"
        r"risposte in evidenza|uitgelichte (?:reacties|antwoorden)|polecane odpowiedzi|"
        r"utvalda svar|fremhævede svar|избранные ответы)$"
    )
)

_BUTTON = (
    r"go to the top of the page|\+?quote post|\+|перейти в начало страницы|"
    r"\+?цитировать сообщение|aller en haut de la page|zum anfang der seite|"
    r"report|report post|share|quote|multi-?quote|reply|like this|unlike|back to top|top|edit|"
    r"melden|beitrag melden|teilen|zitieren|multi-?zitat|antworten|nach oben|zum seitenanfang|"
    r"signaler|signaler ce message|partager|citer|multi-?citer?|répondre|retour en haut|"
    r"reportar|denunciar|compartir|citar|multi-?citar?|responder|volver arriba|ir arriba|"
    r"compartilhar|voltar ao topo|segnala|condividi|cita|multi-?cita|rispondi|torna su|"
    r"rapporteer|rapporteren|delen|citeren|citeer|reageren|naar boven|"
    r"anmäl|dela|citera|svara|till toppen|rapporter|del|citer|besvar|svar|til toppen|"
    r"zgłoś|udostępnij|cytuj|odpowiedz|do góry|жалоба|пожаловаться|поделиться|цитата|цитировать|"
    r"вставить ник|ответить|наверх"
)
_EDITED = (
    r"(?:edited|modified|modifié(?:\(e\))?|bearbeitet|editado|modificado|modificat[oa]|bewerkt|"
    r"redigerat|redigeret|redigert|edytowane|zmieniony|изменено|отредактировано|"
    r"сообщение отредактировал|upraveno|szerkesztve|düzenlendi|تم تعديل)"
)
_BY = r"(?:by|par|von|por|da|door|av|af|przez|пользователем|tarafından|بواسطة)"
# "12 posts in this topic", "9 réponses à ce sujet": above the first post
_TOTAL = (
    r"\d{1,5} [^\W\d_]{3,12} (?:(?:in|to) this topic|à ce sujet|dans ce sujet|(?:in|zu|auf) "
    r"diese[ms]? thema|(?:en|a) este (?:tema|tópico)|in questa discussione|in dit topic|"
    r"w tym temacie|в этой теме|i denna tråd|neste tópico)"
)
# "Retour en haut", "Modifié par Ann, 16 juillet 2013 - 02:24.", "Modificato 3 Maggio, 2023 da Ann"
CONTROL = Choice(
    either(
        rf"^(?:{_BUTTON}|{_EDITED}\b[^.?!]{{0,60}}?\b{_BY}\b.{{0,60}}|"
        r"(?:bearbeitet|bewerkt) .{3,40}|"
        r"(?:page|seite|página|pagina|strona|страница|sida|side) "
        r"\d{1,5} (?:of|von|sur|de|di|van|z|из|av|af) \d{1,5}|"
        rf"{_TOTAL})\.?$"
    )
)
TOTAL = Caseless(either(rf"^{_TOTAL}$"))
EDITED = re.compile(
    either(
        rf"^{_EDITED}\b(?P<date>[^.?!]{{0,40}}?)\b{_BY} (?P<name>[^\s,].{{0,48}}?)"
        r"(?:, .{4,48})?\.?$"
    ),
    re.IGNORECASE,
)
# "MaxLaMenace et Claire56 aiment ceci", "ann likes this"
LIKED = Caseless(
    either(
        r".{1,200}\b(?:like[sd]? this|gefällt (?:das|dies)|aime(?:nt)? (?:ceci|ça|cela)|"
        r"piace (?:questo|questa)|gustan? esto|curti\w{1,4} isso|vind(?:en|t) dit leuk|"
        r"gillar detta|lubi(?:ą)? to|нравится это|это нравится|bunu beğen\w{1,6})\.?$"
    )
)
# "Like6", "Haha 2": a reaction and how many had it
REACTION = Caseless(
    r"^(?:like|thanks|haha|confused|sad|upvote|downvote|love|agree|funny|informative|"
    r"gefällt mir|danke|traurig|mi piace|grazie|j[’']aime|merci|me gusta|gracias|curtir|"
    r"lubię to|нравится|спасибо)\s?\d{1,4}$"
)
# "Replies 154": the figures of the thread
FIGURES = Caseless(
    either(
        r"^(?:replies|antworten|réponses|respuestas|respostas|risposte|reacties|antwoorden|svar|"
        r"odpowiedzi|ответов|ответы) \d[\d.,]{0,7}[kK]?$"
    )
)
# "Posted:", "Inserita: (modificato)": a header whose date an extractor dropped
HEADED = Caseless(
    either(rf"^(?:{'|'.join(map(re.escape, _WORDS))}|inserit[oa])\s?:?(?: ?\([^()]{{3,24}}\))?$")
)
# What stands below the last post
END = Caseless(
    FORUM_END.pattern.pattern
    + "|"
    + either(
        r"^(?:followers|more sharing options.{0,3}|important information|"
        r"please log in to reply|\d{1,4} user\(s\) are reading this topic|"
        r"configure browser push notifications|wichtige informationen?|"
        r"(?:create an account|crea un account|erstelle ein|créer un compte|crear una cuenta|"
        r"crea una cuenta|crie uma conta|maak een account|skapa ett konto|opret en konto|"
        r"opprett en konto|luo tili|utwórz konto|создайте аккаунт|для публикации сообщений|"
        r"vytvořit účet|hozz létre|hesap oluştur|creează un cont)\b.{0,80}|"
        r"(?:join|partecipa alla|rejoindre la|participer à la|únete a la|participe da|"
        r"doe mee aan|gå med i|deltag i|bli med i|dołącz do|присоединяйтесь к)\b.{0,4}"
        r"\b(?:conversation|conversazione|conversación|conversa|gesprek|konversationen|samtalen|"
        r"dyskusji|обсуждению)|"
        r"(?:dein|deine) (?:kommentar|antwort)|diskutiere mit!?|"
        r"(?:you can post now|du kannst jetzt schreiben|vous pouvez publier maintenant|"
        r"puoi pubblicare ora|puedes publicar ahora)\b.{0,120}|"
        r"(?:go to topic list|zur themenübersicht|aller à la liste des sujets|"
        r"vai alla lista discussioni|ir a la lista de temas|ir para a lista de tópicos|"
        r"naar topic ?lijst|gå till ämneslista|przejdź do listy tematów|перейти к списку тем)"
        r"\b.{0,20}|"
        r"(?:recently browsing|kürzlich hier|en ligne récemment|sur cette page|chi sta navigando|"
        r"utenti nel topic|explorando recientemente|navegando recentemente|onlangs hier|"
        r"ostatnio przeglądający|последние посетители|сейчас на странице|nyligen tittat)"
        r"\b.{0,30}|"
        r"(?:discussioni simili|sujets similaires|contenus? similaires?|"
        r"ähnliche (?:themen|inhalte)|"
        r"contenut[oi] simil[ei]|(?:temas|contenido)s? similares?|conteúdo similar|"
        r"soortgelijke (?:topics|inhoud)|liknande (?:ämnen|innehåll)|"
        r"lignende (?:emner|indhold|innhold)|"
        r"podobn[ae] (?:zawartość|tematy)|похожи[ей] (?:контент|темы))\b.{0,20}|"
        r"\d{1,4} (?:user\(s\)|utilisateur\(s\)|utente\(i\)|usuario\(s\)|usuário\(s\)|besucher|"
        r"пользователей)\b.{0,60}|"
        r"\d{1,4} (?:members?|membre\(s\)|mitglieder|utenti|miembros|membros|leden|пользователей), "
        r"\d{1,4} .{3,60}|"
        r"(?:back to|zurück zu|retour vers|retour à|torna a|volver a|voltar para|вернуться в) "
        r".{2,50}[^.?!]|also tagged with .{3,60})$"
    )
)
