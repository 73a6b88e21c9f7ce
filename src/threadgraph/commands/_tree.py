"""Draw the posts of a page as a tree, with the rule behind each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from threadgraph.text import show

__all__ = ["draw_tree"]

DEEPEST = 20
"""Posts deeper than this are drawn at it, with their depth."""
_WIDTH = 100
_FIELDS = ("author", "date", "text", "parent", "url", "label", "score")
_STATUS = {"missing": "not in the page", "empty": "no text"}
_NEEDED = ("author", "date", "text", "parent")


def draw_tree(console: Console, told: Mapping[str, Any]) -> None:
    """Draw what was recognised, the rules by field, and the posts below what they answer."""
    posts = [post for post in told["posts"] if post["role"] != "article"]
    common = _common(posts)
    for line in (*_head(told), *_fields(posts)):
        console.print(Text(line), soft_wrap=True)
    for post in told["posts"]:
        if post["role"] == "article":
            console.print(_line(post, common), soft_wrap=True)
    if console.is_terminal:
        console.print(_tree(posts, common))
    else:
        for post, level in _levels(posts):
            console.print(Text("  " * level), _line(post, common), sep="", soft_wrap=True)
    for row in told["diagnostics"]:
        line = f"{row['severity']} {row['code']}: {show(row['reason'], 300)}"
        console.print(Text(line), soft_wrap=True)


def _head(told: Mapping[str, Any]) -> Iterator[str]:
    yield f"{show(told['source'])}: {told['outcome']}, reader {told['reader']}"
    families = told["families"]
    beside = families["beside"]
    for number, item in enumerate(families["found"]):
        markers = "" if item["markers"] is None else f", {item['markers']} marks in the source"
        verb = "taken" if number == 0 else "added" if item["family"] in beside else "not taken"
        added = f" with those of {', '.join(beside)}" if beside and number == 0 else ""
        posts = f"{item['posts']} posts{added}, score {item['score']:.2f}{markers}"
        yield f"{verb}: {item['family']}, {posts}"
    if families["unfit"]:
        marks = (f"{name} ({show(mark)!r})" for name, mark in families["unfit"].items())
        yield f"a mark in the source, but no posts: {', '.join(marks)}"
    if families["expected"] is not None:
        yield f"the page counts {families['expected']} posts"
    if families["more"]:
        yield f"the page offers to load {families['more']} more"
    if not families["found"]:
        yield "no family of markup found posts; `threadgraph formats` lists them"
    for group in families["seen"]:
        yield f"seen: {group['blocks']} x {show(group['selector'])}, no posts: {group['why']}"


def _fields(posts: list[Mapping[str, Any]]) -> Iterator[str]:
    """Say for each field which rules gave it in how many posts."""
    for field in _FIELDS:
        told_by = _parent if field == "parent" else _by_rule
        counts = Counter(rule for post in posts if (rule := told_by(post, field)) is not None)
        none = len(posts) - counts.total()
        told = [f"{show(rule)} ({count})" for rule, count in counts.most_common()]
        told += [f"none ({none})"] if none and (told or field in _NEEDED) else []
        if told:
            yield f"  {field:7} {', '.join(told)}"


def _by_rule(post: Mapping[str, Any], field: str) -> str | None:
    return post["rules"].get(field)


def _parent(post: Mapping[str, Any], field: str) -> str | None:
    """Say how the parent is known: the method, how sure it is, and the rule that told it."""
    if post["parent_state"] == "root":
        return "top level"
    edge = _edge(post)
    if edge is None:
        return post["parent_state"]
    rule = post["rules"].get(field, edge["method"])
    told = "" if rule == edge["method"] else f": {rule}"
    return f"{edge['method']} {edge['confidence']:.2f}{told}"


def _edge(post: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Give the edge to the parent that is shown."""
    return next((edge for edge in post["parents"] if not edge["inferred"]), None)


def _common(posts: list[Mapping[str, Any]]) -> dict[str, str]:
    """Give by field the rule that gave it most often."""
    common: dict[str, str] = {}
    for field in _FIELDS:
        counts = Counter(post["rules"][field] for post in posts if field in post["rules"])
        if counts:
            common[field] = counts.most_common(1)[0][0]
    return common


def _levels(posts: list[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Give the posts, each below the one that it answers, with the level to draw it at."""
    children: dict[str | None, list[Mapping[str, Any]]] = {}
    known = {post["post_id"] for post in posts}
    for post in posts:
        above = post["parent_id"] if post["parent_id"] in known else None
        children.setdefault(above, []).append(post)
    waiting = [(post, 0) for post in reversed(children.get(None, []))]
    while waiting:
        post, level = waiting.pop()
        yield post, min(level, DEEPEST)
        below = children.get(post["post_id"], [])
        waiting += [(child, level + 1) for child in reversed(below)]


def _tree(posts: list[Mapping[str, Any]], common: Mapping[str, str]) -> Tree:
    root = Tree("posts")
    path = [root]
    for post, level in _levels(posts):
        del path[level + 1 :]
        path.append(path[level].add(_line(post, common)))
    return root


def _line(post: Mapping[str, Any], common: Mapping[str, str]) -> Text:
    """Show a post on one line: number, author, date, parent, what is unusual, text."""
    state = "no name" if post["author_state"] == "missing" else post["author_state"]
    name = post["author_name"] or f"[{state or post['role']}]"
    date = post["created_text"] or ("" if post["role"] == "article" else "[no date]")
    line = Text.assemble((f"#{post['position']} ", "dim"), (show(name, 40), "bold cyan"))
    line.append(f" · {show(date, 40)}" if date else "", "dim")
    if (post["depth"] or 0) > DEEPEST:
        line.append(f" (depth {post['depth']})", "dim")
    if post["parent_state"] in {"unknown", "missing"}:
        line.append(f" (parent {post['parent_state']}{_guess(post)})", "yellow")
    if post["status"] != "complete":
        line.append(f" [{_STATUS.get(post['status'], post['status'])}]", "red")
    other = [f"{k}: {show(v)}" for k, v in post["rules"].items() if v != common.get(k, v)]
    if other:
        line.append(f" ({', '.join(other)})", "yellow")
    return line.append(f" · {show(' '.join(post['text'].split()), _WIDTH)}" if post["text"] else "")


def _guess(post: Mapping[str, Any]) -> str:
    best = next((p for p in post["parents"] if p["inferred"]), None)
    return f", perhaps #{best['position']} by {best['method']}" if best else ""
