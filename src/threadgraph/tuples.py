"""Make named tuples in less time, where millions of them are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

__all__ = ["maker"]

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[[tuple[object, ...]], T]:
    """Give what makes a named tuple of all its values, in half the time that calling it takes."""
    return partial(tuple.__new__, kind)  # pyright: ignore[reportReturnType, reportArgumentType, reportUnknownMemberType] - typed for plain tuples only
