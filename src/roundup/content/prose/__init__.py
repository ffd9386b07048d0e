"""The words of one article: Markdown to safe HTML, and the references in it.

`render` is the pure first half, done once per body; `resolve` the second, done per page when the
catalog is known.
"""

from roundup.content.prose.comments import Part, split_papers, without_comments
from roundup.content.prose.headings import shifted
from roundup.content.prose.labels import Labels, labels_for
from roundup.content.prose.marks import mark
from roundup.content.prose.render import render
from roundup.content.prose.resolve import Plain, Replacement, Target, resolve
from roundup.content.prose.values import Heading, Prose, ProseProblem, Reference, Rules

__all__ = [
    "Heading",
    "Labels",
    "Part",
    "Plain",
    "Prose",
    "ProseProblem",
    "Reference",
    "Replacement",
    "Rules",
    "Target",
    "labels_for",
    "mark",
    "render",
    "resolve",
    "shifted",
    "split_papers",
    "without_comments",
]
