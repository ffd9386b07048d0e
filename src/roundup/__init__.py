"""A static website generator for annual paper roundups."""

__version__ = "0.1.0"
