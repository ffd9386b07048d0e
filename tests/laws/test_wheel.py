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
    packed = {
        f"roundup/theme/{path.relative_to(CHECKOUT).as_posix()}"
        for folder in ("templates", "static")
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert packed <= set(names)
    sources = CHECKOUT / "src/roundup"
    files = (path for path in sources.rglob("*") if path.is_file() and path.suffix != ".pyc")
    here = {f"roundup/{path.relative_to(sources).as_posix()}" for path in files}
    assert here == {name for name in names if name.startswith("roundup/")} - packed


def test_the_wheel_makes_and_builds_a_new_site_far_from_the_checkout(
    python: tuple[str, str], tmp_path: Path
) -> None:
    interpreter, path = python
    where = [interpreter, "-c", "import roundup; print(roundup.__file__)"]
    assert CHECKOUT not in Path(run(where, tmp_path, PYTHONPATH=path)).parents
    run([interpreter, "-c", OFFLINE, "init", "papers"], tmp_path, PYTHONPATH=path)
    site = tmp_path / "papers"
    run([interpreter, "-c", OFFLINE, "new", "2018", "next"], site, PYTHONPATH=path)
    run([interpreter, "-c", OFFLINE, "build", "--strict"], site, PYTHONPATH=path)
    page = BeautifulSoup(
        (site / "public/2017/worth-rereading/index.html").read_bytes(), "html.parser"
    )
    assert page.find("h1").get_text(strip=True) == "3 papers of 2017 worth rereading"
    assert (site / "public/style.css").read_bytes() == (CHECKOUT / "static/style.css").read_bytes()
    assert (site / "public/papers/transformer.bib").exists()
    assert (site / "public/zh/2017/worth-rereading/index.html").exists()
    assert (site / "public/2018/next/index.html").exists()
