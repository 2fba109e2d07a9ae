"""Streamlit's own words in Danish, in the reader's browser: a script that is there before Streamlit's first word.

It watches the page and replaces what stands in words.py, in text and in what is heard or hovers. React keeps its text
nodes and writes to them only when its own text changes, so ours stand until it does, and are then replaced anew.
"""

import json
from dataclasses import asdict
from functools import cache
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from overblik.web import words

ADDRESS: Final = "/dansk.js"

_SCRIPT: Final = """
(() => {
    const PLACES = __PLACES__, NOT_OURS = __NOT_OURS__
    const NAMES = ["aria-label", "title", "placeholder", "alt", "aria-roledescription"]
    const exact = new Map(), patterns = []
    for (const { where, words, patterns: forms } of PLACES) {
        for (const [english, danish] of Object.entries(words)) {
            exact.set(english, [...(exact.get(english) || []), [where, danish]])
        }
        for (const [form, danish] of Object.entries(forms)) patterns.push([new RegExp(form), where, danish])
    }
    const like = new RegExp(patterns.map(([form]) => form.source).join("|"))
    function told(text, element) {
        const bare = text.trim()
        for (const [where, danish] of exact.get(bare) || exact.get(text) || []) {
            if (element.closest(where)) return danish
        }
        if (!like.test(bare)) return null
        for (const [form, where, danish] of patterns) {
            if (form.test(bare) && element.closest(where)) return bare.replace(form, danish)
        }
        return null
    }
    function attribute(element, name) {
        const text = element.getAttribute(name)
        if (!text || (element.matches(NOT_OURS) && !element.matches("button"))) return
        const danish = told(text, element)
        if (danish !== null && danish !== text) element.setAttribute(name, danish)
    }
    function words(node) {
        const element = node.parentElement
        if (!element || !node.nodeValue.trim() || element.closest(NOT_OURS)) return
        const danish = told(node.nodeValue, element)
        if (danish !== null && danish !== node.nodeValue) node.nodeValue = danish
    }
    function all(root) {
        if (root.nodeType === Node.TEXT_NODE) return words(root)
        if (!(root instanceof Element) || root instanceof SVGElement) return
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
            acceptNode: (node) => node instanceof SVGElement ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
        })
        for (let node = root; node; node = walker.nextNode()) {
            if (node.nodeType === Node.TEXT_NODE) words(node)
            else for (const name of NAMES) if (node.hasAttribute(name)) attribute(node, name)
        }
    }
    new MutationObserver((changes) => {
        for (const change of changes) {
            if (change.type === "characterData") words(change.target)
            else if (change.type === "attributes") attribute(change.target, change.attributeName)
            else change.addedNodes.forEach(all)
        }
    }).observe(document.documentElement, {
        childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: NAMES,
    })
})()
"""


@cache
def script() -> str:
    """The script with its table."""
    places = json.dumps([asdict(place) for place in words.PLACES], ensure_ascii=False)
    return _SCRIPT.replace("__PLACES__", places).replace("__NOT_OURS__", json.dumps(words.NOT_OURS))


async def _serve(_request: Request) -> Response:
    return Response(script(), media_type="text/javascript", headers={"cache-control": "no-cache"})


def route() -> Route:
    """The address of the script."""
    return Route(ADDRESS, _serve)
