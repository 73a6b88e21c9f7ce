"""Give every error of the program one tree, with the exit code each ends in.

ThreadgraphError            1  (a bug: never met by users)
├── UsageError              2  wrong options, names or arguments
├── InputRefused            4  nothing readable, or not a dataset
├── OutputRefused           5  the target is not ours, or writing failed
├── LimitReached            6  a limit on size, depth or expansion was hit
└── Interrupted           130  stopped by a signal (130 SIGINT, 143 SIGTERM)
"""

from __future__ import annotations

__all__ = [
    "InputRefused",
    "Interrupted",
    "LimitReached",
    "OutputRefused",
    "ThreadgraphError",
    "UsageError",
]


class ThreadgraphError(Exception):
    """Say where something went wrong, what was expected, and what to do.

    `where` names a file, option or table; `problem` tells expected against found; `hint` tells
    the next step. The text of the exception is built from the three, at most a line each.
    """

    exit_code = 1

    def __init__(self, where: str, problem: str, hint: str | None = None) -> None:
        self.where = where
        self.problem = problem
        self.hint = hint
        super().__init__(where, problem, hint)

    def __str__(self) -> str:
        """Join the parts: `where: problem`, and the hint on a line of its own."""
        first = f"{self.where}: {self.problem}"
        return f"{first}\n{self.hint}" if self.hint else first


class UsageError(ThreadgraphError):
    """Refuse options, names or arguments."""

    exit_code = 2


class InputRefused(ThreadgraphError):  # noqa: N818 - named for what was done
    """Refuse an input: nothing readable, or not a dataset."""

    exit_code = 4


class OutputRefused(ThreadgraphError):  # noqa: N818 - named for what was done
    """Refuse a target that is not ours, or report that writing failed."""

    exit_code = 5


class LimitReached(ThreadgraphError):  # noqa: N818 - named for what happened
    """Stop at a limit on size, depth or expansion."""

    exit_code = 6


class Interrupted(ThreadgraphError):  # noqa: N818 - named for what happened
    """Stop by a signal; `exit_code` is 128 + the signal's number."""

    def __init__(self, signal_number: int) -> None:
        self.exit_code = 128 + signal_number
        super().__init__("threadgraph", "interrupted; nothing was published")
