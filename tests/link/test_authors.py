"""Authors: one a name and site, unless native ids or profiles tell people of one name apart."""

from __future__ import annotations

import polars as pl
import pytest

from threadgraph.checked import link_documents
from threadgraph.ids import author_key
from threadgraph.link.raw import Document
from threadgraph.records import Page, RawDocument, RawPost
from threadgraph.source import Limits

Tables = dict[str, pl.DataFrame]


def linked(*pages: list[dict[str, str]], site: str | None = "a.example") -> Tables:
    """Link pages of posts, given as author, native id, url and text."""
    documents = [
        Document(
            key=f"page {number}",
            source=f"{number}.txt",
            sha256="0" * 64,
            byte_count=0,
            reader="text",
            page=Page(
                document=RawDocument(outcome="discussion", site=site),
                posts=tuple(
                    RawPost(
                        position=place,
                        role="comment",
                        text=row.get("text", "Hello"),
                        author_name=row["author"],
                        author_state="named",
                        author_native_id=row.get("native_id"),
                        author_url=row.get("url"),
                    )
                    for place, row in enumerate(rows)
                ),
                spans=(),
            ),
        )
        for number, rows in enumerate(pages)
    ]
    found = link_documents(documents, None, Limits())
    return found.tables | found.spanning


def tom(native_id: str | None = None, url: str | None = None, **more: str) -> dict[str, str]:
    told = {"native_id": native_id, "url": url}
    return {"author": "Tom", **{k: v for k, v in told.items() if v is not None}, **more}


def ids(tables: Tables) -> list[str]:
    return tables["posts"]["author_id"].to_list()


def test_what_the_posts_tell_of_an_author_is_kept() -> None:
    authors = linked([tom("5", "https://a.example/u/5"), tom()])["authors"]
    assert authors.select("name", "site", "native_id", "url", "post_count").rows() == [
        ("Tom", "a.example", "5", "https://a.example/u/5", 2)
    ]


@pytest.mark.parametrize(
    "told",
    [
        [tom(), tom()],
        [tom("5"), tom("5")],
        [tom("5"), tom()],
        [tom(url="https://a.example/u/5"), tom(url="http://www.A.example/u/5/")],
        [tom("5", "https://a.example/tom"), tom("5", "https://a.example/thomas")],
        [tom("5", "https://a.example/tom"), tom(url="https://a.example/tom")],
    ],
)
def test_one_person_has_the_id_of_the_name(told: list[dict[str, str]]) -> None:
    assert ids(linked(told)) == [author_key("a.example", "Tom")] * 2


@pytest.mark.parametrize(
    "told",
    [
        [tom("5"), tom("9")],
        [tom(url="https://a.example/u/5"), tom(url="https://a.example/u/9")],
        [tom("5", "https://a.example/tom"), tom("9", "https://a.example/tom")],
        [tom("5"), tom(url="https://a.example/u/9")],
    ],
)
def test_people_of_one_name_are_not_merged(told: list[dict[str, str]]) -> None:
    tables = linked([*told, told[0], tom()])
    first, second, again, unknown = ids(tables)
    assert first == again != second
    assert unknown == author_key("a.example", "Tom")
    assert tables["authors"].height == 3
    assert sorted(tables["authors"]["post_count"]) == [1, 1, 2]


def test_the_order_of_posts_does_not_change_the_ids_of_authors() -> None:
    told = [tom("5"), tom("9"), tom()]
    assert set(ids(linked(told))) == set(ids(linked(told[::-1])))


def test_what_pages_tell_differently_of_an_author_is_null() -> None:
    authors = linked([tom("5", "https://a.example/u")], [tom("9", "https://a.example/u")])
    rows = authors["authors"].select("native_id", "url", "post_count").rows()
    assert rows == [(None, "https://a.example/u", 2)]


def test_another_page_changes_no_authors_id() -> None:
    alone = ids(linked([tom("5")]))
    assert ids(linked([tom("5")], [tom("5"), tom("9")]))[:1] == alone


def test_a_name_of_several_people_is_mentioned_without_a_target() -> None:
    posts = [tom("5"), tom("9"), {"author": "Ann", "text": "@Tom, no"}]
    mentions = linked(posts)["mentions"]
    assert mentions.select("surface", "target_id").rows() == [("@Tom", None)]


def test_a_url_that_no_column_can_hold_rejects_the_post() -> None:
    tables = linked([tom(url="https://a.example/" + "x" * 9000), tom()])
    assert tables["posts"].height == 1
    assert tables["diagnostics"]["code"].to_list() == ["TG207"]
