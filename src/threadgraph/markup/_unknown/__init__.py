"""Posts whose markup no family knows: told by how elements repeat, and by what classes say."""
