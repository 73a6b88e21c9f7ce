"""Gephi's own importer, built once and handed to the tests as a function."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "threadgraph-tests"
UNREACHABLE = ("Could not transfer", "Could not find artifact", "Unknown host", "offline mode")


@dataclass(frozen=True, kw_only=True)
class Gephi:
    """The built program of `src/main/java`, run in a Java of its own at each call."""

    java: str
    classpath: str

    def open(self, files: Iterable[Path], *, xml_reader: str | None = None) -> list[dict[str, Any]]:
        """Give what Gephi has after opening each file: see `Description.java` for the keys.

        Costs about a second for the start. `xml_reader` is the Java class that reads the XML;
        Gephi itself brings Woodstox.
        """
        chosen = [f"-Djavax.xml.stream.XMLInputFactory={xml_reader}"] if xml_reader else []
        done = self._run([*chosen, *self._main, "--dump", *map(str, files)])
        return [json.loads(line) for line in done.stdout.split("\n") if line]

    def draw(self, file: Path, png: Path, *, seed: int) -> str:
        """Lay the file out, write the picture and give what Gephi said meanwhile."""
        return self._run([*self._main, "--png", str(png), "--seed", str(seed), str(file)]).stderr

    @property
    def _main(self) -> list[str]:
        return ["-cp", self.classpath, "threadgraph.gephi.Main"]

    def _run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        settings = ["-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Xmx1g"]
        done = run([self.java, *settings, *words])
        assert done.returncode == 0, done.stderr
        return done


def run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and give what it printed."""
    return subprocess.run(  # noqa: S603 - the words are written in this folder
        words, capture_output=True, check=False, encoding="utf-8", errors="replace", timeout=900
    )


def unavailable(reason: str) -> pytest.skip.Exception | pytest.fail.Exception:
    """Give what to raise for a missing tool: a skip, or a failure where CI asks for all tools."""
    if os.environ.get("THREADGRAPH_REQUIRE_TOOLS"):
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(reason)


@pytest.fixture(scope="session")
def gephi() -> Gephi:
    """Build the program, or take the build of an earlier session, and give it."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if java is None or maven is None:
        raise unavailable(f"{'java' if java is None else 'mvn'} is not installed (see .ci/tools)")
    built = CACHE / f"gephi-{_digest()}"
    if not _usable(built):
        _build(maven, built)
    classpath = (built / "classpath.txt").read_text(encoding="utf-8").strip()
    return Gephi(java=java, classpath=os.pathsep.join([str(built / "classes"), classpath]))


@pytest.fixture(scope="session")
def refused_forms(gephi: Gephi) -> dict[str, dict[str, Any]]:
    """Give, by file name, what Gephi makes of forms that our writer must never write."""
    files = sorted((HERE / "fixtures" / "bad").glob("*.graphml"))
    return {file.stem: opened for file, opened in zip(files, gephi.open(files), strict=True)}


def _digest() -> str:
    sources = [HERE / "pom.xml", *sorted((HERE / "src").rglob("*.java"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def _usable(built: Path) -> bool:
    """Tell whether the build is there and the jars that it names are still in Maven's cache."""
    classpath = built / "classpath.txt"
    if not classpath.is_file():
        return False
    jars = classpath.read_text(encoding="utf-8").strip().split(os.pathsep)
    return all(Path(jar).is_file() for jar in jars)


def _build(maven: str, built: Path) -> None:
    """Build from Maven's cache alone, else with what Maven can fetch, then put it in place."""
    built.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=built.parent) as made:
        build = [
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-f",
            str(HERE / "pom.xml"),
            f"-Dbuilt={made}/target",
            "compile",
        ]
        done = run([maven, "-o", *build])
        if done.returncode:
            done = run([maven, *build])
        if done.returncode and any(word in done.stdout for word in UNREACHABLE):
            raise unavailable(
                f"Maven cannot fetch Gephi: {done.stdout[done.stdout.find('ERROR') :][:99]}"
            )
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.rmtree(built, ignore_errors=True)
        Path(made, "target").rename(built)
