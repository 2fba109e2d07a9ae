"""The page that Streamlit is loaded into is Danish before a line of it has run."""

from pathlib import Path

import streamlit

from overblik.web.danish import translated

STREAMLITS = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


def test_language_title_and_what_stands_there_without_javascript_are_danish() -> None:
    html = translated(STREAMLITS).decode()
    assert '<html lang="da">' in html
    assert "<title>Overblik</title>" in html
    assert "Overblik kræver, at JavaScript er slået til" in html
    assert not [word for word in ("Streamlit app", "You need", "agent", '"en"') if word in html]


def test_what_loads_the_page_is_left_as_it_is() -> None:
    before, after = STREAMLITS.decode(), translated(STREAMLITS).decode()
    loads = [
        line for line in before.splitlines() if "<script" in line or "modulepreload" in line or "stylesheet" in line
    ]
    assert len(loads) > 50
    assert all(line in after for line in loads)
    assert '<div id="root"></div>' in after
