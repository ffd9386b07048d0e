"""Tiny broken sites and what is said about each: files laid over the roundup of `sites.ROUNDUP` -> lines."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from made_fonts import LATIN, font_bytes
from rasters import png_head
from sites import SITE_TOML

INDEX = "content/2019/top/index.md"
INDEX_ZH = "content/2019/top/index.zh.md"
X = "content/2019/top/x.md"
XLNET_ZH, DAIN_ZH = "content/2019/top/xlnet.zh.md", "content/2019/top/dain.zh.md"
ENGLISH = tomllib.loads((Path(__file__).parents[2] / "templates/words/en.toml").read_text("utf-8"))
LATER, Y = "content/2020/later/index.md", "content/2020/later/y.md"


class Case(NamedTuple):
    """A broken site and all that is said about it, in order."""

    name: str
    files: dict[str, str | bytes]
    said: str


def page(fields: str, body: str = "Words.\n") -> str:
    """An article."""
    return f"---\n{fields}\n---\n{body}"


def entry(fields: str = "", body: str = "Words.\n") -> str:
    """The text of an entry in third place; its further fields begin on line 4, else its body on line 5."""
    rows = ["title: An Own Title", "rank: 3", *([fields] if fields else [])]
    return page("\n".join(rows), body)


def site(lines: str) -> dict[str, str | bytes]:
    """A `site.toml` with these lines, which begin on line 4, above its tables."""
    head, tables = SITE_TOML.split("\n\n", 1)
    return {"site.toml": f"{head}\n{lines}\n\n{tables}"}


def later(fields: str) -> dict[str, str | bytes]:
    """A second roundup, of 2020, with one entry."""
    return {LATER: page("title: A Later List"), Y: page(f"rank: 1\n{fields}")}


FRONT_MATTER = [
    Case(
        "an arXiv id that YAML reads as a number",
        {X: entry("arxiv: 2310.10000")},
        """
content/2019/top/x.md:4: error: YAML reads 2310.10000 as the number 2310.1
  hint: put quotes around it: "2310.10000"
""",
    ),
    Case(
        "a whole number in disguise",
        {X: page("title: Own\nrank: 010")},
        """
content/2019/top/x.md:3: error: YAML reads 010 as the number 8
  hint: write 8, or put quotes around it: "010"
""",
    ),
    Case(
        "yes and no as text",
        {X: entry("short: no\nformer_titles: [on]")},
        """
content/2019/top/x.md:4: error: 'short': expected text, found the yes-or-no value 'false'
  hint: YAML reads yes, no, on and off as true or false: put quotes around the word
content/2019/top/x.md:5: error: 'former_titles': expected text, found the yes-or-no value 'true'
  hint: YAML reads yes, no, on and off as true or false: put quotes around the word
""",
    ),
    Case(
        "a colon in a title without quotes",
        {X: page("rank: 3\ntitle: BERT: Pre-training of Deep Bidirectional Transformers")},
        """
content/2019/top/x.md:3: error: the value of 'title' needs quotes
  hint: text with a colon needs quotes around it
""",
    ),
    Case(
        "a colon in an item of a list",
        {X: entry("former_titles:\n  - BERT: Pre-training")},
        """
content/2019/top/x.md:5: error: 'former_titles': expected text, found a mapping
  hint: text that begins with { or holds a colon needs quotes around it
""",
    ),
    Case(
        "a title that begins with {n}",
        {INDEX: page("title: {n} papers of {year}")},
        """
content/2019/top/index.md:2: error: the value of 'title' needs quotes
  hint: text that begins with { needs quotes around it
""",
    ),
    Case(
        "a title that is {n}",
        {INDEX: page("title: {n}")},
        """
content/2019/top/index.md:2: error: 'title': expected text, found a mapping
  hint: text that begins with { or holds a colon needs quotes around it
""",
    ),
    Case(
        "a wiki-link without quotes",
        {X: entry("heading: [[xlnet]]")},
        """
content/2019/top/x.md:4: error: 'heading': expected text, found a list
  hint: text that begins with [ needs quotes around it
""",
    ),
    Case(
        "an item that begins with @",
        {X: entry("tags:\n  - @home")},
        """
content/2019/top/x.md:5: error: a value needs quotes
  hint: text that begins with @ needs quotes around it
""",
    ),
    Case(
        "an alias",
        {X: entry("short: &name X\nheading: *name")},
        """
content/2019/top/x.md:4: error: the value of 'short' needs quotes
  hint: text that begins with & needs quotes around it; anchors, aliases and tags are not read here
content/2019/top/x.md:5: error: the value of 'heading' needs quotes
  hint: text that begins with * needs quotes around it; anchors, aliases and tags are not read here
""",
    ),
    Case(
        "a tab",
        {X: entry("image:\n\tsrc: a.png")},
        """
content/2019/top/x.md:5: error: a tab stands in the front matter
  hint: use spaces instead
""",
    ),
    Case(
        "no space after a colon",
        {X: entry("short:X\nsection: Y")},
        """
content/2019/top/x.md:4: error: a space is missing after the colon
  hint: write 'name: value'
""",
    ),
    Case(
        "no colon",
        {X: entry("short X\nsection: Y")},
        """
content/2019/top/x.md:4: error: a colon is missing
  hint: write 'name: value'
""",
    ),
    Case(
        "an indented field",
        {X: entry("  short: X")},
        """
content/2019/top/x.md:4: error: the line is indented more than the one before
  hint: begin every field at the margin
""",
    ),
    Case(
        "a quotation mark that is never closed",
        {X: entry('short: "X\nsection: Y')},
        """
content/2019/top/x.md:4: error: a quotation mark is never closed
  hint: text may need quotes there
""",
    ),
    Case(
        "a bracket that is never closed",
        {X: entry("tags: [a, b\nsection: Y")},
        """
content/2019/top/x.md:4: error: a list in brackets is not closed, or lacks a comma
  hint: text may need quotes there
""",
    ),
    Case(
        "a brace that is never closed",
        {X: entry("venue: {name: a\nsection: Y")},
        """
content/2019/top/x.md:4: error: a mapping in braces is not closed, or lacks a comma
  hint: text may need quotes there
""",
    ),
    Case(
        "something else that is not YAML",
        {X: entry("...\nsection: Y")},
        """
content/2019/top/x.md:5: error: the front matter is not YAML: did not find expected <document start>
  hint: look for missing quotes, colons and spaces here and in the line before
""",
    ),
    Case(
        "a key that stands twice",
        {X: entry("short: X\ntags: [a]\nshort: Y")},
        """
content/2019/top/x.md:6: error: the key 'short' stands twice, first on line 4
  hint: keep one of them
""",
    ),
    Case(
        "a key that is no word",
        {X: entry("? [a, b]\n: c")},
        """
content/2019/top/x.md:4: error: a key is not a word
  hint: text in braces needs quotes around it
""",
    ),
    Case(
        "a date that is not one",
        {X: entry("date: 2019-02-30\npublished: June 2019")},
        """
content/2019/top/x.md:4: error: 'date': expected a date, found '2019-02-30'
  hint: write a year, a month or a day of the calendar: 2019, 2019-12 or 2019-12-16
content/2019/top/x.md:5: error: 'published': expected a date, found 'June 2019'
  hint: write a year, a month or a day of the calendar: 2019, 2019-12 or 2019-12-16
""",
    ),
    Case(
        "front matter that is never closed",
        {X: "---\ntitle: An Own Title\nrank: 3\n"},
        """
content/2019/top/x.md:1: error: the front matter is never closed
  hint: close the front matter with a line of three hyphens
""",
    ),
    Case(
        "front matter without fields",
        {X: page("- An Own Title\n- 3")},
        """
content/2019/top/x.md:2: error: the front matter is not made of fields
  hint: write 'name: value', a line each
""",
    ),
    Case(
        "a file that is not UTF-8",
        {X: entry("short: Sch").encode() + b"\xf6lkopf\n"},
        """
content/2019/top/x.md:7: error: the file is not UTF-8
  hint: save it as UTF-8
""",
    ),
    Case(
        "a byte-order mark and CRLF are fine",
        {X: ("\ufeff" + entry("short: X")).replace("\n", "\r\n")},
        "",
    ),
    Case(
        "an article beyond 1 MB",
        {X: entry("", "Words. " * 150_000)},
        """
content/2019/top/x.md:1: error: the file is larger than 1,000,000 bytes
  hint: split it
""",
    ),
    Case(
        "front matter beyond 64 KB",
        {X: entry(f"abstract: {'words ' * 11_000}")},
        """
content/2019/top/x.md:1: error: the front matter is larger than 64,000 bytes
  hint: move its words into the body
""",
    ),
    Case(
        "front matter nested too deeply",
        {X: entry(f"extra: {'[' * 101}{']' * 101}")},
        """
content/2019/top/x.md:4: error: the front matter is nested more than 100 deep
  hint: close what was opened, or indent less
""",
    ),
    Case(
        "control characters",
        {X: entry("short: a\x07b"), Y: page('title: "a\\x07b"'), LATER: page("title: Later")},
        """
content/2019/top/x.md:4: error: a control character (U+0007) stands in the front matter
  hint: delete it
content/2020/later/y.md:2: error: 'title': a control character (U+0007) stands in the text
  hint: delete it
""",
    ),
    Case("extra holds anything", {X: entry("extra: {mood: calm, version: 1.10, at: [12:30]}")}, ""),
    Case("empty values say nothing", {X: entry("tags:\nvenue: ~\nauthors: []\nsummary: null")}, ""),
]

FIELDS = [
    Case(
        "a misspelt field",
        {X: entry("arvix: 1\nHighlight: a\nno: 2")},
        """
content/2019/top/x.md:4: error: unknown field 'arvix'
  hint: did you mean 'arxiv'?
content/2019/top/x.md:5: error: unknown field 'Highlight'
  hint: did you mean 'highlights'?
content/2019/top/x.md:6: error: unknown field 'no'
  hint: known are abstract, acl, affiliations, aliases, arxiv, authors, code, cvf, date, different_from, doi, draft, extra, former_titles, heading, highlights, image, isbn, language, links, openreview, paper, pdf, pmid, pmlr, published, rank, same_as, section, short, status, summary, tags, title, translated_from, type, unplaced, url, venue
""",  # noqa: E501
    ),
    Case(
        "a misspelt part, and parts of a wrong kind",
        {
            X: entry(
                "authors:\n  - Yann LeCun\n  - {nam: Y. Bengio}\nvenue:\n  name: PNAS\n  year: 20"
            )
        },
        """
content/2019/top/x.md:6: error: 'authors': unknown part 'nam' of a person
  hint: did you mean 'name'?
content/2019/top/x.md:9: error: 'venue': 'year': expected a whole number from 1000 to 2999, found the number 20
  hint: write the number alone, as 2019
""",
    ),
    Case(
        "people without names",
        {X: entry('authors: ["", {role: editor, orcid: 12}]')},
        """
content/2019/top/x.md:4: error: 'authors': 'orcid': expected text, found the number 12
  hint: put quotes around it
content/2019/top/x.md:4: error: 'authors': a person needs a name
  hint: write 'name:', or 'given:' and 'family:'
""",
    ),
    Case(
        "parts that are missing",
        {X: entry("venue: {year: 2019}\nlinks: [{rel: code}]\nimage: {alt: x}")},
        """
content/2019/top/x.md:4: error: 'venue': a venue needs 'name'
content/2019/top/x.md:5: error: 'links': a link needs 'url'
content/2019/top/x.md:6: error: 'image': an image needs 'src'
""",
    ),
    Case(
        "words from a list",
        {X: entry("status: publishd\ntype: paper-conferenc")},
        """
content/2019/top/x.md:4: error: 'status': expected one of published, preprint, withdrawn, retracted, superseded, found 'publishd'
  hint: did you mean 'published'?
content/2019/top/x.md:5: error: 'type': expected a word that is known here, found 'paper-conferenc'
  hint: did you mean 'paper-conference'?
""",  # noqa: E501
    ),
    Case(
        "a rank that is none, and yes or no that is neither",
        {X: page("title: An Own Title\nrank: first\nunplaced: 1\ndraft: maybe")},
        """
content/2019/top/x.md:3: error: 'rank': expected a whole number from 1 to 9999, found 'first'
  hint: write the number alone, as 3
content/2019/top/x.md:4: error: 'unplaced': expected true or false, found the number 1
  hint: write true or false without quotes
content/2019/top/x.md:5: error: 'draft': expected true or false, found 'maybe'
  hint: write true or false without quotes
""",
    ),
    Case(
        "keys that are none",
        {X: entry("paper: My Paper"), INDEX: page("title: T\nentries: [page, 2019]")},
        """
content/2019/top/index.md:3: error: 'entries': expected a key, found 'page'
  hint: 'page' is reserved for the pages of long lists
content/2019/top/index.md:3: error: 'entries': expected a key, found the number 2019
  hint: put quotes around it
content/2019/top/x.md:4: error: 'paper': expected a key, found 'My Paper'
  hint: keys are lower-case letters a-z, digits and single hyphens, at most 100 long
""",
    ),
    Case(
        "topics without letters, and topics too long",
        {X: entry(f'tags: ["!!", {"x" * 101}]')},
        """
content/2019/top/x.md:4: error: 'tags': expected a name with letters or digits, found '!!'
content/2019/top/x.md:4: error: 'tags': expected a short name, found 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'
  hint: at most 100 letters become an address
""",  # noqa: E501
    ),
    Case(
        "unsafe addresses",
        {
            X: entry(
                "url: javascript:alert(1)\nimage: data:image/png;base64,x\naliases: //evil.org/"
            )
        },
        """
content/2019/top/x.md:4: error: 'url': expected a web address, found 'javascript:alert(1)'
  hint: an address begins with https:// or http://
content/2019/top/x.md:5: error: 'image': expected an address, found 'data:image/png;base64,x'
  hint: addresses are http, https, mailto or relative
content/2019/top/x.md:6: error: 'aliases': expected an address, found '//evil.org/'
  hint: addresses are http, https, mailto or relative
""",
    ),
    Case(
        "identifiers of another shape",
        {X: entry("arxiv: 19060.8237\ndoi: 10\nacl: nope\npmid: abc\nisbn: 12\ncvf: '?'")},
        """
content/2019/top/x.md:4: error: 'arxiv': expected an arXiv id, found '19060.8237'
  hint: it looks like "1906.08237"
content/2019/top/x.md:5: error: 'doi': expected a DOI, found the number 10
  hint: put quotes around it
content/2019/top/x.md:6: error: 'acl': expected an ACL Anthology id, found 'nope'
  hint: it looks like P19-1285
content/2019/top/x.md:7: error: 'pmid': expected a PubMed id, found 'abc'
  hint: it looks like 31331883
content/2019/top/x.md:8: error: 'isbn': expected an ISBN, found the number 12
  hint: it looks like 978-0-262-03561-3
content/2019/top/x.md:9: error: 'cvf': expected a name of CVF's open access site, found '?'
  hint: it looks like Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019
""",
    ),
    Case(
        "an ORCID, a period and a language that are none",
        {
            "content/authors/zhilin-yang.md": page("title: Zhilin Yang\norcid: '12'"),
            "content/2019/top/index.md": page("title: T\nperiod: 2019-W60\nlanguage: english"),
        },
        """
content/2019/top/index.md:3: error: 'period': expected a period, found '2019-W60'
  hint: write 2019, 2019-12, 2019-W50, 2019-12-13, 2019-10..2019-12 or 2010s
content/2019/top/index.md:4: error: 'language': expected a language tag, found 'english'
  hint: languages are BCP 47 tags: en, zh, pt-BR
content/authors/zhilin-yang.md:3: error: 'orcid': expected an ORCID, found '12'
  hint: an ORCID has the shape 0000-0002-1825-0097
""",
    ),
    Case(
        "mappings that are none, and numbers that nobody can keep",
        {X: entry("extra: calm\ntranslated_from: 3\nvenue: [a]\nlinks: 3\nimage: 4")},
        """
content/2019/top/x.md:4: error: 'extra': expected a mapping, found 'calm'
content/2019/top/x.md:5: error: 'translated_from': expected a mapping, found the number 3
  hint: put quotes around it
content/2019/top/x.md:6: error: 'venue': expected a venue, found a list
  hint: text that begins with [ needs quotes around it
content/2019/top/x.md:7: error: 'links': expected a link, found the number 3
  hint: put quotes around it
content/2019/top/x.md:8: error: 'image': expected an image, found the number 4
  hint: put quotes around it
""",
    ),
    Case(
        "an entry without a title",
        {X: page("rank: 3\narvix: 2"), Y: page("title:\nrank: 1"), LATER: page("title: Later")},
        """
content/2019/top/x.md:1: error: an entry needs a title unless its paper is known
  hint: add 'title: ...', or 'paper: KEY' of a paper that has one
content/2019/top/x.md:3: error: unknown field 'arvix'
  hint: did you mean 'arxiv'?
content/2020/later/y.md:2: error: an entry needs a title unless its paper is known
  hint: add 'title: ...', or 'paper: KEY' of a paper that has one
""",
    ),
    Case(
        "a roundup without a title",
        {INDEX: "Words.\n", LATER: page('title: ""')},
        """
content/2019/top/index.md:1: error: a roundup needs a title
  hint: add 'title: ...' to its front matter
content/2020/later/index.md:2: error: a roundup needs a title
  hint: add 'title: ...' to its front matter
""",
    ),
    Case(
        "several people, and several topics, in one text",
        {X: entry("authors: Li, Fei-Fei, Yann LeCun\ntags: nlp, vision")},
        """
content/2019/top/x.md:4: warning: 'authors': it is read as one person, 'Fei-Fei, Yann LeCun Li'
  hint: write a list, with quotes around each "Family, Given"
content/2019/top/x.md:5: warning: 'tags': it is read as one topic, 'nlp, vision'
  hint: write a list: [nlp, vision]
""",
    ),
]

PLACES = [
    Case(
        "a roundup whose year is not known",
        {
            "content/undated/list/index.md": page("title: A List"),
            "content/undated/list/index.zh.md": page("title: 列表"),
            "content/undated/list/one.md": page("nothing: here"),
            "content/undated/list/picture.png": png_head(4, 4),
        },
        """
content/undated/list/index.md: warning: a roundup without a year waits here and is not published
  hint: move content/undated/list/ to its year, as content/2019/list/
content/undated/list/index.zh.md: warning: a roundup without a year waits here and is not published
  hint: move content/undated/list/ to its year, as content/2019/list/
""",
    ),
    Case(
        "names that cannot be keys",
        {
            "content/2019/Top/index.md": page("title: T"),
            "content/2019/top/page.md": entry(),
            "content/papers/XLNet.md": page("title: XLNet"),
        },
        """
content/2019/Top/index.md: error: 'Top' cannot be a key
  hint: names are lower-case letters a-z, digits and single hyphens, at most 100 long
content/2019/top/page.md: error: 'page' cannot be a key
  hint: it is reserved: choose another name
content/papers/XLNet.md: error: 'XLNet' cannot be a key
  hint: names are lower-case letters a-z, digits and single hyphens, at most 100 long
""",
    ),
    Case(
        "names that cannot be addresses",
        {
            "content/About us.md": page("title: About"),
            "content/tags/C++.md": page("title: C++"),
            "content/authors/Yann LeCun.md": page("title: Yann LeCun"),
        },
        """
content/About us.md: error: 'About us' cannot be an address
  hint: name it about-us
content/authors/Yann LeCun.md: error: 'Yann LeCun' is not a slug
  hint: name it yann-lecun.md
content/tags/C++.md: error: 'C++' is not a slug
  hint: name it c-plus-plus.md
""",
    ),
    Case(
        "reserved pages",
        {
            "content/2020.md": page("title: A year"),
            "content/data.md": page("title: Data"),
            "content/papers/2019/xlnet.md": page("title: XLNet"),
            "content/series/a.md": page("title: A"),
            "content/tags/index.md": page("title: Topics"),
            "content/zh/about.md": page("title: 关于"),
        },
        """
content/2020.md: error: the name '2020' is reserved
  hint: choose another name
content/data.md: error: the name 'data' is reserved
  hint: choose another name
content/papers/2019/xlnet.md: error: no page can stand so deep in papers/
  hint: put it into content/papers/
content/series/a.md: error: the name 'series' is reserved
  hint: choose another name
content/tags/index.md: error: the name 'tags' is reserved
  hint: choose another name
content/zh/about.md: error: the address /zh/ is reserved for a language
  hint: translations stand beside their originals, as about.zh.md beside about.md
""",
    ),
    Case(
        "languages that nobody declared",
        {
            "content/about.fr.md": page("title: À propos"),
            "content/us.md": page("title: U\nlanguage: de"),
        },
        """
content/about.fr.md: error: the language 'fr' is not declared
  hint: add [languages.fr] to site.toml
content/us.md:3: error: the language 'de' is not declared
  hint: add [languages.de] to site.toml
""",
    ),
    Case(
        "two articles in one language",
        {"content/about.md": page("title: About"), "content/about.en.md": page("title: About")},
        """
content/about.en.md:1: error: content/about.md is already the article in 'en'
  hint: remove one, or give one another language
""",
    ),
    Case(
        "an entry without a roundup",
        {"content/2020/lost/x.md": entry()},
        """
content/2020/lost/x.md: error: an entry without a roundup: its folder has no index.md
  hint: write content/2020/lost/index.md with a title
""",
    ),
    Case(
        "words that no page shows",
        {
            "content/2021/index.md": page("title: The Year"),
            "content/tags/vdeo.md": page("title: Video"),
            "content/authors/nobody.md": page("title: Nobody"),
        },
        """
content/2021/index.md: warning: 2021 has no roundup, so these words stay out
content/authors/nobody.md: warning: no paper is by 'nobody', so these words stay out
content/tags/vdeo.md: warning: nothing has the topic 'vdeo', so these words stay out
  hint: did you mean 'video'?
""",
    ),
    Case(
        "two sources for one file",
        {
            X: entry("aliases: [/2019/top/, /2020/LATER/]"),
            LATER: page("title: A Later List"),
            "static/2019/index.html": "x",
            "static/Plan.txt": "x",
            "static/plan.txt": "x",
            "static/\u00e9.txt": "x",
            "static/e\u0301.txt": "x",
        },
        """
content/2019/top/x.md: error: content/2019/top/x.md and content/2019/top/index.md both become 2019/top/index.html
  hint: rename one of them, or remove the alias
content/2020/later/index.md: error: content/2020/later/index.md and content/2019/top/x.md both become 2020/later/index.html
  hint: rename one of them, or remove the alias
static/2019/index.html: error: static/2019/index.html and the page /2019/ both become 2019/index.html
  hint: rename one of them, or remove the alias
static/plan.txt: error: static/plan.txt and static/Plan.txt both become plan.txt
  hint: rename one of them, or remove the alias
static/\u00e9.txt: error: static/\u00e9.txt and static/e\u0301.txt both become \u00e9.txt
  hint: rename one of them, or remove the alias
""",  # noqa: E501
    ),
    Case(
        "a file where a folder is needed, and names that no file can have",
        {"static/2019": "x", X: entry(f"aliases: [/{'x' * 300}/, /.git/x/]")},
        f"""
content/2019/top/x.md: error: it would become the hidden file .git/x/index.html
  hint: remove the alias
content/2019/top/x.md: error: it would become {"x" * 80}..., longer than the name of a file can be
  hint: shorten the name or the alias
static/2019: error: static/2019 becomes 2019, which the page /2019/feed.json needs as a folder
  hint: rename one of them, or remove the alias
""",
    ),
]

LISTS = [
    Case(
        "a period in another year",
        {INDEX: page("title: T\nperiod: 2018-10..2018-12")},
        """
content/2019/top/index.md:3: error: the period 2018-10..2018-12 does not touch 2019
  hint: move the folder to its year, or mend the period
""",
    ),
    Case(
        "a title that counts wrongly",
        {INDEX: page("title: Top 5 of 2019")},
        """
content/2019/top/index.md:2: warning: the title says 5, but the roundup has 2 entries
  hint: write {n} in the title, and it is always right
""",
    ),
    Case(
        "sections that no entry has",
        {INDEX: page("title: T", "A\n\n<!-- papers: Vison -->\n"), X: entry("section: Vision")},
        """
content/2019/top/index.md:6: warning: no entry has the section 'Vison'
  hint: sections are Vision
""",
    ),
    Case(
        "sections without any",
        {INDEX: page("title: T", "<!-- papers: Vision -->\n")},
        """
content/2019/top/index.md:4: warning: no entry has the section 'Vision'
  hint: write 'section:' into its entries
""",
    ),
    Case(
        "a list of keys that does not fit its folder",
        {INDEX: page("title: T\nentries: [xlnet, xlnet, dian]")},
        """
content/2019/top/index.md:3: error: 'entries' names 'dian', which is not here
  hint: did you mean 'dain'?
content/2019/top/index.md:3: warning: 'entries' does not name dain, which follows at the end
  hint: add its key, or 'unplaced: true' to the entry
content/2019/top/index.md:3: warning: 'entries' names 'xlnet' twice
  hint: keep one of them
""",
    ),
    Case(
        "gaps and doubles in ranks",
        {
            X: page("title: An Own Title\nrank: 2"),
            "content/2019/top/z.md": page("title: Zebra\nrank: 9"),
        },
        """
content/2019/top/index.md:1: warning: the ranks leave out 4, 5, 6, 7, 8
  hint: renumber the entries, or add the missing ones
content/2019/top/x.md:3: warning: rank 2 is also the rank of content/2019/top/dain.md
  hint: give one of them another rank
""",
    ),
    Case(
        "a paper that stands in a roundup twice",
        {X: page("rank: 3\npaper: xlnet")},
        """
content/2019/top/x.md:1: warning: the paper 'xlnet' stands in this roundup twice: content/2019/top/xlnet.md
  hint: keep one of the two entries
""",
    ),
    Case(
        "an entry that says nothing",
        {X: entry("", "<!-- later -->\n")},
        """
content/2019/top/x.md:1: warning: the entry says nothing
  hint: write some words, a summary or an abstract
""",
    ),
]

TRANSLATIONS = [
    Case(
        "entries without a translation",
        {INDEX_ZH: page("title: 最佳")},
        """
content/2019/top/index.zh.md: warning: 2 entries have no translation into 'zh': xlnet, dain
  hint: fill in the files that roundup translate 2019/top zh makes; or leave them marked
""",
    ),
    Case(
        "an entry without a translation",
        {INDEX_ZH: page("title: 最佳"), DAIN_ZH: page("heading: 插帧")},
        """
content/2019/top/index.zh.md: warning: the entry xlnet has no translation into 'zh'
  hint: fill in the file that roundup translate 2019/top zh makes; or leave it marked
""",
    ),
    Case(
        "translations that went stale",
        {
            INDEX_ZH: page("title: 最佳\ntranslated_from: {title: 0123456789, gone: abcdef0123}"),
            XLNET_ZH: page("heading: 预训练\ntranslated_from: {body: 0a0a0a0a0a}"),
            DAIN_ZH: page("heading: 插帧"),
            "content/about.md": page("title: About"),
            "content/about.zh.md": page("title: 关于\ntranslated_from: {title: 0123456789}"),
        },
        """
content/2019/top/index.zh.md:3: warning: the original has changed since it was translated: title, body, gone
  hint: roundup status --diff shows what; translate it, then roundup translate 2019/top zh --mark-current
content/2019/top/xlnet.zh.md:3: warning: the original has changed since it was translated: title, body
  hint: roundup status --diff shows what; translate it, then roundup translate 2019/top zh --mark-current
content/about.zh.md:3: warning: the original has changed since it was translated: title, body
  hint: roundup status --diff shows what; translate it, then roundup translate content/about.zh.md zh --mark-current
""",
    ),
    Case(
        "a translation of another paper at another place",
        {
            INDEX_ZH: page("title: 最佳"),
            XLNET_ZH: page("rank: 2\npaper: other\nurl: https://arxiv.org/abs/1906.11111"),
            DAIN_ZH: page('rank: 2\narxiv: "arXiv:1904.00830v2"'),
        },
        """
content/2019/top/xlnet.zh.md:2: warning: 'rank' is another than in content/2019/top/xlnet.md
  hint: a translation inherits it: leave it out
content/2019/top/xlnet.zh.md:3: warning: 'paper' is another than in content/2019/top/xlnet.md
  hint: a translation inherits it: leave it out
content/2019/top/xlnet.zh.md:4: warning: 'arxiv' is another than in content/2019/top/xlnet.md
  hint: a translation inherits it: leave it out
""",
    ),
]

PAPERS = [
    Case(
        "two papers with one key",
        {LATER: page("title: Later"), "content/2020/later/xlnet.md": page("title: Zebra\nrank: 1")},
        """
content/2020/later/xlnet.md:1: error: two papers claim the key 'xlnet', here and in content/2019/top/xlnet.md
  hint: write 'paper: xlnet' into the entries if they are one paper, else another key, as 'paper: xlnet-2', into one
""",
    ),
    Case(
        "two keys for one paper",
        later('title: Generalized Autoregressive Pretraining\narxiv: "1906.08237"\npaper: other'),
        """
content/2020/later/y.md:5: warning: 'paper: other' is the paper that content/2019/top/xlnet.md calls 'xlnet'
  hint: write 'paper: xlnet'
""",
    ),
    Case(
        "a paper of several entries without a key",
        {X: entry("doi: 10.1038/nature14539"), **later("doi: 10.1038/nature14539")},
        """
content/2019/top/x.md:1: warning: the paper has 2 entries and no written key
  hint: roundup check --write-keys writes 'paper: x' into them
""",
    ),
    Case(
        "corrections that name nothing",
        {X: entry("same_as: [nope, ../x/y.md]\ndifferent_from: nope-either")},
        """
content/2019/top/x.md:4: error: 'same_as': there is no entry content/2019/x/y.md
  hint: name a paper's key, an identifier, or an entry's file
content/2019/top/x.md:4: error: 'same_as': there is no paper nope
  hint: name a paper's key, an identifier, or an entry's file
content/2019/top/x.md:5: error: 'different_from': there is no paper nope-either
  hint: name a paper's key, an identifier, or an entry's file
""",
    ),
    Case(
        "facts that contradict each other",
        later(
            "title: Another Title of It\npaper: xlnet\ndate: 2019-06-20\n"
            "pdf: arxiv.org/pdf/1906.08238"
        ),
        """
content/2020/later/y.md:3: warning: 'title' contradicts content/2019/top/xlnet.md
  hint: one paper has one value: mend one of them, or keep the two apart
content/2020/later/y.md:3: warning: the title has little in common with that in content/2019/top/xlnet.md, yet they are one paper
  hint: check the identifiers of both; 'different_from:' keeps them apart
content/2020/later/y.md:5: warning: 'date' contradicts content/2019/top/xlnet.md
  hint: one paper has one value: mend one of them, or keep the two apart
content/2020/later/y.md:6: warning: 'arxiv' contradicts content/2019/top/xlnet.md
  hint: one paper has one value: mend one of them, or keep the two apart
""",  # noqa: E501
    ),
    Case(
        "papers that are kept apart and joined",
        {
            LATER: page("title: Later"),
            Y: page("title: Generalized Autoregressive Pretraining\nrank: 1\npaper: xlnet"),
            "content/2020/later/z.md": page(
                "title: Generalized Autoregressive Pretraining\nrank: 2\n"
                "paper: xlnet\ndifferent_from: ../../2019/top/xlnet.md"
            ),
        },
        """
content/2020/later/z.md:1: warning: the paper 'xlnet' stands in this roundup twice: content/2020/later/y.md
  hint: keep one of the two entries
content/2020/later/z.md:5: error: 'different_from' keeps it apart from content/2019/top/xlnet.md, yet they are joined
  hint: joined by content/2020/later/z.md = content/2020/later/y.md = content/2019/top/xlnet.md
""",
    ),
    Case(
        "titles that are almost the same",
        {X: page("title: Generalized Autoregressive Pretrainings\nrank: 3")},
        """
content/2019/top/xlnet.md:4: warning: the title is almost that of content/2019/top/x.md, yet they are two papers
  hint: write 'same_as:' or 'different_from:' into one of them
""",
    ),
]

WORDS = [
    Case(
        "wiki-links to papers that nobody knows",
        {X: entry("", "See [[xlmet]],\n[[arxiv:1901.00001]].\n")},
        """
content/2019/top/x.md:5: error: there is no paper 'xlmet'
  hint: did you mean 'xlnet'?
content/2019/top/x.md:6: error: there is no paper 'arxiv:1901.00001'
  hint: write a paper's key or an identifier, as [[xlnet]] or [[arxiv:1906.08237]]
""",
    ),
    Case(
        "links to what is hidden",
        {
            X: entry("", "[[dain]]\n\n[it](dain.md)\n\n[there](/papers/dain/)\n"),
            "content/2019/top/dain.md": page("title: DAIN\nrank: 2\npaper: dain\ndraft: true"),
        },
        """
content/2019/top/x.md:5: warning: the paper 'dain' is hidden, so its link is plain text
  hint: it appears when the paper does
content/2019/top/x.md:7: warning: the link leads to dain.md, which is hidden, so it is plain text
  hint: it appears when the target does
content/2019/top/x.md:9: warning: the link leads to /papers/dain/, which is hidden, so it is plain text
  hint: it appears when the target does
""",
    ),
    Case(
        "links that lead nowhere",
        {
            X: entry(
                "", "[a](xlmet.md)\n\n[b](index.md#dian)\n\n[c](/paper/)\n\n[d](d.pdf)\n\n[e](#f)\n"
            )
        },
        """
content/2019/top/x.md:5: error: the link leads to xlmet.md, which does not exist
  hint: did you mean xlnet.md?
content/2019/top/x.md:7: error: index.md has no anchor 'dian'
  hint: did you mean #dain?
content/2019/top/x.md:9: error: the link leads to /paper/, where there is no page
  hint: did you mean /papers/?
content/2019/top/x.md:11: error: there is no file d.pdf
  hint: put the file beside the article
content/2019/top/x.md:13: error: nothing in this article has the id 'f'
""",
    ),
    Case(
        "images without alternative text, from elsewhere, or missing",
        {
            X: entry(
                "image: https://example.org/a.png",
                "![](b.png)\n\n![c](https://example.org/c.png)\n",
            )
        },
        """
content/2019/top/x.md:4: warning: remote image https://example.org/a.png
  hint: put the file beside the article: pages load nothing from elsewhere
content/2019/top/x.md:4: warning: the image https://example.org/a.png has no alternative text
  hint: say in 'alt:' what it shows
content/2019/top/x.md:6: error: there is no file b.png
  hint: put the file beside the article
content/2019/top/x.md:6: warning: the image b.png has no alternative text
  hint: say in brackets what it shows: ![...](...)
content/2019/top/x.md:8: warning: remote image https://example.org/c.png
  hint: put a copy beside the article: pages make no requests to other hosts
""",
    ),
    Case(
        "pictures that cannot be made smaller",
        {
            X: entry("image: {src: b.jpg, alt: Torn}", "![Vast](a.png)\n"),
            "content/2019/top/a.png": png_head(10_000, 10_000),
            "content/2019/top/b.jpg": b"\xff\xd8\xff\xe0" + bytes(5_000),
        },
        """
content/2019/top/a.png: warning: the picture has more than 50 million pixels: all readers load it whole
  hint: make it smaller
content/2019/top/b.jpg: warning: the picture is broken
  hint: export it again: not all readers see it
""",
    ),
    Case(
        "files that nobody names",
        {"content/2019/top/a.png": "x", "content/2019/top/B.MD": "x"},
        """
content/2019/top/B.MD: warning: no article names this file, so it stays out
  hint: the name of an article ends in .md
content/2019/top/a.png: warning: no article names this file, so it stays out
  hint: name it in an article, or move it to static/
""",
    ),
    Case(
        "files that must not be published",
        {
            X: entry("", "[a](a.html)\n\n![b](b.svg)\n"),
            "content/2019/top/a.html": "x",
            "content/2019/top/b.svg": "<svg onload='x'/>",
        },
        """
content/2019/top/x.md:5: error: content/2019/top/a.html cannot be published: it is no image, PDF or plain data
  hint: leave it out, or trust all articles with [security] trusted_content = true
content/2019/top/x.md:7: error: content/2019/top/b.svg cannot be published: it holds an event handler
  hint: leave it out, or trust all articles with [security] trusted_content = true
""",
    ),
    Case(
        "HTML and addresses that articles may not hold",
        {X: entry("", "<script>x</script>\n\n[a](javascript:x)\n")},
        """
content/2019/top/x.md:5: warning: the HTML element <script> is not allowed in an article: left out
  hint: 'trusted_content = true' under [security] lets it through
content/2019/top/x.md:7: warning: unsafe address 'javascript:x'
  hint: only http, https, mailto and relative addresses become links
""",
    ),
    Case(
        "footnotes",
        {X: entry("", "A[^1].\n\n[^2]: B\n[^2]: C\n")},
        """
content/2019/top/x.md:5: warning: the footnote '1' is not defined
  hint: add a line '[^1]: ...'
content/2019/top/x.md:7: warning: the footnote '2' is defined twice: the first one counts
content/2019/top/x.md:8: warning: nothing refers to the footnote '2': left out
""",
    ),
    Case(
        "code",
        {X: entry("", f"```nolang\nx\n```\n\n```python\n{'x = 1;' * 9000}\n```\n\n```\nx\n")},
        """
content/2019/top/x.md:5: warning: the language 'nolang' of a code block is not known
  hint: write 'text' for code without highlighting
content/2019/top/x.md:9: warning: a code block is longer than 50,000 characters: not highlighted
content/2019/top/x.md:13: warning: the code fence '```' is never closed
""",
    ),
    Case(
        "formulas, comments and stray characters",
        {X: entry("", "$\\frac$\n\na\x07b\n\n<!-- c\n")},
        """
content/2019/top/x.md:5: warning: cannot read the formula '\\frac': no available tokens
  hint: it is shown as code
content/2019/top/x.md:7: warning: characters that are not text were left out, the first is U+0007
  hint: retype the line, or paste it as plain text
content/2019/top/x.md:9: warning: a comment is never closed
  hint: end it with '-->'
""",
    ),
    Case(
        "words beyond the limits",
        {
            X: entry("", "[" * 1200 + "\n"),
            **later("title: Y"),
            "content/2020/later/z.md": page("title: Z\nrank: 2", "> " * 150 + "x\n"),
        },
        """
content/2019/top/x.md:5: error: more than 1,000 unclosed brackets in one paragraph
  hint: put a backslash before brackets that are meant as such, or split the paragraph
content/2020/later/z.md:5: error: quotes, lists or HTML elements are nested more than 100 deep
  hint: close what was opened, or indent less
""",
    ),
]

SETTINGS = [
    Case(
        "an unknown key and a value of another kind",
        site('langage = "en"\nauthor = 1'),
        """
site.toml:4: error: unknown field 'langage'
  hint: did you mean 'language'?
site.toml:5: error: 'author': expected text, found the number 1
  hint: put quotes around it
""",
    ),
    Case(
        "keys that are missing",
        {"site.toml": 'language = "en"\n'},
        """
site.toml:1: error: 'base_url' is missing
  hint: add base_url = "..."
site.toml:1: error: 'title' is missing
  hint: add title = "..."
""",
    ),
    Case(
        "no TOML",
        site("author = Somebody"),
        """
site.toml:4: error: not TOML: Invalid value
  hint: text needs quotes; only true and false stand without
""",
    ),
    Case(
        "TOML beyond its limits: digits",
        site(f"extra.a = {'9' * 5000}"),
        """
site.toml:1: error: a number has too many digits
  hint: put quotes around it
""",
    ),
    Case(
        "TOML beyond its limits: nesting",
        site(f"extra.a = {'[' * 5000}{']' * 5000}"),
        """
site.toml:1: error: values are nested too deeply
  hint: close what was opened
""",
    ),
    Case(
        "no UTF-8",
        {"site.toml": b'title = "\xff"'},
        """
site.toml: error: the file is not UTF-8
  hint: save it as UTF-8
""",
    ),
    Case(
        "tables that are none, and languages that are none",
        {"site.toml": SITE_TOML + "[languages.chinese]\n[pages]\nfeed = 1\n[tags]\nnlp = 1\n"},
        """
site.toml:8: error: 'chinese' is not a language tag
  hint: languages are BCP 47 tags: zh, pt-BR
site.toml:10: error: unknown field 'feed'
  hint: did you mean 'feeds'?
site.toml:12: error: 'nlp': expected a table, found the number 1
  hint: write [tags.nlp] on a line of its own, its keys below it
""",
    ),
    Case(
        "languages that differ in case alone",
        {"site.toml": SITE_TOML + "[languages.EN]\n[languages.ZH]\n"},
        """
site.toml:8: error: the language 'EN' is 'en' in another case
  hint: keep one of them
site.toml:9: error: the language 'ZH' is 'zh' in another case
  hint: keep one of them
""",
    ),
    Case(
        "search by name without Pagefind",
        {"site.toml": SITE_TOML + "[pages]\nsearch = true\n"},
        """
site.toml:9: warning: Pagefind is not installed: the search page has a list and no search box
  hint: pip install 'paper-roundup[search]', or leave the setting out
""",
    ),
    Case(
        "topics in languages that nobody declared",
        {"site.toml": SITE_TOML + '[tags.nlp]\n"title.fr" = "TALN"\n'},
        """
site.toml:9: error: the language 'fr' is not declared
  hint: add [languages.fr]
""",
    ),
    Case(
        "a folder, a colour, an address and a number that cannot be",
        {
            "site.toml": 'title = "T"\nbase_url = "https://example.org/?a"\n[build]\noutput = "static/x"\n'
            f'[theme]\naccent = "#12"\n[extra]\na = {2**64}\n[security.allow]\nimg = "a.org; b.org"\n'
        },
        """
site.toml:2: error: 'base_url': expected the address of the site's home page, found 'https://example.org/?a'
  hint: leave out ? and #
site.toml:4: error: 'output': expected a folder inside the site that holds no sources, found 'static/x'
  hint: write output = "public"
site.toml:6: error: 'accent': expected a colour, found '#12'
  hint: write it as "#b3541e"
site.toml:7: error: 'extra': a number in it is too big
  hint: put quotes around it
site.toml:10: error: 'img': expected a host, found 'a.org; b.org'
  hint: write each alone, as ["a.example.org", "b.example.org"]
""",
    ),
    Case(
        "a mail address that is none",
        {"site.toml": SITE_TOML + '[lookup]\nmailto = "me at uni"\n'},
        """
site.toml:9: error: 'mailto': expected a mail address, found 'me at uni'
  hint: write it as "you@uni.edu"
""",
    ),
    Case(
        "pages and pictures that nobody made",
        {
            **site(
                'nav = ["abut.md"]\ntheme.logo = "logo.svg"\ntheme.favicon = "https://example.org/i.png"\n'
                'theme.styles = ["own.css", "static/our.css"]'
            ),
            "content/about.md": page("title: A"),
            "static/our.css": "",
        },
        """
site.toml:4: error: 'nav' names 'abut.md', which is not in content/
  hint: did you mean 'about.md'?
site.toml:5: error: 'logo' names 'logo.svg', which is not in static/
  hint: put the file into static/
site.toml:6: error: 'favicon' names 'https://example.org/i.png', which is not in static/
  hint: put a copy into static/ and name it
site.toml:7: error: 'styles' names 'own.css', which is not in static/
  hint: put the file into static/
site.toml:7: error: 'styles' names 'static/our.css', which is not in static/
  hint: names begin below static/: 'our.css'
""",
    ),
    Case(
        "a theme that nobody made",
        site('theme = "themes/nope"'),
        """
site.toml:4: error: there is no theme 'themes/nope'
  hint: name a folder of the site with templates/ and static/, or an installed package
""",
    ),
    Case(
        "a theme whose name is misspelt",
        {
            "site.toml": SITE_TOML + '[theme]\naccent = "#a5311e"\npath = "themes/plian"\n',
            "themes/plain/templates/page.html": "",
        },
        """
site.toml:10: error: there is no theme 'themes/plian'
  hint: did you mean 'themes/plain'?
""",
    ),
    Case(
        "a theme with nothing in it",
        {**site('theme = "themes"'), "themes/plain/templates/page.html": ""},
        """
site.toml:4: error: the theme 'themes' holds neither templates/ nor static/
  hint: name the folder that holds them
""",
    ),
    Case(
        "share cards without fonts",
        site("pages.cards = true"),
        """
site.toml:4: warning: there are no share cards: no fonts are there to set them in
  hint: pip install 'paper-roundup[cards]', or name your own fonts: [theme] card_fonts
""",
    ),
    Case(
        "fonts of share cards that are none, or elsewhere",
        {
            **site('theme.card_fonts = ["fonts/none.ttf", "fonts/text.otf"]'),
            "fonts/text.otf": "no font\n",
        },
        """
site.toml:4: error: fonts/text.otf is no OpenType or TrueType font with a Unicode character map
  hint: card_fonts takes .otf and .ttf files
site.toml:4: error: the font fonts/none.ttf cannot be read: No such file or directory
  hint: card_fonts names files from the folder of site.toml on
""",
    ),
    Case(
        "fonts of share cards out of the site or of another kind",
        site('theme.card_fonts = ["../own.ttf", "own.woff2"]'),
        """
site.toml:4: error: 'card_fonts': expected an .otf or .ttf file of the site, found '../own.ttf'
  hint: write the path from the folder of site.toml, as "fonts/Own-Bold.otf"
site.toml:4: error: 'card_fonts': expected an .otf or .ttf file of the site, found 'own.woff2'
  hint: write the path from the folder of site.toml, as "fonts/Own-Bold.otf"
""",
    ),
    Case(
        "characters that the fonts of share cards do not have",
        {
            **site('theme.card_fonts = "own.ttf"'),
            "own.ttf": font_bytes(LATIN),
            INDEX: page("title: Best of Ω"),
        },
        """
content/2019/top/index.md:2: warning: its share card is left out: it cannot show Ω
  hint: name a font that has them in [theme] card_fonts
site.toml: warning: there are no share cards in zh: they cannot show 、 份 文 测 点 盘 等 篇 …
  hint: name a font that has them in [theme] card_fonts
""",
    ),
]

TEMPLATES = [
    Case(
        "a template that is not closed",
        {"templates/roundup.html": "<p>\n{% if %}\n"},
        """
templates/roundup.html:2: error: the template fails on /2019/top/: Expected an expression, got 'end of statement block'
""",  # noqa: E501
    ),
    Case(
        "a template that fails in a part of it, said once for all pages",
        {
            "templates/parts/broken.html": "<p>\n\n{{ 1 / 0 }}\n",
            "templates/page.html": "{% include 'parts/broken.html' %}",
            "content/about.md": page("title: About"),
            "content/team.md": page("title: Team"),
        },
        """
templates/parts/broken.html:3: error: the template fails on /about/: ZeroDivisionError: division by zero
""",
    ),
    Case(
        "a template that nobody made",
        {INDEX: page("title: T\ntemplate: long.html")},
        """
content/2019/top/index.md: error: there is no template 'long.html'
  hint: write it in templates/, or name another
""",
    ),
    Case(
        "a template that extends one that nobody made",
        {"templates/roundup.html": '{% extends "them/roundup.html" %}'},
        """
templates/roundup.html:1: error: there is no template 'them/roundup.html'
  hint: did you mean 'theme/roundup.html'?
""",
    ),
    Case(
        "interface words that templates want and nobody wrote",
        {
            "templates/roundup.html": '{{ t("paeprs") }}',
            "templates/home.html": '\n{{ t("mine") }}',
            "templates/words/en.toml": 'mine = "{whose}"\n',
            "templates/words/zh.toml": 'mine = "{whose}"\n',
        },
        """
templates/home.html:2: error: the template fails on /: the interface word 'mine' wants the field 'whose'
templates/roundup.html:1: error: the template fails on /2019/top/: there is no interface word 'paeprs'
""",
    ),
    Case(
        "templates that extend themselves",
        {
            **site('theme = "plain"'),
            "templates/page.html": '<!-- one -->\n{% extends "page.html" %}',
            "plain/templates/base.html": '{% extends "theme/base.html" %}',
        },
        """
plain/templates/base.html:1: error: the template extends itself
  hint: write {% extends "roundup/base.html" %}
templates/page.html:2: error: the template extends itself
  hint: write {% extends "theme/page.html" %}
""",
    ),
    Case(
        "copies of templates that have moved on",
        {
            "templates/parts/nav.html": "{# ejected from roundup: parts/nav.html 00000000 #}\n<nav></nav>",
            "templates/words/zh.toml": "# ejected from roundup: words/gone.toml 00000000\n",
            "static/favicon.svg": "<!-- ejected from plain: favicon.svg 00000000 -->\n<svg/>",
        },
        """
static/favicon.svg:1: warning: it was ejected from the theme 'plain', which the site does not use
  hint: compare with roundup eject --diff static/favicon.svg, then --mark-current
templates/parts/nav.html:1: warning: the theme's copy has changed since this one was ejected
  hint: compare with roundup eject --diff parts/nav.html, then --mark-current
templates/words/zh.toml:1: warning: it was ejected from words/gone.toml, which 'roundup' does not have
  hint: remove the first line, or the file
""",
    ),
    Case(
        "templates and words that cannot be read",
        {"templates/page.html": b"<p>\n\xff", "templates/words/zh.toml": "a = 1\nb =\n"},
        """
templates/page.html:2: error: the file is not UTF-8
  hint: save it as UTF-8
templates/words/zh.toml:2: error: not TOML: Invalid value (at line 2, column 4)
""",
    ),
    Case(
        "interface words that no page can show",
        {
            "templates/words/zh.toml": """papers = 3
topics = "主题 {n}"
n_papers = { one = "{n}篇" }
n_roundups = { on = "{n}份", other = "{m}份" }
years = "年}"
mine = "{anything}"
""",
        },
        """
templates/words/zh.toml:1: error: the interface word 'papers': expected text, found the number 3
  hint: put quotes around it
templates/words/zh.toml:2: error: the interface word 'topics' has no field {n}
  hint: write the word without fields
templates/words/zh.toml:3: error: the interface word 'n_papers' has no form 'other'
  hint: write n_papers = { one = "...", other = "..." }
templates/words/zh.toml:4: error: the interface word 'n_roundups' has a form 'on', no plural category
  hint: did you mean 'one'?
templates/words/zh.toml:4: error: the interface word 'n_roundups' has no field {m}
  hint: known are {n}
templates/words/zh.toml:5: error: the braces of the interface word 'years' do not match
  hint: write {{ for a brace that is no field
""",
    ),
    Case(
        "languages without interface words, or without some",
        {
            "site.toml": SITE_TOML + "\n[languages.de]\n\n[languages.fr]\n",
            "templates/words/fr.toml": "".join(
                f'{word} = "{word}"\n' for word in ENGLISH if word not in ("papers", "topics")
            ),
        },
        """
site.toml: warning: 2 interface words are English in 'fr': papers, topics
  hint: add them to templates/words/fr.toml
site.toml: warning: no interface words for 'de': English ones are used
  hint: add templates/words/de.toml; roundup eject words/en.toml brings the English ones
""",
    ),
]

CASES = [
    *FRONT_MATTER,
    *FIELDS,
    *PLACES,
    *LISTS,
    *TRANSLATIONS,
    *PAPERS,
    *WORDS,
    *SETTINGS,
    *TEMPLATES,
]
