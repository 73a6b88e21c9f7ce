"""A user's own names are read strictly and go before the builtin ones."""

from pathlib import Path

import polars as pl
import pytest

from threadgraph.errors import UsageError
from threadgraph.gazetteer import Gazetteer
from threadgraph.gazetteer.guards import compile_guards
from threadgraph.link.entities import find_entities

HEADER = "name,alias,kind,id\n"


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "own.csv"
    path.write_bytes(text.encode(encoding))
    return path


def _find(text: str, path: Path) -> list[tuple[str, str]]:
    posts = pl.DataFrame({"post_id": ["p"], "document_id": ["d"], "text": [text]})
    found = find_entities(posts, Gazetteer.load([path]))
    return list(found.select("surface", "entity_id").iter_rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_names_and_aliases_are_found(tmp_path: Path, encoding: str):
    rows = 'Mina Harker,Mina | Madam Mina,person,mina\n"Pass, Borgo",Borgo Pass,place,\n'
    path = _file(tmp_path, HEADER + rows, encoding)
    assert _find("Madam Mina, MINA HARKER at Borgo Pass", path) == [
        ("Madam Mina", "e_mina"), ("MINA HARKER", "e_mina"), ("Borgo Pass", "e_pass_borgo"),
    ]  # fmt: skip


def test_columns_may_come_in_any_order_and_others_are_ignored(tmp_path: Path):
    path = _file(tmp_path, "id,count,kind,alias,name\ne_x,3,other,,Xanadu\n")
    assert _find("in Xanadu", path) == [("Xanadu", "e_x")]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("exact", ["Xanadu"]),
        ("usual", ["Xanadu", "XANADU"]),
        ("any", ["Xanadu", "XANADU", "xanadu"]),
    ],
)
def test_the_column_case_sets_the_spellings(tmp_path: Path, case: str, expected: list[str]):
    path = _file(tmp_path, f"name,alias,kind,id,case\nXanadu,,place,,{case}\n")
    assert [surface for surface, _ in _find("Xanadu XANADU xanadu", path)] == expected


def test_a_users_name_is_free_of_builtin_entities_and_rules(tmp_path: Path):
    path = _file(tmp_path, HEADER + "Chad,,person,my_chad\nNATO,,other,my_nato\n")
    assert _find("my friend Chad of NATO", path) == [("Chad", "e_my_chad"), ("NATO", "e_my_nato")]
    assert _find("North Atlantic Alliance", path) == [("North Atlantic Alliance", "e_nato")]


def test_a_builtin_id_takes_new_names_and_a_new_name(tmp_path: Path):
    path = _file(tmp_path, HEADER + "The Alliance,,organisation,nato\n")
    assert _find("The Alliance is NATO", path) == [("The Alliance", "e_nato"), ("NATO", "e_nato")]
    row = Gazetteer.load([path]).entities.row(by_predicate=pl.col("entity_id") == "e_nato")
    assert row == ("e_nato", "The Alliance", "organisation", "own.csv")


def test_a_users_name_of_two_entities_is_shared(tmp_path: Path):
    path = _file(tmp_path, HEADER + "Springfield,,place,a\nSpringfield,,place,b\n")
    assert _find("in Springfield", path) == [("Springfield", "e_a"), ("Springfield", "e_b")]


def test_a_name_without_ascii_letters_gets_an_id(tmp_path: Path):
    path = _file(tmp_path, HEADER + "Зеленоград,,place,\n")
    [(surface, entity)] = _find("в Зеленоград", path)
    assert surface == "Зеленоград"
    assert entity.startswith("e_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "line 1: column name, alias, kind, id missing; found nothing"),
        ("name,kind\nA,place\n", "line 1: column alias, id missing; found name,kind"),
        (HEADER + "Xanadu,,town,\n", "line 2, column kind: expected one of person"),
        (HEADER + "Xanadu,,,\n", "line 2, column kind: expected one of person, organisation"),
        (HEADER + ",,place,x\n", "line 2, column name: found nothing"),
        (HEADER + "Xanadu,--|X,place,x\n", "line 2, column alias: '--' has no letter or digit"),
        (HEADER + "Xanadu,,place,a b\n", "line 2, column id: found 'a b', which is no id"),
        (HEADER + "A1,,place,x\nB1,,person,x\n", "line 3, column kind: expected place as in"),
        (HEADER + "Xanadu,,place,x,y\n", "line 2: more cells than columns"),
        (HEADER + f"{'x' * 201},,place,x\n", "is longer than 200 characters"),
        (HEADER + '"Xanadu,,place,x\n', "cannot be read"),
        (HEADER + ",,,\n" * 9, "and 13 more"),
    ],
)
def test_a_bad_file_is_refused_with_line_and_column(tmp_path: Path, text: str, expected: str):
    path = _file(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        Gazetteer.load([path])
    assert expected in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.hint


def test_a_file_that_is_no_utf8_or_missing_is_refused(tmp_path: Path):
    path = _file(tmp_path, HEADER + "Zürich,,place,\n", "latin-1")
    for bad in (path, tmp_path / "missing.csv"):
        with pytest.raises(UsageError, match="cannot be read"):
            Gazetteer.load([bad])


@pytest.mark.parametrize("needs", ["sometimes", "near:@nowhere"])
def test_a_rule_with_an_unknown_word_is_refused(needs: str):
    guards = pl.DataFrame({"guard": [0], "needs": [needs]})
    cues = pl.DataFrame({"cue": ["beside"], "words": ["the"]})
    with pytest.raises(UsageError, match="no such"):
        compile_guards(guards, cues)
