"""Unpack gzip and zstd streams a piece at a time, so that a limit can stop them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import zstandard

__all__ = ["DAMAGE", "unpacked"]

DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error, zstandard.ZstdError)
"""What `unpacked` raises for streams that are damaged or cut off."""

_CHUNK = 1 << 20


def unpacked(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Give the content in pieces, each with the count of packed bytes so far; 0: not packed."""
    head = file.read(6)
    if head.startswith(b"\x1f\x8b"):
        return _gzip_chunks(head, file)
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd_chunks(head, file)
    return ((chunk, 0) for chunk in _chunks(head, file))


def _chunks(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield head
    while chunk := file.read(_CHUNK):
        yield chunk


def _gzip_chunks(head: bytes, file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Give unpacked chunks with the count of packed bytes; members may follow each other."""
    unpacker = zlib.decompressobj(wbits=31)
    packed = 0
    for chunk in _chunks(head, file):
        packed += len(chunk)
        data = chunk
        while data:
            yield unpacker.decompress(data, _CHUNK), packed
            data = unpacker.unconsumed_tail
            if unpacker.eof:
                data = unpacker.unused_data.lstrip(b"\0")
                if data:
                    unpacker = zlib.decompressobj(wbits=31)
    if not unpacker.eof:
        raise EOFError("the compressed stream has no end")


def _zstd_chunks(head: bytes, file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Give unpacked chunks with the count of packed bytes; frames may follow each other.

    The input is fed a KiB at a time: a block of 4 bytes may unpack to 128 KiB, all at once.
    """
    packed = 0
    context = zstandard.ZstdDecompressor(max_window_size=1 << 31)
    unpacker = context.decompressobj()
    for chunk in _chunks(head, file):
        for start in range(0, len(chunk), 1 << 10):
            data = chunk[start : start + (1 << 10)]
            packed += len(data)
            while data:
                if unpacker.eof:
                    unpacker = context.decompressobj()
                yield unpacker.decompress(data), packed
                data = unpacker.unused_data if unpacker.eof else b""
    if not unpacker.eof:
        raise EOFError("the compressed stream has no end")
