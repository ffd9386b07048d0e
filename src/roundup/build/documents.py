"""What Pagefind reads: a small HTML document for each record, which holds what is searched and nothing else."""

from collections.abc import Iterator, Mapping
from html import escape

from roundup.content.prose import Plain, resolve
from roundup.pages.views import Body, SearchRecord

UNSEARCHED = "math, .footnote-ref, .footnote-backref, .headerlink"  # as CSS selects them in words
_PEOPLE_LIMIT = 100


def document(record: SearchRecord, bodies: Mapping[str, str]) -> str:
    """A record as HTML with Pagefind's attributes; `bodies` holds the HTML of its words by digest."""
    words = [f"<p>{escape(text)}</p>" for text in record.texts]
    words += [_words(body, bodies) for body in record.bodies]
    if not words:
        # Pagefind passes over documents without words.
        has_words = any(letter.isalnum() for letter in record.title)
        words = [f"<p>{escape(record.title if has_words else record.address)}</p>"]
    head = "".join((*_shown(record), *_chosen_by(record)))
    language = escape(record.language)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f"<body data-pagefind-body>{head}{''.join(words)}</body></html>"
    )


def _words(body: Body, bodies: Mapping[str, str]) -> str:
    return f"<div>{resolve(bodies[body.digest], [Plain(one.text) for one in body.targets])}</div>"


def _shown(record: SearchRecord) -> Iterator[str]:
    """What results show beside their words; Pagefind searches it too."""
    shown = {
        "title": record.title,
        "language": record.spoken,
        "authors": "; ".join(record.authors[:_PEOPLE_LIMIT]),
        "picked": "; ".join(record.picked),
        "names": "; ".join(record.names),
    }
    for name, text in shown.items():
        if text:
            yield f'<meta data-pagefind-meta="{name}[content]" content="{escape(text)}">'


def _chosen_by(record: SearchRecord) -> Iterator[str]:
    """What results can be narrowed by."""
    year = (str(record.year),) if record.year else ()
    venue = (record.venue,) if record.venue else ()
    filters = {"kind": (record.kind,), "year": year, "venue": venue, "topic": record.topics}
    for name, values in filters.items():
        for value in values:
            yield f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
