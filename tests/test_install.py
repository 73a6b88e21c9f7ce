"""What is installed works: the schemas reach the wheel, and an editable install reads the checkout.

The wheels are built here with hatchling, as pip does it, without a network.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

TELL = """
import site, sys
before = sys.path[:]
for folder in sys.argv[1:]:
    site.addsitedir(folder)
sys.path[:] = [p for p in sys.path if p not in before] + before
import threadgraph, threadgraph.schema as schema
print(threadgraph.__file__)
print(schema._folder())
print(",".join(schema.tables()))
"""
BUILD = """
import sys
from hatchling import build
print(getattr(build, sys.argv[1])(sys.argv[2]))
"""


def _run(code: str, *arguments: str, cwd: Path, path: str = "") -> list[str]:
    """Run a program text in a fresh interpreter and give the lines that it prints."""
    environment = os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(  # noqa: S603 - our own texts, with this interpreter
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _wheel(kind: str, root: Path, folder: Path) -> Path:
    return folder / _run(BUILD, kind, str(folder), cwd=root)[-1]


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel that users install."""
    return _wheel("build_wheel", root, tmp_path_factory.mktemp("wheel"))


def _schemas(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "schemas").glob("*.schema.json"))


def _tables(root: Path) -> set[str]:
    return {name.removesuffix(".schema.json") for name in _schemas(root)}


def test_the_wheel_holds_the_schemas_as_they_are(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        inside = {n: file.read(n) for n in file.namelist() if "/schemas/" in n}
    assert sorted(inside) == [f"threadgraph/schemas/{name}" for name in _schemas(root)]
    for name, data in inside.items():
        assert data == (root / "schemas" / Path(name).name).read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        info = next(n.split("/")[0] for n in names if n.endswith("/METADATA"))
        metadata = file.read(f"{info}/METADATA").decode()
        scripts = ConfigParser()
        scripts.read_string(file.read(f"{info}/entry_points.txt").decode())
    assert {n.split("/")[0] for n in names} == {"threadgraph", info}
    assert f"{info}/licenses/LICENSE" in names
    assert "threadgraph/py.typed" in names
    sources = (root / "src").rglob("*.py")
    assert {path.relative_to(root / "src").as_posix() for path in sources} <= set(names)
    assert scripts["console_scripts"]["threadgraph"] == "threadgraph.__main__:main"
    assert "License-Expression: Apache-2.0" in metadata


def test_the_package_of_the_wheel_finds_its_schemas(
    root: Path, wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "unpacked")
    package = tmp_path / "unpacked" / "threadgraph"
    told = _run(TELL, cwd=tmp_path, path=str(tmp_path / "unpacked"))
    assert told[:2] == [str(package / "__init__.py"), str(package / "schemas")]
    assert set(told[2].split(",")) == _tables(root)


def test_an_editable_install_reads_package_and_schemas_of_the_checkout(
    root: Path, tmp_path: Path
) -> None:
    wheel = _wheel("build_editable", root, tmp_path)
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)
        assert any(n.endswith(".pth") for n in file.namelist())
    told = _run(TELL, str(site), cwd=tmp_path)
    assert told[:2] == [str(root / "src/threadgraph/__init__.py"), str(root / "schemas")]
    assert set(told[2].split(",")) == _tables(root)


def test_the_same_checkout_gives_the_same_wheel(root: Path, wheel: Path, tmp_path: Path) -> None:
    assert _wheel("build_wheel", root, tmp_path).read_bytes() == wheel.read_bytes()


def test_constraints_are_exact_and_name_no_index(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all(line.count("==") == 1 and " " not in line for line in pins)
    assert not [line for line in lines if "://" in line or line.startswith("-")]
