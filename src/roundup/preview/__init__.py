"""The preview: a server on this machine alone that rebuilds the site while its author writes."""
