"""Write the halves of the day in the way of English: "晚上10:12" and "10:12 пп" are 10:12 pm.

They are those of the Unicode CLDR, of WordPress's translations, and of moment.js in Chinese, which
has six in a day: "凌晨12:05" is 0:05, "中午11:45" 11:45, and nothing is "晚上12:30".
"""

from __future__ import annotations

import re

__all__ = ["in_english"]

_CLOCK = r"(\d{1,2}:\d\d(?::\d\d)?)"
# "오후 3:22", "下午3:22", "ÖS 3:22", "du. 3:22"
_BEFORE = {
    "am": r"午前|上午|오전|凌晨|早上|清晨|中午(?=\s?1[01]:)|(?<!\w)(?:öö|de\.)",
    "pm": r"午後|下午|오후|晚上(?!\s?12:)|中午(?!\s?1[01]:)|(?<!\w)(?:ös|du\.)",
}
# "10:15 π.μ.", "3:02 م", "9:15 sáng", "3:02 ب.ظ", "10:12 오후", "10:12 пп", "10:12 مساءً"
_BEHIND = {
    "am": r"π\.?\s?μ|ص|sáng|ق\.ظ|дп|д\.\s?п|öö|午前|上午|오전|凌晨|早上|清晨|"
    r"صباح(?:\u064bا|ا\u064b?)|पूर्वाह्न|(?<=:\d\d\s)de(?=\.)",
    "pm": r"μ\.?\s?μ|م|chiều|ب\.ظ|пп|п\.\s?п|ös|午後|下午|오후|مساء\u064b?|अपराह्न|"
    r"(?<=:\d\d\s)du(?=\.)",
}
_ENGLISH = (
    *(
        (re.compile(rf"(?:{w})\s?{_CLOCK}", re.IGNORECASE), rf" \1 {en}")
        for en, w in _BEFORE.items()
    ),
    *(
        (re.compile(rf"(?<=\d)\s?(?:{w})(?!\w)\.?", re.IGNORECASE), f" {en}")
        for en, w in _BEHIND.items()
    ),
)


def in_english(text: str) -> str:
    """Give the text with "am" or "pm" behind the clock, in place of other halves of the day."""
    for pattern, plainer in _ENGLISH:
        text = pattern.sub(plainer, text)
    return text
