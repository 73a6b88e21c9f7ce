"""Hold the words that comment systems print, as data: one place, all layouts."""

from __future__ import annotations

import re

__all__ = ["COMMENT_COUNT", "READ_MORE", "REPLY_TO"]

# "Reply to  Lola Lopez" (the first blank may be a no-break space)
REPLY_TO = re.compile(
    r"^(?:Reply to|In reply to|Replying to|Antwort an|Antwort auf|Als Antwort auf|"
    r"Répondre à|En réponse à|Responder a|En respuesta a|Em resposta a|Rispondi a|In risposta a|"
    r"Antwoord op|Reageer op|Svar til|Svara på|Odpowiedz|Ответить на|Ответ на)\s+(\S.{0,80})$"
)

# "eat your popcorn and… Read more »"
READ_MORE = re.compile(
    r"(?:(?<=…)|(?<=\.\.\.))\s*(?:Read more|Read More|Show more|See more|Weiterlesen|Mehr lesen|"
    r"Lire la suite|Leer más|Ler mais|Leggi tutto|Lees meer|Читать далее)\s*(?:»|…|\.\.\.)?$"
)

# "34 Comments", "Comments (12)", "12 Kommentare"
_COMMENTS = (
    r"(?:comments?|responses?|replies|reactions?|thoughts on .{1,200}|kommentare?|antworten|"
    r"commentaires?|réponses?|comentarios?|respuestas?|comentários?|commenti|reacties|"
    r"komentarzy?|комментари(?:ев|я|й))"
)
COMMENT_COUNT = re.compile(
    rf"^(?:(\d{{1,6}})\s+{_COMMENTS}|{_COMMENTS}\s*[:(]\s*(\d{{1,6}})\s*\)?):?$", re.IGNORECASE
)
