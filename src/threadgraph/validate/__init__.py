"""Check every row of the tables against its schema, and the tables against each other."""

from threadgraph.validate.dataset import Report, validate_dataset, validate_tables
from threadgraph.validate.failures import RowFailure
from threadgraph.validate.rows import check_rows

__all__ = ["Report", "RowFailure", "check_rows", "validate_dataset", "validate_tables"]
