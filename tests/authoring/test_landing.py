"""Landing: what was found in a document becomes folders of articles that build."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundup.authoring.importers.document import Document, Skipped
from roundup.authoring.importers.found import (
    Findings,
    FoundEntry,
    FoundRoundup,
    FoundSection,
    Picture,
    Remark,
)
from roundup.authoring.importers.landing import Landed, Shelf, Wish, examined, land, wanted
from roundup.authoring.importers.landing import Picture as Loaded
from roundup.authoring.work import Work
from roundup.content import frontmatter
from roundup.content.article import Reading, parse
from roundup.content.place import place_of
from roundup.model import Facts, Link, Person

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)
XLNET = Work(
    title="XLNet: Generalized Autoregressive Pretraining",
    identifiers={"arxiv": "1906.08237"},
    url="https://arxiv.org/abs/1906.08237",
    authors=(Person.parse("Zhilin Yang"),),
)
DAIN = Work(title="Depth-Aware Video Frame Interpolation", identifiers={"arxiv": "1904.00830"})
OF_2019, NOTHING = Document(title="Top papers of 2019"), Wish()
SITE = Shelf(languages=("en", "zh"))


def entries(*works: Work, ranked: bool = True) -> tuple[FoundEntry, ...]:
    return tuple(
        FoundEntry(
            work=work, rank=number if ranked else None, words=f"Words {number}.", line=number
        )
        for number, work in enumerate(works, 1)
    )


def landed(
    *found: FoundEntry,
    path: str = "top-papers.md",
    document: Document = OF_2019,
    wish: Wish = NOTHING,
    shelf: Shelf = SITE,
    pictures: dict[str, Loaded] | None = None,
    **roundup: Any,
) -> Landed:
    findings = Findings((FoundRoundup(entries=found or entries(XLNET, DAIN), **roundup),))
    return land(path, document, findings, wish, shelf, pictures or {})


def files(result: Landed) -> dict[str, bytes]:
    return dict(result.changes.created)


def fields(result: Landed, path: str) -> dict[str, Any]:
    return frontmatter.read(files(result)[path].decode()).fields


def body(result: Landed, path: str) -> str:
    return frontmatter.read(files(result)[path].decode()).body.strip()


def doubts(result: Landed) -> list[str]:
    return [one.text for one in result.remarks if one.kind == "doubted"]


def folder(result: Landed) -> str:
    (roundup,) = result.roundups
    return roundup.folder


class TestFiles:
    def test_a_roundup_is_an_index_and_an_entry_for_each_paper(self) -> None:
        result = landed(introduction="Hello.", closing="Bye.")
        assert sorted(files(result)) == [
            "2019/top-papers/depth-aware-video-frame-interpolation.md",
            "2019/top-papers/index.md",
            "2019/top-papers/xlnet.md",
        ]
        assert fields(result, "2019/top-papers/index.md") == {"title": "Top papers of 2019"}
        assert body(result, "2019/top-papers/index.md") == "Hello.\n\n<!-- papers -->\n\nBye."
        assert fields(result, "2019/top-papers/xlnet.md") == {
            "paper": "xlnet",
            "rank": 1,
            "title": "XLNet: Generalized Autoregressive Pretraining",
            "authors": ["Zhilin Yang"],
            "arxiv": "1906.08237",
            "url": "https://arxiv.org/abs/1906.08237",
        }
        assert body(result, "2019/top-papers/xlnet.md") == "Words 1."

    def test_the_document_says_where_the_list_comes_from(self) -> None:
        document = Document(
            title="Top papers of 2019",
            authors=("Yuan Yuan", "Somebody, PhD, MSc"),
            publisher="Synced",
            date="2020-01-07T10:00:00Z",
            address="https://example.org/2020/top/?utm_source=x",
            description="Five papers.",
            tags=("Deep learning", "!"),
        )
        assert fields(landed(document=document), "2019/top/index.md") == {
            "title": "Top papers of 2019",
            "description": "Five papers.",
            "curators": [
                "Yuan Yuan",
                {"name": "Somebody, PhD, MSc", "family": "Somebody, PhD, MSc"},
            ],
            "source": {
                "title": "Top papers of 2019",
                "url": "https://example.org/2020/top/?utm_source=x",
                "publisher": "Synced",
                "date": "2020-01-07",
            },
            "tags": ["Deep learning"],
            "aliases": ["/2020/top/"],
        }

    def test_a_section_is_a_section_and_a_topic(self) -> None:
        one = FoundEntry(work=XLNET, section="Language models", line=1)
        two = FoundEntry(work=DAIN, section="2019", line=2)
        result = landed(one, two)
        first = fields(result, "2019/top-papers/xlnet.md")
        second = fields(result, "2019/top-papers/depth-aware-video-frame-interpolation.md")
        assert (first["section"], first["tags"]) == ("Language models", ["Language models"])
        assert second["section"] == "2019"
        assert "tags" not in second

    def test_the_words_of_sections_stand_before_their_entries(self) -> None:
        one = FoundEntry(work=XLNET, section="Pre-training", line=3)
        two = FoundEntry(work=DAIN, section="Frames", line=6)
        sections = (
            FoundSection("Language", "All about words.", 1),
            FoundSection("Pre-training", "", 2),
            FoundSection("Frames", "Between two pictures.", 5),
        )
        result = landed(one, two, introduction="Hello.", closing="Bye.", sections=sections)
        assert body(result, "2019/top-papers/index.md").split("\n\n") == [
            "Hello.",
            "## Language",
            "All about words.",
            "<!-- papers: Pre-training -->",
            "Between two pictures.",
            "<!-- papers: Frames -->",
            "Bye.",
        ]

    def test_sections_without_words_leave_the_entries_together(self) -> None:
        one = FoundEntry(work=XLNET, section="Language", line=3)
        result = landed(one, sections=(FoundSection("Language", "", 1),))
        assert body(result, "2019/top-papers/index.md") == "<!-- papers -->"

    def test_what_the_reader_skipped_is_in_the_remarks(self) -> None:
        document = Document(title="2019", skipped=(Skipped(3, "navigation"),))
        assert Remark(3, "skipped", "navigation") in landed(document=document).remarks

    def test_without_a_title_the_file_gives_one(self) -> None:
        result = landed(path="a/best-of-2019.bib", document=Document())
        assert fields(result, "2019/best-of-2019/index.md")["title"] == "Best of 2019"


class TestOrder:
    def order(self, *ranks: int | None) -> tuple[Any, Any, list[int | None]]:
        works = [Work(title=f"Paper {word}") for word in "abcdefgh"[: len(ranks)]]
        found = [
            FoundEntry(work=work, rank=rank, line=number)
            for number, (work, rank) in enumerate(zip(works, ranks, strict=True), 1)
        ]
        result = landed(*found)
        index = fields(result, "2019/top-papers/index.md")
        given = [fields(result, one.path).get("rank") for one in result.roundups[0].entries]
        return index.get("ranked", True), index.get("entries", index.get("order")), given

    def test_printed_numbers_are_ranks(self) -> None:
        assert self.order(1, 2, 3) == (True, None, [1, 2, 3])

    def test_a_countdown_stays_one(self) -> None:
        assert self.order(3, 2, 1) == (True, "countdown", [3, 2, 1])

    def test_without_numbers_the_index_gives_the_order(self) -> None:
        assert self.order(None, None) == (False, ["paper-a", "paper-b"], [None, None])

    def test_numbers_that_begin_again_are_no_ranks(self) -> None:
        ranked, order, given = self.order(1, 2, 1, 2)
        assert (ranked, len(order), given) == (False, 4, [None] * 4)

    def test_an_entry_without_a_number_is_outside_of_the_ranks(self) -> None:
        assert self.order(1, 2, None) == (True, None, [1, 2, None])
        result = landed(*entries(XLNET, DAIN), FoundEntry(work=Work(title="More"), line=3))
        assert fields(result, "2019/top-papers/more.md")["unplaced"] is True
        assert any("no number" in one for one in doubts(result))

    def test_honourable_mentions_are_unplaced(self) -> None:
        more = FoundEntry(work=Work(title="More"), line=3, unplaced=True)
        result = landed(*entries(XLNET, ranked=False), more)
        assert fields(result, "2019/top-papers/more.md")["unplaced"] is True
        assert fields(result, "2019/top-papers/index.md")["entries"] == ["xlnet"]


class TestPlace:
    @pytest.mark.parametrize(
        ("title", "period", "date", "path", "wanted"),
        [
            ("Top papers of 2019", "", "2020-01-07", "x.md", "2019"),
            ("Top papers", "2019-W50", "2021-01-01", "x.md", "2019"),
            ("Top papers", "", "2020-03-07", "x.md", "2020"),
            ("Papers of the year", "", "2020-01-07", "x.md", "2019"),
            ("年度论文", "", "2020-01-07", "x.md", "2019"),
            ("Papers", "", "", "2020-01-07-best-of-2019.md", "2019"),
            ("Papers", "", "", "2020-03-07-best.md", "2020"),
            ("Papers", "", "", "best-papers-2018.md", "2018"),
            ("Most cited papers (2012-2016)", "", "", "x.md", "2016"),
            ("Top 2019 papers", "", "", "x.md", "undated"),
            ("Papers on YOLO9000", "", "", "x.md", "undated"),
            ("Papers", "", "", "x.md", "undated"),
        ],
    )
    def test_the_year(self, title: str, period: str, date: str, path: str, wanted: str) -> None:
        result = landed(document=Document(title=title, date=date), period=period, path=path)
        assert folder(result).split("/")[0] == wanted

    def test_a_wish_goes_before_everything(self) -> None:
        result = landed(wish=Wish(year="2017", slug="mine"), period="2019-12")
        assert folder(result) == "2017/mine"
        assert "period" not in fields(result, "2017/mine/index.md")
        assert any("period" in one for one in doubts(result))

    def test_a_period_that_is_not_the_year_is_kept(self) -> None:
        result = landed(period="2019-W50", document=Document(title="Week 50"))
        assert fields(result, "2019/top-papers/index.md")["period"] == "2019-W50"
        spanning = landed(document=Document(title="Best of 2012-2016"), path="x.md")
        assert fields(spanning, "2016/best-of-2012-2016/index.md")["period"] == "2012..2016"

    @pytest.mark.parametrize(
        ("path", "document", "wanted"),
        [
            (
                "x.md",
                Document(title="T", address="https://a.org/2020/01/best-papers.html"),
                "best-papers",
            ),
            (
                "x.md",
                Document(title="T", address="https://a.org/best-papers-1f0c2a9b3e5d/"),
                "best-papers",
            ),
            ("2020-01-07-best-papers.md", Document(title="Other"), "best-papers"),
            ("best_papers.zh.md", Document(title="Other"), "best-papers"),
            ("index.html", Document(title="Best Papers!"), "best-papers"),
            ("best-papers/README.md", Document(title="论文盘点"), "best-papers"),
            ("README.md", Document(title="论文盘点"), "roundup"),
            ("最佳论文.md", Document(title="Best papers"), "best-papers"),
        ],
    )
    def test_the_slug(self, path: str, document: Document, wanted: str) -> None:
        result = landed(path=path, document=document, wish=Wish(year="2019"))
        assert folder(result) == f"2019/{wanted}"

    def test_two_roundups_of_one_name_get_two_folders(self) -> None:
        first = landed()
        second = landed(shelf=first.shelf)
        assert (folder(first), folder(second)) == ("2019/top-papers", "2019/top-papers-2")

    def test_sections_are_roundups_of_their_own_when_split(self) -> None:
        weeks = tuple(
            FoundRoundup(title=f"Week {n}", period=f"2023-W0{n}", entries=entries(work))
            for n, work in ((1, XLNET), (2, DAIN))
        )
        result = land("weeks.md", Document(), Findings(weeks), Wish(), SITE, {})
        assert [one.folder for one in result.roundups] == ["2023/weeks-w01", "2023/weeks-w02"]
        assert fields(result, "2023/weeks-w02/index.md")["title"] == "Week 2"

    def test_a_declared_language_is_in_the_names_of_files(self) -> None:
        result = landed(document=Document(title="2019年论文", language="zh-CN"))
        assert "2019/top-papers/index.zh.md" in files(result)
        assert "2019/top-papers/xlnet.zh.md" in files(result)

    def test_a_language_that_nobody_declared_is_doubtful(self) -> None:
        result = landed(document=Document(title="2019", language="ja"))
        assert "2019/top-papers/index.md" in files(result)
        assert any("'ja'" in one for one in doubts(result))

    def test_outside_of_a_site_the_index_says_its_language(self) -> None:
        result = landed(document=Document(title="2019", language="ja"), shelf=Shelf())
        assert fields(result, "2019/top-papers/index.md")["language"] == "ja"


class TestPapers:
    def test_a_paper_that_the_site_knows_is_named_and_not_repeated(self) -> None:
        facts = Facts(title=XLNET.title, identifiers=(), url=XLNET.url)
        shelf = Shelf(
            languages=("en",),
            keys={"arxiv:1906.08237": "known"},
            facts={"known": facts},
            taken=frozenset(("known",)),
        )
        result = landed(*entries(XLNET), shelf=shelf)
        assert fields(result, "2019/top-papers/known.md") == {
            "paper": "known",
            "rank": 1,
            "authors": ["Zhilin Yang"],
            "arxiv": "1906.08237",
        }
        assert result.roundups[0].entries[0].known

    def test_another_title_of_a_known_paper_is_its_heading(self) -> None:
        shelf = Shelf(
            languages=("en",),
            keys={"arxiv:1906.08237": "known"},
            facts={"known": Facts(title="Another title")},
            taken=frozenset(("known",)),
        )
        assert fields(landed(*entries(XLNET), shelf=shelf), "2019/top-papers/known.md")[
            "heading"
        ] == (XLNET.title)

    def test_one_title_is_not_one_paper_but_worth_a_look(self) -> None:
        title = "xlnet generalized autoregressive pretraining"
        shelf = Shelf(languages=("en",), titles={title: "known"}, taken=frozenset(("xlnet",)))
        result = landed(*entries(XLNET), shelf=shelf)
        assert "2019/top-papers/xlnet-2.md" in files(result)
        assert any("paper: known" in one for one in doubts(result))

    def test_documents_after_another_know_its_papers(self) -> None:
        first = landed(*entries(XLNET))
        second = landed(*entries(XLNET), shelf=first.shelf)
        assert fields(second, "2019/top-papers-2/xlnet.md") == {"paper": "xlnet", "rank": 1}

    def test_outside_of_a_site_every_entry_has_all_of_its_facts(self) -> None:
        first = landed(*entries(XLNET), shelf=Shelf())
        second = landed(*entries(XLNET), shelf=first.shelf)
        assert fields(second, "2019/top-papers-2/xlnet.md")["arxiv"] == "1906.08237"

    def test_a_paper_that_stands_twice_has_two_files(self) -> None:
        result = landed(*entries(XLNET, XLNET))
        assert fields(result, "2019/top-papers/xlnet-2.md")["paper"] == "xlnet"
        assert any("twice" in one for one in doubts(result))

    def test_an_address_of_several_papers_is_none_of_theirs(self) -> None:
        page = "https://example.org/proceedings/2019"
        result = landed(*entries(Work(title="One", url=page), Work(title="Two", url=page)))
        one, two = (fields(result, f"2019/top-papers/{name}.md") for name in ("one", "two"))
        assert (one["paper"], two["paper"]) == ("one", "two")
        assert "url" not in one
        assert one["links"] == [{"url": page}]
        assert any("share the address" in text for text in doubts(result))

    def test_no_entry_is_called_index(self) -> None:
        assert "2019/top-papers/index-2.md" in files(landed(*entries(Work(title="Index"))))

    def test_an_entry_without_a_title_is_called_by_what_identifies_it(self) -> None:
        work = Work(identifiers={"arxiv": "1906.08237"})
        assert fields(landed(*entries(work)), "2019/top-papers/1906-08237.md")["title"] == (
            "1906.08237"
        )


class TestAliases:
    def aliases(self, path: str = "x.md", shelf: Shelf = SITE, **said: Any) -> Any:
        document = Document(title="Top papers of 2019", **said)
        result = landed(document=document, path=path, wish=Wish(slug="top"), shelf=shelf)
        return fields(result, "2019/top/index.md").get("aliases")

    def test_canonical_and_permalinks_are_aliases(self) -> None:
        assert self.aliases(address="https://a.org/2020/best.html") == ["/2020/best.html"]
        assert self.aliases(slug="/blog/best/", aliases=("/old/",)) == ["/blog/best/", "/old/"]

    def test_the_date_and_slug_of_a_post_are_an_alias(self) -> None:
        assert self.aliases("2020-01-07-best.md") == ["/2020/01/07/best/", "/2020/01/07/best.html"]

    @pytest.mark.parametrize(
        "address",
        ["https://a.org/", "https://a.org/2019/top/", "/2019/", "/search/", "/zh/best/", "/.hidden/",
         "/feed.xml", "/x/" + "y" * 300],
    )  # fmt: skip
    def test_an_alias_never_stands_in_the_way(self, address: str) -> None:
        assert self.aliases(aliases=(address,)) is None

    def test_an_alias_of_an_existing_page_is_left_out(self) -> None:
        shelf = Shelf(languages=("en",), occupied=frozenset(("about/index.html",)))
        assert self.aliases(shelf=shelf, aliases=("/About/", "/about/index.html/x/")) is None


class TestLinksAndPictures:
    def words(self, words: str, **more: Any) -> str:
        found = FoundEntry(work=XLNET, words=words, line=1)
        other = FoundEntry(work=DAIN, anchors=("dain",), line=2)
        return body(landed(found, other, **more), "2019/top-papers/xlnet.md")

    def test_links_between_entries_lead_to_files(self) -> None:
        assert self.words("See [that](#dain).") == (
            "See [that](depth-aware-video-frame-interpolation.md)."
        )

    def test_links_that_lead_nowhere_become_text(self) -> None:
        assert self.words("See [this](docs/this.md), [that](#nowhere), [it](/about/).") == (
            "See this, that, it."
        )
        found = FoundEntry(work=XLNET, words="See [this](docs/this.md).", line=7)
        result = landed(found)
        text = "a link leads nowhere from here, only its text is kept: docs/this.md"
        assert Remark(7, "doubted", text) in result.remarks

    def test_links_of_a_page_on_the_web_lead_there(self) -> None:
        document = Document(title="Of 2019", address="https://a.org/blog/best/", slug="top-papers")
        assert self.words("[x](../x/)", document=document) == "[x](https://a.org/blog/x/)"

    def test_code_is_left_alone(self) -> None:
        words = "`[x](y.md)` and\n\n```\n[x](y.md)\n```"
        assert self.words(words) == words

    def test_a_picture_beside_the_document_comes_along(self) -> None:
        pictures = {"img/Net 1.PNG": examined(PNG)}
        found = FoundEntry(
            work=XLNET,
            words="One.\n\n![A net](<img/Net 1.PNG>)\n\nTwo ![small](img/gone.png).",
            line=1,
        )
        result = landed(found, pictures=pictures)
        assert files(result)["2019/top-papers/net-1.png"] == PNG
        assert any("img/gone.png" in one for one in doubts(result))
        assert "Two small." in body(result, "2019/top-papers/xlnet.md")

    def test_a_picture_that_stands_alone_is_the_entrys_own(self) -> None:
        found = FoundEntry(work=XLNET, words="One.\n\n![A net](net.png)\n\nTwo.", line=1)
        result = landed(found, pictures={"net.png": examined(PNG)})
        assert fields(result, "2019/top-papers/xlnet.md")["image"] == {
            "src": "net.png",
            "alt": "A net",
        }
        assert body(result, "2019/top-papers/xlnet.md") == "One.\n\nTwo."

    def test_pictures_on_the_web_stay_there_and_are_told_once(self) -> None:
        words = "![a](https://a.org/a.png)\n\n![b](https://a.org/b.png)"
        assert self.words(words) == words
        result = landed(FoundEntry(work=XLNET, words=words, line=4))
        assert [one for one in doubts(result) if "picture" in one] == [
            "2 pictures stay on the web, --images brings them along: line 4"
        ]

    def test_pictures_of_the_entry_are_wanted_too(self) -> None:
        found = FoundEntry(
            work=XLNET, pictures=(Picture("a.png", "A"),), words="![b](b.png)", line=1
        )
        findings = Findings((FoundRoundup(entries=(found,)),))
        assert wanted(Document(image="c.png"), findings) == ("c.png", "a.png", "b.png")
        result = landed(found, pictures={"a.png": examined(PNG)})
        assert fields(result, "2019/top-papers/xlnet.md")["image"] == {"src": "a.png", "alt": "A"}

    def test_the_cover_is_the_roundups_picture_where_it_comes_along(self) -> None:
        document = Document(title="Top papers of 2019", image="cover.png")
        result = landed(document=document, pictures={"cover.png": examined(PNG)})
        assert fields(result, "2019/top-papers/index.md")["image"] == {"src": "cover.png"}
        far = Document(title="Top papers of 2019", image="https://a.org/cover.png")
        assert "image" not in fields(landed(document=far), "2019/top-papers/index.md")
        assert any("1 picture stays on the web" in one for one in doubts(landed(document=far)))

    @pytest.mark.parametrize(
        ("data", "ending"),
        [
            (PNG, ".png"),
            (b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', ".svg"),
            (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', ""),
            (b"<html>not found</html>", ""),
            (b"", ""),
        ],
    )
    def test_only_pictures_that_pages_can_show_come_along(self, data: bytes, ending: str) -> None:
        found = examined(data)
        assert found.ending == ending
        assert bool(found.fault) != bool(ending)


class TestSoundness:
    def test_words_that_a_build_would_refuse_are_kept_as_text(self) -> None:
        found = FoundEntry(work=XLNET, words="See [[nobody]] and `code`.", line=5)
        result = landed(found)
        assert body(result, "2019/top-papers/xlnet.md") == r"See \[\[nobody\]\] and \`code\`."
        assert any("plain text" in one for one in doubts(result))

    def test_fields_that_cannot_be_read_are_left_out_and_named(self) -> None:
        work = Work(
            title="X",
            url="javascript:alert(1)",
            links=(Link("https://a.org/"), Link("nowhere")),
            tags=("!!!",),
        )
        result = landed(*entries(work))
        assert fields(result, "2019/top-papers/x.md") == {
            "paper": "x", "rank": 1, "title": "X", "links": [{"url": "https://a.org/"}],
        }  # fmt: skip
        assert sum("left out" in one for one in doubts(result)) == 2

    def test_a_thousand_authors_fit(self) -> None:
        authors = tuple(Person.parse(f"Somebody Number{n}") for n in range(20_000))
        result = landed(*entries(Work(title="X", authors=authors)))
        assert len(files(result)["2019/top-papers/x.md"]) < 64_000
        assert any("too long" in one for one in doubts(result))

    def test_words_of_any_length_fit(self) -> None:
        found = FoundEntry(work=XLNET, words="word word\n\n" * 200_000, line=1)
        assert len(files(landed(found))["2019/top-papers/xlnet.md"]) < 1_000_000


TEXT = st.text(st.sampled_from("ab [](){}<>`*_#!\\\n|$&;:'\"-é论/.0\x85\u2028\u202e"), max_size=30)
PIECES = st.lists(
    st.sampled_from(["[[x]]", "[a](b.md)", "![a](b.png)", "<script>", "{n}", "<!-- papers -->", "---",
                     "\n\n", "```", "[^1]", "[^1]: x", "> ", "* ", "    ", "$x$", "a", "[x]: y.md", "[x]",
                     "](", "<a href='#q'>", "&amp;", "[r][x]", "<img src=x.png>", "\\"]),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(words=PIECES | TEXT, title=TEXT, heading=TEXT, section=TEXT, tag=TEXT)
def test_whatever_was_found_lands_as_articles_without_errors(
    words: str, title: str, heading: str, section: str, tag: str
) -> None:
    work = Work(title=title, tags=(tag,), url=title, abstract=words, identifiers={"arxiv": tag})
    found = (
        FoundEntry(work=work, words=words, heading=heading, section=section, line=1),
        FoundEntry(work=Work(title="Another"), words=words, line=2),
    )
    document = Document(
        title=title, description=words, authors=(tag,), tags=(section,), address=tag
    )
    result = landed(*found, document=document, introduction=words, closing=words)
    names = set(files(result))
    for path, data in files(result).items():
        year, _, rest = path.partition("/")
        place = place_of(
            f"content/2019/{rest}" if year == "undated" else f"content/{path}", ("en",)
        )
        article = parse(path, place, data, Reading("en")).article
        assert [one.message for one in article.problems if one.is_error] == []
        for part in article.parts:
            for one in part.references:
                assert one.kind != "wiki"
                assert f"{path.rpartition('/')[0]}/{one.target.partition('#')[0]}" in names
