"""Tell whether the files of a dataset are as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from threadgraph.errors import InputRefused
from threadgraph.publish.manifest import (
    MANIFEST,
    compare,
    is_sealed,
    listed_files,
    read_manifest,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Integrity", "check_files"]


class Integrity(NamedTuple):
    """Files that were `changed`, each with what is wrong, and `notes` on what cannot be told."""

    changed: list[tuple[str, str]]
    notes: list[str]


def check_files(folder: Path) -> Integrity:
    """Compare a folder's files with its manifest; without one nothing can be told.

    Files that are missing are notes: one form of the tables is a dataset as well. So are files
    that the manifest does not list. Reads every byte.
    """
    if not (folder / MANIFEST).exists():
        return Integrity([], [f"no {MANIFEST}: whether files were changed is not known"])
    try:
        manifest = read_manifest(folder)
        listed = listed_files(folder, manifest)
    except InputRefused as error:
        return Integrity([(MANIFEST, error.problem)], [])
    changed = [] if is_sealed(folder) else [(MANIFEST, "changed since it was written")]
    told = compare(folder, listed)
    changed += [(found.path, found.why) for found in told if found.there]
    return Integrity(changed, [f"{found.path}: {found.why}" for found in told if not found.there])
