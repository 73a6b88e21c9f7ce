"""Check what users choose, in Python as on the command line."""

from __future__ import annotations

from threadgraph.errors import UsageError

__all__ = ["at_least", "one_of", "several"]


def one_of(option: str, value: str | None, known: tuple[str, ...]) -> str | None:
    """Give the value if it is a known one; raise UsageError with the known ones if not."""
    if value is not None and value not in known:
        raise UsageError(option, f"{value!r} is not one of {', '.join(known)}")
    return value


def several(option: str, value: object) -> None:
    """Raise UsageError for a plain string where several are wanted: its letters would be taken."""
    if isinstance(value, str):
        raise UsageError(option, f"{value!r} is one text, not several", f"Write ({value!r},).")


def at_least(option: str, value: int, least: int) -> None:
    """Raise UsageError for a number that is too small."""
    if value < least:
        raise UsageError(option, f"{value} is less than {least}")
