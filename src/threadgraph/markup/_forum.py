"""What families of forums share: ids of users, dates among words, the opening post.

Threads are flat: who answers whom is known from quotations alone, where they link the post or name
its author.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from threadgraph.dates import is_date
from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.markup._base import Comment, Thread, note_anchors
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown, up_from
from threadgraph.markup._unknown.reading import name_missing
from threadgraph.markup._values import moment_of, name_of, number_of

__all__ = ["beside", "dated", "thread_of", "user_of"]

# "members/ann.12/", "profile/12-ann/", "member.php?u=12", "profile.php?id=12", "user-12.html"
_USER = re.compile(
    r"[?&;](?:u|uid|userid|showuser|user_id)=(\d{1,12})(?!\d)"
    r"|(?:\A|[?&;/])(?:profile|member|user)\.php\?(?:[\w=]{1,30}&)?id=(\d{1,12})(?!\d)"
    r"|(?:\A|[/?])(?:members?|profile|users?)(?:\.php)?[/?](?:[^/?#=&]{0,200}\.)?(\d{1,12})"
    r"(?=[-_/?#.&]|\Z)"
    r"|(?:\A|[/?])(?:user|space-uid)-(\d{1,12})\.html",
    re.IGNORECASE,
)


def beside(page: HtmlPage, bodies: str, names: str) -> list[Node]:
    """Give, for each author's name, the least element that also holds the body of a post.

    For tables, where nothing but the post's parts has a class.
    """
    around: set[int] = set()
    for body in page.all(bodies):
        for here in up_from(body):
            if here.mem_id in around:
                break
            around.add(here.mem_id)
    nearest: dict[int, Node | None] = {}
    found = [_nearest(name, around, nearest) for name in page.all(names)]
    times = Counter(post.mem_id for post in found if post is not None)
    return [post for post in found if post is not None and times[post.mem_id] == 1]


def _nearest(node: Node, wanted: Collection[int], known: dict[int, Node | None]) -> Node | None:
    """Give the nearest element around that is wanted; each is passed once, as `known` grows."""
    path: list[int] = []
    found: Node | None = None
    for here in up_from(node):
        if here.mem_id in known:
            found = known[here.mem_id]
            break
        path.append(here.mem_id)
        if here.mem_id in wanted:
            found = here
            break
    known.update(dict.fromkeys(path, found))
    return found


def user_of(node: Node) -> str | None:
    """Give the author's id that the element, a link in it, or the link around it tells."""
    around = node.parent
    inner = node.css_first("a[href]") if node.tag != "a" else None
    for near in (node, inner, around if around is not None and around.tag == "a" else None):
        if near is None:
            continue
        told = attribute(near, "data-user-id", "data-uid", "data-userid", "data-object-id")
        if told and told.isdigit():
            return told if told != "0" else None
        match = _USER.search(attribute(near, "href") or "")
        if match:
            return next(group for group in match.groups() if group)
    return None


def dated(node: Node) -> tuple[str | None, str | None]:
    """Give the date that an element shows among other words, and the moment for machines."""
    date, moment = moment_of(node)
    if moment or (date and is_date(date)):
        return date, moment
    text = date or shown(node)[:300]
    return next((found for part in _parts(text) if (found := _date_in(part))), date), None


def _parts(text: str) -> Iterator[str]:
    """Give what may begin or end with the date: the whole, then what signs and labels set off."""
    yield text
    for part in re.split(r"[»«|•·]|\s[-–—]\s|: ", text):
        yield part.strip()
        _, _, after = part.strip().partition(" ")
        yield after


def _date_in(text: str) -> str | None:
    first = leading_date(text)
    if first is not None and first.certain:
        return text[first.start : first.end].strip(" ,;")
    last = trailing_date(text)
    if last is not None and last.certain:
        return text[last.start : last.end].strip(" ,;")
    return None


def thread_of(
    *, number: str = "", current: str = "", title: str = "", name: str = "", anchor: str = "post-{}"
) -> Callable[[HtmlPage, Thread], None]:
    """Give the step that marks the opening post and completes authors, places and title.

    `number` finds the number of each post in the thread, `current` that of the page. The opening
    post is number 1, or, where posts have no numbers, the first of the first page. `name` is the
    attribute of a post that has its author, `anchor` has the ids in the page, divided by blanks,
    that may stand for a post's native id.
    """

    def finish(page: HtmlPage, thread: Thread) -> None:
        for comment in thread.comments:
            _name(comment, name)
        name_missing(thread)
        note_anchors(thread.comments, anchor)
        if _begins(page, thread, number, current):
            thread.comments[0].role = "opening"
        heading = page.first(title) if title else None
        thread.title = shown(heading) or None if heading is not None else None

    return finish


def _begins(page: HtmlPage, thread: Thread, number: str, current: str) -> bool:
    """Tell whether a thread's first post here is its opening."""
    nodes = [comment.node for comment in thread.comments if comment.node is not None]
    numbers = page.inside(nodes[0], number) if nodes else []
    if not numbers and not page.all(number):
        return _is_first_page(page, current)
    owners = Owners(nodes)
    return any(owners.of(node) == 0 and number_of(shown(node)) == 1 for node in numbers)


def _name(comment: Comment, name: str) -> None:
    if not name or comment.node is None or comment.author_state is not None:
        return
    if value := attribute(comment.node, name):
        comment.author, comment.author_state = name_of(value, exact=True)
        comment.rules["author"] = f"[{name}]"


def _is_first_page(page: HtmlPage, current: str) -> bool:
    if page.all('link[rel="prev"], a[rel="prev"][href]'):
        return False
    node = page.first(current) if current else None
    return node is None or number_of(shown(node)) in (None, 0, 1)
