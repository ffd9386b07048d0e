"""A site as renaming sees it: its articles read, and their files as they are."""

from collections.abc import Mapping
from functools import cached_property

from roundup.build.prepare import Prepared
from roundup.catalog.catalog import Catalog
from roundup.catalog.translations import Groups
from roundup.content.article import Article
from roundup.content.place import Place, place_of
from roundup.content.settings import Settings
from roundup.pages.redirects import alias_address


class Site:
    """Everything that a change of name may touch, and what it must not collide with.

    `texts` are the articles' bytes by path, `toml` what `site.toml` says, `files` the paths of all files,
    also those that no build looks at.
    """

    def __init__(
        self, prepared: Prepared, texts: Mapping[str, bytes], toml: str, files: frozenset[str]
    ) -> None:
        self.prepared, self.texts, self.toml, self.files = prepared, texts, toml, files

    @property
    def settings(self) -> Settings:
        """What `site.toml` says."""
        return self.prepared.settings

    @property
    def catalog(self) -> Catalog:
        """The catalog, drafts and future roundups included."""
        return self.prepared.gathered.catalog

    @property
    def groups(self) -> Groups:
        """The articles that translate each other."""
        return self.prepared.gathered.groups

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles that say something, by path."""
        return self.catalog.articles

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """What every article's file is."""
        tags = tuple(one.tag for one in self.settings.languages)
        return {path: place_of(path, tags) for path in sorted(self.texts)}

    def prefix(self, language: str) -> str:
        """What addresses of a language begin with."""
        return "" if language == self.settings.language else f"{language}/"

    def aliased(self, addresses: Mapping[str, str]) -> Mapping[str, str]:
        """Which articles claim the new ones of some addresses as their old ones, by address."""
        base = self.settings.base_url
        new = set(addresses.values())
        return {
            alias_address(alias, base): path
            for path, article in sorted(self.articles.items())
            for alias in article.fields.aliases
            if alias_address(alias, base) in new
        }
