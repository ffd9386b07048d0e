"""References as people type them: what each names, and what it says by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.lookup.references import (
    NoReference,
    Reference,
    names_of,
    read_reference,
    reference_of,
    spelled,
    tokens,
)
from roundup.authoring.work import Work
from roundup.identifiers import Identifier

ABS, PDF = "https://arxiv.org/abs/1906.08237", "https://arxiv.org/pdf/1906.08237"


@pytest.mark.parametrize(
    ("text", "identifier", "work"),
    [
        ("1906.08237", ("arxiv", "1906.08237"), Work(identifiers={"arxiv": "1906.08237"})),
        ("arXiv: 1906.08237v2", ("arxiv", "1906.08237"), Work(identifiers={"arxiv": "1906.08237"})),
        (ABS, ("arxiv", "1906.08237"), Work(identifiers={"arxiv": "1906.08237"}, url=ABS)),
        (PDF, ("arxiv", "1906.08237"), Work(identifiers={"arxiv": "1906.08237"}, pdf=PDF)),
        (
            "https :// arxiv.org/abs/1906.08237?utm_source=x.",
            ("arxiv", "1906.08237"),
            Work(identifiers={"arxiv": "1906.08237"}, url=ABS),
        ),
        ("10.1038/NATURE14539", ("doi", "10.1038/nature14539"), Work(identifiers={"doi": "10.1038/nature14539"})),
        ("P19-1285", ("acl", "P19-1285"), Work(identifiers={"acl": "P19-1285"})),
        (
            "https://openreview.net/pdf?id=rJl-b3RcF7",
            ("openreview", "rJl-b3RcF7"),
            Work(identifiers={"openreview": "rJl-b3RcF7"}, pdf="https://openreview.net/pdf?id=rJl-b3RcF7"),
        ),
        (
            "https://jmlr.org/papers/v21/20-074.html",
            ("jmlr", "v21/20-074"),
            Work(url="https://jmlr.org/papers/v21/20-074.html"),
        ),
        ("www.lab.org/p.html", ("url", "https://lab.org/p.html"), Work(url="https://www.lab.org/p.html")),
        ("https://lab.org/P.PDF", ("url", "https://lab.org/P.PDF"), Work(pdf="https://lab.org/P.PDF")),
    ],
)  # fmt: skip
def test_a_reference(text: str, identifier: tuple[str, str], work: Work) -> None:
    assert read_reference(text) == Reference(text, Identifier(*identifier), work)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no reference to a paper"),
        ("xlnet", "this is no reference to a paper"),
        ("a b c", "this is no reference to a paper"),
        ("2019", "this is no reference to a paper"),
        ("mailto:a@b.org", "this is no reference to a paper"),
        ("https://example.org/", "this is a whole site, not a paper"),
        ("https://github.com/zihangdai/xlnet", "this is a repository, not a paper"),
    ],
)
def test_no_reference(text: str, message: str) -> None:
    with pytest.raises(NoReference) as caught:
        read_reference(text)
    assert caught.value.message == message
    assert caught.value.hint


@given(st.text(max_size=80))
def test_any_text_is_a_reference_or_none(text: str) -> None:
    try:
        found = read_reference(text)
    except NoReference:
        return
    assert read_reference(spelled(found.identifier)).identifier == found.identifier


@pytest.mark.parametrize(
    "identifier",
    [
        Identifier("arxiv", "hep-th/9711200"),
        Identifier("doi", "10.1038/nature14539"),
        Identifier("acl", "2020.acl-demos.14"),
        Identifier("openreview", "rJl-b3RcF7"),
        Identifier("pmlr", "v97/tan19a"),
        Identifier("cvf", "Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019"),
        Identifier("neurips", "2017/3f5ee243547dee91fbd053c1c4a845aa"),
        Identifier("jmlr", "v21/20-074"),
        Identifier("pmid", "31331883"),
        Identifier("isbn", "9780262035613"),
        Identifier("url", "https://lab.org/p.html"),
    ],
)
def test_what_is_spelled_can_be_typed_again(identifier: Identifier) -> None:
    assert read_reference(spelled(identifier)).identifier == identifier


def test_a_work_is_asked_for_where_it_is_known_best() -> None:
    work = Work(
        identifiers={"doi": "10.1038/nature14539", "arxiv": "1906.08237"}, url="https://a.org/b"
    )
    asked = reference_of(work)
    assert asked
    assert asked.identifier == Identifier("arxiv", "1906.08237")
    assert reference_of(Work(title="A Title")) is None
    assert tokens(work) == ("doi:10.1038/nature14539", "arxiv:1906.08237", "url:https://a.org/b")
    assert names_of(Work(url=ABS)) == ("arXiv:1906.08237",)
