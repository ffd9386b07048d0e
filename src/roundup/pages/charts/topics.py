"""Topics × years: how many papers of each topic the lists of a year picked."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from roundup.catalog.catalog import Topic
from roundup.pages import addresses
from roundup.pages.charts.columns import Direction
from roundup.pages.charts.lettering import shortened, width_of
from roundup.pages.facts import topic_address
from roundup.pages.scope import Scope
from roundup.pages.views import HeatView, NamedLink, TopicRow, TopicsView, YearColumn

TOPICS, YEARS = 20, 10
HEAD, CELL, ROW, AIR = 30, 44, 28, 4
GAP, LABEL = 12, 220
FAINT, STRONG = 6, 38  # percent of the accent: the number on it stays easy to read

# How many papers of a topic each year has.
Counts = Mapping[int, int]


def topics_by_year(scope: Scope) -> TopicsView | None:
    """The largest topics of this language's papers by year; None below two topics or two years."""
    if not scope.settings.pages.pictures:
        return None
    counted = [
        (one, found) for one in scope.own_topics if (found := _counts(scope, one, scope.paper_keys))
    ]
    years = sorted({year for _, counts in counted for year in counts})
    if len(counted) < 2 or len(years) < 2:
        return None
    recent = [pair for pair in counted if not pair[1].keys().isdisjoint(years[-YEARS:])]
    recent.sort(key=lambda pair: (-sum(pair[1].values()), pair[0].slug))
    return _view(scope, recent[:TOPICS], years, len(counted))


def _counts(scope: Scope, topic: Topic, shown: Collection[str]) -> Counter[int]:
    """A paper counts once for every year whose lists picked it."""
    roundups = scope.catalog.roundups
    found: Counter[int] = Counter()
    for key in topic.papers:
        if key in shown:
            entries = scope.catalog.papers[key].entries
            found.update({roundups[roundup].year for roundup, _ in entries})
    return found


def _view(
    scope: Scope, topics: Sequence[tuple[Topic, Counts]], years: Sequence[int], known: int
) -> TopicsView:
    names = [shortened(scope.topic_title(topic.slug), LABEL) for topic, _ in topics]
    start = max(map(width_of, names)) + GAP
    last = years[-YEARS:]
    direction = Direction(start + CELL * len(last), scope.site.direction == "rtl")
    places = {
        year: direction.at(start + CELL * number, CELL - AIR) for number, year in enumerate(last)
    }
    most = max(counts.get(year, 0) for _, counts in topics for year in last)
    return TopicsView(
        width=direction.width,
        height=HEAD + ROW * len(topics),
        label=direction.at(0),
        cell=CELL - AIR,
        row=ROW - AIR,
        years=tuple(_year(scope, year, x) for year, x in places.items()),
        rows=tuple(
            TopicRow(
                y=HEAD + ROW * number + ROW // 2,
                name=name,
                topic=_link(scope, topic),
                cells=tuple(_heat(x, counts.get(year, 0), most) for year, x in places.items()),
            )
            for number, (name, (topic, counts)) in enumerate(zip(names, topics, strict=True))
        ),
        more_topics=known - len(topics),
        more_years=len(years) - len(last),
    )


def _link(scope: Scope, topic: Topic) -> NamedLink:
    return NamedLink(text=scope.topic_title(topic.slug), address=topic_address(scope, topic.slug))


def _year(scope: Scope, year: int, x: int) -> YearColumn:
    there = scope.language in scope.year_languages[year]
    address = addresses.year(scope.prefix(scope.language), year) if there else ""
    return YearColumn(x=x + (CELL - AIR) // 2, year=year, address=address)


def _heat(x: int, papers: int, most: int) -> HeatView:
    strength = FAINT + round((STRONG - FAINT) * papers / most) if papers else 0
    return HeatView(x=x, middle=x + (CELL - AIR) // 2, papers=papers, strength=strength)
