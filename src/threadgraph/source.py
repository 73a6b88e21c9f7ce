"""Find the documents among the inputs and read their bytes.

Inputs are files, folders, patterns such as `pages/*.txt` that the shell left alone, and `-` for
standard input; `.gz` and `.zst` are unpacked. Nothing but
regular files is opened, and links inside folders are not followed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from glob import glob, has_magic
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from threadgraph.errors import InputRefused, UsageError
from threadgraph.text import show
from threadgraph.unpack import DAMAGE, unpacked

__all__ = ["LIMIT_CODES", "Limits", "Refusal", "Source", "collect", "read", "safe", "size_of"]

LIMIT_CODES = frozenset(("TG115", "TG132"))
"""The codes of refusals that a higher limit would have avoided."""

_EXPANSION_FLOOR = 64 << 20
_SUFFIXES = (".gz", ".zst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read.

    `max_file` is bytes of a document after decompression, `max_record` bytes of the text of one
    post; `max_expansion` is how far compressed data may expand, beyond 64 MiB. `max_seconds` is how
    long one document may take where its parser could take for ever.
    """

    max_file: int = 2 << 30
    max_record: int = 64 << 20
    max_expansion: int = 200
    max_seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document to be read: its key, where it comes from, and its file.

    `path` is None for standard input; `root` is the input that it was found in. `refused` tells
    why it must not be opened, `code` of which kind that is. All sources of a build are in memory:
    a string takes a fifth of what a `Path` does.
    """

    key: str
    name: str
    path: str | None
    root: Path | None = None
    refused: str | None = None
    code: str = "TG113"


class Refusal(Exception):  # noqa: N818 - named for what was done
    """Tell that one source cannot be read; `code` is its diagnostic code."""

    def __init__(self, code: str, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(reason)


def collect(inputs: Sequence[str]) -> list[Source]:
    """Give the documents of the inputs, by key; two of one key raise UsageError.

    The key of a file is its name, in a folder the path inside the folder, of a pattern the path
    below its first part with a sign, without `.gz` and `.zst`. Files and folders whose names begin
    with a dot are passed over in folders.
    """
    sources = _without_copies([source for name in inputs for source in _expand(name)])
    if not sources:
        shown = ", ".join(show(name) for name in inputs)
        raise InputRefused(shown, "no files to read", "Name files or a folder that holds some.")
    counts = Counter(source.key for source in sources)
    key, count = counts.most_common(1)[0]
    if count > 1:
        names = [show(s.name) for s in sources if s.key == key]
        raise UsageError(
            show(key),
            f"{count} inputs have this name: {', '.join(names[:3])}",
            "Ids are made from names: rename one, or give the folder above both as the one input.",
        )
    return sorted(sources, key=lambda source: source.key)


def _without_copies(sources: list[Source]) -> list[Source]:
    """Refuse `page.html.gz` beside `page.html`: `gzip -k` and caches of sites leave such copies."""
    counts = Counter(source.key for source in sources)
    if len(counts) == len(sources):
        return sources
    first: dict[tuple[str, Path], Source] = {}
    for source in sorted(sources, key=lambda source: source.path or ""):  # the shortest first
        if counts[source.key] > 1 and source.path is not None:
            first.setdefault(_place(source), source)
    read = [first.get(_place(source), source) for source in sources]
    return [
        source if source.path == other.path else _copy_of(other, source)
        for source, other in zip(sources, read, strict=True)
    ]


def _place(source: Source) -> tuple[str, Path]:
    return source.key, Path(source.path or "").parent


def _copy_of(read: Source, source: Source) -> Source:
    key = source.key + Path(source.name).suffix
    why = f"a packed copy beside {show(read.name)}, which is read"
    return replace(source, key=key, refused=why, code="TG117")


def _expand(name: str, base: Path | None = None) -> Iterator[Source]:
    """Give the documents of an input; what a pattern finds is keyed by its path below `base`."""
    if name == "-":
        yield Source(key="stdin", name="-", path=None)
        return
    if not name:
        raise UsageError("an input", "its name is empty", "Is a variable of the shell not set?")
    path = Path(name)
    matches = _matches(name)
    if matches:
        for match in matches:
            yield from _expand(match, _base(name))
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise InputRefused(show(name, 200), f"{why}", "Check the path.") from error
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    else:
        own = safe(path.name if base is None else path.relative_to(base).as_posix())
        yield Source(key=_key(own), name=own, path=str(path), root=path, refused=_irregular(mode))


def _base(pattern: str) -> Path:
    """Give the folder in which a pattern seeks: its parts before the first with a sign."""
    return Path(*takewhile(lambda part: not has_magic(part), Path(pattern).parts))


def _matches(name: str) -> list[str]:
    """Give the paths that a pattern names; a file whose own name looks like one is no pattern."""
    if not has_magic(name) or os.path.lexists(name):
        return []
    return sorted(glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute


def _walk(folder: Path) -> Iterator[Source]:
    """Give the files below a folder, without recursion and without following links."""
    prefix = safe(folder.name) + "/" if folder.name not in {"", ".", ".."} else ""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            # entries with what they know of a file take ten times as much memory as this
            entries = sorted(
                (entry.name, entry.path, _mode(entry)) for entry in os.scandir(current)
            )
        except OSError as error:
            inside = safe(current.relative_to(folder).as_posix())
            why = f"the folder cannot be listed: {error.strerror}"
            name = prefix + inside
            yield Source(key=inside, name=name, path=str(current), root=folder, refused=why)
            continue
        for name, path, mode in entries:
            if name.startswith("."):
                continue
            if mode is not None and stat.S_ISDIR(mode):
                waiting.append(Path(path))
                continue
            inside = safe(Path(path).relative_to(folder).as_posix())
            yield Source(
                key=_key(inside),
                name=prefix + inside,
                path=path,
                root=folder,
                # what is gone meanwhile cannot be read either, and `read` says why
                refused=None if mode is None else _irregular(mode),
            )


def _mode(entry: os.DirEntry[str]) -> int | None:
    """Give what kind of file stands there, None where that cannot be known."""
    try:
        return entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return None


def _irregular(mode: int) -> str | None:
    kinds: tuple[tuple[Callable[[int], bool], str], ...] = (
        (stat.S_ISREG, ""),
        (stat.S_ISLNK, "a symbolic link inside a folder is not followed"),
        (stat.S_ISFIFO, "a pipe is not read; give it to `-` instead"),
    )
    for test, reason in kinds:
        if test(mode):
            return reason or None
    return "not a regular file"


def safe(name: str) -> str:
    r"""Make a name valid text: bytes that are not UTF-8 are written as `\\xNN`."""
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character, which no file's name has
        return name.encode("utf-8", "backslashreplace").decode()


def _key(name: str) -> str:
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def size_of(source: Source) -> int:
    """Give the bytes of a source's file, packed or not; 0 where none can be read."""
    if source.path is None or source.refused is not None:
        return 0
    try:
        return Path(source.path).stat().st_size
    except OSError:
        return 0  # `read` says why


def read(source: Source, limits: Limits) -> bytes:
    """Give the source's bytes after decompression; raise Refusal for what cannot be read."""
    if source.refused is not None:
        raise Refusal(source.code, source.refused)
    try:
        if source.path is None:
            if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - the shell may close it
                raise Refusal("TG112", "standard input is closed")
            return _within(unpacked(sys.stdin.buffer), limits)
        with _open(source.path) as file:
            return _within(unpacked(file), limits)
    except DAMAGE as error:
        raise Refusal("TG114", f"damaged or cut off: {error}") from error
    except OSError as error:
        raise Refusal("TG112", f"{error.strerror or error}") from error


def _open(path: str) -> BinaryIO:
    """Open without waiting: a file may have become a pipe since it was listed."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    return os.fdopen(handle, "rb")


def _within(chunks: Iterable[tuple[bytes, int]], limits: Limits) -> bytes:
    """Join unpacked chunks; raise Refusal where they are more than the limits allow."""
    parts: list[bytes] = []
    size = 0
    for chunk, packed in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size > limits.max_file:
            raise Refusal("TG115", f"larger than the limit of {limits.max_file} bytes")
        if packed and size > max(_EXPANSION_FLOOR, limits.max_expansion * packed):
            raise Refusal("TG115", f"expands more than {limits.max_expansion}-fold")
    return b"".join(parts)
