"""Tell how deep blocks of a page nest: by what they stand in, what a class or an indent says.

What shows no level at all, or levels that no tree has, gives None for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from threadgraph.markup._dom import Node, Owners, attribute, classes, level_below, up_from
from threadgraph.markup._quoted import before

__all__ = ["beside", "levels"]

MAX_ABOVE = 2
"""Elements around a block that can carry its level."""
MAX_CLIMB = 120

# "depth-2", "level_1", "indent3", "comment-level-2", "lvl-1", "nested-2"
_LEVEL = re.compile(
    r"(?:^|[-_\s])(?:depth|(?:reply)?(?:tree)?level|lvl|indent(?:ation)?|nest(?:ed|ing)?|ebene|"
    r"niveau|nivel)[-_]{0,2}"
    r"(\d{1,2})(?=[-_\s]|$)",
    re.IGNORECASE,
)
# "margin-left: 40px", "padding-left:2em"
_INDENT = re.compile(r"(?:margin|padding)-left\s?:\s?(\d{1,4})(?:\.\d{1,3})?\s?(?:px|em|rem|%)")
# "children", "replies", "sub-comments", "indented", "antworten"
_INNER = re.compile(
    r"child|repl(?:y|ies)|respon[cs]e|respuesta|respostas|rispost[ae]|antwoo?r[td]|svar|otvet|"
    r"odpowied|sub[-_]?comment|indent|nested|answers|thread[-_]?(?:inner|list)|reponses",
    re.IGNORECASE,
)

# "sub", "pl-4", "ms-3"
_MOVED = re.compile(r"(?:^|\s)(?:sub|inner|branch|kids|tree|(?:pl|ml|ps|ms)-\d{1,2})(?:$|\s)")
_MARGIN = re.compile(r"(?:^|\s)(?:pl|ml|ps|ms)-(\d{1,2})(?:$|\s)")
MAX_WIDTH = 4
# "comment--indented", "js-comment-reply", "yorum-cevap", "is-answer"
_ANSWER = re.compile(
    r"(?:^|[-_])(?:indented|repl(?:y|ied)|answer|child|nested|sub|cevap|yanit|antwort|reponse|"
    r"respuesta|resposta|risposta|antwoord|svar|otvet|odpowiedz|odpoved)(?:$|[-_])",
    re.IGNORECASE,
)
# "has-replies", "toggle-reply": a post that has answers, or can get some
_BUTTON = re.compile(r"^(?:has|with|no|can|allow|show|toggle)[-_]|[-_](?:able|link|button|to)$")


def levels(posts: Sequence[Node], *, top: bool) -> list[int | None]:
    """Give the depth of each post; without any sign of it 0 if `top`, else None."""
    owners = Owners(posts)
    around = [owners.around(post) for post in posts]
    if any(above is not None for above in around):
        depths: list[int] = []
        for above, more in zip(around, beside(posts, around), strict=True):
            depths.append(more + level_below(depths, above))
        return [*depths]
    for told in (_classed, _indented):
        found = [_near(post, told) for post in posts]
        if len(set(found)) > 1:
            return _steps(found)
    for counted in (_inner, _lists, _answers, _spaced, _margin):
        inner = [counted(post) for post in posts]
        if len(set(inner)) > 1:
            return _steps(inner)
    wrapped = _wrapped(posts)
    if len(set(wrapped)) > 1:
        return _steps(wrapped)
    return [0 if top else None] * len(posts)


def beside(posts: Sequence[Node], around: Sequence[int | None]) -> list[int]:
    """Give how much deeper each post stands than those in the same post around.

    Answers may stand in an element named for them behind the post, not in it.
    """
    inner = [_inner(post) for post in posts]
    groups: dict[int, list[int]] = {}
    for number, above in enumerate(around):
        if above is not None:
            groups.setdefault(above, []).append(number)
    found = [0] * len(posts)
    for group in groups.values():
        if len({inner[number] for number in group}) > 1:
            for number, step in zip(group, _steps([inner[n] for n in group]), strict=True):
                found[number] = step or 0
    return found


def _near(post: Node, told: Callable[[Node], int | None]) -> int:
    found = map(told, islice(up_from(post), 1 + MAX_ABOVE))
    return next((value for value in found if value is not None), 0)


def _around(post: Node) -> Iterator[Node]:
    """Give the elements around a post, the nearest first."""
    return islice(up_from(post.parent), MAX_CLIMB)


def _classed(node: Node) -> int | None:
    attributes = node.attributes
    for name in ("data-depth", "data-level", "data-indent"):
        value = attributes.get(name) or ""
        if value.isdecimal() and len(value) < 3:  # noqa: PLR2004 - no thread is that deep
            return int(value)
    match = _LEVEL.search(attributes.get("class") or "")
    return int(match[1]) if match else None


def _indented(node: Node) -> int | None:
    match = _INDENT.search(node.attributes.get("style") or "")
    return int(match[1]) if match else None


def _inner(post: Node) -> int:
    """Count the elements around a post that are named for answers."""
    attributes = (around.attributes for around in _around(post))
    names = (f"{told.get('class') or ''} {told.get('id') or ''}" for told in attributes)
    return sum(bool(_INNER.search(name)) for name in names)


def _lists(post: Node) -> int:
    """Count the lists around a post: `<ul><li>...</li><ul><li>`."""
    return sum(around.tag in ("ul", "ol") for around in _around(post))


def _spaced(post: Node) -> int:
    """Give the width of the picture that moves a post to the right: `<img width=20 height=1>`."""
    picture = post.css_first('img[width][height="1"]')
    width = attribute(picture, "width") or "" if picture is not None else ""
    return int(width) if width.isdecimal() and len(width) <= MAX_WIDTH else 0


def _margin(post: Node) -> int:
    """Give what the post's own class says of its left margin, as frameworks do: `ml-6`, `ms-5`."""
    match = _MARGIN.search(attribute(post, "class") or "")
    return int(match[1]) if match else 0


def _wrapped(posts: Sequence[Node]) -> list[int]:
    """Count the elements around each post that move it to the right, below the post answered."""
    known = {post.mem_id for post in posts}
    wraps: dict[int, bool] = {}
    found: list[int] = []
    for post in posts:
        count = 0
        for here in _around(post):
            if here.mem_id not in wraps:
                moves = here.tag == "blockquote" or _MOVED.search(attribute(here, "class") or "")
                above = before(here) if moves else None
                wraps[here.mem_id] = above is not None and above.mem_id in known
            count += wraps[here.mem_id]
        found.append(count)
    return found


def _answers(post: Node) -> int:
    """Tell a post that its own class calls an answer, among others that are called so by none."""
    return int(any(map(_is_answer, classes(post))))


@lru_cache(maxsize=1 << 10)
def _is_answer(name: str) -> bool:
    return bool(_ANSWER.search(name)) and not _BUTTON.search(name)


def _steps(found: Sequence[int]) -> list[int | None]:
    """Take the values in order as levels; each post is at most one below the one before."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(found)))}
    depths = [ranks[value] for value in found]
    steady = depths[0] == 0 and all(b <= a + 1 for a, b in pairwise(depths))
    return [*depths] if steady else [None] * len(found)
