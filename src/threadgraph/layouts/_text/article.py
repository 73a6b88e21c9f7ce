"""Read what stands before a discussion: title, byline, text, source line, comment count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.dates.words import WEEKDAYS
from threadgraph.layouts._text.article_byline import Signature, find_signature
from threadgraph.layouts._text.article_title import (
    MAX_TITLE,
    find_first_title,
    find_title,
    fits_title,
    single_line,
    title_of,
)
from threadgraph.layouts._text.outline import plain
from threadgraph.layouts._text.page import Paragraph, Segment, TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT, COUNT_HEADING

__all__ = ["Article", "count_of", "read_article", "read_front", "read_story"]

NEAR = 3
"""Lines above and below a title in which its byline stands."""

# "RT. com / ABC Flash Point News 2022.", "Source: example.com"
_SOURCE = re.compile(
    r"^(?:(?:source|via|quelle|fuente|fonte|bron)\s*:\s*\S|"
    r"(?:[\w-]{1,40}\.\s?)+(?:com|net|org|info|co\.uk|de|fr|ru|tv)\b)",
    re.IGNORECASE,
)

MOTTO = 4
"""Paragraphs at the top of a blog: its motto, the day, the title and the text's first."""

MAX_MOTTO = 120
_CLOCK = re.compile(r"\d[:.h]\d\d")
_NUMBER = re.compile(r"[^\d“\"„«‘]{0,40}?(\d{1,3}(?:[.,]\d{3})?)(?![\d.,])")
# "One thought on", "Ein Gedanke zu"
_ONE = re.compile(r"(?:one|eine?|une?|una|uma|een|één|ett?|один|jeden|jedna)\s", re.IGNORECASE)

# what stands above a page for those who cannot see it, the headings of boxes, and the picture of
# its author
_SKIP = Caseless(
    r"^(?:(?:skip|jump) to (?:the )?(?:main |primary |secondary )?"
    r"(?:content|navigation|sidebar|search)|skip navigation(?: links?)?|you are here:?|"
    r"(?:recent|latest|popular|older|newer) posts?|pages|labels|search this blog|"
    r"follow by email|páginas|etiquetas|entradas populares|marcadores|"
    r"seiten|letzte beiträge|neueste beiträge|derniers articles|articles récents|pagine|etichette|"
    r"menü (?:ein|aus)blenden|connect with us|"
    # how Scribd begins
    r"(?:you are on page|sie sind auf seite|vous êtes sur la page|está en la página|"
    r"você está na página|sei sulla pagina) ?\d+ ?(?:of|von|sur|de|di) ?\d+|"
    r"zum (?:haupt)?inhalt (?:springen|wechseln)?|(?:direkt )?zum inhalt|"
    r"aller (?:directement )?au contenu(?: principal)?|"
    r"(?:saltar|ir|pasar) al contenido(?: principal)?|"
    r"(?:ir|pular|saltar) para o conteúdo(?: principal)?|vai al contenuto|salta al contenuto|"
    r"(?:ga |spring |doorgaan )?naar (?:de )?(?:inhoud|content|artikel)(?: springen)?|"
    r"(?:gå|hoppa|hopp) (?:till|til) (?:innehåll|indhold|innhold)(?:et)?|"
    r"(?:przejdź|przeskocz) do treści|перейти к (?:основному )?(?:содержимому|содержанию)|"
    r"přejít k obsahu|siirry sisältöön|içeriğe (?:atla|geç)|コンテンツへスキップ|"
    r"quick navigation|toggle navigation|(?:open |close |main )?menu|\S.{0,58}['’]s avatar)\.?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article of a page; places are code points. `body` is empty where there is none."""

    title: str | None = None
    byline: str | None = None
    author: str | None = None
    published_text: str | None = None
    source_line: str | None = None
    expected_post_count: int | None = None
    header: tuple[Segment, ...] = ()
    chrome: tuple[Segment, ...] = ()
    body: tuple[Segment, ...] = ()


def read_story(page: TextPage, end: int, title: Segment) -> Article:
    """Read a story up to the code point `end`, below its title, whose place is known.

    The title is the begin of its text: most stories are a link and nothing else.
    """
    texts = [number for number in page.filled if page.lines[number].start < end]
    place = next(n for n in texts if page.lines[n].end > title.start)
    below = [n for n in texts if n > place]
    signed = find_signature(page, below, below[:NEAR])
    header = below[: 1 + below.index(max(signed.lines))] if signed.lines else []
    rest = below[len(header) :]
    line = page.lines[place]
    text = page.body(rest[0], rest[-1], page.lines[rest[0]].indent) if rest else []
    return Article(
        title=page.text[title.start : title.end],
        byline=signed.byline,
        author=signed.author,
        published_text=signed.date,
        header=tuple(page.lines[n].content for n in header),
        chrome=tuple(page.lines[n].content for n in texts if n < place),
        body=(line.content, Segment(line.stop, line.after), *text) if text else (line.content,),
    )


def read_article(page: TextPage, end: int) -> Article:
    """Read the paragraphs that begin before the code point `end`."""
    before = takewhile(lambda paragraph: page.lines[paragraph.first].first < end, page.runs())
    paragraphs = [_clipped(page, paragraph, end) for paragraph in before]
    lines = len(paragraphs) == 1  # an extractor left no blank lines
    if lines:
        paragraphs = [paragraphs[0]._replace(first=n, last=n) for n in _rows_of(paragraphs[0])]
    header: list[Segment] = []
    count, chrome = _count(page, paragraphs)
    paragraphs = paragraphs[: len(paragraphs) - bool(chrome)]
    while len(paragraphs) > 1 and _SKIP.match(single_line(page, paragraphs[0]) or ""):
        chrome.append(page.lines[paragraphs.pop(0).first].content)
    if _is_motto(page, paragraphs):
        chrome.append(page.lines[paragraphs.pop(0).first].content)
    dated = len(paragraphs) > 1 and is_date(single_line(page, paragraphs[0]) or "")
    first = int(dated)  # a blog prints the day above the title
    title = titled = None
    place = (find_first_title if lines else find_title)(page, paragraphs[first:])
    if place is not None:
        titled = paragraphs.pop(first + place)
        title = title_of(page, titled)
        header += [page.lines[n].content for n in _rows_of(titled)]
        chrome += _above(page, paragraphs[first : first + place])
        del paragraphs[first : first + place]
    signed = _signature(page, paragraphs, titled)
    if dated and titled is not None:
        header.append(page.lines[paragraphs.pop(0).first].content)
    while len(paragraphs) > 1 and paragraphs[0].first == paragraphs[0].last in signed.lines:
        header.append(page.lines[paragraphs.pop(0).first].content)
    return Article(
        title=title,
        byline=signed.byline,
        author=signed.author,
        published_text=signed.date,
        source_line=_source_line(page, paragraphs),
        expected_post_count=count,
        header=tuple(header),
        chrome=tuple(chrome),
        body=_body(page, paragraphs),
    )


def _body(page: TextPage, paragraphs: Sequence[Paragraph]) -> tuple[Segment, ...]:
    """Give the text of the paragraphs without the indent that all their lines have."""
    if not paragraphs:
        return ()
    first, last = paragraphs[0].first, paragraphs[-1].last
    indent = min(line.indent for line in page.lines[first : last + 1] if line.text)
    return tuple(page.body(first, last, indent))


def _is_motto(page: TextPage, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell the line below a blog's name: Blogger's day ("Monday, May 3, 2010") and title follow."""
    top = [single_line(page, paragraph) for paragraph in paragraphs[:MOTTO]]
    if len(top) < MOTTO or not (top[0] and top[1]) or len(top[0]) > MAX_MOTTO:
        return False
    weekday = top[1].split()[0].strip(".,").lower() in WEEKDAYS
    timed = _CLOCK.search(top[1]) is not None
    return weekday and not timed and is_date(top[1]) and fits_title(page, paragraphs[2])


def _above(page: TextPage, paragraphs: Sequence[Paragraph]) -> list[Segment]:
    """Give the lines of navigation above a title."""
    return [page.lines[number].content for p in paragraphs for number in _rows_of(p)]


def read_front(page: TextPage, end: int, title: tuple[Segment, ...]) -> Article:
    """Read what stands before a thread: its title (known by the layout), the rest is chrome."""
    rest = [
        part
        for line in page.lines
        if line.text and line.start < end
        for part in _outside(line.content._replace(end=min(line.end, end)), title)
        if part.end > part.start
    ]
    return Article(
        title=" ".join(page.text[start:stop] for start, stop in title) or None,
        header=title,
        chrome=tuple(rest),
    )


def _outside(place: Segment, title: tuple[Segment, ...]) -> list[Segment]:
    """Give the parts of a line that are not the title."""
    for start, end in title:
        if start < place.end and place.start < end:
            parts = [Segment(place.start, start), Segment(end, place.end)]
            return [part for part in parts if part.end > part.start]
    return [place]


def _clipped(page: TextPage, paragraph: Paragraph, end: int) -> Paragraph:
    """Leave out the lines from `end` on: a discussion may begin without a blank line."""
    last = paragraph.last
    while page.lines[last].first >= end:
        last -= 1
    return paragraph._replace(last=last)


def _rows_of(paragraph: Paragraph) -> range:
    return range(paragraph.first, paragraph.last + 1)


def _signature(
    page: TextPage, paragraphs: Sequence[Paragraph], titled: Paragraph | None
) -> Signature:
    """Give who wrote the article and when: near its title, or in the first two paragraphs."""
    numbers = [n for p in paragraphs for n in _rows_of(p) if page.lines[n].text]
    near = {p.first for p in paragraphs[:2] if single_line(page, p)}
    if titled is not None:
        above = [n for n in numbers if n < titled.first][-NEAR:]
        near.update([*above, *[n for n in numbers if n > titled.first][:NEAR]])
    return find_signature(page, numbers, near)


def _source_line(page: TextPage, paragraphs: list[Paragraph]) -> str | None:
    """Give the last paragraph if it only says where the article comes from."""
    text = single_line(page, paragraphs[-1]) if len(paragraphs) > 1 else None
    return text if text and len(text) <= 80 and _SOURCE.match(text) else None  # noqa: PLR2004


def _count(page: TextPage, paragraphs: list[Paragraph]) -> tuple[int | None, list[Segment]]:
    """Give the number of comments that the page says it has, where it says so last."""
    text = _heading(page, paragraphs[-1]) if paragraphs else None
    count = count_of(text.lstrip("# ")) if text and len(text) < MAX_TITLE else None
    if count is None:
        return None, []
    return count, [page.lines[n].content for n in _rows_of(paragraphs[-1])]


def count_of(text: str) -> int | None:
    """Read "12 comments", "45 Gedanken zu „Titel“", "One thought on"; no number behind a title."""
    match = COMMENT_COUNT.match(text)
    if match:
        return int(match[1] or match[2])
    if not COUNT_HEADING.match(text):
        return None
    number = _NUMBER.match(text)
    if number is None:
        return 1 if _ONE.match(text) else None
    return int(number[1].replace(".", "").replace(",", ""))


def _heading(page: TextPage, paragraph: Paragraph) -> str | None:
    """Give the one line of a paragraph; a heading of Markdown may be wrapped."""
    lines = page.lines[paragraph.first : paragraph.last + 1]
    if page.linked and lines[0].text[:1] == "#":
        return plain(" ".join(line.text for line in lines))
    return single_line(page, paragraph)
