"""Landing: what was found in a document becomes folders of articles, as values."""

from roundup.authoring.importers.landing.land import Landed, LandedEntry, LandedRoundup, land
from roundup.authoring.importers.landing.pictures import Picture, examined, is_remote, wanted
from roundup.authoring.importers.landing.shelf import Shelf, shelf_of
from roundup.authoring.importers.landing.spots import Wish

__all__ = [
    "Landed",
    "LandedEntry",
    "LandedRoundup",
    "Picture",
    "Shelf",
    "Wish",
    "examined",
    "is_remote",
    "land",
    "shelf_of",
    "wanted",
]
