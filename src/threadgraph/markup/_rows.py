"""Tell which groups of blocks may be the posts of a page: by their size, names and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.markup._blocks import Block

__all__ = ["FEW", "Row", "headed", "parted", "row_of", "splits"]

FEW = 3
# what one comment is called, and not what holds all of them: "comment", "comment-item", "comment-#"
_ONE = re.compile(
    r"(?:^|[-_])(?:comment|kommentar|commentaire|comentario|comentário|commento|reactie|reaktion|"
    r"reply|answer|antwort|cmt)(?:[-_]?(?:item|entry|node|row|single|id|#)){0,2}$"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"))
# "7 Comments", "Kommentare (3)", "Guestbook"; not "Recent comments", "Leave a comment"
_SAYS = re.compile(
    r"\W{0,3}(?:\d{1,6}\W{1,3})?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|"
    r"commenti|reacties|reaktionen|reactions|komentarze|opinie|kommentarer|kommentit|yorumlar|"
    r"комментарии|комментариев|отзывы|guest ?book|gästebuch|livre d.or|księga gości|gastenboek|"
    r"gästbok|gæstebog|gjestebok|vieraskirja|libro de visitas|livro de visitas|guestbook|"
    r"libro degli ospiti|гостевая книга|kniha návštěv|ziyaretçi defteri)(?:\W{1,3}\d{1,6})?"
    r"\W{0,3}\Z",
    re.IGNORECASE,
)
MAX_BACK = 60
"""Elements before a row among which its heading is sought."""
MAX_HEADING = 60
MAX_POSTS = 50_000
MIN_TEXT = 15
"""Code points of a name and a text, on the average."""
_LINKED = 0.6
"""Share of a post's text that links can have."""


@dataclass(slots=True)
class Row:
    """A group that may be posts: its elements, whether names call them so, and what they give."""

    blocks: list[int]
    members: frozenset[int]
    said: bool
    own: bool
    size: int
    share: float = 0.0


def headed(blocks: Sequence[Block], rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows that no name calls comments, but the heading before them does."""
    for row in rows:
        if not row.said and len(row.blocks) >= FEW and _follows(blocks, row.blocks[0]):
            yield replace(row, said=True)


def _follows(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether the heading before a block says that comments follow: "7 Comments"."""
    for number in range(first - 1, max(-1, first - MAX_BACK), -1):
        if blocks[number].tag in _HEADINGS:
            text = blocks[number].node.text() if blocks[number].text <= MAX_HEADING else ""
            return _SAYS.match(" ".join(text.split())) is not None
    return False


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
    said = all(said is not None for said in near)
    if len(found) < FEW and not said:
        return None
    if len(found) == 1 and not any(_ONE.search(name) for name in blocks[found[0]].names):
        return None
    text = sum(blocks[n].text for n in found)
    linked = sum(blocks[n].linked for n in found)
    if linked > _LINKED * text:
        return None
    return Row(found, frozenset(found), said, own, text)


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
