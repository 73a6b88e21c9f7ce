"""What a shown name says about its author: deleted accounts are no person that others share."""

from __future__ import annotations

import pytest

from threadgraph.names import author_state


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("[deleted]", "deleted"),
        ("u/[deleted]", "deleted"),  # as mirrors of Reddit print it
        ("Deleted User", "deleted"),
        ("Anonymous Coward", "anonymous"),
        ("u/ann", "named"),
        ("Ann Lee", "named"),
    ],
)
def test_a_name_tells_its_state(name: str, state: str) -> None:
    assert author_state(name) == state
