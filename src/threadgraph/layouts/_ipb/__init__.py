"""Parts of the Invision layout."""
