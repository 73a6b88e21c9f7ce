"""Tell rows of controls by the phrases and counts they are made of: "Report | Like (3)".

One phrase of a word alone may be somebody's answer ("Agree"): it needs a count or another beside.
"""

from __future__ import annotations

import re

__all__ = ["are_controls"]

MAX_PARTS = 10

# long ones first: "report abuse" begins with "report"
_PHRASES = sorted(
    (
        *"reply respond answer quote share tweet link permalink report flag edit delete".split(),
        *"upvote downvote helpful like unlike dislike likes recommend recommended".split(),
        *"recommendations".split(),
        *"point points vote votes agree disagree i_agree i_disagree not_helpful".split(),
        *"copy_link reply_to_this_comment report_abuse report_comment report_this_comment".split(),
        *"flag_as_inappropriate alert_moderator vote_up vote_down thumbs_up thumbs_down".split(),
        *"antworten auf_diesen_kommentar_antworten melden kommentar_melden beitrag_melden".split(),
        *"missbrauch_melden gefällt_mir gefällt_mir_nicht empfehlen hilfreich zustimmen".split(),
        *"nicht_hilfreich ablehnen teilen zitieren leserempfehlungen empfehlungen".split(),
        *"répondre répondre_à_ce_commentaire signaler signaler_un_abus alerter j'aime".split(),
        *"signaler_ce_commentaire je_n'aime_pas recommander utile pas_utile partager".split(),
        *"je_suis_d'accord permalien citer lien responder contestar denunciar reportar".split(),
        *"denunciar_comentario avisar_al_moderador me_gusta no_me_gusta recomendar útil".split(),
        *"no_es_útil de_acuerdo compartir enlace enlace_permanente citar voto votos".split(),
        *"rispondi rispondi_a_questo_commento segnala segnala_abuso segnala_commento".split(),
        *"mi_piace non_mi_piace consiglia non_utile d'accordo condividi cita voti".split(),
        *"ответить ответить_на_комментарий пожаловаться сообщить_о_нарушении жалоба".split(),
        *"нравится не_нравится полезно не_полезно согласен поделиться ссылка цитировать".split(),
    ),
    key=len,
    reverse=True,
)
_WORDS = "|".join(_PHRASES).replace("_", " ").replace("'", "['’]")
_ANSWERS = ("agree", "accord", "acuerdo")
"""What ends phrases that may be all that somebody says."""

_SIGNS = r"👍|👎|▲|▼|△|▽|↑|↓|♥|❤️?"
# "Like (3)", "3 Likes", "+3", "▲ 3 ▼"
_PART = re.compile(
    rf"[\s|·•/]{{0,4}}(?:(?P<words>{_WORDS})(?![^\W\d_])|(?P<signs>{_SIGNS})|"
    r"(?P<count>\(?[+\u2212-]?\d{1,5}\)?(?!\w)))[\s|·•/]{0,4}",
    re.IGNORECASE,
)


def are_controls(text: str) -> bool:
    """Tell a row that is made of such phrases, signs and counts and nothing else."""
    place = parts = words = wide = 0
    while place < len(text):
        found = _PART.match(text, place)
        if found is None or parts == MAX_PARTS:
            return False
        place, parts = found.end(), parts + 1
        words += found["words"] is not None or found["signs"] is not None
        said = (found["words"] or "").lower()
        wide += " " in said and not said.endswith(_ANSWERS)
    counted = parts > words == 1 and not text[0].isdigit()  # "20 Recommend" begins some headers
    return words > 1 or wide > 0 or counted
