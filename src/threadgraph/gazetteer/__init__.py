"""Hold the persons, organisations and places that texts are searched for, and their names."""

from threadgraph.gazetteer.discover import discover_names
from threadgraph.gazetteer.load import Gazetteer

__all__ = ["Gazetteer", "discover_names"]
