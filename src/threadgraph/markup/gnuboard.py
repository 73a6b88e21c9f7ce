"""Read posts of Gnuboard 5, which most Korean boards are made with, and the comments below them.

Last seen: 2024. Not read: votes, secret comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import day_moment, moment_of

__all__ = ["FAMILY"]

# "작성일 20-12-02 18:55"
_DATE = re.compile(r"(?:20)?(\d\d)-(\d\d)-(\d\d)(?:\s(\d\d:\d\d))?")
_INDENT = re.compile(r"margin-left\s?:\s?(\d{1,4})px")
_STEP = 20
"""Pixels that an answer stands to the right."""


def _when(node: Node) -> tuple[str | None, str | None]:
    if node.tag == "time":
        return moment_of(node)
    date = _DATE.search(shown(node))
    if date is None:
        return None, None
    return date[0], day_moment(f"20{date[1]}", date[2], date[3], date[4])


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the level from the indent; the opening stands above all."""
    return [0 if post.id == "bo_v" else 1 + _indent(post) for post in posts]


def _indent(post: Node) -> int:
    match = _INDENT.search(attribute(post, "style") or "")
    return int(match[1]) // _STEP if match else 0


FAMILY = family(
    Rules(
        posts='article#bo_v:has(#bo_v_con), #bo_vc article[id^="c_"]',
        body=(".cmt_contents", "#bo_v_con", "p"),
        author=(".sv_member", ".sv_guest", ".member", ".guest", "#bo_v_info strong"),
        date=("header time", ".bo_vc_hdinfo", ".if_date", "#bo_v_info"),
        when=_when,
        drop=".sv, .bo_vc_act, .bo_vc_w, textarea",
        native=re.compile(r"\Ac_(\d{1,12})\Z"),
        depths=_depths,
        opening=True,
        marker=re.compile(r"""id=["']c_\d{1,12}["']"""),
        article=False,
    ),
    "bo_v_con",
    "bo_vc",
)
