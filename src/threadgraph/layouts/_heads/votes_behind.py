"""Take what stands behind a header's date away: votes, stars, marks of edits and of buyers."""

from __future__ import annotations

import re

__all__ = ["SERVED", "without_votes"]

# "... 9:12:05 AM (W. Europe Standard Time, UTC+01:00)", dasBlog's
_ZONE = re.compile(r"\s\([^()]{2,40} Time(?:, UTC[+-]\d\d:\d\d)?\)$")
# "02.08.2012 15:18 -6", "03/29/2017 +11 / -3": votes
_SCORE = re.compile(
    r"(?:(?<=\d[:.]\d\d)|(?<=[/.]\d{4}))\s+(?:[+\u2212-]\d{1,5}(?:\s?/\s?[+\u2212-]\d{1,5})?|0)$"
)
# "Ann 3 years ago (1 edit) (+3)", "3 years ago, # ^ | +12 ▼": votes behind an age
_VOTED = re.compile(
    r"(?<=ago)(?:\((?:\d{1,3} )?edit(?:s|ed)?\)|[\s,|·#^☆★▲△▼▽↑↓♥]|\(?[+\u2212-]\d{1,5}\)?)+$"
)
# "17.02.2011 в 11:20 ▲ -7 ▼", "3 May 2014 👍 3 👎 0": arrows or thumbs around them
_ARROWED = re.compile(r"(?<=\d)\s+[▲△▴↑👍][\s\d+\u2212-]{1,9}(?:[▼▽▾↓👎][\s\d]{0,6})?$")
_VOTES = frozenset("0123456789)▲△▼▽↑↓☆★♥#")
# "May 3, 2014 Ann Lee rated it liked it", Goodreads'
_STARS = re.compile(r"\s+rated it(?: [a-z ]{2,20})?$")
# "by Ann on 3 May 2018 Verified purchase", "Ann 3 May 2018 No. 12"
_BEHIND = re.compile(
    r"(?<=\d)[\s|·-]+(?:(?:no\.|nr\.|n°)\s?\d{1,5}|verified (?:purchase|buyer)|"
    r"verifizierter (?:kauf|käufer)|achat vérifié|compra verificada|acquisto verificato)$",
    re.IGNORECASE,
)
# "Posté par Ann (site web personnel) le 3 mai 2012. Évalué à 5.", LinuxFr's
_RATED = re.compile(r"\.\s(?:Évalué à|Score\s?:?|Note\s?:?)\s-?\d{1,4}\s?\.?$")
# "via iPhone Beitrag melden Diesen Beitrag kommentieren": differ with the post
_SERVED = (
    r"(?:via (?:iphone|ipad|android|mobile|windows phone|facebook|twitter)(?: |$))?"
    r"(?:(?:diesen )?(?:beitrag|kommentar) (?:melden|kommentieren|beantworten)(?: |$)){0,3}$"
)
SERVED = re.compile(_SERVED)
_BEHIND_TIME = re.compile(rf"(?<=:\d\d) {_SERVED}", re.IGNORECASE)
_ENDS = ("melden", "kommentieren", "beantworten", "hone", "ndroid", "Pad")
# "vor 1 Jahr (bearbeitet)", "2 years ago (edited)", YouTube's
_EDITED = re.compile(
    r"(?<=\w)\s?\((?:edited|bearbeitet|modifié|editado|modificato|bewerkt|redigeret|redigerad|"
    r"edytowan[ey]|edytowano|изменено|відредаговано|upravený|szerkesztve|düzenlendi|編集済み|"
    r"已修改|已編輯|수정됨|diedit|đã chỉnh sửa)\)$",
    re.IGNORECASE,
)


def without_votes(text: str) -> str:
    """Give a header without what stands behind its date."""
    text = _EDITED.sub("", text) if text[-1:] == ")" else text
    text = _BEHIND_TIME.sub("", text) if text.endswith(_ENDS) else text
    text = _RATED.sub("", text) if ". " in text else text
    text = _SCORE.sub("", text) if text[-1:].isdigit() else text
    text = _BEHIND.sub("", text) if text[-1:].isdigit() or "eri" in text[-22:] else text
    text = _STARS.sub("", text) if " rated it" in text else text
    text = _VOTED.sub("", text) if text[-1:] in _VOTES else text
    text = _ARROWED.sub("", text) if not text.isascii() else text
    return _ZONE.sub("", text) if text[-1:] == ")" else text
