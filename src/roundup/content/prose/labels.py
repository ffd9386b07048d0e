"""The few words that the HTML of a body needs beside the author's own."""

import msgspec


class Labels(msgspec.Struct, frozen=True):
    """Words in one language; `{n}` is a footnote's number, `{columns}` a table's column names."""

    footnotes: str = "Footnotes"
    footnote_back: str = "Back to reference {n}"
    table: str = "Table: {columns}"
    code: str = "Code"
    formula: str = "Formula"
    video: str = "Video"
    separator: str = ", "
    colon: str = ": "
    admonitions: tuple[tuple[str, str], ...] = ()


_BUILT_IN = {
    "en": Labels(),
    "zh": Labels(
        footnotes="脚注",
        footnote_back="返回引用处 {n}",
        table="表格：{columns}",
        code="代码",
        formula="公式",
        video="视频",
        separator="、",
        colon="：",
        admonitions=(
            ("note", "注"),
            ("info", "信息"),
            ("tip", "提示"),
            ("hint", "提示"),
            ("important", "重要"),
            ("attention", "注意"),
            ("warning", "警告"),
            ("caution", "小心"),
            ("danger", "危险"),
            ("error", "错误"),
            ("example", "示例"),
            ("question", "问题"),
            ("quote", "引用"),
        ),
    ),
}


def labels_for(language: str) -> Labels:
    """The built-in words of a language, English where there are none."""
    return _BUILT_IN.get(language.split("-", maxsplit=1)[0].lower(), _BUILT_IN["en"])
