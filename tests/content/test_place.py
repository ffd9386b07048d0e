"""Where a file stands decides what it is: kinds, language tags, reserved and impossible names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content.place import Misplaced, Place, place_of

LANGUAGES = ("en", "zh", "pt-BR")
NAMES = "names are lower-case letters a-z, digits and single hyphens, at most 100 long"
KEYS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


def refused(path: str) -> tuple[str, str]:
    with pytest.raises(Misplaced) as caught:
        place_of(path, LANGUAGES)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("content/index.md", Place("home", "", "index", "")),
        ("content/index.zh.md", Place("home", "", "index", "zh")),
        ("content/about.md", Place("page", "", "about", "")),
        ("content/about/team.md", Place("page", "about", "team", "")),
        ("content/2019/index.md", Place("year", "2019", "index", "")),
        ("content/2019/notes.md", Place("page", "2019", "notes", "")),
        ("content/2019/top-5/index.md", Place("roundup", "2019/top-5", "index", "")),
        ("content/2019/top-5/index.pt-BR.md", Place("roundup", "2019/top-5", "index", "pt-BR")),
        ("content/2019/top-5/xlnet.md", Place("entry", "2019/top-5", "xlnet", "")),
        ("content/2019/top-5/xlnet.zh.md", Place("entry", "2019/top-5", "xlnet", "zh")),
        ("content/papers/xlnet.md", Place("paper", "papers", "xlnet", "")),
        ("content/tags/语言模型.md", Place("topic", "tags", "语言模型", "")),
        ("content/authors/yann-lecun.md", Place("person", "authors", "yann-lecun", "")),
        ("content/0019/top/xlnet.md", Place("page", "0019/top", "xlnet", "")),
    ],
)
def test_a_path_tells_the_kind(path: str, place: Place) -> None:
    assert place_of(path, LANGUAGES) == place


def test_a_tag_is_found_in_any_case_and_kept_as_it_was_declared() -> None:
    assert place_of("content/about.ZH.md", LANGUAGES).tag == "zh"
    assert place_of("content/about.pt-br.md", LANGUAGES).tag == "pt-BR"


def test_a_well_formed_tag_is_a_language_that_has_to_be_declared() -> None:
    assert refused("content/about.fr.md") == (
        "the language 'fr' is not declared",
        "add [languages.fr] to site.toml",
    )
    assert refused("content/about.zh-Hans.md")[0] == "the language 'zh-Hans' is not declared"


def test_what_is_no_tag_is_part_of_the_name() -> None:
    assert refused("content/v1.0.md") == ("'v1.0' cannot be an address", "name it v1-0")


@pytest.mark.parametrize(
    "path",
    [
        "content/2019/Top/index.md",
        "content/2019/top_5/index.md",
        "content/2019/top/XLNet.md",
        "content/2019/top/a--b.md",
        "content/2019/语/index.md",
        "content/papers/XLNet.md",
        f"content/papers/{'x' * 101}.md",
    ],
)
def test_keys_and_slugs_have_one_shape(path: str) -> None:
    message, hint = refused(path)
    assert message.endswith("cannot be a key")
    assert hint == NAMES


@pytest.mark.parametrize(
    "path",
    ["content/2019/page/index.md", "content/2019/top/page.md", "content/papers/page.md"],
)
def test_the_key_page_is_reserved(path: str) -> None:
    assert refused(path) == ("'page' cannot be a key", "it is reserved: choose another name")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *((f"content/{name}.md", name) for name in ("papers", "tags", "authors", "series")),
        *((f"content/{name}/index.md", name) for name in ("papers", "tags", "authors", "series")),
        ("content/search.md", "search"),
        ("content/data/index.md", "data"),
        ("content/reading-list.md", "reading-list"),
        ("content/series/a.md", "series"),
        ("content/2019.md", "2019"),
        ("content/2019.zh.md", "2019"),
        ("content/page.md", "page"),
        ("content/about/page.md", "page"),
    ],
)
def test_pages_of_the_sites_own_are_reserved(path: str, name: str) -> None:
    assert refused(path) == (f"the name '{name}' is reserved", "choose another name")


@pytest.mark.parametrize("path", ["content/zh.md", "content/zh/about.md", "content/en/index.md"])
def test_folders_of_languages_are_reserved(path: str) -> None:
    message, hint = refused(path)
    assert message.endswith("is reserved for a language")
    assert hint == "translations stand beside their originals, as about.zh.md beside about.md"


def test_papers_topics_and_people_stand_directly_in_their_folder() -> None:
    assert refused("content/papers/2019/xlnet.md") == (
        "no page can stand so deep in papers/",
        "put it into content/papers/",
    )


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("content/tags/NLP.md", "'NLP' is not a slug", "name it nlp.md"),
        ("content/tags/C++.md", "'C++' is not a slug", "name it c-plus-plus.md"),
        ("content/tags/e\u0301tude.md", "'e\u0301tude' is not a slug", "name it étude.md"),
        ("content/authors/Yann LeCun.md", "'Yann LeCun' is not a slug", "name it yann-lecun.md"),
        ("content/tags/!.md", "'!' is not a slug", "name it with letters or digits"),
        ("content/About us.md", "'About us' cannot be an address", "name it about-us"),
        ("content/My Notes/a.md", "'My Notes' cannot be an address", "name it my-notes"),
        (
            f"content/{'x' * 101}.md",
            f"'{'x' * 101}' cannot be an address",
            "names are at most 100 long",
        ),
    ],
)
def test_names_are_their_own_slugs(path: str, message: str, hint: str) -> None:
    assert refused(path) == (message, hint)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4).map("/".join))
def test_any_path_has_a_place_or_a_reason_against_it(path: str) -> None:
    try:
        place = place_of(f"content/{path}.md", LANGUAGES)
    except Misplaced as fault:
        told = (fault.message, fault.hint)
    else:
        told = (place.kind, place.stem)
        assert ".." not in (*place.folder.split("/"), place.stem)
    assert all(told)


@given(
    st.tuples(KEYS, KEYS, st.sampled_from(["", "zh"]), KEYS),
    st.tuples(KEYS, KEYS, st.sampled_from(["", "zh"]), KEYS),
)
def test_no_heading_of_one_article_has_the_id_of_another(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str]
) -> None:
    """`gpt` with a heading "2 results" is not `gpt-2` with a heading "Results"."""
    ids = [
        Place("entry", f"2019/{folder}", stem, tag).prefix + heading
        for folder, stem, tag, heading in (one, other)
    ]
    assert (ids[0] == ids[1]) == (one == other)


def test_entries_whose_names_begin_alike_have_ids_of_their_own() -> None:
    gpt, gpt2 = (place_of(f"content/2020/top/{key}.md", LANGUAGES) for key in ("gpt", "gpt-2"))
    assert gpt.prefix + "2-results" != gpt2.prefix + "results"
