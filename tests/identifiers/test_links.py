"""Links as people paste them, and what they mean."""

import pytest

from roundup.identifiers import Identifier, clean_url, from_link


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("  <https://example.org/a>  ", "https://example.org/a"),
        ("https ://example.org/a", "https://example.org/a"),
        ("https: // example.org/ a", "https://example.org/a"),
        ("https:/example.org/a", "https://example.org/a"),
        ("https://https://example.org/a", "https://example.org/a"),
        ("HTTP://Example.ORG/A", "http://example.org/A"),
        ("example.org/a", "https://example.org/a"),
        ("www.example.org", "https://www.example.org/"),
        ("//example.org/a", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://example.org/a#section", "https://example.org/a"),
        ("https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a),", "https://example.org/a"),
        (
            "https://en.wikipedia.org/wiki/BERT_(model)",
            "https://en.wikipedia.org/wiki/BERT_(model)",
        ),
        ("\ufeffhttps://example.org/\u200ba", "https://example.org/a"),
        ("https://example.org/%7euser/%c3%a9", "https://example.org/~user/%C3%A9"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/my file.pdf", "https://example.org/my%20file.pdf"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://example.org/a?x=1&amp;y=2", "https://example.org/a?x=1&y=2"),
        ("https://example.org/a?", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=7&utm_medium=y", "https://example.org/a?id=7"),
        ("https://example.org/a?fbclid=IwAR1&gclid=2&ref=home", "https://example.org/a"),
        ("https://example.org/a?source=post_page-----abc", "https://example.org/a"),
        ("https://example.org/a?source=arxiv", "https://example.org/a?source=arxiv"),
        ("https://example.org/a?reference=7", "https://example.org/a?reference=7"),
    ],
)
def test_a_pasted_link_becomes_the_address_meant(pasted: str, meant: str) -> None:
    assert clean_url(pasted) == meant


@pytest.mark.parametrize(
    "wrapper",
    [
        "https://web.archive.org/web/20201231235959/https://example.org/a?id=7",
        "https://web.archive.org/web/20201231235959id_/https:/example.org/a?id=7",
        "web.archive.org/web/2020*/https://example.org/a?id=7",
        "https://archive.ph/2020/https://example.org/a?id=7",
        "https://medium.com/r/?url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7",
        "https://www.google.com/url?q=https://example.org/a%3Fid%3D7&sa=D&ust=1",
        "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7",
        "https://scholar.google.com/scholar_url?url=https://example.org/a%3Fid%3D7&hl=en",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7&h=AT0",
        "https://link.zhihu.com/?target=https%3A//example.org/a%3Fid%3D7",
        "https://web.archive.org/web/2020/https://www.google.com/url?q=https://example.org/a%3Fid%3D7",
    ],
)
def test_a_wrapper_is_taken_off(wrapper: str) -> None:
    assert clean_url(wrapper) == "https://example.org/a?id=7"


@pytest.mark.parametrize(
    "text",
    [
        "https://www.google.com/url?q=no+address",
        "https://medium.com/r/story",
        "https://web.archive.org/about",
    ],
)
def test_what_only_looks_like_a_wrapper_stays(text: str) -> None:
    assert clean_url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xlnet",
        "paper.pdf",
        "./paper.pdf",
        "../2020/top-15/index.md",
        "content/papers/xlnet.md",
        "mailto:someone@example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)//example.org/",
        "data:text/html,x",
        "ftp://example.org/a",
        "httpſ://example.org/a",
        "https://",
        "https://user:secret@example.org/a",
        "https://example.org\\@evil.com/a",
        "https://exa mple.org/a",
        "https://-example.org/a",
        "https://[::1]/a",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_what_is_no_web_address_is_none(text: str) -> None:
    assert clean_url(text) is None


@pytest.mark.parametrize(
    "spelling",
    [
        "https://github.com/zihangdai/xlnet?source=post_page-----abc",
        "http://www.github.com/zihangdai/xlnet/",
        "github.com/zihangdai/xlnet.git",
        "https://github.com/zihangdai/xlnet?utm_source=catalyzex.com",
        "https://github.com/zihangdai/xlnet?tab=readme-ov-file#readme",
    ],
)
def test_one_repository_has_one_address(spelling: str) -> None:
    assert clean_url(spelling) == "https://github.com/zihangdai/xlnet"


def test_a_branch_beside_code_is_kept() -> None:
    address = "https://gitlab.com/a/b/raw/x?ref=main"
    assert clean_url(address) == address


@pytest.mark.parametrize(
    "spelling",
    [
        "https://hobbitlong.github.io/CRD/",
        "http://hobbitlong.github.io/CRD",
        "http://www.hobbitlong.github.io/CRD/index.html",
        "hobbitlong.github.io/CRD/?utm_source=x#abstract",
        "https://web.archive.org/web/2020/http://hobbitlong.github.io/CRD/",
    ],
)
def test_a_page_of_no_known_kind_is_its_whole_address(spelling: str) -> None:
    assert from_link(spelling) == Identifier("url", "https://hobbitlong.github.io/CRD")


def test_pages_with_different_parameters_are_two() -> None:
    assert from_link("https://example.org/?id=1") != from_link("https://example.org/?id=2")


@pytest.mark.parametrize(
    "link",
    [
        "https://github.com/zihangdai/xlnet",
        "https://raw.githubusercontent.com/a/b/main/paper.pdf",
        "https://gist.github.com/a/1",
        "https://gitlab.inria.fr/a/b",
        "https://bitbucket.org/a/b",
        "https://codeberg.org/a/b",
        "https://sourceforge.net/projects/x",
        "https://huggingface.co/xlnet-base-cased",
        "https://huggingface.co/spaces/a/b",
        "https://huggingface.co/datasets/a/b",
        "https://www.kaggle.com/a/b",
        "https://colab.research.google.com/github/a/b/blob/main/x.ipynb",
        "https://pytorch.org",
        "https://www.autokeras.com/index.html",
        "paper.pdf",
        "mailto:someone@example.org",
    ],
)
def test_code_bare_hosts_and_files_are_no_identity(link: str) -> None:
    assert from_link(link) is None


def test_a_page_that_only_sounds_like_a_code_host_is_a_page() -> None:
    found = from_link("https://notgithub.com/paper")
    assert found == Identifier("url", "https://notgithub.com/paper")
