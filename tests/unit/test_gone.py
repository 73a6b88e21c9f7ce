"""Sentences that systems print in place of a text that was deleted or removed."""

from __future__ import annotations

import pytest

from threadgraph.gone import gone


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("This comment has been removed by the author.", "deleted"),
        ("Ce commentaire a été supprimé par l’auteur.", "deleted"),
        ("Комментарий удалён", "deleted"),
        ("[Comment deleted]", "deleted"),
        ("このコメントはブログの管理者によって削除されました。", "removed"),
        ("This comment has been removed by the author. Why?", None),
        ("Removed the author.", None),
        ("", None),
    ],
)
def test_a_text_that_is_such_a_sentence_is_none(text: str, status: str | None) -> None:
    assert gone(text) == status
