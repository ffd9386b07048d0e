"""A roundup as one document for places that take no style sheets, or no links."""
