"""The codes of a dataset's files."""

from __future__ import annotations

from threadgraph.codes._code import Code

__all__ = ["FILES"]

FILES: dict[str, Code] = {
    "TG401": Code(
        "rejected",
        "a file is not as the manifest says that it was written",
        "Build again; if the change is yours, leave manifest.json out of the folder.",
    ),
}
