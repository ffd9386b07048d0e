"""Topics and series: what connects papers and roundups."""

from catalog.articles import catalog, listing, page
from roundup.catalog.catalog import Catalog
from sites import SITE_TOML


def tagged(tags: str, index: str = "[]", toml: str = SITE_TOML) -> Catalog:
    files = {
        "2019/top/index.md": listing(tags=index),
        "2019/top/a.md": page(title="One", paper="a", tags=tags),
        "2019/top/b.md": page(title="Another work", paper="b", tags="[nlp]"),
    }
    return catalog(files, toml)


def test_spellings_of_one_topic_are_one_topic() -> None:
    found = tagged("[NLP, 'nlp ', C++]").topics
    assert {slug: topic.papers for slug, topic in found.items()} == {
        "c-plus-plus": ("a",),
        "nlp": ("a", "b"),
    }


def test_roundups_carry_topics_too() -> None:
    topic = tagged("[vision]", "[Vision]").topics["vision"]
    assert (topic.papers, topic.roundups) == (("a",), ("2019/top",))


def test_the_site_joins_topics() -> None:
    toml = SITE_TOML + '\n[tags.language]\ntitle = "Language"\nsame_as = ["NLP"]\n'
    found = tagged("[language]", "[nlp]", toml).topics
    assert {slug: (topic.papers, topic.roundups) for slug, topic in found.items()} == {
        "language": (("a", "b"), ("2019/top",))
    }


def test_topics_keep_letters_of_any_script() -> None:
    assert list(tagged("[语言模型, Ökonomie]").topics) == ["nlp", "ökonomie", "语言模型"]


def test_the_editions_of_a_series_stand_newest_first() -> None:
    files = {
        "2018/top/index.md": listing(series="Winter"),
        "2019/a/index.md": listing(series="winter", period="2019-06"),
        "2019/b/index.md": listing(series="Winter", period="2019-12"),
        "2020/draft/index.md": listing(series="Winter", draft="true"),
        "2020/other/index.md": listing(),
    }
    found = catalog(files).series
    assert list(found) == ["winter"]
    assert found["winter"].roundups == ("2019/b", "2019/a", "2018/top")
    assert found["winter"].name == "Winter"
