"""A page on paper as the screen shows it: whole charts, no widgets, one column of the paper's width.

Streamlit scrolls inside the page, which paper cannot, and Plotly draws in the screen's pixels. Before printing,
each drawing is told its own size, so that it can be scaled to the paper.
"""

from typing import Final

SCRIPT: Final = """
    if (!window.overblikPaper) {
        window.overblikPaper = true
        window.addEventListener("beforeprint", () => {
            for (const box of document.querySelectorAll(".js-plotly-plot .svg-container")) {
                const drawing = box.querySelector("svg.main-svg")
                const wide = drawing && drawing.getAttribute("width"), high = drawing && drawing.getAttribute("height")
                if (!wide || !high) continue
                box.style.aspectRatio = `${wide} / ${high}`
                box.querySelectorAll("svg.main-svg").forEach(one => one.setAttribute("viewBox", `0 0 ${wide} ${high}`))
            }
        })
    }
"""

# What was chosen in a box is read on paper as words: without its frame and its arrow.
_CHOSEN: Final = "[data-testid='stSelectbox']"
_SCROLLS: Final = (
    "html, body, #root, #root > div, [data-testid='stApp'], [data-testid='stAppViewContainer'], [data-testid='stMain']"
)
_WIDGETS: Final = (
    "[data-testid='stHeader'], [data-testid='stToolbar'], [data-testid='stPopover'], [data-testid='stButton'], "
    "[data-testid='stPageLink'], [data-testid='stFileUploader'], [data-testid='stElementToolbar'], "
    "[data-testid='stTextInput'], [data-testid='stTextArea'], [data-testid='stCheckbox'], [data-testid='stForm'], "
    "[role='tab'][aria-selected='false'], #overblik-forbi, "
    ".st-key-filterknap, .st-key-filtre, .st-key-skabeloner, [class*='st-key-hent-']"
)

STYLE: Final = f"""
@media print {{
    @page {{ size: A4 landscape; margin: 12mm }}
    body {{ zoom: 0.8 }}
    {_SCROLLS} {{
        display: block !important; position: static !important; height: auto !important; min-height: 0 !important;
        overflow: visible !important; background: #fff !important
    }}
    {_WIDGETS} {{ display: none !important }}
    [data-testid="stMainBlockContainer"] {{ padding: 0 !important; max-width: none !important }}
    .js-plotly-plot, .js-plotly-plot .plot-container, .js-plotly-plot .svg-container {{ max-width: 100% !important }}
    .js-plotly-plot .main-svg {{ max-width: 100% !important; max-height: 100% !important }}
    .js-plotly-plot .svg-container {{ max-height: 185mm }}
    [data-testid="stElementContainer"]:has(.js-plotly-plot), [data-testid="stFullScreenFrame"]:has(.js-plotly-plot),
    [data-testid="stPlotlyChart"], [data-testid="stPlotlyChart"] > div, .js-plotly-plot, .plot-container {{
        height: auto !important; min-height: 0 !important
    }}
    {_CHOSEN} *, {_CHOSEN} *::before, {_CHOSEN} *::after {{
        border-color: transparent !important; background: transparent !important; box-shadow: none !important
    }}
    {_CHOSEN} svg, summary svg, summary [data-testid="stIconMaterial"] {{ display: none !important }}
    [data-testid="stPlotlyChart"], [data-testid="stTable"] tr, [data-testid="stAlert"], [data-testid="stMetric"],
    [data-testid="stHorizontalBlock"], .st-key-fod {{ break-inside: avoid }}
    h1, h2, h3, [data-testid="stElementContainer"]:has([data-testid="stHeading"]) {{ break-after: avoid }}
    [data-testid="stTable"] thead {{ display: table-header-group }}
    /* A checksum is compared letter by letter, and searched for in the file: no two letters drawn as one sign. */
    .stMain {{ font-variant-ligatures: none }}
    .st-key-fod {{ border-top: 1px solid #C9D1D5; margin-top: 1rem; padding-top: .5rem }}
}}
"""
