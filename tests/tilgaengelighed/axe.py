"""axe-core's judgement of a page: WCAG 2.0, 2.1 and 2.2 at A and AA, and what it calls best practice.

What is Streamlit's own and cannot be mended from here is named in KNOWN, by rule, page and element; nothing else passes.
"""

from dataclasses import dataclass
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
ALL: Final = (*WCAG, "best-practice")

_RUN: Final = """async ([tags, known]) => {
    const result = await axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
    })
    return result.violations.flatMap(rule => rule.nodes.map(node => {
        const element = document.querySelector(node.target.flat().at(-1))
        return {
            rule: rule.id,
            where: node.target.flat().join(' '),
            why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(' '),
            known: known.findIndex(([id, selector]) => id === rule.id && element?.matches(selector)),
        }
    }))
}"""


@dataclass(frozen=True)
class Known:
    """A finding that Streamlit alone can mend: axe's rule, the element, a page where it is seen, and why it stands."""

    rule: str
    element: str
    page: str
    why: str


KNOWN: Final = (
    Known(
        "presentation-role-conflict",
        'section[data-testid="stFileUploaderDropzone"]',
        "dataleverancer",
        "Streamlit gives the field that takes dropped files a name and no role; the button in it has both.",
    ),
)


def findings(page: Page, tags: tuple[str, ...] = ALL) -> list[dict[str, Any]]:
    """All that axe finds on the page; `known` is the place in KNOWN, or -1."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(_RUN, [list(tags), [[known.rule, known.element] for known in KNOWN]])
    return found


def violations(page: Page, tags: tuple[str, ...] = ALL) -> list[str]:
    """What axe finds but for what is known, in words."""
    return [f"axe {one['rule']}: {one['where']} {one['why']}" for one in findings(page, tags) if one["known"] < 0]
