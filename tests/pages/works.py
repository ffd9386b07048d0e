"""Real papers, as facts and as citations, for the tests of what is written about them."""

from typing import Any

from roundup.identifiers import Identifier
from roundup.model import Facts, PartialDate, Person, Venue
from roundup.pages.citations import citation
from roundup.pages.views import Citation, SiteView

HERE = "https://someone.github.io/papers"


def people(*names: str) -> tuple[Person, ...]:
    return tuple(map(Person.parse, names))


def cited(key: str, facts: Facts, language: str = "en") -> Citation:
    return citation(key, facts, f"{HERE}/papers/{key}/", language)


def work(**changes: Any) -> Citation:
    """A citation that says nothing but what a test is about."""
    plain: dict[str, Any] = dict.fromkeys(
        ("key", "title", "date", "url", "pdf", "abstract", "note", "language"), ""
    )
    rest = {"type": "article", "year": 0, "venue": None}
    lists: dict[str, Any] = dict.fromkeys(("authors", "identifiers", "keywords"), ())
    return Citation(**(plain | rest | lists | {"key": "k"} | changes))


XLNET = Facts(
    title="XLNet: Generalized Autoregressive Pretraining for Language Understanding",
    short="XLNet",
    authors=people(
        "Zhilin Yang",
        "Zihang Dai",
        "Yiming Yang",
        "Jaime Carbonell",
        "Ruslan Salakhutdinov",
        "Quoc V. Le",
    ),
    date=PartialDate(2019, 6, 19),
    venue=Venue("NeurIPS", year=2019),
    identifiers=(Identifier("arxiv", "1906.08237"),),
    code=("https://github.com/zihangdai/xlnet",),
    tags=("language model pretraining", "transformer"),
)

DAIN = Facts(
    title="Depth-Aware Video Frame Interpolation",
    short="DAIN",
    authors=people(
        "Wenbo Bao",
        "Wei-Sheng Lai",
        "Chao Ma",
        "Xiaoyun Zhang",
        "Zhiyong Gao",
        "Ming-Hsuan Yang",
    ),
    date=PartialDate(2019, 4, 1),
    venue=Venue("CVPR", year=2019),
    identifiers=(Identifier("arxiv", "1904.00830"),),
)

GPT_3 = Facts(
    title="Language Models are Few-Shot Learners",
    short="GPT-3",
    authors=people(
        "Tom B. Brown",
        "Benjamin Mann",
        "Nick Ryder",
        "Melanie Subbiah",
        "Jared Kaplan",
        "Prafulla Dhariwal",
        "Arvind Neelakantan",
        "Pranav Shyam",
        "Girish Sastry",
        "Amanda Askell",
        "Sandhini Agarwal",
        "Ariel Herbert-Voss",
        "Gretchen Krueger",
        "Tom Henighan",
        "Rewon Child",
        "Aditya Ramesh",
        "Daniel M. Ziegler",
        "Jeffrey Wu",
        "Clemens Winter",
        "Christopher Hesse",
        "Mark Chen",
        "Eric Sigler",
        "Mateusz Litwin",
        "Scott Gray",
        "Benjamin Chess",
        "Jack Clark",
        "Christopher Berner",
        "Sam McCandlish",
        "Alec Radford",
        "Ilya Sutskever",
        "Dario Amodei",
    ),
    date=PartialDate(2020, 5, 28),
    venue=Venue("NeurIPS", year=2020),
    identifiers=(Identifier("arxiv", "2005.14165"),),
)

YOLOV4 = Facts(
    title="YOLOv4: Optimal Speed and Accuracy of Object Detection",
    authors=people("Alexey Bochkovskiy", "Chien-Yao Wang", "Hong-Yuan Mark Liao"),
    date=PartialDate(2020, 4, 23),
    identifiers=(Identifier("arxiv", "2004.10934"),),
    pdf="https://arxiv.org/pdf/2004.10934",
)

TSNE = Facts(
    title="Visualizing Data using t-SNE",
    authors=people("van der Maaten, Laurens", "Hinton, Geoffrey"),
    published=PartialDate(2008, 11),
    venue=Venue(
        "Journal of Machine Learning Research", "JMLR", 2008, "9", "86", "2579–2605", "JMLR, Inc."
    ),
    url="https://www.jmlr.org/papers/v9/vandermaaten08a.html",
)

SITE = SiteView(
    title="Paper Roundups",
    description="",
    language="en",
    direction="ltr",
    base_url=f"{HERE}/",
    base_path="/papers/",
    home="/",
    author="",
    nav=(),
    languages=(),
    words={},
    assets={},
)
