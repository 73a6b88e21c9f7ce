"""Parts of the phpBB layout."""
