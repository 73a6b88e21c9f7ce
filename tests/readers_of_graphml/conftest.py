"""The readers, each a program in its own language that prints what it finds in files as JSON."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "threadgraph-tests"
JARS = Path("/usr/share/java")
JGRAPHT = (
    "jgrapht-core",
    "jgrapht-io",
    "jheaps",
    "commons-text",
    "commons-lang3",
    "antlr4-runtime",
)
SYSTEM_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A program that opens GraphML, and what it cannot keep apart.

    `types` has its name of each GraphML type, `missing` what stands for a missing value and
    `line_ends` the characters that it turns into a plain line end.
    """

    name: str
    types: Mapping[str, str]
    command: Sequence[str]
    missing: frozenset[Any] = frozenset()
    line_ends: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)

    def read(self, files: Iterable[Path]) -> list[dict[str, Any]]:
        """Give for each file what the reader has, or why it refuses it under `error`."""
        done = run([*self.command, *map(str, files)], **self.environment)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.split("\n") if line]


def run(words: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and give what it printed."""
    return subprocess.run(  # noqa: S603 - the words are written in this folder
        words,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        timeout=600,
        env={**os.environ, **environment},
    )


def unavailable(reason: str) -> pytest.skip.Exception | pytest.fail.Exception:
    """Give what to raise for a missing tool: a skip, or a failure where CI asks for all tools."""
    if os.environ.get("THREADGRAPH_REQUIRE_TOOLS"):
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(reason)


def found(program: str) -> str:
    """Give the path of a program, or skip."""
    path = shutil.which(program)
    if path is None:
        raise unavailable(f"{program} is not installed (see .ci/tools)")
    return path


def graphology() -> Reader:
    """Give the loader of Gephi Lite, installed from npm into the user's cache."""
    packages = _npm_packages(found("node"), found("npm"))
    return Reader(
        name="graphology",
        types={
            "boolean": "boolean",
            "int": "number",
            "long": "number",
            "double": "number",
            "string": "string",
        },
        line_ends="\x85\u2028",  # xmldom's doing; a browser's own parser keeps them
        command=[found("node"), str(HERE / "read_with_graphology.cjs")],
        environment={"NODE_PATH": str(packages)},
    )


def jgrapht() -> Reader:
    """Give JGraphT as Debian packs it; a file that the XML schema refuses is refused."""
    jars = [JARS / f"{name}.jar" for name in JGRAPHT]
    java, javac = found("java"), found("javac")
    if not all(jar.exists() for jar in jars):
        raise unavailable("the package libjgrapht-java is not installed (see .ci/tools)")
    source = HERE / "ReadWithJGraphT.java"
    classpath = os.pathsep.join(map(str, jars))

    def compile_into(folder: Path) -> None:
        words = ["-Xlint:all,-path,-processing", "-Werror", "-cp", classpath, "-d", str(folder)]
        done = run([javac, *words, str(source)])
        assert done.returncode == 0, done.stderr

    classes = _made_once("jgrapht", source, compile_into)
    return Reader(
        name="jgrapht",
        types={name: name for name in ("boolean", "int", "long", "double", "string")},
        command=[java, "-cp", os.pathsep.join([str(classes), classpath]), "ReadWithJGraphT"],
    )


def graph_tool() -> Reader:
    """Give graph-tool as Debian packs it for the system's Python."""
    asked = "import importlib.util as u, sys; sys.exit(u.find_spec('graph_tool') is None)"
    if not Path(SYSTEM_PYTHON).exists() or run([SYSTEM_PYTHON, "-c", asked]).returncode:
        raise unavailable("the package python3-graph-tool is not installed (see .ci/tools)")
    return Reader(
        name="graph-tool",
        types={
            "boolean": "bool",
            "int": "int32_t",
            "long": "int64_t",
            "double": "long double",
            "string": "string",
        },
        missing=frozenset({0, ""}),
        command=[SYSTEM_PYTHON, str(HERE / "read_with_graph_tool.py")],
    )


@pytest.fixture(scope="session", params=[graphology, jgrapht, graph_tool], ids=lambda r: r.__name__)
def reader(request: pytest.FixtureRequest) -> Reader:
    """Give each reader that is installed."""
    return request.param()


@pytest.fixture(scope="session")
def refused_form() -> Callable[[str], Path]:
    """Give the file of a form that our writer must never write, by its name."""
    return lambda name: HERE.parent / "gephi" / "fixtures" / "bad" / f"{name}.graphml"


def _npm_packages(node: str, npm: str) -> Path:
    wanted = HERE / "package.json"

    def install_into(folder: Path) -> None:
        shutil.copy(wanted, folder)
        quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
        words = [npm, "install", *quiet, "--prefer-offline", "--prefix", str(folder)]
        done = run(words, PATH=os.pathsep.join([str(Path(node).parent), os.environ["PATH"]]))
        if done.returncode:
            raise unavailable(
                f"npm cannot install: {done.stderr[done.stderr.find('npm error') :][:80]}"
            )

    return _made_once("graphology", wanted, install_into) / "node_modules"


def _made_once(name: str, source: Path, make: Callable[[Path], None]) -> Path:
    """Give the folder that `make` filled for this very source, in this session or an earlier."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    kept = CACHE / f"{name}-{digest}"
    if not kept.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as made:
            Path(made, "content").mkdir()
            make(Path(made, "content"))
            Path(made, "content").rename(kept)
    return kept
