"""Tell texts in which somebody speaks: asks, exclaims, says "I", turns to somebody."""

from __future__ import annotations

import re

__all__ = ["PEOPLE", "SPACELESS", "has_voice"]

BEGIN = 200

# "Ich glaube", "Et vous ?", "@Ann": people who answer each other, in any language that occurs
PEOPLE = re.compile(
    r"[!?？！]|[:;]-?[)DP(]|[\U0001F600-\U0001F64F]|(?<!\w)@\w|\bI(?:[’'](?:m|ve|d|ll))?\b"
    r"|\b(?:[Mm]y|me|[Ii]ch|[Mm]ir|[Mm]ich|[Mm]ein\w{0,2}|[Jj]e|[Jj][’']\w+|[Mm]oi|[Mm]on|[Yy]o|[Mm]i|"
    r"[Ee]u|[Mm]eu|[Mm]inha|[Ii]o|[Mm]io|[Mm]ia|[Ii]k|mij|[Mm]ijn|[Jj]ag|mig|[Jj]eg|meg|[Jj]a|mnie|"
    r"[Jj]á|mně|[Яя]|меня|[Мм]не|[Мм]ой|[Bb]en|bana|[Mm]inä|[Éé]n|[Mm]ình|[Tt]ôi|[Cc]hị|[Aa]nh|ơi)\b"
)
_UNPARTED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
SPACELESS = re.compile(rf"[{_UNPARTED}]")
"""Letters of scripts that hardly part words: how many there are does not show."""

# scripts whose people PEOPLE does not know
_OTHER = re.compile(rf"[\u0590-\u0dff{_UNPARTED}]")
# what Italian has before nouns: "I lavori"
_ARTICLE = re.compile(r"\bI (?=[^\W\d_]{2,20}i\b)")
# "![a](/b.png)", "[the mill](/mill)": Markdown's signs
_LINK = re.compile(r"!?\[|\]\([^()\s]{0,400}\)?")


def has_voice(text: str, *, titled: bool = False) -> bool:
    """Tell a text in which somebody speaks; if it may be `titled`, a question above is a title.

    >>> has_voice("I love this mill."), has_voice("The mill was built in 1840.")
    (True, False)
    """
    title, _, rest = (_LINK.sub(" ", text) if "[" in text or "](" in text else text).partition("\n")
    said = rest if titled and rest and title.rstrip().endswith("?") else f"{title}\n{rest}"
    if "!" in said or "?" in said:
        return True  # most who speak do: to look for the words takes far longer
    words = _ARTICLE.sub(" ", said) if "I " in said else said
    return bool(PEOPLE.search(words) or _OTHER.search(said[:BEGIN]))
