"""Fix what a family of HTML pages is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timezone

from threadgraph.markup._dom import HtmlPage, Node
from threadgraph.records import AuthorState, Role, Status

__all__ = ["Comment", "Family", "Quote", "Thread", "best", "note_anchors", "weight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage of a post's text (code points) that is quoted, and what is said of its source.

    `native_id` is the quoted post's id where the page links it.
    """

    start: int
    end: int
    native_id: str | None = None
    author: str | None = None


@dataclass(slots=True, kw_only=True)
class Comment:
    """One post as the page's markup shows it; None means that the page does not say.

    `depth` is 0 only where the page shows top level. `moment` is the date as a machine reads it.
    `anchors` are ids in the page, the first of which that stands there once is the post's place
    where `node` has none of its own.
    `rules` names, by field, the selector or rule that gave it.
    """

    node: Node | None = None
    anchors: tuple[str, ...] = ()
    role: Role = "comment"
    text: str = ""
    quotes: list[Quote] = field(default_factory=list[Quote])
    author: str | None = None
    author_state: AuthorState | None = None
    author_url: str | None = None
    author_native_id: str | None = None
    date: str | None = None
    moment: str | None = None
    depth: int | None = None
    label: str | None = None
    native_id: str | None = None
    native_parent_id: str | None = None
    url: str | None = None
    score: int | None = None
    status: Status = "complete"
    extra: dict[str, str | int | bool] = field(default_factory=dict[str, "str | int | bool"])
    rules: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True, kw_only=True)
class Thread:
    """The posts that a family found in a page, in page order.

    `markers` counts, in the bytes, what begins a post (None: the family has no such mark); `more`
    counts the posts that the page offers to load; `zone` is that of all times that show none;
    `article` tells whether an article stands before the posts. `title` is the discussion's own, if
    the family knows it. Not `own` are posts with marks that other systems have as well.
    """

    comments: list[Comment]
    markers: int | None = None
    expected: int | None = None
    more: int = 0
    zone: timezone | None = None
    article: bool = True
    title: str | None = None
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One comment system: how to find its posts.

    The page must hold a mark (literals, compared in lower case) for `read` to be asked; it gives
    None if there are no posts of its own. `marks` are classes or ids, or parts of them: to find
    them takes a hundredth of the time of finding what stands `elsewhere` in the source. `trust` is
    what its finds weigh beside those of other families: 1 for known markup, less for what many
    systems share; of those each post must hold a mark, so that they are spared where they cannot
    win. One that is `last` is asked only where no other found posts. An `embedded` one stands in
    pages that may have comments of another system besides.
    """

    read: Callable[[HtmlPage], Thread | None]
    marks: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    trust: float = 1.0
    last: bool = False
    embedded: bool = False


def note_anchors(comments: Iterable[Comment], ids: str) -> None:
    """Note the ids in the page, divided by blanks, that stand for a post's native id, "{}"."""
    for comment in comments:
        if comment.native_id:
            comment.anchors = tuple(name.format(comment.native_id) for name in ids.split())


def weight(thread: Thread) -> float:
    """Tell how much a family found: posts, each by what it has of text, author and date."""
    return sum(
        (0.5 if comment.text or comment.status != "complete" else 0.0)
        + 0.3 * (comment.author is not None or comment.author_state is not None)
        + 0.2 * (comment.date is not None or comment.moment is not None)
        for comment in thread.comments
    )


def best(*readers: Callable[[HtmlPage], Thread | None]) -> Callable[[HtmlPage], Thread | None]:
    """Give a reader that takes, of several generations of one system, the one that finds most."""

    def read(page: HtmlPage) -> Thread | None:
        threads = [found for reader in readers if (found := reader(page)) and found.comments]
        return max(threads, key=weight, default=None)

    return read
