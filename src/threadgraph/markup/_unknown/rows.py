"""Tell which groups of blocks may be the posts of a page: by their size, names and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.markup._unknown.blocks import Block

__all__ = ["FEW", "Row", "held", "inside", "parted", "row_of", "siblings", "splits", "tabled"]

FEW = 3
# what one comment is called, and not what holds all of them: "comment", "comment-item", "comment-#"
_ONE = re.compile(
    r"(?:^|[-_])(?:comment|kommentar|commentaire|comentario|comentário|commento|reactie|reaktion|"
    r"reply|answer|antwort|cmt)(?:[-_]?(?:item|entry|node|row|single|id|#)){0,2}$"
)
_REPLY = re.compile(r"repl(?:y|ies)|respon[cs]e|respuesta|resposta|risposta|antwort|reponse|svar")
# the head of a table of posts: "Author | Message"
_WHO = re.compile(
    r"(?:author|auteur|autore?|autoren|verfasser|posted by|from|name|forfatter|författare|"
    r"kirjoittaja|yazar|автор|pseudo|nick(?:name)?|szerző)\Z",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"(?:messages?|beitrag|nachricht|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|viesti|"
    r"meddelande|inlägg|melding|besked|indlæg|innlegg|mesaj|zpráva|příspěvek|üzenet|hozzászólás|"
    r"comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|eintrag|"
    r"reacties?|opmerking|komentarz|komentář|комментарий)\Z",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:dates?|datum|fecha|data|dato|päivä|tarih|дата|when|time|zeit|no|nr|#)\W?\Z", re.IGNORECASE
)
_CELLS = frozenset(("td", "th"))
MAX_PARTS = 4
_SYSTEM = frozenset(("system-note", "system-message", "system-comment"))
MAX_HEADING = 60
MAX_POSTS = 50_000
MIN_TEXT = 15
"""Code points of a name and a text, of most posts."""
_LINKED = 0.6
"""Share of a post's text that links can have."""


@dataclass(slots=True)
class Row:
    """A group that may be posts: its elements, whether names call them so, and what they give.

    `weak` are told by what is around them, which teasers of articles can have as well. `flat` are
    posts in a row, whatever they answer. `answers` are called so; by one author they are `inner`,
    the shop's or the webmaster's, in posts of others.
    """

    blocks: list[int]
    members: frozenset[int]
    said: bool
    own: bool
    size: int
    share: float = 0.0
    weak: bool = False
    flat: bool = False
    answers: bool = False
    inner: bool = False


def tabled(blocks: Sequence[Block], groups: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Give the rows of tables whose head says that they are posts: "Author | Message"."""
    for group in groups:
        if blocks[group[0]].tag == "tr" and _is_head(blocks, _first_row(blocks, group[0])):
            cells = len(_cells(blocks, _first_row(blocks, group[0])))
            posts = [
                n for n in group if len(_cells(blocks, n)) == cells and not _is_head(blocks, n)
            ]
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
    who, what = (sum(bool(word.match(text)) for text in texts) for word in (_WHO, _WHAT))
    return who == what == 1 and all(
        _WHO.match(text) or _WHAT.match(text) or _WHEN.match(text) for text in texts
    )


def parted(blocks: Sequence[Block], groups: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Give what is called comments of the groups of which some is not."""
    for group in groups:
        said = tuple(n for n in group if blocks[n].said is not None)
        if FEW <= len(said) < len(group) and (row := row_of(blocks, said)):
            yield row


def siblings(blocks: Sequence[Block], groups: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Give the elements without names of a group that stand in one element, where others do not.

    Rows of the table of posts are made like those of the table that a page is laid out in.
    """
    for group in groups:
        if blocks[group[0]].names:
            continue
        beside: dict[int, list[int]] = {}
        for number in group:
            beside.setdefault(blocks[number].above, []).append(number)
        for part in beside.values() if len(beside) > 1 else ():
            if len(part) >= FEW and (row := row_of(blocks, part)):
                yield row


def row_of(blocks: Sequence[Block], group: Sequence[int]) -> Row | None:
    """Give the group, if its text and names make posts likely."""
    found = [n for n in group if blocks[n].text >= MIN_TEXT and not _of_system(blocks, n)]
    if not found or len(found) > MAX_POSTS or 2 * len(found) < len(group):
        return None
    if len(found) < len(group):
        found = _with_short(blocks, group, found)
    if len(found) > 1 and blocks[found[0]].said is None and blocks[found[0]].end > found[-1]:
        found = found[1:]  # what holds all of them: `#content` among `div.content`
    near = [blocks[n].said for n in found]
    own = all(said == 0 for said in near)
    said = all(said is not None for said in near) or _is_answered(blocks, found)
    said = said or (0 in near and _say_which_answer(blocks, found))
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


def _with_short(blocks: Sequence[Block], group: Sequence[int], found: Sequence[int]) -> list[int]:
    """Add the blocks of few letters that are made of the same elements: "Ann", "+1"."""
    made = {_made_of(blocks, n) for n in found}
    short = {
        n
        for n in group
        if 0 < blocks[n].text < MIN_TEXT and len(own := _made_of(blocks, n)) > 1 and own in made
    }
    return sorted({*found, *short})


def _made_of(blocks: Sequence[Block], number: int) -> tuple[str, ...]:
    return tuple(block.tag for block in blocks[number + 1 : blocks[number].end])


def _of_system(blocks: Sequence[Block], number: int) -> bool:
    """Tell what the software says between posts: `li.note.system-note`, and parts of it."""
    for _ in range(MAX_PARTS):
        if number < 0 or not _SYSTEM.isdisjoint(blocks[number].names):
            return number >= 0
        number = blocks[number].above
    return False


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


def _say_which_answer(blocks: Sequence[Block], found: Sequence[int]) -> bool:
    """Tell a row whose elements have the same names but for some that answer: `div.post.reply`."""
    names = [blocks[n].names for n in found]
    plain = {frozenset(name for name in own if not _REPLY.search(name)) for own in names}
    answers = sum(any(map(_REPLY.search, own)) for own in names)
    return len(plain) == 1 and frozenset() not in plain and 0 < answers < len(found)


def inside(blocks: Sequence[Block], row: Row, outer: Row) -> bool:
    """Tell a row whose blocks all stand in those of another, are none of them nor quotations."""
    if row.size >= outer.size or sum(held(blocks, outer, row)) != len(row.blocks):
        return False
    return not any(_is_quoted(blocks, n) for n in row.blocks)


def _is_quoted(blocks: Sequence[Block], number: int) -> bool:
    while number >= 0 and blocks[number].tag != "blockquote":
        number = blocks[number].above
    return number >= 0


def held(blocks: Sequence[Block], row: Row, inner: Row) -> list[int]:
    """Count for each block of a row the blocks of another in it and in none of the row inside."""
    counts = [0] * len(row.blocks)
    around: list[int] = []
    at = 0
    for number in inner.blocks:
        while at < len(row.blocks) and row.blocks[at] < number:
            around.append(at)
            at += 1
        while around and number >= blocks[row.blocks[around[-1]]].end:
            around.pop()
        if around:
            counts[around[-1]] += 1
    return counts


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
