"""Find an article's title among the paragraphs above a discussion.

Of the short lines above the text it is the one that comes again below ("3 thoughts on “Title”"),
or the first, or, where navigation stands above, the one between that and the text; in Markdown it
is the page's only heading of the first level. What is not told so is no title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._text.article_byline import says_who_and_when
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import plain
from threadgraph.layouts._text.page import Paragraph, TextPage

__all__ = [
    "BYLINE", "MAX_TITLE", "find_first_title", "find_title", "fits_title", "is_bar", "single_line",
    "title_of",
]  # fmt: skip

MAX_TITLE = 250
MIN_TITLE = 2
_UNFINISHED = ".,;:…"
"""What a sentence ends with, and a title does not."""

MIN_TEXT = 120
"""Letters from which on a paragraph is text."""

MAX_LINK = 60
"""Letters of a line of navigation, at most."""

MAX_NAME = 26
"""Letters of the site's name and of headings of navigation, at most; other lines can be titles."""

LONG_WORD = 4
"""Letters of a word that begins with a capital in titles, at least."""

MIN_LINES = 3
MIN_WORDS = 3
"""Words of a title right above a text, without a blank line, at least."""

BYLINE = re.compile(r"^(?:by|von|par|por|di|door|af|av)\s+(\S.{1,78})$", re.IGNORECASE)
# "2019-01-07T17:27", "Posted by Ann": what stands below a title
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\d|\d\d:\d\d|^(?:posted|published|veröffentlicht|publi)", re.IGNORECASE
)
# "Photo: Ann Lee", "About the author", "Home > News", "The Forums >", "← Back", "<<": of a picture,
# a box, or the way to a page
_ASIDE = re.compile(
    r"(?:foto|photo|image|bild|picture)s?(?: credits?| by)?\s*:|about the author$|date$|"
    r"(?:home|start|startseite|accueil|inicio|início)\s*[>»›/]|[»›←]|(?:.*\s[>»›]\s){2}|.*\s[>»›]$|[\W_]*$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = '.!?…"”»:)。'
_DIGIT = re.compile(r"\d")
_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_LINK = re.compile(r"\[([^\[\]]{2,250})\]\(")
_MARKED = re.compile(r"^(?:[•*+◦▪|-]|\d{1,3}\.)(?:\s+|$)")


def single_line(page: TextPage, paragraph: Paragraph) -> str | None:
    """Give the one line of a paragraph, which may stand there twice: a title does."""
    texts = {page.lines[n].text for n in range(paragraph.first, paragraph.last + 1)}
    return texts.pop() if len(texts) == 1 else None


def shown_title(text: str) -> str:
    """Give a title's line without marks of Markdown."""
    return plain(_HEADING.sub("", text)).strip()


def title_of(page: TextPage, paragraph: Paragraph) -> str:
    """Give the title that a paragraph is: its first line, or a link's words if that is wrapped."""
    first = page.lines[paragraph.first].text
    if first.count("[") == first.count("]") and ("](" not in first or first.endswith(")")):
        return shown_title(first)
    lines = page.lines[paragraph.first : paragraph.last + 1]
    link = _LINK.match(_HEADING.sub("", " ".join(line.text for line in lines)))
    return link[1].strip() if link else shown_title(first)


def find_title(page: TextPage, paragraphs: Sequence[Paragraph]) -> int | None:
    """Give the place of the paragraph that is the title, if one is told."""
    if len(paragraphs) < 2:  # noqa: PLR2004 - nothing stands below
        return None
    headings = [n for n, p in enumerate(paragraphs) if page.lines[p.first].text[:2] == "# "]
    if page.linked and headings:
        return headings[0] if len(headings) == 1 else None
    text = next((n for n, p in enumerate(paragraphs) if _is_text(page, p)), len(paragraphs))
    found = [n for n in range(text) if fits_title(page, paragraphs[n])]
    if text < len(paragraphs):
        again = _named_below(page, [paragraphs[n] for n in found], paragraphs[text])
        if again is not None:
            return found[again]
    menus = [n for n in range(text) if _is_menu(page, paragraphs[n])]
    above = range(1, menus[0] if menus else text)
    short = text == len(paragraphs) and any(_is_sentence(page, paragraphs[n]) for n in above)
    if short or not menus:
        return 0 if 0 in found else None
    others = [n for n in found if n < menus[-1]]
    told = all(len(title_of(page, paragraphs[n])) <= MAX_NAME for n in others)
    after = found[len(others) :]
    return after[0] if told and len(after) == 1 and text < len(paragraphs) else None


def find_first_title(page: TextPage, lines: Sequence[Paragraph]) -> int | None:
    """Give the place of the first line, if it is the title of a page without blank lines.

    It ends no sentence, and a date, a byline or a text stands right below: verses, steps and what
    people say have others like them below, and "Hello again" begins a text.
    """
    if len(lines) < 2 or not fits_title(page, lines[0]) or _is_sentence(page, lines[0]):  # noqa: PLR2004
        return None
    below = page.lines[lines[1].first].text
    told = is_date(below) or BYLINE.match(below) is not None
    words = page.lines[lines[0].first].text.split()
    return 0 if told or (len(words) >= MIN_WORDS and _is_text(page, lines[1])) else None


def _named_below(page: TextPage, found: Sequence[Paragraph], text: Paragraph) -> int | None:
    """Give the place of the one long line that stands below the text's begin once more."""
    begin = page.lines[text.first].start
    titles = [title_of(page, paragraph) for paragraph in found]
    again = [
        place
        for place, title in enumerate(titles)
        if len(title) > MAX_NAME and page.text.find(title, begin) >= 0
    ]
    return again[0] if len(again) == 1 else None


def fits_title(page: TextPage, paragraph: Paragraph) -> bool:
    """Tell one line that is no sentence, date, byline, list item or control."""
    text = single_line(page, paragraph)
    if text is None or _MARKED.match(text) or text.count("[") != text.count("]"):
        return False  # a list, or a link that is wrapped
    text = shown_title(text)
    if not MIN_TITLE <= len(text) <= MAX_TITLE or BYLINE.match(text):
        return False
    if text[-1] in _UNFINISHED and not _is_headline(text):
        return False
    if _DIGIT.search(text) and (trailing_date(text) or says_who_and_when(text)):
        return False
    return not (is_chrome(text) or _STAMP.search(text) or _ASIDE.match(text) or is_bar(text))


def _is_headline(text: str) -> bool:
    """Tell a title that is left open: "The Longest Winter We Ever Had..."."""
    words = [word.strip("\"'“”‘’(),.!?…") for word in text.split()]
    long = [word for word in words if len(word) >= LONG_WORD]
    return (
        text.endswith(("...", "…"))
        and len(long) >= MIN_WORDS
        and all(word[0].isupper() for word in long)
    )


def is_bar(text: str) -> bool:
    """Tell links in one line: "Home | About | Contact"."""
    return text.count(" | ") > 1


def _is_sentence(page: TextPage, paragraph: Paragraph) -> bool:
    return page.lines[paragraph.last].text[-1] in _SENTENCE_ENDS


def _is_text(page: TextPage, paragraph: Paragraph) -> bool:
    lines = page.lines[paragraph.first : paragraph.last + 1]
    text = " ".join(line.text for line in lines)
    return len(text) >= MIN_TEXT and text[-1] in _SENTENCE_ENDS and not _is_menu(page, paragraph)


def _is_menu(page: TextPage, paragraph: Paragraph) -> bool:
    """Tell navigation: a list of links, or several short lines; with date or byline it is none."""
    texts = [line.text for line in page.lines[paragraph.first : paragraph.last + 1]]
    items = [_MARKED.sub("", text) for text in texts]
    if any(is_date(item) or BYLINE.match(item) for item in items):
        return False
    first = leading_date(texts[0])  # "3. May 2020 | Tea"
    if first is not None and first.certain and len(texts) == 1:
        return False
    short = sum(len(shown_title(text)) <= MAX_LINK for text in texts)
    listed = _MARKED.match(texts[0]) is not None or any(map(is_bar, texts))
    return (listed or len(texts) >= MIN_LINES) and short * 5 >= len(texts) * 4
