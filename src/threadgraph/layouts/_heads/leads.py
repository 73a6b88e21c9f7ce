"""Hold the words that stand before and after names and dates in headers, in several languages."""

from __future__ import annotations

import re

__all__ = ["BADGES", "BEFORE_DATE", "LEAD"]

# "Posted by Ann", "Reviewed by: Ann", "Author: Ann", "De : Ann"
LEAD = re.compile(
    r"(?:(?:comment(?: left)?|kommentar|commentaire|comentario|commento|beitrag|review(?:ed)?|"
    r"bewertung|avis|opinión|recensione|отзыв|reply|antwort|eintrag|eingetragen|verfasst|posted|"
    r"submitted|written|geschrieben|posté|écrit|publié|publicado|enviado|escrito|scritto|inviato|"
    r"postato) (?:by|from|von|de|di|da|par|por|от)(?:\s?:)?|by|from|von|par|por|da|di|от|"
    r"(?:autor(?:in)?|author|auteur|autore|автор|name|nome|nombre|nom|имя|user|username|benutzer|"
    r"usuario|utente|пользователь|reviewer|from|von|de|от|добавил|verfasser)\s?:|"
    r"(?:добавил|написал)а?)(?:\s+(?=\S)|\Z)|(?:作者|楼主|樓主|投稿者)\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
# "on", "Posted on", "Datum:": what stands before a date, at the end of what stands before it
BEFORE_DATE = re.compile(
    r"(?:^|(?<=\s))(?:(?:posted|published|added|written|submitted|reviewed|commented|geschrieben|"
    r"veröffentlicht|verfasst|eingestellt|posté|publié|écrit|publicado|escrito|enviado|scritto|"
    r"pubblicato|inviato|добавлено|опубликовано|написано|date|datum|fecha|data|дата)"
    r"(?:\s(?:on|am|le|el|il))?\s?:?|on|at|am|le|el|il|vom)$",
    re.IGNORECASE,
)

BADGES = frozenset((
    "verified buyer", "verified purchase", "verified customer", "top commenter", "top contributor",
    "new here", "gold member", "premium member", "verifizierter kauf", "verifizierter käufer",
    "achat vérifié", "acheteur vérifié", "compra verificada", "comprador verificado",
    "acquisto verificato", "проверенная покупка", "abonnent", "abonné", "abonnée", "suscriptor",
    "abbonato", "подписчик", "moderator", "modérateur", "moderador", "moderatore", "модератор",
    "redaktion", "rédaction", "redacción", "redazione", "редакция", "stammgast", "staff",
))  # fmt: skip
"""What shops and newspapers print beside a name of who that is."""
