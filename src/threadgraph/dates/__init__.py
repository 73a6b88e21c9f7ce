"""Dates as pages show them: found in lines (`scan`), read where that goes in one way only."""

from threadgraph.dates.moments import TIMED, Moment
from threadgraph.dates.read import is_date, read_dates

__all__ = ["TIMED", "Moment", "is_date", "read_dates"]
