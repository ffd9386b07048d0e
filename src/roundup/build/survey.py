"""Which pages have to be rendered, why, and their rendering: keys compared with those of earlier builds."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from roundup.build.cards.fonts import Font
from roundup.build.cards.order import drawn
from roundup.build.gallery import Gallery
from roundup.build.load import Crew
from roundup.build.output import Output, collisions, is_hidden, obstructions, too_long
from roundup.build.parallel import Parcel, mapped
from roundup.build.prepare import Prepared
from roundup.build.render import Job, Rendered, bodies_in, job_of, render
from roundup.build.report import NOBODY, Audience
from roundup.build.search import Files, Unindexed
from roundup.build.state import OutputTrace, State
from roundup.build.tree import Stamp
from roundup.pages.addresses import output_path
from roundup.pages.views import CardView, CopyView, IndexView, Page, RenditionView, View
from roundup.pages.writers import ABROAD, FEEDS, WRITERS
from roundup.problems import Problem, error

BATCH = 24
_NO_STAMP = Stamp(0, 0, 0, 0)
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(dict[str, bytes])


class Due(NamedTuple):
    """A page to be rendered, the file it becomes, and what will be kept of it."""

    page: Page
    path: str
    trace: OutputTrace


class Survey:
    """All pages held against what is known of the output: `paths` fills as `due` is walked through.

    `is_behind` says that something is due and was left as it is.
    """

    def __init__(
        self,
        prepared: Prepared,
        known: Mapping[str, OutputTrace],
        output: Output,
        audience: Audience = NOBODY,
    ) -> None:
        self.known = known
        self.paths: dict[str, list[str]] = {}
        self.is_behind = False
        self._prepared = prepared
        self._output = output
        self._audience = audience
        sites = prepared.sites.items()
        self._sites = {tag: _digest(site) for tag, site in sites}
        self._feeds = {tag: _digest((one.base_url, one.author, one.title)) for tag, one in sites}
        self._abroad = {tag: _digest((one.base_url, one.words)) for tag, one in sites}
        self._closures: dict[str, bytes] = {}
        self._reasons: dict[str, str] = {}

    def due(self) -> Iterator[Due]:
        """The pages whose key changed, or whose file is not as it was written."""
        for page in self._prepared.pages():
            self._audience.waits()
            path = output_path(page.address)
            self.paths.setdefault(path, []).append(_source(page))
            key = self._key(page)
            known = self.known.get(path)
            if known and known.key == key and self._is_whole(page, path, known):
                continue
            trace = OutputTrace(key, _NO_STAMP, self._parts(page))
            self._reasons[page.address] = _reason(known, trace)
            yield Due(page, path, trace)

    def _is_whole(self, page: Page, path: str, known: OutputTrace) -> bool:
        """Whether all files of a page stand there as they were written."""
        files = self._written(known) if isinstance(page.view, IndexView) else [path]
        whole = all(self._output.stamp(one) == self.known[one].stamp for one in files)
        for one in files if whole else ():
            self.note(page, one)
        return whole

    def _written(self, known: OutputTrace) -> list[str]:
        """The files of a page of several: they share its key."""
        return [path for path, trace in self.known.items() if trace.key == known.key]

    def note(self, page: Page, path: str) -> None:
        """Notes a file of a page."""
        names = self.paths.setdefault(path, [])
        if _source(page) not in names:
            names.append(_source(page))

    def leave(self, due: Due) -> None:
        """Lets the files of a page of several stay as earlier builds left them, if there are any."""
        known = self.known.get(due.path)
        self.is_behind = True
        self.paths.pop(due.path)
        for path in self._written(known) if known else ():
            self.note(due.page, path)

    def clashes(self) -> Iterator[Problem]:
        """Two sources for one file, names no file can have, and files of others where ours must go."""
        for path, first, second in collisions(self.paths):
            message = f"{_named(second)} and {_named(first)} both become {path}"
            hint = "rename one of them, or remove the alias"
            yield error(_file(second, first), 0, message, hint)
        for path, first, second in obstructions(self.paths):
            message = f"{_named(first)} becomes {path}, which {_named(second)} needs as a folder"
            hint = "rename one of them, or remove the alias"
            yield error(_file(first, second), 0, message, hint)
        for path, name in too_long(self.paths):
            message = f"it would become {path[:80]}..., longer than the name of a file can be"
            yield error(name, 0, message, "shorten the name or the alias")
        for path, names in sorted(self.paths.items()):
            if is_hidden(path):
                message = f"it would become the hidden file {path}"
                yield error(names[0], 0, message, "remove the alias")
        for path in self._output.foreign(self.paths):
            message = f"a file that roundup did not write stands where {path} must go"
            yield error(str(self._output.folder / path), 0, message, "move it away")

    def reason(self, address: str) -> str:
        """Why a page was rendered, or that it was not."""
        if address in self._reasons:
            return f"{address} was rendered: {self._reasons[address]}"
        if output_path(address) in self.paths:
            return f"{address} was not rendered: nothing it shows has changed"
        return f"there is no page {address}"

    def _key(self, page: Page) -> bytes:
        mark = hashlib.blake2b(self._closure(page.template), digest_size=16)
        mark.update(self._site(page))
        mark.update(page.address.encode())
        mark.update(_ENCODER.encode(page.view))
        return mark.digest()

    def _site(self, page: Page) -> bytes:
        """The digest of what its bytes can say of the site: all of it where a template is asked."""
        if page.template in FEEDS:
            return self._feeds[page.language]
        if page.template in ABROAD:
            return self._abroad[page.language]
        written = page.template in WRITERS or isinstance(page.view, CopyView | IndexView | CardView)
        return b"" if written else self._sites[page.language]

    def _closure(self, template: str) -> bytes:
        if template not in self._closures:
            closure = self._prepared.theme.closure(template)
            self._closures[template] = template.encode() + closure
        return self._closures[template]

    def _parts(self, page: Page) -> bytes:
        """Short digests of everything the key is made of, for the question why."""
        fields = {name: _digest(getattr(page.view, name)) for name in page.view.__struct_fields__}
        site = {"the site": self._site(page)}
        template = {"the template": self._closure(page.template)[-16:]}
        return _ENCODER.encode(fields | site | template)


def _source(page: Page) -> str:
    """The file that a page is made of, else its address."""
    return page.view.source if isinstance(page.view, CopyView) else page.source or page.address


def _named(source: str) -> str:
    return f"the page {source}" if source.startswith("/") else source


def _file(*sources: str) -> str:
    """The first source that is a file of the site, where somebody can mend it."""
    return next((one for one in sources if not one.startswith("/")), sources[0])


def _reason(known: OutputTrace | None, trace: OutputTrace) -> str:
    if known is None:
        return "it is new"
    old, new = (_DECODER.decode(one.parts) for one in (known, trace))
    changed = [name for name, mark in new.items() if old.get(name) != mark]
    if not changed:
        return "its file was not as it had been written"
    return "changed: " + ", ".join(changed)


def _digest(value: object) -> bytes:
    return hashlib.blake2b(_ENCODER.encode(value), digest_size=8).digest()


def results(
    due: Iterable[Due], prepared: Prepared, state: State, crew: Crew
) -> Iterator[tuple[Due, Rendered | None]]:
    """Every due page with its bytes; files are copied here, all else is rendered by the crew.

    The search index comes last, since its documents hold the words of all; None while there is none.
    """
    copies: list[Due] = []
    indices: list[Due] = []
    waiting: deque[Due] = deque()

    def rendering() -> Iterator[tuple[Page, dict[str, str]]]:
        for batch in _batches(_apart(due, copies, indices)):
            bodies = [bodies_in(one.page.view) for one in batch]
            texts = state.bodies({digest for found in bodies for digest in found})
            for one, found in zip(batch, bodies, strict=True):
                waiting.append(one)
                yield one.page, {digest: texts[digest] for digest in found}

    job = job_of(prepared.theme, prepared.sites)
    function = partial(_render_batch, Parcel((job, prepared.fonts)))
    done = mapped(function, rendering(), BATCH, crew.executor, crew.jobs)
    for result in done:
        yield waiting.popleft(), result
    for one in copies:
        yield one, copied(one.page.view, prepared, state.gallery)
    yield from _indexed(indices, state, crew)


def _apart(due: Iterable[Due], copies: list[Due], indices: list[Due]) -> Iterator[Due]:
    for one in due:
        if isinstance(one.page.view, CopyView):
            copies.append(one)
        elif isinstance(one.page.view, IndexView):
            indices.append(one)
        else:
            yield one


def _batches(due: Iterator[Due]) -> Iterator[list[Due]]:
    while batch := list(islice(due, BATCH)):
        yield batch


def _render_batch(
    parcel: Parcel[tuple[Job, tuple[Font, ...]]], items: list[tuple[Page, dict[str, str]]]
) -> list[Rendered]:
    job, fonts = parcel.value()
    return [
        drawn(page.view, fonts) if isinstance(page.view, CardView) else render(page, job, bodies)
        for page, bodies in items
    ]


def _indexed(
    indices: Iterable[Due], state: State, crew: Crew
) -> Iterator[tuple[Due, Rendered | None]]:
    """The parts of the search index; as many are under way at a time as there are jobs."""
    waiting: deque[tuple[Due, Files | Problem | None]] = deque()
    for one in indices:
        waiting.append((one, _begun(one, state, crew)))
        if len(waiting) >= crew.jobs:
            due, begun = waiting.popleft()
            yield due, _ended(begun)
    for due, begun in waiting:
        yield due, _ended(begun)


def _begun(due: Due, state: State, crew: Crew) -> Files | Problem | None:
    view = due.page.view
    assert isinstance(view, IndexView)
    try:
        return crew.indexing(due.trace.key, view, state.bodies)
    except Unindexed as fault:
        return fault.problem


def _ended(begun: Files | Problem | None) -> Rendered | None:
    """The entry, and the other files beside it as they are asked for."""
    if begun is None or isinstance(begun, Problem):
        return Rendered(b"", begun) if begun else None
    try:
        files = iter(begun)
        _, entry = next(files)
        return Rendered(entry, beside=files)
    except Unindexed as fault:
        return Rendered(b"", fault.problem)


def copied(view: View, prepared: Prepared, gallery: Gallery) -> Rendered:
    """A file's bytes as they are."""
    assert isinstance(view, CopyView)
    if isinstance(view, RenditionView):
        data = gallery.data(view.digest, view.width, view.ending)
        gone = "cannot be read: another build has forgotten its smaller sizes"
        return Rendered(data) if data else Rendered(b"", error(view.source, 0, gone))
    try:
        return Rendered(Path(prepared.tree.files[view.source].where).read_bytes())
    except OSError as fault:
        return Rendered(b"", error(view.source, 0, f"cannot be read: {fault.strerror}"))
