"""Find elements of a page that are made alike: the same tag, with a class or an id in common.

Cost: linear in nodes, without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.names import names_user
from threadgraph.markup._unknown.sizes import size_of
from threadgraph.markup._unknown.tags import SILENT

__all__ = ["Block", "groups_of", "placed_alike", "speaks_of_comments"]

_MAIN = "blog"
"""Of Blogger's widgets the one that holds the page's posts: `div.widget.Blog`."""
MAX_NAMES = 8
MAX_ABOVE = 7
"""Elements around a block whose names tell what it is."""

_TAGS = frozenset(
    "div li article section fieldset details tr table dd dl blockquote p ol ul figure "
    "comment".split()
)
_HEADS = frozenset(("header", "summary", "h2", "h3", "h4", "h5", "h6"))
_SILENT = SILENT | {"head", "map"}
MIN_PAGE = 600
"""Code points of a text that is no notice to turn scripts on."""
_WHOLE = frozenset(("html", "body", "main"))
_OF_LAYOUT = frozenset("row clearfix clear clear_fix cf group flex d-flex".split())
"""Names that all kinds of elements have beside their own."""

_LAST = frozenset("abdentk12")
"""The last letters of such names: to look at one is cheap."""
_DIGITS = re.compile(r"\d+")
# "gbentry_b" beside "gbentry", "row-odd" beside "row-even", "comment-alt"
_BY_TURNS = re.compile(r"(?<=[a-z]{3})[-_]?(?:(?<=[-_])(?:[ab12]|dark|light)|odd|even|alt)\Z")
# what comments are called, in the names that authors of pages give them, in small letters; each
# begins with a letter, so that they are sought fast
_COMMENT = re.compile(
    r"com+ent|kom+ent|cmt(?<![^-_]cmt)|comm(?<![^-_]comm)(?:$|[-_])|repl(?:y|ies)|respon[cs]e|"
    r"respuesta|risposta|antwort|reakti|reacti[eo]n?s?(?:$|[-_])|reazion|discuss|diskus|guestbook|"
    r"gaestebuch|gästebuch|yorum|opini(?:on|[ae])|otz[yi]v|mneni[ey]|forum-(?:message|fil)|review|"
    r"feedback|talkback|pinglun|binh-?luan|mensagem|beitr(?:ag|aeg)|pr[ií]sp[eě]v|prispev|"
    r"contribution(?<![^-_]contribution)(?:$|[-_\d])|remark(?<![^-_]remark)s?(?:$|[-_\d])"
)
# what such names stand for besides
_OTHER = re.compile(
    r"form|count|number|widget|sidebar|recent|latest|last-?comments|related|teaser|popular|"
    r"most-|top-?comments|nav(?:$|[-_])|menu|pag(?:er|ing|ination)|login|breadcrumb|footer|"
    r"toolbar|button|btn|notice|rules|policy|newsletter|product(?!-?(?:review|comment))|"
    r"no-?comments?|comments?-?(?:link|title|closed|info|head|area-title)|responsive",
)
_ASIDE = re.compile(
    # HubSpot's pages are "widget-span widget-type-..." from top to bottom
    r"^(?:sidebar(?!_avatar)|widget(?!-span$|-type-)|related|recent|latest|popular|footer|nav|menu|secondary)"
    r"(?:$|[-_\d])|"
    r"(?:recent|latest|last|top|popular)[-_]?(?:comment|kommentar|post|article|news)|"
    r"leader[-_]?board|most[-_]?(?:active|commented|popular|read|recommend|shared|viewed)",
)
_PLACES = frozenset(("related", "secondary"))
"""Names that tell less than one of comments beside them: `class="related" id="comments"`."""


@dataclass(slots=True)
class Block:
    """An element, in page order; `end` is the number of the one after all in it.

    `text` and `linked` are the sizes of all text in it, and of that in links (see `sizes`). `said`
    counts the elements up to the one whose name speaks of comments, 0 being itself; None: none is
    near.
    """

    node: Node
    tag: str
    above: int
    names: tuple[str, ...]
    said: int | None = None
    aside: bool = False
    end: int = 0
    text: int = 0
    linked: int = 0


def groups_of(root: Node) -> tuple[list[Block], list[tuple[int, ...]]]:
    """Give the elements, in page order, and the numbers of those made alike or nested alike."""
    blocks: list[Block] = []
    _walk(root, blocks)
    groups: dict[tuple[str, str], list[int]] = {}
    for number, block in enumerate(blocks):
        if (block.tag in _TAGS or "-" in block.tag) and not block.aside and block.text:
            for key in {*_keys(blocks, block)}:  # "comment comment-odd" has one of them twice
                groups.setdefault(key, []).append(number)
    found = {
        tuple(group)
        for (_, name), group in groups.items()
        # siblings, whatever their names, are alike if some have none
        if not name.endswith(">") or not all(blocks[n].names for n in group)
    }
    return blocks, [*sorted(found), *_nested_alike(blocks)]


def _nested_alike(blocks: Sequence[Block]) -> list[tuple[int, ...]]:
    """Give the elements that begin alike and stand in each other, whatever their own names.

    Answers may have other names than what they answer: told are both by their first two parts.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, block in enumerate(blocks):
        first = number + 1
        second = blocks[first].end if first < block.end else block.end
        if second < block.end and block.tag in _TAGS and block.text and not block.aside:
            parts = (blocks[first], blocks[second])
            if any(part.names or part.tag in _HEADS for part in parts):
                key = (block.tag, *(w for part in parts for w in (part.tag, *part.names)))
                groups.setdefault(key, []).append(number)
    return [tuple(group) for group in groups.values() if _is_nested(blocks, group)]


def placed_alike(blocks: Sequence[Block]) -> list[tuple[int, ...]]:
    """Give the elements without a name that stand at the same place of the page."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, block in enumerate(blocks):
        above = blocks[block.above] if block.above >= 0 else block
        if (
            block.names
            or block.tag not in _TAGS
            or block.aside
            or not block.text
            or above.above < 0
        ):
            continue
        around = blocks[above.above]
        place = (block.tag, above.tag, *above.names, ">", around.tag, *around.names)
        groups.setdefault(place, []).append(number)
    return [tuple(group) for group in groups.values()]


def _is_nested(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    return any(other < blocks[one].end for one, other in pairwise(group))


def _walk(root: Node, blocks: list[Block]) -> None:
    """Lay out the elements, and add up their texts where they end."""
    above = -1
    holders: list[Node] = []
    node = root
    while True:
        tag = node.tag or "-"
        if tag == "-text":
            if above >= 0 and (text := (node.text_content or "").strip()):
                blocks[above].text += size_of(text)
        elif tag[0] not in "-!" and (tag not in _SILENT or _speaks(node, tag)):
            number = len(blocks)
            blocks.append(_block(node, tag, above, blocks))
            below = node.first_child
            if below is not None:
                holders.append(node)
                node, above = below, number
                continue
            blocks[number].end = number + 1
        following = node.next if holders else None
        while following is None:
            if above < 0:
                return
            above = _ended(blocks, above)
            node = holders.pop()
            following = node.next if holders else None
        node = following


def _ended(blocks: Sequence[Block], number: int) -> int:
    """Add what an element holds to the one around it; give the number of that."""
    block = blocks[number]
    block.end = len(blocks)
    if block.tag == "a":
        block.linked = block.text
    if block.above >= 0:
        around = blocks[block.above]
        around.text += block.text
        around.linked += block.linked
    return block.above


def _speaks(node: Node, tag: str) -> bool:
    """Tell what holds words all the same: a user's button, a page for readers without scripts."""
    if tag == "noscript":
        return len(node.text()) >= MIN_PAGE
    return tag == "button" and names_user(node)


def _block(node: Node, tag: str, above: int, blocks: Sequence[Block]) -> Block:
    around = blocks[above] if above >= 0 else None
    attributes = node.attributes
    own = f" {tag}" if "-" in tag else ""  # an element of the page's own: `<comment-card>`
    names, said, aside = _named((attributes.get("class") or "") + own, attributes.get("id") or "")
    said = said or "Comment" in (attributes.get("typeof") or attributes.get("itemtype") or "")
    if tag in _WHOLE:
        return Block(node, tag, above, names)
    near: int | None = None
    if said and (tag in _TAGS or own):
        near = 0
    elif around is not None and around.said is not None and around.said < MAX_ABOVE:
        near = around.said + 1
    aside = aside or tag in ("aside", "nav") or (around is not None and around.aside)
    return Block(node, tag, above, names, near, aside)


@lru_cache(maxsize=1 << 13)
def _named(of_class: str, of_id: str) -> tuple[tuple[str, ...], bool, bool]:
    """Give an element's names, and whether any speaks of comments or of what stands aside."""
    names = tuple(_DIGITS.sub("#", f"{of_class} {of_id}".lower()).split()[:MAX_NAMES])
    told = [_told(name) for name in names]
    comments = any(comment for comment, _ in told)
    told_book = "guestbook" in of_class.lower()  # `class="widget guestbookwidget"`
    beside = (name for name, (_, aside) in zip(names, told, strict=True) if aside)
    aside = any(name not in _PLACES or not comments for name in beside)
    aside = aside and _MAIN not in names and not told_book
    names = tuple("even" if name == "odd" else name for name in names)
    return names, comments, aside


def speaks_of_comments(name: str) -> bool:
    """Tell whether an element's name speaks of comments: "comment_date", not "comment-count"."""
    return _told(name)[0]


@lru_cache(maxsize=1 << 13)
def _told(name: str) -> tuple[bool, bool]:
    """Tell whether a name speaks of comments, and whether it does of what stands beside the page.

    >>> _told("comment-list"), _told("recent-comments")
    ((True, False), (False, True))
    """
    return bool(_COMMENT.search(name)) and not _OTHER.search(name), bool(_ASIDE.search(name))


def _keys(blocks: Sequence[Block], block: Block) -> Iterator[tuple[str, str]]:
    telling = [name for name in block.names if name not in _OF_LAYOUT]
    if len(telling) > 1:  # "py-4 border-b flex": what each is told by, all are told by alone
        yield block.tag, " ".join(sorted(telling))
    for name in dict.fromkeys(telling or block.names):
        yield block.tag, name
        if block.said == 0:
            yield "", name  # answers have another tag, here and there
        if name[-1] in _LAST and (turn := _BY_TURNS.search(name)):
            yield block.tag, name[: turn.start()]
    if block.above >= 0:
        above = blocks[block.above]
        yield block.tag, f"{above.tag} {' '.join(above.names)}>"
