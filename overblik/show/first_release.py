"""When nothing has been published yet: on one's own machine the example is made ready, else three steps are shown."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Final

import streamlit as st

from overblik.answers import Release, current_release
from overblik.errors import NoRelease
from overblik.settings import ROOT, settings
from overblik.show import browser, links
from overblik.show.ended import end

_log: Final = logging.getLogger(__name__)

_SECONDS: Final = 180


def release(release_id: str | None, unpublished: Callable[[], None]) -> Release:
    """The release in force, or the one of an id; makes the example's where there is none and the setting allows.

    Shows `unpublished` and stops the run where there is nothing to show. Raises ReleaseUnknown, ReleaseDamaged.
    """
    try:
        return _seen(release_id)
    except NoRelease:
        _make_ready()
    try:
        return _seen(release_id)
    except NoRelease:
        browser.tell(0, None)
        unpublished()
        end()


def _seen(release_id: str | None) -> Release:
    """The release, unless it is the example's and nobody here is to see that, by a link or by what was left behind."""
    found = current_release(release_id)
    if found.is_example and not settings().eksempel:
        raise NoRelease("the release is the example's, and the setting eksempel says no")
    return found


def _make_ready() -> None:
    if settings().eksempel:
        with st.spinner("Eksemplet gøres klar. Det tager et øjeblik …"):
            _publish(str(settings().data))


# Cached for a minute: sessions that come at once wait for one publish, and a failing one is not tried at every click.
@st.cache_resource(ttl=60, show_spinner=False)
def _publish(data: str) -> bool:
    """Publishes as `make run` does, in a process of its own: this one only ever reads."""
    command = [sys.executable, "-m", "overblik.intake", "publish", "--ellers-eksempel"]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"OVERBLIK_DATA": data},
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("the example could not be published: %s", error.__class__.__name__)
        return False
    if done.returncode:
        _log.warning("publishing before the first visit ended with code %s", done.returncode)
    return done.returncode == 0


def what_to_do() -> None:
    """Three steps to the first figures."""
    st.title("Der er endnu ingen tal at vise", anchor=False)
    st.markdown("Det tager tre skridt at få jeres egne tal på siderne:")
    st.markdown(
        "1. **Hent filerne.** Træk tallene ud, som de skal være (`docs/dataleverance.md`), eller udfyld arket til "
        "Excel, der kan hentes på siden Dataleverancer.\n"
        "2. **Aflever dem** på siden Dataleverancer, eller læg dem i mappen `indbakke`. Er der noget galt med en fil, "
        "siger siden hvad og hvor.\n"
        "3. **Se dem her.** Genindlæs siden, når filerne er taget i brug."
    )
    links.link("Aflever filer", links.to("dataleverancer"), icon=":material/upload_file:")
    st.caption("Se et eksempel med opdigtede tal: sæt indstillingen eksempel til ja, eller skriv make vis-eksempel.")
