"""Hold the words that comment systems print, as data: one place, all layouts."""

from __future__ import annotations

import re

from threadgraph.accents import either, with_bare

__all__ = [
    "AGE",
    "AVATAR",
    "COMMENT_COUNT",
    "COUNT_HEADING",
    "FORUM_CHROME",
    "FORUM_END",
    "FORUM_LIKED",
    "FORUM_SOFT",
    "IN_REPLY_BELOW",
    "NAME_TAIL",
    "READ_MORE",
    "REPLY_TO",
    "ROLES",
    "SAYS",
    "SAYS_GLUED",
    "SAY_WORDS",
    "SUBMITTED",
]

# "3 hours ago", "an hour ago", of sites that are English only
AGE = r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
# "Reply to  Lola Lopez" (the first blank may be a no-break space)
REPLY_TO = re.compile(
    either(
        r"^(?:Reply to|In reply to|Replying to|Antwort an|Antwort auf|Als Antwort auf|"
        r"Répondre à|En réponse à|Responder a|En respuesta a|Em resposta a|Rispondi a|"
        r"In risposta a|Antwoord (?:op|aan)|Reageer op|Reactie op|Svar till?|Svara på|"
        r"Odpowied[zź](?: do)?|W odpowiedzi do|Ответить на|Ответ на|Відповісти|Cevapla|Yanıtla)"
        r"\s+(\S.{0,80})$"
    )
)

# "Ann Avatar", "Avatar von Ann", "たかし のアバター": the text of a picture beside a name
AVATAR = re.compile(
    r"g?r?[aа][vwв][aа][tт][aа][rр]|アバター|头像|頭像|아바타|profilbild|"
    r"profile (?:picture|photo|image)|photo de profil|foto (?:de perfil|del profilo)|profielfoto|"
    r"(?:photo|picture|image) of\b|photo de\b|foto (?:de|di|van|von)\b",
    re.IGNORECASE,
)

# "eat your popcorn and… Read more »"
READ_MORE = re.compile(
    either(
        r"(?:(?<=…)|(?<=\.\.\.))\s*(?:Read more|Read More|Show more|See more|Weiterlesen|"
        r"Mehr lesen|Lire la suite|Leer más|Ler mais|Leggi tutto|Lees meer|"
        r"Читать далее)\s*(?:»|…|\.\.\.)?$"
    )
)

# "34 Comments", "Comments (12)", "12 Kommentare"
_COMMENTS = (
    r"(?:comments?|responses?|replies|reactions?|thoughts on .{1,200}|kommentare?|antworten|"
    r"commentaires?|réponses?|comentarios?|respuestas?|comentários?|commenti|reacties|"
    r"komentarzy?|комментари(?:ев|я|й))"
)
COMMENT_COUNT = re.compile(
    either(rf"^(?:(\d{{1,6}})\s+{_COMMENTS}|{_COMMENTS}\s*[:(]\s*(\d{{1,6}})\s*\)?):?$"),
    re.IGNORECASE,
)

_BUTTON = (
    r"reply|quote|multi-?quote|like|share|save|report|edit|thanks?|top|back to top|"
    r"link|bookmark|love|haha|wow|"
    r"find|\+ ?quote|rate|edited|image|oldest first|newest first|most reactions|sort by|"
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
    r"followers \d{1,6}|\d{1,4} reply|"
    r"go|first|prev|previous|next|last|next last|\d{1,5} of \d{1,5}|page \d{1,5}"
)
# "Reply Quote Like", "Reactions: ann, bob and 3 others", "12 Likes",
# "Last edited: Mar 8, 2016 at 5:13 AM", "Click to expand...", "See less See more"
FORUM_CHROME = re.compile(
    either(
        rf"^(?:(?:{_BUTTON})(?:[\s|·•]+(?:{_BUTTON})){{0,9}}(?:\.\.\.|…)?|"
        r"(?:reactions|reaktionen|réactions|reacciones|reazioni|reacties)\s?:\s?.{0,150}|"
        r"\d{1,5} (?:likes?|reacties)|"
        r"(?:last edited|zuletzt bearbeitet|dernière édition|última edición|laatst bewerkt)"
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
        r"(?:click to expand|zum vergrößern anklicken|cliquez pour agrandir|haz clic para expandir)"
        r"[ .…]*|attachments|view attachment \d{1,9}|-{5,60}|_{5,60}|…|\.{3})$"
    ),
    re.IGNORECASE,
)

# "ann likes this.", "ann, bob and cem gefällt das"
FORUM_LIKED = re.compile(
    either(
        r"^.{1,150} (?:(?:like[sd]? this|gefällt das)(?: post)?|"
        r"(?:sagt|sagen) danke für diesen beitrag)\.?$"
    ),
    re.IGNORECASE,
)

# Words of FORUM_CHROME that are a whole answer where a post says nothing else: "Thanks"
FORUM_SOFT = re.compile(
    r"^(?:thanks?|love|haha|wow|top|last|first|image|\d{1,4} likes?)$", re.IGNORECASE
)

# What stands below the last post: "You must log in or register to reply here.", "Similar threads"
FORUM_END = re.compile(
    either(
        r"^\(?(?:you must (?:log in|be logged in|be registered|sign)\b.{0,100}|"
        r"(?:similar|related|recommended) (?:threads|topics|discussions|content|reading)\b.{0,40}|"
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
        r"print view|seite \d{1,5} von \d{1,5}.{0,80}|gehe zu seite:?.{0,20}|"
        r"« vorheriges thema.{0,60}|go to (?:topic|question) listing|"
        r"an older thread.{0,80}|this is an older thread.{0,200})$"
    ),
    re.IGNORECASE,
)

# "ann Discussion starter", "ann OP": what skins print behind the name of who began the thread
NAME_TAIL = re.compile(
    r"\s+(?:[·•|]\s+)?(?:discussion starter|thread starter|original poster|topic starter|OP)$",
    re.IGNORECASE,
)

ROLES = frozenset(
    """guest gast invité invitado ospite visitante convidado gość гость host misafir gæst gäst gjest
    vieras vendég oaspete gostus gost гість επισκέπτης tamu khách ゲスト 游客 member mitglied membre
    miembro membro lid członek участник člen üye medlem jäsen tag anggota author autor auteur autore
    автор szerző yazar författare forfatter kirjoittaja admin administrator administrador
    administrateur amministratore beheerder администратор editor moderator redakteur éditeur
    colaborador contributor subscriber abonnent abonné abonnée suscriptor assinante iscritto podcast
    reader leser lecteur lector famed noble trusted active""".split()
)
"""What wpDiscuz prints beside the name of who wrote a comment."""

_SAID = """
    says, said, wrote, writes, replied, replies, responded, responds, commented, a
    répondu, répond, hat gesagt, hat geschrieben, sagt, sagte, schreibt, schrieb, meint,
    meinte, antwortet, antwortete, kommentierte, a dit, dit, a écrit, écrit, dice, dijo,
    escribió, escribe, ha dicho, comentó, respondió, disse, diz, escreveu, comentou,
    respondeu, ha detto, ha scritto, scrive, scrisse, zegt, zei, schreef, schrijft,
    reageert, säger, sa, sade, skriver, skrev, siger, sier, pisze, napisał, napisała,
    mówi, powiedział, powiedziała, говорит, сказал, сказала, пишет, написал, написала,
    каже, пише, коментує, сказав, říká, napsal, napsala, píše, hovorí, povedal, napísal, kaže,
    pravi, каза, казва, sanoo, sanoi, kirjoitti, mondta, írta, szerint, diyor ki, dedi ki, yazdı,
    diyor, a spus, spune, a zis, λέει, είπε, έγραψε, berkata, mengatakan, diu, ha dit,
    escriu, より, 说道, 说, 說道, 說, 님의 말, rašo, saka, ütleb, sagde
"""
_VERBS = [" ".join(verb.split()) for verb in _SAID.split(",")]
SAY_WORDS = with_bare(verb.rpartition(" ")[2] for verb in _VERBS)
"""Words one of which stands in every line that SAYS matches: a cheap check before it."""

# "Ann says:", "Ann hat gesagt…", "Ann a dit :", "Ann dijo 3 de mayo de 2019:"
SAYS = re.compile(
    either(
        rf"^(\S.{{0,79}}?),?\s+({'|'.join(_VERBS)})"
        r"(?=[\s:：….,]|$)(?:\s?(?:on|at|am|le|el|em|il|op))?([\s:：….,].{0,70})?$"
    ),
    re.IGNORECASE,
)

# "Annsagt:", "张三说道：": themes that print the verb in an element of its own without a blank
SAYS_GLUED = re.compile(
    r"^(\S.{0,78}?)(says|said|sagt|schreibt|meint|dice|dijo|dit|zegt|schreef|disse|diz|scrive|"
    r"ha detto|pisze|säger|skriver|siger|sier|říká|napsal|говорит|пишет|λέει|より|说道|说|說道|說|"
    r"님의 말)\s?[:：]$"
)

# "Submitted by Ann on ...", "Soumis par Ann, le ...", "Comment by Ann — ..."
SUBMITTED = re.compile(
    either(
        r"^(?:id\s)?(?:(?:submitted|posted|written|comment|commented|reply|added)\s(?:by|from)|by|"
        r"(?:verfasst|geschrieben|gepostet|eingereicht|erstellt|kommentar|gespeichert) von|von|"
        r"(?:soumis|posté|écrit|envoyé|publié|commentaire) (?:par|de)|par|"
        r"(?:enviado|publicado|escrito|comentario|submetido|comentário) (?:por|de)|por|"
        r"(?:inviato|scritto|pubblicato|postato|commento) da|commento di|"
        r"(?:ingediend|geplaatst|ingezonden|reactie) door|reactie van|door|"
        r"(?:innsendt|sendt|indsendt|skrevet|inskickad|skickad|skrivet|kommentar) (?:av|af)|"
        r"(?:wysłane|dodane|napisane) przez|komentarz|"
        r"(?:отправлено|добавлено)(?: пользователем)?|автор(?=\s*:))\s*:?\s+"
    ),
    re.IGNORECASE,
)

# "In reply to by Ann", "In reply to The first words by Ann (not verified)": below the text
IN_REPLY_BELOW = re.compile(
    either(
        r"^(?:in reply to|als antwort auf|antwort auf|en réponse à|en respuesta a|em resposta a|"
        r"in risposta a|als reactie op|som svar på|w odpowiedzi na|в ответ на)\b"
        r"(?:(?P<title>.{0,150})\s|\s)(?:by|von|par|por|di|da|door|af|av|przez|от)\s+(?P<name>\S.{0,80}?)"
        r"(?:\s*\([^()]{1,30}\))?$"
    ),
    re.IGNORECASE,
)

# "4 thoughts on “Title”", "45 Gedanken zu „Titel“", "There are 16 comments to", "Comments",
# "This Post Has 3 Comments", "{ 7 comments… read them below or add one }", "Top comments (12)",
# "18Kommentare"; "“Başlık” üzerine 9 yorum", "「題」への8件のフィードバック", "《题》上有8条评论"
_COUNTED = r"""
    comments?, thoughts?, responses?, replies, reply, reactions?, gedanken?, kommentare?,
    antworten, meinungen, commentaires?, réponses?, réflexions?, pensées?, comentarios?,
    respuestas?, pensamientos?, ideas?, opiniones, comentários?, respostas?, pensamentos?,
    opiniões, commenti, commento, risposte, pensieri, reacties, reactie, gedachten, antwoorden,
    kommentarer, svar, tanker, tankar, reaktioner, komentarzy, komentarze, odpowiedzi, myśli,
    комментари\w*, ответ\w*, мысл\w*, коментар\w*, відповід\w*, дум\w*,
    komentář\w*, komentár\w*, komentar\w*, reakc\w*, odpověd\w*, yorum, cevap,
    düşünce, hozzászólás, megjegyzés, kommentti\w*, vastaus\w*, comentarii, comentaris,
    gânduri, răspunsuri, σχόλι\w*, σκέψ\w*, tanggapan, pemikiran, 件のコメント, 件のフィードバック,
    件の返信, 条评论, 条回复, 則留言, 개의 댓글, 개의 생각, 개의 응답
"""
COUNT_HEADING = re.compile(
    either(
        r"^insgesamt \d{1,6} beiträge\b.{0,250}$|"
        r"^(?:\{ ?)?(?:there (?:are|is)\s|es gibt\s|hay\s|il y a\s|"
        r"(?:this|dieser?|dieses|cet(?:te)?|est[ae]|quest[oa]|dit|deze|ten|den här|dette) "
        r"[^\W\d_]{3,12} (?:has|hat|a|tiene|tem|ha|heeft|ma|har)\s|"
        r"(?:view(?:ing)?|show(?:ing)?|all|read) )?"
        r"(?:\d{1,3}[.,]?\d{0,3}\s?|(?:one|ein|una?|un|jeden|jedna|один)\s)"
        rf"(?:[^\W\d_]{{2,12}}\s)?(?:{'|'.join(' '.join(w.split()) for w in _COUNTED.split(','))})"
        r"(?![^\W_]).{0,250}$"
        r"|^.{1,200}(?:üzerine|için|への|上有|的|에 대한|에|bejegyzéshez)\s?\d{1,4}\s?"
        r"(?:yorum|cevap|düşünce|件の|条|則|개의|hozzászólás|megjegyzés).{0,60}$"
        r"|^(?:(?:reader |top |all |best |latest |recent )?(?:comments?|responses)|"
        r"reader interactions|discussions?|conversation|kommentare|alle kommentare|"
        r"commentaires|réactions|comentarios|comentários|commenti|reacties|kommentarer|komentarze|"
        r"комментарии|коментарі|komentáře|yorumlar|hozzászólások|kommentit|コメント|评论|댓글)"
        r"(?:\s*[(:]?\s?\d{1,5}\)?)?\s*:?$"
    ),
    re.IGNORECASE,
)
