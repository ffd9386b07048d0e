"""`roundup add`: references become entries with facts; what is not known is said; nothing written is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from authoring.services import (
    ARXIV,
    CAPTCHA,
    CROSSREF,
    DAIN,
    LOTTERY,
    NATURE,
    OVERVIEW,
    TRANSFORMER_XL,
    XLNET,
    Reply,
    Services,
    as_the_web,
    played,
    without_network,
)
from cli.commands import call, environment
from roundup.authoring.add import WORDS_GO_HERE
from sites import SITE_TOML, build_site, contents, make_site, messages

LOTTERY_URL = "https://openreview.net/forum?id=rJl-b3RcF7"


NATURE_DOI = "doi:10.1038/nature14539"
PDF = "https://lab.example.org/p/one.pdf"


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """A web where every request lands at services that play the real ones."""
    with as_the_web(monkeypatch) as found:
        found.papers |= {"1906.08237": XLNET, "1904.00830": DAIN, "1404.7828": OVERVIEW}
        found.replies["openreview.net/forum"] = LOTTERY
        yield found


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A site with a roundup that has no entry yet."""
    index = "---\ntitle: The {n} best\n---\nHello.\n"
    return make_site(tmp_path / "site", {"content/2020/new/index.md": index})


def entry(site: Path, name: str, roundup: str = "2020/new") -> str:
    return (site / "content" / roundup / f"{name}.md").read_text()


def no_errors(site: Path) -> None:
    assert [one for one in messages(build_site(site)) if ": error: " in one] == []


def test_an_arxiv_id_becomes_an_entry(services: Services, empty: Path) -> None:
    done = call("add", "2020/new", "arXiv:1906.08237v2", "--site", empty)
    assert (done.exit_code, done.stderr) == (0, "")
    assert entry(empty, "xlnet") == (
        "---\n"
        "paper: xlnet\n"
        "rank: 1\n"
        'title: "XLNet: Generalized Autoregressive Pretraining for Language Understanding"\n'
        "authors: [Zhilin Yang, Zihang Dai, Yiming Yang, Jaime Carbonell, Ruslan Salakhutdinov, Quoc V. Le]\n"
        "date: 2019-06-19\n"
        'arxiv: "1906.08237"\n'
        "code: https://github.com/zihangdai/xlnet\n"
        "abstract: A language model that reads words in many orders & so sees both sides of each.\n"
        "---\n\n"
        f"{WORDS_GO_HERE}\n"
    )
    shown = done.stdout.splitlines()
    assert shown[0] == (
        "arXiv:1906.08237v2: XLNet: Generalized Autoregressive Pretraining for Language Understanding,"
        " rank 1 (facts from arXiv)"
    )
    assert shown[1].startswith("wrote ")
    assert shown[1].endswith("content/2020/new/xlnet.md")
    no_errors(empty)


def test_several_at_once_stand_in_the_order_given(services: Services, empty: Path) -> None:
    services.replies[f"{CROSSREF}10.1038%2Fnature14539"] = NATURE
    call("add", "new", LOTTERY_URL, "doi:10.1038/NATURE14539", "1904.00830", "--site", empty)
    ranks = {
        name: entry(empty, name).split("rank: ")[1].split("\n")[0]
        for name in ("the-lottery-ticket-hypothesis", "deep-learning", "depth-aware-video-frame-interpolation")
    }  # fmt: skip
    assert list(ranks.values()) == ["1", "2", "3"]
    lottery = entry(empty, "the-lottery-ticket-hypothesis")
    assert f"url: {LOTTERY_URL}\n" in lottery
    assert "openreview: rJl-b3RcF7\n" in lottery
    assert "venue: International Conference on Learning Representations\n" in lottery
    no_errors(empty)


def test_bibliographies_need_no_web(offline: None, empty: Path, tmp_path: Path) -> None:
    bib = tmp_path / "my papers.bib"
    bib.write_text(
        "@article{a, title={Deep {L}earning}, author={LeCun, Yann and Bengio, Yoshua}, year={2015},"
        " journal={Nature}, doi={10.1038/nature14539}}\n"
        "@misc{b, title={A Note}, author={Kaiming He}, year=2019}\n"
    )
    done = call("add", "2020/new", bib, "--site", empty)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "doi: 10.1038/nature14539\n" in entry(empty, "deep-learning")
    assert "title: A Note\n" in entry(empty, "a-note")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    without_network(monkeypatch)


@pytest.mark.parametrize(
    ("ref", "name", "title", "again"),
    [
        ("1906.08237", "arxiv-1906-08237", "arXiv:1906.08237", "arXiv:1906.08237"),
        ("doi.org/10.1038/nature14539", "doi-10-1038-nature14539", NATURE_DOI, NATURE_DOI),
        (LOTTERY_URL, "openreview-rjl-b3rcf7", "openreview:rJl-b3RcF7", "openreview:rJl-b3RcF7"),
        (f"{PDF}?utm_source=x", "lab-example-org-p-one-pdf", PDF, PDF),
    ],
)  # fmt: skip
def test_without_a_network_the_entry_says_what_the_reference_says(
    offline: None, empty: Path, ref: str, name: str, title: str, again: str
) -> None:
    done = call("add", "2020/new", ref, "--site", empty)
    assert done.exit_code == 0
    path = f"content/2020/new/{name}.md"
    assert done.stderr.startswith(f"{path}: warning: no facts yet: ")
    assert f"ask again later: roundup add 2020/new {again}\n" in done.stderr
    text = entry(empty, name)
    assert yaml.safe_load(text.split("---")[1])["title"] == title
    no_errors(empty)


def test_asking_again_completes_what_was_written_offline(services: Services, empty: Path) -> None:
    call("add", "2020/new", "1906.08237", "--offline", "--site", empty)
    assert services.asked == []
    path = empty / "content/2020/new/arxiv-1906-08237.md"
    text = path.read_text().replace(
        "rank: 1\n", "rank: 1  # surely\nshort: My XLNet\nabstract: null\n"
    )
    path.write_text(text.replace(WORDS_GO_HERE, "My words."))
    done = call("add", "2020/new", "arXiv:1906.08237", "--site", empty)
    assert (done.exit_code, done.stderr) == (0, "")
    after = path.read_text()
    assert 'title: "XLNet: Generalized' in after
    assert "rank: 1  # surely\n" in after
    assert "short: My XLNet\n" in after
    assert "abstract: null\n" in after
    assert after.endswith("---\n\nMy words.\n")
    assert "title, authors, date, code filled in (facts from arXiv)" in done.stdout
    assert "roundup rename paper:arxiv-1906-08237 xlnet" in done.stdout
    before = contents(empty / "content")
    again = call("add", "2020/new", "1906.08237", "--site", empty)
    assert (
        "1906.08237: stands here already, in content/2020/new/arxiv-1906-08237.md" in again.stdout
    )
    ranked = call("add", "2020/new", "1906.08237", "--rank", "2", "--site", empty)
    assert "to move one, change the rank in its file" in ranked.stdout
    assert contents(empty / "content") == before
    assert services.paths == [ARXIV]


@pytest.mark.parametrize(
    "reply",
    [
        Reply("", 403),
        Reply("", 429),
        Reply("", 500),
        CAPTCHA,
        Reply("<feed", type="text/xml"),
        Reply("x" * 900, cut=100, type="text/xml"),
        Reply("", wait=1),
    ],
)
def test_refusals_and_garbage_leave_a_whole_entry(
    services: Services, empty: Path, reply: Reply
) -> None:
    services.replies[ARXIV] = reply
    done = call("add", "2020/new", "1906.08237", "--site", empty)
    assert done.exit_code == 0
    assert ": warning: no facts yet: export.arxiv.org " in done.stderr
    assert 'title: "arXiv:1906.08237"\n' in entry(empty, "arxiv-1906-08237")
    assert not (empty / ".lookups").exists()
    no_errors(empty)


def test_facts_are_kept_in_the_site(services: Services, empty: Path) -> None:
    call("add", "2020/new", "1906.08237", "--site", empty)
    kept = empty / ".lookups/arxiv/1906.08237.json"
    assert json.loads(kept.read_text())["facts"]["title"].startswith("XLNet: ")
    (empty / "content/2020/new/xlnet.md").unlink()
    done = call("add", "2020/new", "1906.08237", "--site", empty)
    assert "(facts from arXiv)" in done.stdout
    assert len(services.asked) == 1
    (empty / "content/2020/new/xlnet.md").unlink()
    kept.write_bytes(b"\xff garbage")
    call("add", "2020/new", "1906.08237", "--site", empty)
    assert len(services.asked) == 2
    assert json.loads(kept.read_text())["said"] == "arXiv"


def test_a_known_paper_is_named_and_nothing_said_twice(services: Services, site: Path) -> None:
    make_site(site, {"content/2020/new/index.md": "---\ntitle: New\n---\n"})
    done = call("add", "2020/new", "https://arxiv.org/abs/1906.08237", "dain", "--site", site)
    assert (done.exit_code, services.asked) == (0, [])
    assert entry(site, "xlnet") == f"---\npaper: xlnet\nrank: 1\n---\n\n{WORDS_GO_HERE}\n"
    assert entry(site, "dain").startswith("---\npaper: dain\nrank: 2\n---\n")
    known = "the site knows it as 'xlnet' (content/2019/top/xlnet.md), rank 1"
    assert known in done.stdout
    no_errors(site)


def test_a_known_paper_without_a_written_key_gets_one(services: Services, site: Path) -> None:
    path = site / "content/2019/top/dain.md"
    path.write_text(path.read_text().replace("paper: dain\n", "# a comment\n"))
    make_site(site, {"content/2020/new/index.md": "---\ntitle: New\n---\n"})
    call("add", "2020/new", "1904.00830", "--site", site)
    assert path.read_text().startswith("---\n# a comment\npaper: dain\n")
    assert [one for one in messages(build_site(site)) if "written key" in one] == []
    no_errors(site)


def test_a_paper_that_facts_show_to_be_known_is_recognised(services: Services, site: Path) -> None:
    make_site(site, {"content/2020/new/index.md": "---\ntitle: New\n---\n"})
    path = site / "content/2019/top/dain.md"
    path.write_text(path.read_text().replace('"1904.00830"', '"1404.7828"'))
    services.replies[f"{CROSSREF}10.1016%2Fj.neunet.2014.09.003"] = Reply("", 404)
    path.write_text(path.read_text().replace("arxiv:", "doi: 10.1016/j.neunet.2014.09.003 #"))
    done = call("add", "2020/new", "1404.7828", "--site", site)
    assert "the site knows it as 'dain'" in done.stdout


def test_each_paper_is_added_once(services: Services, empty: Path) -> None:
    refs = ["1906.08237", "https://arxiv.org/pdf/1906.08237v1.pdf", "10.48550/arXiv.1906.08237"]
    done = call("add", "2020/new", *refs, "--site", empty)
    assert done.stdout.count("the same paper as 1906.08237, so it is added once") == 2
    assert sorted(path.name for path in (empty / "content/2020/new").iterdir()) == [
        "index.md",
        "xlnet.md",
    ]


def test_what_is_no_reference_is_said_and_the_rest_written(services: Services, empty: Path) -> None:
    refs = [
        "foo",
        "https://github.com/a/b",
        "https://example.org",
        "no.bib",
        "1906.08237",
        str(empty),
    ]
    done = call("add", "2020/new", *refs, "--site", empty, "--format", "json")
    assert done.exit_code == 1
    said = {one["file"]: one["message"] for one in json.loads(done.stdout)}
    assert said == {
        "foo": "this is no reference to a paper",
        "https://github.com/a/b": "this is a repository, not a paper",
        "https://example.org": "this is a whole site, not a paper",
        "no.bib": "cannot be read: No such file or directory",
        str(empty): "this is no reference to a paper",
    }
    assert (empty / "content/2020/new/xlnet.md").is_file()


RANKED = {
    "content/2020/new/index.md": "---\ntitle: New\n---\n",
    **{
        f"content/2020/new/{name}.md": f"---\npaper: {name}\nrank: {rank} # mine\ntitle: T {name}\n---\nW.\n"
        for rank, name in enumerate(("one", "two", "three"), 1)
    },
    "content/2020/new/two.zh.md": "---\nrank: 2\ntitle: 二\n---\n词。\n",
}  # fmt: skip


def ranks(site: Path, folder: str = "content/2020/new") -> dict[str, str]:
    found = {}
    for path in sorted((site / folder).glob("*.md")):
        line = next((row for row in path.read_text().split("\n") if row.startswith("rank: ")), "")
        found[path.name.removesuffix(".md")] = line.removeprefix("rank: ")
    return {name: rank for name, rank in found.items() if name != "index"}


def test_a_rank_moves_the_rest(services: Services, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", RANKED)
    call("add", "2020/new", "1906.08237", "1904.00830", "--rank", "2", "--site", site)
    assert ranks(site) == {
        "depth-aware-video-frame-interpolation": "3",
        "one": "1 # mine",
        "three": "5",
        "two": "4",
        "two.zh": "4",
        "xlnet": "2",
    }
    assert not [one for one in messages(build_site(site)) if "rank" in one]


def test_a_free_rank_moves_nothing(services: Services, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", RANKED)
    call("add", "2020/new", "1906.08237", "--rank", "7", "--site", site)
    assert ranks(site)["xlnet"] == "7"
    assert ranks(site)["three"] == "3 # mine"


def test_entries_without_ranks_get_them_when_one_is_added(
    services: Services, tmp_path: Path
) -> None:
    bare = {path: text.replace("rank: ", "# rank ") for path, text in RANKED.items()}
    site = make_site(tmp_path / "site", bare)
    call("add", "2020/new", "1906.08237", "--site", site)
    assert ranks(site) == {"one": "1", "three": "2", "two": "3", "two.zh": "", "xlnet": "4"}


def test_a_list_that_names_its_entries_names_the_new_one(
    services: Services, tmp_path: Path
) -> None:
    index = "---\ntitle: New\nranked: false # no\nentries: [two, one, three]\n---\n"
    site = make_site(tmp_path / "site", {**RANKED, "content/2020/new/index.md": index})
    call("add", "2020/new", "1906.08237", "--site", site)
    call("add", "2020/new", "1904.00830", "--rank", "1", "--site", site)
    dain = "depth-aware-video-frame-interpolation"
    assert entry(site, "index") == (
        f"---\ntitle: New\nranked: false # no\nentries: [{dain}, two, one, three, xlnet]\n---\n"
    )
    assert "rank" not in entry(site, "xlnet")


def test_a_list_without_ranks_stays_without(services: Services, tmp_path: Path) -> None:
    index = {"content/2020/new/index.md": "---\ntitle: New\nranked: false\n---\n"}
    site = make_site(tmp_path / "site", index)
    call("add", "2020/new", "1906.08237", "--site", site)
    assert "rank" not in entry(site, "xlnet")


def test_a_chinese_roundup_gets_chinese_entries(services: Services, tmp_path: Path) -> None:
    index = {"content/2020/new/index.zh.md": "---\ntitle: 新\n---\n"}
    site = make_site(tmp_path / "site", index)
    call("add", "2020/new", "1906.08237", "--site", site)
    assert (site / "content/2020/new/xlnet.zh.md").is_file()
    no_errors(site)


def test_a_dry_run_writes_nothing(services: Services, site: Path) -> None:
    before = contents(site)
    done = call("add", "top", "1404.7828", "--rank", "1", "--dry-run", "--site", site)
    assert done.exit_code == 0
    assert "would write " in done.stdout
    assert "would change " in done.stdout
    after = {path: data for path, data in contents(site).items() if not path.startswith(".roundup")}
    assert after == before


def test_nothing_is_overwritten(services: Services, empty: Path) -> None:
    other = "---\npaper: other\ntitle: Other\nrank: 1\n---\nW.\n"
    make_site(
        empty, {"content/2020/new/xlnet.md": other, "content/2020/new/xlnet-2.md": "---\n: x"}
    )
    done = call("add", "2020/new", "1906.08237", "--site", empty)
    assert done.exit_code == 0
    assert entry(empty, "xlnet") == other
    assert "paper: xlnet-3\n" in entry(empty, "xlnet-3")


def test_an_entry_that_cannot_be_edited_stops_all(services: Services, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", RANKED)
    broken = site / "content/2020/new/two.md"
    broken.write_text("{rank: 2}\nnot: [closed\n---\n")
    (site / "content/2020/new/three.md").write_text(
        "---\n{rank: 3, title: T, paper: three}\n---\nW.\n"
    )
    before = {path: data for path, data in contents(site).items() if "content" in path}
    done = call("add", "2020/new", "1906.08237", "--rank", "1", "--site", site)
    assert done.exit_code == 1
    assert "content/2020/new/three.md: error: 'rank' cannot be written" in done.stderr
    after = {path: data for path, data in contents(site).items() if "content" in path}
    assert after == before


def test_windows_line_ends_and_marks_stay(services: Services, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", RANKED)
    path = site / "content/2020/new/one.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    call("add", "2020/new", "1906.08237", "--rank", "1", "--site", site)
    assert path.read_bytes() == (
        b"\xef\xbb\xbf---\r\npaper: one\r\nrank: 2\r\ntitle: T one\r\n---\r\nW.\r\n"
    )


@pytest.mark.parametrize("rank", ["0", "-1", "10000", "first"])
def test_ranks_have_bounds(services: Services, empty: Path, rank: str) -> None:
    assert call("add", "2020/new", "1906.08237", "--rank", rank, "--site", empty).exit_code == 2


def test_ranks_cannot_be_moved_over_their_bound(services: Services, tmp_path: Path) -> None:
    last = "---\npaper: last\nrank: 9999\ntitle: Last\n---\nW.\n"
    site = make_site(tmp_path / "site", {**RANKED, "content/2020/new/last.md": last})
    done = call("add", "2020/new", "1906.08237", "--site", site)
    assert done.exit_code == 1
    assert "error: no rank is higher than 9999" in done.stderr
    assert not (site / "content/2020/new/xlnet.md").exists()


def test_a_roundup_that_is_not_there_is_a_wrong_command(services: Services, site: Path) -> None:
    done = call("add", "2019/tip", "1906.08237", "--site", site)
    assert done.exit_code == 2
    assert "there is no roundup '2019/tip'; did you mean '2019/top'?" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_said(services: Services, empty: Path) -> None:
    folder = empty / "content/2020/new"
    folder.chmod(0o555)
    done = call("add", "2020/new", "1906.08237", "--site", empty)
    folder.chmod(0o755)
    assert done.exit_code == 1
    assert "nothing was written" in done.stdout


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff" * 999, b"@article{" * 999, b"{}", b"[]", b"TY  - JOUR", b"\xef\xbb\xbf"],
)
def test_whatever_a_file_holds_is_no_crash(empty: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.bib").write_bytes(data)
    done = call("add", "2020/new", tmp_path / "x.bib", "--offline", "--site", empty)
    assert done.exit_code in (0, 1)
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)
    assert done.stderr


def test_ctrl_c_while_somebody_is_asked_writes_nothing(empty: Path) -> None:
    with played() as services:
        services.replies[ARXIV] = Reply("", wait=40)
        toml = SITE_TOML + f'[lookup]\narxiv = "http://127.0.0.1:{services.port}/{ARXIV}"\n'
        (empty / "site.toml").write_text(toml)
        before = contents(empty / "content")
        words = [sys.executable, "-m", "roundup", "add", "2020/new", "1906.08237"]
        child = subprocess.Popen(
            words, cwd=empty, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        deadline = time.monotonic() + 60
        while not services.asked and time.monotonic() < deadline:
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert b"Traceback" not in said
    assert contents(empty / "content") == before


def test_the_site_can_name_other_services(services: Services, empty: Path) -> None:
    toml = SITE_TOML + '[lookup]\nmailto = "a@b.org"\ncrossref = "https://mirror.org/works"\n'
    (empty / "site.toml").write_text(toml)
    services.replies["mirror.org/works/10.1038%2Fnature14539"] = NATURE
    assert call("add", "2020/new", "10.1038/nature14539", "--site", empty).exit_code == 0
    assert services.asked[0].query == "mailto=a%40b.org"
    assert "title: Deep learning\n" in entry(empty, "deep-learning")


def test_a_page_with_tags_becomes_an_entry(services: Services, empty: Path) -> None:
    services.replies["aclanthology.org/P19-1285/"] = TRANSFORMER_XL
    call("add", "2020/new", "https://aclanthology.org/P19-1285/", "--site", empty)
    text = entry(empty, "transformer-xl")
    assert "acl: P19-1285\n" in text
    assert "url: https://aclanthology.org/P19-1285/\n" in text
    assert "pdf: https://aclanthology.org/P19-1285.pdf\n" in text
    assert "  pages: 2978-2988\n" in text or 'pages: "2978-2988"' in text
    no_errors(empty)


def test_a_site_with_an_error_elsewhere_is_still_written_to(services: Services, site: Path) -> None:
    make_site(site, {"content/about.md": "---\ntitel: x\n---\n"})
    assert call("add", "2019/top", "1404.7828", "--site", site).exit_code == 0
