"""Imports point one way: every module knows only what lies below it.

    __main__
    cli
    commands
    pipeline  dataset  spool
    checked
    readers  layouts  markup  link  graphs  validate  writers  publish  gazetteer
    schema  source  ids  text  records  dates  plugins  codes, and every module not named here
    errors

Imports for types alone count as well: they say which module knows which.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

LAYERS = (
    {"__main__"},
    {"", "cli"},  # "" is the package itself, which lends the public names
    {"commands"},
    {"pipeline", "dataset", "spool"},
    {"checked"},
    {
        "readers",
        "layouts",
        "markup",
        "link",
        "graphs",
        "validate",
        "writers",
        "publish",
        "gazetteer",
    },
    set[str](),  # what is named nowhere else, such as text and schema
    {"errors"},
)
BOTTOM = len(LAYERS) - 2
"""From this layer on parts may use their neighbours, as long as there is no cycle."""

SIDEWAYS = {
    ("pipeline", "spool"),
    ("readers", "layouts"),
    ("readers", "markup"),
    ("writers", "graphs"),
    ("link", "gazetteer"),
}
"""The neighbours that may be used, (user, used)."""

STRANGERS = {"readers", "layouts", "markup", "graphs", "writers", "commands"}
"""Parts whose modules are one format or verb each and do not know each other; helpers begin with _.

Commands may share: `explain` shows what `page` parsed.
"""
GROUPS = {"_text": 0, "_base": 1, "_boards": 2, "_heads": 3, "_verdict": 9}
"""The groups of helpers in `layouts`, the lower first; those of one software lie between."""
OF_SOFTWARE = 5
SHARED = {"threadgraph.commands.explain", "threadgraph.commands.page"}

PLAIN = (
    "threadgraph.readers.pages",
    "threadgraph.layouts",
    "threadgraph.markup",
    "threadgraph.records",
)
"""Parts that turn bytes into records in plain Python."""
HEAVY = {"polars", "pyarrow", "networkx", "typer", "rich", "pandas"}
LATE = {"networkx", "jsonschema", "pyarrow"}
"""Heavy or optional libraries that a function may import when it runs."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: who, whom, at which line, and whether a function hides it."""

    user: str
    used: str
    line: int
    hidden: bool


def imports(module: str, text: str, known: set[str]) -> Iterator[Import]:
    """Give the imports of a module; `from package import name` counts as the module it names."""
    tree = ast.parse(text)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = {inner for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            base = node.module or ""
            inside = [f"{base}.{alias.name}" for alias in node.names]
            names = [name if name in known else base for name in inside]
        else:
            continue
        for name in dict.fromkeys(names):
            yield Import(module, name, node.lineno, node in hidden)


def part(module: str) -> str:
    """Give the part of the program that a module belongs to; the package itself has no name."""
    return module.partition(".")[2].partition(".")[0]


def level(name: str) -> int:
    """Give the layer of a part, 0 at the top."""
    return next((number for number, parts in enumerate(LAYERS) if name in parts), BOTTOM)


def complaint(found: Import) -> str | None:
    """Say which rule an import breaks, if any."""
    own = found.used.split(".")[0] == "threadgraph"
    top = found.used.split(".")[0]
    if found.hidden and part(found.user) != "cli" and (own or top not in LATE):
        return "is hidden in a function"
    if own:
        return _wrong_direction(found)
    return "is not plain Python" if found.user.startswith(PLAIN) and top in HEAVY else None


def _wrong_direction(found: Import) -> str | None:
    user, used = part(found.user), part(found.used)
    if user == used:
        if _strangers(found, user):
            return "knows another format or verb"
        return "points up among the groups" if _group(found.used) > _group(found.user) else None
    if used == "":
        return "uses the public names, which lie above it"
    if level(used) < level(user):
        return "points up"
    sideways = level(used) == level(user) < BOTTOM and (user, used) not in SIDEWAYS
    return "points sideways" if user and sideways else None


def _group(module: str) -> int:
    """Give the level of a helper's group in `layouts`; a layout may use all, and 0 is elsewhere."""
    folders = module.split(".")[1:3]
    if folders[:1] != ["layouts"] or len(folders) < 2:
        return 9 if folders == ["layouts"] else 0
    name = folders[1]
    return GROUPS.get(name, OF_SOFTWARE) if name.startswith("_") else 9


def _strangers(found: Import, where: str) -> bool:
    if where not in STRANGERS or found.user in SHARED or found.used in SHARED:
        return False
    user, used = found.user.split(".")[2:], found.used.split(".")[2:]
    names = [p[-1] for p in (user, used) if p and not any(n.startswith("_") for n in p)]
    return len(names) == 2 and user != used and used[-1] not in {"pages", "dumps", "containers"}


def cycles(found: list[Import], known: set[str]) -> Iterator[str]:
    """Give one cycle for each module that can reach itself; packages count as their `__init__`."""
    edges: dict[str, set[str]] = {name: set() for name in known}
    for item in found:
        if item.used in known and item.used != item.user:
            edges[item.user].add(item.used)
    for start in sorted(known):
        waiting = [(start, (start,))]
        seen: set[str] = set()
        while waiting:
            here, path = waiting.pop()
            for following in sorted(edges[here] - seen):
                if following == start:
                    yield " -> ".join((*path, start))
                    waiting.clear()
                    break
                seen.add(following)
                waiting.append((following, (*path, following)))


def violations(modules: Mapping[str, str]) -> list[str]:
    """Check the modules, given as texts by name, and say what breaks which rule."""
    known = set(modules)
    found = [item for name, text in modules.items() for item in imports(name, text, known)]
    told = ((item, complaint(item)) for item in found)
    wrong = [f"{i.user}:{i.line}: import of {i.used} {why}" for i, why in told if why]
    return wrong + list(cycles(found, known))


def read_modules(folder: Path) -> dict[str, str]:
    """Give the texts of all modules below `src` by module name."""
    names = {
        path: ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(folder.rglob("*.py"))
    }
    return {name: path.read_text(encoding="utf-8") for path, name in names.items()}


def test_imports_point_one_way(root: Path) -> None:
    modules = read_modules(root / "src")
    assert "threadgraph.cli" in modules
    assert violations(modules) == []


GOOD = {
    "threadgraph": "",
    "threadgraph.errors": "",
    "threadgraph.text": "import re\nfrom threadgraph.errors import UsageError\n",
    "threadgraph.layouts": "from threadgraph.layouts._base import Layout",
    "threadgraph.layouts._base": "from threadgraph import text",
    "threadgraph.readers": "",
    "threadgraph.readers.pages": "",
    "threadgraph.readers.pages.text": "from threadgraph.layouts import choose",
    "threadgraph.writers.graphml": "def f():\n    import networkx",
    "threadgraph.pipeline": "from threadgraph import readers",
    "threadgraph.novel": "from threadgraph.text import show",
    "threadgraph.cli": "def f():\n    from threadgraph.pipeline import run",
}


def test_the_rules_allow_what_is_right() -> None:
    assert violations(GOOD) == []


@pytest.mark.parametrize(
    ("module", "text", "why"),
    [
        ("threadgraph.text", "from threadgraph.pipeline import run", "points up"),
        ("threadgraph.text", "from threadgraph import pipeline", "points up"),
        ("threadgraph.errors", "from threadgraph.text import show", "points up"),
        ("threadgraph.writers.csv", "import threadgraph.pipeline", "points up"),
        ("threadgraph.writers.csv", "from threadgraph.link.raw import Raw", "points sideways"),
        ("threadgraph.layouts.x", "from threadgraph.readers import choose", "points sideways"),
        ("threadgraph.graphs.x", "from threadgraph.writers import writers", "points sideways"),
        ("threadgraph.writers.csv", "import threadgraph.writers.graphml", "knows another format"),
        ("threadgraph.layouts._text.x", "import threadgraph.layouts._heads.y", "among the groups"),
        (
            "threadgraph.layouts._boards.x",
            "import threadgraph.layouts._phpbb.y",
            "among the groups",
        ),
        ("threadgraph.readers.pages.x", "import threadgraph.readers.pages.text", "knows another"),
        ("threadgraph.readers.pages.x", "import polars as pl", "not plain Python"),
        ("threadgraph.layouts.x", "def f():\n    import polars", "hidden in a function"),
        ("threadgraph.pipeline", "def f():\n    from threadgraph import text", "hidden"),
        ("threadgraph.pipeline", "def f():\n    import json", "hidden in a function"),
        ("threadgraph.text", "import threadgraph", "public names"),
        ("threadgraph.novel", "from threadgraph.readers import choose", "points up"),
        ("threadgraph.text", "from threadgraph.ids import x", "text -> threadgraph.ids -> "),
        (
            "threadgraph.text",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import threadgraph.pipeline",
            "points up",
        ),
    ],
)
def test_the_rules_refuse_what_is_wrong(module: str, text: str, why: str) -> None:
    modules = GOOD | {"threadgraph.ids": "from threadgraph import text", module: text}
    assert any(why in line for line in violations(modules)), violations(modules)
