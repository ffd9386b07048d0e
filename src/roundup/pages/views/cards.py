"""The views of share cards."""

from roundup.pages.views.base import View


class CardColumn(View, frozen=True, kw_only=True):
    """A paper of a list, or a list that picked a paper, below its rank; `rank` is 0 where places are no ranks."""

    text: str
    rank: int = 0
    detail: str = ""


class CardView(View, frozen=True, kw_only=True):
    """Everything a share card shows; `fonts` are the digests of the fonts it is set in.

    `lead` stands over the title, `byline` under it.
    """

    lead: str
    title: str
    byline: str
    columns: tuple[CardColumn, ...]
    site: str
    language: str
    accent: str
    fonts: tuple[str, ...]
