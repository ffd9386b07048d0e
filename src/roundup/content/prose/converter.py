"""Python-Markdown, set up once for a language and a set of options, and reset between bodies."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import (
    HRProcessor,
    ParagraphProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListIndentProcessor
from markdown.util import Registry

from roundup.content.prose.blocks import Parser
from roundup.content.prose.definitions import DefinitionList
from roundup.content.prose.draft import Draft
from roundup.content.prose.footnotes import notes_section, warn_unused
from roundup.content.prose.inline import Inline
from roundup.content.prose.leaves import Admonition, Heading, IndentedCode
from roundup.content.prose.limits import TooDeep
from roundup.content.prose.lists import BulletList, OrderedList, Quotation
from roundup.content.prose.tables import Table
from roundup.content.prose.writer import Writer


class Converter:
    """A Markdown instance with this package's stages in place of its own; not for threads."""

    def __init__(self, language: str, math: bool, smart: bool) -> None:
        self._inline = Inline(language, math, smart)
        self._extension = _Prose()
        self._markdown = Markdown(extensions=[self._extension])
        self._markdown.serializer = self._write
        self._draft: Draft | None = None

    def convert(self, draft: Draft, source: str) -> str:
        """The HTML of a source whose code, comments and HTML blocks are already put aside."""
        self._draft = draft
        self._markdown.reset()
        self._extension.parser.restart(draft.labels)
        return self._markdown.convert(source)

    def _write(self, root: Element) -> str:
        draft, parser = self._draft, self._extension.parser
        if draft is None:
            return ""
        definitions = self._markdown.references
        writer = Writer(
            draft, lambda text: self._inline.render(draft, definitions, text), parser.code
        )
        html = writer.children(root)
        items = list[tuple[str, str]]()
        while len(items) < len(draft.note_order):
            label = draft.note_order[len(items)]
            note = Element("div")
            parser.parseChunk(note, draft.notes[label])
            items.append((label, writer.children(note)))
        if parser.too_deep:
            raise TooDeep
        warn_unused(draft)
        return "\n".join(filter(None, (html, notes_section(draft, items))))


class _Prose(Extension):
    """Python-Markdown without its text stages; blocks by its processors and ours."""

    parser: Parser

    def extendMarkdown(self, md: Markdown) -> None:
        """Replaces what is slow or knows no bounds (see `blocks`, `inline`, `scan`)."""
        md.preprocessors = Registry()
        md.treeprocessors = Registry()
        md.postprocessors = Registry()
        md.stripTopLevelTags = False
        md.parser = self.parser = Parser(md)
        processors = (
            Admonition(self.parser),
            DefListIndentProcessor(self.parser),
            IndentedCode(self.parser),
            Table(self.parser),
            Heading(self.parser),
            SetextHeaderProcessor(self.parser),
            HRProcessor(self.parser),
            OrderedList(self.parser),
            BulletList(self.parser),
            DefinitionList(self.parser),
            Quotation(self.parser),
            ReferenceProcessor(self.parser),
            ParagraphProcessor(self.parser),
        )
        for place, processor in enumerate(processors):
            name = type(processor).__name__
            self.parser.blockprocessors.register(processor, name, 100 - place)
