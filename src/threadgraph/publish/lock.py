"""Hold the lock of one target: a file beside it that names the build's folders while it runs.

The system frees the lock when the process ends, however it ends. Who gets the lock and finds a
token in the file knows two things for certain: the build of that token is dead, and which folders
beside the target are its own. So no living build's folder is ever removed, and nobody else's.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from threadgraph.errors import OutputRefused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Lock", "acquire"]

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_NOTE = re.compile(rb"threadgraph ([0-9]{1,20}) ([0-9a-f]{16})\n")
_NOTE_LIMIT = 64
_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_FAR = 1 << 20  # Windows forbids reading locked bytes: lock one that is not there
_CLOSED = -1


@dataclass(slots=True)
class Lock:
    """A lock that is held; `token` is that of the build that died with it, if one did."""

    path: Path
    number: int
    token: str | None

    @property
    def is_held(self) -> bool:
        """Whether this process holds the lock: not after a release, nor in a forked child."""
        return self.number != _CLOSED

    def note(self, token: str) -> None:
        """Write down the token of this build, durably, before it makes any folder."""
        os.ftruncate(self.number, 0)
        os.lseek(self.number, 0, os.SEEK_SET)
        os.write(self.number, f"threadgraph {os.getpid()} {token}\n".encode("ascii"))
        os.fsync(self.number)

    def release(self, *, keep: bool) -> None:
        """Free the lock; `keep` leaves the file, so that the next build sees the token."""
        # A lock file that stays without a need harms nobody: the next build takes it over.
        with suppress(OSError):
            if not keep and sys.platform != "win32" and _is_at(self.number, self.path):
                self.path.unlink()
        self.forget()
        if not keep and sys.platform == "win32":
            with suppress(OSError):  # fails while another build has it open, as it should
                self.path.unlink()

    def forget(self) -> None:
        """Close the file: in a forked child that keeps the lock with its parent alone."""
        number, self.number = self.number, _CLOSED
        if number != _CLOSED:
            with suppress(OSError):
                os.close(number)


def acquire(path: Path, where: str) -> Lock:
    """Take the lock at once, or raise OutputRefused about `where` if another build has it."""
    while True:
        number = os.open(path, _FLAGS, 0o666)
        lock = Lock(path, number, None)
        try:
            _exclude_others(number, where)
            lock.token = _token(_read_note(number, path, where))
            if _is_at(number, path):
                break
        except BaseException:
            lock.forget()
            raise
        lock.forget()  # the build before us removed the file while we opened it
    if sys.platform != "win32":
        # A worker process must not hold the lock when its killed parent no longer does.
        os.register_at_fork(after_in_child=lock.forget)
    return lock


def _exclude_others(number: int, where: str) -> None:
    try:
        if sys.platform == "win32":
            os.lseek(number, _FAR, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        holder = _NOTE.fullmatch(_head(number))
        process = f" (process {int(holder[1])})" if holder else ""
        raise OutputRefused(
            where,
            f"another build is writing it{process}",
            "Wait until it has ended, or choose another output folder.",
        ) from None


def _read_note(number: int, path: Path, where: str) -> bytes:
    note = _head(number) if stat.S_ISREG(os.fstat(number).st_mode) else b"?"
    if note and not _NOTE.fullmatch(note):
        raise OutputRefused(
            where, f"{path} is no lock of a threadgraph build", "Move that file away."
        )
    return note


def _token(note: bytes) -> str | None:
    found = _NOTE.fullmatch(note)
    return found[2].decode("ascii") if found else None


def _head(number: int) -> bytes:
    os.lseek(number, 0, os.SEEK_SET)
    return os.read(number, _NOTE_LIMIT)


def _is_at(number: int, path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(number), path.lstat())
    return False
