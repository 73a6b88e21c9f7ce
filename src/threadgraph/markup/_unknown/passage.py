"""Find which parts of a post are its text: an element by its class, else its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from threadgraph.markup._text import Text, text_of
from threadgraph.markup._unknown.names import MAX_NAME
from threadgraph.markup._unknown.post import LEVELS, Post

__all__ = ["BLOCKS", "body_of", "passage"]

BLOCKS = frozenset(("p", "ul", "ol", "blockquote", "pre", "dl", "table"))
MAX_LEAD = 40
"""Code points before the name in a byline below a text."""
MIN_RUNNING = 40
"""Code points of a text without paragraphs, beside which there may be others."""
MORE = 2
"""So many times the words of all paragraphs and lists beside it must it have."""
_LISTS = frozenset(("ul", "ol"))
_INLINE = frozenset("a abbr b bdi big cite code del em font i ins kbd mark q s small span strike "
                    "strong sub sup tt u".split())  # fmt: skip
_HOLDERS = frozenset(("div", "td", "section", "article", "dd"))


def body_of(post: Post, author: int | None, date: int | None) -> tuple[int, int]:
    """Give where the text begins and ends: an element by its class, else its paragraphs."""
    found = _classed(post, author, date)
    if found is None or post.parts[found].role.body == 1:
        running = _running(post, author, date)
        if found is None or (running is not None and _is_less(post, found, running)):
            found = running
    if found is not None:
        return found, found + 1
    return _paragraphs(post, author, date)


def _is_less(post: Post, number: int, other: int) -> bool:
    """Tell a part that stands apart from another and has far fewer words: its class misleads."""
    apart = not post.within(number, other) and not post.within(other, number)
    return apart and post.size(other) >= MORE * post.size(number)


def _clean(post: Post, number: int, author: int | None, date: int | None) -> bool:
    heads = [n for n in (author, date) if n is not None]
    parts = any(post.within(n, number) or post.within(number, n) for n in heads)
    return not parts and not post.dead[number]


def _classed(post: Post, author: int | None, date: int | None) -> int | None:
    parts = post.parts
    found = [
        (parts[n].role.body, post.size(n), -n)
        for n in range(len(parts))
        if parts[n].role.body and _clean(post, n, author, date) and post.size(n)
        if not post.answers(n)
    ]
    if not found:
        return None
    _, size, number = max(found)
    text = sum(
        post.size(n)
        for n in _tops(post, author, date)
        if not (post.within(n, -number) or (parts[n].tag in _LISTS and _is_menu(post, n, "")))
        and not _in_head(post, n, -number)
    )
    return -number if 2 * size >= text else None


def _in_head(post: Post, number: int, body: int) -> bool:
    """Tell a block in what its class calls the head, beside the text: `<p>by Ann</p>`."""
    above = post.parts[number].above
    while above > 0 and not post.within(body, above):
        if post.parts[above].role.meta:
            return True
        above = post.parts[above].above
    return False


def _tops(post: Post, author: int | None, date: int | None) -> Iterator[int]:
    """Give the blocks of text that stand in no other."""
    here, parts = 0, post.parts
    while here < len(parts):
        if post.dead[here] or (parts[here].tag in _LISTS and _is_menu(post, here)):
            here = parts[here].end
        elif parts[here].tag in BLOCKS and _clean(post, here, author, date):
            if not parts[here].role.meta or parts[here].role.body:
                yield here
            here = parts[here].end
        else:
            here += 1


def _is_menu(post: Post, number: int, to: str = "#") -> bool:
    """Tell a list of nothing but links `to` places of the page: "Reply", "Report"."""
    here, end = number, post.parts[number].end
    while here < end:
        part = post.parts[here]
        if part.text:
            return False
        here = part.end if part.tag == "a" and part.href.startswith(to) else here + 1
    return True


def _running(post: Post, author: int | None, date: int | None) -> int | None:
    """Give the element that most of the words stand right in, without paragraphs.

    `<div class="bb">Boil it.<br>Twice.</div>`; beside it stand a member's card and lists of links.
    """
    parts = post.parts
    words: Counter[int] = Counter()
    for part in parts:
        if part.text and part.above > 0 and not post.dead[part.above]:
            above = part.above
            while parts[above].tag in _INLINE and parts[above].above > 0:
                above = parts[above].above
            words[above] += len(part.text)
    held = ((many, -n) for n, many in words.items() if parts[n].tag in _HOLDERS)
    many, number = max(held, default=(0, 0))
    if many < MIN_RUNNING:
        return None
    number = -number
    while parts[number].above in words and _clean(post, parts[number].above, author, date):
        number = parts[number].above  # words stand around it: it is a part of the text
    if not _clean(post, number, author, date) or _is_quoted(post, number):
        return None
    others = [0, *(post.size(n) for n in _tops(post, author, date) if not post.within(n, number))]
    return number if many >= MORE * sum(others) else None


def _is_quoted(post: Post, number: int) -> bool:
    while number > 0 and post.parts[number].tag != "blockquote":
        number = post.parts[number].above
    return number > 0


def _paragraphs(post: Post, author: int | None, date: int | None) -> tuple[int, int]:
    """Give the run of parts, children of one, that holds most of the text."""
    weights: dict[int, list[int]] = {}
    for number in _tops(post, author, date):
        if post.size(number):
            weights.setdefault(post.parts[number].above, []).append(number)
    if not weights:
        return _rest(post, author, date)
    best = max(weights.values(), key=lambda numbers: sum(map(post.size, numbers)))
    above = post.parts[best[0]].above
    last = post.parts[above].end if above >= 0 else len(post.parts)
    if _is_text(post, above, author, date):
        return above + 1, last
    return _bare(post, above, best[0], (author, date)), last


def _bare(post: Post, above: int, first: int, heads: Collection[int | None]) -> int:
    """Give where the text begins whose first words have no element, behind name and date.

    `first` is the first paragraph or list in the element `above` that holds these, too.
    """
    parts = post.parts
    behind = max((n for n in heads if n is not None and above < n < first), default=None)
    if behind is None or above < 0:
        return first
    while parts[behind].above != above:
        behind = parts[behind].above
    start = parts[behind].end
    words = [p for p in parts[start:first] if p.text and p.above == above]
    if sum(len(part.text) for part in words) > MAX_NAME // 2:
        return start
    return next((n for n in range(start, first) if _is_heading(post, n, above)), first)


def _is_heading(post: Post, number: int, above: int) -> bool:
    """Tell a heading that the author wrote: it has no class, and leads nowhere."""
    part = post.parts[number]
    inner = post.parts[number + 1 : part.end]
    return (
        part.tag in LEVELS
        and part.above == above
        and not part.node.attributes.get("class")
        and not any(p.tag == "a" for p in inner)
    )


def _is_text(post: Post, above: int, author: int | None, date: int | None) -> bool:
    """Tell what holds a post's paragraphs and nothing else: words before them are text as well.

    The name and the date stand elsewhere, so that no such word is part of a byline.
    """
    if above <= 0 or date is None or not _clean(post, above, author, date):
        return False
    return author is not None or post.plain_author(above, post.parts[above].end, date) is not None


def _rest(post: Post, author: int | None, date: int | None) -> tuple[int, int]:
    """Without blocks: what comes after name and date, or between them, or before them."""
    heads = sorted(n for n in (author, date) if n is not None)
    line = _line(post, heads) or (_byline(post, author) if date is None else 0)
    heads = heads[:1] if line and line in heads else heads  # the date's own element holds the name
    if line and _size(post, 1, line) > _size(post, post.parts[line].end, len(post.parts)):
        return 1, line
    for head in reversed(heads):
        start = post.parts[head].end
        if _size(post, start, len(post.parts)) > 1:
            return start, len(post.parts)
    if heads and _size(post, 1, above := _child(post, heads[0])) > 1:
        return 1, above
    return (0, 0) if heads else (min(1, len(post.parts)), len(post.parts))


def _child(post: Post, number: int) -> int:
    """Give what stands right in the post and is a part, or holds it."""
    while post.parts[number].above > 0:
        number = post.parts[number].above
    return number


def _line(post: Post, heads: Sequence[int]) -> int:
    """Give the element in the post that holds name and date: 0 where it is the post itself."""
    if len(heads) < 2:  # noqa: PLR2004 - name and date
        return 0
    if post.within(heads[1], heads[0]):
        return heads[0]
    above = post.parts[heads[0]].above
    while above > 0 and not post.within(heads[1], above):
        above = post.parts[above].above
    return max(above, 0)


def _byline(post: Post, author: int | None) -> int:
    """Give the last element of the post, if it tells its name: `<span>posted by <a>Ann</a> at`.

    0 where it does not. Words stand before the name, none below the element.
    """
    if author is None or (child := _child(post, author)) == author:
        return 0
    lead = _size(post, child, author)
    below = _size(post, post.parts[child].end, len(post.parts))
    return child if 0 < lead <= MAX_LEAD and not below else 0


def _size(post: Post, start: int, stop: int) -> int:
    """Give how long the text of some parts is, tools left out."""
    return sum(len(post.parts[n].text) for n in range(start, stop) if not post.dead[n])


def passage(
    post: Post,
    run: range,
    heads: Collection[int],
    stop: Collection[int],
    marked: Collection[int] = (),
) -> Text:
    """Give the text of a run of parts, without tools and `heads`, the parts of name and date."""
    skip = {p.node.mem_id for n, p in enumerate(post.parts) if post.dead[n] or n in heads}
    text = Text()
    here = run.start
    while here < run.stop:
        part = post.parts[here]
        holds = any(here < n < part.end for n in heads)
        if here in heads or post.dead[here] or (holds and part.role.body == 0):
            here = part.end
        else:
            text_of(part.node, skip, marked, text, drop=lambda node: node.mem_id in stop)
            here = part.end
    return text
