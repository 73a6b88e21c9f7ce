"""Options and fixtures of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="write the expected records of the cases anew"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> list[Path]:
    """Give the seed pages in order."""
    return sorted((root / "seeds").glob("*.txt"))
