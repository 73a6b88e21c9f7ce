"""Call a function in another process, which is killed where a call does not end.

Neither a thread nor a signal stops a parser written in C; a process can always be killed. The
other process begins with the first call, serves the next ones, and ends with this process. It is a
bare interpreter, not a process of `multiprocessing`: that one would run the user's script again.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import select
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from threading import Lock
from typing import IO, Any, Generic, ParamSpec, TypeVar

__all__ = ["Apart", "Died", "TookTooLong", "serve"]

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

START_SECONDS = 60.0
"""How long the process may take to begin: importing the parsers, on a busy machine."""
_GRACE = 5.0
_SERVE = "import sys; sys.path[:] = sys.argv[1:]; from threadgraph.apart import serve; serve()"
_READY = b"ready"


class TookTooLong(Exception):  # noqa: N818 - named for what happened
    """Tell that a call did not end in time and was killed."""


class Died(Exception):  # noqa: N818 - named for what happened
    """Tell that the process ended before the call did; `code` is its exit code."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


class Apart(Generic[Arguments, Result]):
    """Call `function` in another process, each time for at most `seconds`.

    The function must have a name in a module; what it takes, gives and raises must be picklable.
    Calls from several threads take turns.
    """

    def __init__(self, function: Callable[Arguments, Result]) -> None:
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._ending: weakref.finalize[..., Apart[Arguments, Result]] | None = None
        self._owner = os.getpid()
        self._lock = Lock()

    def call(self, seconds: float, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        """Give what the function gives within the time, and raise what it raises.

        Raises TookTooLong if it does not end in time, Died if its process does not live that long.
        """
        with self._lock:
            try:
                request = pickle.dumps((seconds, arguments, named), protocol=5)
                worked, value = self._answer(request, seconds)
            except BaseException:  # the next call must not read the answer to this one
                self.close()
                raise
        if not worked:
            raise value
        return value

    def close(self) -> None:
        """End the process; the next call begins another."""
        if self._ending is not None and self._owner == os.getpid():
            self._ending()
        elif self._ending is not None:
            self._ending.detach()  # a fork: the process is its parent's
        self._process = self._ending = None

    def _answer(self, request: bytes, seconds: float) -> tuple[bool, Any]:
        process = self._started()
        with contextlib.suppress(BrokenPipeError):  # it died: there is no answer to read either
            _send(_pipe(process.stdin), request)
        return pickle.loads(_awaited(process, seconds))  # noqa: S301 - our own process wrote it

    def _started(self) -> subprocess.Popen[bytes]:
        """Give the process, begun anew if there is none or a fork left it to another."""
        process = self._process
        if process is not None and self._owner == os.getpid() and process.poll() is None:
            return process
        self.close()
        command = [sys.executable, "-P", "-c", _SERVE, *sys.path]
        process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._process, self._owner = process, os.getpid()
        self._ending = weakref.finalize(self, _end, process)
        with contextlib.suppress(BrokenPipeError):
            _send(_pipe(process.stdin), pickle.dumps(self._function))
        _awaited(process, START_SECONDS)
        return process


def _awaited(process: subprocess.Popen[bytes], seconds: float) -> bytes:
    """Give the process's next message; kill it if there is none in time."""
    answers = _pipe(process.stdout)
    late = not _readable(answers, seconds)
    if late:
        process.kill()
    message = None if late else _receive(answers)
    if message is not None:
        return message
    code = process.wait()
    if late:
        raise TookTooLong
    raise Died(code)


def _readable(pipe: IO[bytes], seconds: float) -> bool:
    """Wait until there is something to read, or the other end is closed; tell if there is.

    Windows cannot wait for a pipe; there the other process ends itself, see `serve`.
    """
    if sys.platform == "win32":
        return True
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not sent has no reader any more
            _pipe(pipe).close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "opened as a pipe"  # noqa: S101 - for the type
    return pipe


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(8, "big"))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Give the next message, None where the other end is closed."""
    size = pipe.read(8)
    if len(size) < 8:  # noqa: PLR2004 - the size was cut off
        return None
    count = int.from_bytes(size, "big")
    message = pipe.read(count)
    return message if len(message) == count else None


def serve() -> None:
    """Answer the calls that come by standard input until it is closed: the other process.

    What a library prints goes nowhere. Where nobody is left to kill a call, it ends itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calls, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    first = _receive(calls)
    if first is None:
        return
    function = pickle.loads(first)  # noqa: S301 - our own process wrote it
    _send(answers, _READY)
    while (request := _receive(calls)) is not None:
        _send(answers, _called(function, request))


def _called(function: Callable[..., Any], request: bytes) -> bytes:
    seconds, arguments, named = pickle.loads(request)  # noqa: S301 - our own process wrote it
    faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
    try:
        return pickle.dumps((True, function(*arguments, **named)), protocol=5)
    except MemoryError:
        os._exit(1)  # what is left cannot be trusted; the next call begins anew
    except Exception as error:  # noqa: BLE001 - it is raised again where the call was made
        return pickle.dumps((False, _picklable(error)), protocol=5)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - written on this line
    except Exception:  # noqa: BLE001 - exceptions of libraries may do anything here
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
