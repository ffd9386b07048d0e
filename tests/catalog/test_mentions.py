"""Which articles name a paper in their words."""

from catalog.articles import catalog, listing, page
from roundup.catalog.mentions import paper_named

FILES = {
    "2019/top/index.md": listing(),
    "2019/top/dain.md": page("Not like [[xlnet]], unlike [[dain]].", title="DAIN", paper="dain"),
    "2019/top/xlnet.md": page(title="XLNet", paper="xlnet", arxiv='"1906.08237"'),
    "2019/index.md": page("[[xlnet]] and again [[arxiv:1906.08237]]."),
    "papers/dain.md": page("A note on [[xlnet]].", title="DAIN"),
}


def mentioned(key: str, files: dict[str, str]) -> list[str]:
    return [one.path.removeprefix("content/") for one in catalog(files).papers[key].mentions]


def test_every_article_that_names_a_paper_is_a_mention_once() -> None:
    assert mentioned("xlnet", FILES) == ["2019/index.md", "2019/top/dain.md", "papers/dain.md"]


def test_a_papers_own_articles_do_not_mention_it() -> None:
    assert mentioned("dain", FILES) == []


def test_hidden_articles_mention_nothing() -> None:
    files = {**FILES, "2019/index.md": page("[[xlnet]]", draft="true")}
    assert mentioned("xlnet", files) == ["2019/top/dain.md", "papers/dain.md"]


def test_a_link_in_code_is_no_mention() -> None:
    files = {**FILES, "2019/index.md": page("Write `[[xlnet]]`.")}
    assert "2019/index.md" not in mentioned("xlnet", files)


def test_a_paper_is_named_by_key_or_any_of_its_identifiers() -> None:
    keys = catalog(FILES).keys
    for name in ("xlnet", "arxiv:1906.08237", "https://arxiv.org/pdf/1906.08237v1"):
        assert paper_named(name, keys) == "xlnet"
    assert paper_named("bert", keys) is None
