"""A topic gets another name."""

from roundup.authoring.renaming.names import aliases, of_kind, only_aliases, require_free
from roundup.authoring.renaming.renaming import NotRenamed, Renaming
from roundup.authoring.renaming.site import Site
from roundup.content.spelling import nearest
from roundup.content.values import LONGEST_SLUG
from roundup.content.words import topic_slug

_PAGES = ("page",)


def tag(site: Site, old: str, written: str) -> Renaming:
    """The change of a topic's name; articles then say it as it is written here. Raises NotRenamed."""
    slug, new = topic_slug(old), topic_slug(written)
    _require_topic(site, slug)
    _require_name(site, slug, new, written)
    addresses = {}
    if site.settings.pages.tags:
        spoken = site.prepared.scope.topic_languages[slug]
        tags = tuple(one.tag for one in site.settings.languages if one.tag in spoken)
        addresses = of_kind(site, "tags", tags, slug, new)
    group = site.groups.get(("tags", slug))
    made = f"content/tags/{new}.md"
    home = group[0].path if group else ""
    require_free(site, addresses, home)
    paths = {
        path: f"content/tags/{new}{path.rpartition('/')[2].removeprefix(slug)}"
        for path, place in site.places.items()
        if (place.folder, place.stem) == ("tags", slug)
    }
    return Renaming(
        paths=paths,
        addresses=addresses,
        topic=(slug, written.strip()),
        aliases=aliases(home or made, addresses),
        created=() if home or not addresses else ((made, only_aliases(addresses)),),
    )


def _require_topic(site: Site, slug: str) -> None:
    if slug in site.catalog.topics:
        return
    for one in site.settings.tags:
        if slug in one.same_as:
            raise NotRenamed(f"'{slug}' is the topic '{one.tag}', as site.toml says", "rename that")
    raise NotRenamed(f"there is no topic '{slug}'", nearest(slug, site.catalog.topics))


def _require_name(site: Site, slug: str, new: str, written: str) -> None:
    if not new or len(new) > LONGEST_SLUG or new in _PAGES:
        raise NotRenamed(f"'{written}' cannot be a topic", "choose a short name with letters")
    if new == slug:
        hint = f"to show it otherwise, give the tag {slug} in site.toml a title"
        raise NotRenamed(f"the topic is called '{slug}' already", hint)
    known = {*site.catalog.topics, *(one.tag for one in site.settings.tags)}
    joined = {name for one in site.settings.tags for name in one.same_as}
    if new in known | joined:
        hint = f"to make them one, give the tag {new} in site.toml same_as = [{slug!r}]"
        raise NotRenamed(f"'{new}' is a topic already", hint)
