"""The stretches of a line in one style, and which of them is the title."""

import re

import msgspec

from roundup.authoring.importers.recognise import quotes, titles
from roundup.authoring.importers.recognise.bylines import authors_first
from roundup.authoring.importers.recognise.citations import names_and_venue
from roundup.authoring.importers.recognise.dates import is_date
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.lines import Line, weight
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.quotes import is_title_case
from roundup.authoring.importers.recognise.refs import Ref
from roundup.authoring.importers.recognise.venues import is_short_venue, is_venue, is_year

_SENTENCE_AFTER = re.compile(
    r"(.{3,160}?)[\s.:,–—-]+(?:(?:This|In this|The authors?|We|Researchers|Authors|It)\b(?=\s[a-z])|"
    r"[A-Z][\w.-]+(?:\s(?:AI|Research|DeepMind))?\s"
    r"(?:introduc|announc|present|propos|releas|show|explor|investigat|demonstrat|develop|"
    r"stud[iy]|provid|argu|report|describ|unveil|launch)[a-z]*\b)"
)


_SPELLED = re.compile(r"\s*[(（]([^()（）\0]{8,160})[)）]\s*$")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a line in one style; `kind` is that of the link it is."""

    start: int
    end: int
    style: str
    kind: str = ""
    after: int = 0


def pieces_of(line: Line, text: str, refs: tuple[Ref, ...], at: int) -> list[Piece]:
    """Stretches of one style from `at` on, what was blanked left out; quotations are a style too."""
    named = [ref for ref in refs if ref.role != "tag" and ref.end > at]
    linked = any(ref.kind == "paper" for ref in named)
    pieces = [
        Piece(
            max(ref.start, at),
            ref.end,
            "link",
            "beside" if linked and ref.kind != "paper" else ref.kind,
        )
        for ref in named
    ]
    for style in ("bold", "italic"):
        pieces.extend(_styled(line, text, at, style, named))
    pieces.extend(_quotes(text, at, pieces))
    return pieces


def _styled(line: Line, text: str, at: int, style: str, named: list[Ref]) -> list[Piece]:
    found: list[Piece] = []
    for run in line.runs:
        start = max(run.start, at)
        if (
            run.end <= start
            or not getattr(run.span, style)
            or not text[start : run.end].strip("\0 ")
        ):
            continue
        if found and not text[found[-1].end : start].strip("\0 "):
            found[-1] = Piece(found[-1].start, run.end, style)
        else:
            found.append(Piece(start, run.end, style))
    return [
        piece
        for piece in found
        if not any(ref.start <= piece.start and piece.end <= ref.end for ref in named)
    ]


def _quotes(text: str, at: int, others: list[Piece]) -> list[Piece]:
    found = []
    offset = at
    while match := quotes.quoted(text[offset:]):
        start, end = offset + match.start(), offset + match.end()
        linked = next(
            (
                one
                for one in others
                if one.style == "link" and start <= one.start and one.end <= end
            ),
            None,
        )
        bold = max(
            (one.end for one in others if one.style == "bold" and one.end <= start), default=0
        )
        found.append(Piece(start, end, "quote", linked.kind if linked else "", bold))
        offset = end
        if len(found) > 4:
            break
    return found


_BASE = {"link": 2.4, "quote": 2.5, "bold": 2.5, "italic": 1.3}


def best(text: str, at: int, pieces: list[Piece]) -> Piece | None:
    """The piece that is most likely the title; None where there is none."""
    if any(_is_emphasis(text, at, piece) for piece in pieces):
        pieces = [piece for piece in pieces if piece.style not in ("bold", "italic")]
    scored = [(_score(text, at, piece), -place, piece) for place, piece in enumerate(pieces)]
    best = max(scored, default=None, key=lambda one: one[:2])
    if best and best[0] >= 1.0:
        return _after_name(text, best[2]) or _widened(text, best[2])
    plain = _plain_piece(text, at)
    if plain and any(_is_inside(text, piece, plain) for piece in pieces):
        return None
    if plain is None:
        return best[2] if best and best[0] > 0 else None
    return plain


def _is_emphasis(text: str, at: int, piece: Piece) -> bool:
    """Whether a style only stresses words in the middle of a title in plain print."""
    if piece.style not in ("bold", "italic"):
        return False
    before, after = text[at : piece.start], text[piece.end :].partition("\0")[0]
    if not re.search(r"\w $", before) or not re.match(r" \w", after) or weight(before) > 12:
        return False
    whole = before + text[piece.start : piece.end] + after
    return weight(whole) <= 25 and is_title_case(whole) and not certainty(before.strip())


def _is_inside(text: str, piece: Piece, plain: Piece) -> bool:
    """Whether a linked title stands among plain words, which are a sentence then."""
    if piece.style != "link" or piece.kind != "paper" or not plain.start < piece.start < plain.end:
        return False
    return (
        weight(text[plain.start : piece.start]) >= 3 and weight(text[piece.start : piece.end]) >= 3
    )


def _after_name(text: str, piece: Piece) -> Piece | None:
    """The title in plain print behind a link that only names it, as in `[VAE](notes.md) Auto-Encoding ...`."""
    words = text[piece.start : piece.end].strip()
    longest = 4 if piece.kind == "local" else 2
    if piece.style != "link" or piece.kind in ("paper", "beside") or weight(words) > longest:
        return None
    rest = re.match(r"[^|｜\0]*", text[piece.end :])
    after = rest[0] if rest else ""
    title = after.strip(" .,:;–—-")
    if after[:1] != " " or after[1:2] in "-–—:(,|" or weight(title) < 3 or not is_title_case(title):
        return None
    start = piece.end + after.index(title)
    return Piece(start, start + len(title), "plain")


def _score(text: str, at: int, piece: Piece) -> float:
    words = text[piece.start : piece.end].strip("\0 ")
    size = weight(words)
    if piece.kind == "beside":
        return 0.5
    score = _BASE[piece.style] + (0.8 if piece.kind == "paper" else 0.0)
    score += {0: -4.0, 1: -1.4, 2: -0.5}.get(size, 0.0) - (1.0 if size > 30 else 0.0)
    if words.startswith(("(", "（")) or text[: piece.start].rstrip().endswith(("(", "（")):
        score -= 2.0
    ahead = text[at : piece.start].replace("\0", " ").strip(" .,:;\"“'(-–—")
    if (
        piece.style == "quote"
        and piece.after
        and certainty(text[piece.after : piece.start].strip(" .,:;-–—")) >= 2
    ):
        return score + 2.0
    if weight(ahead) == 0:
        score += 1.0
    elif certainty(ahead) >= 2:
        score += 0.8
    elif weight(ahead) >= 3 and not certainty(ahead) and not is_venue(ahead):
        score -= 0.4 * min(weight(ahead), 8)
    bare = words.strip(" .,:;()[]*")
    if certainty(bare) >= 2:
        score -= 3.0 if piece.style == "italic" or certainty(bare) == 3 or ahead else 1.2
    if piece.style == "italic" and is_venue(bare):
        score -= 3.0
    if is_short_venue(bare) or is_year(bare) or is_date(bare):
        score -= 3.0
    if field_of(bare) and size <= 3:
        score -= 3.0
    return score


def _widened(text: str, piece: Piece) -> Piece:
    """`**BERT**: Pre-training of Deep ...` has its name in bold and goes on in plain print."""
    words = text[piece.start : piece.end].strip()
    if piece.style not in ("bold", "link", "italic") or weight(words) > 2:
        return piece
    told = _SPELLED.match(text, piece.end)
    named = told and weight(told[1]) > weight(words) and not is_short_venue(words)
    if told and named and _is_title(told[1]):
        return Piece(told.start(1), told.end(1), piece.style, piece.kind)
    after = (
        re.match(r"\s*[:：]\s*(?=\S)", text[piece.end :])
        if not words.endswith((":", "："))
        else re.match(r"\s*", text[piece.end :])
    )
    if after is None:
        return piece
    start = piece.end + after.end()
    end = start + quotes.sentence_end(text[start:])
    head = titles.split(text[start:end])
    if head.title and 2 <= weight(head.title) <= 22 and is_title_case(head.title):
        return Piece(
            piece.start, start + _length(text[start:end], head.title), piece.style, piece.kind
        )
    return piece


def _is_title(text: str) -> bool:
    """Whether what a name is explained with in brackets is the title: no authors, venue or remark, and some words."""
    return (
        not titles.kind_of(text)
        and not names_and_venue(text)[0]
        and (weight(text) >= 4 or (weight(text) >= 2 and is_title_case(text)))
    )


def _length(text: str, title: str) -> int:
    at = text.find(title)
    return at + len(title) if at >= 0 else len(text)


def _plain_piece(text: str, at: int) -> Piece | None:
    end = text.find("\0", at)
    end = len(text) if end < 0 else end
    while end < len(text) and not text[at:end].strip("\0 ([【"):
        after = len(text) - len(text[end:].lstrip("\0 "))
        end = text.find("\0", after)
        end = len(text) if end < 0 else end
        if after >= len(text):
            break
    return Piece(at, end, "plain") if weight(text[at:end]) >= 1 else None


def first_sentence(text: str, piece: Piece) -> Piece:
    """Of plain words that begin with a title, the title: up to its period, or to where a sentence begins."""
    words = text[piece.start : piece.end]
    if weight(words) > 14:
        found = _SENTENCE_AFTER.match(words)
        if found and weight(found[1]) > 1 and is_title_case(found[1]):
            return Piece(piece.start, piece.start + found.end(1), piece.style)
    end = quotes.sentence_end(words)
    head, tail = words[:end], words[end:]
    if weight(tail) < 3 or weight(head) < 2 or not is_title_case(head) or authors_first(words)[0]:
        return piece
    return (
        Piece(piece.start, piece.start + end, piece.style)
        if not titles.split(words).venue
        else piece
    )
