// node lighthouse.mjs CHROMIUM ADDRESS…: Lighthouse's audit of accessibility of each address, once its page is drawn, as one JSON object.
import { snapshot } from "lighthouse"
import puppeteer from "puppeteer-core"

const [executablePath, ...addresses] = process.argv.slice(2)
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking", "--lang=da"] })
const reports = {}
try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 900 })
    for (const address of addresses) {
        await page.goto(address)
        await page.waitForSelector("h1", { timeout: 90000 })
        await page.waitForSelector('[data-testid="stApp"][data-test-script-state="notRunning"]', { timeout: 90000 })
        await new Promise(done => setTimeout(done, 1000))
        const settings = { onlyCategories: ["accessibility"], formFactor: "desktop", screenEmulation: { disabled: true } }
        const { lhr } = await snapshot(page, { config: { extends: "lighthouse:default", settings } })
        const asked = Object.values(lhr.audits).filter(audit => audit.score !== null)
        reports[address] = {
            score: lhr.categories.accessibility.score,
            asked: asked.map(audit => audit.id),
            failed: asked.filter(audit => audit.score < 1).map(audit =>
                [audit.id, (audit.details?.items ?? []).map(item => item.node?.snippet)]),
        }
    }
} finally {
    await browser.close()
}
console.log(JSON.stringify(reports))
