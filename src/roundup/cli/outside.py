"""The part of `roundup check` that asks the web about outside links."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from roundup.authoring.lookup import web as web_module
from roundup.authoring.lookup.external import (
    Verdict,
    ask_all,
    due,
    read,
    target_of,
    text_of,
)
from roundup.authoring.lookup.hosts import host_of
from roundup.authoring.lookup.links import OutsideLink, outside_links
from roundup.authoring.lookup.web import Web
from roundup.build.build import read_site
from roundup.build.folders import CACHE, faults_told, opened_state
from roundup.build.prepare import Prepared
from roundup.build.sources import Options, Unreadable
from roundup.cli import say
from roundup.cli.progress import shown_progress
from roundup.cli.texts import texts
from roundup.problems import Problem, warning

_FILE = f"{CACHE}/external.json"
_SHOWN = 8


def outside_problems(site: Path, style: str) -> tuple[Problem, ...]:
    """The outside links that lead nowhere, as warnings; what else there is to say is said."""
    try:
        prepared = read_site(site, Options())
        links = _links(site, prepared)
    except Unreadable:
        return ()  # the check says why
    today = datetime.now(UTC).date()
    known = _known(site)
    asked = due((target_of(one.url) for one in links), known, today)
    online = not asked or _asked(site, prepared, asked, known, today)
    if not online:
        say.remark("no network: outside links were not asked for", style)
    _tell(links, known, asked if online else (), style)
    return tuple(_broken(links, known))


def _links(site: Path, prepared: Prepared) -> tuple[OutsideLink, ...]:
    articles = prepared.gathered.catalog.articles.values()
    digests = [part.html for one in articles for part in one.parts if part.html]
    with faults_told(site), closing(opened_state(site)) as state:
        bodies = state.bodies(digests)
    written = {path: data.decode(errors="replace") for path, data in texts(prepared.tree).items()}
    return outside_links(articles, bodies, written)


def _asked(
    site: Path, prepared: Prepared, asked: Sequence[str], known: dict[str, Verdict], today: date
) -> bool:
    """Whether the web could be asked; what it said joins the known, also when Ctrl-C ends it."""
    lookup = prepared.settings.lookup
    manners = msgspec.structs.replace(web_module.usual_manners(), tries=1)
    web = Web(lookup.mailto, manners)
    try:
        with shown_progress("links asked", len(asked)) as progress:
            return ask_all(asked, web, lookup.doi, today, progress, known)
    finally:
        _keep(site, known)


def _known(site: Path) -> dict[str, Verdict]:
    try:
        return read((site / _FILE).read_bytes())
    except OSError:
        return {}


def _keep(site: Path, known: Mapping[str, Verdict]) -> None:
    """Remembers the verdicts, if the site lets it; it is only a cache."""
    target = site / _FILE
    aside = target.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        aside.write_text(text_of(known), "utf-8")
        aside.replace(target)
    with suppress(OSError):
        aside.unlink(missing_ok=True)


def _broken(links: Sequence[OutsideLink], known: Mapping[str, Verdict]) -> Iterator[Problem]:
    for link in links:
        verdict = known.get(target_of(link.url))
        if verdict and verdict.judgement == "broken":
            message = f"the link to {link.url} leads nowhere ({verdict.why})"
            hint = "find its new address, or link to a copy at web.archive.org"
            yield warning(link.file, link.line, message, hint)


def _tell(
    links: Sequence[OutsideLink], known: Mapping[str, Verdict], asked: Sequence[str], style: str
) -> None:
    """How many links there are and what is known of them; whose answers are no help."""
    targets = dict.fromkeys(target_of(one.url) for one in links)
    verdicts = {one: known[one] for one in targets if one in known}
    counts = Counter(one.judgement for one in verdicts.values())
    parts = [f"{counts[name]} {name}" for name in ("fine", "broken", "unknown") if counts[name]]
    if unasked := len(targets) - len(verdicts):
        parts.append(f"{unasked} not asked")
    say.remark(f"{say.counted(len(targets), 'outside link')}: {', '.join(parts)}", style)
    if old := [one.asked for url, one in verdicts.items() if url not in asked]:
        say.remark(f"  {len(old)} of them asked earlier, the first on {min(old)}", style)
    unsure = [
        (host_of(url), one.why) for url, one in verdicts.items() if one.judgement == "unknown"
    ]
    hosts = Counter(host for host, _ in unsure)
    for host, count in hosts.most_common(_SHOWN):
        why = next(why for other, why in unsure if other == host)
        say.remark(f"  unknown: {say.counted(count, 'link')} to {host} ({why})", style)
    if len(hosts) > _SHOWN:
        say.remark(f"  and {say.counted(len(hosts) - _SHOWN, 'more host')}", style)
