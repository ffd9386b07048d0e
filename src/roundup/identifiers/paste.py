"""What clings to an identifier or a link when people paste it, taken off."""

import re

# Longer input is no identifier and no address; the limit bounds the time of all that follows.
LIMIT = 2000

_PAIRS = {
    "<": ">", "(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "《": "》", "「": "」",
    "«": "»", "“": "”", "‘": "’", '"': '"', "'": "'", "`": "`",
}  # fmt: skip
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_TRAILING = frozenset(".,;:!?。，；：！？、")
_ESCAPED_AMPERSAND = re.compile(r"&(?:amp;)+")


def tidy(text: str) -> str:
    """The text without invisible characters, spaces at the ends, brackets and quotes around it,
    or the punctuation of a sentence after it; empty where it is too long to be meant."""
    if len(text) > LIMIT:
        return ""
    visible = "".join(char for char in text if char.isprintable() or char.isspace())
    text = _ESCAPED_AMPERSAND.sub("&", " ".join(visible.split()))
    while (bare := _peel(text)) != text:
        text = bare
    return text


def _peel(text: str) -> str:
    if len(text) > 1 and _PAIRS.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    if text and (text[-1] in _TRAILING or _is_unpaired(text)):
        return text[:-1].rstrip()
    return text


def _is_unpaired(text: str) -> bool:
    """Whether the last character closes something that was never opened, as in `(see 10.1/x)`."""
    closer = text[-1]
    opener = _OPENERS.get(closer)
    if opener is None:
        return False
    if opener == closer:
        return text.count(closer) % 2 == 1
    return text.count(closer) > text.count(opener)
