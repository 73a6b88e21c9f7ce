"""Give the dataset of the seeds, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

import threadgraph


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the seeds with the default options; tests only read the folder."""
    out = tmp_path_factory.mktemp("built") / "out"
    threadgraph.build(root / "seeds", out)
    return out
