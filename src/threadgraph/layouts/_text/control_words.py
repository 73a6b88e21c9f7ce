"""Tell rows of controls by the phrases and counts they are made of: "Report | Like (3)".

One phrase of a word alone may be somebody's answer ("Agree"): it needs a count or another beside.
"""

from __future__ import annotations

import re

__all__ = ["are_controls", "before_counts"]

MAX_PARTS = 10
MAX_COUNT = 5
"""Digits of a count."""

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
        *"reageer reageren beantwoord beantwoorden meld rapporteer delen eens".split(),
        *"oneens vind_ik_leuk niet_leuk deel nuttig citeer meld_misbruik meld_reactie".split(),
        *"gosto não_gosto curtir descurtir concordo discordo partilhar compartilhar".split(),
        *"denunciar_abuso reportar_abuso comentar apoiar".split(),
        *"odpowiedz zgłoś zgłoś_nadużycie lubię_to nie_lubię zgadzam_się nie_zgadzam_się".split(),
        *"udostępnij cytuj przydatne popieram plusów minusów oceń".split(),
        *"svara anmäl gilla ogilla citera dela rapportera svar anmeld besvar del liker".split(),
        *"rapporter synes_godt_om anbefal anbefalt enig uenig vastaa ilmoita tykkää jaa".split(),
        *"ilmoita_asiaton_viesti lainaa yanıtla cevapla şikayet_et beğen beğenme paylaş".split(),
        *"katılıyorum katılmıyorum alıntıla odpovědět nahlásit souhlasím nesouhlasím".split(),
        *"líbí_se_mi nelíbí_se_mi sdílet citovat odpovedať nahlásiť súhlasím nesúhlasím".split(),
        *"válasz válaszolok jelentem tetszik nem_tetszik megosztás idézem".split(),
        *"răspunde raportează îmi_place nu-mi_place distribuie de_acord".split(),
        *"απάντηση απαντήστε αναφορά συμφωνώ διαφωνώ μου_αρέσει δεν_μου_αρέσει κοινοποίηση".split(),
        *"відповісти поскаржитися подобається не_подобається поділитися отговори докладвай".split(),
    ),
    key=len,
    reverse=True,
)
_WORDS = "|".join(_PHRASES).replace("_", " ").replace("'", "['’]")
_ANSWERS = ("agree", "accord", "acuerdo", "acord", "się")
"""What ends phrases that may be all that somebody says."""

_LAST = frozenset(phrase.rpartition("_")[2] for phrase in _PHRASES)
"""The last words of the phrases: a count may follow."""

_WORD = re.compile(r"[\s|·•/]{0,4}([^\W\d_]+)")
_FIRST = frozenset(match[1] for phrase in _PHRASES if (match := _WORD.match(phrase)))
"""The first words, the cheap question: a set is asked faster than all phrases in turn."""

_SIGNS = r"👍|👎|▲|▼|△|▽|↑|↓|♥|❤️?"
# "Like (3)", "3 Likes", "+3", "▲ 3 ▼"
_PART = re.compile(
    rf"[\s|·•/]{{0,4}}(?:(?P<words>{_WORDS})(?![^\W\d_])|(?P<signs>{_SIGNS})|"
    r"(?P<count>\(?[+\u2212-]?\d{1,5}\)?(?!\w)))[\s|·•/]{0,4}",
    re.IGNORECASE,
)


def are_controls(text: str) -> bool:
    """Tell a row that is made of such phrases, signs and counts and nothing else."""
    first = _WORD.match(text)
    if first is not None and first[1].lower() not in _FIRST:
        return False
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


def before_counts(text: str) -> str:
    """Give what stands before the controls of a row that ends with one and its count.

    "Ann on 3 May 2020 Reply Agree 4 Disagree 0" -> "Ann on 3 May 2020".
    """
    head, _, count = text.rpartition(" ")
    if not count.isdecimal() or len(count) > MAX_COUNT:
        return text
    if head[head.rfind(" ") + 1 :].lower() not in _LAST:
        return text
    kept, cut = text, text.rfind(" ")
    for _ in range(2 * MAX_PARTS):
        cut = text.rfind(" ", 0, cut)
        tail = text[cut + 1 :]
        if cut >= 0 and tail[0].isdecimal():
            continue  # the count of the control before it
        if cut < 0 or not are_controls(tail):
            break
        kept = text[:cut]
    return kept
