"""Pictures drawn at build time: where everything in them stands, as values. Templates write the elements."""

from roundup.pages.charts.matrix import home_matrix, year_matrix
from roundup.pages.charts.path import paper_path
from roundup.pages.charts.topics import topics_by_year

__all__ = ["home_matrix", "paper_path", "topics_by_year", "year_matrix"]
