"""What Streamlit's page lacks for readers who listen, use the keyboard or enlarge: mended in the browser.

Headings that skip no level; wide tables that the arrow keys scroll; a menu that cannot be reached while it is folded
away; what a button opens next after it by Tab; a focus that is seen; names that wrap instead of being cut. Elements
that Streamlit draws anew are mended anew.
"""

from typing import Final

# Only what Streamlit does not set itself is set here: its own drawing never takes it away again.
SCRIPT: Final = """
    if (!window.overblikAssists) {
        window.overblikAssists = true
        const set = (element, name, value) => {
            if (element.getAttribute(name) !== value) element.setAttribute(name, value)
        }
        const unset = (element, name) => element.hasAttribute(name) && element.removeAttribute(name)
        const levels = () => {
            let before = 0
            for (const heading of document.querySelectorAll("#stMain :is(h1, h2, h3, h4, h5, h6)")) {
                if (!heading.checkVisibility()) continue
                const own = Number(heading.tagName[1])
                const level = Math.min(own, before + 1)
                if (level < own) set(heading, "aria-level", String(level))
                else unset(heading, "aria-level")
                before = level
            }
        }
        const scrolling = () => {
            for (const box of document.querySelectorAll("[data-testid='stTable'] > div, [data-testid='stCode'] pre")) {
                if (box.scrollWidth > box.clientWidth + 1) {
                    const name = box.querySelector("table")?.getAttribute("aria-label")
                    set(box, "tabindex", "0")
                    set(box, "role", "group")
                    set(box, "aria-label", (name || "Beregning") + " (kan rulles sidelæns)")
                } else ["tabindex", "role", "aria-label"].forEach(one => unset(box, one))
            }
        }
        const menu = () => {
            for (const part of document.querySelectorAll("[data-testid='stSidebarNavItems'], [data-testid='stSidebarNavItems'] li"))
                set(part, "role", "none")
        }
        // What a button opens lies at the end of the page: Tab would go through all the rest before it came there.
        const stopsIn = root => [...root.querySelectorAll("*")].flatMap(one => [
            ...(one.matches("a[href], button, input, select, textarea, summary, [tabindex]") && one.tabIndex >= 0
                && !one.disabled && one.checkVisibility({ checkVisibilityCSS: true }) ? [one] : []),
            ...(one.shadowRoot ? stopsIn(one.shadowRoot) : []),
        ])
        const throughOpened = event => {
            const opened = document.querySelector("[data-testid='stPopoverBody']")
            const opener = document.querySelector("[data-testid='stPopoverButton'][aria-expanded='true']")
            if (!opened || !opener || !["Tab", "Escape"].includes(event.key)) return
            let active = document.activeElement
            const isInside = opened.contains(active)
            while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
            const stops = stopsIn(opened)
            if (event.key === "Escape") {
                if (isInside) opener.focus()
            } else if (!event.shiftKey && active === opener) {
                event.preventDefault()
                opened.tabIndex = -1
                opened.focus()
            } else if (isInside && event.shiftKey && [opened, stops[0]].includes(active)) {
                event.preventDefault()
                opener.focus()
            } else if (isInside && !event.shiftKey && active === (stops.at(-1) ?? opened)) {
                opener.focus() // and on from there, as Tab does
            }
        }
        document.addEventListener("keydown", throughOpened, true)

        let waits = false
        const mend = () => {
            waits = false
            levels()
            scrolling()
            menu()
        }
        const soon = () => {
            if (!waits) window.requestAnimationFrame(mend)
            waits = true
        }
        new MutationObserver(soon).observe(document.body, { childList: true, subtree: true })
        window.addEventListener("resize", soon)
        soon()
    }
"""  # noqa: E501

STYLE: Final = """
.stApp :is(main, a, summary, [role="group"]):focus-visible, [data-testid="stPopoverBody"]:focus-visible {
    outline: 2px solid currentColor; outline-offset: -2px }
.stApp [data-testid="stPageLink"] a:focus-visible { outline-offset: 1px }
[data-testid="stSidebar"][data-collapsed="true"] { visibility: hidden }
@media (prefers-color-scheme: dark) {
    button[kind="primary"]:enabled, button[kind="primary"]:enabled * { color: #0F171C }
}
/* A head of two lines in a narrow table scrolls by a hair, and Tab would stop at it, under the menu. */
[data-testid="stTable"] th [data-testid="stMarkdownContainer"] { overflow: visible }
[data-testid="stMain"] { scroll-padding-top: 4rem }
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a * { white-space: normal; overflow: visible }
[data-testid="stFileUploaderDropzone"] span { white-space: normal; overflow: visible }
"""
