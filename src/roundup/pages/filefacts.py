"""What pages say of files: read where disks are, values here."""

import msgspec


class Rendition(msgspec.Struct, frozen=True):
    """A picture made smaller: its width in pixels, and the ending that names its format."""

    width: int
    ending: str


class FileFact(msgspec.Struct, frozen=True):
    """What pages say of a file: the digest of its bytes, an image's size in pixels, and why it is not safe.

    `renditions` are an image's smaller files, widest first, each with fewer bytes than those before it.
    """

    digest: str
    width: int = 0
    height: int = 0
    danger: str = ""
    renditions: tuple[Rendition, ...] = ()
