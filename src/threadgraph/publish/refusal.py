"""Tell failures of the disk as `OutputRefused`: what failed, and what to do."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from threadgraph.errors import OutputRefused

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["is_of_output", "refusal", "refusing"]

# polars gives the number in the text only: `parquet: ... No space left on device (os error 28)`
_OS_ERROR = re.compile(r"\(os error ([0-9]{1,5})\)")

_FULL = "Free space on this disk, or choose another output folder."
_FORBIDDEN = "Choose an output folder that you may write to."
_UNLOCKABLE = "This file system has no locks; build on another one and copy the dataset."
_ADVICE = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "Raise the limit on file sizes (`ulimit -f`), or choose another disk.",
    errno.EROFS: _FORBIDDEN,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: "Something removed the folder meanwhile; run again.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.EBUSY: "Something uses the folder (a mount?); choose another output folder.",
    errno.ENOLCK: _UNLOCKABLE,
    errno.ENOSYS: _UNLOCKABLE,
    errno.EOPNOTSUPP: _UNLOCKABLE,
}
_WRITING_ONLY = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


@contextmanager
def refusing(target: Path) -> Generator[None]:
    """Raise `OutputRefused` about the target in place of any OSError."""
    try:
        yield
    except OSError as error:
        raise refusal(target, error) from error


def refusal(target: Path, error: Exception) -> OutputRefused:
    """Give the refusal that tells of an error of the disk."""
    number = _number(error)
    reason = str(error) if number is None else os.strerror(number)
    advice = _ADVICE.get(number or 0, "Check the disk, then run again.")
    return OutputRefused(str(target), f"the dataset cannot be written ({reason})", advice)


def is_of_output(error: Exception, folder: Path) -> bool:
    """Tell whether an error of the work in a staging folder is one of writing it.

    Errors that name another file, and those that no disk gives (a closed pipe), are not.
    """
    number = _number(error)
    filename: object = getattr(error, "filename", None)
    if number is None:
        return False
    if number in _WRITING_ONLY or str(folder) in f"{filename} {error}":
        return True
    return number == errno.EIO and filename is None


def _number(error: Exception) -> int | None:
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno
    found = _OS_ERROR.search(str(error))
    return int(found[1]) if found else None
