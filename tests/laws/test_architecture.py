"""Laws 4 and 5: imports point up, modules and functions stay small, the pure wings do no input or output."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sites import ROUNDUP, make_site

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "roundup"

MAY_IMPORT = {
    "identifiers": {"identifiers"},
    "model": {"model", "identifiers"},
    "problems": {"problems", "model", "identifiers"},
    "content": {"content", "model", "identifiers", "problems"},
    "catalog": {"catalog", "content", "model", "identifiers", "problems"},
    "pages": {"pages", "catalog", "content", "model", "identifiers", "problems"},
    "build": {"build", "pages", "catalog", "content", "model", "identifiers", "problems"},
}
EVERYTHING = {*MAY_IMPORT, "preview", "authoring", "cli", ""}
MAY_IMPORT |= {
    "preview": EVERYTHING - {"authoring", "cli"},
    "authoring": EVERYTHING - {"preview", "cli"},
    "cli": EVERYTHING,
    "": set(),
}
PURE = ("model", "identifiers", "problems", "content", "catalog", "pages")
EFFECTS = frozenset(
    """
    PIL asyncio atexit builtins concurrent ctypes fcntl fileinput glob http httpx importlib io locale logging mmap
    multiprocessing os pickle platform pwd queue random resource sched secrets select selectors shelve shutil
    signal smtplib socket socketserver sqlite3 ssl subprocess sys tempfile threading time urllib.request uuid
    """.split()  # noqa: SIM905  (a list of words reads best as words)
)
PURE_OF_PATHLIB = {"PurePosixPath", "PurePath"}
IMPURE_CALLS = {"now", "today", "utcnow", "fromtimestamp", "open", "input", "print", "hash"}


@cache
def modules() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def wing_of(file: str) -> str:
    name = file.removesuffix(".py").split("/")[0]
    return "" if name == "__init__" else "cli" if name == "__main__" else name


def file_of(module: str) -> str:
    """The file of a module of ours; empty for all else."""
    path = module.replace(".", "/").removeprefix("roundup/")
    found = (one for one in (f"{path}.py", f"{path}/__init__.py") if one in modules())
    return next(found, "") if module.startswith("roundup.") else ""


def imported(tree: ast.AST) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, module and names of every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path of a module"
            yield node.lineno, node.module or "", tuple(alias.name for alias in node.names)


def test_the_table_names_every_wing() -> None:
    assert {wing_of(file) for file in modules()} <= set(MAY_IMPORT)


@pytest.mark.parametrize("file", sorted(modules()))
def test_imports_follow_the_table(file: str) -> None:
    wing = wing_of(file)
    for line, module, names in imported(modules()[file]):
        found = [module] if module != "roundup" else [f"roundup.{name}" for name in names]
        for one in found:
            if one.startswith("roundup."):
                assert one.split(".")[1] in MAY_IMPORT[wing], f"{file}:{line} imports {one}"


def test_modules_import_one_another_without_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for file, tree in modules().items():
        own = graph.setdefault(file, set())
        for _, module, names in imported(tree):
            inside = {name: file_of(f"{module}.{name}") for name in names}
            own |= {found for found in inside.values() if found}
            # `from package import module` asks nothing of the package itself.
            if not names or not all(inside.values()):
                own |= {found for found in [file_of(module)] if found}
    assert list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("file", sorted(file for file in modules() if wing_of(file) != "cli"))
def test_imports_stand_at_the_top(file: str) -> None:
    tree = modules()[file]
    hidden = {line for line, _, _ in imported(tree)}
    hidden -= {node.lineno for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)}
    assert not hidden, f"{file} imports elsewhere than at its top, in lines {sorted(hidden)}"
    assert "TYPE_CHECKING" not in {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}


@pytest.mark.parametrize("file", sorted(file for file in modules() if wing_of(file) in PURE))
def test_pure_wings_reach_for_no_effects(file: str) -> None:
    tree = modules()[file]
    for line, module, names in imported(tree):
        if module == "pathlib":
            assert set(names) <= PURE_OF_PATHLIB, f"{file}:{line} imports {names} of pathlib"
        assert module not in EFFECTS, f"{file}:{line} imports {module}"
        assert module.split(".")[0] not in EFFECTS, f"{file}:{line} imports {module}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else ""
            name = function.attr if isinstance(function, ast.Attribute) else name
            assert name not in IMPURE_CALLS, f"{file}:{node.lineno} calls {name}()"


@pytest.mark.parametrize("file", sorted(modules()))
def test_modules_and_functions_are_small(file: str) -> None:
    text = (PACKAGE / file).read_text("utf-8")
    lines = len(text.splitlines())
    assert lines <= 300, f"{file} has {lines} lines"
    for node in ast.walk(modules()[file]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{file}:{node.lineno} {node.name} has {length} lines"


GUARDED = '''
import builtins, io, os, random, sys, time
from datetime import date
from pathlib import Path

from roundup.build import sources
from roundup.build.load import Crew, reading_of
from roundup.build.render import bodies_in, job_of, render
from roundup.build.state import Memory
from roundup.build.theme import read_theme
from roundup.catalog.gather import Showing, gather
from roundup.catalog.check import check
from roundup.content.article import parse
from roundup.content.place import place_of
from roundup.build.files import file_facts
from roundup.pages.plan import plan
from roundup.pages.scope import Scope
from roundup.pages.site import site_view
from roundup.pages.views import CopyView

site, watching = Path(sys.argv[1]), False
LIBRARIES = tuple({sys.prefix, sys.base_prefix, str(Path(sources.__file__).parents[2])})
FORBIDDEN = ("os.", "socket.", "subprocess.", "shutil.", "sqlite3.", "tempfile.", "glob.", "urllib.")


def watch(event, values):
    """Libraries may load their own data and modules; nothing else may be touched."""
    if not watching:
        return
    if event in ("open", "os.listdir", "os.scandir"):
        name = os.fsdecode(values[0]) if isinstance(values[0], str | bytes | os.PathLike) else ""
        if not name.startswith(LIBRARIES) or (event == "open" and "w" in str(values[1] or "")):
            raise AssertionError(f"{event} {values!r}")
    elif event.startswith(FORBIDDEN):
        raise AssertionError(f"{event} {values!r}")


def refused(name):
    def refuse(*values, **named):
        raise AssertionError(f"{name} was asked")
    return refuse


def in_libraries(look):
    """A look at a file, allowed where the file is a library's own."""
    def watched(path, *values, **named):
        if not os.fsdecode(path).startswith(LIBRARIES):
            raise AssertionError(f"the status of {path} was asked")
        return look(path, *values, **named)
    return watched


def close_the_world():
    global watching
    os.stat, os.lstat = in_libraries(os.stat), in_libraries(os.lstat)
    for module, names in (
        (time, "time time_ns monotonic perf_counter localtime gmtime"),
        (random, "random randint choice shuffle getrandbits"),
        (os, "urandom getenv getcwd getpid cpu_count"),
    ):
        for name in names.split():
            setattr(module, name, refused(f"{module.__name__}.{name}"))
    os.environ.clear()
    watching = True


looked = sources.look(site, sources.Options())
settings, tree = looked.settings, looked.tree
files, _ = file_facts(tree, Memory(), 0)
theme = read_theme(looked.layers, [one.tag for one in settings.languages])
tags = tuple(one.tag for one in settings.languages)
texts = {f.path: Path(f.where).read_bytes() for f in tree.below("content") if f.path.endswith(".md")}

close_the_world()
reading = reading_of(settings, settings.language)
parsed = [parse(path, place_of(path, tags), data, reading) for path, data in texts.items()]
bodies = {digest: html for one in parsed for digest, html in one.bodies}
gathered = gather([one.article for one in parsed], settings, Showing(date(2026, 1, 1)))
problems = [p for one in parsed for p in one.article.problems] + list(check(gathered, settings, files))
sites = {tag: site_view(settings, gathered.catalog, tag, theme.words[tag], {}) for tag in tags}
pages = list(plan([Scope(gathered.catalog, settings, sites[tag], files) for tag in tags]))
job, count = job_of(theme, sites), 0
for page in pages:
    if not isinstance(page.view, CopyView):
        done = render(page, job, {digest: bodies[digest] for digest in bodies_in(page.view)})
        assert done.problem is None, done.problem
        count += 1
watching = False
assert not [p for p in problems if p.is_error], problems
print(len(parsed), count)
'''


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *words]
    environment = {"PYTHONPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


WORDS = """---
paper: tas
rank: 3
title: Network Pruning via Transformable Architecture Search
arxiv: "1905.09717"
tags: [pruning]
---
## Why $x^2$

It is *small*, as [[dain]] is not[^1].

[^1]: A note.

```python
print("hello")
```

| a | b |
|---|---|
| 1 | 2 |

![Two curves](curves.svg)
"""


def test_parse_gather_plan_and_render_touch_nothing(tmp_path: Path) -> None:
    """Run with files, processes, clock, environment and randomness taken away."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"></svg>'
    site = make_site(
        tmp_path,
        {
            **ROUNDUP,
            "content/2019/top/tas.md": WORDS,
            "content/2019/top/tas.zh.md": "---\ntitle: 剪枝\n---\n很小，见 [[xlnet]]。\n",
            "content/2019/top/index.zh.md": "---\ntitle: 最佳 {n} 篇\n---\n你好。\n",
            "content/2019/top/curves.svg": svg,
            "content/2019/index.md": "---\ntitle: The year\n---\nWords.\n",
            "content/about.md": "---\ntitle: About\naliases: [/old/]\n---\nWords.\n",
        },
    )
    done = run(GUARDED, str(site))
    assert done.returncode == 0, done.stderr
    parsed, rendered = map(int, done.stdout.split())
    assert parsed == 8
    assert rendered > 40
