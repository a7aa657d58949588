// Opens pages in Chromium as people do, and prints as JSON what each of them showed.
// node look.mjs '[{"page": "out/index.html", "wide": 320, "dark": false}, ...]'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];
const TABS = 12;

const faults = `axe.run(document, {runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"], preload: false, iframes: false})
  .then(found => found.violations.map(v => v.id + ": " + v.nodes[0].target + " " + v.nodes[0].failureSummary))`;
const shape = `({
  wide: document.documentElement.scrollWidth,
  headings: [...document.querySelectorAll("h1, h2, h3, h4")].map(h => Number(h.tagName[1])),
  twice: [...document.querySelectorAll("[id]")].map(e => e.id).filter((id, at, all) => all.indexOf(id) < at),
  dangling: [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href"))
    .filter(href => !document.getElementById(decodeURIComponent(href.slice(1)))),
  motion: getComputedStyle(document.documentElement).scrollBehavior,
})`;
const focused = `(() => { const e = document.activeElement, r = e.getBoundingClientRect();
  return {tag: e.tagName, text: e.textContent.trim(), top: r.top + scrollY, seen: r.width > 10 && r.height > 10}; })()`;

async function looked(browser, { page: path, wide, dark, still, open, at, keys }) {
  const context = await browser.newContext({
    viewport: { width: wide, height: 700 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: still ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const said = [], asked = [];
  page.on("console", message => said.push(message.text()));
  page.on("dialog", dialog => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href + (at ? `#${at}` : ""));
  if (open) await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
  const found = { said, asked, ...(await page.evaluate(shape)) };
  if (at) found.target = await page.evaluate(`(() => { const e = document.querySelector(":target"),
    r = e.getBoundingClientRect(); return {top: r.top, ground: getComputedStyle(e).backgroundColor, text: e.textContent}; })()`);
  if (keys) {
    found.tabs = [];
    for (let n = 0; n < TABS; n++) {
      await page.keyboard.press("Tab");
      found.tabs.push(await page.evaluate(focused));
    }
  }
  if (!at && !keys) {
    await page.evaluate(AXE);
    found.faults = await page.evaluate(faults);
    await page.emulateMedia({ media: "print" });
    found.printed = await page.evaluate(`getComputedStyle(document.querySelector("nav")).display`);
  }
  await context.close();
  return found;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
const results = [];
for (const view of JSON.parse(process.argv[2])) results.push(await looked(browser, view));
await browser.close();
console.log(JSON.stringify(results));
