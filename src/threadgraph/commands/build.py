"""Build a dataset: read the inputs, write every format, publish."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from threadgraph.checks import at_least, several
from threadgraph.commands._counts import height, tally
from threadgraph.dataset import Dataset
from threadgraph.errors import UsageError
from threadgraph.pipeline import Input, ReadOptions, run
from threadgraph.plugins import pick
from threadgraph.publish.manifest import describe_files, read_manifest
from threadgraph.publish.stage import staging
from threadgraph.publish.target import check_inputs
from threadgraph.schema import SCHEMA_VERSION, Tables
from threadgraph.source import Source, collect
from threadgraph.spool import Spool
from threadgraph.writers import WriteOptions, WrittenFile, writers

__all__ = ["BuildOptions", "BuildResult", "Progress", "build", "build_sources", "summarise"]

STOPPED = ("TG132", "TG134")
"""The codes of documents that a slow or small machine loses and another does not."""
DEFAULT_FORMATS = ("parquet", "jsonl", "graphml")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What users choose of a build; `workers` (processes) change its speed and nothing else.

    In a script more than one need the call to stand below `if __name__ == "__main__":`, as each
    process runs the script's other lines again.
    """

    formats: tuple[str, ...] = DEFAULT_FORMATS
    read: ReadOptions = field(default_factory=ReadOptions)
    write: WriteOptions = field(default_factory=WriteOptions)
    workers: int = 1

    def __post_init__(self) -> None:
        """Raise UsageError for what cannot be chosen."""
        several("formats", self.formats)
        at_least("workers", self.workers, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Be told how far a build is: `total` sources, `advance` by some, `step` names what is done."""

    total: Callable[[int], None] = lambda _: None
    advance: Callable[[int], None] = lambda _: None
    step: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """A published dataset: its folder, its manifest, and what the summary shows."""

    folder: Path
    manifest: dict[str, Any]
    summary: dict[str, Any]


def build(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path,
    options: BuildOptions | None = None,
) -> Dataset:
    """Read files and folders and publish a dataset to the folder `out`.

    `out` must be absent, empty, or a dataset of threadgraph, which is replaced whole. Raises
    InputRefused if nothing could be read, OutputRefused if `out` is not ours or cannot be written.
    """
    many = [inputs] if isinstance(inputs, str | Path) else inputs
    sources = collect([str(item) for item in many])
    result = build_sources(sources, Path(out), options or BuildOptions())
    return Dataset.load(result.folder)


def build_sources(
    sources: Sequence[Source], out: Path, options: BuildOptions, progress: Progress | None = None
) -> BuildResult:
    """Build from sources that were collected, telling the progress."""
    tell = progress or Progress()
    check_inputs(out, sorted({source.root for source in sources if source.root is not None}))
    chosen = [pick(writers(), name, "format") for name in _checked_formats(options.formats)]
    tell.total(len(sources))
    with staging(out) as stage:
        spool_folder = stage.folder / ".spool"
        spool = Spool(spool_folder)
        inputs = run(sources, options.read, spool, tell.advance, options.workers)
        tables = spool.tables()
        files: list[WrittenFile] = []
        for writer in chosen:
            tell.step(writer.name)
            files += writer.write(tables, stage.folder, options.write)
        summary = summarise(tables, files)
        counts = _counts(tables, inputs)
        shutil.rmtree(spool_folder, ignore_errors=True)
        tell.step("publish")
        described = describe_files(stage.folder, {f.path: f.rows for f in files})
        manifest = _manifest(inputs, options, counts, summary["diagnostics"]) | {
            "files": described,
            "graphs": {f.path: dict(f.counts) for f in files if f.counts},
        }
        stage.publish(manifest)
    return BuildResult(folder=out, manifest=read_manifest(out), summary=summary)


def _checked_formats(formats: Sequence[str]) -> list[str]:
    if not formats:
        raise UsageError(
            "--format", "no format is named", f"Known formats: {', '.join(writers())}."
        )
    return sorted(set(formats), key=list(formats).index)


def summarise(tables: Tables, files: Sequence[WrittenFile] = ()) -> dict[str, Any]:
    """Count what is in the tables, for the summary on the screen and for `--json`."""
    own = pl.col("status") != "missing"
    dropped = sum(f.counts.get("dropped_characters", 0) for f in files)
    return {
        "documents": tally(tables["documents"], "outcome"),
        "posts": tally(tables["posts"].filter(own), "role"),
        "parents": tally(tables["posts"].filter(own), "parent_state"),
        "replies": tally(tables["replies"], "method"),
        "mentions": tally(tables["mentions"], "kind"),
        "diagnostics": tally(tables["diagnostics"], "code"),
    } | ({"characters_left_out_of_graphml": dropped} if dropped else {})


def _counts(tables: Tables, inputs: Sequence[Input]) -> dict[str, int]:
    """Give the manifest's counts; placeholders are `missing`, never posts."""
    posts = tables["posts"].select(
        own=(pl.col("status") != "missing").sum(),
        comments=((pl.col("status") != "missing") & (pl.col("role") != "article")).sum(),
        missing=(pl.col("status") == "missing").sum(),
    )
    own, comments, missing = posts.collect().row(0)
    severities = tally(tables["diagnostics"], "severity")
    sizes = {
        name: height(tables[name])
        for name in ("documents", "authors", "replies", "mentions", "entities")
    }
    rejected = severities.get("rejected", 0)
    return {
        "sources": len(inputs),
        "records_in": own + rejected,
        "documents": sizes["documents"],
        "posts": own,
        "comments": comments,
        "missing": missing,
        "authors": sizes["authors"],
        "replies": sizes["replies"],
        "mentions": sizes["mentions"],
        "entities": sizes["entities"],
        "rejected": rejected,
        "warnings": severities.get("warning", 0),
        "filtered": 0,
    }


def _told(options: BuildOptions) -> dict[str, Any]:
    """Give the options for the manifest: of the users' gazetteers the name and the digest."""
    told = asdict(options)
    del told["workers"]
    told["read"]["gazetteers"] = [
        {"name": Path(path).name, "sha256": hashlib.sha256(Path(path).read_bytes()).hexdigest()}
        for path in options.read.gazetteers
    ]
    return told


def _manifest(
    inputs: Sequence[Input], options: BuildOptions, counts: dict[str, int], codes: Mapping[str, int]
) -> dict[str, Any]:
    """Give the manifest's own part: no clock times and no absolute paths."""
    stopped = sum(codes.get(code, 0) for code in STOPPED)
    return {
        "schema_version": SCHEMA_VERSION,
        "versions": {name: version(name) for name in ("threadgraph", "polars", "pyarrow")},
        "options": _told(options),
        "reproducible": not stopped,
        "counts": counts,
        "inputs": [item._asdict() for item in inputs],
    }
