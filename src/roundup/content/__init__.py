"""One file's text becomes one article and its problems. Pure."""
