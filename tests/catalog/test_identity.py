"""When two entries are the same paper."""

import random
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.articles import (
    TODAY,
    TWO_LISTS,
    articles,
    catalog,
    entries,
    gathered,
    listing,
    page,
    problems,
    settings,
)
from roundup.catalog.claims import token
from roundup.catalog.gather import Showing, gather
from roundup.catalog.identity import Claim, identify


def keys(files: Mapping[str, str]) -> dict[str, str]:
    """The key of the paper that each entry presents, by its path."""
    return {path.removeprefix("content/"): key for path, key in catalog(files).presents.items()}


def joined(files: Mapping[str, str]) -> bool:
    found = keys(files)
    return found["2019/one/a.md"] == found["2020/two/b.md"]


# What joins


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"paper": "xlnet"}, {"paper": "xlnet"}),
        ({"arxiv": '"1906.08237"'}, {"arxiv": '"1906.08237v2"'}),
        ({"arxiv": '"1906.08237"'}, {"url": "https://arxiv.org/pdf/1906.08237v1.pdf"}),
        ({"arxiv": '"1906.08237"'}, {"pdf": "https://arxiv.org/pdf/1906.08237"}),
        ({"arxiv": '"1906.08237"'}, {"doi": "10.48550/arXiv.1906.08237"}),
        ({"doi": "10.1038/NATURE14539"}, {"url": "https://dx.doi.org/10.1038%2Fnature14539"}),
        ({"doi": "10.1038/nature14539"}, {"url": "https://www.nature.com/articles/nature14539"}),
        ({"acl": "P19-1285"}, {"doi": "10.18653/v1/P19-1285"}),
        ({"openreview": "SkgpBJrtvS"}, {"url": "https://openreview.net/forum?id=SkgpBJrtvS"}),
        (
            {"url": "https://example.org/preprint/?utm_source=x"},
            {"url": "http://www.example.org/preprint"},
        ),
    ],
)
def test_a_shared_key_or_identifier_joins(first: dict[str, str], second: dict[str, str]) -> None:
    assert joined(entries(page(title="One", **first), page(title="One", **second)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"code": "https://arxiv.org/abs/1906.08237"}, {"arxiv": '"1906.08237"'}),
        (
            {"links": "[{rel: blog, url: 'https://arxiv.org/abs/1906.08237'}]"},
            {"arxiv": '"1906.08237"'},
        ),
        (
            {"code": "https://github.com/zihangdai/xlnet"},
            {"code": "https://github.com/zihangdai/xlnet"},
        ),
        ({"url": "https://github.com/openai/gpt-3"}, {"url": "https://github.com/openai/gpt-3"}),
        ({"url": "https://openai.com/"}, {"url": "https://openai.com"}),
        ({"openreview": "SkgpBJrtvS"}, {"openreview": "skgpbjrtvs"}),
        ({}, {}),
    ],
    ids=["code", "links", "same code", "code host", "bare host", "case", "titles alone"],
)
def test_what_does_not_join(first: dict[str, str], second: dict[str, str]) -> None:
    assert not joined(
        entries(page(title="Same title", **first), page(title="Same title", **second))
    )


def test_joining_is_transitive() -> None:
    files = entries(
        page(title="One", arxiv='"1906.08237"'),
        page(title="One", doi="10.5555/3454287.3454804"),
        **{"2020/two/c.md": page(title="One", arxiv='"1906.08237"', doi="10.5555/3454287.3454804")},
    )
    assert len(set(keys(files).values())) == 1


def test_a_stem_never_joins_a_shared_paper() -> None:
    files = {
        "papers/bert.md": page(title="BERT", arxiv='"1810.04805"'),
        "2019/one/index.md": listing(),
        "2019/one/bert.md": page(title="Another thing that is called bert"),
    }
    assert any("two papers claim the key 'bert'" in one for one in problems(files))


def test_a_shared_papers_stem_is_its_key() -> None:
    files = {
        "papers/bert.md": page(title="BERT", arxiv='"1810.04805"'),
        "2019/one/index.md": listing(),
        "2019/one/a.md": page(arxiv='"1810.04805"'),
        "2019/one/b.md": page(paper="bert"),
    }
    found = keys(files)
    assert found["2019/one/a.md"] == found["2019/one/b.md"] == "bert"


# Corrections by hand


@pytest.mark.parametrize(
    "named",
    ["one-key", "arxiv:1810.04805", "https://arxiv.org/abs/1810.04805v2", "../../2019/one/a.md"],
)
def test_same_as_takes_a_key_an_identifier_or_a_file(named: str) -> None:
    files = entries(
        page(title="One", paper="one-key", arxiv='"1810.04805"'),
        page(title="Two", same_as=f"['{named}']"),
    )
    assert joined(files)


def test_same_as_may_name_a_key_that_only_a_file_name_gave() -> None:
    assert joined(entries(page(title="One"), page(title="Two", same_as="[a]")))


@pytest.mark.parametrize("named", ["one-key", "arxiv:1810.04805", "content/2019/one/a.md"])
def test_different_from_takes_a_key_an_identifier_or_a_file(named: str) -> None:
    files = entries(
        page(title="One", paper="one-key", arxiv='"1810.04805"'),
        page(title="Two", arxiv='"1810.04805"', different_from=f"['{named}']"),
    )
    assert keys(files)["2020/two/b.md"] == "b"
    assert not any("error" in one for one in problems(files))


def test_what_still_contradicts_is_an_error_with_the_chain_of_files() -> None:
    files = entries(
        page(title="One", arxiv='"1810.04805"'),
        page(title="One", arxiv='"1810.04805"', different_from="[../../2019/one/a.md]"),
        **{"2020/two/c.md": page(title="One", arxiv='"1810.04805"')},
    )
    found = [one for one in problems(files) if "different_from" in one and "error" in one]
    assert found == [
        "content/2020/two/b.md:4: error: 'different_from' keeps it apart from "
        "content/2019/one/a.md, yet they are joined\n  hint: joined by "
        "content/2020/two/b.md = content/2020/two/c.md = content/2019/one/a.md"
    ]


def test_a_contradiction_is_reported_where_it_was_written() -> None:
    """Two files with corrections on the same line: each error stands in the file that asked for it."""
    files = entries(
        page(title="One", arxiv='"1810.04805"', different_from="[far]"),
        page(title="One", arxiv='"1810.04805"', different_from="[../../2019/one/a.md]"),
        **{
            "2020/two/c.md": page(title="One", arxiv='"1810.04805"'),
            "2020/two/far.md": page(title="Far from all of them", paper="far"),
        },
    )
    found = [one for one in problems(files) if "yet they are joined" in one]
    assert [one.split(":")[0] for one in found] == ["content/2020/two/b.md"]


@pytest.mark.parametrize(
    ("field", "named", "kind"),
    [
        ("same_as", "no-such-key", "paper no-such-key"),
        ("different_from", "nowhere.md", "entry content/2020/two/nowhere.md"),
    ],
)
def test_a_correction_that_names_nothing_is_an_error(field: str, named: str, kind: str) -> None:
    files = entries(page(title="One"), page(title="Two", **{field: f"[{named}]"}))
    line = f"content/2020/two/b.md:3: error: '{field}': there is no {kind}"
    assert any(one.startswith(line) for one in problems(files))


def test_a_correction_may_name_a_translation() -> None:
    files = entries(
        page(title="One"),
        page(title="Two", same_as="[../../2019/one/a.zh.md]"),
        **{"2019/one/index.zh.md": listing(), "2019/one/a.zh.md": page(title="一")},
    )
    assert joined(files)


# Keys


def test_two_papers_that_claim_one_key_are_an_error_that_says_how_to_write_it() -> None:
    files = {
        **TWO_LISTS,
        "2019/one/net.md": page(title="A network", arxiv='"1810.04805"'),
        "2020/two/net.md": page(title="Something else entirely", arxiv='"1906.08237"'),
    }
    assert problems(files) == [
        "content/2020/two/net.md:1: error: two papers claim the key 'net', here and in "
        "content/2019/one/net.md\n"
        "  hint: write 'paper: net' into the entries if they are one paper, else another key, as "
        "'paper: net-2', into one"
    ]


def test_several_entries_without_a_written_key_are_a_warning() -> None:
    files = entries(
        page(title="One", arxiv='"1810.04805"'), page(title="One", arxiv='"1810.04805"')
    )
    assert problems(files) == [
        "content/2019/one/a.md:1: warning: the paper has 2 entries and no written key\n"
        "  hint: roundup check --write-keys writes 'paper: a' into them"
    ]


def test_two_written_keys_for_one_paper_are_a_warning() -> None:
    files = entries(
        page(title="One", paper="bert", arxiv='"1810.04805"'),
        page(title="One", paper="bert-base", arxiv='"1810.04805"'),
    )
    assert problems(files) == [
        "content/2020/two/b.md:3: warning: 'paper: bert-base' is the paper that "
        "content/2019/one/a.md calls 'bert'\n  hint: write 'paper: bert'"
    ]


# The earliest entry


SAME = {"title": "One", "arxiv": '"1810.04805"'}


def earliest(files: Mapping[str, str], **showing: bool) -> str:
    """The key that the earliest entry's file gives."""
    return next(iter(set(catalog(files, **showing).presents.values())))


def test_the_start_of_the_period_decides_first() -> None:
    files = {
        "2019/late/index.md": listing(period="2019-06..2019-12", date="2019-01-01"),
        "2019/late/late.md": page(**SAME),
        "2019/soon/index.md": listing(period="2019-02..2020-12", date="2021-01-01"),
        "2019/soon/soon.md": page(**SAME),
    }
    assert earliest(files) == "soon"


def test_then_the_roundups_date() -> None:
    files = {
        "2019/a/index.md": listing(date="2020-02-02"),
        "2019/a/second.md": page(**SAME),
        "2019/b/index.md": listing(date="2020-01-01"),
        "2019/b/first.md": page(**SAME),
    }
    assert earliest(files) == "first"


def test_then_the_roundups_key() -> None:
    files = {
        "2019/b/index.md": listing(),
        "2019/b/second.md": page(**SAME),
        "2019/a/index.md": listing(),
        "2019/a/first.md": page(**SAME),
    }
    assert earliest(files) == "first"


def test_then_the_place() -> None:
    files = {
        "2019/a/index.md": listing(entries="[zebra, ant]"),
        "2019/a/ant.md": page(**SAME),
        "2019/a/zebra.md": page(**SAME),
    }
    assert earliest(files) == "zebra"


def test_hidden_entries_are_counted_too() -> None:
    files = {
        "2019/a/index.md": listing(draft="true"),
        "2019/a/draft.md": page(**SAME),
        "2020/b/index.md": listing(),
        "2020/b/public.md": page(**SAME),
    }
    assert earliest(files) == earliest(files, drafts=True) == "draft"
    assert list(catalog(files).papers) == ["draft"]


# Laws


FILES = {
    **TWO_LISTS,
    "2021/three/index.md": listing(date="2021-05-05", entries="[x, y]"),
    "papers/shared.md": page(title="Shared", arxiv='"1706.03762"'),
    "papers/shared.zh.md": page(title="共享"),
    "2019/one/a.md": page(title="Attention", arxiv='"1706.03762"', rank=1),
    "2019/one/a.zh.md": page(title="注意力"),
    "2019/one/b.md": page("See [[shared]].", title="B", doi="10.1038/nature14539", rank=1),
    "2020/two/c.md": page(title="B", url="https://doi.org/10.1038/NATURE14539", rank=2),
    "2020/two/d.md": page(title="D", draft="true", tags="[nlp]"),
    "2021/three/x.md": page(title="D", same_as="[d]", tags="[NLP, vision]"),
    "2021/three/y.md": page("[[d]] and [[arxiv:1706.03762]].", paper="y", title="Y"),
    "tags/nlp.md": page(title="Language"),
}


@given(st.randoms(use_true_random=False))
def test_the_catalog_does_not_depend_on_the_order_of_files(shuffler: random.Random) -> None:
    found = list(articles(FILES))
    expected = gather(found, settings(), Showing(TODAY))
    shuffler.shuffle(found)
    encode = msgspec.msgpack.Encoder().encode
    shuffled = gather(found, settings(), Showing(TODAY))
    assert encode(shuffled.catalog.presents) == encode(expected.catalog.presents)
    assert encode(shuffled.catalog.papers) == encode(expected.catalog.papers)
    assert encode(shuffled.catalog.roundups) == encode(expected.catalog.roundups)
    assert encode(shuffled.catalog.topics) == encode(expected.catalog.topics)
    assert shuffled == expected


TOKENS = st.lists(
    st.sampled_from([f"arxiv:{n}" for n in range(6)] + ["key:a", "key:b"]), max_size=3
)


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Claims with shared tokens, and corrections that name one another."""
    found = []
    for number in range(draw(st.integers(1, 7))):
        tokens = tuple(sorted(set(draw(TOKENS))))
        key = next((one[4:] for one in tokens if one.startswith("key:")), "")
        others = st.lists(st.integers(0, 6).map(lambda n: (f"file:f{n}", 3)), max_size=1)
        found.append(
            Claim(
                order=(number,),
                path=f"f{number}",
                stem=f"s{number % 4}",
                key=key,
                tokens=tokens,
                same=tuple(draw(others)),
                different=tuple(draw(others)),
            )
        )
    return found


@given(claims(), st.randoms(use_true_random=False))
def test_identity_does_not_depend_on_the_order_of_claims(
    found: list[Claim], shuffler: random.Random
) -> None:
    expected = identify(found)
    shuffled = list(found)
    shuffler.shuffle(shuffled)
    assert identify(shuffled) == expected


@given(claims())
def test_every_claim_is_in_one_group_with_all_that_share_a_token(found: list[Claim]) -> None:
    plain = [msgspec.structs.replace(one, same=(), different=()) for one in found]
    group_of = {
        claim.path: number
        for number, group in enumerate(identify(plain).groups)
        for claim in group.claims
    }
    assert sorted(group_of) == sorted(claim.path for claim in plain)
    # The oracle: colours that spread over shared tokens until nothing changes.
    colour = {claim.path: number for number, claim in enumerate(plain)}
    for _ in plain:
        for one in plain:
            for other in plain:
                if set(one.tokens) & set(other.tokens):
                    colour[one.path] = min(colour[one.path], colour[other.path])
    for one in plain:
        for other in plain:
            same = group_of[one.path] == group_of[other.path]
            assert same == (colour[one.path] == colour[other.path])


@given(claims())
def test_two_that_are_kept_apart_are_apart_or_an_error_says_so(found: list[Claim]) -> None:
    identities = identify(found)
    group_of = {c.path: n for n, group in enumerate(identities.groups) for c in group.claims}
    for claim in found:
        for named, _ in claim.different:
            other = named.removeprefix("file:")
            if (
                other in group_of
                and other != claim.path
                and group_of[other] == group_of[claim.path]
            ):
                assert any(
                    problem.is_error
                    and "different_from" in problem.message
                    and {problem.file, *problem.hint.split()} >= {claim.path, other}
                    for problem in identities.problems
                )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xlnet", "key:xlnet"),
        ("arXiv:1906.08237v2", "arxiv:1906.08237"),
        ("10.1038/Nature14539", "doi:10.1038/nature14539"),
        ("Not A Key", None),
    ],
)
def test_a_token_is_a_key_or_a_normalised_identifier(text: str, expected: str | None) -> None:
    assert token(text) == expected


def test_hidden_papers_are_not_shown_but_known() -> None:
    found = gathered(entries(page(title="One", draft="true", paper="one"), page(title="Two")))
    assert "one" not in found.catalog.papers
    assert found.catalog.keys["one"] == "one"
