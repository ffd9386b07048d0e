"""The sitemap, read back."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from roundup.pages.sitemap import MOST, parts_of, sitemap, sitemap_index
from roundup.pages.views import Alternate, SitemapIndexView, SitemapPage, SitemapView

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
BASE = "https://a.org/papers/"
BOTH = (
    Alternate(language="en", address="/2019/x/"),
    Alternate(language="zh", address="/zh/2019/x/"),
)
PAGES = (
    SitemapPage(address="/"),
    SitemapPage(address="/2019/x/", alternates=BOTH, x_default="/2019/x/", modified="2020-01-07"),
    SitemapPage(address="/tags/深度学习/"),
)


def written(*pages: SitemapPage) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(sitemap(SitemapView(base_url=BASE, pages=pages)).encode())
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    return root.findall("s:url", NAMES)


def test_every_page_is_there_in_order_with_its_whole_address() -> None:
    assert [one.findtext("s:loc", None, NAMES) for one in written(*PAGES)] == [
        "https://a.org/papers/",
        "https://a.org/papers/2019/x/",
        "https://a.org/papers/tags/%E6%B7%B1%E5%BA%A6%E5%AD%A6%E4%B9%A0/",
    ]


def test_translations_are_named_with_self_and_default() -> None:
    links = written(*PAGES)[1].findall("x:link", NAMES)
    assert [(one.get("rel"), one.get("hreflang"), one.get("href")) for one in links] == [
        ("alternate", "en", "https://a.org/papers/2019/x/"),
        ("alternate", "zh", "https://a.org/papers/zh/2019/x/"),
        ("alternate", "x-default", "https://a.org/papers/2019/x/"),
    ]


def test_a_day_of_change_stands_only_where_it_is_known() -> None:
    assert [one.findtext("s:lastmod", None, NAMES) for one in written(*PAGES)] == [
        None,
        "2020-01-07",
        None,
    ]


def test_a_site_without_pages_is_well_formed() -> None:
    assert written() == []


@given(st.text(min_size=1))
def test_any_address_is_well_formed_and_ascii(text: str) -> None:
    [one] = written(SitemapPage(address="/" + text))
    address = one.findtext("s:loc", "", NAMES)
    assert address.startswith(BASE)
    assert address.isascii()


def test_an_index_names_its_parts() -> None:
    view = SitemapIndexView(base_url=BASE, parts=("/sitemap-1.xml", "/sitemap-2.xml"))
    root = ElementTree.fromstring(sitemap_index(view).encode())
    assert root.tag == f"{{{NAMES['s']}}}sitemapindex"
    assert [one.text for one in root.iterfind("s:sitemap/s:loc", NAMES)] == [
        f"{BASE}sitemap-1.xml",
        f"{BASE}sitemap-2.xml",
    ]


def test_few_pages_are_one_part_and_so_are_none() -> None:
    assert list(parts_of(PAGES)) == [PAGES]
    assert list(parts_of(())) == [()]


def test_a_part_has_no_more_addresses_than_a_sitemap_may() -> None:
    rows = tuple(SitemapPage(address=f"/{n}/", alternates=BOTH) for n in range(40_000))
    parts = list(parts_of(rows))
    assert [row for part in parts for row in part] == list(rows)
    sizes = [sum(1 + len(row.alternates) for row in part) for part in parts]
    assert max(sizes) <= MOST == 50_000
    assert len(parts) == 3
