"""Read articles of PTT, Taiwan's largest board, with the lines that others push below them.

Last seen: 2025. Not read: what of an article was added later, who goes on in a second line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates import read_dates
from threadgraph.markup._base import Comment, Quote, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import day_moment, name_of

__all__ = ["FAMILY"]

# "180.217.0.1 04/03 21:07"; the year is that of the article, or the next
_PUSHED = re.compile(r"(\d\d)/(\d\d)(?:\s(\d\d:\d\d))?\Z")
# "ann (Ann Lee)": the nickname behind the name
_NICK = re.compile(r"\s\([^()]{0,60}\)\Z")
# what stands below an article: "--", a signature, "--", and where it was sent from
_BELOW = re.compile(r"(?:\n-{5}\nSent from [^\n]{1,80}\s*)?\n--\n.*\Z", re.DOTALL)
# "※ 引述《ann (Ann Lee)》之銘言："
_QUOTED = re.compile(r"※ 引述《([^\s《》]{1,40})[^《》]{0,80}》之銘言：?\s*\n")
# lines that are quoted begin with a colon
_QUOTES = re.compile(r"(?:^:.*(?:\n|\Z))+", re.MULTILINE)
_AUTHOR, _TIME = "作者", "時間"


def _when(node: Node) -> tuple[str | None, str | None]:
    date = _PUSHED.search(shown(node))
    return (date[0] if date else None), None


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    return [int("push" in (post.attributes.get("class") or "").split()) for post in posts]


def _words(article: Node) -> str:
    """Give an article's text as it is set, line by line; what others push stands apart."""
    found: list[str] = []
    child = article.first_child
    while child is not None:
        if child.tag == "-text":
            found.append(child.text_content or "")
        elif child.tag in ("span", "a"):
            found.append(child.text())
        child = child.next
    return _BELOW.sub("", "".join(found)).strip()


def _quotes(text: str) -> Iterator[Quote]:
    head = _QUOTED.search(text)
    for match in _QUOTES.finditer(text):
        near = head is not None and head.end() == match.start()
        yield Quote(start=match.start(), end=match.end(), author=head[1] if head and near else None)


def _finish(page: HtmlPage, thread: Thread) -> None:
    opening, *pushes = thread.comments
    if opening.depth != 0 or opening.node is None:
        return
    opening.role = "opening"
    opening.text = _words(opening.node)
    opening.quotes = [*_quotes(opening.text)]
    for line in page.all("#main-content .article-metaline"):
        label, value = (line.css_first(f".article-meta-{part}") for part in ("tag", "value"))
        if label is not None and value is not None:
            _head(opening, shown(label), shown(value))
    told = read_dates([opening.date])[0].at if opening.date else None
    for push in pushes:
        push.text = push.text.removeprefix(":").strip()
        date = _PUSHED.match(push.date or "")
        if date is not None and told is not None:
            year = told.year + (int(date[1]) < told.month)
            push.moment = day_moment(str(year), date[1], date[2], date[3])


def _head(opening: Comment, label: str, value: str) -> None:
    if label == _AUTHOR:
        opening.author, opening.author_state = name_of(_NICK.sub("", value))
        opening.rules["author"] = ".article-metaline"
    elif label == _TIME:
        opening.date = " ".join(value.split())
        opening.rules["date"] = ".article-metaline"


FAMILY = family(
    Rules(
        posts="#main-content, div.push:has(> .push-content)",
        body=(".push-content", "#main-content"),
        author=(".push-userid",),
        date=(".push-ipdatetime",),
        when=_when,
        native=lambda _: None,
        depths=_depths,
        article=False,
        finish=_finish,
    ),
    "push-userid",
    "article-metaline",
)
