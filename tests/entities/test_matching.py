"""Names are found as whole words, in the listed spellings, at the right places."""

from pathlib import Path

import polars as pl
import pytest

from threadgraph.gazetteer import Gazetteer
from threadgraph.link.entities import entities_table, find_entities
from threadgraph.schema import table


def _posts(*texts: str | None, documents: list[str] | None = None) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "post_id": [f"p{n}" for n in range(len(texts))],
            "document_id": documents or ["d"] * len(texts),
            "text": list(texts),
        },
        schema={"post_id": pl.String, "document_id": pl.String, "text": pl.String},
    )


def _find(text: str) -> list[tuple[str, str]]:
    found = find_entities(_posts(text), Gazetteer.load()).filter(pl.col("rank") == 1)
    return list(found.select("surface", "entity_id").iter_rows())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey’s army, Turkey's army", [("Turkey", "e_turkey")] * 2),
        ("the US-led bloc", [("US", "e_united_states")]),
        ("an anti-Russian mood", [("Russian", "e_russia")]),
        ("AT&T plays at AT&T Park", [("AT&T", "e_att")]),
        ("Kansas City is not in Kansas", [("Kansas", "e_kansas")]),
        ("amerikan/turk/NATO thugs", [
            ("amerikan", "e_united_states"), ("turk", "e_turkey"), ("NATO", "e_nato"),
        ]),
        ("Russia,China;Iran", [
            ("Russia", "e_russia"), ("China", "e_china"), ("Iran", "e_iran"),
        ]),
        ("of the earth.Putin said", [("Putin", "e_vladimir_putin")]),
        ("backed by USrael", []),
        ("theTurks and Iranx", []),
        ("_Iran_ and Iran2", []),
        ("Iran\u0301", []),
        ("@Iran and @NATO", []),
        ("#NATO", [("NATO", "e_nato")]),
    ],
)  # fmt: skip
def test_a_name_is_a_whole_word(text: str, expected: list[tuple[str, str]]):
    assert _find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("join us now", []),
        ("a turkey for dinner", []),
        ("fine china", []),
        ("PUTIN and nato and Nato", [
            ("PUTIN", "e_vladimir_putin"), ("nato", "e_nato"), ("Nato", "e_nato"),
        ]),
        ("iraq and syria", [("iraq", "e_iraq"), ("syria", "e_syria")]),
        ("pUTIN", []),
        ("hezbolla", [("hezbolla", "e_hezbollah")]),
        ("Côte d’Ivoire, Côte d'Ivoire", [
            ("Côte d’Ivoire", "e_ivory_coast"), ("Côte d'Ivoire", "e_ivory_coast"),
        ]),
    ],
)  # fmt: skip
def test_only_listed_spellings_count(text: str, expected: list[tuple[str, str]]):
    assert _find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Russian Foreign Ministry said", [
            ("Russian Foreign Ministry", "e_russian_foreign_ministry"),
        ]),
        ("flew Turkish Airlines", [("Turkish Airlines", "e_turkish_airlines")]),
        ("United Nations Security Council", [
            ("United Nations Security Council", "e_un_security_council"),
        ]),
        ("President Vladimir Putin", [("Vladimir Putin", "e_vladimir_putin")]),
        ("Turkish-Syrian border", [("Turkish", "e_turkey"), ("Syrian", "e_syria")]),
        ("a Native American tribe", []),
        ("it costs US$ 5", []),
    ],
)  # fmt: skip
def test_the_longest_name_wins(text: str, expected: list[tuple[str, str]]):
    assert _find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rebels in Chad", ["e_chad"]),
        ("Chad Smith in Libya", ["e_libya"]),
        ("my friend Chad", []),
        ("refugees from Syria in Jordan", ["e_syria", "e_jordan"]),
        ("Jordan Peterson on Israel", ["e_jordan_peterson", "e_israel"]),
        ("Russia attacked Georgia", ["e_russia", "e_georgia"]),
        ("ballots in Georgia and Arizona", ["e_us_state_georgia", "e_arizona"]),
        ("an Apple pie", []),
        ("the new Apple laptop", ["e_apple"]),
        ("JOIN US NOW", []),
        ("what the US did", ["e_united_states"]),
        ("compiled with GCC", []),
        ("the GCC and the EU", ["e_gulf_cooperation_council", "e_european_union"]),
        ("SCO sued Linux users", []),
        ("RT @somebody", []),
        ("he told RT on Friday", ["e_rt"]),
        ("guess WHO it is", []),
        ("the WHO said", ["e_world_health_organization"]),
        ("Nail Polish remover", []),
        ("the Bush administration", ["e_george_w_bush"]),
        ("the Polish army", ["e_poland"]),
        ("learn the Russian language", []),
    ],
)
def test_doubtful_names_need_evidence(text: str, expected: list[str]):
    assert [entity for _, entity in _find(text)] == expected


@pytest.mark.parametrize(
    "before", ["😀 ", "e\u0301 ", "日本 ", "👨‍👩‍👧 — ", "ß\u200b ", "Ünïcode 😀 Russia 😀 "]
)
def test_places_are_code_points_of_the_text(before: str):
    text = f"{before}NATO 😀 Putin"
    found = find_entities(_posts(text), Gazetteer.load())
    last = found.row(-1, named=True)
    assert text[last["text_start"] : last["text_end"]] == last["surface"] == "Putin"
    assert last["text_start"] == len(text) - len("Putin")


def test_masked_places_hold_nothing():
    text = "see http://some.example/Iran Russia and Iran"
    url = (text.index("http"), text.index(" Russia"))
    masked = pl.DataFrame(
        {"post_id": ["p1", "p1"], "text_start": [url[0], 0], "text_end": [url[1], 3]}
    )
    found = find_entities(_posts(text, text), Gazetteer.load(), masked)
    assert found.select("post_id", "surface").rows() == [
        ("p0", "Iran"), ("p0", "Russia"), ("p0", "Iran"), ("p1", "Russia"), ("p1", "Iran"),
    ]  # fmt: skip


def test_a_masked_place_hides_the_longer_name_only():
    text = "Turkish Airlines"
    masked = pl.DataFrame({"post_id": ["p0"], "text_start": [8], "text_end": [16]})
    assert find_entities(_posts(text), Gazetteer.load(), masked)["surface"].to_list() == ["Turkish"]


def test_overlapping_and_touching_masks():
    text = "Iran Iraq Iran"
    masked = pl.DataFrame(
        {"post_id": ["p0"] * 3, "text_start": [0, 1, 9], "text_end": [9, 2, 10]},
    )
    found = find_entities(_posts(text), Gazetteer.load(), masked)
    assert found["text_start"].to_list() == [10]


def test_texts_without_names_give_the_columns():
    for posts in (_posts(), _posts(None), _posts("", "nothing here")):
        found = find_entities(posts, Gazetteer.load())
        assert found.is_empty()
        assert found.columns == [
            "post_id", "document_id", "entity_id", "surface", "text_start", "text_end", "method",
            "confidence", "rank",
        ]  # fmt: skip


def test_a_name_of_two_entities_is_ranked():
    rows = find_entities(_posts("the Korean war"), Gazetteer.load())
    assert rows.select("entity_id", "rank").rows() == [("e_south_korea", 1), ("e_north_korea", 2)]
    assert rows["confidence"].is_sorted(descending=True)


def test_the_document_decides_between_two_entities():
    posts = _posts("Korea again", "North Korea", "Korea", documents=["a", "a", "b"])
    best = find_entities(posts, Gazetteer.load()).filter(pl.col("rank") == 1)
    assert best["entity_id"].to_list() == ["e_north_korea", "e_north_korea", "e_south_korea"]


def test_rows_come_in_page_order():
    found = find_entities(_posts("Iran Iraq", "China", "Russia Iran"), Gazetteer.load())
    assert found["surface"].to_list() == ["Iran", "Iraq", "China", "Russia", "Iran"]


def test_scripts_without_blanks_need_no_boundary(tmp_path: Path):
    own = tmp_path / "own.csv"
    own.write_text("name,alias,kind,id\n東京,,place,tokyo_jp\n", encoding="utf-8")
    found = find_entities(_posts("私は東京に住む"), Gazetteer.load([own]))
    assert found.select("surface", "entity_id").rows() == [("東京", "e_tokyo_jp")]


def test_the_entities_table_holds_what_is_mentioned():
    found = find_entities(_posts("Nato, NATO, Korea", "Putin"), Gazetteer.load())
    mentions = found.with_columns(kind=pl.lit("entity")).rename({"entity_id": "target_id"})
    rows = entities_table([mentions.lazy()], Gazetteer.load())
    assert rows.schema == table("entities").polars_schema
    assert rows.select("entity_id", "aliases", "mention_count").rows() == [
        ("e_nato", ["Nato"], 2),
        ("e_north_korea", ["Korea"], 0),
        ("e_south_korea", ["Korea"], 1),
        ("e_vladimir_putin", ["Putin"], 1),
    ]
