"""What is asked of the workshop that makes pictures smaller, and what it hands back."""

from typing import NamedTuple

from roundup.pages.filefacts import Rendition


class Order(NamedTuple):
    """A picture to be made smaller: its bytes, their digest, its size as it is shown."""

    data: bytes
    digest: str
    size: tuple[int, int]


class Made(NamedTuple):
    """The digest of a picture, its renditions, and whether its pixels cannot be read."""

    digest: str
    files: tuple[tuple[Rendition, bytes], ...] = ()
    is_broken: bool = False
