"""Values of markup: names, moments, numbers; and encodings of pages."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from threadgraph.markup._values import absolute, moment_of, name_of, number_of
from threadgraph.readers._charset import decode_html


@pytest.mark.parametrize(
    ("shown", "name", "state"),
    [
        ("Ann says:", "Ann", "named"),
        ("Ann", "Ann", "named"),
        ("says", "says", "named"),
        ("Ana dijo...", "Ana", "named"),
        ("Yann a dit :", "Yann", "named"),
        ("Ann...", "Ann...", "named"),
        ("Radek říká,", "Radek", "named"),
        ("Lee, Ann,", "Lee, Ann", "named"),
        ("Anna szerint:", "Anna", "named"),
        ("小安说道：", "小安", "named"),
        ("Uta (Gast)", "Uta", "named"),
        ("Uta (Kiel)", "Uta (Kiel)", "named"),
        ("[deleted]", None, "deleted"),
        ("Gelöschter Benutzer", None, "deleted"),
        ("Anonymous", "Anonymous", "anonymous"),
        ("匿名", "匿名", "anonymous"),
        ("", None, None),
        ("x" * 500, None, None),
    ],
)
def test_a_name_tells_whether_it_names_someone(
    shown: str, name: str | None, state: str | None
) -> None:
    assert name_of(shown) == (name, state)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<time datetime='2020-03-01T10:00:00+01:00'>1 March</time>",
         ("1 March", "2020-03-01T10:00:00+01:00")),
        ("<abbr title='2020-03-01 10:00'>2 days ago</abbr>", ("2 days ago", "2020-03-01 10:00")),
        ("<a title='March 1, 2020'>2 days ago</a>", ("March 1, 2020", None)),
        ("<span data-time='1583056800'>Mar 1</span>", ("Mar 1", "2020-03-01T10:00:00+00:00")),
        ("<span data-time='1583056800000'>Mar 1</span>", ("Mar 1", "2020-03-01T10:00:00+00:00")),
        ("<time datetime='2020-02-31'>Feb 31</time>", ("Feb 31", None)),
        ("<time datetime='0001-01-01T00:00:00+01:00'>never</time>", ("never", None)),
        ("<time datetime='9999-12-31T23:59:59-05:00'>never</time>", ("never", None)),
        ("<time title='2020-03-01 10:00:00 -0600' datetime='2020-03-01 10:00'>March 1, 2020</time>",
         ("March 1, 2020", "2020-03-01 10:00:00-0600")),
        ("<time datetime='2020-03-01 10:00:00 UTC'>1 March</time>",
         ("1 March", "2020-03-01 10:00:00Z")),
        ("<b>2020-03-01T10:00+05:30</b>",
         ("2020-03-01T10:00+05:30", "2020-03-01T10:00+05:30")),
        ("<a href='#c1' title='Permalink'>March 1, 2020</a>", ("March 1, 2020", None)),
        ("<a title='March 1, 2020'>yesterday</a>", ("March 1, 2020", None)),
        ("<b title='Mar 1, 2020 at 6:31 PM'>Mar 1, 2020</b>", ("Mar 1, 2020 at 6:31 PM", None)),
        ("<b title='Mar 2, 2020 at 6:31 PM'>Mar 1, 2020</b>", ("Mar 1, 2020", None)),
        ("<time datetime='2020-03-01'>1 Mar 2020 at 18:31</time>", ("1 Mar 2020 at 18:31", None)),
        ("<time datetime='2020-03-01'>03/01/2020 18:31</time>", ("03/01/2020 18:31", "2020-03-01")),
    ],
)  # fmt: skip
def test_a_moment_is_what_machines_read_and_the_date_what_is_shown(
    html: str, expected: tuple[str | None, str | None]
) -> None:
    node = LexborHTMLParser(html).css_first("body > *")
    assert node is not None
    assert moment_of(node) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,204 comments", 1204), ("12", 12), ("−3 points", -3), ("1.204 Kommentare", 1204),
     ("none", None), ("2 of 14", 2), ("1 204 svar", 1204), ("37.6K", None), ("3 Kommentare", 3),
     ("2k points", None), ("5km", 5)],
)  # fmt: skip
def test_the_first_number_counts(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_links_are_joined_to_the_address_of_the_page() -> None:
    assert absolute("https://a.example/x/", "../y#c1") == "https://a.example/y#c1"
    assert absolute(None, "y#c1") == "y#c1"
    assert absolute("https://a.example/", "http://[") is None


@pytest.mark.parametrize(
    ("data", "html", "encoding"),
    [
        ("<p>é".encode(), "<p>é", "utf-8"),
        (b"<meta charset=iso-8859-1><p>\xe9", "<meta charset=iso-8859-1><p>é", "cp1252"),
        ("<meta charset=iso-8859-1><p>é".encode(), "<meta charset=iso-8859-1><p>é", "utf-8"),
        (b"<p>\x93\xe9\x94", "<p>“é”", "cp1252"),
        (b"<meta charset=no-such><p>\xe9", "<meta charset=no-such><p>é", "cp1252"),
        (b"<meta charset=rot13><p>\xe9", "<meta charset=rot13><p>é", "cp1252"),
        (b'<?xml version="1.0" encoding="windows-1251"?><p>\xc4\xe0',
         '<?xml version="1.0" encoding="windows-1251"?><p>Да', "cp1251"),
        ("<p>é".encode("utf-16"), "<p>é", "utf-16-le"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_by_what_it_is(data: bytes, html: str, encoding: str) -> None:
    charset = decode_html(data)
    assert (charset.html, charset.encoding, charset.bad) == (html, encoding, 0)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мост закрыт до весны, и никто не спросил паромщиков. Спасибо за статью!", "cp1251"),
        ("Мост закрыт до весны, и никто не спросил паромщиков. Спасибо за статью!", "koi8-r"),
        ("Η γέφυρα είναι κλειστή μέχρι την άνοιξη και κανείς δεν ρώτησε.", "iso8859-7"),
        ("橋は春まで閉鎖されています。誰も渡し守に聞かなかった。", "cp932"),
        ("橋は春まで閉鎖されています。誰も渡し守に聞かなかった。", "euc_jp"),
        ("桥关闭到春天，没有人问摆渡人。谢谢你的文章。", "gb18030"),
        (
            "Most jest zamknięty, więc nikt się nie śpieszył; żółć i gęś, późną jesienią. " * 2,
            "cp1250",
        ),
        ("The café is closed until Monday, and nobody told us.", "cp1252"),
        ("Die Brücke ist bis März gesperrt. Schöne Grüße!", "cp1252"),
    ],
)
def test_an_encoding_that_is_not_named_is_told_by_the_bytes(text: str, encoding: str) -> None:
    charset = decode_html(f"<title>x</title><p>{text}</p>".encode(encoding))
    assert text in charset.html
    assert charset.guessed


def test_bytes_of_no_meaning_are_counted() -> None:
    assert decode_html(b"<meta charset=utf-8><p>\xe9 and \xff").bad == 2


@given(
    st.sampled_from(["https://a.b/c/d/", "http://a.b", "https://a.b/c?x=1#f", "//a.b/c", "/x/y",
                     "mailto:x", "https://a.b/../c/.", "https://a.b/c?", "https://[x/"]),
    st.lists(st.sampled_from([*"/?#.;[]é= ", "..", "a", "b.c", "x=1", "%20", "//"]), max_size=8),
)  # fmt: skip
def test_links_are_joined_as_the_standard_library_does(base: str, parts: list[str]) -> None:
    href = "".join(parts)
    try:
        joined: str | None = urljoin(base, href)
        urldefrag(joined or "")
    except ValueError:
        joined = None
    assert absolute(base, href) == (joined if href else None)
