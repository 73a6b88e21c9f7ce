"""Tell the IP addresses that boards of anonymous people show behind dates: "| IP 211.40.***.7"."""

from __future__ import annotations

import re

from threadgraph.layouts._text.chrome import is_chrome

__all__ = ["shows_address", "without_address"]

# "IP: 83.10.*.*", "| IP 211.40.***.7 삭제"
_SHOWN = re.compile(
    r"[\s|(\[]+ip:?\s?\d{1,3}(?:\.(?:\d{1,3}|[*x]{1,3})){1,3}[)\]]?(?:\s(?P<control>\S{1,20}))?$",
    re.IGNORECASE,
)


def shows_address(text: str) -> bool:
    """Tell a header with the address of who wrote; articles have none."""
    return _shown(text) is not None


def without_address(text: str) -> str:
    """Take the address and the control behind it away from the end of a header."""
    shown = _shown(text)
    return text[: shown.start()] if shown else text


def _shown(text: str) -> re.Match[str] | None:
    shown = _SHOWN.search(text) if ".*" in text or "IP" in text else None
    return shown if shown and is_chrome(shown["control"] or "") else None
