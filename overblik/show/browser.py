"""What only the reader's browser can do: say that the page is Danish, replace its own address, copy a link.

Streamlit writes lang="en" into every page and can add to the address only by a step of its own.
"""

from typing import Final

import streamlit as st

from overblik.show import assistive, printing

_PAGE_JS: Final = (
    """
export default function ({ data }) {
    document.documentElement.lang = "da"
"""
    + printing.SCRIPT
    + assistive.SCRIPT
    + """
    // Drawn again with the same data, it must not bring an old address back.
    if (data.query === null || window.overblikVisit === data.visit) return
    window.overblikVisit = data.visit
    const search = data.query ? "?" + data.query : ""
    if (window.location.search !== search) {
        window.history.replaceState(window.history.state, "", window.location.pathname + search)
    }
}
"""
)

# It takes no room, and no gap between what is above and below it.
STYLE: Final = """
.stMain *:has(> [class*="st-key-usynlig"]), [class*="st-key-usynlig"] {
    position: absolute; height: 0; overflow: hidden
}
"""

_LINK_HTML: Final = """
<label for="link">Link til det, du ser nu</label>
<div class="row"><input id="link" type="text" readonly><button type="button">Kopiér</button></div>
<p role="status"></p>
"""

_LINK_CSS: Final = """
label { display: block; font: 14px var(--st-font); color: var(--st-text-color); margin-bottom: 4px }
.row { display: flex; gap: 8px }
input { flex: 1; min-width: 0; padding: 8px 10px; font: 14px var(--st-font); color: var(--st-text-color);
    background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color); border-radius: 6px }
button { padding: 8px 14px; font: 14px var(--st-font); color: var(--st-background-color); cursor: pointer;
    background: var(--st-primary-color); border: 1px solid var(--st-primary-color); border-radius: 6px }
input:focus-visible, button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px }
p { min-height: 20px; margin: 6px 0 0; font: 14px var(--st-font); color: var(--st-text-color) }
"""

# Without permission, or on an address without TLS, there is no clipboard: then the old way, then the reader's own hand.
_LINK_JS: Final = """
export default function ({ data, parentElement }) {
    const field = parentElement.querySelector("input")
    const status = parentElement.querySelector("p")
    field.value = window.location.origin + window.location.pathname + "?" + data.query
    field.onfocus = () => field.select()
    parentElement.querySelector("button").onclick = async () => {
        let copied = false
        try {
            await navigator.clipboard.writeText(field.value)
            copied = true
        } catch {
            field.focus()
            field.select()
            copied = document.execCommand("copy")
        }
        status.textContent = copied ? "Linket er kopieret." : "Linket er markeret: kopiér det med Ctrl+C."
    }
}
"""

_page = st.components.v2.component("overblik_side", js=_PAGE_JS, isolate_styles=False)
_link = st.components.v2.component("overblik_link", html=_LINK_HTML, css=_LINK_CSS, js=_LINK_JS)


def tell(visit: int, query: str | None) -> None:
    """Makes the page Danish; with a query also puts it in the address, once per visit, without a step for Back."""
    with st.container(key="usynlig"):
        _page(key="overblik-side", data={"visit": visit, "query": query})


def link_field(query: str) -> None:
    """The address of this page with the query, to copy by a button, or by hand where the browser refuses."""
    _link(key="overblik-link", data={"query": query})
