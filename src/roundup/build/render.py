"""Pages become bytes: templates and writers applied to views whose words are filled in. Pure."""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from types import CodeType
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec
from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from roundup.build.filters import FILTERS, FUNCTIONS
from roundup.build.responsive import image_attributes
from roundup.build.theme import Theme
from roundup.content.prose import Plain, Replacement, resolve, shifted
from roundup.content.prose import Target as Place
from roundup.content.spelling import nearest
from roundup.content.words import fingerprint
from roundup.pages.addresses import encoded
from roundup.pages.views import Body, Page, SiteView, Target, View
from roundup.pages.writers import ABROAD, WRITERS
from roundup.problems import Problem, error

_OURS = re.compile(r"'roundup[\w.]*\.(\w+) object'")


class Job(NamedTuple):
    """What renders pages: the theme, the site in each language, and the digest of both together."""

    theme: Theme
    sites: Mapping[str, SiteView]
    marks: Mapping[str, str]


def job_of(theme: Theme, sites: Mapping[str, SiteView]) -> Job:
    """The job of a build."""
    templates = fingerprint(msgspec.msgpack.encode(theme.templates))
    marks = {
        tag: templates + fingerprint(msgspec.msgpack.encode(site)) for tag, site in sites.items()
    }
    return Job(theme, sites, marks)


class Rendered(NamedTuple):
    """A page's bytes, or why there are none; `beside` are further files by name where it has several."""

    data: bytes
    problem: Problem | None = None
    beside: Iterable[tuple[str, bytes]] = ()


def bodies_in(view: Any) -> set[str]:
    """The digests of all words that a view shows."""
    if isinstance(view, Body):
        return {view.digest}
    if isinstance(view, tuple):
        return set().union(*(bodies_in(item) for item in view))
    if isinstance(view, View):
        return set().union(*(bodies_in(getattr(view, name)) for name in carriers(type(view))))
    return set()


@cache
def carriers(view: type[View]) -> tuple[str, ...]:
    """The fields of a kind of view that can hold words, at any depth, as its types say."""
    hints = get_type_hints(view)
    return tuple(name for name in view.__struct_fields__ if Body in _reachable([hints[name]]))


def _reachable(kinds: list[Any]) -> set[Any]:
    """Every type that stands in some annotations, or in those of the views among them."""
    seen: set[Any] = set()
    while kinds:
        kind = kinds.pop()
        if kind not in seen:
            seen.add(kind)
            is_view = isinstance(kind, type) and issubclass(kind, View)
            kinds += get_type_hints(kind).values() if is_view else get_args(kind)
    return seen


def render(page: Page, job: Job, bodies: Mapping[str, str]) -> Rendered:
    """The bytes of a page; `bodies` holds the HTML of the words it shows, by digest."""
    site = job.sites[page.language]
    if page.template in WRITERS:
        root = site.base_url if page.template in ABROAD else site.base_path
        return Rendered(WRITERS[page.template](filled(page.view, bodies, root), site).encode())
    try:
        key = _Key(job.marks[page.language], job.theme, site)
        template = _environment(key).get_template(page.template)
        text = template.render(page=filled(page.view, bodies, site.base_path))
    except TemplateError as fault:
        return Rendered(b"", _broken(fault, page, job.theme))
    except Exception as fault:  # a template may raise anything, and its author must hear where
        return Rendered(b"", _broken(fault, page, job.theme))
    return Rendered(text.encode())


class _Key:
    """A theme and a site as the key of the cache of environments; only the mark is compared."""

    __slots__ = ("mark", "site", "theme")

    def __init__(self, mark: str, theme: Theme, site: SiteView) -> None:
        self.mark, self.theme, self.site = mark, theme, site

    def __hash__(self) -> int:
        return hash(self.mark)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.mark == other.mark


class _Compiled(BytecodeCache):
    """Templates compiled once in a process: what they become is the same in every language."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


@lru_cache(maxsize=32)
def _environment(key: _Key) -> Environment:
    """The environment of one language: `site` is a global of it, so that parts are loaded once."""
    environment = Environment(
        loader=FunctionLoader(partial(_source, key.theme.templates)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(FUNCTIONS)
    environment.globals["site"] = key.site
    return environment


def _source(
    templates: Mapping[str, str], name: str
) -> tuple[str, str | None, Callable[[], bool] | None] | None:
    """A template's source, under its name as file name, so that a fault inside says where it is."""
    return (templates[name], name, None) if name in templates else None


def filled(value: Any, bodies: Mapping[str, str], root: str) -> Any:
    """A view with every `Body` become HTML whose site addresses begin with `root`; the rest as it is."""
    if isinstance(value, Body):
        return markup(value, bodies, root)
    if isinstance(value, tuple):
        return tuple(filled(item, bodies, root) for item in value)
    if isinstance(value, View) and (names := carriers(type(value))):
        new = {name: filled(getattr(value, name), bodies, root) for name in names}
        return msgspec.structs.replace(value, **new)
    return value


def markup(body: Body, bodies: Mapping[str, str], root: str) -> Markup:
    """The HTML of words, with what their references lead to."""
    replacements = [_replacement(target, root) for target in body.targets]
    html = resolve(shifted(bodies[body.digest], body.shift), replacements)
    # Words are sanitised where they were read, unless the site's owner trusts their authors.
    return Markup(html)


def _replacement(target: Target, root: str) -> Replacement:
    if not target.address:
        return Plain(target.text)
    address = target.address
    if not address.startswith(("#", "http:", "https:", "mailto:")):
        address = root + encoded(address.removeprefix("/"))
    if not target.width and not target.is_image:
        return Place(address, target.text)
    attributes = image_attributes(target, root, leads=target.leads, waits=target.is_image)
    return Place(address, target.text, attributes)


def _broken(fault: Exception, page: Page, theme: Theme) -> Problem:
    """A template's fault with its file and line, found in the traceback's template frames."""
    missing = isinstance(fault, TemplateNotFound)
    name = (page.source if missing else getattr(fault, "name", None)) or page.template
    line = getattr(fault, "lineno", None) or 0
    for frame in traceback.extract_tb(fault.__traceback__):
        if frame.filename in theme.templates:
            name, line = frame.filename, frame.lineno or line
    where = theme.origins.get(str(name), str(name))
    if missing:
        near = nearest(str(fault), theme.templates) if name in theme.templates else ""
        hint = near if near.startswith("did") else "write it in templates/, or name another"
        return error(where, int(line), f"there is no template '{fault}'", hint)
    kind = "" if isinstance(fault, TemplateError) else f"{type(fault).__name__}: "
    said = _OURS.sub(r"\1", str(fault))
    message = f"the template fails on {page.address}: {kind}{said}"
    return error(where, int(line), message)
