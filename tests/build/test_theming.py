"""Common wishes: each takes one block or one custom property, and the rest of the theme stays as it is."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

ENTRY = "2019/top/index.html"
PAPER = "papers/xlnet/index.html"
HOME = "index.html"


class Wish(NamedTuple):
    """What somebody wants: the block of a template that does it, on which page, and what is seen there."""

    name: str
    template: str
    block: str
    page: str
    seen: str
    toml: str = ""
    gone: str = ""


WISHES = [
    Wish(
        "own words and a licence at the foot",
        "base.html",
        '{% block colophon %}<p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
        "CC BY 4.0</a></p>{{ super() }}{% endblock %}",
        HOME,
        r'<footer.*<a rel="license".*</footer>',
    ),
    Wish(
        "no feeds at the foot",
        "base.html",
        "{% block feeds %}{% endblock %}",
        HOME,
        r"<footer",
        gone=r"<footer.*feed\.xml.*</footer>",
    ),
    Wish(
        "a mark of one's own in place of the title",
        "base.html",
        '{% block brand %}<a class="brand" href="{{ site.home | url }}">PR</a>{% endblock %}',
        ENTRY,
        r'<a class="brand" href="/papers/">PR</a>',
    ),
    Wish(
        "statistics by a script of a host that the owner allows",
        "base.html",
        '{% block head %}<script defer src="https://stats.example.org/count.js"></script>{% endblock %}',
        HOME,
        r"script-src &#39;self&#39; https://stats\.example\.org; .*connect-src &#39;self&#39; https://stats"
        r'.*<script defer src="https://stats\.example\.org/count\.js"></script>\s*</head>',
        toml='[security]\nallow = { script = ["https://stats.example.org"] }\n',
    ),
    Wish(
        "a link more in the menu",
        "parts/nav.html",
        '{% block links %}{{ super() }}<li><a href="https://example.org/">Lab</a></li>{% endblock %}',
        HOME,
        r'<nav class="menu".*>Papers</a></li>.*<li><a href="https://example\.org/">Lab</a></li>\s*</ul>',
    ),
    Wish(
        "a search box of one's own",
        "base.html",
        '{% block nav %}{{ super() }}<form action="{{ "search/" | url }}"><input name="q" aria-label="Search">'
        "</form>{% endblock %}",
        HOME,
        r"<header.*<form action=\"/papers/search/\">.*</header>",
    ),
    Wish(
        "more for networks that show a preview",
        "base.html",
        '{% block graph %}{{ super() }}<meta name="fediverse:creator" content="@a@example.org">{% endblock %}',
        PAPER,
        r'og:title.*<meta name="fediverse:creator" content="@a@example\.org">.*</head>',
    ),
    Wish(
        "no authors in lists",
        "parts/entry.html",
        "{% block authors %}{% endblock %}",
        ENTRY,
        r"Predicts words in every order",
        gone=r'class="authors"',
    ),
    Wish(
        "sections of the home page in another order",
        "home.html",
        "{% block sections %}{{ self.topics() }}{{ self.roundups() }}{% endblock %}",
        HOME,
        r"<main.*/tags/video/.*/2019/top/.*</main>",
        gone=r"<main.*/2019/top/.*/tags/video/.*</main>",
    ),
    Wish(
        "a field of one's own in an entry",
        "parts/entry.html",
        "{% block extra %}{% if entry.extra.minutes is defined %}<p>{{ entry.extra.minutes }} minutes</p>"
        "{% endif %}{% endblock %}",
        ENTRY,
        r'id="dain".*<p>12 minutes</p>.*</article>',
    ),
    Wish(
        "a link to comments under every entry",
        "parts/entry.html",
        '{% block links %}{{ super() }}<p><a href="https://example.org/forum?q={{ entry.key | urlencode }}">'
        "Discuss</a></p>{% endblock %}",
        ENTRY,
        r'forum\?q=xlnet">Discuss</a>.*forum\?q=dain">Discuss</a>',
    ),
    Wish(
        "thanks at the end of a roundup",
        "roundup.html",
        "{% block closing %}{{ super() }}<p>Thank you, {{ site.extra.reader }}.</p>{% endblock %}",
        ENTRY,
        r"<p>Thank you, dear reader\.</p>",
        toml='[extra]\nreader = "dear reader"\n',
    ),
    Wish(
        "no list of contents",
        "roundup.html",
        "{% block contents %}{% endblock %}",
        ENTRY,
        r"<h1>",
        gone=r'class="aside contents"',
    ),
    Wish(
        "a sentence before the citation of a paper",
        "paper.html",
        "{% block citation %}<p>Please cite the paper, not this page.</p>{{ super() }}{% endblock %}",
        PAPER,
        r"Please cite the paper.*@misc|Please cite the paper.*@article",
    ),
    Wish(
        "another title in the window",
        "base.html",
        "{% block title %}<title>{{ page.head.title }} | Lab</title>{% endblock %}",
        PAPER,
        r"<title>[^<]+ \| Lab</title>",
    ),
]
QUICK = SITE_TOML + "[pages]\nsearch = false\ncards = false\n"
MINUTES = str(ROUNDUP["content/2019/top/dain.md"]).replace(
    "tags:", "extra: {minutes: 12}\ntags:", 1
)


@pytest.mark.parametrize("wish", WISHES, ids=[wish.name for wish in WISHES])
def test_one_block_is_enough(wish: Wish, tmp_path: Path) -> None:
    own = f'{{% extends "theme/{wish.template}" %}}\n{wish.block}\n'
    files = {**ROUNDUP, "content/2019/top/dain.md": MINUTES, f"templates/{wish.template}": own}
    report = build_site(make_site(tmp_path, files, f"{QUICK}{wish.toml}"))
    assert messages(report) == []
    text = (tmp_path / "public" / wish.page).read_text("utf-8")
    assert re.search(wish.seen, text, re.DOTALL)
    assert not wish.gone or not re.search(wish.gone, text, re.DOTALL)


PROPERTIES = {
    "another accent": "--accent: #35588f",
    "other type": '--serif: "Iowan Old Style", serif',
    "sans-serif all over": "--serif: var(--sans)",
    "a longer line": "--measure: 80ch",
    "a wider page": "--page: 70rem",
    "another paper": "--paper: light-dark(#fff, #000)",
}


@pytest.mark.parametrize("line", PROPERTIES.values(), ids=PROPERTIES)
def test_one_property_in_a_sheet_of_one_s_own_is_enough(line: str, tmp_path: Path) -> None:
    """The theme defines the property, uses it, and never again sets it past a sheet that is loaded after it."""
    files = {**ROUNDUP, "static/own.css": f":root {{ {line}; }}\n"}
    toml = QUICK + '[theme]\nstyles = "own.css"\naccent = "#808080"\n'
    assert messages(build_site(make_site(tmp_path, files, toml))) == []
    page = (tmp_path / "public" / ENTRY).read_text("utf-8")
    loaded = re.findall(r'<link rel="stylesheet" href="/papers/([\w.]+)\?v=\w+">', page)
    assert loaded == ["style.css", "accent.css", "own.css"]
    theme = (tmp_path / "public/style.css").read_text("utf-8")
    name = line.partition(":")[0]
    assert re.search(rf"^  {name}: ", theme, re.MULTILINE)
    assert f"var({name})" in theme or f"from var({name})" in theme


def test_a_style_sheet_in_a_folder_changes_its_address_with_its_bytes(tmp_path: Path) -> None:
    toml = QUICK + '[theme]\nstyles = ["css/one.css", "css/two.css"]\n'
    files = {**ROUNDUP, "static/css/one.css": "a {}", "static/css/two.css": "b {}"}
    site = make_site(tmp_path, files, toml)
    build_site(site)
    before = re.findall(r"css/(?:one|two)\.css\?v=\w+", (site / "public/index.html").read_text())
    make_site(site, {"static/css/two.css": "b { color: red }"}, toml)
    build_site(site)
    after = re.findall(r"css/(?:one|two)\.css\?v=\w+", (site / "public/index.html").read_text())
    assert len(before) == len(after) == 2
    assert before[0] == after[0]
    assert before[1] != after[1]
