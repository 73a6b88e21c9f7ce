"""Tell blocks whose headings link to pages of their own: lists of articles have such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import attribute, one_line, shown
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.names import PROFILE
from threadgraph.markup._unknown.rows import Row
from threadgraph.markup._unknown.tags import HEADINGS
from threadgraph.voice import SPACELESS

__all__ = ["are_topics", "is_titled", "leads_on", "offers_more", "teases"]

MAX_NAME_WORDS = 3
MAX_NAME_LETTERS = 16
"""Letters of a name in scripts that do not part words."""
# "Read more", "Weiterlesen ..."
_MORE = re.compile(
    r"\W{0,3}(?:(?:read\s|see\s|show\s)?more|continue(?:\sreading)?|weiter(?:lesen)?|mehr|lire\sla\ssuite|"
    r"(?:leer|ver|ler|saber)\sm(?:á|a)is?s?|lees\s(?:meer|verder)|leggi(?:\stutto)?|continua|läs\smer|"
    r"les\smer|læs\smere|więcej|czytaj(?:\swięcej)?|více|celý\sčlánek|читать\sдалее|подробнее|tovább)"
    r"\W{0,5}\Z",
    re.IGNORECASE,
)


def _several(words: Sequence[str]) -> bool:
    """Tell more words than a name has, or as many letters of scripts that hardly part words."""
    if len(words) > MAX_NAME_WORDS:
        return True
    return sum(map(len, words)) > MAX_NAME_LETTERS and any(map(SPACELESS.search, words))


def leads_on(blocks: Sequence[Block], number: int, comment: Comment) -> bool:
    """Tell a heading in a block that links to a page of its own and names nobody."""
    for inner in range(number + 1, blocks[number].end):
        above = blocks[inner].above
        if blocks[inner].tag == "a" and blocks[above].tag in HEADINGS:
            href = attribute(blocks[inner].node, "href") or "#"
            return "#" not in href and shown(blocks[inner].node) != comment.author
    return False


def are_topics(blocks: Sequence[Block], sample: Sequence[int]) -> bool:
    """Tell openings of topics, as portals of boards show them: each block begins with a title.

    That is a link of several words, to a page to which another link of the block leads ("Reply
    (14)"); posts of one thread have one subject.
    """
    titles = [_title(blocks, number) for number in sample]
    return None not in titles and len({*titles}) == len(titles) > 1


def _title(blocks: Sequence[Block], number: int) -> str | None:
    links = [n for n in range(number + 1, blocks[number].end) if blocks[n].tag == "a"]
    hrefs = [attribute(blocks[n].node, "href") or "#" for n in links]
    first = next((n for n, link in enumerate(links) if blocks[link].text), None)
    if first is None or "#" in hrefs[first] or hrefs[first] not in hrefs[first + 1 :]:
        return None
    title = blocks[links[first]].node.text(separator=" ").split()
    return " ".join(title) if len(title) > MAX_NAME_WORDS else None


def teases(blocks: Sequence[Block], span: range) -> bool:
    """Tell a teaser of a page: a link of several words to it, or as its heading, or "read more".

    Or all of it stands in a link.
    """
    above = blocks[span.start].above
    if above >= 0 and blocks[above].tag == "a":
        return True
    for inner in span:
        if blocks[inner].tag == "a" and blocks[inner].text:
            href = attribute(blocks[inner].node, "href") or "#"
            if "#" in href or href.startswith("javascript:"):
                continue
            words = blocks[inner].node.text(separator=" ").split()
            here = not href.startswith("http") and PROFILE.search(href) is None
            titled = here and blocks[blocks[inner].above].tag in HEADINGS
            if titled or _several(words) or _MORE.match(" ".join(words)):
                return True
    return False


def offers_more(blocks: Sequence[Block], span: range) -> bool:
    """Tell what ends with "Read more", wherever that leads."""
    links = (blocks[n] for n in span if blocks[n].tag in ("a", "button") and blocks[n].text)
    return any(_MORE.match(one_line(block.node.text(separator=" "))) for block in links)


def is_titled(blocks: Sequence[Block], number: int, row: Row) -> bool:
    """Tell a heading that links to a page of its own, in or beside: what lists of articles have."""
    at = row.blocks.index(number)
    near = (row.blocks[at - 1] if at else -1, *row.blocks[at + 1 : at + 2])
    for _ in range(2):
        above = blocks[number].above
        if above < 0 or any(above <= n < blocks[above].end for n in near):
            break
        number = above
    for inner in range(number + 1, blocks[number].end):
        if blocks[inner].tag in HEADINGS:
            for link in range(inner - 1, blocks[inner].end):
                href = attribute(blocks[link].node, "href") if blocks[link].tag == "a" else None
                words = blocks[link].node.text().split() if href and "#" not in href else []
                if len(words) > MAX_NAME_WORDS:
                    return True
    return False
