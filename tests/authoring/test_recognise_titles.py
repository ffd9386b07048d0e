import pytest

from roundup.authoring.importers.recognise.titles import Cited, cleaned, split


@pytest.mark.parametrize(
    ("text", "title", "authors", "venue"),
    [
        ("Attention Is All You Need - Vaswani et al. (2017)", "Attention Is All You Need", "Vaswani et al", "2017"),
        ("Mask R-CNN, Kaiming He, Georgia Gkioxari, ICCV 2017", "Mask R-CNN",
         "Kaiming He, Georgia Gkioxari", "ICCV 2017"),
        ("Ashish Vaswani, Noam Shazeer: Attention Is All You Need, NeurIPS 2017", "Attention Is All You Need",
         "Ashish Vaswani, Noam Shazeer", "NeurIPS 2017"),
        ("LeCun, Y., Bengio, Y. and Hinton, G. Deep learning. Nature, 2015.", "Deep learning",
         "LeCun, Y., Bengio, Y. and Hinton, G", "Nature, 2015"),
        ("Turing, A. M. (1937). On computable numbers, with an application to the Entscheidungsproblem.",
         "On computable numbers, with an application to the Entscheidungsproblem", "Turing, A. M", ""),
        ("A. Bochkovskiy, C.-Y. Wang, and H.-Y. M. Liao, Yolov4: Optimal speed and accuracy, 2020.",
         "Yolov4: Optimal speed and accuracy", "A. Bochkovskiy, C.-Y. Wang, and H.-Y. M. Liao", "2020"),
        ("Deep learning by Yann LeCun, Yoshua Bengio & Geoffrey Hinton (2015)", "Deep learning",
         "Yann LeCun, Yoshua Bengio & Geoffrey Hinton", "2015"),
        ("Zhang, Bengio, Hardt: Understanding deep learning", "Understanding deep learning",
         "Zhang, Bengio, Hardt", ""),
        ("Howard, Andrew G., et al. “Mobilenets: Efficient networks.” arXiv (2017)",
         "Mobilenets: Efficient networks", "Howard, Andrew G., et al", "arXiv (2017)"),
        ("Approximation by superpositions of a sigmoidal function (Cybenko, 1989) [12]",
         "Approximation by superpositions of a sigmoidal function", "Cybenko, 1989", ""),
        ("Going deeper with convolutions | Christian Szegedy, Wei Liu | CVPR 2015",
         "Going deeper with convolutions", "Christian Szegedy, Wei Liu", "CVPR 2015"),
    ],
)  # fmt: skip
def test_title_authors_and_venue_are_told_apart(
    text: str, title: str, authors: str, venue: str
) -> None:
    found = split(text)
    assert (found.title, found.authors, found.venue) == (title, authors, venue)


@pytest.mark.parametrize(
    "title",
    [
        "Siam R-CNN: Visual Tracking by Re-Detection",
        "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
        "Is a Green Screen Really Necessary for Real-Time Portrait Matting?",
        "YOLO9000: Better, Faster, Stronger",
        "Can Spatiotemporal 3D CNNs Retrace the History of 2D CNNs and ImageNet?",
        "How transferable are features in deep neural networks?",
        "Big Transfer (BiT): General Visual Representation Learning",
    ],
)
def test_a_title_that_only_looks_like_several_parts_stays_whole(title: str) -> None:
    assert split(title) == Cited(title=title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("⭐ «Mask R-CNN» [12]", "Mask R-CNN"),
        ("《Attention Is All You Need》：", "Attention Is All You Need"),
        ("“Deep learning.”", "Deep learning"),
        ("(Deep learning", "Deep learning"),
        ("Who am I...", "Who am I..."),
    ],
)
def test_marks_around_a_title_are_no_part_of_it(text: str, title: str) -> None:
    assert cleaned(text) == title
