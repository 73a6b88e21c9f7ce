"""Run `python -m threadgraph.cli`."""

from threadgraph.cli import main

if __name__ == "__main__":
    main()
