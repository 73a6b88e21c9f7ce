"""Find the readers, layouts and writers: one module each, its file name is its name.

A module declares itself by one constant. Packages outside add theirs by an entry point in the
group `threadgraph.<kind>` whose name is the format's name and whose object is the constant.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from threadgraph.errors import UsageError

__all__ = ["discover", "pick"]


@cache
def discover(package: str, constant: str, group: str) -> dict[str, Any]:
    """Give the constants of all modules of `package` and of the entry points in `group`, by name.

    Modules whose name begins with an underscore are helpers. A name that two of them claim
    raises UsageError.
    """
    folder = importlib.import_module(package)
    found = {
        info.name: getattr(importlib.import_module(f"{package}.{info.name}"), constant)
        for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda info: info.name)
        if not info.name.startswith("_")
    }
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        if point.name in found:
            raise UsageError(
                point.value, f"the name {point.name!r} is taken", "Uninstall one of the two."
            )
        found[point.name] = point.load()
    return found


def pick(found: dict[str, Any], name: str, kind: str) -> Any:  # noqa: ANN401 - the kinds differ
    """Give the plug-in of that name; an unknown name raises UsageError with the names there are."""
    if name not in found:
        raise UsageError(name, f"no such {kind}", f"Known {kind}s: {', '.join(found)}.")
    return found[name]
