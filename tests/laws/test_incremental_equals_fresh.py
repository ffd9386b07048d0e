"""Law 1: after any sequence of edits the output is, byte for byte, what a fresh build would leave."""

import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rasters import noise, saved
from roundup.build.report import Report
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

LISTS = ("2019/top", "2019/best", "2020/top")
STEMS = ("xlnet", "dain", "tas", "demucs")
TITLES = (
    "XLNet: Generalized Autoregressive Pretraining for Language Understanding",
    "Depth-Aware Video Frame Interpolation",
    "Network Pruning via Transformable Architecture Search",
    "用于语言理解的广义自回归预训练",
)
BODIES = (
    "",
    "It looks at depth.\n",
    "It looks as [[xlnet]] does, and [the first list](../../2019/top/index.md) says so.\n",
    "![Two curves](curves.png)\n\nA [table](numbers.csv) and [[arxiv:1904.00830|a paper]].\n",
    "## Method\n\nWhere $x^2$ is *small* <b onclick='x()'>and bold</b>.\n\n<!-- unseen -->\n",
)
INDEX_BODIES = ("Hello.\n", "Before.\n\n<!-- papers -->\n\nAfter, as [[dain]].\n")
PHOTOS = [saved(noise(width, 40), "JPEG", quality=95) for width in (500, 900)]
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489")
TEMPLATES = {
    "paper.html": (
        '{% extends "theme/paper.html" %}{% block title %}Paper {{ page.key }}{% endblock %}',
        '<p>{{ page.head.title }}</p>{% include "parts/" ~ "mine.html" ignore missing %}',
    ),
    "parts/mine.html": ("<p>mine</p>", "<p>{{ site.title }}</p>"),
    "parts/nav.html": ("<nav>{{ site.home|url }}</nav>", "<nav>{{ t('papers') }}</nav>"),
    "words/zh.toml": ('papers = "文章"\n', 'papers = "论文们"\n'),
}
THEME = {
    "plain/templates/base.html": (
        '{% extends "roundup/base.html" %}{% block colophon %}plain{% endblock %}',
        '{% extends "roundup/base.html" %}{% block colophon %}bare{% endblock %}',
    ),
    "plain/templates/words/zh.toml": ('papers = "篇"\n', 'series = "系"\n'),
    "plain/static/style.css": ("body { color: red }", "body { color: blue }"),
    "static/style.css": ("/* ejected from plain: style.css 00000000 */\n", "body {}"),
    "static/own.css": ("a {}", "b {}"),
}
BREAKS = {
    "content/2019/top/xlnet.md": "---\ntilte: A\n---\nWords.\n",
    "content/2019/top/broken.md": "---\ntitle: B\nrank: first\n---\n[[nobody]]\n",
    "content/2021/lonely/entry.md": "---\ntitle: C\n---\nWords.\n",
    "content/index.xx.md": "Words.\n",
    "templates/404.html": "{% if %}",
    "templates/home.html": "{{ page.nothing.at_all }}",
    "site.toml": 'title = "No address"\n',
}
ENTRY = st.fixed_dictionaries(
    {"title": st.sampled_from(TITLES)},
    optional={
        "paper": st.sampled_from(STEMS),
        "rank": st.integers(1, 4),
        "arxiv": st.sampled_from(['"1906.08237"', '"1904.00830v2"', "1905.09717"]),
        "doi": st.just("10.1038/nature14539"),
        "tags": st.sampled_from(["[video]", "[video, language-models]", "[C++]"]),
        "authors": st.sampled_from(["[Zhilin Yang, Zihang Dai]", "[Wenbo Bao, Zihang Dai]"]),
        "date": st.sampled_from(["2019-06-19", "2019"]),
        "draft": st.just("true"),
        "summary": st.just("In a sentence."),
        "section": st.sampled_from(["Vision", "Language"]),
        "image": st.just("{src: curves.png, alt: Curves}"),
        "aliases": st.just("[/old/]"),
    },
)
WORDS_OF_INDEX = st.fixed_dictionaries(
    {"title": st.sampled_from(['"Top {n} of {year}"', "Best papers"])},
    optional={
        "ranked": st.sampled_from(["true", "false"]),
        "order": st.just("countdown"),
        "series": st.sampled_from(["yearly", "Top lists"]),
        "date": st.sampled_from(["2020-01-07", "2099-01-01"]),
        "updated": st.just("2020-02-01"),
        "tags": st.just("[video]"),
        "curators": st.just("[Zihang Dai]"),
        "draft": st.just("true"),
    },
)
SWITCHES = ("authors", "tags", "feeds", "citations", "data", "search", "cards", "pictures")


def article(fields: dict[str, object], body: str) -> str:
    rows = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{rows}---\n{body}"


def _later(now: Callable[[], int]) -> int:
    return now() + 10_000_000_000


class Editing(RuleBasedStateMachine):
    """A curator at work: whatever changes, the build follows."""

    @initialize(settled=st.booleans())
    def start(self, settled: bool) -> None:
        """Half of the runs build long after each edit, so that stamps alone are trusted."""
        self.home = Path(tempfile.mkdtemp(prefix="roundup-law-"))
        self.site = make_site(self.home / "site", ROUNDUP)
        self.options: dict[str, bool] = {}
        if settled:
            later = partial(_later, time.time_ns)
            mock.patch("time.time_ns", later).start()

    def teardown(self) -> None:
        mock.patch.stopall()
        shutil.rmtree(self.home)

    def write(self, path: str, content: str | bytes) -> None:
        target = self.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def files(self, folder: str = "content") -> list[str]:
        found = contents(self.site / folder) if (self.site / folder).is_dir() else {}
        return [f"{folder}/{path}" for path in found]

    def entry(self, data: st.DataObject) -> str:
        where = data.draw(st.sampled_from(LISTS))
        return f"content/{where}/{data.draw(st.sampled_from(STEMS))}"

    @rule(data=st.data(), fields=ENTRY, body=st.sampled_from(BODIES))
    def write_entry(self, data: st.DataObject, fields: dict[str, object], body: str) -> None:
        self.write(f"{self.entry(data)}.md", article(fields, body))

    @rule(data=st.data(), body=st.sampled_from(BODIES), title=st.sampled_from(TITLES))
    def translate_entry(self, data: st.DataObject, body: str, title: str) -> None:
        self.write(f"{self.entry(data)}.zh.md", article({"title": title}, body))

    @rule(data=st.data(), fields=WORDS_OF_INDEX, body=st.sampled_from(INDEX_BODIES))
    def write_roundup(self, data: st.DataObject, fields: dict[str, object], body: str) -> None:
        where, tag = data.draw(st.sampled_from(LISTS)), data.draw(st.sampled_from(["", ".zh"]))
        self.write(f"content/{where}/index{tag}.md", article(fields, body))
        if data.draw(st.booleans()):
            entry = article(data.draw(ENTRY), data.draw(st.sampled_from(BODIES)))
            self.write(f"content/{where}/{data.draw(st.sampled_from(STEMS))}.md", entry)

    @rule(stem=st.sampled_from(STEMS), fields=ENTRY, tag=st.sampled_from(["", ".zh"]))
    def write_shared_paper(self, stem: str, fields: dict[str, object], tag: str) -> None:
        known = {
            name: fields[name] for name in ("title", "arxiv", "authors", "tags") if name in fields
        }
        self.write(f"content/papers/{stem}{tag}.md", article(known, "A note.\n"))

    @rule(
        path=st.sampled_from(
            ["index.md", "index.zh.md", "2019/index.md", "tags/video.md", "about.md"]
        ),
        title=st.sampled_from(TITLES),
        body=st.sampled_from(BODIES[:2]),
    )
    def write_words(self, path: str, title: str, body: str) -> None:
        self.write(f"content/{path}", article({"title": f'"{title}"'}, body))

    @rule(data=st.data(), name=st.sampled_from(["curves.png", "curves.zh.png", "numbers.csv"]))
    def write_file_beside(self, data: st.DataObject, name: str) -> None:
        content = data.draw(st.binary(max_size=3).map(PIXEL.__add__) | st.sampled_from(PHOTOS))
        self.write(f"content/{data.draw(st.sampled_from(LISTS))}/{name}", content)

    @rule(name=st.sampled_from(["style.css", "more/note.txt", "more"]), text=st.text("ab"))
    def write_static(self, name: str, text: str) -> None:
        """A file may become a folder of the same name, and the other way round."""
        more = self.site / "static/more"
        if more.is_dir():
            shutil.rmtree(more)
        more.unlink(missing_ok=True)
        self.write(f"static/{name}", text)

    @rule(data=st.data())
    def override_template(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(TEMPLATES)))
        self.write(f"templates/{name}", data.draw(st.sampled_from(TEMPLATES[name])))

    @rule(data=st.data())
    def write_theme(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(THEME)))
        self.write(path, data.draw(st.sampled_from(THEME[path])))

    @rule(data=st.data())
    def delete_one(self, data: st.DataObject) -> None:
        folders = ("content", "templates", "static", "plain")
        files = [path for folder in folders for path in self.files(folder)]
        if files:
            (self.site / data.draw(st.sampled_from(files))).unlink()

    @rule(data=st.data())
    def rename_entry(self, data: st.DataObject) -> None:
        source = data.draw(st.sampled_from([*self.files(), ""]))
        tag = ".zh" if ".zh." in source else ""
        target = self.site / f"{self.entry(data)}{tag}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.endswith(".md"):
            (self.site / source).rename(target)

    @rule(old=st.sampled_from(LISTS), new=st.sampled_from([*LISTS, "2018/old"]))
    def rename_roundup(self, old: str, new: str) -> None:
        source, target = self.site / "content" / old, self.site / "content" / new
        if source.exists() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)

    @rule(data=st.data())
    def same_size_edit(self, data: st.DataObject) -> None:
        """Letters change places: a file's size says nothing."""
        for path in data.draw(st.lists(st.sampled_from([*self.files(), "site.toml"]), max_size=3)):
            target = self.site / path
            target.write_bytes(target.read_bytes().replace(b"looks", b"kools"))

    @rule(
        title=st.sampled_from(["Test Roundups", "Other"]),
        base=st.sampled_from(["https://example.org/papers/", "https://someone.github.io/"]),
        language=st.sampled_from(["en", "zh"]),
        switches=st.dictionaries(st.sampled_from(SWITCHES), st.booleans(), max_size=3),
        tail=st.sampled_from(
            [
                "",
                "[markdown]\nmath = false\nsmart = false\n",
                '[theme]\naccent = "#abc"\n',
                '[theme]\npath = "plain"\n',
                '[theme]\npath = "plain"\nstyles = "own.css"\n',
            ]
        ),
    )
    def settle(
        self, title: str, base: str, language: str, switches: dict[str, bool], tail: str
    ) -> None:
        other = "zh" if language == "en" else "en"
        pages = "".join(f"{name} = {str(on).lower()}\n" for name, on in switches.items())
        self.write(
            "site.toml",
            f'title = "{title}"\nbase_url = "{base}"\nlanguage = "{language}"\n'
            f'nav = ["about.md"]\n[languages.{other}]\n[pages]\n{pages}{tail}',
        )

    @rule(option=st.sampled_from(["drafts", "future"]))
    def switch(self, option: str) -> None:
        self.options[option] = not self.options.get(option, False)

    @rule(data=st.data(), delete=st.booleans())
    def tamper(self, data: st.DataObject, delete: bool) -> None:
        """Somebody edits or deletes a file of the output."""
        found = sorted(contents(self.site / "public"))
        path = self.site / "public" / data.draw(st.sampled_from(found))
        if path.name != ".roundup-output":
            path.unlink() if delete else path.write_bytes(path.read_bytes()[:-1] + b"?")

    @rule(path=st.sampled_from(sorted(BREAKS)))
    def break_and_mend(self, path: str) -> None:
        """An error leaves the output as it was."""
        target = self.site / path
        before = target.read_bytes() if target.exists() else None
        self.write(path, BREAKS[path])
        public = contents(self.site / "public")
        assert self.built().failed
        assert contents(self.site / "public") == public
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)

    def built(self) -> Report:
        """Builds twice, once fresh and elsewhere: the same is said, and when all is well the same is there."""
        public = contents(self.site / "public")
        report = build_site(self.site, **self.options)
        with tempfile.TemporaryDirectory(dir=self.home) as aside:
            fresh = build_site(self.site, fresh=True, output=Path(aside), **self.options)
            assert messages(report) == messages(fresh)
            assert contents(self.site / "public") == (
                public if report.failed else contents(Path(aside))
            )
        return report

    @invariant()
    def incremental_equals_fresh(self) -> None:
        """Where edits contradict one another, the files that are complained of go, as a curator would mend them."""
        for _ in range(9):
            report = self.built()
            if not report.failed:
                break
            for problem in report.problems:
                if problem.is_error:
                    (self.site / problem.file).unlink(missing_ok=True)
            if not (self.site / "site.toml").exists():
                self.write("site.toml", SITE_TOML)
        assert not report.failed, messages(report)
        assert build_site(self.site, **self.options).rendered == ()


Editing.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # a run is a dozen steps: shrinking one would take minutes
    suppress_health_check=list(HealthCheck),
)
TestEditing = Editing.TestCase
