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
        "warning", "control characters, kept in the text", "Nothing; GraphML leaves them out."
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
    "TG116": Code(
        "rejected",
        "the post is larger than the limit; its bytes are `unparsed`",
        "Raise --max-record.",
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
    "TG127": Code(
        "warning",
        "more lines than a page has; no layout was tried, the text is kept as an article",
        "Split the file into pages.",
    ),
    "TG128": Code(
        "warning",
        "a quotation of a post that is not known: not in the document, or changed too much",
        "Nothing; quotations of posts that are known are rows of `quotes`.",
    ),
    "TG129": Code(
        "warning",
        "no header is left between posts; where they begin is told by their texts",
        "Use a fuller rendering of the page if there is one.",
    ),
    "TG130": Code(
        "warning",
        "more marks of posts in the source than posts that were read",
        "Look at the page with `threadgraph explain`; posts in templates or scripts are not read.",
    ),
    "TG131": Code(
        "warning",
        "the page offers to load posts that it does not hold",
        "Fetch the page with all posts loaded, or its further pages.",
    ),
    "TG132": Code(
        "rejected",
        "reading did not end in time and was stopped; the manifest says `reproducible: false`",
        "Raise --max-seconds, or look at the page's source: the reason names what is unusual.",
    ),
    "TG133": Code(
        "warning",
        "the markup was simplified before reading, or no parser would have ended; the text is kept",
        "Look at the page with `threadgraph explain`; posts may be missing or run together.",
    ),
    "TG134": Code(
        "rejected",
        "the process that read the document died; the manifest says `reproducible: false`",
        "Give it more memory (fewer --workers), or look at the page's source.",
    ),
    "TG135": Code(
        "rejected",
        "reading or linking this page failed: a bug of threadgraph",
        "Please report it, with the page if you may; the other pages are read all the same.",
    ),
    "TG136": Code(
        "warning",
        "the page prints its posts twice; they are kept once",
        "Nothing; the second copies are marked as page furniture in `spans`.",
    ),
    "TG137": Code(
        "warning",
        "the page names no encoding; it was guessed from the bytes",
        "Check the accented letters; if they are wrong, save the page as UTF-8.",
    ),
    "TG201": Code(
        "rejected",
        "a column of the schema is missing",
        "Write every column of the table; unknown values are null.",
    ),
    "TG202": Code(
        "rejected",
        "a column that the table does not have",
        "Put fields of your own into `extra` as JSON text.",
    ),
    "TG203": Code(
        "rejected",
        "a column or value of the wrong type",
        "Write the type that the schema names; nothing is converted in silence.",
    ),
    "TG204": Code(
        "rejected",
        "null where the schema asks for a value",
        "Fill the value in, or leave the row out.",
    ),
    "TG205": Code(
        "rejected",
        "a value that is not in the schema's list",
        "Use one of the listed values.",
    ),
    "TG206": Code(
        "rejected",
        "a number outside its range, or not finite",
        "Correct the number; unknown values are null.",
    ),
    "TG207": Code(
        "rejected",
        "text shorter or longer than the schema allows",
        "Shorten the text; unknown values are null, not empty.",
    ),
    "TG208": Code(
        "rejected",
        "text that does not match the schema's pattern",
        "Write the id, tag or hash in the form the schema shows.",
    ),
    "TG209": Code(
        "rejected",
        "a time that is no RFC 3339 date-time, or outside the years 1 to 9999",
        "Write UTC times as in 2022-12-11T13:13:00Z.",
    ),
    "TG210": Code(
        "rejected",
        "an item of a list that breaks the schema",
        "Correct or remove the item.",
    ),
    "TG220": Code(
        "rejected",
        "a line that is not one JSON object",
        "Write one JSON object a line, in UTF-8, without NaN.",
    ),
    "TG221": Code(
        "rejected",
        "a name that stands twice in one JSON object",
        "Write each column once.",
    ),
    "TG222": Code(
        "rejected",
        "text with half of a surrogate pair",
        "Write whole code points.",
    ),
    "TG301": Code(
        "rejected",
        "a key that an earlier row has",
        "Give each row its own id, or leave the repetition out.",
    ),
    "TG302": Code(
        "rejected",
        "a reference to a row that is not there",
        "Add the row, or write null.",
    ),
    "TG303": Code(
        "rejected",
        "a post that answers or quotes itself",
        "Remove the edge.",
    ),
    "TG304": Code(
        "rejected",
        "parents that lead back to the post itself",
        "Correct parent_id; the state of a doubtful parent is `unknown`.",
    ),
    "TG305": Code(
        "rejected",
        "a depth that does not fit the parent's",
        "Write 0 at the root, the parent's depth + 1 below, null where unknown.",
    ),
    "TG306": Code(
        "rejected",
        "parent_state and parent_id contradict each other",
        "See the first table of docs/parents.md.",
    ),
    "TG307": Code(
        "rejected",
        "the rows in replies contradict the post's parent_state",
        "Write one shown row a known parent, else only inferred ones.",
    ),
    "TG308": Code(
        "rejected",
        "an edge of the wrong relation: comments_on targets articles, replies_to posts",
        "Correct relation or parent_id.",
    ),
    "TG309": Code(
        "rejected",
        "a row that names a post of another document",
        "Keep replies, mentions, quotes and spans inside their document.",
    ),
    "TG310": Code(
        "rejected",
        "thread_id is not the topmost known ancestor",
        "Write the id of the topmost ancestor, or the post's own.",
    ),
    "TG311": Code(
        "rejected",
        "a placeholder with text or spans",
        "Write null; a placeholder stands for a post that is not there.",
    ),
    "TG312": Code(
        "rejected",
        "author_state and author_id contradict each other",
        "Named posts have an author_id, missing and deleted authors none.",
    ),
    "TG313": Code(
        "rejected",
        "positions of a document that are not 0 to n - 1, each once",
        "Number the posts in page order.",
    ),
    "TG314": Code(
        "rejected",
        "spans that leave gaps, overlap, or miss the document's end",
        "Cover every byte once, or write no spans for the document.",
    ),
    "TG315": Code(
        "rejected",
        "a place outside the text or document that it points into",
        "Count code points of posts.text, or bytes of the document.",
    ),
    "TG316": Code(
        "rejected",
        "a surface that is not the text at its place",
        "Copy the surface from posts.text, or correct the place.",
    ),
    "TG317": Code(
        "rejected",
        "a count that differs from the rows counted",
        "Count again.",
    ),
    "TG318": Code(
        "rejected",
        "an article with a parent, author, state or thread, or not at position 0",
        "Write null; the article is no post of the discussion.",
    ),
}
