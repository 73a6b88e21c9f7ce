"""Tell which groups of blocks may be the posts of a page: by their size, names and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.markup._unknown.blocks import Block

__all__ = [
    "FEW",
    "Row",
    "counts_before",
    "follows",
    "headed",
    "parted",
    "row_of",
    "splits",
    "tabled",
]

FEW = 3
# what one comment is called, and not what holds all of them: "comment", "comment-item", "comment-#"
_ONE = re.compile(
    r"(?:^|[-_])(?:comment|kommentar|commentaire|comentario|comentário|commento|reactie|reaktion|"
    r"reply|answer|antwort|cmt)(?:[-_]?(?:item|entry|node|row|single|id|#)){0,2}$"
)
_REPLY = re.compile(r"repl(?:y|ies)|respon[cs]e|respuesta|resposta|risposta|antwort|reponse|svar")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"))
_BOLD = frozenset(("b", "strong"))
# "7 Comments", "Kommentare (3)", "Forum: 9 Postings", "I vostri commenti", "Guestbook"; not "Recent
# comments"
_SAYS = re.compile(
    r"\W{0,3}(?:forum:\s)?(?:\d{1,6}\W{1,3})?"
    r"(?:(?:reader|customer|user|vos|les|i vostri|i|tus|los|alle|wasze|"
    r"your|our|unser|nuestro|notre|nosso|il nostro|ons|nasze?)['’]?s?\s)?"
    r"(?:comments?|postings|kommentare?|commentaires?|"
    r"comentarios?|comentários?|"
    r"customer reviews|product reviews|leserkommentare|lesermeinungen|kundenbewertungen|"
    r"commenti|reacties|reaktionen|reactions|komentarze|opinie|kommentarer|kommentit|yorumlar|"
    r"комментарии|комментариев|отзывы|guest ?book|gästebuch|livre d.or|księga gości|gastenboek|"
    r"gästbok|gæstebog|gjestebok|vieraskirja|libro de visitas|livro de visitas|guestbook|"
    r"discussion|conversation|join the conversation|(?:leave|post|write|add) a (?:comment|reply)|"
    r"laisser un commentaire|deja un comentario|deixe um comentário|"
    r"(?:schreibe?n? sie |schreibe? )einen kommentar|"
    r"libro degli ospiti|гостевая книга|kniha návštěv|ziyaretçi defteri)(?:\W{1,3}\d{1,6})?"
    r"\W{0,3}\Z|"
    # "IMDb user comments for The Field"
    r"(?:[\w.-]{1,20}\s)?(?:user|reader|customer)\s(?:comments|reviews)\s(?:for|on|of)\s[^.!?]{1,50}\Z",
    re.IGNORECASE,
)
# "5 Kommentare", "12 comments": a heading by its looks alone
_COUNT = re.compile(
    r"\W{0,3}\d{1,5}\s(?:comments?|repl(?:y|ies)|kommentare?|antworten|commentaires?|réponses|"
    r"comentarios?|comentários?|respuestas|commenti|risposte|reacties|kommentarer|komentarzy|"
    r"комментари(?:й|я|ев)|yorum|komentářů|příspěvků)\W{0,3}\Z",
    re.IGNORECASE,
)
# "Leave a Comment:": a form, which stands above the comments on some pages
_FORM = re.compile(
    r"\W{0,3}(?:(?:leave|post|add|write)\s(?:a|your)\s(?:comment|reply)|"
    r"(?:kommentar\s(?:schreiben|hinterlassen|verfassen)|(?:laisser|ajouter)\sun\scommentaire|"
    r"(?:deja|escribe)\sun\scomentario|(?:deixe|adicionar)\sum\scomentário|"
    r"lascia\sun\scommento|(?:оставить|добавить)\sкомментарий))\W{0,3}\Z",
    re.IGNORECASE,
)
# the head of a table of posts: "Author | Message"
_WHO = re.compile(
    r"(?:author|auteur|autore?|autoren|verfasser|posted by|from|name|forfatter|författare|"
    r"kirjoittaja|yazar|автор|pseudo|nick(?:name)?|szerző)\Z",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"(?:messages?|beitrag|nachricht|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|viesti|"
    r"meddelande|inlägg|melding|besked|indlæg|innlegg|mesaj|zpráva|příspěvek|üzenet|hozzászólás)\Z",
    re.IGNORECASE,
)
_CELLS = frozenset(("td", "th"))
MAX_BACK = 60
"""Elements before a row among which its heading is sought."""
MAX_HEADING = 60
MAX_COUNT = 30
MAX_POSTS = 50_000
MIN_TEXT = 15
"""Code points of a name and a text, on the average."""
_LINKED = 0.6
"""Share of a post's text that links can have."""


@dataclass(slots=True)
class Row:
    """A group that may be posts: its elements, whether names call them so, and what they give.

    `offered` are told by what the page offers below each. `flat` are posts in a row, whatever they
    answer. `answers` are called so; by one author they are `inner`, the shop's or the webmaster's,
    in posts of others.
    """

    blocks: list[int]
    members: frozenset[int]
    said: bool
    own: bool
    size: int
    share: float = 0.0
    offered: bool = False
    flat: bool = False
    answers: bool = False
    inner: bool = False


def headed(blocks: Sequence[Block], rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows that no name calls comments, but the heading before them does."""
    for row in rows:
        if not row.said and len(row.blocks) >= FEW and follows(blocks, row.blocks[0]):
            yield replace(row, said=True)


def follows(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether the heading before a block says that comments follow: "7 Comments".

    Old pages have headings in bold.
    """
    for number in range(first - 1, max(-1, first - MAX_BACK), -1):
        block = blocks[number]
        if block.tag in _HEADINGS or block.tag in _BOLD:
            text = block.node.text(separator=" ") if block.text <= MAX_HEADING else ""
            words = " ".join(text.split())
            told = _SAYS.match(words) is not None or _FORM.match(words) is not None
            if told or block.tag in _HEADINGS:
                return told
    return False


def counts_before(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether a small element before a block counts comments: `<div>5 Kommentare</div>`."""
    near = (blocks[n] for n in range(first - 1, max(-1, first - MAX_BACK), -1))
    small = (block.node.text(separator=" ") for block in near if block.text <= MAX_COUNT)
    return any(_COUNT.match(" ".join(text.split())) for text in small)


def tabled(blocks: Sequence[Block], groups: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Give the rows of tables whose head says that they are posts: "Author | Message"."""
    for group in groups:
        if blocks[group[0]].tag == "tr" and _is_head(blocks, _first_row(blocks, group[0])):
            posts = [n for n in group if len(_cells(blocks, n)) == 2 and not _is_head(blocks, n)]  # noqa: PLR2004 - as the head
            if len(posts) >= FEW and (row := row_of(blocks, posts)):
                yield replace(row, said=True, flat=True)


def _first_row(blocks: Sequence[Block], row: int) -> int:
    """Give the first row of the table that a row stands in."""
    table = blocks[row].above
    while table > 0 and blocks[table].tag != "table":
        table = blocks[table].above
    return next(n for n in range(table + 1, row + 1) if blocks[n].tag == "tr")


def _cells(blocks: Sequence[Block], row: int) -> list[int]:
    """Give the cells of a row, without those of tables in them."""
    inner = range(row + 1, blocks[row].end)
    return [n for n in inner if blocks[n].above == row and blocks[n].tag in _CELLS]


def _is_head(blocks: Sequence[Block], row: int) -> bool:
    if blocks[row].text > MAX_HEADING:
        return False
    texts = [" ".join(blocks[n].node.text().split()) for n in _cells(blocks, row)]
    return len(texts) == 2 and bool(_WHO.match(texts[0]) and _WHAT.match(texts[1]))  # noqa: PLR2004 - who and what


def parted(blocks: Sequence[Block], groups: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Give what is called comments of the groups of which some is not."""
    for group in groups:
        said = tuple(n for n in group if blocks[n].said is not None)
        if FEW <= len(said) < len(group) and (row := row_of(blocks, said)):
            yield row


def row_of(blocks: Sequence[Block], group: Sequence[int]) -> Row | None:
    """Give the group, if its text and names make posts likely."""
    found = [n for n in group if blocks[n].text >= MIN_TEXT]
    if not found or len(found) > MAX_POSTS or 2 * len(found) < len(group):
        return None
    near = [blocks[n].said for n in found]
    own = all(said == 0 for said in near)
    said = all(said is not None for said in near) or _is_answered(blocks, found)
    if len(found) < FEW and not said:
        return None
    if len(found) == 1 and not any(_ONE.search(name) for name in blocks[found[0]].names):
        return None
    text = sum(blocks[n].text for n in found)
    linked = sum(blocks[n].linked for n in found)
    if linked > _LINKED * text:
        return None
    answers = own and all(any(map(_REPLY.search, blocks[n].names)) for n in found)
    return Row(found, frozenset(found), said, own, text, answers=answers)


def _is_answered(blocks: Sequence[Block], found: Sequence[int]) -> bool:
    """Tell a group of which some stand in others, all in what is called answers in these."""
    around: list[int] = []
    answers = 0
    for number in found:
        while around and number >= blocks[around[-1]].end:
            around.pop()
        if around:
            called = number
            for _ in range(blocks[number].said or 0):
                called = blocks[called].above
            if not around[-1] < called < number:
                return False
            answers += 1
        around.append(number)
    return answers > 0


def splits(blocks: Sequence[Block], row: Row, outer: Row) -> bool:
    """Tell parts of posts: each post of the outer row holds some, each of another name."""
    parts: list[list[tuple[str, ...]]] = []
    here = 0
    for number in outer.blocks:
        parts.append([])
        while here < len(row.blocks) and number < row.blocks[here] < blocks[number].end:
            parts[-1].append(blocks[row.blocks[here]].names)
            here += 1
    most = max(map(len, parts))
    return (
        here == len(row.blocks)
        and len(parts) > 1
        and most > 1
        and all(part and len(set(part)) == len(part) for part in parts)
        and len({names for part in parts for names in part}) == most
    )
