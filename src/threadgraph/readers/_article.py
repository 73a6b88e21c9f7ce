"""Take an article's text out of a page of HTML, with Resiliparse."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from resiliparse.extract.html2text import extract_plain_text

from threadgraph.markup._selectors import possible

__all__ = ["article_text", "plain_text", "without_scripts"]

_SCRIPT, _SCRIPT_END = b"<script", b"</script>"
# lines of authors, dates and tags; buttons to share; boxes of the author; other articles
_AROUND = (
    ".entry-meta", ".post-meta", ".entry-footer", ".post-footer", ".post-labels", ".date-header",
    ".tags-links", ".post-tags", ".breadcrumbs", ".breadcrumb", ".screen-reader-text", ".skip-link",
    ".sharedaddy", ".shariff", ".addtoany_share_save_container", 'div[class*="share-"]',
    '[class*="author-box"]:not(body)', ".author-bio", ".author-info", ".about-author", ".authorbox",
    ".jp-relatedposts", ".yarpp-related", 'div[class*="related-posts"]',
    "#comments", ".comments-area", ".comments-title", ".comment-respond",
)  # fmt: skip
_LEFT_OUT = ", ".join(_AROUND)
_SIGNS = (_SCRIPT, b"</script", b"<!--", b"-->")


def article_text(html: str, classes: AbstractSet[str]) -> str | None:
    """Give the main content of a page that ends where the first post begins, None without any.

    `classes` are those of the page, in small letters.

    Cutting there keeps the comments, their form and the page's footer out; the parser closes what
    is left open. What blogs print around an article is left out, unless nothing else is there.
    """
    around = possible(_LEFT_OUT, classes)
    for left_out in ([around], []) if around else ([],):
        text = extract_plain_text(
            html, main_content=True, comments=False, alt_texts=False, skip_elements=left_out
        ).strip()
        if text:
            return text
    return None


def without_scripts(source: bytes) -> bytes:
    """Leave out scripts, often half of a page, that stand by themselves.

    One that holds signs of comments or of other scripts may not be what it seems, and stays.
    """
    kept: list[bytes] = []
    done = place = 0
    while (start := source.find(_SCRIPT, place)) >= 0:
        end = source.find(_SCRIPT_END, start)
        if end < 0:
            break
        place = end + len(_SCRIPT_END)
        inner = source[start + 1 : end].lower()
        if not any(sign in inner for sign in _SIGNS):
            kept.append(source[done:start])
            done = place
    kept.append(source[done:])
    return b"".join(kept)


def plain_text(html: str) -> str:
    """Give all visible text of a page, in lines."""
    return extract_plain_text(html, main_content=False, alt_texts=False)
