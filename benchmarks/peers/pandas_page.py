"""What most people write: pandas in a Streamlit page, the file read into a cache, a chart by plotly.express for each.

streamlit run benchmarks/peers/pandas_page.py -- FOLDER
"""

import sys
from datetime import date
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

FOLDER = Path(sys.argv[1])
NEEDED = ["indsats_id", "omraade_id", "dato", "antal_afholdt", "fremmoeder", "nye_deltagere", "frivillige"]
NEEDED += ["frivilligtimer", "medarbejdertimer"]
DAYS = [date(2023, 3, 31), date(2023, 2, 28), date(2023, 1, 31)]

st.set_page_config(page_title="Aktivitet", layout="wide")


@st.cache_data
def load() -> pd.DataFrame:
    """All registrations, with what the charts group by."""
    parts = [pd.read_parquet(path, columns=NEEDED) for path in sorted(FOLDER.glob("aktivitet__*.parquet"))]
    df = pd.concat(parts)
    df["dato"] = pd.to_datetime(df["dato"])
    df["maaned"] = df["dato"].dt.strftime("%Y-%m")
    df["ugedag"] = df["dato"].dt.dayofweek + 1
    return df.merge(pd.read_parquet(FOLDER / "indsats.parquet")[["indsats_id", "indsatsomraade_kode"]], on="indsats_id")


@st.cache_data
def load_small(name: str) -> pd.DataFrame:
    """A table of a few rows."""
    return pd.read_parquet(FOLDER / f"{name}.parquet")


df = load()
ejer = load_small("omraade_organisation")
maal = load_small("aktivitetsmaal").merge(load_small("indsats")[["indsats_id", "indsatsomraade_kode"]], on="indsats_id")

st.title("Aktivitet")
chosen = st.pills("Boligorganisation", sorted(ejer["organisation_id"].unique()), selection_mode="multi",
                  key="organisation", bind="query-params")  # fmt: skip
day = pd.Timestamp(st.selectbox("Status pr.", DAYS, key="statusdato", bind="query-params"))
if chosen:
    omraader = ejer[ejer["organisation_id"].isin(chosen)]["omraade_id"]
    df, maal = df[df["omraade_id"].isin(omraader)], maal[maal["omraade_id"].isin(omraader)]
df = df[df["dato"] <= day]
aar = df[df["dato"].dt.year == day.year]
foer = df[(df["dato"].dt.year == day.year - 1) & (df["dato"].dt.month <= day.month)]
maal = maal[maal["aar"] == day.year]

figures = st.columns(6)
figures[0].metric("Fremmøder i år", f"{aar['fremmoeder'].sum():.0f}")
figures[1].metric("Af målet", f"{100 * aar['fremmoeder'].sum() / (maal['maal_fremmoeder'].sum() * day.month / 12):.1f}")
for place, column in zip(
    figures[2:], ["fremmoeder", "nye_deltagere", "frivilligtimer", "medarbejdertimer"], strict=True
):
    place.metric(column, f"{df[column].sum():.0f}")

months = df.groupby("maaned")[NEEDED[4:]].sum().reset_index()
months["aaret_foer"] = (months["maaned"].str[:4].astype(int) - 1).astype(str) + months["maaned"].str[4:]
months = months.merge(months, left_on="aaret_foer", right_on="maaned", how="left", suffixes=("", " året før"))
for column in NEEDED[4:]:
    st.plotly_chart(px.bar(months, x="maaned", y=[column, f"{column} året før"], barmode="group"), key=column)
for group in ["omraade_id", "indsatsomraade_kode", "indsats_id"]:
    lines = pd.DataFrame({
        "aar": aar.groupby(group)["fremmoeder"].sum(),
        "foer": foer.groupby(group)["fremmoeder"].sum(),
        "pct": 100 * aar.groupby(group)["fremmoeder"].sum()
        / (maal.groupby(group)["maal_fremmoeder"].sum() * day.month / 12),
    }).reset_index(names=group)  # fmt: skip
    left, right = st.columns(2)
    left.plotly_chart(px.bar(lines, y=group, x=["aar", "foer"], barmode="group"), key=f"{group} aar")
    right.plotly_chart(px.bar(lines, y=group, x="pct"), key=f"{group} pct")
calendar = df.groupby(["ugedag", "maaned"])["antal_afholdt"].sum().unstack()
st.plotly_chart(px.imshow(calendar), key="kalender")
