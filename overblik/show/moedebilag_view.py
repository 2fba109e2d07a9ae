"""Mødebilag on screen: which meeting, what the file holds, and the file with its release and checksum."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

import streamlit as st

from overblik import log
from overblik.answers import Answer, Choice, current_release
from overblik.show import danish, reader
from overblik.show.text import literal

_SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_SECTIONS: Final = (
    "På ét minut", "Sager på mødet", "Opfølgning på tidligere beslutninger", "Opmærksomhedspunkter",
    "Status pr. indsatsområde", "Status pr. område", "Økonomi", "Milepæle", "Indikatorer", "Siden sidste møde",
    "Justeringer", "Data bag bilaget", "Definitioner",
)  # fmt: skip


def meetings(answer: Answer) -> dict[str, str]:
    """The meetings as one chooses them, the next one first, then the last."""
    rows = sorted(answer.rows(), key=lambda row: (not row["er_naeste"], not row["er_sidste"]))
    return {row["moede_id"]: f"{danish.day(row['dato'])} · {row['titel']}" for row in rows}


def years(answer: Answer, choice: Choice) -> dict[str, str]:
    """The calendar years that have begun by statusdato, the newest first."""
    assert choice.statusdato  # page.begin has given it
    found = {row["aar"] for row in answer.rows() if row["inddeling"] == "kalenderaar"}
    begun = sorted((year for year in found if year <= choice.statusdato.year), reverse=True)
    return {str(year): str(year) for year in begun}


def unpinned(choice: Choice) -> Choice:
    """The choice without its release where that is the one in force: a meeting whose data were locked has its own."""
    return replace(choice, release=None) if choice.release == current_release().id else choice


def contents() -> None:
    """What the pack holds, in one line."""
    st.markdown(literal(f"Indeholder: {danish.names(_SECTIONS)}."))
    st.caption(
        "PDF til arkivet (PDF/A-3a), mærket op til skærmlæser (PDF/UA-1). Tallene bag hver figur ligger i filen "
        "som CSV."
    )


def year() -> None:
    """What the year's status holds."""
    st.markdown(
        "Pr. indsatsområde: målsætning, målepunkt, mål og opnået, milepæle og økonomi. Til den årlige redegørelse "
        "til Landsbyggefonden."
    )


class _File(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def sha256(self) -> str: ...
    @property
    def release(self) -> str: ...
    @property
    def indhold(self) -> str: ...


def offer(label: str, file: _File, *, key: str) -> None:
    """The file, and what it is known by. Who takes it stands in the log."""
    who = reader.who()

    def taken() -> bytes:
        log.event("download", file=key, release=file.release[:12], who=who)
        return file.content

    st.download_button(
        label,
        taken,
        file.name,
        "application/pdf",
        key=f"hent-{key}",
        on_click="ignore",
        icon=":material/download:",
        type="primary",
    )
    size = danish.count(round(len(file.content) / 1000))
    st.caption(literal(f"{file.name} · {size} kB · udgivelse {file.release}"))
    st.caption(literal(f"Filens SHA-256: {file.sha256} · indholdets, som også er trykt i filen: {file.indhold}"))


def offer_slides(name: str, make: Callable[[], _File]) -> None:
    """The same content as slides, made when somebody asks for them."""
    who = reader.who()

    def taken() -> bytes:
        log.event("download", file="slides", who=who)
        return make().content

    st.download_button(
        "Hent som PowerPoint",
        taken,
        f"{name.removesuffix('.pdf')}.pptx",
        _SLIDES,
        key="hent-slides",
        on_click="ignore",
        icon=":material/slideshow:",
    )
