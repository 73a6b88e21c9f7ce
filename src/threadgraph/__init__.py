"""threadgraph."""
