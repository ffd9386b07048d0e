"""Which articles name a paper in their words."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from roundup.catalog.catalog import Mention
from roundup.catalog.claims import token
from roundup.content.article import Article


def paper_named(target: str, keys: Mapping[str, str]) -> str | None:
    """The key of the paper that a wiki-link's target names, by key or by any identifier."""
    if target in keys:
        return keys[target]
    named = token(target)
    return keys.get(named.removeprefix("key:")) if named else None


def mentions(
    groups: Mapping[tuple[str, str], tuple[Article, ...]],
    presents: Mapping[str, str],
    keys: Mapping[str, str],
    hidden: Collection[str],
) -> dict[str, tuple[Mention, ...]]:
    """The mentions of every paper by shown articles, sorted; a paper's own articles do not count."""
    found: dict[str, set[Mention]] = defaultdict(set)
    for group in groups.values():
        own = presents.get(group[0].path, "")
        for article in group:
            for reference in (r for part in article.parts for r in part.references):
                if reference.kind != "wiki" or article.path in hidden:
                    continue
                paper = paper_named(reference.target, keys)
                if paper and paper != own:
                    roundup = (
                        article.place.folder if article.place.kind in ("roundup", "entry") else ""
                    )
                    found[paper].add(Mention(article.path, roundup, own, article.language))
    return {paper: tuple(sorted(those)) for paper, those in found.items()}
