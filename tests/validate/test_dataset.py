"""Validate folders: Parquet and JSON Lines that anybody wrote, whole, in parts, or damaged."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from threadgraph.errors import InputRefused
from threadgraph.schema import table
from threadgraph.validate import validate_dataset, validate_tables
from threadgraph.validate.failures import FAILURE_LIMIT
from threadgraph.validate.jsonl import load_jsonl
from threadgraph.validate.loading import Loaded

Rows = dict[str, dict[str, dict[str, Any]]]
Frames = Callable[[Rows], dict[str, pl.DataFrame]]
Write = Callable[[Rows], Path]


def as_json(value: object) -> str:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else str(value)


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False, default=as_json) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def write_jsonl(tmp_path: Path) -> Write:
    def write(rows: Rows) -> Path:
        for name, listed in rows.items():
            write_lines(tmp_path / "jsonl" / f"{name}.jsonl", list(listed.values()))
        return tmp_path

    return write


@pytest.fixture
def write_parquet(tmp_path: Path, frames: Frames) -> Write:
    def write(rows: Rows) -> Path:
        (tmp_path / "parquet").mkdir()
        for name, frame in frames(rows).items():
            frame.write_parquet(tmp_path / "parquet" / f"{name}.parquet")
        return tmp_path

    return write


@pytest.fixture(params=["jsonl", "parquet"])
def write(request: pytest.FixtureRequest) -> Write:
    return request.getfixturevalue(f"write_{request.param}")


@pytest.fixture
def judge_line(rows: Rows, tmp_path: Path) -> Callable[[str | bytes], Loaded]:
    """Add a line to entities.jsonl, and check the file."""

    def judge(line: str | bytes) -> Loaded:
        path = tmp_path / "entities.jsonl"
        write_lines(path, list(rows["entities"].values()))
        with path.open("ab") as file:
            file.write(line if isinstance(line, bytes) else line.encode())
        return load_jsonl(table("entities"), "jsonl/entities.jsonl", path)

    return judge


def test_a_valid_dataset_is_valid(rows: Rows, write: Write):
    rows["posts"]["root"]["created_at"] = datetime(2022, 12, 11, 13, 13, tzinfo=UTC)
    report = validate_dataset(write(rows))
    assert report.failures == ()
    assert report.valid
    assert report.notes == ()
    assert report.rows == {name: len(listed) for name, listed in rows.items()}
    assert list(report.rows)[:2] == ["documents", "posts"]


def test_failures_name_the_file_and_the_row(rows: Rows, write: Write):
    rows["posts"]["unknown"]["language"] = "?"
    rows["replies"]["observed"]["inferred"] = True
    folder = write(rows)
    report = validate_dataset(folder)
    language, edge = sorted(report.failures, key=lambda f: f.code)
    assert (language.code, language.row, language.column) == ("TG208", 5, "language")
    assert (edge.code, edge.row) == ("TG307", 2)
    if (folder / "jsonl").is_dir():
        assert language.message.startswith("jsonl/posts.jsonl, line 6: language: expected")
        assert edge.message.startswith("jsonl/posts.jsonl, line 3: parent_state: expected")
    else:
        assert language.message.startswith("parquet/posts.parquet, row 5: language: expected")
        assert edge.message.startswith("parquet/posts.parquet, row 2: parent_state: expected")


def test_both_forms_of_a_dataset_give_the_same_failures(
    rows: Rows, write_jsonl: Write, write_parquet: Write, frames: Frames
):
    rows["posts"]["root"]["depth"] = 7
    rows["posts"]["unknown"]["language"] = "?"
    rows["spans"]["third"]["span_end"] = 0
    folder = write_jsonl(rows)
    told = [(f.table, f.row, f.column, f.code, f.key) for f in validate_dataset(folder).failures]
    write_parquet(rows)
    again = validate_dataset(folder)
    assert [(f.table, f.row, f.column, f.code, f.key) for f in again.failures] == told * 2
    files = [f.message.partition("/")[0] for f in again.failures]
    assert files == ["parquet"] * len(told) + ["jsonl"] * len(told)
    memory = validate_tables({name: frame.lazy() for name, frame in frames(rows).items()})
    assert [(f.table, f.row, f.column, f.code, f.key) for f in memory.failures] == told


def test_tables_may_lie_in_the_folder_itself(rows: Rows, tmp_path: Path, frames: Frames):
    frames(rows)["documents"].write_parquet(tmp_path / "documents.parquet")
    for name in set(rows) - {"documents"}:
        write_lines(tmp_path / f"{name}.jsonl", list(rows[name].values()))
    assert validate_dataset(tmp_path).valid


def test_parts_of_a_table_are_one_table(rows: Rows, write_parquet: Write, frames: Frames):
    folder = write_parquet(rows)
    posts = frames(rows)["posts"].with_columns(
        language=pl.when(pl.col("position") == 5).then(pl.lit("?"))
    )
    place = folder / "parquet" / "posts.parquet"
    place.unlink()
    place.mkdir()
    posts[:3].write_parquet(place / "part-00000.parquet")
    posts[3:].select(reversed(posts.columns)).write_parquet(place / "part-00001.parquet")
    report = validate_dataset(folder)
    (failure,) = report.failures
    assert report.rows["posts"] == 8
    assert failure.row == 5
    assert failure.message.startswith("parquet/posts.parquet/part-00001.parquet, row 2: language")


def test_tables_that_are_not_there_count_as_empty(rows: Rows, write_jsonl: Write):
    folder = write_jsonl(rows)
    for name in ("quotes", "diagnostics"):
        (folder / "jsonl" / f"{name}.jsonl").unlink()
    report = validate_dataset(folder)
    assert report.notes == (
        "quotes: no such table here; taken as empty",
        "diagnostics: no such table here; taken as empty",
    )
    assert report.counts_by_code == {"TG317": 1}  # a warning is counted that nothing lists
    assert "quotes" not in report.rows


@pytest.mark.parametrize("missing", ["documents", "posts"])
def test_a_folder_without_documents_or_posts_is_no_dataset(missing: str, rows: Rows, write: Write):
    folder = write(rows)
    for path in folder.glob(f"*/{missing}.*"):
        path.unlink()
    with pytest.raises(InputRefused, match=rf"{missing}\.parquet or jsonl/{missing}\.jsonl"):
        validate_dataset(folder)


def test_what_is_no_folder_is_no_dataset(tmp_path: Path):
    file = tmp_path / "file.txt"
    file.write_text("")
    for path in (file, tmp_path / "nothing", tmp_path):
        with pytest.raises(InputRefused) as caught:
            validate_dataset(path)
        assert caught.value.exit_code == 4
        assert str(path) in str(caught.value)
        assert caught.value.hint


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "page", "name"])
def test_a_damaged_parquet_file_is_refused_by_name(damage: str, rows: Rows, write_parquet: Write):
    path = write_parquet(rows) / "parquet" / "posts.parquet"
    data = path.read_bytes()
    at = data.index(b"\x28\xb5\x2f\xfd") + 6  # inside the first compressed page
    path.write_bytes({
        "empty": b"",
        "text": b"not Parquet at all, but long enough to have a footer",
        "cut": data[:-20],
        "page": data[:at] + bytes(20) + data[at + 20 :],
        "name": data.replace(b"position", b"\xffosition"),
    }[damage])  # fmt: skip
    with pytest.raises(InputRefused, match=r"posts\.parquet: is no readable Parquet file"):
        validate_dataset(path.parents[1])


def test_text_that_is_not_utf8_is_refused(rows: Rows, write_parquet: Write):
    folder = write_parquet(rows)
    path = folder / "parquet" / "entities.parquet"
    good = pq.read_table(path)
    bad = pa.array([b"\xff\xfe"], pa.binary()).view(pa.string())
    pq.write_table(good.set_column(1, "name", bad.cast(pa.string(), safe=False)), path)
    with pytest.raises(InputRefused, match=r"entities\.parquet"):
        validate_dataset(folder)


def test_columns_of_parquet_are_compared_by_type(rows: Rows, write_parquet: Write):
    folder = write_parquet(rows)
    path = folder / "parquet" / "entities.parquet"
    read = pq.read_table(path)
    counts = read.column("mention_count")
    wrong = read.set_column(5, "mention_count", counts.cast(pa.int64())).append_column("x", counts)
    pq.write_table(wrong, path)
    report = validate_dataset(folder)
    assert [(f.code, f.row, f.message) for f in report.failures] == [
        ("TG203", None,
         "parquet/entities.parquet: mention_count: expected a column of int32, found int64"),
        ("TG202", None, "parquet/entities.parquet: x: expected no such column in entities"),
    ]  # fmt: skip
    assert report.notes == ("entities: columns are missing or of a wrong type; rules need them",)


def test_arrow_layouts_of_text_and_lists_are_the_same_type(rows: Rows, write_parquet: Write):
    folder = write_parquet(rows)
    path = folder / "parquet" / "entities.parquet"
    read = pq.read_table(path)
    large = {"string": pa.large_string(), "large_string": pa.string()}
    fields = [f.with_type(large.get(str(f.type), f.type)) for f in read.schema]
    pq.write_table(read.cast(pa.schema(fields)), path)
    assert validate_dataset(folder).valid


def test_a_column_twice_is_refused(rows: Rows, write_parquet: Write):
    folder = write_parquet(rows)
    path = folder / "parquet" / "entities.parquet"
    read = pq.read_table(path)
    pq.write_table(read.append_column("name", read.column("name")), path)
    with pytest.raises(InputRefused, match="a column twice"):
        validate_dataset(folder)


ENTITY = '{"entity_id": "e_b", "name": "B", "kind": "other", "aliases": [], "source": "s", "mention_count": %s}'  # noqa: E501


@pytest.mark.parametrize("count", ["0", "1.0", "2147483647", "1e3", "-0.0"])
def test_integers_may_be_written_as_floats(count: str, judge_line: Callable[[str], Loaded]):
    assert judge_line(ENTITY % count).findings.failures == []


@pytest.mark.parametrize(
    ("line", "code", "column", "message"),
    [
        (ENTITY % '"1"', "TG203", "mention_count", 'expected an integer, found "1"'),
        (ENTITY % "true", "TG203", "mention_count", "expected an integer, found true"),
        (ENTITY % "1.5", "TG203", "mention_count", "expected an integer, found 1.5"),
        (ENTITY % "null", "TG204", "mention_count", "expected an integer, found null"),
        (ENTITY % "[1]", "TG203", "mention_count", "expected an integer, found a list of 1"),
        (ENTITY % "{}", "TG203", "mention_count", "expected an integer, found an object"),
        (ENTITY % "2147483648", "TG206", "mention_count", "32 bits, found 2147483648"),
        (ENTITY % "-1", "TG206", "mention_count", "at least 0, found -1"),
        (ENTITY % ("9" * 4000), "TG206", "mention_count", "found an integer of 13288 bits"),
        ((ENTITY % "1").replace('"B"', "7"), "TG203", "name", "expected text, found 7"),
        ((ENTITY % "1").replace("[]", '["a", 1]'), "TG210", "aliases", "aliases[1]: expected text"),
        ((ENTITY % "1").replace("[]", '"a"'), "TG203", "aliases", 'expected a list, found "a"'),
        ((ENTITY % "1").replace('"B"', r'"\ud800"'), "TG222", "name", r"pair in \"\ud800"),
        ((ENTITY % "1").replace("[]", r'["\udfff"]'), "TG222", "aliases", "expected Unicode"),
        ((ENTITY % "1").replace('"name": "B", ', ""), "TG201", "name", "expected in every line"),
        ((ENTITY % "1").replace('"name"', '"x": 1, "name"'), "TG202", "x", "no such column"),
        ((ENTITY % "1").replace('"name"', '"name": "A", "name"'), "TG221", None, "name: expected"),
        ((ENTITY % "1").replace("[]", '[{"a": 1, "a": 1}]'), "TG221", None, "a: expected once"),
        (ENTITY % "NaN", "TG220", None, "found NaN, which is not JSON"),
        (ENTITY % "-Infinity", "TG220", None, "found -Infinity"),
        (ENTITY % "1e400", "TG220", None, "a number out of range"),
        (ENTITY % ("9" * 5000), "TG220", None, "a number out of range"),
        (ENTITY % ("[" * 100_000), "TG220", None, "nested"),
        ("{", "TG220", None, "no JSON"),
        (ENTITY % "1" + "{}", "TG220", None, "no JSON (Extra data"),
        ("[]", "TG220", None, "found a list of 0"),
        ("null", "TG220", None, "found null"),
        ('"\x1b"', "TG220", None, "no JSON"),
        (" \n", "TG220", None, "an empty line"),
        (b'{"name": "\xff"}', "TG220", None, "bytes that are not UTF-8 (byte 10)"),
        (b"\xef\xbb\xbf{}", "TG220", None, "found a byte order mark"),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) and value.startswith("TG") else "",
)  # fmt: skip
def test_a_bad_line_is_a_failure_with_file_line_and_column(
    line: str | bytes, code: str, column: str | None, message: str,
    judge_line: Callable[[str | bytes], Loaded],
):  # fmt: skip
    loaded = judge_line(line)
    (failure,) = loaded.findings.failures
    assert (failure.code, failure.row, failure.column) == (code, 1, column)
    assert failure.message.startswith("jsonl/entities.jsonl, line 2: ")
    assert message.replace('\\"', '"') in failure.message
    assert failure.message.isprintable()
    assert loaded.rows == 2


def test_the_rest_of_the_file_goes_on_after_a_bad_line(rows: Rows, write_jsonl: Write):
    folder = write_jsonl(rows)
    path = folder / "jsonl" / "posts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[6] = lines[6].replace('"opening"', '"Opening"')
    path.write_text("".join(["?\n", *lines]), encoding="utf-8")
    report = validate_dataset(folder)
    assert report.rows["posts"] == 9
    assert [(f.row, f.code) for f in report.failures if f.table == "posts"] == [
        (0, "TG220"), (7, "TG205"),
    ]  # fmt: skip
    rule = next(f for f in report.failures if f.table == "documents")
    assert rule.message.startswith("jsonl/documents.jsonl, line 2: post_count")


def test_rules_name_the_line_where_lines_were_left_out(rows: Rows, write_jsonl: Write):
    rows["posts"]["answer"]["depth"] = 9
    folder = write_jsonl(rows)
    path = folder / "jsonl" / "posts.jsonl"
    path.write_text("?\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    depth = next(f for f in validate_dataset(folder).failures if f.code == "TG305")
    assert depth.row == 8
    assert depth.message.startswith("jsonl/posts.jsonl, line 9: depth")


@pytest.mark.parametrize(
    ("value", "micros"),
    [
        ("2022-12-11T13:13:00Z", 0),
        ("2022-12-11t15:13:00.000001000+02:00", 1),
        ("2022-12-11T13:13:00.5z", 500_000),
        ("2022-12-11", None),
        ("2022-12-11 13:13:00Z", None),
        ("2022-12-11T13:13:00", None),
        ("2022-13-11T13:13:00Z", None),
        ("2022-12-11T13:13:60Z", None),
        ("2022-12-11T13:13:00.0000001Z", None),
        ("0000-12-11T13:13:00Z", None),
        ("0001-01-01T00:00:00+01:00", None),
        (1670764380, None),
    ],
)
def test_times_in_json_are_rfc3339(
    value: object, micros: int | None, rows: Rows, write_jsonl: Write
):
    rows["posts"]["root"]["created_at"] = value
    report = validate_dataset(write_jsonl(rows))
    assert report.valid == (micros is not None)
    if micros is None:
        (failure,) = report.failures
        assert failure.code == ("TG209" if isinstance(value, str) else "TG203")
        assert "created_at: expected" in failure.message


def test_a_float_that_may_have_lost_digits_is_no_integer(rows: Rows, write_jsonl: Write):
    rows["posts"]["root"]["score"] = 9.1e15
    assert validate_dataset(write_jsonl(rows)).counts_by_code == {"TG203": 1}
    rows["posts"]["root"]["score"] = 2**63
    assert validate_dataset(write_jsonl(rows)).counts_by_code == {"TG206": 1}
    rows["posts"]["root"]["score"] = 2**63 - 1
    assert validate_dataset(write_jsonl(rows)).valid


def test_nan_in_parquet_is_a_failure(rows: Rows, write_parquet: Write):
    rows["replies"]["guess"]["confidence"] = math.nan
    assert validate_dataset(write_parquet(rows)).counts_by_code == {"TG206": 1}


def test_failures_are_capped_and_counted(rows: Rows, write_jsonl: Write):
    folder = write_jsonl(rows)
    count = FAILURE_LIMIT + 7
    (folder / "jsonl" / "quotes.jsonl").write_text("?\n" * count)
    report = validate_dataset(folder)
    assert len(report.failures) == FAILURE_LIMIT
    assert report.failure_count == count
    assert report.counts_by_code == {"TG220": count}
    assert report.rows["quotes"] == count


def test_an_empty_jsonl_file_is_an_empty_table(rows: Rows, write_jsonl: Write):
    rows["quotes"] = {}
    assert validate_dataset(write_jsonl(rows)).rows["quotes"] == 0


def test_a_report_is_plain_values_for_json(rows: Rows, write_jsonl: Write):
    rows["posts"]["unknown"]["role"] = "reply"
    report = validate_dataset(write_jsonl(rows))
    plain = json.loads(json.dumps(report.as_dict()))
    assert plain["valid"] is False
    assert plain["failures"][0]["key"] == {"post_id": rows["posts"]["unknown"]["post_id"]}


def test_many_batches_keep_their_row_numbers(
    rows: Rows, frames: Frames, monkeypatch: pytest.MonkeyPatch, write_parquet: Write
):
    monkeypatch.setattr("threadgraph.validate.loading._BATCH", 3)
    rows["posts"]["answer"]["role"] = "reply"
    built = frames(rows)
    lazy = {name: frame.lazy() for name, frame in built.items()}
    for report in (validate_tables(lazy), validate_dataset(write_parquet(rows))):
        assert [(f.row, f.code) for f in report.failures if f.table == "posts"] == [(7, "TG205")]


def test_a_table_with_wrong_columns_leaves_out_only_the_rules_that_read_it(
    rows: Rows, frames: Frames
):
    rows["posts"]["observed"]["depth"] = 5
    built = frames(rows)
    built["mentions"] = built["mentions"].drop("kind")
    report = validate_tables({name: frame.lazy() for name, frame in built.items()})
    assert {(f.table, f.code) for f in report.failures} == {
        ("mentions", "TG201"),
        ("posts", "TG305"),
    }
    assert report.rows["mentions"] == 3
    assert report.notes == ("mentions: columns are missing or of a wrong type; rules need them",)


def test_a_frame_without_any_column_of_the_table_is_told(rows: Rows, frames: Frames):
    built = frames(rows) | {"entities": pl.DataFrame({"a": [1, 2]})}
    report = validate_tables({name: frame.lazy() for name, frame in built.items()})
    assert report.rows["entities"] == 2
    codes = {f.code for f in report.failures}
    assert codes == {"TG201", "TG202"}
    assert len(report.failures) == len(table("entities").columns) + 1
