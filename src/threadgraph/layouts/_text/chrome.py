"""Tell the words of a page's controls and forms from what people wrote."""

from __future__ import annotations

import re
from functools import lru_cache

from threadgraph.caseless import Caseless
from threadgraph.choice import Choice
from threadgraph.layouts._text.control_words import are_controls

__all__ = ["KEPT", "PINGBACK", "ends_item", "is_chrome", "is_form", "is_picture"]

MAX_CHROME = 120
MAX_WORDS = 8
KEPT = 1 << 12
"""Lines whose kind is remembered: layouts ask for the same short lines again and again."""
_WORDS = frozenset(
    """elimina misbruik meld beğen alıntıla şikayet et alerter abus alerte signalement abonniert
    empfehlen recommander recommend consigliare valutazione thread parent oceń lubi bewerten posten
    reply replies respond retweet favorite favourite like likes liked unlike dislike share permalink
    link edit report flag delete quote cite upvote downvote up down vote votes score rate abuse spam
    hide show collapse expand toggle avatar gravatar loading comment antworten antwort zitieren
    bearbeiten melden liken
    gefällt mir lade teilen löschen kommentieren kommentar répondre réponse signaler modifier citer
    partager aimer j’aime j'aime responder respuesta citar denunciar reportar gusta me compartir
    editar eliminar responde curtir resposta denunciar compartilhar rispondi risposta segnala cita
    condividi mi piace modifica beantwoorden reageer reageren antwoord bewerken rapporteer citeer
    svara svar anmäl citera gilla svar besvar rapportér citér like odpowiedz zgłoś cytuj lubię to
    edytuj ответить ответ цитировать пожаловаться нравится поделиться ссылка відповісти odpovědět
    nahlásit citovat vastaa lainaa ilmoita válasz jelentés yanıtla cevapla răspunde απάντηση balas
    odpovedať odgovori отговор atsakyti atbildēt komentiraj trả lời 返信 返信する 引用 回复
    回覆 答复 답글 응답 رد پاسخ הגב
    réponses respuestas respostas risposte reacties odpowiedzi vastaukset odpovědi válaszok
    yanıtlar ответы відповіді excluir supprimer usuń verwijderen radera slet slett sil poista
    vymazat smazat törlés удалить видалити ștergere διαγραφή 削除 返信削除 回复删除 回覆刪除
    답글삭제 답글달기 답글쓰기 댓글달기 댓글쓰기 신고 수정 삭제 수정/삭제 댓글 더보기 접기 举报 舉報
    回复该评论
    通報 編集 違反報告 phản hồi hapus laporkan השב מחק حذف الرد
    комментировать прокомментировать 删除 刪除 回应 回應 赞 收藏 收起回复 感谢回复者
    wpdiscuz fold unfold options
    permalänk permalenke パーマリンク 固定链接 固定連結 odnośnik odkaz linkki bağlantı постоянная
    bezpośredni kalıcı trvalý pysyvä
    link collegamento permanent permanenter permanente permalien enlace lien # ↓ ↑ ← → ⇒ » › ▼ ▲ ↩
    · • * | / - – ( ) [ ] + : to this post message""".split()
)
_LONGEST = max(map(len, _WORDS)) + 1
# "5 stars": the picture of a recipe's rating
_RATING = (
    r"[1-5] (?:stars?|sterne?|étoiles?|estrellas?|estrelas?|stell[ae]|sterren|gwiazd(?:ka|ki|ek))"
)
_RATED = Caseless(rf"{_RATING}$")
_FACE = Caseless(r"(?:gr)?avatar(?: (?:photo|image|picture))?$")
# "Log in to Reply", "Zum Antworten anmelden", "Liked by 21 people", "3 likes", "You must be ..."
_PHRASES = Caseless(
    r"^(?:(?:log ?in|login|sign in|register|you must be logged in|please log in)\b.{0,60}"
    r"|zum (?:antworten|kommentieren) .{0,30}|melde dich an.{0,40}"
    r"|(?:connectez-vous|identifiez-vous|inicia sesión|accede|faça login|accedi|log in|logga in|"
    r"zaloguj się|войдите)\b.{0,50}"
    r"|(?:liked?|gefällt|le gusta|aimé)\b.{0,8}\b\d{1,6}\b.{0,30}|.{0,5}\d{1,6} (?:likes?|people|"
    r"votes?|points?|readers? likes? this|thanks?|replies|reply|antworten?)\b.{0,20}"
    r"|.{0,32}\bfound this (?:review |comment |answer )?(?:helpful|useful)\b.{0,64}"
    r"|(?:was|did you find) this (?:review |comment |answer )?(?:helpful|useful)\b.{0,64}"
    r"|helpful\?(?:\s(?:yes|no|report|\(\d{1,5}\)|[|·•])){1,7}"
    r"|no readers like this yet\.?|reply to .{1,60}?(?:comment|post)?"
    r"|.{0,16}\b(?:comment|kommentar|commentaire|comentario|commento|comentário|reactie|komentarz|"
    r"komentář|комментарий|yorumunuz|kommenttisi|hozzászólás\w{0,3}|comentariul)\b.{0,12}\b"
    r"(?:awaiting|wartet|attente|pendiente|espera|attesa|aguarda\w{0,3}|wacht|afventer|väntar|"
    r"venter|oczekuje|čeká|ожидает|odottaa|bekl\w{2,6}|vár|așteaptă)\b.{0,100}"
    r"|.{0,12}rss feed for .{0,40}|refresh comments? list.{0,40}"
    r"|trackback ur[il]\b.{0,60}|subscribe\b.{0,30}"
    r"|(?:click to )?rate(?: this| comment)?(?:\s+rating\s+\(?\d{1,6}\)?)?"
    # what Wikidot prints of each post for those who fold it
    r"|unfold .{1,80} by .{1,80}, \d{1,2} [a-z]{3} \d{4},? \d\d:\d\d"
    r"|vote (?:up|down)|\[?\d{1,5} favou?rites?\]?"
    r"|(?:recently browsing|kürzlich browsen|navegando recientemente|chi sta navigando)\b.{0,40}"
    r"|.{0,40}\b(?:people|customers|leser|personnes|personas) (?:found|fanden|ont trouvé)\b.{0,60}"
    r"|.{0,3}\[ ?\d{1,5} ?\].{0,3}thanks?|(?:like )?loading(?:…|\.\.\.)?|view all .{0,30}"
    r"|(?:hide|show|view) (?:\d{1,4} )?repl(?:y|ies).{0,10}|(?:delete|remove) comment"
    # "Vote Up12Vote Down  Reply", "Antworten anzeigen (2)": wpDiscuz
    r"|vote up\s?-?\d{1,6}\s?vote down\b.{0,24}"
    r"|(?:antworten anzeigen|(?:voir|afficher) les réponses|ver (?:las )?respuestas|ver respostas|"
    r"vedi risposte|bekijk reacties|показать ответы)\s?\(\d{1,4}\)"
    r"|(?:последний раз редактировалось|editado por última vez|editado pela última vez) .{3,80}"
    r"|last edited (?:.{3,30} by |by ).{1,60}|load more comments"
    r"|(?:zuletzt bearbeitet|dernière (?:édition|modification)|última (?:edición|edição)|"
    r"ultima modifica|laatst bewerkt|senast redigerad|ostatnio edytowan[eoy]) .{3,80}"
    r"|(?:rated |bewertet mit |note |valorado (?:en|con) )?\d(?:[.,]\d\d?)? "
    r"(?:out of|von|sur|de|su|van) \d{1,2}(?: stars?| sternen| étoiles| estrellas)?"
    # "支持(0)反对(0)", "답글0 공감 12 비공감 4", "赞(3) 回复"
    r"|(?:(?:支持|反[对對]|赞|讚|顶|踩|推荐|回复|回覆|비?공감|답글|いいね)\s?[(（]?\d{1,6}[)）]?\s?){1,4}"
    r"(?:回复|回覆|举报|신고|返信)?"
    rf"|{_RATING}"
    r"|comment author|post author|author|autor(?:in)?|auteur|autore|moderator|admin|verified"
    r"|(?:gr)?avatar (?:photo|image|picture)"
    r"|(?:page|seite|página|pagina|strona|sida|side|страница) \d{1,4} "
    r"(?:of|von|sur|de|di|van|av|af|z|из) \d{1,4}(?: pages)?"
    r"|(?:share|reply|permalink|link)(?: (?:to|on|this|via) .{0,30})?)$"
)
PINGBACK = re.compile(r"^(?:ping|track)backs?(?:\s*:| (?:from|by) )", re.IGNORECASE)
# "Ann´s last blog ..Weekly Weigh In #14My ComLuv Profile": what a plug-in puts below a text
_LAST_BLOG = re.compile(r".{1,60}(?:[´'’`]s last blog(?: post)?|\srecently posted)\s?(?:\.\.|…)")
# "+41-19meldenLink": counts of votes before controls
_VOTES = re.compile(r"^(?:[+-]\d{1,4}\s?){1,3}(?=[^\W\d])")
# "+7", "-2": votes below controls; alone it may be an answer
_SCORE = re.compile(r"[+\u2212-]\d{1,4}$")
_EDGE = "().,:;…↓|·"
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
# "Leave a Reply Cancel reply", "Schreibe einen Kommentar", "Newer Post Older Post Home"
_FORM = Choice(
    r"^(?:"
    r"(?:leave|add|post|write|submit|make|join)\s(?:an?|your|the)\s(?:new )?"
    r"(?:reply|comment|response|"
    r"discussion|conversation)\b"
    r"|(?:add|post|write|leave|submit) (?:a )?(?:new )?(?:comment|reply|response)$"
    r"|you can follow (?:this|any)\b"
    r"|(?:have your say|what do you think\?|cancel reply|speak your mind|your email address will)\b"
    r"|(?:schreib(?:e|en sie)?|hinterlass(?:e|en sie)?|verfass(?:e|en sie)?|gib hier)\s(?:eine?n?|"
    r"deine?n?|ihren?)\s(?:kommentar|antwort|reaktion)"
    r"|(?:ihr|dein|mein)(?:e|en)? (?:kommentar|antwort)\b.{0,12}$"
    r"|(?:neuen )?kommentar (?:schreiben|verfassen|hinterlassen|hinzufügen|veröffentlichen|abgeben)"
    r"|(?:deine|ihre|die) e-mail-adresse wird"
    r"|(?:laisser|laissez|poster|ajouter|écrire|publier|ajoutez|enregistrer|soumettre) "
    r"(?:un|votre) (?:nouveau )?(?:commentaire|"
    r"réponse)|votre adresse (?:e-mail|de messagerie|électronique)"
    r"|(?:deja|dejar|deje|publicar|agregar|añadir|escribe) (?:una?|tu|su) (?:comentario|respuesta)"
    r"|(?:tu|su) (?:dirección de )?correo|cancelar (?:la )?respuesta"
    r"|(?:deixe|deixar|postar|enviar|adicionar) (?:uma?|o seu|seu) (?:comentário|resposta)"
    r"|o seu (?:endereço de )?e-?mail"
    r"|(?:lascia|scrivi|posta|aggiungi|invia) un (?:commento|risposta)|il tuo indirizzo email"
    r"|(?:geef|laat|plaats|schrijf) (?:een|je|uw) (?:reactie|antwoord|bericht)|het e-mailadres"
    r"|reageer op (?:dit|deze|het|de) (?:\w{0,8}bericht|artikel|column|verhaal|stelling|blog)\b"
    r"|(?:skriv|lämna|legg|læg|lägg) (?:en|ett|et|til|till|igen) (?:en |et |ett )?"
    r"(?:kommentar|svar)"
    r"|(?:dodaj|zostaw|napisz) (?:komentarz|odpowiedź)|twój adres e-?mail"
    r"|(?:добавить|оставить|оставьте|написать) (?:комментарий|ответ)|ваш (?:адрес )?e-?mail"
    r"|(?:bir )?(?:yanıt|cevap|yorum) (?:yazın|yaz|yapın|bırakın)|e-posta (?:adresiniz|hesabınız)"
    r"|コメントを(?:残す|どうぞ|書く|投稿)|返信を残す|メールアドレスが公開|发表(?:评论|回复)|發佈留言|發表迴響|"
    r"댓글 남기기|답글 남기기|залишити (?:відповідь|коментар)|ваша e-?mail"
    r"|(?:napsat|přidat|pridaj|zanechte|ostavite|napišite) (?:komentář|komentár|komentar|odpověď)"
    r"|vaše? e-mailov[áa] adres[au]|vélemény, hozzászólás|hozzászólás írása|az e-mail-?címet"
    r"|(?:jätä|kirjoita) (?:kommentti|vastaus)|sähköpostiosoitettasi"
    r"|lasă un (?:răspuns|comentariu)|adresa ta de email|"
    r"(?:αφήστε|γράψτε|προσθέστε) (?:μια|ένα|το) (?:απάντηση|σχόλι[οό])"
    r"|antwort hinterlassen|diskutiere mit|mitdiskutieren$|laisse[rz]? une réponse"
    r"|lascia una risposta|een reactie achterlaten|je e-?mailadres zal niet|skomentuj$"
    r"|(?:电子邮件地址|您的(?:邮箱地址|电子邮箱地址|电子邮件地址))不会被公开|이메일은 공개되지"
    r"|din e-?(?:post|mail)(?:-?adress[ae]?)? (?:kommer inte|vil ikke|vil ikkje|publiceras inte)"
    r"|legg igjen en kommentar|η ηλ\. διεύθυνση|напишете коментар|вашият имейл адрес"
    r"|l['’]adreça electrònica no|ostavite odgovor|vaša adresa e-?pošte|utzi erantzuna"
    r"|(?:les )?commentaires (?:sont )?fermés|os comentários estão (?:encerrados|desativados)"
    r"|możliwość komentowania (?:została )?(?:jest )?wyłączona|komentowanie wyłączone"
    r"|コメントは(?:受け付けていません|停止中です)|评论已关闭|комментарии (?:к записи .{1,80} )?"
    r"(?:закрыты|отключены)|kommentarer inaktiverade|komentáře nejsou povoleny"
    r"|prześlij komentarz|yorum gönder|een reactie posten|skicka en kommentar|send en kommentar"
    r"|lähetä kommentti|okomentovat$|megjegyzés küldése|trimiteți un comentariu|δημοσίευση σχολίου"
    r"|posting komentar|đăng nhận xét|إرسال تعليق|ارسال یک نظر|張貼留言|дописати коментар"
    r"|objavi komentar|zverejnenie komentára|публикуване на коментар|הוסף רשומת תגובה"
    r"|اترك (?:تعليق|رد)|لن يتم نشر|כתיבת תגובה|השארת תגובה|פרסום תגובה|האימייל לא|כתובת האימייל|"
    r"دیدگاه‌?ت?ان را|نشانی ایمیل|(?:để lại|thêm) (?:một )?bình luận|email của bạn|"
    r"發佈回覆|添加新评论|댓글 (?:입력|쓰기)|덧글 입력|コメントの投稿|댓글을 입력|"
    r"(?:이름|작성자|글쓴이)\s+비밀번호|"
    r"tinggalkan (?:balasan|komentar)|alamat email anda|deixa (?:un comentari|una resposta)"
    r"|rispondi annulla risposta"
    r"|(?:the )?comments? (?:(?:to|on|for) this .{1,20} )?(?:are|is) (?:now )?closed"
    r"|commenting is not (?:available|enabled|possible)\b"
    r"|(?:die )?kommentar(?:e|funktion) (?:(?:sind|ist) )?geschlossen|comentarios cerrados$"
    r"|(?:(?:rss|comments?) feed for (?:comments on )?this post|rss de los comentarios de esta|"
    r"rss-feed (?:für kommentare zu diesem|voor reacties op dit)|fil rss des commentaires de cet|"
    r"feed rss (?:para comentários|dei commenti))\b.{0,40}$"
    r"|(?:sorry, the comment form is|lo siento, el formulario de comentarios est[áa]|"
    r"désolé, le formulaire de commentaire est|entschuldige, das kommentarformular ist|"
    r"sorry, het reactieformulier is)\b.{0,40}$"
    r"|comments? navigation|(?:older|newer) (?:comments?|posts?)\b|[←«] (?:older|ältere)"
    r"|(?:ältere|neuere) (?:kommentare|beiträge)|neuerer post|älterer post|subscribe to:? post"
    r"|post(?:ing)? (?:a )?comments?\b|abonnieren kommentare|this site uses akismet"
    r"|fill in your details below|notify me of (?:new|follow)|benachrichtige? mich"
    r"|required fields are marked|name \*$|e-?mail \*$|links to this post"
    r"|(?:\d{1,4} |one |no )?(?:trackbacks?|pingbacks?)"
    r"(?:(?:/| / | & | and )(?:trackbacks?|pingbacks?))?"
    r"(?: yet| to .{1,80})?(?: ?\(?\d{1,4}\)?)?[.:]?$"
    r"|(?:recent|latest|popular) (?:posts|comments|articles|entries)$|archives?$|meta$"
    r"|blogroll$|tags$|search:?$"
    r"|categor(?:y|ies)$|tag cloud$|(?:neueste|letzte|aktuelle) (?:beiträge|kommentare|artikel)$"
    r"|archiv$|kategorien$|schlagwörter$|(?:articles|commentaires|billets) récents$|catégories$"
    r"|(?:entradas|comentarios) recientes$|archivos$|categorías$|etiquetas$"
    r"|(?:articoli|commenti) recenti$|archivi$|(?:posts|comentários) recentes$|arquivos?$"
    r"|categorias$|recente (?:berichten|reacties)$|archief(?:en)?$|categorieën$|arkiv$|kategorier$"
    r"|senaste (?:inläggen|kommentarer)$|(?:ostatnie|najnowsze) (?:wpisy|komentarze)$|archiwa$"
    r"|kategorie$|свежие (?:записи|комментарии)$|архивы$|рубрики$|son (?:yazılar|yorumlar)$"
    r"|arşivler$|kategoriler$"
    r"|(?:already have an account|sign up for free to|kommentieren$|jetzt kommentieren$)"
    r"|join the community to add|some html is ok(?:ay)?\.?$|or, reply to this post via trackback"
    r"|(?:previous|next|newer|older) (?:post|article|entry|story)(?:\s?[:»→].{0,100})?$"
    r"|(?:©|\(c\)|copyright\b) ?.{0,120}(?:19|20)\d\d|(?:proudly |forum )?powered by\b"
    r"|.{0,60}\ball rights reserved\b|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati"
    r"|lees (?:ook|verder|meer)$|lesen sie auch|(?:auch|das könnte (?:sie|dich)) (?:auch )?interess"
    r"|(?:(?:à )?lire aussi|sur le même sujet|les plus lus|(?:leia|leggi) (?:também|anche)"
    r"|le più lette|lo más (?:leído|visto)|más leídas|te puede interesar|mais lidas).{0,30}$"
    r"|(?:meist ?gelesen|am meisten gelesen|mehr (?:zum thema|aus|auf|von)\b|meest gelezen).{0,30}$"
    r"|(?:läs (?:mer|också)|mest läst|les også|læs også|mest lest|czytaj (?:także|też|również)"
    r"|najczęściej czytane|читайте (?:также|ещё|еще)|похожие (?:статьи|записи)).{0,30}$"
    r"|(?:more|most) (?:on|from|in|read|popular|viewed|commented|shared)\b.{0,40}$"
    r"|you (?:may|might) also (?:like|enjoy|be interested in).{0,9}$|read (?:next|also)\b.{0,40}$"
    r"|(?:the |this )?(?:comment|discussion|thread|topic|commenting)s?(?: section)? "
    r"(?:to this entry )?"
    r"(?:is|are|has been|have been) (?:archived and is )?(?:now |currently )?"
    r"(?:closed|disabled|locked)\b"
    r".{0,60}$|het is niet (?:meer )?mogelijk|(?:de )?reacties zijn gesloten|kommentering är stängd"
    r"|les commentaires sont (?:fermés|clos)"
    r"|los comentarios (?:(?:de|en|a|para) .{1,40} )?est[áa]n cerrados"
    r"|i commenti sono chiusi|comentários (?:encerrados|fechados)|komentowanie (?:jest|zostało)"
    r"|aggiungi (?:un )?commento|(?:añadir|publicar|enviar) (?:un )?(?:nuevo )?comentario"
    r"|(?:adicionar|enviar) (?:novo )?comentário|invia (?:un )?nuovo commento"
    r"|(?:nieuwe )?reactie (?:inzenden|toevoegen|plaatsen)$|dodaj nowy komentarz"
    r"|(?:skriv|lägg till|legg til|tilføj) ny kommentar|einen kommentar (?:abgeben|schreiben)"
    r"|отправить комментарий|yeni yorum (?:gönder|ekle)|új hozzászólás$"
    r"|postar um comentário|posta un commento|enregistrer un commentaire"
    r"|post (?:popolari|più popolari)|posts? (?:mais vistos|populares)|beliebte (?:posts|beiträge)"
    r"|entradas populares|messages les plus consultés|populaire posts"
    r"|(?:<<|«) ?(?:home|inicio|início|accueil|startseite|main)$"
    r"|(?:blog(?:ger)? )?(?:template|theme|designed) (?:(?:designed|created) )?by:? [^.!?]{3,60}$"
    r"|dopisz się|コメントを(?:書く|投稿|残す)|コメントする|最近の(?:記事|コメント)"
    r"|(?:yorum|cevap) yaz|benzer (?:konular|yazılar)|bitte (?:melden|loggen) sie sich"
    r"|post navigation|beitrags-?\s?navigation"
    r"|(?:related|recent|popular|more) (?:posts|articles|stories|content|reading)$"
    r"|ähnliche beiträge$|neueste (?:beiträge|kommentare)$|recent comments$|primary sidebar$"
    r"|(?:vous devez|debes|você precisa|devi|you must) .{0,40}(?:comment|publi|post)"
    r")"
)
# "» Leave a comment"
_SIGN = re.compile(r"[^\w\s]\s?")


def is_chrome(text: str) -> bool:
    """Tell a line that holds controls only: "Reply", "Antwort ↓", "LikeLiked by 3 people"."""
    return len(text) <= MAX_CHROME and _is_chrome(text)


@lru_cache(maxsize=KEPT)
def _is_chrome(text: str) -> bool:
    if (
        not text
        or _PHRASES.match(text)
        or ((".." in text or "…" in text) and _LAST_BLOG.match(text))
    ):
        return True
    if text[0] in "+-":
        text = _VOTES.sub("", text) or text
    if text.count(" ") >= MAX_WORDS and not _CAMEL.search(text, 0, _LONGEST):
        return are_controls(text)
    parted = text if text.istitle() or text.islower() else _CAMEL.sub("\n", text)
    words = parted.lower().replace("(", " ").replace(")", " ").split()
    if len(words) <= MAX_WORDS and all(map(_is_word, words)):
        if len(words) == 1 and words[0].strip(_EDGE) == "this":
            return False  # an answer
        return any(c.isalpha() for c in text) or len(text) <= 2  # noqa: PLR2004
    head, _, rest = parted.partition("\n")
    if rest and head.lower() in _WORDS and _PHRASES.match(rest):
        return True
    return are_controls(text)


def is_picture(text: str) -> bool:
    """Tell the words of a picture above a text: of its author, of the stars given to a recipe."""
    return bool(_RATED.match(text) if text[:1].isdigit() else _FACE.match(text))


def ends_item(text: str) -> bool:
    """Tell a line that can end a post above the next: controls, votes."""
    return is_chrome(text) or bool(_SCORE.match(text))


def _is_word(word: str) -> bool:
    return word in _WORDS or word.strip(_EDGE) in _WORDS


def is_form(text: str) -> bool:
    """Tell a line that opens what follows a discussion: the form, or links to other pages."""
    return len(text) <= 160 and _is_form(text)  # noqa: PLR2004 - forms' sentences


@lru_cache(maxsize=KEPT)
def _is_form(text: str) -> bool:
    if _FORM.match(text):
        return True
    sign = _SIGN.match(text)
    return sign is not None and _FORM.match(text[sign.end() :])
