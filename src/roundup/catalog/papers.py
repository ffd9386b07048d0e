"""Papers from the entries that present them: their facts, and which of them the site shows."""

from collections.abc import Mapping

from roundup.catalog.catalog import Mention, Paper, Roundup
from roundup.catalog.identity import Identities
from roundup.catalog.listing import Known, words_in
from roundup.catalog.translations import Groups, leads_on_only
from roundup.catalog.works import completed
from roundup.model import Facts


def known_facts(identities: Identities, stated: Mapping[str, Facts]) -> dict[str, Facts]:
    """A paper's facts: of its shared file, then of its entries from the earliest.

    `stated` holds what each of those files says itself, by path.
    """
    found = {}
    for group in identities.groups:
        first, *others = (stated[claim.path] for claim in group.claims)
        found[group.key] = completed(first, others)
    return found


def presented(
    identities: Identities,
    groups: Groups,
    roundups: Mapping[str, Roundup],
    known: Known,
    mentions: Mapping[str, tuple[Mention, ...]],
) -> dict[str, Paper]:
    """The papers that have something to show: a shown entry, or a note and no hidden entry."""
    by_path = {group[0].path: group for group in groups.values()}
    shown = {
        entry.original.path: (roundup.key, entry.stem)
        for roundup in roundups.values()
        for entry in roundup.entries
    }
    papers = {}
    for group in identities.groups:
        entries = tuple(shown[claim.path] for claim in group.claims if claim.path in shown)
        shared = [by_path[claim.path] for claim in group.claims if claim.is_shared]
        alone = all(claim.is_shared for claim in group.claims)
        notes = tuple(
            words_in(one, versions[0], known.facts[group.key])
            for versions in shared
            for one in versions
            if one.path not in known.hidden and not leads_on_only(one)
        )
        if entries or (alone and notes):
            aliases = tuple(a for versions in shared for a in versions[0].fields.aliases)
            papers[group.key] = Paper(
                key=group.key,
                facts=known.facts[group.key],
                entries=entries,
                notes=notes,
                mentions=mentions.get(group.key, ()),
                aliases=aliases,
            )
    return papers
