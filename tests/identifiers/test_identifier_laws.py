"""Laws that hold for any text: nothing raises, and what is normal stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from roundup.identifiers import SCHEMES, Identifier, clean_url, from_link, normalise, normalise_as

SCHEME = st.sampled_from((*SCHEMES, "neurips", "jmlr", "url"))
PIECES = """
    https:// http:// https:/ // : / ? # & = % %2F %25 %2e . .. ../ www. @ ( ) [ ] < > ; , ' "
    &amp; arxiv.org abs pdf arXiv: 1906.08237 cs/0112017 v2 .pdf doi.org doi: 10.48550/ arXiv.
    10.1038/x 10.18653/v1/ 10.1101/123456v1 P19-1285 2020.acl-demos.14 aclanthology.org
    openreview.net/forum ?id= SkgpBJrtvS proceedings.mlr.press v97/foo19a nature.com articles/
    openaccess.thecvf.com/content/ A_B_CVPR_2019 papers.nips.cc/paper/ 7181-x v21/20-074
    jmlr.org/papers/ pubmed.ncbi.nlm.nih.gov 31331883 isbn 0262035618 web.archive.org/web/2020/
    medium.com/r/?url= google.com/url?q= index.html github.com/a/b .git example.org utm_source=x
    ref=y :443 :80 é ſ K １
"""
PIECE = st.sampled_from(PIECES.split())
TEXT = st.one_of(
    st.text(),
    st.lists(PIECE, max_size=8).map("".join),
    st.lists(st.one_of(PIECE, st.text(max_size=3)), max_size=8).map(" ".join),
)
DOI_LIKE = st.text(min_size=1, max_size=200).map("10.1234/{}".format)


def assert_stays(found: Identifier) -> None:
    assert normalise_as(found.scheme, found.value) == found
    assert normalise_as(found.scheme, found.address) == found
    assert from_link(found.address) == found
    if found.scheme != "url":
        assert normalise(found.address) == found


@given(TEXT)
def test_what_is_recognised_is_recognised_again(text: str) -> None:
    found = normalise(text)
    if found:
        assert_stays(found)


@given(TEXT)
def test_what_a_link_leads_to_is_its_own_identity(text: str) -> None:
    found = from_link(text)
    if found:
        assert_stays(found)


@given(SCHEME, TEXT)
def test_a_fields_value_is_its_own_spelling(scheme: str, text: str) -> None:
    found = normalise_as(scheme, text)
    if found:
        assert_stays(found)


@given(DOI_LIKE)
def test_any_doi_survives_its_address(text: str) -> None:
    found = normalise_as("doi", text)
    if found:
        assert_stays(found)


@given(TEXT)
def test_a_clean_address_is_clean(text: str) -> None:
    address = clean_url(text)
    if address is not None:
        assert clean_url(address) == address
        assert address.startswith(("https://", "http://"))
        assert address.isascii()


@given(TEXT)
def test_a_clean_address_has_the_same_identity(text: str) -> None:
    address = clean_url(text)
    if address is not None and not normalise(text):
        assert from_link(address) == from_link(text)


@given(st.sampled_from("(/.:%&?[ a1-_"), st.integers(1, 4000), TEXT)
def test_long_repetitions_end(char: str, times: int, text: str) -> None:
    for long in (text + char * times, char * times + text, "https://arxiv.org/" + char * times):
        found = from_link(long)
        assert found is None or len(long) <= 2000
