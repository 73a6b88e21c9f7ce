"""What names of unknown systems have in common at their ends is no part of them."""

from __future__ import annotations

import pytest

from threadgraph.markup._base import Comment
from threadgraph.markup._unknown.common import without_common


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (["Ann ✉", "Bob", "Cem ✉", "Dora ✉"], ["Ann", "Bob", "Cem", "Dora"]),
        (["Ann ✉", "Bob", "Cem ☆", "Dora"], ["Ann ✉", "Bob", "Cem ☆", "Dora"]),
        (["Ann (guest)", "Bob", "Cem (guest)"], ["Ann", "Bob", "Cem"]),
        (["ann #-", "Cem #799bf04c", "ふた #SFo5/nok"], ["ann", "Cem", "ふた"]),
        (["ann #799bf04c", "Cem #12345678"], ["ann #799bf04c", "Cem #12345678"]),
    ],
)
def test_what_stands_behind_several_names_is_cut(shown: list[str], names: list[str]) -> None:
    comments = [Comment(author=name, text=f"{name} sings.") for name in shown]

    without_common(comments)

    assert [comment.author for comment in comments] == names
