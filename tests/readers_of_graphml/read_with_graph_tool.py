"""Read GraphML files with graph-tool and print what is in each as one line of JSON.

Runs in the system's Python, for graph-tool is no package of the Python index.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import graph_tool

ID = "_graphml_vertex_id"


def read(file: str) -> dict[str, Any]:
    """Give nodes, edges and the types of their columns; graph-tool knows no missing value."""
    graph = graph_tool.load_graph(file)
    nodes = {name: p for name, p in graph.vp.items() if name != ID}
    edges = {name: p for name, p in graph.ep.items() if not name.startswith("_graphml")}
    ids = graph.vp[ID]
    return {
        "nodes": [[ids[v], {n: plain(p, v) for n, p in nodes.items()}] for v in graph.vertices()],
        "edges": [
            [ids[e.source()], ids[e.target()], {n: plain(p, e) for n, p in edges.items()}]
            for e in graph.edges()
        ],
        "node_columns": {name: p.value_type() for name, p in nodes.items()},
        "edge_columns": {name: p.value_type() for name, p in edges.items()},
    }


def plain(column: Any, element: Any) -> bool | int | float | str:  # noqa: ANN401 - graph-tool is untyped
    """Give the value; graph-tool keeps booleans as 0 and 1."""
    value = column[element]
    return bool(value) if column.value_type() == "bool" else value


for path in sys.argv[1:]:
    try:
        answer = read(path)
    except (OSError, RuntimeError, ValueError) as refused:
        answer = {"error": str(refused)}
    sys.stdout.write(json.dumps(answer) + "\n")
