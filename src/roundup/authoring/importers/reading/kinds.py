"""A file of any kind becomes a document: what it says, and what it says of itself."""

import re
from itertools import islice
from pathlib import PurePosixPath

from msgspec.structs import replace

from roundup.authoring.importers.document import Block, Document, Skipped
from roundup.authoring.importers.reading.addresses import Base
from roundup.authoring.importers.reading.archives import page_in
from roundup.authoring.importers.reading.article import article_of
from roundup.authoring.importers.reading.blocks import blocks_of
from roundup.authoring.importers.reading.decoding import text_of
from roundup.authoring.importers.reading.html import parse
from roundup.authoring.importers.reading.languages import guess
from roundup.authoring.importers.reading.markdown import html_of
from roundup.authoring.importers.reading.page import head_of
from roundup.authoring.importers.reading.preamble import Preamble, said, split
from roundup.authoring.importers.reading.repairs import comments
from roundup.authoring.importers.reading.styles import apply, styled_classes

MOST_BYTES = 20_000_000
_MOST_COMMENTS = 100
_DATED = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)-(.+)")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li|table|br|span|article|section)\b[^>]*>", re.I)
_DRAWN = re.compile(r"<script[^>]{0,500}(?:mathjax|katex)", re.I)
_NOTES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_PAGES = (".html", ".htm", ".xhtml", ".shtml")


def read_document(name: str, data: bytes) -> Document:
    """What a file holds; never raises, and says in `skipped` what could not be read."""
    if len(data) > MOST_BYTES:
        return _nothing(f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    text = text_of(page_in(data) or data)
    if text is None:
        return _nothing("this is no text")
    try:
        return _dated(name, _read(name, text))
    except RecursionError:
        return _nothing("the text is nested too deeply")


def _nothing(why: str) -> Document:
    return Document(skipped=(Skipped(1, why),))


def _read(name: str, text: str) -> Document:
    preamble = split(text)
    is_page = _is_page(name, preamble.body)
    document = _page(preamble.body, preamble.line) if is_page else _markdown(preamble)
    document = _with_preamble(document, preamble)
    if not document.blocks and not document.skipped and preamble.body.strip():
        document = replace(document, skipped=(Skipped(preamble.line, "there are no words in it"),))
    if not document.language:
        document = replace(document, language=guess(_words(document)))
    return document


def _is_page(name: str, body: str) -> bool:
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    begun = _PAGE.match(body[:20_000])
    if begun:
        # Notes in Markdown may begin with a head of their own, to load scripts.
        return ending not in _NOTES or begun[1].lower() not in ("head", "body")
    return ending in _PAGES and len(_TAG.findall(body[:20_000])) >= 3


def _markdown(preamble: Preamble) -> Document:
    converted = html_of(preamble.body, preamble.line)
    tree = parse(converted.html)
    blocks = blocks_of(tree.root, Base())
    cut = blocks[-1].line + 1 if tree.cut and blocks else converted.cut
    unseen = islice(comments(preamble.body), _MOST_COMMENTS)
    skipped = [Skipped(preamble.line + line - 1, "a comment in the source") for line in unseen]
    return Document(blocks=blocks, skipped=(*skipped, *_cut(cut)))


def _page(text: str, line: int) -> Document:
    tree = parse("\n" * (line - 1) + text)
    apply(tree.root, styled_classes(text))
    head = head_of(tree.root)
    main, skipped = article_of(tree.root, head.title)
    blocks = blocks_of(main, Base(head.base, bool(_DRAWN.search(text))))
    return Document(
        blocks=blocks,
        title=head.title,
        description=head.description,
        language=head.language,
        authors=head.authors,
        publisher=head.publisher,
        date=head.date,
        address=head.address,
        aliases=head.aliases,
        tags=head.tags,
        image=head.image,
        skipped=(*skipped, *_cut(tree.cut)),
    )


def _cut(line: int) -> tuple[Skipped, ...]:
    return (Skipped(line, "all that follows: there is too much of it"),) if line else ()


def _with_preamble(document: Document, preamble: Preamble) -> Document:
    """What front matter says goes before what the text shows."""
    if preamble.fault:
        fault = Skipped(1, preamble.fault)
        document = replace(document, skipped=(fault, *document.skipped))
    facts = said(preamble)
    changes = {name: value for name in facts.__struct_fields__ if (value := getattr(facts, name))}
    return _titled(replace(document, **changes))


def _titled(document: Document) -> Document:
    """A heading or line at the head that is the title, or only repeats it, leaves the text."""
    blocks, title = document.blocks, _folded(document.title)
    headings = [place for place, one in enumerate(blocks) if one.kind == "heading"]
    for place in sorted({*headings[:2], *range(min(2, len(blocks)))}):
        if title and _folded(blocks[place].text) == title:
            return replace(document, blocks=_without(blocks, place))
    tops = [place for place in headings if blocks[place].level == 1]
    if not document.title and len(tops) == 1 and tops[0] == headings[0]:
        words = " ".join(blocks[tops[0]].text.split())
        return (
            replace(document, title=words, blocks=_without(blocks, tops[0])) if words else document
        )
    return document


def _without(blocks: tuple[Block, ...], place: int) -> tuple[Block, ...]:
    return (*blocks[:place], *blocks[place + 1 :])


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _words(document: Document) -> str:
    texts = [document.title]
    for block in document.blocks:
        texts.append(block.text or block.markdown if block.kind != "code" else "")
    return "\n".join(texts)


def _dated(name: str, document: Document) -> Document:
    """Jekyll's file names say the date and the slug of a post."""
    found = _DATED.match(PurePosixPath(name.replace("\\", "/")).stem)
    if found is None:
        return document
    date = document.date or f"{found[1]}-{found[2]}-{found[3]}"
    return replace(document, date=date, slug=document.slug or found[4])
