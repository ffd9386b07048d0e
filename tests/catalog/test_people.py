"""Who wrote papers: an ORCID, else a folded name (SPEC section 5)."""

from catalog.articles import catalog, listing, page
from roundup.catalog.catalog import Author
from sites import SITE_TOML

TITLES = ("Deep residual learning", "Mask R-CNN", "Focal loss", "Panoptic segmentation")


def people(*authors: str, toml: str = SITE_TOML, **files: str) -> dict[str, Author]:
    """The people of a list with one paper for each list of authors."""
    made = {"2019/top/index.md": listing(), **files}
    for number, names in enumerate(authors):
        made[f"2019/top/p{number}.md"] = page(title=TITLES[number], authors=f"[{names}]")
    return catalog(made, toml).authors


def papers(found: dict[str, Author]) -> dict[str, tuple[str, ...]]:
    return {slug: author.papers for slug, author in found.items()}


def test_people_with_two_papers_or_more_have_a_page() -> None:
    found = people("Kaiming He, Ross Girshick", "Kaiming He")
    assert papers(found) == {"kaiming-he": ("p0", "p1")}


def test_the_site_decides_how_many_papers_it_takes() -> None:
    toml = SITE_TOML + "\n[pages]\nauthors_min_papers = 1\n"
    assert list(people("Kaiming He", toml=toml)) == ["kaiming-he"]
    assert people("Kaiming He", "Kaiming He", toml=SITE_TOML + "\n[pages]\nauthors = false\n") == {}


def test_names_are_compared_folded() -> None:
    found = people("Piotr Dollár", "'Dollar, Piotr'")
    assert papers(found) == {"piotr-dollár": ("p0", "p1")}


def test_one_name_with_two_orcids_is_two_people() -> None:
    one, other = "0000-0002-1825-0097", "0000-0001-5109-3700"
    found = people(
        f"{{name: Wei Wang, orcid: {one}}}",
        f"{{name: Wei Wang, orcid: {one}}}",
        f"{{name: Wei Wang, orcid: {other}}}",
        f"{{name: Wei Wang, orcid: {other}}}",
    )
    assert papers(found) == {"wei-wang": ("p2", "p3"), "wei-wang-2": ("p0", "p1")}


def test_a_name_without_an_orcid_is_the_one_person_who_has_it() -> None:
    found = people("{name: Wei Wang, orcid: 0000-0002-1825-0097}", "Wei Wang")
    assert papers(found) == {"wei-wang": ("p0", "p1")}


def test_a_persons_page_joins_spellings_and_needs_one_paper() -> None:
    files = {"authors/yann-lecun.md": page(title="Yann LeCun", names="[Y. LeCun, Yann Le Cun]")}
    found = people("Y. LeCun", "Yann Le Cun", **files)
    assert papers(found) == {"yann-lecun": ("p0", "p1")}
    assert papers(people("Y. LeCun", **files)) == {"yann-lecun": ("p0",)}


def test_names_in_chinese_characters_stay_whole() -> None:
    found = people("何恺明", "何恺明")
    assert papers(found) == {"何恺明": ("p0", "p1")}
