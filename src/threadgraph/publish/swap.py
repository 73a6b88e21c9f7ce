"""Put a staged folder in the target's place, in one step where the system can.

Linux and macOS exchange two folders in one step: readers never find the target absent. Elsewhere
the former folder is renamed first; a build killed between the two steps leaves it at `aside`, and
`clean` puts it back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from threadgraph.errors import OutputRefused
from threadgraph.publish.disk import exists, sync_folder
from threadgraph.publish.target import check_contents

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Places", "clean", "exchange", "install"]

_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2, and RENAME_SWAP of renamex_np
# File systems answer EINVAL or EOPNOTSUPP, old kernels ENOSYS, and sandboxes EPERM.
_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one build, side by side; `token` tells them from those of other builds."""

    target: Path
    token: str

    @property
    def staged(self) -> Path:
        """Where the new dataset is made; after an exchange it holds the former one."""
        return self.target.with_name(f".{self.target.name}.tmp-{self.token}")

    @property
    def aside(self) -> Path:
        """Where the former dataset waits if the system cannot exchange folders."""
        return self.target.with_name(f".{self.target.name}.old-{self.token}")


def install(places: Places, where: str) -> None:
    """Put the staged folder in the target's place, durably; on an error the former one is back.

    What was replaced is looked at once more: another program may have changed the target just
    before. `where` names the target in messages.
    """
    replaced = _put(places)
    try:
        if replaced is not None:
            check_contents(replaced, where)
        sync_folder(places.target.parent)
    except (OSError, OutputRefused):
        _take_back(places, replaced)
        raise


def clean(places: Places) -> bool:
    """Undo a swap that was cut in half and remove what is left of a build; tell if all is gone."""
    for _ in range(2):  # an error that passes must not leave anything behind
        with suppress(OSError):
            shutil.rmtree(places.staged, ignore_errors=True)
            if exists(places.aside) and not exists(places.target):
                places.aside.rename(places.target)
            shutil.rmtree(places.aside, ignore_errors=True)
            if not exists(places.staged) and not exists(places.aside):
                return True
    return False


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; tell whether the system can."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    one, two = os.fsencode(first), os.fsencode(second)
    flag = ctypes.c_uint(_EXCHANGE)
    try:
        if sys.platform == "darwin":
            status: int = libc.renamex_np(one, two, flag)
        else:
            status = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, two, flag)
    except AttributeError:  # a C library without the call
        return False
    if status == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(second))


def _put(places: Places) -> Path | None:
    if not exists(places.target):
        places.staged.rename(places.target)
        return None
    if exchange(places.staged, places.target):
        return places.staged
    places.target.rename(places.aside)
    try:
        places.staged.rename(places.target)
    except OSError:
        places.aside.rename(places.target)
        raise
    return places.aside


def _take_back(places: Places, replaced: Path | None) -> None:
    if replaced == places.staged:
        exchange(places.staged, places.target)
        return
    places.target.rename(places.staged)
    if replaced is not None:
        replaced.rename(places.target)
