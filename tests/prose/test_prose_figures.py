"""Pictures and videos that stand alone become figures."""

import pytest

from prose.bodies import html, rendered
from roundup.content.prose.video import is_video, player

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def test_a_picture_with_a_title_becomes_a_figure_with_a_caption() -> None:
    assert html('![alt](a.png "The *architecture*")') == (
        '<figure><img src="{0}" alt="alt">'
        "<figcaption>The <em>architecture</em></figcaption></figure>"
    )


@pytest.mark.parametrize("source", ["![alt](a.png)", 'x ![alt](a.png "T")'])
def test_other_pictures_stay_in_their_paragraph(source: str) -> None:
    assert "<figure" not in html(source)


@pytest.mark.parametrize(
    "source", [YOUTUBE, f"<{YOUTUBE}>", f"[Talk]({YOUTUBE})", f"[![Talk](poster.jpg)]({YOUTUBE})"]
)
def test_a_video_alone_becomes_a_figure_that_links_to_it(source: str) -> None:
    shown = html(source)
    assert shown.startswith(f'<figure class="video"><a href="{YOUTUBE}"')
    assert shown.endswith("</a></figure>")
    assert "<iframe" not in shown


def test_a_video_without_words_is_called_one_in_the_language_of_the_page() -> None:
    shown = html(YOUTUBE, language="zh")
    assert ">视频：youtube.com/watch?v=dQw4w9WgXcQ</a>" in shown


def test_what_stands_behind_the_last_bar_of_a_title_is_the_credit() -> None:
    shown = html('![alt](a.png "The | *model* | Figure 1 of [the paper](https://e.org/)")')
    assert shown.endswith(
        '<figcaption>The | <em>model</em> <span class="credit">Figure 1 of '
        '<a href="https://e.org/">the paper</a></span></figcaption></figure>'
    )
    assert '<figcaption><span class="credit">The authors</span>' in html(
        '![alt](a.png " | The authors")'
    )


@pytest.mark.parametrize("title", ["Two|streams", "The density $p(x | y)$", "A pipe, `a | b`"])
def test_a_bar_inside_a_word_a_formula_or_code_parts_nothing(title: str) -> None:
    assert "credit" not in html(f'![alt](a.png "{title}")')


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"[![The first slide](a.jpg)]({YOUTUBE})", "Video: The first slide"),
        (f'[![The first slide](a.jpg)]({YOUTUBE} "The *talk* | NeurIPS")', "Video: The talk"),
        (f"[![](a.jpg)]({YOUTUBE})", "Video: youtube.com/watch?v=dQw4w9WgXcQ"),
    ],
)
def test_a_poster_says_that_it_leads_to_a_video(source: str, name: str) -> None:
    assert f'<a href="{YOUTUBE}" aria-label="{name}"><img src="{{0}}"' in html(source)


def test_a_caption_with_a_link_stands_beside_the_link_to_a_video_that_plays() -> None:
    """A link inside a link is no HTML."""
    shown = html(f'[Talk]({YOUTUBE} "By [them](https://e.org/)")', frames=("www.youtube.com",))
    assert f'<figcaption><a href="{YOUTUBE}">By them</a></figcaption>' in shown


def test_the_poster_is_a_reference() -> None:
    prose = rendered(f"[![Talk](poster.jpg)]({YOUTUBE})")
    assert [(one.kind, one.target) for one in prose.references] == [("image", "poster.jpg")]


def test_a_local_file_is_a_video_too() -> None:
    prose = rendered('[Demo](demo.mp4 "Two minutes")')
    assert prose.html == (
        '<figure class="video"><a href="\ue0000\ue001">Demo</a>'
        "<figcaption>Two minutes</figcaption></figure>"
    )
    assert prose.references[0].target == "demo.mp4"


def test_a_video_among_words_is_a_link() -> None:
    assert "<figure" not in html(f"See [the talk]({YOUTUBE}) today.")


@pytest.mark.parametrize("trusted", [False, True])
def test_it_plays_in_place_only_where_the_host_is_allowed(trusted: bool) -> None:
    frames = ("www.youtube-nocookie.com",)
    shown = html(f"[Talk]({YOUTUBE})\n\n<b>x</b>", frames=frames, trusted=trusted)
    assert '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="Talk"' in shown
    assert f'<figcaption><a href="{YOUTUBE}">Talk</a></figcaption>' in shown
    assert "<iframe" not in html(YOUTUBE, frames=("player.vimeo.com",))


@pytest.mark.parametrize(
    ("address", "frames", "expected"),
    [
        (
            "https://youtu.be/dQw4w9WgXcQ?t=3",
            "www.youtube.com",
            "https://www.youtube.com/embed/dQw4w9WgXcQ",
        ),
        (
            "https://vimeo.com/76979871",
            "player.vimeo.com",
            "https://player.vimeo.com/video/76979871",
        ),
        (
            "https://www.bilibili.com/video/BV1xx411c7mD/",
            "player.bilibili.com",
            "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&autoplay=0",
        ),
        (
            "https://tube.example/w/4fMYkBVvNLkzUzHMZBbLfK",
            "tube.example",
            "https://tube.example/videos/embed/4fMYkBVvNLkzUzHMZBbLfK",
        ),
        ("https://youtu.be/dQw4w9WgXcQ", "evil.example", ""),
    ],
)
def test_players_are_known(address: str, frames: str, expected: str) -> None:
    assert is_video(address)
    assert player(address, (frames,)) == expected


@pytest.mark.parametrize(
    "address",
    ["https://www.youtube.com/@channel", "https://vimeo.com/about", "a.md", "https://e.org/w/x"],
)
def test_other_addresses_are_no_videos(address: str) -> None:
    assert not is_video(address)
