"""A roundup gets another slug, or another year."""

import re

from roundup.authoring.renaming.names import aliases, require_free, require_key
from roundup.authoring.renaming.renaming import NotRenamed, Renaming
from roundup.authoring.renaming.site import Site

_YEAR = re.compile(r"[12]\d{3}")


def roundup(site: Site, old: str, new: str) -> Renaming:
    """The change of a roundup's key `YEAR/SLUG`; a slug alone stays in its year. Raises NotRenamed."""
    new = new.strip("/") if "/" in new.strip("/") else f"{old[:4]}/{new.strip('/')}"
    year, _, slug = new.partition("/")
    if not _YEAR.fullmatch(year):
        raise NotRenamed(f"'{year}' is no year", "write YEAR/SLUG, or a slug alone")
    require_key(slug)
    _require_free_folder(site, old, new)
    _require_period(site, old, int(year))
    editions = {one.path: site.prefix(one.language) for one in site.groups[old, "index"]}
    addresses = {path: {f"/{tag}{old}/": f"/{tag}{new}/"} for path, tag in editions.items()}
    for path, pair in addresses.items():
        require_free(site, pair, path)
    return Renaming(
        paths={f"content/{old}": f"content/{new}"},
        addresses={old: new for pair in addresses.values() for old, new in pair.items()},
        aliases=tuple(one for path, pair in addresses.items() for one in aliases(path, pair)),
    )


def _require_free_folder(site: Site, old: str, key: str) -> None:
    if key == old:
        raise NotRenamed(f"the roundup is called '{key}' already", "choose another name")
    year, _, slug = key.partition("/")
    for path in sorted(site.files):
        place = site.places.get(path)
        is_page = place and (place.folder, place.stem) == (year, slug)
        if is_page or path.lower().startswith(f"content/{key}/"):
            raise NotRenamed(f"'{key}' is taken by {path}", "choose another name")


def _require_period(site: Site, old: str, year: int) -> None:
    """A written period has to touch the new year; one that is not written is the year itself."""
    period = site.catalog.roundups[old].period
    written = getattr(site.groups[old, "index"][0].fields, "period", None)
    if written and not period.overlaps(year):
        message = f"the period {period.text} does not touch {year}"
        raise NotRenamed(message, "mend the period first")
