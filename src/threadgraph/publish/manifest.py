"""Write and read the manifest: the list of a dataset's files with their digests.

The manifest seals itself: `manifest_sha256` is the digest of its bytes without that line
(`grep -v '^  "manifest_sha256"' manifest.json | sha256sum`), so that a change of any single byte
of a dataset is found.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from threadgraph.errors import InputRefused, OutputRefused
from threadgraph.publish.disk import tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "CARRIED",
    "MANIFEST",
    "compare",
    "contents",
    "describe_files",
    "differences",
    "is_sealed",
    "listed_files",
    "read_manifest",
    "render",
]

MANIFEST = "manifest.json"
CARRIED = (".gitignore", ".gitkeep")
"""Files of the user that a dataset may hold at its top; every build carries them over."""

_FORMAT = "threadgraph"
_DEBRIS = {".DS_Store", "Thumbs.db", "desktop.ini"}  # file browsers drop these unasked
_SEAL = re.compile(rb'^  "manifest_sha256": "([0-9a-f]{64})",?\n', re.MULTILINE)
_NOT_OURS = "Name a folder that `threadgraph build` wrote."


class Difference(NamedTuple):
    """A file that is not as listed, and why; `there` are files in the folder and in the list."""

    path: str
    why: str
    there: bool


def render(manifest: Mapping[str, Any]) -> bytes:
    """Give the manifest as JSON, sealed; equal manifests give equal bytes."""
    complete = {**manifest, "format": _FORMAT, "manifest_sha256": "0" * 64}
    text = json.dumps(complete, allow_nan=False, ensure_ascii=False, indent=2, sort_keys=True)
    # Names of input files may hold lone surrogates, which only a JSON escape can carry.
    raw = text.encode("utf-8", "backslashreplace") + b"\n"
    seal = cast("re.Match[bytes]", _SEAL.search(raw))
    return raw[: seal.start(1)] + _digest_without(raw, seal) + raw[seal.end(1) :]


def read_manifest(folder: Path) -> dict[str, Any]:
    """Give a dataset's manifest; a folder that is no dataset of ours raises InputRefused."""
    return _parse(folder, _read(folder))


def is_sealed(folder: Path) -> bool:
    """Tell whether the manifest is byte for byte as it was written."""
    raw = _read(folder)
    seal = _SEAL.search(raw)
    return seal is not None and seal[1] == _digest_without(raw, seal)


def listed_files(folder: Path, manifest: Mapping[str, Any]) -> dict[str, tuple[int, str]]:
    """Give the bytes and sha256 that the manifest of a folder lists, by path."""
    try:
        return {file["path"]: (file["bytes"], file["sha256"]) for file in manifest["files"]}
    except (KeyError, TypeError) as error:
        raise InputRefused(str(folder / MANIFEST), "its list of files is damaged") from error


def contents(folder: Path) -> dict[str, Path]:
    """Give the files that a manifest of the folder has to list, by path."""
    files, _ = tree(folder)
    found = {file.relative_to(folder).as_posix(): file for file in files}
    unlisted = {MANIFEST, *CARRIED}
    return {
        path: file
        for path, file in found.items()
        if path not in unlisted and file.name not in _DEBRIS
    }


def describe_files(folder: Path, rows_by_path: Mapping[str, int]) -> list[dict[str, Any]]:
    """Give the manifest's `files`, sorted by path; `rows` is null where no count is given.

    A count for a file that is not there raises OutputRefused. Reads every byte.
    """
    found = contents(folder)
    lost = sorted(rows_by_path.keys() - found.keys())
    if lost:
        raise OutputRefused(lost[0], "was written, but is not there any more", "Run again.")
    described: list[dict[str, Any]] = []
    for path, file in sorted(found.items()):
        size, digest = _measure(file)
        rows = rows_by_path.get(path)
        described.append({"path": path, "bytes": size, "sha256": digest, "rows": rows})
    return described


def differences(folder: Path, listed: Mapping[str, tuple[int, str]]) -> list[str]:
    """Give the files that are changed, missing or not listed, each with what is wrong."""
    return sorted(f"{found.path}: {found.why}" for found in compare(folder, listed))


def compare(folder: Path, listed: Mapping[str, tuple[int, str]]) -> list[Difference]:
    """Give what differs between the files of a folder and those that are listed."""
    found = contents(folder)
    told = [Difference(path, "missing", there=False) for path in listed.keys() - found.keys()]
    unknown = found.keys() - listed.keys()
    told += [Difference(path, "not in the manifest", there=False) for path in unknown]
    for path in found.keys() & listed.keys():
        try:
            if _measure(found[path]) != listed[path]:
                told.append(Difference(path, "changed since it was written", there=True))
        except OSError as error:
            told.append(Difference(path, f"cannot be read ({error.strerror})", there=True))
    return sorted(told)


def _read(folder: Path) -> bytes:
    file = folder / MANIFEST
    try:
        if file.is_symlink() or not file.is_file():
            raise InputRefused(str(file), "is missing: the folder is no dataset", _NOT_OURS)
        return file.read_bytes()
    except OSError as error:
        raise InputRefused(str(file), f"cannot be read ({error.strerror})") from error


def _parse(folder: Path, raw: bytes) -> dict[str, Any]:
    try:
        manifest: Any = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputRefused(str(folder / MANIFEST), "is not JSON", _NOT_OURS) from error
    if not isinstance(manifest, dict):
        raise InputRefused(str(folder / MANIFEST), "is not a JSON object", _NOT_OURS)
    manifest = cast("dict[str, Any]", manifest)
    if manifest.get("format") != _FORMAT:
        raise InputRefused(str(folder / MANIFEST), "is of another program", _NOT_OURS)
    return manifest


def _digest_without(raw: bytes, seal: re.Match[bytes]) -> bytes:
    digest = hashlib.sha256(raw[: seal.start()])
    digest.update(raw[seal.end() :])
    return digest.hexdigest().encode("ascii")


def _measure(file: Path) -> tuple[int, str]:
    if file.is_symlink() or not file.is_file():
        raise OSError(0, "not a regular file", str(file))
    with file.open("rb", buffering=0) as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return stream.tell(), digest
