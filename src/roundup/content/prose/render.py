"""The Markdown of one body becomes its HTML: the stages in order."""

from functools import lru_cache

from roundup.content.prose.balance import balance
from roundup.content.prose.converter import Converter
from roundup.content.prose.draft import Draft
from roundup.content.prose.finish import Finish
from roundup.content.prose.footnotes import take_definitions
from roundup.content.prose.htmlblocks import put_html_aside
from roundup.content.prose.limits import TooDeep, is_too_long, refuse_depth, refuse_length
from roundup.content.prose.sanitise import sanitise
from roundup.content.prose.scan import scan
from roundup.content.prose.source import line_breaks, tidy
from roundup.content.prose.values import Heading, Prose, Rules


def render(source: str, rules: Rules) -> Prose:
    """The words of a body as HTML, with everything in them that others must know.

    Pure, and never raises on any text. A body beyond a limit gives an error and no HTML.
    """
    source = line_breaks(source)
    draft = Draft(source, rules)
    if is_too_long(source):
        refuse_length(draft)
        return _prose(draft, Finish(draft), "")
    finish = Finish(draft)
    try:
        html = _html(draft, tidy(draft, source), rules)
        draft.lines.rewind()
        html = finish.run(html)
    except (TooDeep, RecursionError):
        refuse_depth(draft)
        return _prose(draft, Finish(draft), "")
    return _prose(draft, finish, html)


def _html(draft: Draft, source: str, rules: Rules) -> str:
    """Sanitised HTML in which code, formulas and wiki-links still wait."""
    source = scan(draft, source, rules.math)
    source = take_definitions(draft, source)
    source = put_html_aside(draft, source)
    html = _converter(rules.language, rules.math, rules.smart).convert(draft, source)
    if draft.has_raw or draft.may_be_deep:
        html = balance(html)
    if draft.has_raw and not rules.trusted:
        html = sanitise(html)
    return html


def _prose(draft: Draft, finish: Finish, html: str) -> Prose:
    prefix = draft.rules.prefix
    headings = tuple(Heading(level, prefix + name, words) for level, name, words in draft.headings)
    return Prose(
        html, tuple(finish.references), headings if html else (), tuple(sorted(set(draft.problems)))
    )


@lru_cache(maxsize=64)
def _converter(language: str, math: bool, smart: bool) -> Converter:
    return Converter(language, math, smart)
