"""List every diagnostic code: what it means and what a user can do.

Codes are promises: a code keeps its meaning for ever, a new meaning gets a new code.
1xx reading, 2xx rows that break their schema, 3xx the graph's own rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["CODES", "Code", "Severity"]

Severity = Literal["rejected", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code: its severity, what it says, and what to do."""

    severity: Severity
    meaning: str
    advice: str


CODES: dict[str, Code] = {
    "TG101": Code(
        "warning",
        "bytes that are not valid in the document's encoding, read as U+FFFD one by one",
        "Re-encode the file as UTF-8 if the text matters.",
    ),
    "TG102": Code(
        "warning",
        "control characters, kept in the text",
        "Nothing; GraphML leaves them out, Parquet and JSONL keep them.",
    ),
    "TG110": Code("warning", "the document is empty", "Remove the file, or fetch it again."),
    "TG111": Code(
        "rejected",
        "the file is not text",
        "Name the files to read, or convert this one to text.",
    ),
    "TG112": Code("rejected", "the file cannot be read", "Check permissions and the disk."),
    "TG113": Code(
        "rejected",
        "not a regular file: devices, pipes and links out of the input are not read",
        "Copy the content to a regular file, or pipe it to `-`.",
    ),
    "TG114": Code("rejected", "the compressed data is damaged or cut off", "Fetch it again."),
    "TG115": Code(
        "rejected",
        "the file is larger than the limit",
        "Raise the limit, or split the file.",
    ),
    "TG120": Code(
        "warning",
        "marks of posts, but no layout explains them; kept as an article",
        "Look at the page with `threadgraph explain`.",
    ),
    "TG121": Code(
        "warning",
        "lines were dropped here before the page reached us; a post was probably lost",
        "Use a fuller rendering of the page if there is one.",
    ),
    "TG122": Code(
        "warning",
        "text that no span explains, kept as `unparsed`",
        "Look at the page with `threadgraph explain`.",
    ),
    "TG123": Code(
        "warning",
        "the parent shown is not in the document; a placeholder stands for it",
        "Use a fuller rendering of the page if there is one.",
    ),
    "TG124": Code(
        "warning",
        "the label of the parent fits several posts, or posts without a name; left unknown",
        "See the candidates in `replies` (inferred, ranked).",
    ),
    "TG125": Code(
        "warning",
        "the nesting jumps further than answers can; the parent is left unknown",
        "Look at the page with `threadgraph explain`.",
    ),
    "TG126": Code(
        "warning",
        "the source's parent ids form a circle; one parent is left unknown",
        "Check the source.",
    ),
}
