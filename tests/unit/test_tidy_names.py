"""What a page prints around all names is cut from them, and nothing that belongs to a name."""

from __future__ import annotations

import pytest

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.tidy import tidy


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (["太郎さん", "花子さん", "名無しさん"], ["太郎", "花子", "名無しさん"]),
        (["太郎さん", "花子", "次郎"], ["太郎さん", "花子", "次郎"]),
        # "Ann" wrote to nobody called "Lee": she is one of a family
        (
            ["Lee", "Ann Lee", "Bob Lee", "Cem Lee", "Dora"],
            ["Lee", "Ann Lee", "Bob Lee", "Cem Lee", "Dora"],
        ),
    ],
)
def test_what_stands_around_all_names_is_no_part_of_them(
    shown: list[str], names: list[str]
) -> None:
    records = tuple(Record(body=(), author=name, author_state="named") for name in shown)
    parse = Parse(records=records, start=0, marks=len(records), regularity=1.0)

    assert [record.author for record in tidy(TextPage("x"), parse).records] == names
