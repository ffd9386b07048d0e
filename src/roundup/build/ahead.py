"""What somebody looks at while a site is built, made before the rest of it."""

from roundup.build.prepare import Prepared
from roundup.build.render import bodies_in, job_of, render
from roundup.build.report import Audience
from roundup.build.state import State
from roundup.build.survey import copied
from roundup.pages.addresses import ACCENT
from roundup.pages.views import CopyView


def make_ahead(prepared: Prepared, state: State, audience: Audience) -> None:
    """Hands to the audience what it looks at; what cannot be made is told when its turn comes."""
    wanted = audience.looks_at()
    if not wanted:
        return
    # Sheets that pages did not name before, so that none is shown without them.
    sheets = [ACCENT, *(f"/{name}" for name in prepared.settings.theme.styles)]
    job = job_of(prepared.theme, prepared.sites)
    for page in prepared.asked(tuple(dict.fromkeys((*sheets, *wanted)))):
        if isinstance(page.view, CopyView):
            done = copied(page.view, prepared, state.gallery)
        else:
            done = render(page, job, state.bodies(bodies_in(page.view)))
        if not done.problem:
            audience.sees(page.address, done.data)
