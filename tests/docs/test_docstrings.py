"""The examples in docstrings are run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import threadgraph

MODULES = sorted(
    info.name for info in pkgutil.walk_packages(threadgraph.__path__, prefix="threadgraph.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    found = finder.find(importlib.import_module("threadgraph.dataset"))
    assert any(test.examples for test in found)


def test_every_public_name_exists_and_has_a_docstring() -> None:
    for name in threadgraph.__all__:
        value = getattr(threadgraph, name)
        assert name == "__version__" or value.__doc__
