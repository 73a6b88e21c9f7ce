"""Run threadgraph from the command line: verbs, input first, data on stdout, talk on stderr."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from threadgraph.cli import _build, _look, _measure
from threadgraph.cli._common import app
from threadgraph.errors import ThreadgraphError

__all__ = ["app", "main", "prepare"]

VERBS = (_build, _look, _measure)
"""The modules whose functions are the verbs, in the order of the help."""

_M_ARENA_MAX = -8  # of glibc's malloc.h
_GIVE_BACK = ("_RJEM_MALLOC_CONF", "dirty_decay_ms:100,muzzy_decay_ms:0")
"""What jemalloc, the allocator of polars, is told: it would keep freed memory for ten seconds."""


def main() -> None:
    """Run the program and exit with a documented code; errors are messages, never tracebacks."""
    prepare()
    try:
        code = _run()
    except SystemExit:  # typer leaves like this when nobody reads our output any more: `| head`
        code = 0
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # noqa: BLE001 - the boundary: what has no code of its own is a bug
        code = _failure(error)
    sys.exit(code)


def prepare() -> None:
    """Make the streams take any text, and keep the process small.

    To be called before the columns' library is imported, which reads how soon to give memory back.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - was closed by the shell; ours until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - text streams of the interpreter have it
    if sys.platform == "linux":
        # glibc reserves 64 MB of addresses for each of the twenty threads of polars and Arrow
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 2)
        os.environ.setdefault(*_GIVE_BACK)


def _run() -> int:
    from threadgraph.publish.signals import interruptible

    with interruptible():
        code = app(sys.argv[1:] or ["--help"], prog_name="threadgraph", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _failure(error: Exception) -> int:
    """Say what went wrong, and give the exit code."""
    match error:
        case TyperException():
            return _complain(error.format_message(), 2)
        case ThreadgraphError():
            return _complain(str(error), error.exit_code)
        case BrokenPipeError():
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        case OSError():  # the disk or our own output; inputs that fail are told as such
            return _complain(f"{error.filename or 'output'}: {error.strerror or error}", 5)
        case MemoryError():
            return _complain("out of memory; name fewer or smaller inputs, or set --max-file", 6)
        case _:
            if os.environ.get("THREADGRAPH_DEBUG"):
                raise error
            told = f"internal error: {type(error).__name__}: {error}"
            hint = "Please report it; THREADGRAPH_DEBUG=1 shows where it is."
            return _complain(f"{told}\n{hint}", 1)


def _complain(message: str, code: int) -> int:
    """Print at most five lines of what is wrong; foreign text cannot move the cursor."""
    from threadgraph.text import show

    for line in message.split("\n")[:5]:
        print(show(line, 1000), file=sys.stderr)  # noqa: T201 - the boundary to the terminal
    return code


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"threadgraph {version('threadgraph')}")  # noqa: T201 - the answer
        raise typer.Exit


@app.callback()
def _root(
    *,
    _: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    pass
