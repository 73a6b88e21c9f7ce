"""The manifest lists every file and seals itself: no byte changes unseen."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadgraph.errors import InputRefused, OutputRefused
from threadgraph.publish.integrity import check_files
from threadgraph.publish.manifest import MANIFEST, describe_files, read_manifest, render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from conftest import Datasets

    Verify: TypeAlias = Callable[[Path], list[str]]

KEYS = st.text(max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def test_a_changed_file_is_told_whatever_its_name(tmp_path: Path):
    file = tmp_path / "a: b.txt"
    file.write_text("before")
    (tmp_path / MANIFEST).write_bytes(render({"files": describe_files(tmp_path, {})}))
    assert check_files(tmp_path) == ([], [])
    file.write_text("behind")
    assert check_files(tmp_path).changed == [("a: b.txt", "changed since it was written")]


def test_files_are_described_in_order_with_rows(datasets: Datasets):
    datasets.write(datasets.target, "x")
    described = describe_files(datasets.target, {"jsonl/posts.jsonl": 3})
    assert [file["path"] for file in described] == [
        "jsonl/posts.jsonl",
        "parquet/posts.parquet",
        "parquet/replies/part-00000.parquet",
    ]
    content = (datasets.target / "jsonl" / "posts.jsonl").read_bytes()
    assert described[0] == {
        "path": "jsonl/posts.jsonl",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "rows": 3,
    }
    assert described[1]["rows"] is None


def test_rows_of_a_lost_file_are_refused(tmp_path: Path):
    with pytest.raises(OutputRefused, match=r"jsonl/posts\.jsonl"):
        describe_files(tmp_path, {"jsonl/posts.jsonl": 3})


def test_the_manifest_is_the_same_whatever_the_order():
    one = render({"counts": {"posts": 1, "authors": 2}, "files": []})
    two = render({"files": [], "counts": {"authors": 2, "posts": 1}})
    assert one == two
    assert one.endswith(b"}\n")
    assert json.loads(one)["format"] == "threadgraph"


def test_anyone_can_check_the_seal():
    """`grep -v '^  "manifest_sha256"' manifest.json | sha256sum`."""
    raw = render({"counts": {}, "files": [], "versions": {}})
    lines = raw.splitlines(keepends=True)
    rest = b"".join(line for line in lines if not line.startswith(b'  "manifest_sha256"'))
    assert len(lines) - len(rest.splitlines()) == 1
    assert json.loads(raw)["manifest_sha256"] == hashlib.sha256(rest).hexdigest()


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_manifest_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, verify: Verify, manifest: dict
):
    folder = tmp_path_factory.mktemp("dataset")
    manifest["files"] = []
    (folder / "manifest.json").write_bytes(render(manifest))
    assert verify(folder) == []
    read = read_manifest(folder)
    assert read.pop("manifest_sha256")
    assert read == {**manifest, "format": "threadgraph"}


def test_every_flipped_byte_is_found(old: Datasets, verify: Verify):
    flips = 0
    for file in [path for path in old.target.rglob("*") if path.is_file()]:
        if file.name == ".gitignore":
            continue
        raw = file.read_bytes()
        for at, byte in enumerate(raw):
            flip = 1 << (at % 8)
            file.write_bytes(raw[:at] + bytes([byte ^ flip]) + raw[at + 1 :])
            assert verify(old.target), (file, at)
            flips += 1
        file.write_bytes(raw)
    assert verify(old.target) == []
    assert flips > 800


def test_files_that_are_missing_changed_or_new_are_named(old: Datasets, verify: Verify):
    (old.target / "jsonl" / "posts.jsonl").unlink()
    (old.target / "parquet" / "posts.parquet").write_bytes(b"")
    (old.target / "parquet" / "replies" / "part-00000.parquet").unlink()
    (old.target / "parquet" / "replies" / "part-00000.parquet").symlink_to("/dev/zero")
    (old.target / "notes.txt").touch()
    (old.target / "Thumbs.db").touch()
    assert verify(old.target) == [
        "jsonl/posts.jsonl: missing",
        "notes.txt: not in the manifest",
        "parquet/posts.parquet: changed since it was written",
        "parquet/replies/part-00000.parquet: cannot be read (not a regular file)",
    ]


def test_a_manifest_made_to_mislead_is_a_problem(tmp_path: Path, verify: Verify):
    for files in (None, 3, [3], [{"path": []}], [{"path": [], "bytes": 1, "sha256": ""}]):
        (tmp_path / "manifest.json").write_bytes(render({"files": files}))
        assert verify(tmp_path) == ["manifest.json: its list of files is damaged"]
    outside = [{"path": "../../etc/passwd", "bytes": 1, "sha256": ""}]
    (tmp_path / "manifest.json").write_bytes(render({"files": outside}))
    assert verify(tmp_path) == ["../../etc/passwd: missing"]


@pytest.mark.parametrize("raw", [None, b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"a": 1}'])
def test_what_is_no_dataset_is_refused(tmp_path: Path, verify: Verify, raw: bytes | None):
    if raw is not None:
        (tmp_path / "manifest.json").write_bytes(raw)
    with pytest.raises(InputRefused):
        read_manifest(tmp_path)
    assert len(verify(tmp_path)) == 1
    assert verify(tmp_path / "absent")
