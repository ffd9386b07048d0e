"""Bibliographies: BibTeX, RIS and CSL-JSON files become entries and works."""

from roundup.authoring.importers.bibliography.read import (
    ENDINGS,
    is_bibliography,
    read_bibliography,
    read_entries,
)

__all__ = ["ENDINGS", "is_bibliography", "read_bibliography", "read_entries"]
