"""Recognition: which blocks of a document are papers of a roundup, and what is said of each."""

from roundup.authoring.importers.recognise.findings import recognise

__all__ = ["recognise"]
