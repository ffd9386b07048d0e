"""Frames in which a video plays in place, for hosts that the site's owner allows."""

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape


def frame_piece(draft: Draft, source: str, name: str) -> str:
    """A frame around a player of an allowed host, put aside where the sanitiser does not look."""
    return draft.keep_piece(
        f'<iframe src="{escape(source)}" title="{escape(name)}" loading="lazy"'
        ' allow="fullscreen; picture-in-picture" allowfullscreen'
        ' referrerpolicy="strict-origin-when-cross-origin"></iframe>',
        name,
    )
