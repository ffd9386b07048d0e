"""Fields as YAML that people like to read and that no pitfall of YAML can misread."""

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from yaml.resolver import Resolver

_WIDTH = 100
_LONG = 80
_SHORT = 40
_PLAIN = re.compile(r"[^\W_][\w .,/()+'’&;–—·-]*(?<! )")
_ADDRESS = re.compile(r"https?://[^\s'\"]+(?<!:)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TEXT, _TIME = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"
_BREAKS = re.compile("[\x85\u2028\u2029]")
_RESOLVER: Any = Resolver()  # its stubs know no types


class _Dumper(yaml.SafeDumper):
    """Quotes what is not plainly text, folds what is long, repeats instead of referring back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of a list stand further in than its field."""
        super().increase_indent(flow, False)

    def write_plain(self, text: str, split: bool = True) -> None:
        """Names in a list side by side stay whole: lines break between them."""
        super().write_plain(text, split and not self.flow_level)

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        """Parts side by side, or a part a line where there are long ones and they do not fit into one."""
        node = super().represent_mapping(tag, mapping, flow_style)
        if node.flow_style:
            lengths = [len(str(one.value)) + 2 for pair in node.value for one in pair]
            node.flow_style = sum(lengths) <= _LONG or max(lengths) <= _SHORT
        return node

    def text(self, text: str) -> yaml.ScalarNode:
        """A text in the style that suits it; days stay bare, as authors write them."""
        if _DAY.fullmatch(text):
            return self.represent_scalar(_TIME, text)
        return self.represent_scalar(_TEXT, text, _style(text))

    def sequence(self, items: Iterable[Any]) -> yaml.SequenceNode:
        """A list: short words side by side, anything else an item a line."""
        items = list(items)
        flow = all(not isinstance(one, list | dict) and len(str(one)) <= _SHORT for one in items)
        return self.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(list, _Dumper.sequence)
_Dumper.add_representer(tuple, _Dumper.sequence)


def dump(fields: Mapping[str, Any]) -> str:
    """The fields in their order, plain Python values below them, ending in a line break; empty for none."""
    if not fields:
        return ""
    stream = io.StringIO()
    dumper = _Dumper(
        stream, width=_WIDTH, allow_unicode=True, sort_keys=False, default_flow_style=None
    )
    dumper.open()
    node = dumper.represent_mapping("tag:yaml.org,2002:map", dict(fields), flow_style=False)
    dumper.serialize(node)
    dumper.close()
    return stream.getvalue()


def _style(text: str) -> str | None:
    """The style of a scalar; None lets YAML write it bare, or in single quotes where it must."""
    if _BREAKS.search(text):
        return '"'
    if "\n" in text:
        return "|"
    if len(text) > _LONG and " " in text and "  " not in text and text == text.strip():
        return ">"
    return None if _is_plain(text) else '"'


def _is_plain(text: str) -> bool:
    """Whether an author would write it bare, and YAML reads it as text then."""
    if not (_PLAIN.fullmatch(text) or _ADDRESS.fullmatch(text)):
        return False
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT)
