"""The files that ship obey the rules of `docs/entities.md`."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

import threadgraph.gazetteer
from threadgraph.gazetteer import Gazetteer
from threadgraph.gazetteer.read import read_entries
from threadgraph.schema import table

DATA = Path(threadgraph.gazetteer.__file__).parent / "data"
FILES = sorted(path for path in DATA.glob("*.csv") if path.name not in ("guards.csv", "cues.csv"))
WORDS = set((Path(__file__).parent / "common_words.txt").read_text("utf-8").split())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names() -> dict[str, set[str]]:
    named: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        for row in _rows(path):
            for name in (row["name"], *filter(None, row["alias"].split("|"))):
                named[name].add(row["id"])
    return named


def test_each_file_reads_like_a_users_gazetteer():
    for path in FILES:
        assert read_entries(path, "builtin").height == len(_rows(path))


def test_each_entity_has_one_row_and_rows_are_sorted():
    ids = [row["id"] for path in FILES for row in _rows(path)]
    assert [i for i, count in Counter(ids).items() if count > 1] == []
    for path in FILES:
        listed = [row["id"] for row in _rows(path)]
        assert listed == sorted(listed), path.name


def test_no_name_is_listed_twice_in_a_row():
    for path in FILES:
        for row in _rows(path):
            names = [row["name"], *filter(None, row["alias"].split("|"))]
            assert len(names) == len(set(names)), row


def test_names_of_two_entities_are_declared_with_a_confidence_each():
    declared = {
        (row["alias"], row["id"]) for row in _rows(DATA / "guards.csv") if row["confidence"]
    }
    shared = {(name, i) for name, ids in _names().items() if len(ids) > 1 for i in ids}
    assert sorted(shared - declared) == []


def test_guards_name_listed_aliases_and_give_a_reason():
    named = _names()
    for row in _rows(DATA / "guards.csv"):
        assert row["reason"], row
        assert row["case"] in ("", "exact", "usual", "any"), row
        if row["needs"] != "never":
            assert row["alias"] in named, row
            assert not row["id"] or row["id"] in named[row["alias"]], row
            assert row["case"] or row["needs"] or row["confidence"], row


def test_guards_stand_once():
    keys = Counter((row["alias"], row["id"]) for row in _rows(DATA / "guards.csv"))
    assert [key for key, count in keys.items() if count > 1] == []


def test_common_words_have_a_rule():
    free = Gazetteer.load().forms.filter(pl.col("guard").is_null())["form"]
    assert sorted(form for form in free if form.lower() in WORDS) == []


def test_ids_and_kinds_are_valid():
    properties = table("entities").json_schema["properties"]
    entities = Gazetteer.load().entities
    assert entities["entity_id"].str.contains(properties["entity_id"]["pattern"]).all()
    assert set(entities["kind"]) <= set(properties["kind"]["enum"])
    assert entities["entity_id"].is_unique().all()


def test_the_gazetteer_is_broad():
    counts = {path.stem: len(_rows(path)) for path in FILES}
    assert counts["countries"] >= 190
    assert counts["organisations"] >= 60
    assert counts["persons"] >= 250
    assert counts["places"] + counts["capitals"] >= 80
    assert counts["media"] + counts["companies"] + counts["groups"] >= 80


def test_every_form_names_a_known_entity_or_hides():
    gazetteer = Gazetteer.load()
    unknown = gazetteer.forms.filter(pl.col("entity_id") != "").join(
        gazetteer.entities, on="entity_id", how="anti"
    )
    assert unknown.is_empty()
    assert gazetteer.forms["confidence"].is_between(0, 1).all()
    assert gazetteer.forms.select("form", "entity_id").is_unique().all()


def test_the_builtin_gazetteer_is_loaded_once():
    assert Gazetteer.load() is Gazetteer.load()
