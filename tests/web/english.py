"""English on a page: Streamlit's own texts as its files have them, and any text that is built of English words."""

import re
from typing import Any

from playwright.sync_api import Page

from overblik.web.words import PLACES

# What readers see or hear, and where: no SQL, no names of the data's files.
_SEEN = """() => {
    const said = []
    const hidden = (it) => it.closest("code, pre, script, style, noscript, .stFileChipName, [translate=no], [data-testid=stIconMaterial]")
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeValue.trim() && !hidden(node.parentElement)) said.push(node.nodeValue.trim())
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription"]) {
        for (const one of document.querySelectorAll(`[${name}]`)) said.push(one.getAttribute(name).trim())
    }
    return [...new Set([document.title, ...said])]
}"""

# Words that no Danish sentence has, and that few English ones are without.
_WORDS = re.compile(
    r"\b(the|this|that|with|you|your|please|click|press|choose|select|upload|download|close|open|search|copy|show|"
    r"hide|loading|running|error|connection|connecting|server|files|sort|column|rows|clear|remove|add|fullscreen|"
    r"menu|main|skip|scroll|view|more|less|help|icon|available|selected|options?|results?|cannot|failed|page|app)\b",
    re.IGNORECASE,
)
# Danish ones among them.
_DANISH = re.compile(r"\b(Hovedmenu|menuen|Menu|menu)\b")

_OURS = {danish for place in PLACES for danish in place.words.values()}
_THEIRS = {english for place in PLACES for english in place.words} - _OURS


def english_on(tab: Page, allowed: Any = ()) -> list[str]:
    """Every English text on the page as it stands; `allowed` are names of the data's."""
    return [text for text in tab.evaluate(_SEEN) if text and text not in allowed and is_english(text)]


def is_english(text: str) -> bool:
    """True for a text of Streamlit's that has a Danish one, and for one with an English word in it."""
    return text in _THEIRS or bool(_WORDS.search(_DANISH.sub("", text)))
