"""The fields of front matter, once: type, kind, meaning and example; schemas and documentation follow from here."""
# ruff: noqa: E501  (a table of fields reads best one field a line)
# fmt: off

from typing import Annotated, Any

import msgspec

from roundup.content.compound import DIGESTS, IMAGE, LINK, MAPPING, ORIGIN, PERSON, VENUE
from roundup.content.values import (
    ADDRESS,
    BOOLEAN,
    DATE,
    KEY,
    LABEL,
    LANGUAGE,
    ORCID,
    PERIOD,
    TEXT,
    TOPIC,
    URL,
    Field,
    identifier,
    many,
    one_of,
    whole,
)
from roundup.identifiers import Identifier
from roundup.model import Image, Link, Origin, PartialDate, Period, Person, Venue

CSL_TYPES = ["article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset", "document", "entry-encyclopedia", "graphic", "manuscript", "pamphlet", "paper-conference", "patent", "personal_communication", "post", "post-weblog", "report", "review", "software", "speech", "standard", "thesis", "webpage"]


Text = str
Texts = tuple[str, ...]


class Fields(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="family"):
    """What every article may say."""

    language: Annotated[Text, Field(LANGUAGE, "the language of an article whose file name has no tag", "fr")] = ""
    draft: Annotated[bool, Field(BOOLEAN, "keeps it out of the site until `--drafts` asks for it", "true")] = False
    aliases: Annotated[Texts, Field(many(ADDRESS), "old addresses that lead here", "[/2019/old-address/]")] = ()
    extra: Annotated[dict[str, Any], Field(MAPPING, "anything, for a site's own templates", "{mood: calm}")] = {}


class WordsFields(Fields, frozen=True, kw_only=True):
    """What the articles with words of their own share: home, years, topics, people, pages."""

    title: Annotated[Text, Field(TEXT, "its title", "About these lists")] = ""
    description: Annotated[Text, Field(TEXT, "one sentence for search engines and cards", "Where these lists come from.")] = ""
    image: Annotated[Image | None, Field(IMAGE, "a picture for cards and the page's head", "{src: us.jpg, alt: The office}")] = None
    template: Annotated[Text, Field(TEXT, "another template than the kind's own", "wide.html")] = ""
    translated_from: Annotated[dict[str, str], Field(DIGESTS, "digests of the words it was translated from, by section, as `roundup translate` writes them", "{body: 1f0c2a9b3e}")] = {}


class PersonFields(WordsFields, frozen=True, kw_only=True):
    """A person's own page."""

    names: Annotated[Texts, Field(many(TEXT), "spellings that are this person", "[Y. LeCun, Yann LeCun]")] = ()
    orcid: Annotated[Text, Field(ORCID, "the person's ORCID", "0000-0002-1825-0097")] = ""
    url: Annotated[Text, Field(URL, "the person's own page", "https://example.org/")] = ""


class RoundupFields(Fields, frozen=True, kw_only=True):
    """A roundup's `index.md`."""

    title: Annotated[Text, Field(TEXT, "its title; may hold `{n}` and `{year}`", "Top {n} deep learning papers of {year}")] = ""
    description: Annotated[Text, Field(TEXT, "one sentence; may hold `{n}` and `{year}`", "The {n} papers that stayed.")] = ""
    summary: Annotated[Text, Field(TEXT, "two or three sentences, for lists of roundups and feeds", "A year of language models.")] = ""
    highlights: Annotated[Texts, Field(many(TEXT), "what to remember, a line each", "[Pretraining everywhere]")] = ()
    period: Annotated[Period | None, Field(PERIOD, "the time it covers, if not its folder's year", "2019-W50")] = None
    event: Annotated[Text, Field(TEXT, "the event it reports on", "NeurIPS 2019")] = ""
    ranked: Annotated[bool, Field(BOOLEAN, "whether places are ranks", "false")] = True
    entries: Annotated[Texts, Field(many(KEY), "keys in order, so that entries need no `rank`", "[xlnet, tas]")] = ()
    order: Annotated[Text, Field(one_of("rank", "countdown"), "`countdown` shows the last place first", "countdown")] = ""
    series: Annotated[Text, Field(TOPIC, "the series it is an edition of", "rubiks-code")] = ""
    curators: Annotated[tuple[Person, ...], Field(many(PERSON), "who picked the papers", "[Yuan Yuan]")] = ()
    credits: Annotated[tuple[Person, ...], Field(many(PERSON), "other people and their roles", "[{name: Michael Sarazen, role: editor}]")] = ()
    translators: Annotated[tuple[Person, ...], Field(many(PERSON), "who translated it", "[{name: 新智元}]")] = ()
    source: Annotated[Origin | None, Field(ORIGIN, "where the list was first published", "{publisher: Synced, url: https://syncedreview.com/, date: 2019-12-13}")] = None
    also_at: Annotated[Texts, Field(many(URL), "other addresses of the same list", "[https://medium.com/syncedreview]")] = ()
    canonical: Annotated[Text, Field(URL, "the address search engines should prefer", "https://example.org/top-5/")] = ""
    date: Annotated[PartialDate | None, Field(DATE, "when this site publishes it; hidden until then", "2020-01-07")] = None
    updated: Annotated[PartialDate | None, Field(DATE, "when its words last changed", "2020-02-01")] = None
    tags: Annotated[Texts, Field(many(TOPIC), "topics of the whole list", "[deep-learning]")] = ()
    image: Annotated[Image | None, Field(IMAGE, "a picture for its head and cards", "{src: cover.jpg, alt: Five covers}")] = None
    license: Annotated[Text, Field(TEXT, "the licence of the words", "CC BY 4.0")] = ""
    consensus: Annotated[bool | None, Field(BOOLEAN, "whether it counts in the agreement of lists; lists of a year or longer do", "true")] = None
    template: Annotated[Text, Field(TEXT, "another template than `roundup.html`", "long.html")] = ""
    translated_from: Annotated[dict[str, str], Field(DIGESTS, "digests of the words it was translated from, by section", "{body: 1f0c2a9b3e}")] = {}


class WorkFields(Fields, frozen=True, kw_only=True):
    """What an entry and a shared paper say of the work."""

    title: Annotated[Text, Field(TEXT, "the work's own title, the one citations use", "Depth-Aware Video Frame Interpolation")] = ""
    short: Annotated[Text, Field(TEXT, "the usual name", "DAIN")] = ""
    former_titles: Annotated[Texts, Field(many(TEXT), "titles of earlier versions", "[Efficient Neural Architecture Search with Network Morphism]")] = ()
    authors: Annotated[tuple[Person, ...], Field(many(PERSON), "all authors, in order", "[Xuanyi Dong, Yi Yang]")] = ()
    affiliations: Annotated[Texts, Field(many(TEXT), "institutions", "[Google Research]")] = ()
    date: Annotated[PartialDate | None, Field(DATE, "first posted", "2019-06-19")] = None
    published: Annotated[PartialDate | None, Field(DATE, "version of record", "2019-12")] = None
    venue: Annotated[Venue | None, Field(VENUE, "where it was published", "{name: NeurIPS, year: 2019, pages: 760-771}")] = None
    type: Annotated[Text, Field(one_of(*CSL_TYPES), "the CSL type of the work", "paper-conference")] = ""
    arxiv: Annotated[Identifier | None, Field(identifier("arxiv", '"1906.08237"'), "arXiv identifier, in quotes", '"1906.08237"')] = None
    doi: Annotated[Identifier | None, Field(identifier("doi", "10.1038/nature14539"), "DOI", "10.1038/nature14539")] = None
    acl: Annotated[Identifier | None, Field(identifier("acl", "P19-1285"), "ACL Anthology identifier", "P19-1285")] = None
    openreview: Annotated[Identifier | None, Field(identifier("openreview", "SkgpBJrtvS"), "OpenReview identifier", "SkgpBJrtvS")] = None
    pmlr: Annotated[Identifier | None, Field(identifier("pmlr", "v97/tan19a"), "PMLR volume and paper", "v97/tan19a")] = None
    cvf: Annotated[Identifier | None, Field(identifier("cvf", "Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019"), "CVF open access name", "Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019")] = None
    pmid: Annotated[Identifier | None, Field(identifier("pmid", "31331883"), "PubMed identifier", '"31331883"')] = None
    isbn: Annotated[Identifier | None, Field(identifier("isbn", "978-0-262-03561-3"), "ISBN", "978-0-262-03561-3")] = None
    url: Annotated[Text, Field(URL, "the work's page", "https://arxiv.org/abs/1906.08237")] = ""
    pdf: Annotated[Text, Field(URL, "the work as PDF", "https://arxiv.org/pdf/1906.08237")] = ""
    code: Annotated[Texts, Field(many(URL), "its repository, or several", "https://github.com/zihangdai/xlnet")] = ()
    links: Annotated[tuple[Link, ...], Field(many(LINK), "further addresses", "[{rel: project, url: https://autokeras.com}]")] = ()
    abstract: Annotated[Text, Field(TEXT, "the work's abstract", "We propose ...")] = ""
    tags: Annotated[Texts, Field(many(TOPIC), "topics", "[language-models]")] = ()
    image: Annotated[Image | None, Field(IMAGE, "a picture", "{src: attention.png, alt: Two streams, credit: the authors}")] = None
    status: Annotated[Text, Field(one_of("published", "preprint", "withdrawn", "retracted", "superseded"), "what became of it", "preprint")] = ""
    same_as: Annotated[Texts, Field(many(LABEL), "keys, identifiers or files that are the same paper", "[arxiv:1806.10282]")] = ()
    different_from: Annotated[Texts, Field(many(LABEL), "keys, identifiers or files that are another paper", "[../2020/top/demucs.md]")] = ()
    translated_from: Annotated[dict[str, str], Field(DIGESTS, "digests of the words it was translated from, by section", "{body: 1f0c2a9b3e}")] = {}


class PaperFields(WorkFields, frozen=True, kw_only=True):
    """A shared paper, `content/papers/KEY.md`."""


class EntryFields(WorkFields, frozen=True, kw_only=True):
    """An entry: one paper's article in one roundup."""

    paper: Annotated[Text, Field(KEY, "the paper's key", "xlnet")] = ""
    rank: Annotated[int, Field(whole(1, 9999), "its place in the list", "3")] = 0
    section: Annotated[Text, Field(TEXT, "the section of the list it stands in", "Vision")] = ""
    unplaced: Annotated[bool, Field(BOOLEAN, "an honourable mention, outside the count", "true")] = False
    heading: Annotated[Text, Field(TEXT, "the curator's words over the entry, if not the title", "The one everybody used")] = ""
    summary: Annotated[Text, Field(TEXT, "two or three sentences", "Predicts words in every order.")] = ""
    highlights: Annotated[Texts, Field(many(TEXT), "what to remember, a line each", "[Two-stream attention]")] = ()


AnyFields = WordsFields | PersonFields | RoundupFields | PaperFields | EntryFields

SCHEMES = ("arxiv", "doi", "acl", "openreview", "pmlr", "cvf", "pmid", "isbn")
