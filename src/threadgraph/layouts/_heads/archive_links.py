"""Hold the links that archives of lists print above and below a mail: to others, and to lists."""

from __future__ import annotations

import re

__all__ = ["ARCHIVE_LINKS"]

ARCHIVE_LINKS = re.compile(
    r"^(?:Reply via email to|(?:Previous|Next|Maybe in reply|In reply|Next in thread|Reply|Replies|"
    r"Messages sorted|Contemporary messages sorted|Follow-Ups|Thread|Index|Mail actions|"
    r"Indexes|Prev(?:ious)? by (?:Date|Thread)|Next by (?:Date|Thread)|Index\(es\))"
    r"(?: (?:message|in thread|to|by|by date|by thread))?\s?:.{0,200}|"
    r"(?:\[(?:Date|Thread|Chronological|Author|Subject|Top|Prev|Next)[ \w]{0,12}\]\s?){1,10}|"
    r"(?:(?:date|thread|subject|author) view[\s|]{0,3}){2,4}|"
    r"(?:next|previous) in thread(?: \| [\w -]{2,16}){1,6}|"
    r"More information about the \S.{0,60} mailing list|Skip (?:site )?navigation.{0,60})$",
    re.IGNORECASE,
)
