"""What to do next in a folder, for `roundup` without a command: a look at names, so that it is quick."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from roundup.cli import glance
from roundup.cli.options import site_here
from roundup.cli.publishing import is_sent, steps

Step = tuple[str, str]  # a command and what it is for
_MOST = 3

_NO_SITE = """\
There is no site in {site}.

{what}
"""
_MAKE_ONE = "A site is a folder with a site.toml; make one, with a sample to begin from:"
_GO_THERE = "A site is a folder with a site.toml, and this one is part of a site:"
_HELP = "All commands: roundup --help"


def next_steps(site: Path) -> str:
    """The words that fit what the folder holds."""
    if not glance.is_site(site):
        what = _GO_THERE if glance.site_above(site) else _MAKE_ONE
        words = _NO_SITE.format(site=site, what=what)
        return "\n".join([words, *_table(_to_a_site(site)), "", _HELP])
    found = glance.roundups(site)
    counted = f"{len(found)} roundup{'s' * (len(found) != 1)}" if found else "no roundup yet"
    parts = [f"The site in {site} has {counted}.", *_from_elsewhere(site)]
    parts += ["", *_table(_to_words(site, found))]
    if found:
        parts += ["", *_table(_to_readers(site))]
        parts += _publishing(site)
    return "\n".join([*parts, "", _HELP])


def _to_a_site(folder: Path) -> Iterator[Step]:
    """A new site here or in a folder of its own, or the site that is near."""
    above, below = glance.site_above(folder), glance.sites_below(folder)
    if above:
        yield f"cd {shlex.quote(str(above))}", "go to the site that this folder is part of"
    for name in below[:_MOST]:
        yield f"cd {shlex.quote(name)}", "go to the site in there"
    if not above:
        yield "roundup init my-papers", "a new folder"
        yield "roundup init .", "this folder; nothing in it is overwritten"


def _from_elsewhere(site: Path) -> list[str]:
    """How to get into a site that was named from outside: the commands below are for inside."""
    if site_here() == site.resolve():
        return []
    return ["", f"  cd {shlex.quote(os.path.relpath(site))}"]


def _to_words(site: Path, found: list[str]) -> Iterator[Step]:
    """What is still to be written: a first roundup, papers for empty ones, translations."""
    if not found:
        yield "roundup new YEAR SLUG", "begin one, as in: roundup new 2024 top-10"
        yield "roundup import FILE", "or bring one along: a web page, Markdown, BibTeX"
        return
    empty = [key for key in reversed(found) if not glance.entries(site, key)]
    for key in empty[:_MOST]:
        yield (
            f"roundup add {key} REF...",
            "it has no papers yet: arXiv ids, DOIs, addresses, .bib files",
        )
    missing, begun = _untranslated(site, found)
    for key, language in missing[:_MOST]:
        yield f"roundup translate {key} {language}", "it is not translated yet"
    if begun:
        yield "roundup status", "see what is left to translate"
    yield "roundup new YEAR SLUG", "begin another roundup"


def _untranslated(site: Path, found: list[str]) -> tuple[list[tuple[str, str]], bool]:
    """The roundups that have no index in a language of the site, newest first; whether others lack a file."""
    missing, begun = [], False
    for key in reversed(found):
        articles = glance.articles(site, key)
        originals = [tags for tags in articles.values() if "" in tags]
        for language in glance.languages(site)[1:] if len(originals) > 1 else ():
            if language not in articles["index"]:
                missing.append((key, language))
            else:
                begun |= not all(language in tags for tags in originals)
    return missing, begun


def _to_readers(site: Path) -> Iterator[Step]:
    yield "roundup serve --open", "see it while you write"
    yield "roundup check", "see what is wrong"
    yield "roundup build", "write it to public/"


def _publishing(site: Path) -> list[str]:
    """How to publish it from GitHub, as long as the folder is not sent anywhere."""
    if is_sent(site) or not (site / ".github/workflows").is_dir():
        return []
    return ["", *steps(site)]


def _table(steps: Iterator[Step]) -> list[str]:
    """Commands and what they are for, in two columns."""
    rows = list(steps)
    wide = max(len(command) for command, _ in rows)
    return [f"  {command:<{wide}}  {what}" for command, what in rows]
