"""Hold the words of question-and-answer software: signatures, cards, what stands between posts."""

from __future__ import annotations

import re

__all__ = [
    "ANSWERS", "BY", "CARD_LINE", "EDGE", "EDITED", "GLUED", "HEADS", "PARTS", "PICTURED", "POINTS",
    "SIGN", "YOURS",
]  # fmt: skip

_ASKED = (
    "asked|gefragt|preguntada?|preguntado|demandée?|posée|perguntad[ao]|domandato|chiest[ao]|"
    "задан|zapytano|gevraagd"
)
_ANSWERED = (
    "answered|beantwortet|respondid[ao]|répondue?|rispost[oa]|ответил[аи]?|отвечен|odpowiedziano|"
    "beantwoord"
)
_SAID = (
    "commented|kommentiert|comentad[ao]|comentó|commentée?|commentato|прокомментировал[аи]?|posted"
)
PARTS = ("nswered", "eantwo", "espondid", "épond", "ispost", "твет", "твечен", "dpowiedziano")
"""Parts of the words for "answered", whatever letter they begin with."""
# "answered 15 Feb '14, 12:10", "askedOct 11, 2015by ann(190 points)", "commentedby ann"
SIGN = re.compile(
    rf"(?:(?P<asked>{_ASKED})|(?P<answered>{_ANSWERED})|(?P<said>{_SAID}))"
    r"\s?:?\s?(?P<rest>.*)\Z",
    re.IGNORECASE,
)
# "edited 16 Feb '14, 09:02": a card of its own below the first
EDITED = re.compile(
    r"(?:edited|updated|bearbeitet|editad[ao]|modifiée?|modificat[ao]|изменен[оа]?|bewerkt)"
    r"\s?:?\s(?P<rest>\S.*)\Z",
    re.IGNORECASE,
)
BY = re.compile(
    r"\A\s?[,|•·-]?\s?(?:(?:in|en|dans|em|в|w)\s[^,|()]{1,40}?\s)?(?:by|von|par|por|da|от|przez|door)\s+(?P<name>\S.{0,60}?)"
    r"\s?(?:\(\s?-?[\d.,]+k?\s?[^\W\d_]{0,12}\s?\))?\Z",
    re.IGNORECASE,
)
# "4 Answers", "Answers (3)", "3 Antworten:"
_COUNTED = "answers?|antworten?|respuestas?|réponses?|respostas?|risposte|ответ[аов]{0,2}"
ANSWERS = re.compile(
    rf"#{{0,6}}\s?(?:(?:\d{{1,5}}|one) (?:{_COUNTED})|(?:{_COUNTED}) \(\d{{1,5}}\))\s?:?\Z",
    re.IGNORECASE,
)
# "Your answer", "Write an answer": the form
YOURS = re.compile(
    r"#{0,6}\s?(?:(?:your|deine|ihre|tu|votre) (?:answer|antwort|respuesta|réponse)|"
    r"(?:add|post|write) (?:an|your) answer)\W{0,3}\Z",
    re.IGNORECASE,
)
GLUED = re.compile(r"(?<=\d)(?=(?:by|von|par|por) )")
# "ann (85)", "ann (120 points)"
POINTS = re.compile(r"\s?\(-?[\d.,]+k?(?:\s[^\W\d_]{2,12})?\)\Z")
# "12●2", "accept rate: 4%", "gravatar for ann", "120 ●", "from Spain", "ann's avatar"
CARD_LINE = re.compile(
    r"[-\d.,k\s●•◦○]{1,20}\Z|accept rate\b.{0,12}\Z|(?:gr)?avatar (?:for|of) .{1,40}\Z|"
    r".{1,40} (?:gr)?avatar(?: image)?\Z|(?:from|aus|de) [^\W\d_][\w ]{1,24}\Z",
    re.IGNORECASE,
)
# "ann's gravatar image", "avatar for ann": where an extractor dropped the name, this is left
PICTURED = re.compile(
    r"(?P<name>\S.{0,40}?)(?:['’]s)? (?:gr)?avatar(?: image)?\Z|"
    r"(?:gr)?avatar (?:for|of) (?P<of>\S.{0,40})\Z",
    re.IGNORECASE,
)
EDGE = " •·|–—-,:♦"
# "32 votes", "Answers (3)", "Best answer", "oldest answersnewest answers"
HEADS = re.compile(
    r"\d[\d.,]{0,6}\s?[^\W\d_]{3,12}\s?:?\Z|[^\W\d_]{4,12} \(\d{1,4}\)\Z|"
    r"best answer\Z|beste antwort\Z|one answer:?\Z|showing \d{1,3} of \d{1,3}\b.{0,40}\Z|"
    r"your comment on this (?:question|answer):\Z|dein kommentar\b.{0,24}\Z|"
    r"(?:votes|oldest|newest|latest|popular)(?:\s?(?:answers?|votes|oldest|newest|latest|popular)){1,5}\Z",
    re.IGNORECASE,
)
