"""Say which folders a build may write: absent ones, our own, and ones that are as good as empty."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from threadgraph.errors import InputRefused, OutputRefused
from threadgraph.publish.disk import exists
from threadgraph.publish.manifest import (
    CARRIED,
    contents,
    listed_files,
    read_manifest,
)
from threadgraph.publish.refusal import refusing

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["check_contents", "check_inputs", "check_target", "locate"]

_SHOWN = 3
_ELSEWHERE = "Choose another output folder."


def locate(target: Path) -> Path:
    """Give the target's full path, links of its parents resolved; one without a name is refused."""
    if target.name in {"", ".."}:
        raise OutputRefused(
            str(target), "is not a folder of its own", "Name a folder inside, such as `out`."
        )
    with refusing(target):
        return target.parent.resolve() / target.name


def check_target(target: Path) -> None:
    """Raise OutputRefused unless a dataset may be published there; changes nothing.

    Allowed: a path that does not exist, a dataset of ours that holds nothing else, and a folder
    that holds at most `.gitignore` and `.gitkeep`. The parents must be writable.
    """
    place = locate(target)
    with refusing(target):
        try:
            str(place).encode()
        except UnicodeEncodeError as error:  # libraries that write take no other names
            raise OutputRefused(str(target), "its name is not UTF-8", _ELSEWHERE) from error
        if place.is_symlink():
            raise OutputRefused(str(target), "is a link, not a folder", _ELSEWHERE)
        if place.is_dir():
            _check_folder(place, str(target))
        elif exists(place):
            raise OutputRefused(str(target), "is a file, not a folder", _ELSEWHERE)
        parent = next(folder for folder in place.parents if exists(folder))
        if not parent.is_dir():
            raise OutputRefused(str(target), f"{parent} is not a folder", _ELSEWHERE)
        _check_writable(parent, str(target))


def check_inputs(target: Path, inputs: Iterable[Path]) -> None:
    """Raise OutputRefused where an input lies in the output folder, is it, or contains it."""
    place = locate(target)
    for path in inputs:
        full = path.resolve()
        if full.is_relative_to(place):
            raise OutputRefused(
                str(target), f"holds the input {path}, which it would replace", _ELSEWHERE
            )
        if place.is_relative_to(full):
            raise OutputRefused(
                str(target), f"lies inside the input {path}, which would be read again", _ELSEWHERE
            )


def check_contents(folder: Path, where: str) -> None:
    """Raise OutputRefused about `where` if replacing the folder would lose anything not ours."""
    names = sorted({entry.name for entry in folder.iterdir()} - set(CARRIED))
    odd = [name for name in CARRIED if exists(folder / name) and not _plain(folder / name)]
    if not names and not odd:
        return
    try:
        listed = listed_files(folder, read_manifest(folder))
    except InputRefused:
        held = _some(names + odd)
        raise OutputRefused(
            where, f"is neither empty nor a threadgraph dataset (it holds {held})", _ELSEWHERE
        ) from None
    others = sorted(contents(folder).keys() - listed.keys()) + odd
    if others:
        raise OutputRefused(
            where,
            f"holds files that no build wrote ({_some(others)})",
            "Move them elsewhere, or choose another output folder.",
        )


def _check_folder(place: Path, where: str) -> None:
    if os.path.ismount(place):
        raise OutputRefused(where, "is a mount point, not replaceable", "Name a folder inside.")
    # The folder that is replaced is removed, and a shell or a program inside would stand nowhere.
    if Path.cwd().is_relative_to(place):
        raise OutputRefused(where, "is the working folder, or around it", "Go elsewhere first.")
    check_contents(place, where)
    _check_writable(place, where)


def _check_writable(folder: Path, where: str) -> None:
    # Windows answers for the read-only mark only, which says nothing about folders.
    if sys.platform != "win32" and not os.access(folder, os.W_OK | os.X_OK):
        raise OutputRefused(
            where, f"{folder} may not be written", "Choose an output folder that you may write to."
        )


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
