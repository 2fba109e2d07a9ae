"""The templates that an analyst fills in: the workbook of four sheets, and empty Parquet files of every table."""

import io
import zipfile
from typing import Final

import streamlit as st

from overblik.answers import current_release
from overblik.errors import NoRelease

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOMENT: Final = (2020, 1, 1, 0, 0, 0)  # of the files in the archive: the same templates are the same bytes


def offer() -> None:
    """Two quiet buttons; each file is made when somebody asks for it."""
    st.caption(
        "Uden udtræk: udfyld skabelonen i Excel, gem den, og aflever den her. Den bliver lavet om til Parquet-filer, "
        "og et felt, der ikke kan læses, nævnes med ark og felt."
    )
    with st.container(horizontal=True, gap="small", key="skabeloner"):
        st.download_button(
            "Hent skabelon til Excel",
            workbook,
            "overblik-skabelon.xlsx",
            _SHEET,
            key="hent-skabelon",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Tomme Parquet-filer",
            parquet_files,
            "overblik-parquet-skabeloner.zip",
            "application/zip",
            key="hent-parquet-skabeloner",
            on_click="ignore",
            icon=":material/download:",
        )


def workbook() -> bytes:
    """The template, pre-filled from the release in force. openpyxl is loaded by the first reader who asks for it."""
    from overblik.arbejdsbog.skabelon import workbook as made
    from overblik.arbejdsbog.stamdata import of_release

    try:
        return made(of_release(current_release()))
    except NoRelease:
        return made(of_release(None))


def parquet_files() -> bytes:
    """An empty file of every table of the contract, as one archive."""
    from overblik.arbejdsbog.skabelon import empty_tables

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in empty_tables().items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content)
    return target.getvalue()
