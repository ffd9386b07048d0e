"""Law 6: the wheel alone, in an empty environment far from the checkout, builds a site without a network."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sites import ROUNDUP, make_site

CHECKOUT = Path(__file__).resolve().parents[2]
OFFLINE = """
import runpy, sys

def refuse(event, values):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise AssertionError(f"{event} {values}")

sys.addaudithook(refuse)
runpy.run_module("roundup", run_name="__main__", alter_sys=True)
"""


def run(command: list[str], folder: Path, **environment: str) -> str:
    clean = {"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        command, cwd=folder, env=clean | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps"]
    run([*pip, "--wheel-dir", str(folder), str(CHECKOUT)], folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """An environment's interpreter with nothing but the wheel, and where the dependencies are."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "environment", with_pip=False)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    run([*pip, "--target", str(folder / "installed"), str(wheel)], folder)
    # As folders on the path, without the .pth file that leads an editable install to the checkout.
    libraries = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    path = os.pathsep.join([str(folder / "installed"), *libraries])
    return str(folder / "environment/bin/python"), path


def test_the_wheel_holds_the_package_and_the_theme_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"roundup"}
    for folder in ("templates", "static"):
        here = {
            path.relative_to(CHECKOUT).as_posix()
            for path in (CHECKOUT / folder).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        assert {f"roundup/theme/{name}" for name in here} <= set(names)
    sources = CHECKOUT / "src/roundup"
    beside = [path for path in sources.rglob("*.*") if path.suffix in (".css", ".js", ".svg")]
    assert {f"roundup/{path.relative_to(sources).as_posix()}" for path in beside} <= set(names)


def test_the_wheel_builds_a_site_far_from_the_checkout(
    python: tuple[str, str], tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)
    interpreter, path = python
    where = run(
        [interpreter, "-c", "import roundup; print(roundup.__file__)"], site, PYTHONPATH=path
    )
    assert CHECKOUT not in Path(where).parents
    run([interpreter, "-c", OFFLINE, "build"], site, PYTHONPATH=path)
    page = BeautifulSoup((site / "public/2019/top/index.html").read_bytes(), "html.parser")
    assert page.find("h1").get_text(strip=True) == "Top 2 of 2019"
    assert (site / "public/style.css").read_bytes() == (CHECKOUT / "static/style.css").read_bytes()
    assert (site / "public/papers/xlnet.bib").exists()
