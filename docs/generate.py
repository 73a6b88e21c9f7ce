"""Write what the documentation repeats from the program, so that it cannot differ from it.

    python docs/generate.py           write the files anew
    python docs/generate.py --check   exit 1 if one of them is out of date

`diagnostics.md` comes from codes/, `data-dictionary.md` from the schemas, `cli.md` from --help,
`formats.md` from the plug-ins, `graphs.md` from the modules of the graphs.
In README.md and CONTRIBUTING.md the examples are run, in order, in a folder with the seeds:
the outputs of `console` blocks, the `text` block after a `python` block, and the sample tables are
what the program says now.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import polars as pl
import typer
from typer.testing import CliRunner

from threadgraph import Dataset, cli, schema
from threadgraph.codes import CODES
from threadgraph.commands.formats import formats
from threadgraph.graphs import GraphOptions, graph_kinds
from threadgraph.text import show

ROOT = Path(__file__).resolve().parents[1]
NOTE = "<!-- Written by docs/generate.py; do not edit. -->\n\n"
DIAGNOSTICS = """# Diagnostics

What is refused or doubtful is a row of the table `diagnostics`, or a line of
`threadgraph validate`. A code keeps its meaning; a new meaning gets a new code.
`rejected` means that the thing is not in the tables, `warning` that it is.
"""
DICTIONARY = """# Data dictionary

The tables of schema version {}, as `schemas/` has them. Every row has every column; null means
that the source does not say. Offsets named span or evidence are bytes of the source document after
decompression; those named text or quoted are Unicode code points of `posts.text`. All are
half-open.

**Copies.** A page that was saved twice is two documents, with its posts twice; its authors are
the same where the site is known, and count both. Equal files share `source_sha256`. Copies saved
at different times share `url`, where the page tells it; the later one may have more posts. The
pages of one discussion share `discussion_id` and differ in `url`, so they are no copies. Of
copies keep one document, and in the other tables the rows of its `document_id`;
`authors.post_count` and the like then still count all, so to have them right build again without
the copies.

What a parent is, and how sure each method is, stands in [parents.md](parents.md); what the GraphML
files make of these tables in [graphs.md](graphs.md).
"""
FORMATS = """# Formats

What `threadgraph formats` lists: one module each, and those of other packages that are installed
beside it.
"""
GRAPHS = """# Graphs

Each graph is a file in `graphml/`, and a networkx graph by `Dataset.load("out").graph(NAME)`. All
are directed, with at most one edge from a node to another; a missing value is left out. Ids of
nodes are those of the tables, with `-.` and hexadecimal digits for signs that GraphML does not
allow in them. How many rows of the tables made no edge is counted in `manifest.json`, by reason.

`color` is that of the node's thread, or of its author or depth by `--color-by`; the twenty largest
of these have a colour each, all others are grey.
"""
GRAPH_OPTIONS = GraphOptions(text=True)
KINDS = {
    "readers": "Readers",
    "layouts": "Layouts of pages as text",
    "markup": "Families of HTML pages",
    "graphs": "Graphs",
    "writers": "Writers",
}
SAMPLE_ROWS = 7
SAMPLES = "bridge"
"""The dataset that README.md builds and shows."""
SCREEN = {"COLUMNS": "96", "NO_COLOR": "1"}
BLOCKS = re.compile(
    r"^```console\n(?P<console>.*?)^```$"
    r"|^```python\n(?P<python>.*?)^```$(?:\n\n^```text\n(?P<text>.*?)^```$)?"
    r"|^<!-- sample: (?P<table>\w+) (?P<columns>[\w ]+) -->\n.*?^<!-- end -->$",
    re.MULTILINE | re.DOTALL,
)


def main() -> int:
    """Write the files, or with `--check` only say which are out of date."""
    check = "--check" in sys.argv[1:]
    stale = {path: text for path, text in pages().items() if _now(path) != text}
    for path, text in stale.items():
        print(f"{path.relative_to(ROOT)} {'is out of date' if check else 'is written anew'}")
        if not check:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and check else 0


def _now(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def pages() -> dict[Path, str]:
    """Give the right text of every file that is generated, wholly or in part."""
    whole = {
        "diagnostics": diagnostics,
        "data-dictionary": dictionary,
        "cli": command_line,
        "formats": plug_ins,
        "graphs": graphs,
    }
    filled = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return {ROOT / "docs" / f"{name}.md": NOTE + make() for name, make in whole.items()} | {
        path: fill(path.read_text(encoding="utf-8")) for path in filled
    }


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Draw a Markdown table."""
    lines = [list(head), *(list(map(str, row)) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    safe = [[cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in safe)


def diagnostics() -> str:
    """List the codes of the table `diagnostics` and of `threadgraph validate`."""
    kinds = {
        "1": "Reading",
        "2": "Rows that break their schema",
        "3": "Rules of the graph",
        "4": "Files of a dataset",
    }
    parts = [DIAGNOSTICS]
    for digit, title in kinds.items():
        rows = [
            (f"`{name}`", code.severity, code.meaning, code.advice)
            for name, code in CODES.items()
            if name.startswith(f"TG{digit}")
        ]
        head = ("code", "severity", "meaning", "what to do")
        parts.append(f"## {title}\n\n{_table(head, rows)}")
    return "\n".join(parts)


def plug_ins() -> str:
    """List what can be read and written."""
    parts = [FORMATS]
    for kind, found in formats().items():
        rows = [(f"`{name}`", told) for name, told in found.items()]
        parts.append(f"## {KINDS[kind]}\n\n{_table(('name', 'what it is'), rows)}")
    return "\n".join(parts)


def graphs() -> str:
    """Describe the nodes, edges and attributes of every graph."""
    tables = {
        name: pl.LazyFrame(schema=table.polars_schema) for name, table in schema.tables().items()
    }
    parts = [GRAPHS]
    for name, kind in graph_kinds().items():
        graph = kind.build(tables, GRAPH_OPTIONS)
        told = inspect.getdoc(sys.modules[kind.build.__module__]) or kind.description
        told = told.removeprefix("Build ")
        parts.append(f"## {name}\n\n{told[:1].upper()}{told[1:]}\n")
        for title, attributes in (
            ("Nodes", graph.node_attributes),
            ("Edges", graph.edge_attributes),
        ):
            rows = [(f"`{a.name}`", a.type, a.description) for a in attributes]
            parts.append(f"### {title}\n\n{_table(('attribute', 'type', 'meaning'), rows)}")
    return "\n".join(parts)


def dictionary() -> str:
    """Describe every column of every table."""
    parts = [DICTIONARY.format(schema.SCHEMA_VERSION)]
    for name, table in schema.tables().items():
        rows = [
            (f"`{c.name}`", c.json_schema["x-arrow"], "yes" if c.nullable else "", _told(c))
            for c in table.columns
        ]
        key = ", ".join(f"`{column}`" for column in table.key)
        head = ("column", "type", "null", "meaning")
        parts.append(f"## {name}\n\n{table.description} Key: {key}.\n\n{_table(head, rows)}")
    return "\n".join(parts)


def _told(column: schema.Column) -> str:
    """Give the description of a column with its unit, target, rules and an example."""
    spec = column.json_schema
    told = [column.description]
    told += [f"Unit: {column.unit}."] if column.unit else []
    told += [f"References `{column.references}`."] if column.references else []
    if "enum" in spec:
        told.append("One of " + ", ".join(f"`{v}`" for v in spec["enum"] if v is not None) + ".")
    if "pattern" in spec:
        told.append(f"Pattern: `{spec['pattern']}`.")
    limits = {"minimum": "at least", "maximum": "at most"}
    bounds = [f"{word} {spec[name]}" for name, word in limits.items() if name in spec]
    told += [" and ".join(bounds).capitalize() + "."] if bounds else []
    example = next((e for e in spec.get("examples", ()) if e is not None), None)
    if example is not None and "enum" not in spec:
        told.append(f"Example: `{json.dumps(example, ensure_ascii=False)}`.")
    return " ".join(told)


def command_line() -> str:
    """Print the help of the program and of each command."""
    commands: Iterable[str] = getattr(typer.main.get_command(cli.app), "commands", ())
    parts = ["# Command line\n\nWhat `threadgraph --help` and the help of each command print.\n"]
    for words in ((), *((name,) for name in commands)):
        told = CliRunner().invoke(
            cli.app, [*words, "--help"], prog_name="threadgraph", env={"COLUMNS": "80"}
        )
        title = " ".join(("threadgraph", *words))
        parts.append(f"## {title}\n\n```text\n{_trimmed(told.output)}```\n")
    return "\n".join(parts)


def fill(text: str) -> str:
    """Run the examples of a Markdown text and put in what they print."""
    with _place() as names:
        return BLOCKS.sub(lambda match: _filled(match, names), text)


@contextlib.contextmanager
def _place() -> Iterator[dict[str, Any]]:
    """Go to a new folder that holds the seeds; give the names that the Python blocks share."""
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, SCREEN),
    ):
        os.environ.pop("FORCE_COLOR", None)
        shutil.copytree(ROOT / "seeds", "seeds")
        shutil.copytree(ROOT / "docs", "docs", ignore=shutil.ignore_patterns("__pycache__"))
        yield {"__name__": "__main__"}


def _filled(match: re.Match[str], names: dict[str, Any]) -> str:
    if match["console"] is not None:
        return f"```console\n{_run_console(match['console'])}```"
    if match["table"] is not None:
        columns = match["columns"].split()
        sample = _sample(match["table"], columns)
        return f"<!-- sample: {match['table']} {match['columns']} -->\n\n{sample}\n<!-- end -->"
    said = _said(lambda: exec(match["python"], names))  # noqa: S102 - our own examples
    block = f"```python\n{match['python']}```"
    if match["text"] is None:
        assert not said, f"an example prints without a block for it:\n{match['python']}"
        return block
    return f"{block}\n\n```text\n{said}```"


def _run_console(block: str) -> str:
    """Run the lines that begin with `$ ` and give them with what they print."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_said(lambda: _run(line[2:]))}" for line in commands)  # noqa: B023 - called at once


def _run(line: str) -> None:
    """Run `cat FILE`, or threadgraph in this process; any exit code but 0 is an error."""
    if line.startswith("cat "):
        print(Path(line[4:]).read_text(encoding="utf-8"))
        return
    code: object = None
    with mock.patch.object(sys, "argv", shlex.split(line)):
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
    assert not code, f"{line}: exit code {code}"


def _said(action: Callable[[], object]) -> str:
    """Give what an action prints, without blanks at the ends of lines."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(sys.__stderr__):
        action()
    return _trimmed(out.getvalue())


def _trimmed(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.rstrip().splitlines())


def _sample(table: str, columns: list[str]) -> str:
    """Draw the first rows of a table; ids are cut, as their first letters tell enough."""
    rows = Dataset.load(SAMPLES).table(table).select(columns).head(SAMPLE_ROWS).collect()
    if not rows.height:
        return "(This page gives no row.)\n"
    return _table(columns, ([_cell(value) for value in row] for row in rows.iter_rows()))


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    is_id = re.fullmatch(r"[dpaemg]_[a-z2-7]{26}", text)
    return f"`{text[:8]}…`" if is_id else show(text, 40).replace("\\", "\\\\")


if __name__ == "__main__":
    sys.exit(main())
