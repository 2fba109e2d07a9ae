"""How dashboard.py shows a page: lets the reader in, catches what goes wrong, and draws the foot."""

from contextlib import suppress

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from overblik import measured
from overblik.answers import current_release
from overblik.settings import ROOT
from overblik.show import address, door, foot, links, new_release, reader, watcher, wrong
from overblik.show.ended import PageEnded
from overblik.show.text import literal


def show(signpost: StreamlitPage) -> None:
    """Runs the page that st.navigation chose. Never shows a traceback."""
    door.guard()
    name = signpost.url_path or door.FRONT
    if (asked := door.asked_for()) and (ROOT / links.file_of(asked.page)).is_file():
        st.switch_page(links.file_of(asked.page), query_params=asked.query)
    watcher.start()
    door.admit(name)
    try:
        with measured.page_run(name):
            _run(signpost, name)
    except Exception as error:
        wrong.tell(error, name)
        _way_on(name)
    finally:
        door.close()


def _run(signpost: StreamlitPage, name: str) -> None:
    with suppress(PageEnded):
        signpost.run()
    _foot(name)


def _way_on(name: str) -> None:
    """Out of a wrong choice or a wrong page: the same page from scratch, or the front page."""
    st.page_link(links.file_of(name), label="Vis siden med de nyeste tal", query_params={address.ALL: "1"})
    if name != door.FRONT:
        st.page_link(links.file_of(door.FRONT), label="Til forsiden", query_params={address.ALL: "1"})


def _foot(name: str) -> None:
    """Whose figures and how new, where there are any; help and the accessibility statement on every page."""
    visit = address.last_visit()
    release = current_release(visit.release) if visit is not None and visit.page == name else None
    with st.container(key="fod", horizontal=True, vertical_alignment="center", gap="medium"):
        if release:
            st.caption(literal(foot.told(release)), width="content")
        # Together on the next line, where there is no room for all of them on this.
        with st.container(horizontal=True, gap="medium", width="content"):
            links.link("Data og metode", links.to("data_og_metode"))
            links.link("Hjælp", links.to("hjaelp"))
            links.link("Tilgængelighed", links.to("tilgaengelighedserklaering"))
        reader.log_out()
    if visit and release:
        new_release.watch(name, release, pinned="udgivelse" in visit.chosen)
