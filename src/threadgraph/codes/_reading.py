"""List the codes of reading: 1xx."""

from __future__ import annotations

from threadgraph.codes._code import Code

__all__ = ["READING"]

READING: dict[str, Code] = {
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
    "TG117": Code(
        "rejected",
        "a packed copy beside the file itself, which is read",
        "Nothing, if both hold the same; else give them other names.",
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
        "the page, or a comment service's script in it, would load posts that it does not hold",
        "Fetch the page with all posts loaded, or its further pages, or use the service's export.",
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
        "the page names no encoding, or none that it is in; it was guessed from the bytes",
        "Check the accented letters; if they are wrong, save the page as UTF-8.",
    ),
    "TG138": Code(
        "warning",
        "the page says that it has more posts than were read",
        "Fetch its further pages, or look at it with `threadgraph explain`.",
    ),
    "TG139": Code(
        "warning",
        "the page ends in the middle; a post that the end cuts has the status `truncated`",
        "Fetch it again.",
    ),
}
