"""Every spelling of an identifier of a paper, made one."""

from roundup.identifiers.clean import clean_url
from roundup.identifiers.identifier import Identifier
from roundup.identifiers.normalise import SCHEMES, from_link, normalise, normalise_as

__all__ = ["SCHEMES", "Identifier", "clean_url", "from_link", "normalise", "normalise_as"]
