import pytest

from roundup.authoring.importers.recognise.labels import field_of, is_label, label_places, labelled


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Paper", "paper"), ("论文链接", "paper"), ("論文", "paper"), ("논문", "paper"), ("Artículo", "paper"),
        ("Artigo", "paper"), ("Read the complete paper", "paper"), ("[PDF]", "pdf"),
        ("Code", "code"), ("代码地址", "code"), ("実装", "code"), ("코드", "code"), ("Código", "code"),
        ("Click here for the Yolo v4 code", "code"), ("official PyTorch implementation", "code"),
        ("Autores", "authors"), ("作者", "authors"), ("저자", "authors"), ("著者", "authors"),
        ("论文题目", "title"), ("Published in", "venue"), ("Publicado em", "venue"), ("发表时间", "date"),
        ("项目主页", "project"), ("動画", "video"), ("데모", "demo"), ("数据集", "data"), ("here", "link"),
        ("for more details", "link"), ("解説記事", "blog"), ("Further reading", "related"),
    ],
)  # fmt: skip
def test_labels_of_six_languages(label: str, field: str) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    "title",
    [
        "Video-to-Video Synthesis",
        "深度感知视频插帧",
        "Attention",
        "A survey of code generation models",
        "残差网络",
    ],
)
def test_titles_are_no_labels(title: str) -> None:
    assert field_of(title) == ""


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("论文：https://arxiv.org/abs/1", "paper", "https://arxiv.org/abs/1"),
        ("- **Code**: here", "code", "here"),
        ("代码（好像被删除了）：x", "code", "x"),
        ("TensorFlow: a system for large-scale machine learning", "", ""),
        ("BERT: Pre-training of Transformers", "", ""),
    ],
)
def test_a_label_stands_before_a_colon(text: str, field: str, value: str) -> None:
    found, at = labelled(text)
    assert (found, text[at:] if found else "") == (field, value)


def test_several_labels_in_a_line_each_begin_a_fact() -> None:
    text = "Autores: Jason Wei. Artigo: aqui. Código: aqui."
    assert [text[place:].split(":", maxsplit=1)[0] for place in label_places(text)] == [
        "Autores",
        "Artigo",
        "Código",
    ]


def test_a_label_alone_is_told_from_a_sentence() -> None:
    assert is_label("**论文链接：**") == "paper"
    assert is_label("The paper is long and dense but worth it") == ""
