"""Read documents whose parsers may take for ever in a process that can be killed."""

from __future__ import annotations

from typing import Literal, cast

from threadgraph.apart import Apart, Died, TookTooLong
from threadgraph.plugins import pick
from threadgraph.readers import Choice, readers
from threadgraph.readers._base import PageReader
from threadgraph.readers._report import Report, TextReport
from threadgraph.records import Page
from threadgraph.source import Refusal

__all__ = ["end_reading", "read_page", "report_of"]


def _do(
    verb: Literal["read", "report"], name: str, data: bytes
) -> Page | Report | TextReport | None:
    reader: PageReader = pick(readers(), name, "reader")
    if verb == "read":
        return reader.read(data)
    return reader.report(data) if reader.report else None


_APART = Apart(_do)


def read_page(choice: Choice, data: bytes, seconds: float, *, apart: bool) -> Page:
    """Read a document, in another process if its reader has risks and the document shows one.

    With `apart` the reader's risks are enough. Raises Refusal if it takes more than `seconds` there
    or ends the process, and whatever the reader raises.
    """
    risk = choice.reader.risk
    if risk is None or not (apart or risk(data)):
        return choice.reader.read(data)
    try:
        return cast("Page", _APART.call(seconds, "read", choice.name, data))
    except TookTooLong as error:
        why = f"reading did not end within {seconds:g} seconds"
        raise Refusal("TG132", f"{why} ({risk(data) or 'nothing in it looks unusual'})") from error
    except Died as error:
        why = f"the process that read it died, most likely for memory (exit code {error.code})"
        raise Refusal("TG134", why) from error


def report_of(name: str, data: bytes, seconds: float) -> Report | TextReport | None:
    """Tell how the reader of this name reads a document; None if it does not say, or not in time.

    The other process does it, as it reads documents that show a risk.
    """
    reader: PageReader = pick(readers(), name, "reader")
    if reader.risk is None or not reader.risk(data):
        return reader.report(data) if reader.report else None
    try:
        return cast("Report | TextReport | None", _APART.call(seconds, "report", name, data))
    except (TookTooLong, Died):
        return None


def end_reading() -> None:
    """End the other process, if there is one; the next document begins another."""
    _APART.close()
