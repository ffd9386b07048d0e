"""The application: pages with the script in them, the site's own 404, its own host names only."""

import asyncio
from pathlib import Path

import httpx
import pytest

from roundup.content.settings import SecuritySettings
from roundup.pages.site import policy
from roundup.preview.channel import Channel
from roundup.preview.marks import mark_of
from roundup.preview.server import application
from roundup.preview.shelf import Shelf

PAGE = "<!doctype html><html><body><p>Words</p></body></html>"


class World:
    """An output folder, its channel, and requests to the application over them."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder, self.shelf = folder, Shelf(folder, base)
        self.channel = Channel(self.shelf)
        self._transport = httpx.ASGITransport(application(self.shelf, self.channel))

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def get(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer() -> httpx.Response:
            address = "http://127.0.0.1:8000"
            async with httpx.AsyncClient(transport=self._transport, base_url=address) as client:
                return await client.request(method, f"{address}{path}", headers=named)

        return asyncio.run(answer())


def script(address: str, page: str = PAGE) -> str:
    """What a page of the preview has at its end."""
    where = f"/__roundup__/events?page={address}&amp;mark={mark_of(page.encode())}"
    return f'<script src="/__roundup__/reload.js" data-events="{where}"></script>\n'


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.write("index.html", PAGE)
    made.write("404.html", PAGE.replace("Words", "Lost"))
    made.write("2019/index.html", PAGE)
    made.write("feed.xml", "<feed/>")
    return made


def test_pages_end_with_a_script_that_knows_what_they_are(world: World) -> None:
    assert world.get("/").text == PAGE.replace("</body>", script("%2F") + "</body>")
    world.write("bare.html", "<p>Words")
    assert world.get("/bare.html").text == "<p>Words" + script("%2Fbare.html", "<p>Words")


def test_other_files_are_as_they_were_written(world: World) -> None:
    found = world.get("/feed.xml")
    assert (found.text, found.headers["content-type"]) == ("<feed/>", "application/xml")


def test_a_folder_without_its_slash_is_sent_on(world: World) -> None:
    found = world.get("/2019")
    assert (found.status_code, found.headers["location"]) == (307, "/2019/")
    assert world.get("//2019").headers["location"] == "/2019/"
    assert world.get("/2019?q=a%20b").headers["location"] == "/2019/?q=a%20b"


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
    world.write(".hidden", "hush")
    (tmp_path / "secret").write_text("hush")
    found = world.get(path)
    assert found.status_code == 404
    assert "hush" not in found.text


@pytest.mark.parametrize("path", ["/", "/feed.xml", "/style.css", "/__roundup__/reload.js"])
def test_browsers_ask_each_time_and_load_what_changed_alone(world: World, path: str) -> None:
    world.shelf.put("/style.css", b"p {}")
    found = world.get(path)
    assert found.headers["cache-control"] == "no-cache"
    again = world.get(path, if_none_match=f'"other", {found.headers["etag"]}')
    assert (again.status_code, again.content) == (304, b"")
    for name in ("index.html", "feed.xml"):
        world.write(name, "changed")
    world.shelf.put("/style.css", b"p { margin: 0 }")
    changed = world.get(path, if_none_match=found.headers["etag"])
    assert changed.status_code == (304 if path.startswith("/__") else 200)


@pytest.mark.parametrize("path", ["/nothing", "/2019", "/__roundup__/nothing"])
def test_what_is_not_there_is_not_kept(world: World, path: str) -> None:
    assert world.get(path).headers["cache-control"] == "no-store"


def test_what_was_made_ahead_is_served(world: World) -> None:
    world.shelf.put("/2019/", b"<p>Newer</p>")
    world.shelf.put("/style.css", b"p {}")
    assert world.get("/2019/").text.startswith("<p>Newer</p><script")
    found = world.get("/style.css?v=1")
    assert (found.text, found.headers["content-type"]) == ("p {}", "text/css; charset=utf-8")


@pytest.mark.parametrize(("path", "leads"), [("/", "/a/"), ("/a", "/a/"), ("/a/2019", "/a/2019/")])
def test_a_site_below_a_path_is_found(tmp_path: Path, path: str, leads: str) -> None:
    world = World(tmp_path, "/a/")
    world.write("index.html", PAGE)
    world.write("2019/index.html", PAGE)
    found = world.get(path)
    assert (found.status_code, found.headers["location"]) == (307, leads)
    assert world.get("/a/2019/").status_code == 200
    assert world.get("/2019/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/a%00/",
        "/%ff%fe/",
        "/..%5c..%5cx",
        "/" + "x" * 5000,
        "/" + "x/" * 3000,
        "/%0d%0aSet-Cookie:x/",
        "/__roundup__/%00",
        "/2019/index.html/",
        "/%ed%a0%80/",
        "/%E2%80%AE",
    ],
)
def test_no_path_is_too_strange(world: World, path: str) -> None:
    found = world.get(path)
    assert found.status_code in (307, 404)
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "//evil.example/%2e%2e"])
def test_nobody_is_sent_elsewhere(world: World, path: str) -> None:
    world.write("evil.example/index.html", PAGE)
    found = world.get(path)
    assert not found.headers.get("location", "/").startswith(("//", "/\\", "http"))


def test_parts_of_a_large_file_can_be_asked_for(world: World) -> None:
    world.write("clip.mp4", "0123456789")
    found = world.get("/clip.mp4", range="bytes=2-4")
    assert (found.status_code, found.text) == (206, "234")
    assert found.headers["content-type"] == "video/mp4"


def test_what_is_not_found_speaks_the_language_of_its_folder(world: World) -> None:
    world.write("zh/404.html", PAGE.replace("Words", "没有"))
    assert "没有" in world.get("/zh/nothing/").text
    assert "Lost" in world.get("/nothing/").text


def test_heads_say_what_the_answers_would(world: World) -> None:
    for path in ("/", "/feed.xml", "/nothing"):
        head, whole = world.get(path, "HEAD"), world.get(path)
        assert head.status_code == whole.status_code
        assert head.headers["content-type"] == whole.headers["content-type"]


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
