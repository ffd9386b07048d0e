"""Every spelling of one paper's identifier is one value; different papers stay different."""

import idutils
import pytest

from roundup.identifiers import SCHEMES, Identifier, from_link, normalise, normalise_as

ONE = {
    ("arxiv", "1906.08237"): """
        https://arxiv.org/pdf/1906.08237v2.pdf
        http://www.arxiv.org/abs/1906.08237?context=cs
        arXiv:1906.08237
        https ://arxiv.org/pdf/1906.08237
        10.48550/ARXIV.1906.08237
        https://ar5iv.labs.arxiv.org/html/1906.08237
        https://huggingface.co/papers/1906.08237
        1906.08237
        1906.08237v2
        ARXIV: 1906.08237v2 [cs.CL]
        arXiv:1906.08237v1 [cs.CL] 19 Jun 2019
        arXiv preprint arXiv:1906.08237
        (arXiv:1906.08237).
        arxiv.org/abs/1906.08237
        https://arxiv.org/abs/arXiv:1906.08237
        https://arxiv.org/html/1906.08237v2#S3.F1
        https://arxiv.org/format/1906.08237
        https://arxiv.org/ps/1906.08237
        https://arxiv.org/e-print/1906.08237v1
        https://arxiv.org/ftp/arxiv/papers/1906/1906.08237.pdf
        https://export.arxiv.org/abs/1906.08237
        https://xxx.lanl.gov/abs/1906.08237
        http://cn.arxiv.org/pdf/1906.08237.pdf
        https://browse.arxiv.org/pdf/1906.08237.pdf
        https://ar5iv.org/abs/1906.08237
        https://www.arxiv-vanity.com/papers/1906.08237/
        https://www.alphaxiv.org/abs/1906.08237
        https://alphaxiv.org/overview/1906.08237v2
        https://hf.co/papers/1906.08237
        https://scirate.com/arxiv/1906.08237
        https://api.semanticscholar.org/arXiv:1906.08237
        https://api.semanticscholar.org/graph/v1/paper/arXiv:1906.08237
        https://www.semanticscholar.org/arxiv/1906.08237
        https://www.catalyzex.com/paper/arxiv:1906.08237?fbclid=IwAR1pQGBh
        https://dblp.org/rec/journals/corr/abs-1906-08237.html
        https://doi.org/10.48550/arXiv.1906.08237
        doi:10.48550/arXiv.1906.08237v2
        https://web.archive.org/web/20200101000000/https://arxiv.org/abs/1906.08237
        https://www.google.com/url?sa=t&url=https%3A%2F%2Farxiv.org%2Fabs%2F1906.08237&usg=x
        https://medium.com/r/?url=https%3A%2F%2Farxiv.org%2Fpdf%2F1906.08237.pdf
        https://link.zhihu.com/?target=https%3A//arxiv.org/abs/1906.08237
    """,
    ("arxiv", "cs/0112017"): """
        cs/0112017
        https://arxiv.org/abs/cs.CL/0112017
        https://arxiv.org/pdf/cs/0112017v1.pdf
        arXiv:cs.CL/0112017
        CS/0112017
        https://arxiv.org/ftp/cs/papers/0112/0112017.pdf
        10.48550/arXiv.cs/0112017
    """,
    ("arxiv", "math/0309136"): "math.GT/0309136",
    ("arxiv", "cond-mat/0309136"): "cond-mat.mes-hall/0309136v3",
    ("acl", "P19-1285"): """
        https://doi.org/10.18653/v1/P19-1285
        https://www.aclweb.org/anthology/P19-1285/
        https://aclanthology.org/P19-1285.pdf
        P19-1285
        acl:p19-1285
        10.18653/V1/P19-1285
        https://aclanthology.org/P19-1285v2.pdf
        https://www.aclweb.org/anthology/P19-1285.bib
        https://aclanthology.info/papers/P19-1285/p19-1285
        http://aclweb.org/anthology/P/P19/P19-1285.pdf
    """,
    ("acl", "P14-1062"): """
        10.3115/v1/P14-1062
        https://aclanthology.org/P14-1062/
    """,
    ("acl", "2020.acl-demos.14"): """
        2020.acl-demos.14
        https://aclanthology.org/2020.acl-demos.14/
        https://www.aclweb.org/anthology/2020.acl-demos.14.pdf
        https://doi.org/10.18653/v1/2020.acl-demos.14
    """,
    ("doi", "10.1038/s42256-020-00237-3"): """
        10.1038/s42256-020-00237-3
        10.1038/S42256-020-00237-3.
        doi:10.1038/s42256-020-00237-3
        https://doi.org/10.1038/s42256-020-00237-3
        http://dx.doi.org/10.1038%2Fs42256-020-00237-3
        https://www.nature.com/articles/s42256-020-00237-3
        https://www.nature.com/articles/s42256-020-00237-3.epdf?sharing_token=xHsXBg2SoR9l8X
        https://www.nature.com/articles/s42256-020-00237-3.pdf
    """,
    ("doi", "10.1038/nature14539"): """
        https://www.nature.com/articles/nature14539
        http://www.nature.com/nature/journal/v521/n7553/full/nature14539.html
    """,
    ("doi", "10.1145/3292500.3330701"): """
        https://dl.acm.org/doi/10.1145/3292500.3330701
        https://dl.acm.org/doi/abs/10.1145/3292500.3330701
        https://dl.acm.org/doi/pdf/10.1145/3292500.3330701
        https://dl.acm.org/doi/fullHtml/10.1145/3292500.3330701
        http://doi.acm.org/10.1145/3292500.3330701
    """,
    ("doi", "10.1007/978-3-030-58583-9_34"): """
        https://link.springer.com/chapter/10.1007/978-3-030-58583-9_34
        https://link.springer.com/chapter/10.1007%2F978-3-030-58583-9_34
        https://link.springer.com/content/pdf/10.1007/978-3-030-58583-9_34.pdf
    """,
    ("doi", "10.1029/2020ms002109"): """
        https://agupubs.onlinelibrary.wiley.com/doi/10.1029/2020MS002109
        https://agupubs.onlinelibrary.wiley.com/doi/full/10.1029/2020MS002109
        https://agupubs.onlinelibrary.wiley.com/doi/10.1029/2020MS002109/abstract
    """,
    ("doi", "10.1126/science.aar6404"): "https://www.science.org/doi/10.1126/science.aar6404",
    ("doi", "10.1103/physrevlett.116.061102"): """
        https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.061102
        https://link.aps.org/doi/10.1103/PhysRevLett.116.061102
    """,
    ("doi", "10.1073/pnas.1611835114"): "https://www.pnas.org/doi/full/10.1073/pnas.1611835114",
    ("doi", "10.1088/1742-6596/1085/2/022008"): """
        https://iopscience.iop.org/article/10.1088/1742-6596/1085/2/022008/meta
        https://iopscience.iop.org/article/10.1088/1742-6596/1085/2/022008/pdf
    """,
    ("doi", "10.3389/fnins.2019.00095"): """
        https://www.frontiersin.org/articles/10.3389/fnins.2019.00095/full
        https://www.frontiersin.org/journals/neuroscience/articles/10.3389/fnins.2019.00095/pdf
    """,
    ("doi", "10.1371/journal.pone.0130140"): """
        https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0130140
        https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0130140&type=printable
        http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0130140
    """,
    ("doi", "10.1162/tacl_a_00051"): """
        https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00051/43387/Enriching-Word-Vectors
        https://www.mitpressjournals.org/doi/abs/10.1162/tacl_a_00051
    """,
    ("doi", "10.1101/2020.05.26.115840"): """
        https://www.biorxiv.org/content/10.1101/2020.05.26.115840v2
        https://www.biorxiv.org/content/10.1101/2020.05.26.115840v2.full.pdf
        https://www.biorxiv.org/content/10.1101/2020.05.26.115840v2.full.pdf+html
        https://www.biorxiv.org/content/biorxiv/early/2020/05/28/2020.05.26.115840.full.pdf
        https://doi.org/10.1101/2020.05.26.115840v1
    """,
    ("doi", "10.1101/622803"): """
        https://www.biorxiv.org/content/10.1101/622803v4.full
        https://www.biorxiv.org/content/early/2019/04/29/622803
    """,
    ("doi", "10.1101/2020.03.24.20042937"): """
        https://www.medrxiv.org/content/10.1101/2020.03.24.20042937v1.full.pdf
    """,
    ("doi", "10.1016/0370-2693(91)90001-2"): """
        10.1016/0370-2693(91)90001-2
        https://doi.org/10.1016/0370-2693%2891%2990001-2
    """,
    ("openreview", "SkgpBJrtvS"): """
        https://openreview.net/forum?id=SkgpBJrtvS
        https://openreview.net/pdf?id=SkgpBJrtvS
        https://openreview.net/attachment?id=SkgpBJrtvS&name=pdf
        openreview.net/forum?id=SkgpBJrtvS&noteId=abcDEF1234
        https://openreview.net/forum?noteId=abcDEF1234&id=SkgpBJrtvS
        openreview:SkgpBJrtvS
    """,
    ("openreview", "B1QRgziT-"): "https://openreview.net/forum?id=B1QRgziT-",
    ("pmlr", "v119/chen20s"): """
        http://proceedings.mlr.press/v119/chen20s.html.
        https://proceedings.mlr.press/v119/chen20s/chen20s.pdf
        https://raw.githubusercontent.com/mlresearch/v119/main/assets/chen20s/chen20s.pdf
        pmlr:v119/chen20s
    """,
    ("pmlr", "v28/goodfellow13"): """
        http://www.jmlr.org/proceedings/papers/v28/goodfellow13.html
        http://jmlr.csail.mit.edu/proceedings/papers/v28/goodfellow13.pdf
        https://proceedings.mlr.press/v28/goodfellow13.html
    """,
    ("cvf", "Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019"): """
        http://openaccess.thecvf.com/content_CVPR_2019/html/Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019_paper.html
        https://openaccess.thecvf.com/content_CVPR_2019/papers/Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019_paper.pdf
        cvf:Bao_Depth-Aware_Video_Frame_Interpolation_CVPR_2019
    """,
    ("cvf", "Pardo_BAOD_Budget-Aware_Object_Detection_CVPRW_2021"): """
        https://openaccess.thecvf.com/content/CVPR2021W/LXCV/html/Pardo_BAOD_Budget-Aware_Object_Detection_CVPRW_2021_paper.html
        https://openaccess.thecvf.com/content/CVPR2021W/LXCV/papers/Pardo_BAOD_Budget-Aware_Object_Detection_CVPRW_2021_paper.pdf
    """,
    ("neurips", "2019/a01a0380ca3c61428c26a231f0e49a09"): """
        https://proceedings.neurips.cc/paper/2019/hash/a01a0380ca3c61428c26a231f0e49a09-Abstract.html
        https://papers.nips.cc/paper/2019/file/a01a0380ca3c61428c26a231f0e49a09-Paper.pdf
        https://papers.neurips.cc/paper_files/paper/2019/hash/a01a0380ca3c61428c26a231f0e49a09-Abstract.html
        https://proceedings.neurips.cc/paper_files/paper/2019/file/A01A0380CA3C61428C26A231F0E49A09-Metadata.json
    """,
    ("neurips", "2023/89e44582fd28ddfea1ea4dcb0ebbf4b0"): """
        https://proceedings.neurips.cc/paper_files/paper/2023/hash/89e44582fd28ddfea1ea4dcb0ebbf4b0-Abstract-Datasets_and_Benchmarks.html
        https://papers.nips.cc/paper_files/paper/2023/file/89e44582fd28ddfea1ea4dcb0ebbf4b0-Paper-Datasets_and_Benchmarks.pdf
    """,
    ("neurips", "7181"): """
        https://papers.nips.cc/paper/7181-attention-is-all-you-need
        http://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf
        https://papers.neurips.cc/paper/7181-attention-is-all-you-need.pdf
    """,
    ("jmlr", "v21/20-074"): """
        https://jmlr.org/papers/v21/20-074.html
        https://www.jmlr.org/papers/volume21/20-074/20-074.pdf
        http://jmlr.csail.mit.edu/papers/v21/20-074.html
        jmlr:v21/20-074
    """,
    ("jmlr", "v15/srivastava14a"): """
        http://jmlr.org/papers/volume15/srivastava14a.old/srivastava14a.pdf
        https://jmlr.org/papers/v15/srivastava14a.html
    """,
    ("pmid", "31331883"): """
        https://pubmed.ncbi.nlm.nih.gov/31331883/
        https://www.ncbi.nlm.nih.gov/pubmed/31331883
        https://europepmc.org/article/MED/31331883
        pmid:31331883
    """,
    ("isbn", "9780262035613"): """
        isbn:0262035618
        ISBN-13:978-0-262-03561-3
        https://openlibrary.org/isbn/0262035618
    """,
}
SPELLINGS = [
    (Identifier(*wanted), spelling.strip())
    for wanted, spellings in ONE.items()
    for spelling in spellings.strip().splitlines()
]


@pytest.mark.parametrize(("wanted", "spelling"), SPELLINGS)
def test_every_spelling_is_the_one_identifier(wanted: Identifier, spelling: str) -> None:
    assert normalise(spelling) == wanted
    assert from_link(spelling) == wanted


@pytest.mark.parametrize("wanted", sorted({wanted for wanted, _ in SPELLINGS}))
def test_value_and_address_mean_the_same_again(wanted: Identifier) -> None:
    assert wanted.address.startswith("https://")
    assert normalise(wanted.address) == wanted
    assert normalise_as(wanted.scheme, wanted.value) == wanted
    assert normalise_as(wanted.scheme, wanted.address) == wanted


@pytest.mark.parametrize(
    ("scheme", "value", "address"),
    [
        ("arxiv", "1906.08237", "https://arxiv.org/abs/1906.08237"),
        ("arxiv", "cs/0112017", "https://arxiv.org/abs/cs/0112017"),
        ("doi", "10.1038/nature14539", "https://doi.org/10.1038/nature14539"),
        ("doi", "10.1002/a<b>#c", "https://doi.org/10.1002/a%3Cb%3E%23c"),
        ("acl", "P19-1285", "https://aclanthology.org/P19-1285/"),
        ("openreview", "SkgpBJrtvS", "https://openreview.net/forum?id=SkgpBJrtvS"),
        ("pmlr", "v97/foo19a", "https://proceedings.mlr.press/v97/foo19a.html"),
        (
            "cvf",
            "He_Deep_Residual_Learning_CVPR_2016",
            "https://openaccess.thecvf.com/content_cvpr_2016/html/He_Deep_Residual_Learning_CVPR_2016_paper.html",
        ),
        (
            "cvf",
            "A_B_ICCV_2017",
            "https://openaccess.thecvf.com/content_ICCV_2017/html/A_B_ICCV_2017_paper.html",
        ),
        (
            "cvf",
            "A_B_CVPR_2021",
            "https://openaccess.thecvf.com/content/CVPR2021/html/A_B_CVPR_2021_paper.html",
        ),
        (
            "neurips",
            "2019/a01a0380ca3c61428c26a231f0e49a09",
            "https://proceedings.neurips.cc/paper/2019/hash/a01a0380ca3c61428c26a231f0e49a09-Abstract.html",
        ),
        ("jmlr", "v21/20-074", "https://jmlr.org/papers/v21/20-074.html"),
        ("pmid", "31331883", "https://pubmed.ncbi.nlm.nih.gov/31331883/"),
        ("url", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_address_is_the_canonical_one(scheme: str, value: str, address: str) -> None:
    assert Identifier(scheme, value).address == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "xlnet",
        "2019/rubiks-code-top-5/xlnet.md",
        "XLNet: Generalized Autoregressive Pretraining",
        "arXiv:1913.08237",  # no such month
        "arXiv:1906.823",
        "cs/0713001",
        "cs/0412",
        "nosuch/0112017",
        "10.1038",
        "10.1038/",
        "10.12/x",
        "10.1038/with space",
        "https://evil-arxiv.org/abs/1906.08237",
        "https://arxiv.org.evil.com/abs/1906.08237",
        "https://arxiv.org@evil.com/abs/1906.08237",
        "https://user@arxiv.org/abs/1906.08237",
        "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/html/1906.08237v1/x1.png",
        "https://notdoi.org/10.1038/nature14539",
        "https://aclanthology.org/volumes/P19-1/",
        "https://aclanthology.org/attachments/P19-1285.Supplementary.pdf",
        "https://openreview.net/group?id=ICLR.cc/2020/Conference",
        "https://proceedings.mlr.press/v97/",
        "https://papers.nips.cc/paper/2019",
        "https://openaccess.thecvf.com/CVPR2019",
        "https://jmlr.org/papers/v21/",
        "https://www.nature.com/nature/volumes/521",
        "https://pubmed.ncbi.nlm.nih.gov/?term=xlnet",
        "https://github.com/zihangdai/xlnet",
        "ftp://arxiv.org/abs/1906.08237",
        "javascript:alert('https://arxiv.org/abs/1906.08237')",
        "https://arxiv.org/abs/１９０６.０８２３７",
        "cſ/0112017",
        "x" * 2001,
    ],
)
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert normalise(text) is None


def test_a_year_of_neurips_is_not_the_paper_of_that_number() -> None:
    assert normalise("https://papers.nips.cc/paper/2019-some-old-paper") == Identifier(
        "neurips", "2019"
    )
    assert normalise("https://papers.nips.cc/paper/2019") is None


def test_openreview_ids_that_differ_in_case_are_two() -> None:
    upper = normalise("https://openreview.net/forum?id=SkgpBJrtvS")
    lower = normalise("https://openreview.net/forum?id=skgpbjrtvs")
    assert upper is not None
    assert lower is not None
    assert upper != lower


@pytest.mark.parametrize(
    ("scheme", "text", "wanted"),
    [
        ("arxiv", "1906.08237", ("arxiv", "1906.08237")),
        ("arxiv", "cs.CL/0112017", ("arxiv", "cs/0112017")),
        ("arxiv", "10.48550/arXiv.1906.08237", ("arxiv", "1906.08237")),
        ("doi", "10.1109/CVPR42600.2020.00821", ("doi", "10.1109/cvpr42600.2020.00821")),
        ("doi", "https://www.nature.com/articles/nature14539", ("doi", "10.1038/nature14539")),
        ("doi", "10.48550/arXiv.1906.08237", ("arxiv", "1906.08237")),
        ("doi", "https://doi.org/10.18653/v1/P19-1285", ("acl", "P19-1285")),
        ("acl", "10.18653/v1/P19-1285", ("acl", "P19-1285")),
        ("openreview", "SkgpBJrtvS", ("openreview", "SkgpBJrtvS")),
        ("pmlr", "v97/foo19a", ("pmlr", "v97/foo19a")),
        ("cvf", "A_B_CVPR_2019_paper.pdf", ("cvf", "A_B_CVPR_2019")),
        ("pmid", "31331883", ("pmid", "31331883")),
        ("isbn", "0-262-03561-8", ("isbn", "9780262035613")),
        ("isbn", "978 0 262 03561 3", ("isbn", "9780262035613")),
        ("isbn", "080442957X", ("isbn", "9780804429573")),
        ("url", "https://arxiv.org/abs/1906.08237", ("arxiv", "1906.08237")),
        ("url", "http://example.org/x/", ("url", "https://example.org/x")),
    ],
)
def test_field_takes_its_own_spellings(scheme: str, text: str, wanted: tuple[str, str]) -> None:
    assert normalise_as(scheme, text) == Identifier(*wanted)


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("arxiv", "P19-1285"),
        ("arxiv", "2310.1"),
        ("arxiv", "https://doi.org/10.1038/nature14539"),
        ("doi", "nature14539"),
        ("doi", "arXiv:1906.08237"),
        ("acl", "1906.08237"),
        ("openreview", "two words"),
        ("pmlr", "foo19a"),
        ("cvf", "Depth-Aware Video Frame Interpolation"),
        ("pmid", "031331883"),
        ("pmid", "PMC6646123"),
        ("isbn", "0262035619"),
        ("isbn", "9780262035614"),
        ("isbn", "1234567890123"),
        ("url", "https://example.org/"),
        ("nosuch", "1906.08237"),
        ("doi", ""),
    ],
)
def test_field_refuses_another_shape(scheme: str, text: str) -> None:
    assert normalise_as(scheme, text) is None


def test_fields_of_front_matter_are_named() -> None:
    assert SCHEMES == ("arxiv", "doi", "acl", "openreview", "pmlr", "cvf", "pmid", "isbn")


@pytest.mark.parametrize(
    "spelling", ["1906.08237", "arXiv:1906.08237", "0704.0001", "math/0309136"]
)
def test_arxiv_agrees_with_idutils(spelling: str) -> None:
    found = normalise(spelling)
    assert found is not None
    assert found.value in idutils.normalize_arxiv(spelling)


@pytest.mark.parametrize(
    "spelling",
    [
        "10.1038/nature14539",
        "doi:10.1145/3292500.3330701",
        "https://doi.org/10.1109/CVPR.2019.00382",
    ],
)
def test_doi_agrees_with_idutils(spelling: str) -> None:
    found = normalise(spelling)
    assert found is not None
    assert found.value == idutils.normalize_doi(spelling).lower()


@pytest.mark.parametrize("spelling", ["0262035618", "978-0-262-03561-3", "080442957X"])
def test_isbn_agrees_with_idutils(spelling: str) -> None:
    found = normalise_as("isbn", spelling)
    assert found is not None
    assert found.value == idutils.normalize_isbn(spelling).replace("-", "")
