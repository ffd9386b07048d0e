"""Definition lists: terms, then lines that begin with a colon."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

_DEFINITION = re.compile(r"^[ ]{0,3}:[ ]{1,3}(?=\S)", re.MULTILINE)
_START = re.compile(r"[ ]{0,3}:[ ]{1,3}(?=\S)")


class DefinitionList(BlockProcessor):
    """Terms and definitions, each block read once from top to bottom (PHP Markdown Extra)."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether a line of the block begins a definition."""
        return _DEFINITION.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Adds the block's terms and definitions to the list before it, or to a new one."""
        groups = _groups(blocks[0])
        sibling = parent[-1] if len(parent) else None
        apart = not groups[0][0]
        if apart and (sibling is None or sibling.tag not in ("p", "dl")):
            return False
        blocks.pop(0)
        if apart and sibling is not None and sibling.tag == "p":
            groups[0] = ((sibling.text or "").split("\n"), groups[0][1])
            parent.remove(sibling)
        last = parent[-1] if len(parent) else None
        into = last if last is not None and last.tag == "dl" else SubElement(parent, "dl")
        for terms, definitions in groups:
            self._add(into, terms, definitions, "looselist" if apart else "list")
        return True

    def _add(self, into: Element, terms: list[str], definitions: list[str], state: str) -> None:
        for term in terms:
            if term.strip():
                SubElement(into, "dt").text = term.strip()
        self.parser.state.set(state)
        for definition in definitions:
            self.parser.parseBlocks(SubElement(into, "dd"), [definition])
        self.parser.state.reset()


def _groups(block: str) -> list[tuple[list[str], list[str]]]:
    """Terms with their definitions; a line before a colon is a term, others go on before."""
    lines = block.split("\n")
    groups: list[tuple[list[str], list[list[str]]]] = [([], [])]
    for number, line in enumerate(lines):
        terms, definitions = groups[-1]
        if found := _START.match(line):
            definitions.append([line[found.end() :]])
        elif not definitions:
            terms.append(line)
        elif line[:1] != " " and number + 1 < len(lines) and _START.match(lines[number + 1]):
            groups.append(([line], []))
        else:
            definitions[-1].append(line[4:] if line.startswith("    ") else line)
    return [(terms, ["\n".join(rows) for rows in definitions]) for terms, definitions in groups]
