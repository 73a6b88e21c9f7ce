"""Fix what a code is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Code", "Severity"]

Severity = Literal["rejected", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code: its severity, what it says, and what to do."""

    severity: Severity
    meaning: str
    advice: str
