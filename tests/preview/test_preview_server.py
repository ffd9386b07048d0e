"""The application: pages with the script in them, the site's own 404, its own host names only."""

import asyncio
from pathlib import Path

import httpx
import pytest

from roundup.content.settings import SecuritySettings
from roundup.pages.site import policy
from roundup.preview.channel import Channel
from roundup.preview.server import application

PAGE = "<!doctype html><html><body><p>Words</p></body></html>"


class World:
    """An output folder, its channel, and requests to the application over them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.channel = folder, Channel()
        self._transport = httpx.ASGITransport(application(folder, self.channel))

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def get(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def answer() -> httpx.Response:
            address = "http://127.0.0.1:8000"
            async with httpx.AsyncClient(transport=self._transport, base_url=address) as client:
                return await client.request(method, f"{address}{path}", headers=headers)

        return asyncio.run(answer())


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.write("index.html", PAGE)
    made.write("404.html", PAGE.replace("Words", "Lost"))
    made.write("2019/index.html", PAGE)
    made.write("feed.xml", "<feed/>")
    return made


def test_pages_end_with_the_script_of_their_version(world: World) -> None:
    script = f'<script src="/__roundup__/reload.js?v={world.channel.news.version}"></script>\n'
    assert world.get("/").text == PAGE.replace("</body>", script + "</body>")
    world.write("bare.html", "<p>Words")
    assert world.get("/bare.html").text == "<p>Words" + script


def test_other_files_are_as_they_were_written(world: World) -> None:
    found = world.get("/feed.xml")
    assert (found.text, found.headers["content-type"]) == ("<feed/>", "application/xml")


def test_a_folder_without_its_slash_is_sent_on(world: World) -> None:
    found = world.get("/2019")
    assert (found.status_code, found.headers["location"]) == (307, "/2019/")
    assert world.get("//2019").headers["location"] == "/2019/"


def test_an_unknown_address_shows_the_site_s_own_page(world: World) -> None:
    found = world.get("/nothing/")
    assert found.status_code == 404
    assert "<p>Lost</p><script" in found.text


def test_without_a_page_of_its_own_404_is_plain(world: World) -> None:
    (world.folder / "404.html").unlink()
    found = world.get("/nothing/")
    assert found.status_code == 404
    assert "reload.js" in found.text


def test_before_the_first_good_build_there_is_a_page_to_wait_on(tmp_path: Path) -> None:
    found = World(tmp_path / "none").get("/")
    assert found.status_code == 503
    assert "reload.js" in found.text


@pytest.mark.parametrize(
    "path", ["/%2e%2e/secret", "/..%2fsecret", "/.hidden", "/2019/%2e%2e/.hidden"]
)
def test_nothing_outside_and_nothing_hidden_is_served(tmp_path: Path, path: str) -> None:
    world = World(tmp_path / "output")
    world.write("index.html", PAGE)
    world.write(".hidden", "secret")
    (tmp_path / "secret").write_text("secret")
    found = world.get(path)
    assert found.status_code == 404
    assert "secret" not in found.text


@pytest.mark.parametrize("path", ["/", "/feed.xml", "/nothing", "/2019", "/__roundup__/reload.js"])
def test_nothing_is_kept_by_browsers(world: World, path: str) -> None:
    assert world.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:1", "localhost", "[::1]:8000"])
def test_it_answers_its_own_names(world: World, host: str) -> None:
    assert world.get("/", host=host).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.1", ""])
@pytest.mark.parametrize("path", ["/", "/__roundup__/events"])
def test_it_answers_no_other_name(world: World, host: str, path: str) -> None:
    assert world.get(path, host=host).status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_it_can_only_be_read(world: World, method: str) -> None:
    assert world.get("/", method).status_code == 405
    assert world.get("/", "HEAD").status_code == 200


@pytest.mark.parametrize(
    ("name", "kind"), [("reload.js", "text/javascript"), ("overlay.css", "text/css")]
)
def test_its_own_files_come_with_it(world: World, name: str, kind: str) -> None:
    found = world.get(f"/__roundup__/{name}")
    assert found.status_code == 200
    assert found.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("name", ["server.py", "..%2fserver.py", "nothing"])
def test_no_other_file_of_the_package_does(world: World, name: str) -> None:
    assert world.get(f"/__roundup__/{name}").status_code == 404


def test_the_policy_of_every_page_lets_the_script_work() -> None:
    rules = policy(SecuritySettings()).split("; ")
    assert {"script-src 'self'", "style-src 'self'", "connect-src 'self'"} <= set(rules)
