"""Read posts whose markup is known only by what its classes say (see `post`).

Posts of a page are made by one template. Where the first ones had name, date and text is where the
next are sought, which spares looking at everything; what does not fit is read like the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._bylines import worded
from threadgraph.markup._dom import HtmlPage, Node, shown
from threadgraph.markup._text import Text, text_of
from threadgraph.markup._unknown.agreed import disagreeing, selector
from threadgraph.markup._unknown.columns import doubtful, names_in_columns, without_leads
from threadgraph.markup._unknown.dated import permalink_of
from threadgraph.markup._unknown.hinted import lined, pictured, unmarked
from threadgraph.markup._unknown.names import (
    PROFILE,
    is_name,
    portrayed,
    titled,
    without_edges,
    without_lead,
)
from threadgraph.markup._unknown.outline import outline, role_of
from threadgraph.markup._unknown.passage import body_of, passage
from threadgraph.markup._unknown.post import Post
from threadgraph.markup._unknown.quotations import quotations
from threadgraph.markup._unknown.runs import Runs, names_told, runs_of
from threadgraph.markup._unknown.signed import SIGNED, signed_runs
from threadgraph.markup._unknown.subjects import are_subjects, is_called
from threadgraph.markup._unknown.templates import Found, Template, seek, template_of
from threadgraph.markup._values import moment_of, name_of, usable

__all__ = ["PostReader", "complete", "name_missing"]

MIN_LEARNT = 80
"""Code points of a text, not told by its class, that show where those of other posts stand."""
MOSTLY = 0.7
MAX_TEMPLATES = 2
"""Templates that are known at a time: answers may have one of their own."""

_BETWEEN = " \n·|•"
"""What stands between controls, and alone behind a text without them."""
_Name = tuple[str, str | None, Node]
"""The name that an element holds, where it links to, and the element."""
_Heads = tuple[_Name, tuple[str | None, str | None]]
"""The name and the date of a post."""


def complete(_: HtmlPage, thread: Thread) -> None:
    """Find what the rules of a family missed in a post, by what the classes say."""
    reader = PostReader([c.node for c in thread.comments if c.node is not None])
    for comment in thread.comments:
        whole = comment.text and comment.author_state and (comment.date or comment.moment)
        if comment.node is not None and not whole and comment.status in ("complete", "empty"):
            reader.fill(comment, comment.node)
            comment.status = "complete" if comment.text else "empty"
    reader.settle()


def name_missing(thread: Thread) -> None:
    """Name the posts whose names the rules of a family missed, where a class tells the name."""
    posts = [comment.node for comment in thread.comments if comment.node is not None]
    stop = {node.mem_id for node in posts}
    for comment in thread.comments:
        if comment.node is not None and comment.author_state is None:
            post = Post(outline((comment.node,), stop))
            if (number := post.author()) is not None:
                _set_author(comment, *_name_at(post, number))


class PostReader:
    """Reads the posts of one page.

    `stop` is what belongs to other posts, `quoting` are the elements that hold quotations.
    """

    def __init__(self, stop: Sequence[Node], quoting: Sequence[Node] = ()) -> None:
        self._stop = {node.mem_id for node in stop}
        self._quoting = {node.mem_id for node in quoting}
        self._templates: list[Template] = []
        self._words: Counter[tuple[str, str]] = Counter()
        self._bylines: list[tuple[Comment, Runs]] = []
        self._named: list[Comment] = []
        self._read: list[tuple[Comment, Sequence[Node], Node | None]] = []
        self._holders: dict[int, Node] = {}

    def fill(self, comment: Comment, *roots: Node) -> None:
        """Put author, date and text into a post that begins with `roots`, where it has none."""
        self._read.append((comment, roots, None))
        if len(roots) == 1 and self._fill_alike(comment, roots[0]):
            return
        self._fill(comment, Post(outline(roots, self._stop)), whole=len(roots) == 1)

    def fill_loose(self, comment: Comment, roots: Sequence[Node], frame: Node) -> None:
        """Do the same for a post of several elements that stand beside others' in `frame`."""
        self._read.append((comment, roots, frame))
        self._fill(comment, Post(outline(roots, self._stop, frame)), whole=False)

    def _fill(self, comment: Comment, post: Post, *, whole: bool) -> None:
        author = post.author()
        signed = next(iter(signed_runs(post.parts)), None) if author is None else None
        date = post.date(author) if signed is None else signed[0]
        first, last = body_of(post, author, date)
        if author is None and signed is None:
            author, first, last = unmarked(post, date, first, last)
        runs = runs_of(post, first, last, date) if author is None and signed is None else None
        if runs is None and author is None and signed is None:
            author, first, last = lined(post, date) or (pictured(post), first, last)
        if author is not None:
            _set_author(comment, *_name_at(post, author))
            self._words[post.around(author, date)] += 1
            self._named.append(comment)
        elif signed is not None:
            _set_author(comment, signed[1], None, post.parts[signed[0]].node)
            comment.rules["author"] = SIGNED
        elif comment.author_state is None and runs is not None:
            self._bylines.append((comment, runs))
        if date is not None:
            _set_date(comment, post.moment(date), post.parts[date].node)
            comment.url = comment.url or permalink_of(post.parts[date].node)
        heads = {number for number in (author, date) if number is not None}
        holder = post.parts[first].node if last > first else None
        text = passage(post, range(first, last), heads, self._stop, self._quoting)
        self._set_text(comment, text, holder)
        sure = last > first and (post.parts[first].role.body or text.length >= MIN_LEARNT)
        if author is not None and date is not None and whole and sure:
            self._learn(post, author, date, range(first, last), str(text))

    def study(self, root: Node) -> None:
        """Note where name, date and text stand in a post: others may be too short to tell."""
        other = PostReader(())
        other._stop = self._stop
        other._fill(Comment(node=root), Post(outline((root,), self._stop)), whole=True)
        self._templates = other._templates

    def _learn(self, post: Post, author: int, date: int, run: range, text: str) -> None:
        """Keep where name, date and text stand in a post, if the same is found there again."""
        parts = {"author": author, "date": date, "text": run.start}
        rules = {name: selector(post.parts[number].node) for name, number in parts.items()}
        known = template_of(post, author, date, run, rules)
        found = self._alike(post.parts[0].node, [known]) if known is not None else None
        if known is None or found is None:
            return
        (name, moment), again, _, _ = found
        same = name[:2] == _name_at(post, author)[:2] and moment == post.moment(date)
        if same and str(again) == text:
            self._templates = [known, *self._templates][:MAX_TEMPLATES]

    def waiting(self) -> set[int]:
        """Give the `id` of each dated post whose name `settle` will tell."""
        return {id(comment) for comment, _ in self._bylines if comment.date or comment.moment}

    def settle(self) -> None:
        """Name the posts whose names no element tells, by the words around the other names.

        To be called after the last post: names without a link stand in the same words.
        """
        for comment, node in disagreeing(self._read, self._holders, self._stop):
            comment.text = ""
            self._set_text(comment, self._text(node), node)
        words = self._words.most_common(1)[0][0] if self._words else None
        lead = next((w[0] for w, _ in self._words.most_common() if worded(w[0].split())), "")
        without_edges(self._named, lead)
        found = [runs for _, runs in self._bylines]
        names = names_told(found, words if words and any(words) else None)
        for (comment, _), name in zip(self._bylines, names, strict=True):
            comment.author, comment.author_state = name_of(without_lead(name or ""))
            if comment.author_state is not None:
                comment.rules["author"] = "the words around the page's other names"

    def weigh_names(self) -> None:
        """Take the names from another column where those that were found are hardly any.

        To be called when it is settled that these are posts: "Great kiln!" may name somebody.
        """
        if any(is_called(comment) for comment, _, _ in self._read) or self._are_profiles():
            return
        titled = are_subjects(self._read)
        for comment in (c for (c, _, _), told in zip(self._read, titled, strict=True) if told):
            comment.author = comment.author_state = comment.author_url = None
        names = [comment.author for comment, _, _ in self._read]
        if doubtful(names):
            self._rename(names)
        named = [comment for comment, _, _ in self._read if comment.author]
        plain = without_leads([comment.author or "" for comment in named])
        for comment, name in zip(named, plain, strict=True):
            if name != comment.author:
                comment.author, comment.author_state = name_of(name)

    def _are_profiles(self) -> bool:
        """Tell names most of which link to a member's page: titles do not."""
        links = sum(PROFILE.search(c.author_url or "") is not None for c, _, _ in self._read)
        return links > MOSTLY * len(self._read)

    def _rename(self, names: Sequence[str | None]) -> None:
        posts = [Post(outline(roots, self._stop, frame)) for _, roots, frame in self._read]
        found = names_in_columns(posts, names)
        for (comment, _, _), post, number in zip(self._read, posts, found or (), strict=False):
            comment.author = comment.author_state = comment.author_url = None
            if number is not None:
                _set_author(comment, *_name_at(post, number))

    def whole(self, root: Node) -> str:
        """Give all text of a post, or of a part of one."""
        return str(self._text(root))

    def _text(self, *roots: Node) -> Text:
        text = Text()
        for root in roots:
            text_of(root, self._stop, self._quoting, text, drop=_serves)
        return text

    def _set_text(
        self, comment: Comment, text: Text, node: Node | None, rule: str | None = None
    ) -> None:
        if not comment.text:
            comment.text = str(text).strip().rstrip(_BETWEEN)
            comment.quotes = list(quotations(comment, text.passages))
            comment.rules["text"] = rule or selector(node)
            if node is not None:
                self._holders[id(comment)] = node

    def _fill_alike(self, comment: Comment, root: Node) -> bool:
        """Read a post like the one before; tells whether it is one."""
        found = self._alike(root, self._templates)
        if found is None:
            return False
        (name, moment), text, (_, date, body), rules = found
        _set_author(comment, *name, rules["author"])
        self._named.append(comment)
        _set_date(comment, moment, date, rules["date"])
        comment.url = comment.url or permalink_of(date)
        self._set_text(comment, text, body[0], rules["text"])
        return True

    def _alike(
        self, root: Node, templates: Sequence[Template]
    ) -> tuple[_Heads, Text, Found, dict[str, str]] | None:
        """Give name, date and text of a post that one of the templates made, and its rules."""
        for known in templates:
            if found := seek(root, known, self._stop):
                break
        else:
            return None
        author, date, body = found
        name = _name_in(author)
        if not is_name(name[0]):
            return None
        moment = moment_of(date)
        if moment[1] is None and not is_date(moment[0] or ""):
            moment = Post(outline((date,))).moment(0)
        text = self._text(*body)
        if not any(moment) or not str(text):  # a parser ends a `p` where a block begins in it
            return None
        return (name, moment), text, found, known.rules


def _name_at(post: Post, number: int) -> _Name:
    name, node = post.label(number), post.parts[number].node
    return portrayed(name) if node.tag == "img" else name, post.link_of(number), node


def _name_in(node: Node) -> _Name:
    only = node.first_child
    if only is not None and only.tag == "-text" and only.next is None:
        link = node.attributes.get("href") if node.tag == "a" else None
        return shown(node), usable([link or ""]), node
    return _name_at(Post(outline((node,))), 0)


def _set_author(
    comment: Comment, name: str, link: str | None, node: Node, rule: str | None = None
) -> None:
    if comment.author_state is None:
        comment.author, comment.author_state = name_of(without_lead(titled(name, node)))
        comment.author_url = link
        comment.rules["author"] = rule or selector(node)


def _set_date(
    comment: Comment, moment: tuple[str | None, str | None], node: Node, rule: str | None = None
) -> None:
    if comment.date is None and comment.moment is None:
        comment.date, comment.moment = moment
        comment.rules["date"] = rule or selector(node)


def _serves(node: Node) -> bool:
    """Tell what serves the reader and is nobody's text."""
    names = node.attributes.get("class")
    return bool(names) and role_of(node.tag or "", names).tool
