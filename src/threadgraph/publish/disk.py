"""Look at folders and secure them: the few disk steps that the others share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["exists", "sync_file", "sync_folder", "tree"]


def exists(path: Path) -> bool:
    """Tell whether anything is there, a dead link too; raises OSError where the disk fails.

    `os.path.lexists` and its kin say False then, and a dataset would be taken for absent.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def tree(folder: Path) -> tuple[list[Path], list[Path]]:
    """Give the files below a folder, and the folders (itself first, parents before children).

    Links are files here and are not followed; so are pipes and devices.
    """
    files: list[Path] = []
    folders = [folder]
    for current in folders:  # grows on the way
        with os.scandir(current) as found:
            for entry in sorted(found, key=lambda entry: entry.name):
                kind = folders if entry.is_dir(follow_symlinks=False) else files
                kind.append(Path(entry.path))
    return files, folders


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    with path.open("r+b") as file:  # Windows refuses to secure a file opened for reading
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on the disk; Windows has no such step."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
