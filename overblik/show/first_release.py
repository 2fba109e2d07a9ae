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
from overblik.show import browser

_log: Final = logging.getLogger(__name__)

_SECONDS: Final = 180


def release(release_id: str | None, unpublished: Callable[[], None]) -> Release:
    """The release in force, or the one of an id; makes the example's where there is none and the setting allows.

    Shows `unpublished` and stops the run where there is nothing to show. Raises ReleaseUnknown, ReleaseDamaged.
    """
    try:
        return current_release(release_id)
    except NoRelease:
        _make_ready()
    try:
        return current_release(release_id)
    except NoRelease:
        browser.tell(0, None)
        unpublished()
        st.stop()


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
    st.markdown(
        "1. Aflever udtrækkene (Parquet-filer) på siden Dataleverancer, eller læg dem i mappen `indbakke` i "
        "datamappen. Hvad de skal indeholde, står i `docs/dataleverance.md`.\n"
        "2. Er der noget galt med en fil, siger siden hvad og hvor.\n"
        "3. Genindlæs siden, når filerne er taget i brug."
    )
