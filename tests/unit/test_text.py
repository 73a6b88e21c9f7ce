"""Decoding loses no byte; foreign text is shown, never obeyed."""

from __future__ import annotations

import pytest

from threadgraph.text import NotText, decode, fold_name, show


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xe9 \xe2\x80\xa2", "caf\ufffd •"),
        (b"\xe2\x80", "\ufffd\ufffd"),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
        (b"\xef\xbb\xbfa", "a"),
        ("hé".encode("utf-16"), "hé"),
        ("\ufeffhé".encode("utf-16-be"), "hé"),
        (("plain text " * 3).encode("utf-16-le"), "plain text " * 3),
        (b"\xff\xfea\x00b", "a\ufffd"),
        (b"", ""),
    ],
)
def test_bytes_that_cannot_be_decoded_become_one_mark_each(data: bytes, text: str) -> None:
    assert decode(data).text == text


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(40), bytes(range(256)), bytes(50)])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


def test_some_control_characters_do_not_make_a_text_binary() -> None:
    assert decode(b"a\x00b and some more words\x07").text == "a\x00b and some more words\x07"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("line\nline", "line\\nline"),
        ("\ud800", "\\ud800"),
        ("x" * 100, "x" * 79 + "…"),
    ],
)
def test_show(text: str, shown: str) -> None:
    assert show(text) == shown


def test_names_are_folded_by_form_case_and_blanks() -> None:
    assert fold_name(" E\u0301va\u00a0 STRASSE ") == fold_name("éva straße")
