// When was the last thing drawn that a reader sees? The same watch for every program: it knows charts of Plotly and key
// figures by what is on the screen, in the page or in a shadow root, and nothing of Streamlit or Dash.
(() => {
    const SHOWN = ".js-plotly-plot, [data-testid='stMetric'], .noegletal, table"
    const watch = { clicked: 0, painted: 0, roots: [] }
    const stamp = () => requestAnimationFrame(() => {
        const frame = new MessageChannel() // its message is handled after the frame has been painted
        frame.port1.onmessage = () => { watch.painted = performance.now() }
        frame.port2.postMessage(null)
    })
    const seen = records => {
        const shown = records.some(({ target, addedNodes }) => {
            const element = target.nodeType === 1 ? target : target.parentElement
            return element?.closest?.(SHOWN) || [...addedNodes].some(it => it.nodeType === 1 && (it.matches(SHOWN) || it.querySelector(SHOWN)))
        })
        if (shown) stamp()
    }
    const look = root => {
        watch.roots.push(root)
        new MutationObserver(seen).observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    }
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options)
        look(root)
        return root
    }
    look(document)
    document.addEventListener("pointerdown", () => { watch.clicked = performance.now() }, true)

    const numbers = values => Array.from(values ?? []).flat().filter(Number.isFinite).reduce((sum, it) => sum + it, 0)
    const charts = () => watch.roots.flatMap(root => [...root.querySelectorAll(".js-plotly-plot")])
        .filter(it => it.isConnected && it.getClientRects().length && it.querySelector(".main-svg .cartesianlayer"))
    watch.state = () => charts().map(it => (it._fullData ?? []).map(one => [numbers(one.x), numbers(one.y), numbers(one.z)].map(n => Math.round(100 * n))).join()).join(";")
    watch.first = () => (charts()[0]?._fullData ?? []).map(one => numbers(one.y))
    watch.count = () => charts().length
    window.overblikWatch = watch
})()
