"""`roundup serve`."""

import webbrowser

import click

from roundup.build.build import Report
from roundup.build.prepare import Unreadable, site_file
from roundup.cli import say
from roundup.cli.build import summary
from roundup.cli.options import examples, shared, site_folder
from roundup.cli.progress import shown_progress
from roundup.preview.ports import listener
from roundup.preview.serve import Watched, serve
from roundup.problems import Problem
