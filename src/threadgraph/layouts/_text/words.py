"""Hold the words that comment systems print, as data: one place, all layouts."""

from __future__ import annotations

import re

from threadgraph.accents import either, with_bare
from threadgraph.caseless import Caseless
from threadgraph.choice import Choice

__all__ = [
    "AGE",
    "ANSWERS",
    "AVATAR",
    "COMMENT_COUNT",
    "COUNT_HEADING",
    "FORM_SIGN",
    "IN_REPLY",
    "IN_REPLY_BELOW",
    "NO_COMMENTS",
    "PERMALINK",
    "READ_MORE",
    "REPLY_SIGNS",
    "REPLY_TO",
    "ROLES",
    "SAYS",
    "SAYS_FIRST",
    "SAYS_GLUED",
    "SAY_WORDS",
    "SUBMITTED",
]

# "3 hours ago", "an hour ago", of sites that are English only
AGE = r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
ANSWERS = "re|aw|antw|antwort|sv|vs|rép|odp|ynt|ответ|رد|پاسخ|trả lời|[ðđ]ề"
"""What the subjects of answers begin with, before a colon, in the languages of boards and mails."""

# "Reply to  Lola Lopez" (the first blank may be a no-break space)
_REPLY = (
    "Reply to|In reply to|Replying to|Antwort an|Antwort auf|Als Antwort auf|"
    "Répondre à|En réponse à|Responder a|En respuesta a|Em resposta a|Rispondi a|"
    "In risposta a|Antwoord (?:op|aan)|Reageer op|Reactie op|Svar till?|Svara på|"
    "Odpowied[zź](?: do)?|W odpowiedzi do|Ответить на|Ответ на|Відповісти|Cevapla|Yanıtla"
)
# "Antwort auf #2.1 von Ann", "Reply to Ann", "Reply to Step by Step"; with the title of the post
# "In reply to At last! by Ann"
REPLY_TO = re.compile(
    either(
        rf"^(?:{_REPLY})\s+(?![\"“„«])"
        r"(?:#\d{1,5}(?:\.\d{1,4})? (?:by|von|de|di|da|av|af|van|door) |"
        r"(?<!Reply to )(?:\S.{0,120} )?(?:by|par|por|door) |"
        r"(?<=Als Antwort auf )(?:\S.{0,120} )?von )?"
        r"(?!(?:this|the|diesen|ce|este|questo|deze) (?:comment|kommentar|comentario|comentário|"
        r"reactie|message|post)\w{0,3}$)(\S.{0,80})$"
    )
)
REPLY_SIGNS = frozenset(word[0] for word in with_bare(_REPLY.split("|")))
"""What a line that REPLY_TO matches begins with: the cheap question before it."""

# "Ann Avatar", "Avatar von Ann", "たかし のアバター": the text of a picture beside a name
AVATAR = Caseless(
    r"g?r?[aа][vwв][aа][tт][aа][rр]|アバター|头像|頭像|아바타|profilbild|"
    r"profile (?:picture|photo|image)|photo de profil|foto (?:de perfil|del profilo)|profielfoto|"
    r"(?:photo|picture|image) of\b|photo de\b|foto (?:de|di|van|von)\b|['’]s picture\b|"
    r"bild des benutzers\b|(?:portrait|imagen|imagem) de\b|afbeelding van\b|ritratto di\b"
)

# "eat your popcorn and… Read more »"
READ_MORE = re.compile(
    either(
        r"(?:(?<=…)|(?<=\.\.\.))\s*(?:Read more|Read More|Show more|See more|Weiterlesen|"
        r"Mehr lesen|Lire la suite|Leer más|Ler mais|Leggi tutto|Lees meer|"
        r"Читать далее)\s*(?:»|…|\.\.\.)?$"
    )
)

# "34 Comments", "Comments (12)", "12 Kommentare", "4 Responses to “Title”"
_COMMENTS = (
    r"(?:(?:comments?|responses?|replies|reactions?|antworten|kommentare)"
    r"(?: (?:to|on|for|zu|zum|auf) [“\"'‘„«].{1,200})?|thoughts on .{1,200}|kommentare?|"
    r"commentaires?|réponses?|comentarios?|respuestas?|comentários?|commenti|reacties|"
    r"komentarzy?|комментари(?:ев|я|й))"
)
COMMENT_COUNT = re.compile(
    either(rf"^(?:(\d{{1,6}})\s+{_COMMENTS}|{_COMMENTS}\s*[:(]\s*(\d{{1,6}})\s*\)?):?$"),
    re.IGNORECASE,
)

# "No comments:", "Keine Kommentare:", "No hay comentarios.": what stands in place of them
NO_COMMENTS = Caseless(
    either(
        r"^(?:(?:no|0|zero) (?:comments?|responses?|replies)|(?:keine|0) kommentare|"
        r"(?:aucun|0|pas de) commentaires?|(?:no hay|sin|0) comentarios|"
        r"(?:nenhum|sem|0) comentários?|(?:nessun|0) comment[oi]|(?:brak|0) komentarzy|"
        r"(?:geen|0) (?:reacties|opmerkingen)|(?:inga|ingen|0) kommentare?r?|"
        r"(?:комментариев нет|нет комментариев)|"
        r"(?:hiç )?yorum yok|nincs megjegyzés|žádné komentáře|ei kommentteja|niciun comentariu|"
        r"(?:δεν υπάρχουν|κανένα) σχόλι[αο]|tidak ada komentar|0 件のコメント|没有评论|沒有留言)"
        r"(?: (?:yet|posted yet|so far|for this (?:post|entry)|vorhanden|bisher|aún|ainda|encore))?"
        r"\W{0,2}$"
    )
)

# "Login with", "Notify of", "newest oldest most voted", "Inline Feedbacks", "View all comments"
FORM_SIGN = re.compile(
    r"^(?:(?:login|connect) with|notify of|inline feedbacks|view all comments|"
    r"newest ?(?:oldest )?most voted|oldest|newest|(?:sort by )?newest oldest\b.{0,20}|"
    r"kommentare abonnieren\?|benachrichtig\w{1,3} (?:bei|über)\b.{0,20}|"
    r"alle kommentare (?:anzeigen|ansehen)|neue?ste älteste\b.{0,20}|"
    r"(?:se connecter|connexion) avec|voir tous les commentaires|(?:le )?plus récents?\b.{0,30}|"
    r"ver todos los comentarios|(?:el )?más nuevo\b.{0,30}|vedi tutti i commenti|"
    r"(?:il )?più (?:recenti|nuovi)\b.{0,30}|ver todos os comentários|"
    r"mais (?:novos|recentes)\b.{0,30}|"
    r"(?:bekijk )?alle reacties(?: bekijken)?|nieuwste oudste\b.{0,20}|"
    r"najnowsze najstarsze\b.{0,20}|посмотреть все комментарии|новые старые\b.{0,20})\W*$",
    re.IGNORECASE,
)
"""What wpDiscuz prints between its form and the comments, alone in a line."""

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
    wrote these pithy words, had this to say, says, said, wrote, writes, replied, replies,
    responded, responds, commented, a répondu, répond, hat gesagt, hat geschrieben, sagt,
    sagte, schreibt, schrieb, meint, meinte, antwortet, antwortete, kommentierte, a dit,
    dit, a écrit, écrit, dice, dijo, escribió, escribe, ha dicho, comentó, respondió, disse,
    diz, escreveu, comentou, respondeu, ha detto, ha scritto, scrive, scrisse, zegt, zei,
    schreef, schrijft, reageert, säger, sa, sade, skriver, skrev, siger, sier, pisze,
    napisał(a), napisał, napisała, mówi, powiedział, powiedziała, powiedział(a),
    skomentował(a), сказал(а), написал(а), говорит, сказал, сказала, пишет, написал,
    написала, каже, пише, коментує, сказав, říká, napsal, napsala, píše, hovorí, povedal,
    napísal, kaže, pravi, каза, казва, sanoo, sanoi, kirjoitti, mondta, írta, szerint, diyor
    ki, dedi ki, yazdı, diyor, a spus, spune, a zis, λέει, είπε, έγραψε, berkata,
    mengatakan, diu, ha dit, escriu, より, 说道, 说, 說道, 說, 님의 말, rašo, saka, ütleb, sagde,
    комментирует, řekl(a), povedal(a), сказав(ла), spunea, je rekao, је рекао, ütles, nói,
    さんのコメント, يقول, قال, گفت, می‌گوید, אמר/ה, אומר, הגיב, הגיבה, כתב, כתבה, ने कहा, சொன்னது,
    กล่าวว่า, viết, đã viết, đã nói, cho biết
"""
_VERBS = [" ".join(verb.split()) for verb in _SAID.split(",")]
SAY_WORDS = with_bare(verb.rpartition(" ")[2] for verb in _VERBS)
"""Words one of which stands in every line that SAYS matches: a cheap check before it."""

# "Ann says:", "Ann hat gesagt…", "Ann a dit :", "Ann dijo 3 de mayo de 2019:"
SAYS = re.compile(
    either(
        rf"^(\S.{{0,79}}?),?\s+({'|'.join(map(re.escape, _VERBS))})"
        r"(?=[\s:：….,]|$)(?:\s?(?:on|at|am|le|el|em|il|op))?([\s:：….,].{0,70})?$"
    ),
    re.IGNORECASE,
)

# "يقول Ann:": languages whose verb stands before the name
SAYS_FIRST = re.compile(r"^(يقول|تقول|قال|قالت)\s(\S.{0,60}?)\s?[:：]$")

# "Annsagt:", "张三说道：": themes that print the verb in an element of its own without a blank
SAYS_GLUED = re.compile(
    r"^(\S.{0,78}?)(says|said|sagt|schreibt|meint|dice|dijo|dit|zegt|schreef|disse|diz|scrive|"
    r"ha detto|pisze|säger|skriver|siger|sier|říká|napsal|говорит|пишет|λέει|より|说道|说|說道|說|"
    r"님의 말)\s?[:：]$"
)

PERMALINK = (
    r"(?:perma(?:nenter )?link|permal(?:ien|änk|enke)|(?:lien|enlace|link) permanente?|"
    r"collegamento permanente|enllaç permanent|bezpośredni odnośnik|trvalý odkaz|pysyvä ?linkki|"
    r"kalıcı bağlantı|постоянная ссылка|постійне посилання|パーマリンク)"
)
"""What links to a comment are called."""

# "Submitted by Ann on ...", "Soumis par Ann, le ...", "Comment by Ann — ...", and behind the link
# that Drupal 7 prints first: "Permalink Submitted by Ann on ..."
SUBMITTED = re.compile(
    either(
        rf"^(?:(?:id|{PERMALINK})\s)?(?:(?:submitted|posted|written|comment|commented|reply|"
        r"replied|added|asked|answered|reviewed|left)\s(?:by|from)|by|"
        r"(?:kommentar|commentaire|comentario|comentário|commento|reactie|komentarz|コメント) by|"
        r"комментарий от|komentarz - autor|"
        r"(?:verfasst|geschrieben|gepostet|eingereicht|erstellt|kommentar|gespeichert|gefragt|"
        r"beantwortet|bewertet|eingetragen|kommentiert|eintrag|beitrag) von|von|"
        r"(?:soumis|posté|[ée]crit|envoyé|publié|commentaire|répondu|rédigé|commenté) (?:par|de)|"
        r"par|"
        r"(?:enviado|publicado|escrito|comentario|submetido|comentário|comentado|postado|"
        r"preguntado|respondido|perguntado) (?:por|de)|por|(?:escrit|enviat|publicat) per|"
        r"(?:inviato|scritto|pubblicato|postato|commento) da|commento di|"
        r"(?:ingediend|geplaatst|ingezonden|geschreven|gepost|reactie) door|reactie van|door|"
        r"(?:innsendt|sendt|indsendt|skrevet|inskicka[dt]|skickad|skrivet|postat|postet|inlagt|"
        r"publicerat|publisert|publiceret|lagt inn|opprettet|oprettet|indlæg|kommentar) (?:av|af)|"
        r"(?:wysłane|dodane|napisane|opublikowane) przez|komentarz(?: od)?|"
        r"(?:zamieścił|dodał|napisał)a?(?:\(a\))?(?=\s*:)|"
        r"(?:добавил|написал|отправил|опубликовал|прислал)а?(?:\(а\))?(?=\s*:)|"
        r"(?:ekleyen|yazan|gönderen)(?=\s*:)|"
        r"(?:отправлено|добавлено|опубликовано|написано)(?: пользователем)?|автор(?=\s*:)|"
        r"(?:опубліковано|надіслано|додано)(?: користувачем)?|(?:публикувано|изпратено) от|"
        r"(?:vložil|napsal|přidal|zaslal|odeslal|odoslal|pridal|napísal|objavil)a?(?:\(a\))?"
        r"(?: (?:uživatel|používateľ))?|(?:poslao|postavio|objavio|napisao)(?:/la)?|"
        r"(?:beküldte|hozzászólt|írta)(?=\s*:)|(?:lähettänyt|kirjoittanut)|"
        r"(?:lähettäjä|kirjoittaja)(?=\s*:)|"
        r"(?:trimis|scris|postat|publicat|adăugat|comentariu) de|"
        r"(?:a scris|a spus|schrieb|meinte|ha scritto|a écrit|escribió|escreveu|schreef|skrev)|"
        r"av|af|przez|(?:(?:υποβλήθηκε|γράφτηκε|δημοσιεύτηκε|σχόλιο) )?από|"
        r"(?:(?:dikirim|ditulis|diposting) )?oleh|(?:gửi|đăng|viết) bởi)\s*:?\s+"
    ),
    re.IGNORECASE,
)

# "In reply to by Ann", "In reply to The first words by Ann (not verified)": below the text
IN_REPLY = (
    r"(?:in (?:reply|response) to|replying to|(?:als )?antwort (?:auf|an)|en réponse à|"
    r"en respuesta a|"
    r"em resposta a|in risposta a|als reactie op|als antwoord op|som svar (?:på|till)|svar til|"
    r"w odpowiedzi na|в ответ (?:на|для)|ответ для)"
)
IN_REPLY_BELOW = re.compile(
    either(
        rf"^{IN_REPLY}\b"
        r"(?:(?P<title>.{0,150})\s|\s)(?:by|von|par|por|di|da|door|af|av|przez|от)\s+(?P<name>\S.{0,80}?)"
        r"(?:\s*\([^()]{1,30}\))?$"
    ),
    re.IGNORECASE,
)

# "4 thoughts on “Title”", "45 Gedanken zu „Titel“", "There are 16 comments to", "Comments",
# "This Post Has 3 Comments", "{ 7 comments… read them below or add one }", "Top comments (12)",
# "18Kommentare"; "“Başlık” üzerine 9 yorum", "「題」への8件のフィードバック", "《题》上有8条评论"
_COUNTED = r"""
    comments?, thoughts?, responses?, replies, reply, reactions?, reviews?, gedanken?, kommentare?,
    talkbacks?, postings,
    reaktionen, discussion to, antwort(?:en)?, meinungen, commentaires?, réponses?, réflexions?,
    pensées?, comentarios?, respuestas?, respostes, pensamientos?, ideas?, opiniones, comentários?,
    respostas?, pensamentos?, opiniões, commenti, commento, risposte, risposta, pensieri, pensiero,
    reacties, reactie, gedachten?, antwoorden, antwoord, kommentarer, svar, tanker, tankar,
    reaktioner, komentarzy, komentarze, odpowiedzi, odpowiedź, myśli, misli, комментари\w*,
    ответ\w*, мысл\w*, коментар\w*, відповід\w*, дум\w*, komentář\w*, komentár\w*, komentar\w*,
    reakc\w*, odpověd\w*, yorum, cevap, düşünce, hozzászólás, megjegyzés, kommentti\w*, vastaus\w*,
    comentarii, comentaris, gânduri, răspunsuri, σχόλι\w*, σκέψ\w*, tanggapan, pemikiran,
    件のコメント, 件のフィードバック, 件の返信, 条评论, 条回复, 条回应, 则评论, 則留言, 則迴響,
    개의 댓글, 개의 생각, 개의 응답,
    bình luận, phản hồi, תגובות, ردود, تعليقات, تعليق, رد, دیدگاه, نظر
"""
COUNT_HEADING = Choice(
    either(
        r"^insgesamt \d{1,6} beiträge\b.{0,250}$|"
        r"^(?:\{ ?)?(?:there (?:are|is)\s(?:currently\s)?|(?:so far|to date),?\s|"
        r"(?:es gibt\s)?(?:bisher|bislang|derzeit|zurzeit|schon)\s|es gibt\s|hay\s|il y a\s|"
        r"(?:this|dieser?|dieses|cet(?:te)?|est[ae]|quest[oa]|dit|deze|ten|den här|dette) "
        r"[^\W\d_]{3,12} (?:has|hat|a|tiene|tem|ha|heeft|ma|har)\s|"
        r"(?:view(?:ing)?|show(?:ing)?|all|read) )?"
        r"(?:\d{1,3}[.,]?\d{0,3}\s?|(?:one|ein|una?|un|jeden|jedna|один)\s)"
        rf"(?:[^\W\d_]{{2,12}}\s)?(?:{'|'.join(' '.join(w.split()) for w in _COUNTED.split(','))})"
        r"(?![^\W_]).{0,250}$"
        r"|^(?:eine|une|uma|een|één|ett?) (?:antwort|reaktion|réponse|réflexion|resposta|reactie|"
        r"gedachte|antwoord|svar|tanke)(?: .{1,30}[“”„«\"].{0,200})?$"
        r"|^.{1,200}(?:üzerine|için|への|上有|有|中有|的|에 대한|에|의|bejegyzéshez)\s?"
        r"(?:\d{1,4}|bir)\s?"
        r"(?:yorum|cevap|düşünce|件の|条|个意见|則|개의|hozzászólás|megjegyzés).{0,60}$"
        r"|^(?:(?:reader(?:s['’]?)? |top |all |best |latest |recent )?(?:comments?|responses)|"
        r"reader interactions|discussions?|conversation|join the conversation|"
        r"delta i konversationen|"
        r"(?:alle |eure |ihre |deine )?(?:leser-?|user-?)?kommentare(?: der leser)?|"
        r"(?:kommentare|diskussion|meinungen) zu diesem (?:artikel|beitrag|eintrag|thema|video)|"
        r"(?:user|visitors?|viewer|member)['’]?s? comments?|readers?['’]?s? comments?|comment\(s\)|"
        r"comments? (?:on|to|for) this (?:post|article|entry|story|page|video|photo|item)|"
        r"reacties op dit (?:artikel|bericht)|reaguursels|les commentaires|avis des lecteurs|"
        r"commenti (?:all['’]articolo|dei lettori|degli utenti)|i commenti dei lettori|comentaris|"
        r"komentarze (?:do (?:artykułu|wpisu|tekstu)|użytkowników|czytelników|internautów)|"
        r"komentáře k (?:článku|příspěvku)|einträge im gästebuch|"
        r"σχόλια(?: (?:αναγνωστών|χρηστών|επισκεπτών|φίλων))?|lezersreacties|reacties van lezers|"
        r"läsarkommentarer|(?:läsarnas|lesernes|læsernes) kommentarer|læserkommentarer|"
        r"leserkommentarer|lukijoiden kommentit|olvasói (?:hozzászólások|vélemények|kommentek)|"
        r"(?:commentaires|réactions) des (?:lecteurs|internautes|abonnés)|"
        r"comentarios de (?:los )?(?:lectores|usuarios|internautas)|"
        r"comentários (?:dos|de) (?:leitores|usuários)|comentari(?:ile cititorilor|i)|"
        r"(?:독자|네티즌|전체|한줄)\s?(?:의견|댓글)|(?:读者|讀者|用户|用戶)(?:评论|評論|留言)|"
        r"(?:komentarzy|комментариев|коментарів|antworten|opiniones|dyskusja)(?=\s?[(:]\s?\d)|"
        r"commentaires|réactions|comentarios|comentários|commenti|reacties|kommentarer|komentarze|"
        r"комментарии|коментарі|komentáře|yorumlar|hozzászólások|kommentit|コメント|评论|評論|댓글|"
        r"덧글|评论列表|コメント一覧|この記事へのコメント|(?:みんなの|読者の)コメント|クチコミ(?:掲示板|一覧)?|"
        r"(?:その他の|すべての)?回答(?:一覧)?|תגובות(?: (?:לכתבה|לידיעה|לפוסט|גולשים|הקוראים))?|"
        r"التعليقات|دیدگاه‌?ها|نظرات|"
        r"bình luận|leserkommentare|lesermeinungen|(?:vos|les|toutes les) réactions|"
        r"(?:i )?vostri commenti|i commenti|tus comentarios|"
        r"opinie(?: czytelników)?|(?:мнения|комментарии) читателей|коментарі читачів|"
        r"читатели пишут|okur(?:yucu)? yorumları|názory čtenářů|diskuse|diskuze|diskusia|"
        r"обсуждение|отзывы|最新(?:评论|跟贴|留言)|热门评论|全部评论|网友评论|網友評論|"
        r"readers?['’]? (?:comments|views|letters)|your (?:comments|views)|komentarai|"
        r"komentari|customer reviews|guestbook|gästebuch|"
        r"gästbok|livre d['’]or|gastenboek|księga gości|libro de visitas)"
        r"(?:\s*[(:（：]?\s?\d{1,5}(?: of \d{1,5})?\s?件?[)）]?개?|"
        r"\s\(\d{1,5}\) (?:to|on|for|zu|zum|sur|à|a|en|op|su|na|til) .{1,250})?"
        r"\s*:?$"
    )
)
