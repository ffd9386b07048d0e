"""Names of people and of groups as services spell them."""

import re

from roundup.model import Person

_GROUP = re.compile(
    r"(?:\A(?:the|team)\s|\b(?:team|group|collaboration|consortium|project|initiative|network)\Z)",
    re.IGNORECASE,
)


def person(name: str, orcid: str = "") -> Person:
    """A person in either order of the name's parts, or a group, whose name stays whole."""
    if _GROUP.search(name):
        return Person(name, "", name)
    found = Person.parse(name)
    return Person(found.family, found.given, found.name, orcid) if orcid else found
