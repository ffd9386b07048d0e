"""What services say of a paper lands in the right fields; what they fail to say is told, never guessed."""

import json

import pytest

from authoring.services import (
    ARXIV,
    CAPTCHA,
    CROSSREF,
    DAIN,
    LOTTERY,
    NATURE,
    NO_PAPER,
    OVERVIEW,
    OVERVIEW_RECORD,
    RESNET,
    SCVI,
    TRANSFORMER_XL,
    XLNET,
    Reply,
    Services,
    atom,
    page,
    paper,
    record,
)
from roundup.authoring.lookup import arxiv, crossref, highwire
from roundup.authoring.lookup.comment import venue_in
from roundup.authoring.lookup.facts import Found, look_up
from roundup.authoring.lookup.plain import plain_line, plain_text
from roundup.authoring.lookup.references import read_reference
from roundup.authoring.lookup.web import Web
from roundup.authoring.work import Work
from roundup.content.settings import LookupSettings
from roundup.model import PartialDate, Person, Venue

BA, KING = Person("Ba", "Jimmy Lei", "Jimmy Lei Ba"), Person("King", "A", "A King Jr.")
DAI, YANG = Person("Dai", "Zihang", "Zihang Dai"), Person("Yang", "Zhilin", "Zhilin Yang")
ASKED = LookupSettings(mailto="me@uni.edu")


def found(web: Web, *texts: str) -> tuple[Found, ...]:
    return look_up([read_reference(one) for one in texts], web, ASKED, lambda done: None)


def work(web: Web, text: str) -> Work:
    (one,) = found(web, text)
    assert one.kept, one.troubles
    return one.kept.work


def trouble(web: Web, text: str) -> str:
    (one,) = found(web, text)
    assert one.kept is None
    return "; ".join(one.troubles)


def names(people: tuple[Person, ...]) -> list[str]:
    return [one.name for one in people]


def test_arxiv_says_who_what_and_when(services: Services, web: Web) -> None:
    services.papers["1906.08237"] = XLNET
    xlnet = work(web, "https://arxiv.org/pdf/1906.08237v1")
    assert xlnet.title == "XLNet: Generalized Autoregressive Pretraining for Language Understanding"
    assert names(xlnet.authors)[-2:] == ["Ruslan Salakhutdinov", "Quoc V. Le"]
    assert xlnet.identifiers == {"arxiv": "1906.08237"}
    assert xlnet.date == PartialDate(2019, 6, 19)
    assert xlnet.code == ("https://github.com/zihangdai/xlnet",)
    assert xlnet.abstract == (
        "A language model that reads words in many orders & so sees both sides of each."
    )
    # That it stands on arXiv tells neither a topic nor whether it was published.
    assert (xlnet.tags, xlnet.status, xlnet.venue, xlnet.published) == ((), "", None, None)


def test_a_comment_may_name_the_meeting(services: Services, web: Web) -> None:
    services.papers["1904.00830"] = DAIN
    dain = work(web, "1904.00830")
    assert dain.venue == Venue("CVPR", year=2019)
    assert dain.code == ("https://github.com/baowenbo/DAIN",)


def test_many_papers_are_one_question(services: Services, web: Web) -> None:
    services.papers |= {"1906.08237": XLNET, "1904.00830": DAIN}
    first, gone, second = found(web, "1904.00830", "2001.99999", "arXiv:1906.08237")
    assert services.paths == [ARXIV]
    assert services.asked[0].query == ("id_list=1904.00830,2001.99999,1906.08237&max_results=3")
    assert first.kept
    assert second.kept
    assert (first.kept.said, first.kept.work.identifiers["arxiv"]) == ("arXiv", "1904.00830")
    assert gone == Found(None, ("arXiv shows no paper 2001.99999",))


def test_an_old_id_is_found_too(services: Services, web: Web) -> None:
    services.papers["hep-th/9711200"] = paper(
        "hep-th/9711200",
        "The Large N Limit of Superconformal Field Theories and Supergravity",
        "Juan M. Maldacena",
        "1997-11-27",
        "Strings and fields.",
    )
    assert work(web, "arxiv.org/abs/hep-th/9711200v3").date == PartialDate(1997, 11, 27)


def test_one_bad_id_spoils_no_other(services: Services, web: Web) -> None:
    services.papers["1906.08237"] = XLNET
    services.replies[ARXIV] = [Reply(atom(NO_PAPER).body, 400), atom(XLNET), atom(NO_PAPER)]
    good, bad = found(web, "1906.08237", "0704.0001")
    assert good.kept
    assert bad.troubles == ("arXiv shows no paper 0704.0001",)


def test_where_it_was_published_comes_from_crossref(services: Services, web: Web) -> None:
    services.papers["1404.7828"] = OVERVIEW
    services.replies[f"{CROSSREF}10.1016%2Fj.neunet.2014.09.003"] = OVERVIEW_RECORD
    overview = work(web, "1404.7828")
    assert overview.date == PartialDate(2014, 4, 30)
    assert overview.published == PartialDate(2015, 1)
    assert overview.venue == Venue(
        "Neural Networks", volume="61", pages="85-117", publisher="Elsevier BV"
    )
    assert overview.identifiers == {"arxiv": "1404.7828", "doi": "10.1016/j.neunet.2014.09.003"}
    assert overview.type == "article-journal"


def test_without_crossref_the_reference_on_arxiv_says_it(services: Services, web: Web) -> None:
    services.papers["1404.7828"] = OVERVIEW
    services.replies[f"{CROSSREF}10.1016%2Fj.neunet.2014.09.003"] = Reply("", 403)
    (one,) = found(web, "1404.7828")
    assert one.kept
    assert one.kept.work.venue == Venue("Neural Networks, Vol 61, pp 85-117, Jan 2015", year=2015)
    assert one.troubles == (
        "where and when it was published: api.crossref.org answered 403 Forbidden",
    )


@pytest.mark.parametrize(
    "words",
    [
        "This paper has been withdrawn by the authors",
        "Withdrawn.",
        "The article is withdrawn because",
    ],
)
def test_what_was_withdrawn_says_so(words: str) -> None:
    entry = paper("1906.08237", "A Title", "A Person", "2019-06-19", words)
    works = arxiv.works(str(atom(entry).body).encode())
    assert works
    assert works["1906.08237"].status == "withdrawn"


def test_what_speaks_of_withdrawing_was_not() -> None:
    abstract = "We study how money is withdrawn from banks."
    works = arxiv.works(
        str(atom(paper("1906.08237", "Banks", "A Person", "2019-06-19", abstract)).body).encode()
    )
    assert works
    assert works["1906.08237"].status == ""


@pytest.mark.parametrize(
    ("comment", "venue"),
    [
        ("NeurIPS 2019", Venue("NeurIPS", year=2019)),
        ("Accepted to ICLR 2020 (oral)", Venue("ICLR", year=2020)),
        ("Published as a conference paper at ICLR'18", Venue("ICLR", year=2018)),
        ("To appear in SIGGRAPH Asia 2019. 14 pages", Venue("SIGGRAPH Asia", year=2019)),
        ("NeurIPS 2019 Workshop on Machine Learning", None),
        ("Submitted to ICML 2020", None),
        ("Extended version of our CVPR 2018 paper", None),
        ("ICLR 2020 and ICML 2020", None),
        ("Under review", None),
        ("12 pages, 2019", None),
        ("SuperACL 2019", None),
        ("", None),
    ],
)
def test_a_comment_names_a_meeting_only_without_doubt(comment: str, venue: Venue | None) -> None:
    assert venue_in(comment) == venue


@pytest.mark.parametrize(
    "reply",
    [
        CAPTCHA,
        Reply("", type="application/atom+xml"),
        Reply("<feed", type="application/atom+xml"),
        Reply(str(atom(XLNET).body)[:900], type="application/atom+xml"),
        Reply("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", type="text/xml"),
        Reply("<?xml version='1.0' encoding='nonsense'?><feed/>", type="text/xml"),
        Reply("<rss><entry/></rss>", type="application/xml"),
        Reply(b"\x00\xff\xfe", type="application/atom+xml"),
        Reply("<a>" * 100_000, type="application/atom+xml"),
        Reply("", 403),
        Reply("", 429),
        Reply("Rate exceeded.", 503),
    ],
)  # fmt: skip
def test_whatever_arxiv_answers_is_no_crash(services: Services, web: Web, reply: Reply) -> None:
    services.replies[ARXIV] = reply
    said = trouble(web, "1906.08237")
    assert said.startswith("export.arxiv.org answered ")


def test_a_journal_article(services: Services, web: Web) -> None:
    services.replies[f"{CROSSREF}10.1038%2Fnature14539"] = NATURE
    article = work(web, "https://www.nature.com/articles/nature14539.pdf")
    assert article == Work(
        title="Deep learning",
        authors=(
            Person("LeCun", "Yann", "Yann LeCun"),
            Person("Bengio", "Yoshua", "Yoshua Bengio"),
            Person("Hinton", "Geoffrey", "Geoffrey Hinton"),
        ),
        identifiers={"doi": "10.1038/nature14539"},
        published=PartialDate(2015, 5, 28),
        venue=Venue(
            "Nature",
            volume="521",
            issue="7553",
            pages="436-444",
            publisher="Springer Science and Business Media LLC",
        ),
        type="article-journal",
    )
    assert services.asked[0].query == "mailto=me%40uni.edu"


def test_a_paper_of_proceedings_with_its_preprint(services: Services, web: Web) -> None:
    services.replies[f"{CROSSREF}10.1109%2Fcvpr.2016.90"] = RESNET
    resnet = work(web, "doi:10.1109/CVPR.2016.90")
    name = "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)"
    assert resnet.venue == Venue(name, "CVPR", 2016, pages="770-778", publisher="IEEE")
    assert resnet.identifiers == {"doi": "10.1109/cvpr.2016.90", "arxiv": "1512.03385"}
    assert (resnet.type, resnet.published) == ("paper-conference", PartialDate(2016, 6))


def test_a_preprint_is_no_version_of_record(services: Services, web: Web) -> None:
    services.replies[f"{CROSSREF}10.1101%2F292037"] = SCVI
    scvi = work(web, "https://www.biorxiv.org/content/10.1101/292037v1")
    assert (scvi.type, scvi.status) == ("article", "preprint")
    assert (scvi.date, scvi.published, scvi.venue) == (PartialDate(2018, 3, 30), None, None)
    assert scvi.authors[1].orcid == "0000-0001-9004-1225"
    assert scvi.authors[2] == Person("The Some Consortium", "", "The Some Consortium")
    assert scvi.abstract == (
        "Counts of RNA are noisy; p < 0.05 of them mislead.\n\nA model with z∈R10 helps."
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": ["RETRACTED: A Title"]}, {"title": "A Title", "status": "retracted"}),
        ({"updated_by": [{"type": "retraction", "DOI": "10.1234/y"}]}, {"status": "retracted"}),
        ({"title": ["Main"], "subtitle": ["And more"]}, {"title": "Main: And more"}),
        ({"title": ["Main: and more"], "subtitle": ["and more"]}, {"title": "Main: and more"}),
        ({"title": ["CO<sub>2</sub> &amp; <i>E. coli</i>"]}, {"title": "CO2 & E. coli"}),
        ({"title": ["Cats &amp;amp; dogs"]}, {"title": "Cats & dogs"}),
        ({"title": ["If a<b and c>d"]}, {"title": "If a<b and c>d"}),
        ({"title": ["On <mml:math><mml:mi>k</mml:mi></mml:math>-means"]}, {"title": "On k-means"}),
        ({"issued": {"date-parts": [[None]]}}, {"published": None}),
        ({"issued": {"date-parts": [[2019, 13, 40]]}}, {"published": PartialDate(2019)}),
        ({"issued": {"date-parts": [[2019, 2, 30]]}}, {"published": PartialDate(2019, 2)}),
        ({"type": "book", "ISBN": ["9780262035613"]}, {"identifiers": {"doi": "10.1234/x", "isbn": "9780262035613"}}),
        ({"type": "book-chapter", "ISBN": ["9780262035613"]}, {"identifiers": {"doi": "10.1234/x"}}),
        ({"type": "book", "publisher": "MIT Press"}, {"venue": Venue("MIT Press")}),
        ({"type": "something-new"}, {"type": ""}),
        ({"author": [{"family": "Plato"}]}, {"authors": (Person("Plato", "", "Plato"),)}),
        ({"author": [{"family": "Ba", "given": "Jimmy Lei"}]}, {"authors": (BA,)}),
        ({"author": [{"family": "King", "given": "A", "suffix": "Jr."}]}, {"authors": (KING,)}),
        ({"author": [{"family": "李", "given": "明"}]}, {"authors": (Person("李", "明", "李明"),)}),
        ({"abstract": "<jats:p>Abstract Words here.</jats:p>"}, {"abstract": "Words here."}),
        ({"abstract": "Abstraction matters."}, {"abstract": "Abstraction matters."}),
    ],
)  # fmt: skip
def test_records_of_crossref(fields: dict[str, object], expected: dict[str, object]) -> None:
    whole = {"DOI": "10.1234/X", "title": ["A Title"], **fields}
    found = crossref.work(str(record(**whole).body).encode(), "10.1234/x")
    assert found
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        '"text"',
        "Resource not found.",
        "{",
        "[" * 100000,
        '{"message": 7}',
        "1" * 5000,
        json.dumps({"message": {"DOI": "10.1038/nature14539"}}),
        json.dumps({"message": {"DOI": "10.1234/another", "title": ["A Title"]}}),
        json.dumps({"message": {"DOI": ["10.1038/nature14539"], "title": {"a": 1}}}),
    ],
)
def test_whatever_crossref_answers_is_no_crash(services: Services, web: Web, body: str) -> None:
    services.replies[f"{CROSSREF}10.1038%2Fnature14539"] = Reply(body, type="application/json")
    said = "api.crossref.org answered with something that is no paper"
    assert trouble(web, "10.1038/nature14539") == said


@pytest.mark.parametrize("wrong", [None, 7, "text", [], [None], [7], ["text"], [[]], {}, {"a": []}])
def test_fields_of_any_kind_count_as_missing(wrong: object) -> None:
    names = ["author", "issued", "container-title", "event", "relation", "updated-by", "abstract"]
    names += ["page", "volume", "type", "ISBN", "publisher", "posted", "published"]
    message = {"DOI": "10.1234/x", "title": "A Title", **dict.fromkeys(names, wrong)}
    found = crossref.work(json.dumps({"message": message}).encode(), "10.1234/x")
    assert found
    assert (found.title, found.authors) == ("A Title", ())


def test_a_doi_of_another_agency(services: Services, web: Web) -> None:
    item = {
        "type": "dataset",
        "id": "https://doi.org/10.5281/zenodo.1234567",
        "author": [{"family": "Lopez", "given": "Romain"}],
        "issued": {"date-parts": [[2019, 5, 6]]},
        "DOI": "10.5281/ZENODO.1234567",
        "publisher": "Zenodo",
        "title": "Some Data",
    }
    csl = Reply(json.dumps(item), type="application/vnd.citationstyles.csl+json; charset=utf-8")
    services.replies["doi.org/10.5281/zenodo.1234567"] = csl
    data = work(web, "10.5281/zenodo.1234567")
    assert (data.title, data.type, names(data.authors)) == (
        "Some Data",
        "dataset",
        ["Romain Lopez"],
    )
    assert data.identifiers == {"doi": "10.5281/zenodo.1234567"}


def test_a_doi_that_nobody_knows(services: Services, web: Web) -> None:
    assert trouble(web, "10.1234/nothing") == "nobody knows the DOI 10.1234/nothing"


def test_a_page_of_the_acl(services: Services, web: Web) -> None:
    services.replies["aclanthology.org/P19-1285/"] = TRANSFORMER_XL
    xl = work(web, "https://www.aclweb.org/anthology/P19-1285.pdf")
    assert xl.title.startswith("Transformer-XL: Attentive Language Models")
    assert names(xl.authors) == ["Zihang Dai", "Zhilin Yang", "Yiming Yang"]
    assert xl.identifiers == {"acl": "P19-1285"}
    assert xl.pdf == "https://aclanthology.org/P19-1285.pdf"
    assert xl.published == PartialDate(2019, 7)
    assert xl.venue
    assert (xl.venue.pages, xl.venue.year, xl.type) == ("2978-2988", 2019, "paper-conference")


def test_a_page_of_openreview(services: Services, web: Web) -> None:
    services.replies["openreview.net/forum"] = LOTTERY
    lottery = work(web, "https://openreview.net/forum?id=rJl-b3RcF7")
    assert lottery.authors[0] == Person("Frankle", "Jonathan", "Jonathan Frankle")
    assert (lottery.date, lottery.published) == (PartialDate(2018, 9, 27), None)
    assert lottery.pdf == "https://openreview.net/pdf?id=rJl-b3RcF7"
    assert lottery.abstract == "Dense networks hold small ones & these learn as well."


def test_a_page_with_a_doi_is_completed_by_crossref(services: Services, web: Web) -> None:
    services.replies["journal.example.org/7"] = page(
        ("citation_title", "Deep learning"), ("citation_doi", "doi:10.1038/nature14539")
    )
    services.replies[f"{CROSSREF}10.1038%2Fnature14539"] = NATURE
    (one,) = found(web, "https://journal.example.org/7")
    assert one.kept
    assert (one.kept.said, len(one.kept.work.authors)) == ("journal.example.org, Crossref", 3)


def highwire_work(*tags: tuple[str, str]) -> Work | None:
    return highwire.work(str(page(*tags).body).encode(), "utf-8", "https://a.org/b/c.html")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([("citation_date", "2019/12/1")], {"published": PartialDate(2019, 12, 1)}),
        ([("citation_publication_date", "15 June 2019")], {"published": PartialDate(2019, 6, 15)}),
        ([("citation_publication_date", "June 15, 2019")], {"published": PartialDate(2019, 6, 15)}),
        ([("citation_publication_date", "Dec 2019")], {"published": PartialDate(2019, 12)}),
        ([("citation_publication_date", "20191")], {"published": None}),
        ([("citation_publication_date", "soon")], {"published": None}),
        ([("citation_authors", "Dai, Zihang; Yang, Zhilin;")], {"authors": (DAI, YANG)}),
        ([("CITATION_AUTHOR", "Zihang Dai"), ("citation_author", "Zihang Dai")], {"authors": (DAI,)}),
        ([("citation_pdf_url", "../c.pdf")], {"pdf": "https://a.org/c.pdf"}),
        ([("citation_pdf_url", "javascript:alert(1)")], {"pdf": ""}),
        ([("citation_arxiv_id", "1906.08237")], {"identifiers": {"arxiv": "1906.08237"}}),
        (
            [("citation_journal_title", "JMLR"), ("citation_volume", "20"), ("citation_firstpage", "1")],
            {"venue": Venue("JMLR", volume="20", pages="1"), "type": "article-journal"},
        ),
        ([("citation_dissertation_institution", "MIT")], {"venue": Venue("MIT"), "type": "thesis"}),
        ([("citation_isbn", "9780262035613")], {"identifiers": {"isbn": "9780262035613"}}),
        ([("citation_isbn", "9780262035613"), ("citation_conference_title", "C")], {"identifiers": {}}),
    ],
)  # fmt: skip
def test_tags_of_pages(tags: list[tuple[str, str]], expected: dict[str, object]) -> None:
    found = highwire_work(("citation_title", "A Title"), *tags)
    assert found
    assert {name: getattr(found, name) for name in expected} == expected


def test_dublin_core_and_titles_for_sharing_help_where_there_is_no_better() -> None:
    core = highwire_work(
        ("DC.title", "A Title"), ("DC.creator", "Dai, Zihang"), ("DC.issued", "2019")
    )
    assert core
    assert (core.title, names(core.authors), core.published) == (
        "A Title",
        ["Zihang Dai"],
        PartialDate(2019),
    )
    shared = highwire.work(
        b'<meta property="og:type" content="article"><meta property="og:title" content="A Title">',
        "",
        "https://a.org/",
    )
    assert shared == Work(title="A Title")


@pytest.mark.parametrize(
    "reply",
    [
        CAPTCHA,
        Reply(""),
        Reply(b"\x00\xff\xfe\x00" * 100),
        Reply("<html>" + "<div>" * 20_000),
        Reply("<meta name=citation_title content=''>"),
        Reply("<meta property='og:title' content='Example'>"),
        Reply("<!DOCTYPE html [<!ENTITY a 'b'>]><![CDATA[<meta"),
    ],
)
def test_whatever_a_page_holds_is_no_crash(services: Services, web: Web, reply: Reply) -> None:
    services.replies["blog.example.org/paper"] = reply
    said = "the page at blog.example.org does not say which paper it shows"
    assert trouble(web, "https://blog.example.org/paper") == said


def test_a_pdf_says_nothing(services: Services, web: Web) -> None:
    services.replies["lab.example.org/a.pdf"] = Reply(b"%PDF-1.5", type="application/pdf")
    said = "lab.example.org answered with application/pdf, which holds no facts"
    assert trouble(web, "https://lab.example.org/a.pdf") == said


def test_pages_in_other_encodings_are_read() -> None:
    body = '<meta name="citation_title" content="Über Tiefe">'.encode("latin-1")
    found = highwire.work(body, "iso-8859-1", "https://a.org/")
    assert found
    assert found.title == "Über Tiefe"
    assert highwire.work(body, "no-such-charset", "https://a.org/")


def test_progress_is_told_paper_by_paper(services: Services, web: Web) -> None:
    services.papers["1906.08237"] = XLNET
    told: list[int] = []
    texts = ["1906.08237", "10.1234/nothing", "https://blog.example.org/paper"]
    look_up([read_reference(one) for one in texts], web, ASKED, told.append)
    assert told == [1, 2, 3]


def test_markup_becomes_plain_words() -> None:
    assert plain_text("<p>One</p><p>Two<br/>three</p>") == "One\n\nTwo\n\nthree"
    assert plain_line(" A\n title ") == "A title"
    assert plain_text("a &lt;b&gt;bold&lt;/b&gt; word") == "a bold word"
    assert plain_text("x<script>alert(1)</script><i>y</i>") == "xy"
