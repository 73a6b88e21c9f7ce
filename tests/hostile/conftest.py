"""Measure what a call costs: tests compare it with that of twice as much."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

import pytest

Cost: TypeAlias = Callable[[Callable[[], object]], float]


@pytest.fixture
def cost() -> Cost:
    """Give the CPU seconds of a call, the better of two."""

    def measure(action: Callable[[], object]) -> float:
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            action()
            best = min(best, time.process_time() - start)
        return best

    return measure
