"""Which elements are open while tags are read: they end where a browser ends them ("HTML", 13.2.6)."""

from roundup.authoring.importers.reading.nodes import BLOCKS, HEADINGS, LISTS

_DEEPEST = 120
_WALLS = frozenset(("td", "th", "caption", "button", "object"))
_CELLS = frozenset(("td", "th", "caption"))
_ROWS = _CELLS | {"tr"}
_ALL_ROWS = _ROWS | {"thead", "tbody", "tfoot"}
_TABLE = frozenset(("table",))
Ending = tuple[frozenset[str], frozenset[str]]
# element: what its start tag ends, and what it does not look beyond
_ENDS: dict[str, Ending] = {
    "li": (frozenset(("li",)), frozenset(LISTS) | _TABLE | _WALLS),
    "dt": (frozenset(("dt", "dd")), _TABLE | _WALLS | {"dl"}),
    "dd": (frozenset(("dt", "dd")), _TABLE | _WALLS | {"dl"}),
    "td": (_CELLS, _TABLE | {"tr"}),
    "th": (_CELLS, _TABLE | {"tr"}),
    "tr": (_ROWS, _TABLE),
    "thead": (_ALL_ROWS, _TABLE),
    "tbody": (_ALL_ROWS, _TABLE),
    "tfoot": (_ALL_ROWS, _TABLE),
    "a": (frozenset(("a",)), _TABLE | _WALLS),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
_PARAGRAPH: Ending = (frozenset(("p",)), _WALLS | _TABLE)
_OF_TABLES = _ALL_ROWS | _TABLE


class Opened:
    """The names of the open elements, outermost first."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._dropped: dict[str, int] = {}

    def start(self, name: str) -> list[str]:
        """Opens an element; the names of those that end before it, innermost first."""
        ended = self._imply(*_ENDS[name]) if name in _ENDS else []
        if name in BLOCKS and name not in _ROWS:
            ended += self._imply(*_PARAGRAPH)
        if name in HEADINGS and self.names and self.names[-1] in HEADINGS:
            ended += self._cut(len(self.names) - 1)
        self.names.append(name)
        return ended

    @property
    def is_full(self) -> bool:
        """Whether another element would stand too deep to be of use."""
        return len(self.names) >= _DEEPEST

    def drop(self, name: str) -> None:
        """Takes note of a start tag that was left out: so must be its end tag."""
        self._dropped[name] = self._dropped.get(name, 0) + 1

    def end(self, name: str) -> list[str]:
        """The elements that an end tag ends, innermost first; none where it has no start."""
        if self._dropped.get(name, 0):
            self._dropped[name] -= 1
            return []
        for place in range(len(self.names) - 1, -1, -1):
            if self.names[place] == name:
                return self._cut(place)
            if self.names[place] in _WALLS and name not in _OF_TABLES:
                return []
        return []

    def _imply(self, ended: frozenset[str], walls: frozenset[str]) -> list[str]:
        """Ends the outermost of what may be ended before a wall."""
        lowest = -1
        for place in range(len(self.names) - 1, -1, -1):
            if self.names[place] in walls:
                break
            if self.names[place] in ended:
                lowest = place
        return self._cut(lowest) if lowest >= 0 else []

    def _cut(self, place: int) -> list[str]:
        found = self.names[place:][::-1]
        del self.names[place:]
        return found
