"""Facts of one work from several sources: the first that says something counts."""

import msgspec

from roundup.authoring.work import Work

_ESSENTIAL = ("title", "authors")


def completed(work: Work, *others: Work) -> Work:
    """The work, with what it leaves out taken from the others in turn."""
    for other in others:
        missing = {
            name: getattr(other, name)
            for name in Work.__struct_fields__
            if getattr(other, name) and not getattr(work, name)
        }
        identifiers = {**work.identifiers, **{**other.identifiers, **work.identifiers}}
        work = msgspec.structs.replace(work, **{**missing, "identifiers": identifiers})
    return work


def lacks(work: Work) -> tuple[str, ...]:
    """What an entry should say of its work and this one does not."""
    found = [name for name in _ESSENTIAL if not getattr(work, name)]
    return (*found, *(() if work.date or work.published else ("date",)))
