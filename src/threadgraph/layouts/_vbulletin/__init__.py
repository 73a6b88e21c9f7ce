"""Parts of the vBulletin layout."""
