"""Read documents whose parsers may take for ever in a process that can be killed."""

from __future__ import annotations

from threadgraph.apart import Apart, Died, TookTooLong
from threadgraph.plugins import pick
from threadgraph.readers import Choice, readers
from threadgraph.records import Page
from threadgraph.source import Refusal

__all__ = ["end_reading", "read_page"]


def _read(name: str, data: bytes) -> Page:
    return pick(readers(), name, "reader").read(data)


_APART = Apart(_read)


def read_page(choice: Choice, data: bytes, seconds: float, *, apart: bool) -> Page:
    """Read a document, in another process if its reader has risks and the document shows one.

    With `apart` the reader's risks are enough. Raises Refusal if it takes more than `seconds` there
    or ends the process, and whatever the reader raises.
    """
    risk = choice.reader.risk
    if risk is None or not (apart or risk(data)):
        return choice.reader.read(data)
    try:
        return _APART.call(seconds, choice.name, data)
    except TookTooLong as error:
        why = f"reading did not end within {seconds:g} seconds"
        raise Refusal("TG132", f"{why} ({risk(data) or 'nothing in it looks unusual'})") from error
    except Died as error:
        why = f"the process that read it died, most likely for memory (exit code {error.code})"
        raise Refusal("TG134", why) from error


def end_reading() -> None:
    """End the other process, if there is one; the next document begins another."""
    _APART.close()
