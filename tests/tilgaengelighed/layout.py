"""What of a page cannot be read where it stands: scrolls sideways, is cut off, lies over something else, leaves its chart.

All is measured in the browser, on the boxes of the texts themselves.
"""

from typing import Final

from playwright.sync_api import Page

# Boxes of letters have air above and below them: texts lie over each other only where they share more than this, in px.
_SHARED_WIDTH: Final = 1
_SHARED_HEIGHT: Final = 6

_MEASURE: Final = """([sharedWidth, sharedHeight]) => {
    const found = []
    const short = text => text.trim().replace(/\\s+/g, ' ').slice(0, 60)
    const main = document.querySelector('[data-testid="stMain"]')
    const page = document.scrollingElement
    if (page.scrollWidth > window.innerWidth || (main && main.scrollWidth > main.clientWidth))
        found.push('the page scrolls sideways')

    // A part of the page that scrolls by itself (a wide table) may do so; all else must be inside the screen and whole.
    const isHidden = it => !it.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    const isForEarsOnly = it => {
        for (let each = it; each; each = each.parentElement) {
            const box = each.getBoundingClientRect(), style = getComputedStyle(each)
            if (style.position === 'absolute' && (box.width <= 1 || box.height <= 1)) return true
            if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)') return true
        }
        return false
    }
    const scrolls = style => /auto|scroll/.test(style.overflowX + style.overflowY)
    const clips = style => /hidden|clip/.test(style.overflowX + style.overflowY)

    const texts = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement
        if (!node.data.trim() || !owner || /SCRIPT|STYLE|NOSCRIPT|TITLE/i.test(owner.tagName)) continue
        if (owner.closest('[data-testid="stIconMaterial"], [aria-hidden="true"][class*="material"]')) continue
        if (isHidden(owner) || isForEarsOnly(owner)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1)
        if (!boxes.length) continue
        let inScroller = false, hinted = false
        for (let each = owner; each && each !== main && each !== document.body; each = each.parentElement) {
            const style = getComputedStyle(each), frame = each.getBoundingClientRect()
            if (each.title || each.getAttribute('aria-label')?.includes(node.data.trim())) hinted = true
            if (scrolls(style) && (each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight)) {
                inScroller = true
                break
            }
            if (each instanceof SVGElement && each.tagName !== 'svg') continue
            if (!clips(style) || hinted || inScroller) continue
            const cut = boxes.find(box => box.right > frame.right + 1.5 || box.left < frame.left - 1.5
                || box.bottom - box.height * 0.3 > frame.bottom || box.top + box.height * 0.3 < frame.top)
            if (cut) {
                const what = each.tagName === 'svg' ? 'leaves its chart' : 'is cut'
                found.push(`"${short(node.data)}" ${what} (${each.getAttribute('data-testid') || each.className.baseVal
                    || each.tagName.toLowerCase()})`)
                break
            }
        }
        if (!inScroller && boxes.some(box => box.right > window.innerWidth + 1 || box.left < -1))
            found.push(`"${short(node.data)}" stands outside the screen`)
        // One character in a chart is a mark among its points.
        const isMark = owner.closest('svg') && node.data.trim().length === 1
        if (!inScroller && !isMark && !owner.closest('[data-testid="stHeader"]'))
            boxes.forEach(box => texts.push({ box, text: short(node.data), owner }))
    }

    texts.sort((one, other) => one.box.top - other.box.top)
    for (let at = 0; at < texts.length; at++) {
        for (let to = at + 1; to < texts.length && texts[to].box.top < texts[at].box.bottom - sharedHeight; to++) {
            const one = texts[at], other = texts[to]
            if (one.owner === other.owner) continue
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
            const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
            if (across > sharedWidth && down > sharedHeight)
                found.push(`"${one.text}" and "${other.text}" lie over each other`)
        }
    }
    return [...new Set(found)]
}"""


def faults(page: Page) -> list[str]:
    """Each thing that cannot be read, in words; nothing where all is well."""
    found: list[str] = page.evaluate(_MEASURE, [_SHARED_WIDTH, _SHARED_HEIGHT])
    return found
