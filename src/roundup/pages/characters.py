"""Text that arrives from anywhere, made fit for the formats that refuse some characters."""

import re

# The ranges of `Char` in XML 1.0, 2.2, turned around.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on a single line: every run of white space one space, no control characters."""
    # Most text has none of them, and none of it is printable.
    return " ".join((text if text.isprintable() else _CONTROL.sub("", text)).split())


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 forbids, however they are written."""
    return _NOT_XML.sub("", text)
