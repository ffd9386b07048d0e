"""What every change of name asks first: whether the new name may be one, and is free."""

from collections.abc import Mapping

from roundup.authoring.renaming.renaming import Alias, NotRenamed
from roundup.authoring.renaming.site import Site
from roundup.content.values import RESERVED_KEY, is_key
from roundup.content.words import topic_slug


def require_key(name: str) -> None:
    """Refuses what cannot be a key or slug."""
    if name == RESERVED_KEY:
        raise NotRenamed(f"'{name}' is reserved for the pages of long lists", "choose another name")
    if not is_key(name):
        nearest = topic_slug(name)
        hint = f"did you mean '{nearest}'?" if is_key(nearest) else ""
        rule = "names are lower-case letters a-z, digits and single hyphens, at most 100 long"
        raise NotRenamed(f"'{name}' cannot be a key", hint or rule)


def require_free(site: Site, addresses: Mapping[str, str], own: str) -> None:
    """Refuses addresses that other articles claim as their old ones; `own` may have had them itself."""
    for address, path in site.aliased(addresses).items():
        if path != own:
            raise NotRenamed(
                f"{address} is an old address of {path}", "take it out of its 'aliases' first"
            )


def aliases(path: str, addresses: Mapping[str, str]) -> tuple[Alias, ...]:
    """The old ones of some addresses for an article to lead on from."""
    return tuple(Alias(path, old, new) for old, new in addresses.items())


def of_kind(
    site: Site, kind: str, languages: tuple[str, ...], old: str, new: str
) -> dict[str, str]:
    """The old and new addresses of a page `/KIND/NAME/` in some languages."""
    return {
        f"/{site.prefix(tag)}{kind}/{old}/": f"/{site.prefix(tag)}{kind}/{new}/"
        for tag in languages
    }


def only_aliases(addresses: Mapping[str, str]) -> str:
    """The text of a file that does nothing but lead on from old addresses."""
    return f"---\naliases: [{', '.join(addresses)}]\n---\n"
