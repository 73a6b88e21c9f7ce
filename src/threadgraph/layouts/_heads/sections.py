"""Tell the headings of sections in which readers speak: "Reviews (12)", "Vos avis", "Guestbook"."""

from __future__ import annotations

from threadgraph.accents import either
from threadgraph.choice import Choice
from threadgraph.layouts._heads.telling import LATEST, heads_comments

__all__ = ["MAX_SECTION", "heads_section"]

MAX_SECTION = 60

# "12 reviews", "User reviews (3)", "What our readers say", "Have your say:"
_EN = (
    r"(?:\d{1,5}\s)?(?:(?:customer|user|reader|product|all|our|your|guest)(?:s['’]?|['’]s)?\s)?"
    r"(?:reviews|comments|opinions|letters|feedback|discussion|responses|conversation|guest ?book)|"
    r"what (?:our|other) \w{3,12} (?:say|think)|have your say|join the conversation|your say"
)
_DE = (
    r"(?:\d{1,5}\s)?(?:kundenbewertungen|bewertungen|rezensionen|kundenrezensionen)|leserbriefe|"
    r"(?:ihre|eure|deine) meinung|diskussion|diskutieren sie mit|gästebuch|alle kommentare|"
    r"leserstimmen|leserkommentare|lesermeinungen"
)
_FR = (
    r"(?:\d{1,5}\s|vos |les )?avis(?: (?:clients?|(?:des|de nos) (?:lecteurs|clients)))?|"
    r"(?:\d{1,5}\s)?réactions|(?:la )?parole aux lecteurs|livre d['’]or|tous les commentaires|"
    r"discussion"
)
_ES = (
    r"(?:\d{1,5}\s)?(?:tus |las |vuestras )?opiniones|(?:tu|su|vuestra|da tu) opinión|opiniones"
    r"(?: de (?:los )?(?:clientes|lectores|usuarios))?|comentarios de (?:los )?lectores|"
    r"libro de visitas|debate|todos los comentarios|valoraciones"
)
_IT = (
    r"(?:\d{1,5}\s)?recensioni(?: dei clienti)?|i commenti dei lettori|la vostra opinione|"
    r"discussione|libro degli ospiti|tutti i commenti"
)
_RU = (
    r"(?:\d{1,5}\s)?отзыв(?:ы|ов)(?: покупателей)?|мнения читателей|обсуждение|гостевая книга|"
    r"все комментарии|комментарии читателей"
)
_SECTION = Choice(either(rf"^(?:{_EN}|{_DE}|{_FR}|{_ES}|{_IT}|{_RU})(?:\s?\(\d{{1,5}}\))?\s?:?$"))


def heads_section(text: str) -> bool:
    """Tell a heading of comments or reviews, but for those of a whole site's latest."""
    if heads_comments(text):
        return True
    return len(text) <= MAX_SECTION and _SECTION.match(text) and not LATEST.search(text)
