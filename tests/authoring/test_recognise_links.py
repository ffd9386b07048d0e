import pytest

from roundup.authoring.importers.recognise.links import target, with_label


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://arxiv.org/abs/1706.03762", "paper"),
        ("https ://arxiv.org/pdf/1909.01174v1.pdf", "paper"),
        ("arxiv.org/abs/1911.01547", "paper"),
        ("https://substack.com/redirect/a?u=https%3A%2F%2Farxiv.org%2Fabs%2F2303.12712", "paper"),
        ("https://link.springer.com/article/10.1007/BF00994018", "paper"),
        ("http://geometrylearning.com/paper/DeepFaceDrawing.pdf", "paper"),
        ("https://example.org/talk-slides.pdf", "slides"),
        ("https://github.com/zihangdai/xlnet", "code"),
        ("https://github.com/google/automl/tree/master/efficientdet", "code"),
        ("https://github.com/louisfb01", "social"),
        ("https://github.com/a/b/issues/3", "other"),
        ("https://huggingface.co/spaces/a/b", "demo"),
        ("https://huggingface.co/datasets/a", "data"),
        ("https://youtu.be/CtjZFkO5RPw", "video"),
        ("https://medium.com/@a/b-c", "blog"),
        ("https://twitter.com/dair_ai/status/1612153095772938241", "thread"),
        ("https://twitter.com/dair_ai", "social"),
        ("https://someone.github.io/project/", "project"),
        ("#references", "anchor"),
        ("notes/bert.md", "local"),
        ("mailto:a@example.org", "social"),
    ],
)
def test_an_address_tells_what_it_is(url: str, kind: str) -> None:
    assert target(url).kind == kind


@pytest.mark.parametrize(
    ("url", "field", "kind"),
    [
        ("https://people.example.edu/~a/nerf/", "code", "code"),
        ("https://people.example.edu/~a/nerf/", "paper", "paper"),
        ("https://arxiv.org/abs/1706.03762", "code", "paper"),
        ("https://github.com/a/b", "paper", "code"),
        ("https://github.com/a/b", "data", "data"),
        ("https://arxiv.org/", "paper", "other"),
        ("https://example.org/a", "video", "video"),
    ],
)
def test_a_label_decides_where_the_address_does_not(url: str, field: str, kind: str) -> None:
    assert with_label(target(url), field) == kind


def test_what_a_redirect_carries_is_the_address() -> None:
    found = target("https://substack.com/redirect/a?u=https%3A%2F%2Farxiv.org%2Fabs%2F2303.12712")
    assert found.identifier is not None
    assert (found.url, found.identifier.value) == ("https://arxiv.org/abs/2303.12712", "2303.12712")
