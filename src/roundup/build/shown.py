"""One roundup as the theme shows it by itself, for exports."""

from contextlib import closing
from pathlib import Path

from roundup.build.folders import faults_told, opened_state
from roundup.build.prepare import Prepared
from roundup.build.render import Rendered, bodies_in, job_of, render
from roundup.pages.roundups import roundup_view
from roundup.pages.scope import Scope
from roundup.pages.views import Page, RoundupView

TEMPLATE = "export.html"


def view_of(prepared: Prepared, key: str, language: str) -> RoundupView:
    """A roundup's view in a language that it speaks."""
    catalog, settings = prepared.gathered.catalog, prepared.settings
    scope = Scope(catalog, settings, prepared.sites[language], prepared.files)
    return roundup_view(scope, catalog.roundups[key])


def shown(site: Path, prepared: Prepared, view: RoundupView) -> Rendered:
    """A roundup's view through the theme's `export.html`; raises Unreadable where the cache cannot be used."""
    with faults_told(site), closing(opened_state(site)) as state:
        bodies = dict(state.bodies(bodies_in(view)))
    page = Page(
        address=view.head.address, template=TEMPLATE, language=view.head.language, view=view
    )
    return render(page, job_of(prepared.theme, prepared.sites), bodies)
