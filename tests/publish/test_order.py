"""What is published is on the disk: the system sees the calls in the order that makes it so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from threadgraph.publish.manifest import describe_files
from threadgraph.publish.stage import staging
for word in ("old", "new"):
    with staging(Path(sys.argv[1])) as stage:
        for name in ("jsonl", "parquet"):
            (stage.folder / name).mkdir()
            (stage.folder / name / "posts").write_text(word)
        stage.publish({"word": word, "files": describe_files(stage.folder, {})})
"""
CALLS = "write,fsync,rename,renameat2,unlink,unlinkat,rmdir"


def test_each_step_waits_for_the_one_before(tmp_path: Path):
    """Files before folders, folders before the swap, the swap before the old one is removed."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("needs strace")
    log = tmp_path / "log"
    target = tmp_path.resolve() / "here" / "out"
    target.parent.mkdir()
    command = [strace, "-f", "-y", "-e", f"trace={CALLS}", "-o", str(log)]
    program = [sys.executable, "-c", PROGRAM, str(target)]
    if subprocess.run([*command, *program], check=False).returncode:  # noqa: S603
        pytest.skip("strace may not trace here")
    calls = [line for line in log.read_text().splitlines() if str(target.parent) in line]
    second = next(n for n, line in enumerate(calls) if "renameat2" in line)
    token = re.search(r"\.out\.tmp-[0-9a-f]{16}", calls[second])
    assert token
    staged = target.parent / token[0]

    def at(pattern: str) -> int:
        found = [n for n, line in enumerate(calls) if re.search(pattern, line)]
        assert found, pattern
        return found[-1]

    for name in ("jsonl", "parquet"):
        posts = re.escape(f"<{staged}/{name}/posts>")
        assert at(rf"write\(\d+{posts}") < at(rf"fsync\(\d+{posts}")
        assert at(rf"fsync\(\d+{posts}") < at(rf"write\(\d+<{staged}/manifest.json>")
        assert at(rf"fsync\(\d+<{staged}/{name}>") < at(rf"fsync\(\d+<{staged}>")
    manifest = re.escape(f"<{staged}/manifest.json>")
    assert at(rf"write\(\d+{manifest}") < at(rf"fsync\(\d+{manifest}")
    assert at(rf"fsync\(\d+{manifest}") < at(rf"fsync\(\d+<{staged}>") < second
    parent = [n for n, line in enumerate(calls) if f"<{target.parent}>)" in line and n > second]
    removed = [n for n, line in enumerate(calls) if re.search(r"unlink|rmdir", line) and n > second]
    assert second < parent[0] < removed[0]
