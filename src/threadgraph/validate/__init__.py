"""Check every row of the tables against its schema, and the tables against each other."""
