"""Tell by what stands above a row of blocks that they are comments: "7 Comments", "Guestbook"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.markup._dom import Node, attribute, shown
from threadgraph.markup._unknown.blocks import Block, speaks_of_comments
from threadgraph.markup._unknown.rows import FEW, Row

__all__ = [
    "counts_before",
    "follows",
    "headed",
    "says_before",
    "says_comments_follow",
    "says_somewhere",
]

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"))
_BOLD = frozenset(("b", "strong"))
_LABELS = frozenset(("td", "div", "p", "font", "span"))
_WORDS = (
    r"comments?(?:\sand\sdiscussions?)?|postings|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|"
    r"reaktionen|reactions|réactions|komentarze|opinie|opiniones|opiniões|kommentarer|kommentit|yorumlar|komentáře|"
    r"názory|diskuse|комментарии|комментариев|отзывы|обсуждение|коментарі|коментарів|"
    r"hozzászólás(?:ok)?|σχόλια|comentarii|댓글|덧글|评论|評論|评论列表|網友評論|网友评论|留言|"
    r"(?:(?:この|当)?(?:記事|エントリー?)(?:へ|に対する)の?|みんなの|皆様の)?コメント(?:一覧|欄)?|"
    r"תגובות|تعليقات|التعليقات|دیدگاه‌?ها|نظرات|bình luận|komentar|"
    r"(?:customer|product|community) reviews|ratings (?:and|&) reviews|"
    r"leserkommentare|lesermeinungen|leserbriefe|leserstimmen|"
    r"okur yorumları|okuyucu yorumları|мнения читателей|комментарии читателей|opinie czytelników|"
    r"komentarze czytelników|názory čtenářů|reader views|readers['’] (?:comments|views|letters)|"
    r"your views|reasons for signing|why people (?:are signing|sign(?:ed)?)|"
    r"(?:what )?(?:our |other )?(?:others|readers|cooks|users|customers|visitors|guests|members|"
    r"people) (?:say|think)(?: about this \w{3,12})?|"
    r"(?:전체\s?)?(?:독자\s?|네티즌\s?|누리꾼\s?|한줄\s?)?(?:의견|댓글|답글)|방명록|"
    r"(?:ihre|eure|deine)\s(?:meinung|meinungen|beiträge)|vos\savis|kundenbewertungen|responses|replies|feedback|talkback|shoutbox|"
    r"guest ?book|gästebuch|livre d.or|księga gości|gastenboek|gästbok|gæstebog|gjestebok|"
    r"vieraskirja|libro de visitas|livro de visitas|libro degli ospiti|гостевая книга|"
    r"kniha návštěv|ziyaretçi defteri|discussion|diskussion|conversation"
)
# "7 Comments", "Kommentare (3)", "Forum: 9 Postings", "I vostri commenti", "Guestbook"; not "Recent
# comments"
_SAYS = re.compile(
    r"\W{0,3}(?:forum:\s)?(?:\d{1,6}\W{1,3})?"
    r"(?:(?:my|mein|reader|customer|user|vos|les|i vostri|i|tus|los|alle|all|tous les|todos los|"
    r"wasze|your|our|unser|nuestro|notre|nosso|il nostro|ons|nasze?)['’]?s?\s)?"
    rf"(?:{_WORDS})"
    r"(?:\sde(?:\slos)?\slectores|\sdes\slecteurs|\sdei\slettori|\sder\sleser|"
    r"\szum?\s(?:diesem\s)?artikel|\s(?:section|area))?(?:\W{1,3}\d{1,6})?\W{0,3}\Z|"
    r"(?:please\s)?(?:sign|view|read)\s(?:my|our|the|this)\sguest\s?book\W{0,3}\Z|"
    r"(?:join the conversation|(?:leave|post|write|add) a (?:comment|reply)|have your say|your say|"
    r"laisser un commentaire|deja un comentario|deixe um comentário|"
    r"(?:schreibe?n? sie |schreibe? )einen kommentar)\W{0,3}\Z|"
    # "IMDb user comments for The Field", "5 responses to the mill pond"
    r"(?:[\w.-]{1,20}\s)?(?:user|reader|customer)\s(?:comments|reviews)\s(?:for|on|of)\s[^.!?]{1,50}\Z|"
    r"(?:there\sare\s)?\d{1,5}\s(?:(?:reader|user)\s)?(?:comments?|talkbacks?|postings?|responses?|thoughts?|replies|reactions|kommentare?|"
    r"antworten|commentaires?|réponses|réactions|comentarios?|respuestas|comentários?|commenti|"
    r"reacties|kommentarer|komentarzy)"
    r"(?:\sso\sfar|\s(?:to|on|for|about|zu|zum|sur|à|en|sobre|a|su|op|till|til|på|do)\s.{1,80})?\W{0,3}\Z|"
    r"user\s(?:contributed\s)?notes(?:\s\d{1,4}\snotes?)?\W{0,3}\Z|"
    r"comments\s(?:to|on)\sthis\s(?:article|story|page|entry|post)\W{0,3}\Z",
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
# "5 Kommentare", "12 comments": a heading by its looks alone
_COUNT = re.compile(
    r"\W{0,3}\d{1,5}\s(?:comments?|repl(?:y|ies)|kommentare?|antworten|commentaires?|réponses|"
    r"comentarios?|comentários?|respuestas|commenti|risposte|reacties|kommentarer|komentarzy|"
    r"комментари(?:й|я|ев)|yorum|komentářů|příspěvků)\W{0,3}\Z",
    re.IGNORECASE,
)
# "0 Comments", "Comments (0)": what follows is something else
_NONE = re.compile(r"\W{0,3}0\s|.*\W0\W{0,3}\Z")
MAX_BACK = 60
"""Elements before a row among which its heading is sought."""
MAX_HEADING = 100
MAX_LABEL = 30
MAX_BAR = 120
MAX_ABOVE = 4
"""Elements around a row before which its label may stand."""


def says_comments_follow(line: str) -> bool:
    """Tell a heading of comments by its words: "7 Comments", "Kommentare (3)", "Guestbook"."""
    return len(line) <= MAX_HEADING and _SAYS.match(line) is not None


def headed(blocks: Sequence[Block], rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows that no name calls comments, but the heading before them does.

    So does a link that counts comments and leads to what stands before them.
    """
    places = _linked_places(blocks)
    for row in rows:
        few = row.said or len(row.blocks) < FEW
        if not few and (says_before(blocks, row.blocks[0]) or _is_at(places, blocks, row)):
            yield replace(row, said=True, weak=True)


def _linked_places(blocks: Sequence[Block]) -> list[int]:
    """Give the elements to which links lead that count comments: `<a href="#c">7 comments</a>`."""
    links = (b.node for b in blocks if b.tag == "a" and 0 < b.text <= MAX_LABEL)
    links = (node for node in links if "#" in (attribute(node, "href") or ""))
    names = {_place_of(node) for node in links if _COUNT.match(shown(node))} - {""}
    if not names:
        return []
    named = (
        (number, attribute(b.node, "id"), attribute(b.node, "name") if b.tag == "a" else None)
        for number, b in enumerate(blocks)
    )
    return [number for number, own, name in named if own in names or name in names]


def _place_of(link: Node) -> str:
    return (attribute(link, "href") or "").partition("#")[2]


def _is_at(places: Sequence[int], blocks: Sequence[Block], row: Row) -> bool:
    """Tell whether a row begins in such an element, or not far behind it."""
    first = row.blocks[0]
    return any(place < first < max(place + MAX_BACK, blocks[place].end) for place in places)


def says_before(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether a heading or a label before a block says that comments follow."""
    return follows(blocks, first) or _labelled(blocks, first)


def follows(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether the heading before a block says that comments follow: "7 Comments".

    Old pages have headings in bold, and names of places: `<a name="comments"></a>`.
    """
    for number in range(first - 1, max(-1, first - MAX_BACK), -1):
        block = blocks[number]
        if block.tag == "a" and not block.text and _names_comments(block):
            return True
        if block.tag in _HEADINGS or block.tag in _BOLD:
            told = block.text <= MAX_HEADING and _is_told(block)
            if told or block.tag in _HEADINGS:
                return told
    return False


def _names_comments(block: Block) -> bool:
    return speaks_of_comments((attribute(block.node, "name", "id") or "").lower())


def says_somewhere(blocks: Sequence[Block]) -> bool:
    """Tell whether any heading of the page says that comments follow, or an empty anchor.

    So does a label that counts them.
    """
    tags = _HEADINGS | _BOLD
    told = any(b.tag in tags and b.text <= MAX_HEADING and _is_told(b) for b in blocks)
    told = told or any(b.tag == "a" and not b.text and _names_comments(b) for b in blocks)
    return told or any(
        b.tag in _LABELS and 0 < b.text <= MAX_LABEL and _is_told(b) and _counts(b) for b in blocks
    )


def _counts(block: Block) -> bool:
    return any(sign.isdecimal() for sign in block.node.text())


def _is_told(block: Block) -> bool:
    words = " ".join(block.node.text(separator=" ").split())
    if _NONE.match(words):
        return False
    return _SAYS.match(words) is not None or _FORM.match(words) is not None


def _labelled(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether what stands right before a block, or what holds it, says so, heading or not."""
    here = first
    for _ in range(MAX_ABOVE):
        above = blocks[here].above
        before = _before(blocks, here, above)
        if before is not None:
            label = before.text <= MAX_LABEL and _is_told(before)
            return before.tag != "a" and (label or _begins_told(before))
        here = above
        if here < 0:
            break
    return False


def _begins_told(block: Block) -> bool:
    """Tell a bar whose first words say so: "Comments (7)" beside "Rules"."""
    if block.text > MAX_BAR:
        return False
    lines = (line.strip() for line in block.node.text(separator="\n").splitlines())
    first = next(filter(None, lines), "")
    return not _NONE.match(first) and _SAYS.match(first) is not None


def _before(blocks: Sequence[Block], number: int, above: int) -> Block | None:
    """Give the nearest block with text before this one in the same element."""
    for _ in range(MAX_BACK):
        number -= 1
        while number > above and blocks[number].above != above:
            number = blocks[number].above
        if number <= above:
            break
        if blocks[number].text:
            return blocks[number]
    return None


def counts_before(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether a small element before a block counts comments: `<div>5 Kommentare</div>`."""
    near = (blocks[n] for n in range(first - 1, max(-1, first - MAX_BACK), -1))
    small = (block.node.text(separator=" ") for block in near if block.text <= MAX_LABEL)
    return any(_COUNT.match(" ".join(text.split())) for text in small)
