"""List every diagnostic code: what it means and what a user can do.

Codes are promises: a code keeps its meaning for ever, a new meaning gets a new code.
1xx reading, 2xx rows that break their schema, 3xx the graph's own rules, 4xx a dataset's files.
"""

from __future__ import annotations

from threadgraph.codes._code import Code, Severity
from threadgraph.codes._files import FILES
from threadgraph.codes._reading import READING
from threadgraph.codes._rules import RULES

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = READING | RULES | FILES
