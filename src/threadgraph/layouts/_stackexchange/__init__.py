"""Parts of the Stack Exchange layout."""
