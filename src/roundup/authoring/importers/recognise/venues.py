"""Whether words name a conference or journal, and its year."""

import re
from functools import lru_cache

from roundup.authoring.importers.recognise.vocabulary import words
from roundup.model import Venue

_ACRONYMS = (
    "NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACCV|WACV|BMVC|3DV|ACL|EMNLP|NAACL|EACL|AACL|"
    "COLING|CoNLL|TACL|AAAI|IJCAI|"
    "UAI|AISTATS|COLT|KDD|SIGKDD|WWW|TheWebConf|SIGIR|RecSys|CIKM|WSDM|ICDM|SDM|ECIR|PAKDD|"
    "SIGGRAPH(?: Asia)?|"
    "TPAMI|PAMI|TIP|TNNLS|TMM|TCSVT|TMI|TOG|TVCG|IJCV|CVIU|JMLR|TMLR|MLJ|JAIR|TKDE|TOIS|ICRA|"
    "IROS|CoRL|RSS|RA-L|"
    "INTERSPEECH|Interspeech|ICASSP|ISMIR|TASLP|MICCAI|ISBI|MIDL|ACM ?MM|ACM Multimedia|ICME|"
    "ICIP|ICPR|FG|ICMR|VLDB|PVLDB|SIGMOD|"
    "ICDE|PODS|OSDI|SOSP|NSDI|SIGCOMM|ATC|EuroSys|MLSys|SysML|ASPLOS|ISCA|MICRO|HPCA|PLDI|"
    "POPL|OOPSLA|ICSE|FSE|ASE|ISSTA|CCS|USENIX(?: Security)?|"
    "NDSS|S&P|CHI|UIST|CSCW|IUI|STOC|FOCS|SODA|ITCS|LREC|SemEval|RANLP|BioNLP|WMT|IWSLT|Findings|"
    "AAMAS|ICAPS|GECCO|MLHC|CHIL|FAccT|FAT\\*|AIES|PNAS|PLOS ?ONE|Nature(?: \\w+){0,3}|"
    "Science(?: \\w+){0,2}|Cell|eLife|JAMA|Neuron|Neural Computation|"
    "arXiv|ArXiv|Arxiv|ARXIV|arxiv|CoRR|bioRxiv|medRxiv|preprint|Preprint|OpenReview|SIAM|"
    "IEEE \\w[\\w .&-]{2,60}|IEEE|ACM|Springer|Elsevier|MIT Press|DAC|ICCAD|DATE|ICLRW|CVPRW|"
    "ICCVW|ECCVW|"
    "ICMLW|IEEE TPAMI|IEEE TIP|LoG|HotOS|SIGSPATIAL|MobiCom|MobiSys|SenSys|UbiComp|IMWUT|"
    "ICWSM|Science Advances|Tech(?:nical)? [Rr]eport|Distill|AISTAT|ICANN|IJCNN|ESANN|KR|"
    "SIGDIAL|INLG|ASRU|SLT|ICDAR"
)
_YEAR = r"(?:(?:19|20)\d\d|['’‘`]\s?\d\d)"
_DETAIL = (
    r"(?:\s*[,(]?\s*\b(?:oral|spotlight|poster|workshops?|best (?:student )?paper(?: award|"
    r" candidate| honou?rable mention)?|long|short|findings|demo|"
    r"highlight|talk|accepted|under review|submission|honou?rable mention|outstanding paper|"
    r"preprint|main|datasets? (?:and|&) benchmarks(?: track)?|industry|"
    r"notable[- ]top[- ]\d+%|top[- ]?\d+%|blog|tutorial|award|extended abstract|W|TechReport|"
    r"in press|to appear)\b\s*\)?)"
)
_SHORT = re.compile(
    rf"(?:(?:in|at|accepted (?:to|at|by)|published (?:in|at)|appeared (?:in|at)|presented at|"
    rf"to appear (?:in|at))\s+)?"
    rf"(?:the\s+)?(?:{_YEAR}\s+)?(?:{_ACRONYMS})(?:[-–\s/,@:.]*(?:{_YEAR}))?(?:\s*[-–/&+,]\s*(?:{_ACRONYMS})(?:[-\s]*{_YEAR})?)?{_DETAIL}*[.]?"
    rf"(?:\s*[,(]?\s*{_YEAR}\)?)?",
)
_SHORTER = re.compile(rf"(?:{_ACRONYMS})[-_ ]?\d\d")
# An abbreviation that is not known but has at least two capitals and a year behind it.
_DATED_ACRONYM = re.compile(
    r"(?:[A-Z][a-z]{0,9}){0,3}[A-Z]{2,9}[a-z]?[\s-]*(?:(?:19|20)\d\d|['’]\s?\d\d)"
)
_GLUED = re.compile(r"(?<=[^\s,;:|–—-])\s+([A-Za-z][\w&+-]*[\s'’-]?(?:19|20)\d\d)$")
_HOLDING = words("the a an of at in for on and to from with by or")
_ANY_CASE = re.compile(_SHORT.pattern, re.IGNORECASE)
_LONG = re.compile(
    r"(?i:\b(?:proceedings|proc\.|conference|symposium|workshop|journal|transactions|trans\.|"
    r"advances in|annals of|"
    r"letters|preprint arxiv|arxiv preprint|arxiv e-prints|technical report|tech report|"
    r"master'?s thesis|phd thesis|"
    r"ph\.?\s?d\.? thesis|dissertation|magazine|lecture notes|international|university press|"
    r"information processing systems|vol\.|computational linguistics)|会议|学报|期刊|学会|"
    r"会議|저널|학회)"
)
_JOURNAL = re.compile(
    r"(?:(?i:in)\s+)?[A-Z][^\d(){}\[\]\0]{1,90}?[\s,]+(?:(?i:vol\.?|"
    r"no\.?)\s*)?\d{1,4}[\d.,:()–-]{0,12}(?:,?\s*(?i:no\.?|pp?\.?|issue)\s*[\d–-]+)*"
    r"\s*[,:]?\s*\(?(?:19|20)\d\d\)?(?:\s*[:,]\s*[\de]+(?:\s?[–-]\s?[\de]+)?)?"
)
_YEAR_ONLY = re.compile(rf"[(\[]?\s*({_YEAR})\s*[)\]]?")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20[0-4])\d)(?!\d)|['’‘`](\d\d)(?!\d)")


@lru_cache(maxsize=4096)
def is_venue(text: str) -> bool:
    """Whether a text names a place of publication, perhaps with a year, and nothing else."""
    text = text.strip(" .,;:()[]（）【】")
    if not text or len(text) > 220:
        return False
    if _SHORT.fullmatch(text) or is_year(text):
        return True
    return _LONG.search(text) is not None and _SHAPE.match(text) is not None


# A venue's long name begins with a capital, a number or `in`, and holds no verb-like question.
_SHAPE = re.compile(r"(?:(?:in|at)\s*:?\s+)?[\"'A-Z0-9㐀-鿿가-힣].*", re.DOTALL)


def is_short_venue(text: str) -> bool:
    """Whether it is a known abbreviation, with a year or without one."""
    text = text.strip(" .,;:()[]（）【】")
    if not text or len(text) > 80:
        return False
    return any(shape.fullmatch(text) for shape in (_SHORT, _SHORTER, _DATED_ACRONYM))


def is_acronym(text: str) -> bool:
    """Whether it is a known abbreviation in any case."""
    return 0 < len(text) <= 40 and _ANY_CASE.fullmatch(text.strip(" .,;:()[]")) is not None


def is_year(text: str) -> bool:
    """Whether it is a year and nothing else."""
    return _YEAR_ONLY.fullmatch(text.strip(" .,;:")) is not None


def year_in(text: str) -> int:
    """The last year that a text names; 0 without one."""
    found = list(_ANY_YEAR.finditer(text))
    if not found:
        return 0
    last = found[-1]
    if last[1]:
        return int(last[1])
    two = int(last[2])
    return 2000 + two if two < 60 else 1900 + two


def glued(text: str) -> tuple[int, str]:
    """The abbreviation and year that a text ends in with nothing before them, as in `A Title ICDM2018`, and where
    the text ends without them; the empty text where it ends otherwise."""
    found = _GLUED.search(text[-60:])
    at = len(text) - len(text[-60:]) + found.start() if found else len(text)
    before = text[:at].split()
    if found is None or len(before) < 2 or before[-1].casefold() in _HOLDING:
        return len(text), ""
    known = is_short_venue(found[1]) and (len(before) > 2 or not _DATED_ACRONYM.fullmatch(found[1]))
    return (at, found[1]) if known and not is_year(found[1]) else (len(text), "")


def in_journal(text: str) -> str:
    """The journal with volume, year and pages that a text begins with, as citations print them."""
    found = _JOURNAL.match(text[:240])
    return found[0] if found else ""


def venue_of(text: str) -> Venue | None:
    """A venue as printed, with its year taken off; None for a year alone."""
    text = " ".join(text.split()).strip(" .,;:()[]（）【】“”\"'")
    text = re.sub(r"^(?i:in|at|published in|accepted (?:to|at|by)|presented at)\s*:?\s+", "", text)
    year = year_in(text)
    journal = (
        re.match(r"([^\d]{3,90}?)[\s,]+(?:(?i:vol\.?|no\.?)\s*)?\d{1,4}\b", text)
        if _JOURNAL.fullmatch(text)
        else None
    )
    if journal and not is_year(text[journal.end(1) :].split("(")[0]):
        return Venue(name=journal[1].strip(" ,."), year=year)
    name = re.sub(rf"[\s,:(\[–-]*(?:{_YEAR})[)\]]?\s*$", "", text).strip(" ,.;:-–([")
    if not name or is_year(name):
        return None
    return Venue(name=name, year=year)
