"""Who wrote papers: an ORCID, else a folded name, joined by the spellings that a person's page names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from roundup.catalog.catalog import Author, Paper
from roundup.content.fields import PersonFields
from roundup.content.words import topic_slug
from roundup.model import Person


def authors(
    papers: Iterable[Paper], spellings: Mapping[str, PersonFields], at_least: int
) -> dict[str, Author]:
    """People with at least so many papers, by slug; `spellings` are the people's pages by slug."""
    written = sorted(papers, key=lambda paper: paper.key)
    orcids = _orcids(written)
    joined = {
        Person.parse(name).folded: slug
        for slug, fields in sorted(spellings.items())
        for name in (fields.title, *fields.names)
        if name
    }
    works: dict[str, dict[str, None]] = defaultdict(dict)
    people: dict[str, Person] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for paper in written:
        for person in paper.facts.authors:
            name = person.folded
            slug = joined.get(name)
            key = f"page {slug}" if slug else person.orcid or orcids.get(name, name)
            works[key][paper.key] = None
            people.setdefault(key, person)
            names[key].update((person.orcid or name, name))
    found: dict[str, Author] = {}
    for key in sorted(works, key=lambda key: (not key.startswith("page "), key)):
        own = key.startswith("page ")
        if own or len(works[key]) >= at_least:
            slug = _free(key.removeprefix("page ") if own else topic_slug(people[key].name), found)
            found[slug] = Author(
                slug=slug,
                person=people[key],
                names=tuple(sorted(names[key])),
                papers=tuple(works[key]),
            )
    return dict(sorted(found.items()))


def _orcids(papers: Iterable[Paper]) -> Mapping[str, str]:
    """Folded names that carry one ORCID wherever they carry any; a name alone is that person then."""
    found: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for person in paper.facts.authors:
            if person.orcid:
                found[person.folded].add(person.orcid)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _free(slug: str, taken: Mapping[str, object]) -> str:
    number, free = 1, slug or "unnamed"
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
