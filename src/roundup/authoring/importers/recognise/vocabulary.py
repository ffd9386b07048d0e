"""Lists of words, written as text."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def alternatives(text: str) -> str:
    """The lines of a text as one list of alternatives for a pattern."""
    return "|".join(
        filter(None, (part.strip() for line in text.splitlines() for part in line.split("|")))
    )
