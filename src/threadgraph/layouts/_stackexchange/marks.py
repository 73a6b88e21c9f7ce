"""Hold the lines by which Stack Exchange marks its posts, in the languages of its sites."""

from __future__ import annotations

import re

__all__ = [
    "ADD_COMMENT",
    "ANSWERS",
    "ASKED",
    "AVATAR",
    "BADGES",
    "BEGINS",
    "CHROME",
    "COUNTERS",
    "DATED",
    "EDITED",
    "END",
    "HEADED",
    "ISO",
    "MENU",
    "NEWCOMER",
    "NOTICE",
    "REASON",
    "SIGNED",
    "SIGNED_SIGNS",
    "TAGS",
    "VOTE",
    "WIKI",
]

# "Mar 28, 2014 at 15:35", "Mar 3 '12 at 4:05", "Mar 4 at 3:48", "el 21 ene. 2019 a las 9:31",
# "14 мая 2019 в 10:05", "15/04/14 às 11:10", "2016年3月5日 6:14", "3 hours ago", "yesterday"
_TIME = r"\d{1,2}:\d\d"
_YEAR = r"(?:\d{4}|['’]\d\d)"
_CLOCKED = (
    rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:,? {_YEAR})? at {_TIME}|"
    rf"\d{{1,2}}(?:\.|/\d{{1,2}}(?:/\d{{2,4}})?| (?:de )?[^\W\d_]{{3,10}}\.?)"
    rf"(?:,? (?:de )?(?:{_YEAR}|\d\d))?(?: г\.)?,? (?:at|a las?|às|в|um) {_TIME}|"
    rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日(?: {_TIME})?)"
)
_AGE = (
    r"(?:yesterday|today|just now|over a year ago|(?:\d{1,2}|an?) (?:secs?|mins?|hours?|days?|"
    r"weeks?) ago|[A-Z][a-z]{2} \d{1,2}(?:,? \d{4}| '\d\d)?|ayer|hoy|"
    r"hace \d{1,2} [^\W\d_]{3,9}|вчера|сегодня|\d{1,2} [^\W\d_]{3,9} назад|ontem|"
    r"há \d{1,2} [^\W\d_]{3,9}|\d{1,2}[^\W\d_]{1,3}前)"
)
_ASKED = r"asked|formulada|preguntada|perguntada|feita|(?:вопрос )?задан|質問(?:日時|日|済み)?"
_EDITED = r"edited|editad[ao]|изменён|изменен|отредактирован|編集(?:日時|日|済み)?"
_SIGNED = (
    rf"{_ASKED}|answered|respondid[ao]|contestada|ответ дан|дан ответ|回答(?:日時|日|済み)?|"
    rf"{_EDITED}"
)
# "answered Mar 28, 2014 at 22:52", "asked Mar 4 at 3:48 Ann", "asked 3 days ago Ann" (html2text)
SIGNED = re.compile(
    rf"^(?P<verb>{_SIGNED})\s?:?\s?(?:el |em )?(?P<date>{_CLOCKED}|{_AGE}(?=$)|"
    rf"(?:yesterday|\d{{1,2}} (?:secs?|mins?|hours?|days?) ago)(?=\s))"
    r"(?:\s?(?P<name>[^\W\d].{0,90}|(?<=\s)\S.{0,90}))?$"
)
ASKED = re.compile(rf"(?:{_ASKED})(?!\w)")
EDITED = re.compile(rf"(?:{_EDITED})(?!\w)")
SIGNED_SIGNS = frozenset(word[0] for word in re.findall(r"\w+", _SIGNED))
"""Signs of which each line that SIGNED matches begins with one."""

# "... – Ann Mar 3 '12 at 4:05", "... Commented Mar 28, 2014 at 15:35", "Sep 30, 2023 at 14:59"
DATED = re.compile(
    rf"(?:^|(?<=\s)|(?<=[.…])|(?=[–—]\s))(?:[–—-]\s{{1,2}}(?P<name>\S.{{0,39}}?)\s)?"
    r"(?P<said>(?:Commented|Comentad[ao]|Комментарий \S{3,12}|コメント(?:日時)?:?)\s?)?(?:el |em )?"
    rf"(?P<date>{_CLOCKED}|{_AGE})$"
)
# "6 Answers", "6 Answers 6", "5 Answers5", "2 respuestas", "3 ответа 3", "2 件の回答"
_ANSWERS = r"Answers?|respuestas?|respostas?|ответ(?:а|ов)?|件の回答"
ANSWERS = re.compile(
    rf"^\d{{1,4}} ?(?:{_ANSWERS})(?:\s?\d{{1,4}})?"
    r"(?:\s(?:active|oldest|votes|newest)\b.{0,40})?$",
    re.IGNORECASE,
)
BEGINS = rf"(?i:\d{{1,4}} ?(?:{_ANSWERS}))|{_SIGNED}"
"""How what ANSWERS and SIGNED match begins."""

# "up vote 12 down vote favorite", "up vote 9 down vote accepted", "голос «за» 3 голос «против»";
# to 2011 pictures: "vote up3vote down", "![vote up](/up.png)3![vote down](/down.png)|" (html2text)
_PICTURE = r"\]\([^()]{1,200}\)"
VOTE = re.compile(
    rf"!\[vote\sup{_PICTURE}-?\d{{1,6}}!\[vote\sdown{_PICTURE}"
    rf"(?:!\[(?:favorite|accepted){_PICTURE}(?:\*\*\d{{1,6}}\*\*)?)?(?:\||$)|"
    r"(?:\|\s{0,3})?"
    r"(?:up ?vote|vote up|vot(?:ar|o) (?:a favor|positivo)|голос «за»|голос за)\s{0,3}"
    r"-?\d{1,6}\s{0,3}(?:down ?vote|vote down|vot(?:ar|o) (?:(?:en )?contra|negativo)|"
    r"голос «против»|голос против)"
    rf"(?:\s{{0,3}}(?:\[?favorite(?:{_PICTURE})?|star|accepted|favorit[ao]|aceptada|"
    r"aceita|(?:в )?избранное|принят))?"
    r"(?:\s{0,3}\*\*\s?\d{0,6}\s?\*\*|\s{1,3}\d{1,6}(?=\s{0,3}(?:\||$)))?\s{0,3}(?:\||$|(?=\s))"
)
_BUTTON = (
    r"(?:share|link|cite|edit|flag|follow|delete|undelete|protect|history|improve this (?:question|"
    r"answer|post)|improve (?:question|answer)|compartir|compartilhar|mejora esta (?:pregunta|"
    r"respuesta)|mejorar esta (?:pregunta|respuesta)|melhore esta (?:pergunta|resposta)|"
    r"melhorar esta (?:pergunta|resposta)|editar|seguir|enlace|denunciar|reportar|"
    r"поделиться|ссылка|править|"
    r"улучшить (?:этот )?(?:вопрос|ответ)|отслеживать|共有|この(?:質問|回答)を改善する|編集|"
    r"フォロー(?:する)?)"
)
# "link|flag", "share|improve this answer", "Share Improve this answer Follow", "Share"
MENU = re.compile(rf"^\|?\s?{_BUTTON}(?:\s?[|·]?\s?{_BUTTON}){{0,6}}\s?\|?$", re.IGNORECASE)
# "1,655 11 gold badge 14 14 silver badges", "11●2●1", "12.3k", "Tags: 3", "1 ● 2"
BADGES = re.compile(
    r"^(?:reputation score )?-?\d[\d.,]{0,12}\s?(?:k|mil|тыс\.?)?(?:[\s\d●•]|gold|silver|"
    r"bronze|badges?|"
    r"insignias?|medalhas?|de|oro|plata|bronce|ouro|prata|золот[а-яё]{2,4}|серебр[а-яё]{3,6}|"
    r"бронзов[а-яё]{2,4}|знак[а-яё]{0,3}|[金銀銅]バッジ){0,60}$"
)
AVATAR = re.compile(r".{0,45}(?:'s user avatar|のユーザーアバター|^Аватар .{1,40})$")
# "community wiki", "3 revs, 2 users 80%", "[3 revs, 2 users" and "80%](/posts/1/revisions)", which
# html2text prints, "New contributor"
WIKI = re.compile(
    r"^(?:community wiki|wiki de la comunidad|wiki da comunidade|общая вики|コミュニティー?\s?wiki|"
    r"\[?\d{1,4} revs?(?:, \d{1,4} users?)?(?: ?\d{1,3}%)?|new contributor|nuevo colaborador|"
    r"новый участник|\d{1,3}%(?:\]\(.{1,200})?)$",
    re.IGNORECASE,
)
# "Ann is a new contributor to this site. Take care in asking for clarification": behind a card
NEWCOMER = re.compile(
    r"^(?P<name>\S.{0,44}) (?:is a new contributor|es un nuevo colaborador|é um novo colaborador|"
    r"— новый участник|новый участник)\b.{0,170}$"
)
# "Add a comment |", "add comment", "show 3 more comments", "| Show 3 more comments"
ADD_COMMENT = re.compile(
    r"^[|\s]{0,6}(?:(?:add (?:a )?comment|(?:show|load) (?:\d{1,4} )?more comments?|"
    r"\d{1,4} more comments?|add comment|añad(?:e|ir) un comentario|(?:muestra|mostrar) \d{1,4} "
    r"comentarios? más|adicionar(?: um)? comentário|adicione um comentário|comentar|"
    r"mostrar mais \d{1,4} comentários?|добавить комментарий|"
    r"(?:показать )?(?:ещё )?\d{1,4} комментари\S{1,3}|コメントを追加|"
    r"さらに \d{1,4} 件のコメントを表示(?:する)?|comente)"
    r"[|\s]{0,6}){1,2}$",
    re.IGNORECASE,
)
# "Asked 5 years ago", "Viewed 12k times", "Просмотрен 12k раз": the lines below a title
COUNTERS = re.compile(
    r"^(?:asked|modified|active|viewed|formulada|preguntada|activa|modificada|vista|perguntada|"
    r"ativa|(?:вопрос )?задан|изменён|последнее обсуждение|просмотрен|質問日?|更新日?|"
    r"閲覧数)\s.{1,90}$",
    re.IGNORECASE,
)
TAGS = re.compile(r"^[a-zа-яёà-ÿ.][a-z0-9а-яёà-ÿ.+#-]{0,34}(?: [a-z0-9а-яёà-ÿ.+#-]{1,35}){0,4}$")
END = re.compile(
    r"^(?:Your Answer|Tu [Rr]espuesta|Sua [Rr]esposta|Ваш ответ|あなたの回答|回答(?:を投稿する?)?|"
    r"You must log in to answer this question\.?|Start asking to get answers|"
    r"(?:Not the answer you're looking for\?|¿No es la respuesta que buscas\?|"
    r"¿Esta no es la respuesta.{0,30}\?|Esta não é a resposta.{0,40}\?|Всё ещё ищете ответ\?|"
    r"求めていた回答.{1,20}？|"
    r"Не тот ответ.{0,40}\?).{0,190}|Know someone who can answer\?.{0,80}|"
    r"(?:Highly active question|protected by )\b.{0,200}|Linked|Related|Hot Network Questions|"
    r"Post Your Answer|Explore related questions|Browse other questions tagged.{0,160}|"
    r"Sign up or log in|The Overflow Blog|Featured on Meta|question feed|"
    r"site design / logo .{1,200}|"
    r"about (?:blog )?help .{1,120}|"
    r"(?:asked|formulada|perguntada|вопрос задан|質問日時:?|viewed)(?:\|.{1,120})?)$"
)
_DUPLICATE = r"(?:This|Possible) (?:question|duplicate)\b.{0,150}(?:here|duplicate|answer|closed)\b"
# What stands above a question's text or between it and the answers
NOTICE = re.compile(
    rf"^(?:{_DUPLICATE}.{{0,200}}|closed\b.{{0,200}}|locked\b.{{0,200}}|on hold\b.{{0,200}}|"
    r"(?:Closed|Locked)\. This question .{1,200}|Closed (?:last|\d{1,2}|\w{3}) .{1,40}|"
    r"put on hold .{1,200}|marked as duplicate .{1,200}|migrated from .{1,160}|"
    r"Want to improve this \w{4,8}\?.{0,200}|This (?:question|post) (?:is|needs|does not|was|has)\b"
    r".{1,200}|.{0,160}\(\d{1,3} answers?\)|[\"“]Questions .{1,200}[\"”](?: [–-] \D{1,90})?|"
    r"This question appears to be off-topic\. The users who voted to close .{1,90}|"
    r"Highly active question\b.{1,200}|Cerrada\b.{0,120}|"
    r"This question came from our site for .{1,120}|"
    r".{1,60} is a question and answer site .{1,160}|Here's how it works:|"
    r"Any(?:body|one) can (?:ask a question|answer)|The best answers are voted up .{1,60}|"
    r"It's difficult to tell what is being asked.{1,200}|As it currently stands, this .{1,200}|"
    r"(?:Questions|Many good questions|There are either too many) .{1,140}(?:off[- ]topic|"
    r"opinion|good answers)\b.{0,160}|(?:If|Unless) (?:this|your) question can be "
    r"\w{3,10} .{1,200}|"
    r"Thank you for your interest in this question.{0,200}|"
    r"Fechada\b.{0,120}|Закрыт\b.{0,120}|Esta pregunta .{1,200}|Этот вопрос .{1,200})$"
)
# what tells why a question was closed, of more words than a line of marks has
REASON = re.compile(
    r"(?:This question (?:is unlikely to help any future|covers exactly the same|has been asked "
    r"before and|exists because it has historical|and its answers are (?:frozen|locked)|"
    r"appears to be off-topic|was caused by a problem)|As it currently stands, this question is|"
    r"It's difficult to tell what is being asked|Many good questions generate some degree of|"
    r"There are either too many possible answers|Please clarify your specific problem or|"
    r"Thank you for your interest in this question|Questions asking (?:us to recommend|for code|"
    r"to recommend)|Guide the asker to update the question|"
    r"We don['’]t allow questions (?:seeking|about)|(?:Closed|Locked)\. This question)\b"
)
# "active oldest votes", "Highest score (default) Trending Date modified (newest first)"
_SORTED = (
    r"(?i:(?:active|oldest|votes|newest|текущие|по дате|activas?|votos|ativas?|активн\S{2,5}|"
    r"(?:más|mais) (?:antig[uao]{1,3}s?|recientes?)|старые|голоса|アクティブ|古い順|投票)\s?){2,9}|"
    r"(?:Highest score|スコアの高い順|Голоса|Maior pontuação|Mayor puntuación) "
    r"\(\w{2,14}(?: \w{2,12})?\).{0,120}"
)
# the tips of the buttons beside a post, which extractors print as text, and the licence in a menu
_TIPS = (
    r"This (?:question|answer) (?:shows research effort; it is|does not show any research effort; "
    r"it is|is(?: not)?) .{0,6}useful(?: and clear)?(?: \(click again to undo\))?|"
    r"This question does not show any research effort; it is unclear or not useful.{0,24}|"
    r"Follow this (?:question|answer) to receive notifications|Share a link to this \w{6,8}|"
    r"(?:loading when )?this answer was (?:accepted|awarded) .{0,60}|Bookmark this question\.|"
    r"(?:(?:[-•] )?Copy ?link ?)?\[?CC BY-SA \d\.\d(?:\]\([^()]{1,160}\))?|"
    r"(?:Esta|Essa|A) (?:pregunta|pergunta) (?:no |não )?(?:muestra|mostra) .{4,80}|"
    r"(?:Esta|Essa) (?:respuesta|resposta) (?:no |não )?(?:es|é) útil.{0,30}|"
    r"Этот (?:вопрос|ответ) (?:не )?(?:полезен|показывает).{0,80}|"
    r"この(?:質問|回答)は.{2,40}(?:です|せん)"
)
CHROME = re.compile(
    rf"^(?:{_TIPS}|"
    r"Ask Question|Formular una pregunta|Hacer pregunta|Faça uma pergunta|Задать вопрос|"
    rf"質問する|Sorted by:?.{{0,120}}|Reset to default|{_SORTED}|"
    r"Trending .{1,60}|Date (?:modified|created) .{0,60}|Ordenado por:?.{0,120}|"
    r"Сортировка:?.{0,90}|"
    r"並べ替え:?.{0,60}|\$\\(?:begin|end)group\$|"
    r"[-|\s\d●*–]{0,40}|Save this \w{6,8}\.|Show activity on this post\.|Accepted|accepted|"
    r"(?:Tell me more|Take the 2-minute tour) ?×?|Join them; it only takes a minute:?|"
    r"Recognized by \S.{1,60} Collectives?|"
    r"\d{0,4} ?Reply|Sign up to request clarification .{1,60}|"
    r"(?:[-•] )?Copy link|\d{1,4} Comments?|"
    r"Loading when this answer was accepted…|(?:up|down) vote|favorite|(?:\d{1,3} )*(?:next|prev))$"
)
# "Ann Over a year ago", "AnnAnn Nov 5, 2025 at 10:00": above a comment, since autumn 2025, with
# "2025-11-05T10:00:12.345Z+00:00" below it
HEADED = re.compile(rf"^(?P<name>\S.{{0,70}}?)\s?(?P<date>Over a year ago|{_CLOCKED}|{_AGE})$")
ISO = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]{0,8}Z?(?:[+-]\d\d:\d\d)?$")
