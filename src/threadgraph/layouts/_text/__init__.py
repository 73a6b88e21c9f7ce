"""Lines, rows and words of a page of text, before anybody knows whose they are."""
