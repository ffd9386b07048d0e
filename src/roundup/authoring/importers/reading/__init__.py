"""Reading: a file of any kind, from anywhere, becomes a document of blocks."""
