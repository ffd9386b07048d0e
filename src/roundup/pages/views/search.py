"""Views of search: its page, and what is indexed of every other page."""

from roundup.pages.views.base import Body, NamedLink, PageView, View


class GroupView(View, frozen=True, kw_only=True):
    """Papers under a letter or a year; `name` is empty for those that have neither.

    In a long list `address` leads to the page of the list where the group begins, and `papers` is empty.
    """

    name: str
    anchor: str
    count: int
    address: str = ""
    papers: tuple[NamedLink, ...] = ()


class SearchView(PageView, frozen=True, kw_only=True):
    """The search page: all papers by letter or year, and the folders of its language's index, if it has one."""

    title: str
    index: tuple[str, ...]
    total: int
    groups: tuple[GroupView, ...]
    years: tuple[NamedLink, ...]


class SearchRecord(View, frozen=True, kw_only=True):
    """What is searched of one page: `language` is the index's, `spoken` the page's own where that is another.

    `names` are found but not shown; `picked` are the lists that a paper stands in.
    """

    address: str
    language: str
    kind: str
    title: str
    spoken: str = ""
    year: int = 0
    venue: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


class IndexView(View, frozen=True, kw_only=True):
    """Everything that a part of a search index is made of; `is_first` is the one with Pagefind's scripts."""

    is_first: bool
    records: tuple[SearchRecord, ...]
