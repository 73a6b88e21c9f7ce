"""What stands around posts: headers, signatures, dates and names of any software."""
