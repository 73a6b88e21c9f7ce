"""Start the program: `threadgraph`, or `python -m threadgraph`."""

from __future__ import annotations

import sys

try:
    from threadgraph.cli import main
except KeyboardInterrupt:  # Ctrl-C while libraries are still being imported
    sys.exit(130)

__all__ = ["main"]

if __name__ == "__main__":
    main()
