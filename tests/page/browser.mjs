// Opens every page of a folder at three widths in the light, then once in the dark, on paper and without its style sheet,
// and looks for what runs over, what lies on something else, what asks for something, and what axe-core objects to.
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import fs from "node:fs";
import path from "node:path";

const [executablePath, folder, pictures] = process.argv.slice(2);
const patience = 180_000;  // a picture of the longest page, on a busy machine
let passed = 0;
let failed = 0;
const check = (name, holds, why) => {
  if (!holds) console.log(`${name}: ${why}`);
  holds ? ++passed : ++failed;
};

/** What runs over the page, and texts of charts that leave theirs or lie on each other. */
function findings() {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) {
    found.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  }
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    for (const [text, box] of texts) {
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) {
        found.push(`'${text}' leaves its chart '${svg.getAttribute("aria-label").slice(0, 40)}'`);
      }
    }
    for (let i = 0; i < texts.length; ++i) {
      for (let j = i + 1; j < texts.length; ++j) {
        const [a, b] = [texts[i][1], texts[j][1]];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 0.35 * Math.min(a.height, b.height)) {
          found.push(`'${texts[i][0]}' lies on '${texts[j][0]}'`);
        }
      }
    }
  }
  for (const card of document.querySelectorAll(".card")) {
    if (card.scrollWidth > card.clientWidth + 1) found.push(`a card runs over: ${card.textContent.slice(0, 40)}`);
  }
  return found;
}

/** Looks at one page in one window: three widths in the light, then the dark and paper; `axe` looks where it is small. */
async function look(browser, name, file, text) {
  // Nothing of a page runs: what looks at it is the only script.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && asked.push(message.text()));
  page.on("dialog", (dialog) => { asked.push("a dialog"); dialog.dismiss(); });
  const picture = (view) => pictures && page.screenshot({ path: path.join(pictures, `${name}-${view}.png`), fullPage: true });
  // Of the largest pages it takes minutes, and finds what it finds in the others.
  const axe = async (view, ...rules) => {
    if (text.length > 200_000) return;
    const builder = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules.length ? builder.withRules(rules) : builder).analyze();
    check(`${name} ${view} axe`, violations.length === 0,
          violations.map((v) => `${v.id} at ${v.nodes[0].target} (${v.nodes.length})`).join("; "));
  };
  await page.goto(`file://${file}`);
  for (const [view, width, height] of [["phone", 360, 740], ["tablet", 800, 1000], ["desk", 1280, 900]]) {
    await page.setViewportSize({ width, height });
    const found = await page.evaluate(findings);
    check(`${name} ${view}`, found.length === 0, found.slice(0, 4).join("; "));
    await picture(view);
  }
  await axe("desk");
  // The dark moves nothing: colours alone are to be looked at.
  await page.emulateMedia({ colorScheme: "dark" });
  await axe("dark", "color-contrast");
  await picture("dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await page.setViewportSize({ width: 680, height: 1000 });
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll("table, svg, pre, p, li")]
      .filter((e) => e.getBoundingClientRect().right > width + 1)
      .map((e) => `${Math.round(e.getBoundingClientRect().right - width)} pixels of '${e.textContent.slice(0, 60)}'`);
  });
  check(`${name} print`, over.length === 0, over.slice(0, 3).join("; "));
  if (pictures) await page.pdf({ path: path.join(pictures, `${name}.pdf`), format: "A4" });
  check(`${name} alone`, asked.length === 1, asked.slice(1).join(" "));
  await context.close();
}

/** Without its style sheet and without JavaScript a page still reads from its heading on. */
async function look_bare(browser, name, text) {
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setContent(text.replace(/<style>[\s\S]*?<\/style>/, ""));
  check(`${name} bare`, (await page.locator("h1").count()) === 1, "without its style sheet it has no heading");
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-bare.png`), fullPage: true });
  await context.close();
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const files = fs.readdirSync(folder).filter((name) => name.endsWith(".html"));
const look_on = async () => {
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const name = path.basename(file, ".html");
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    await look(browser, name, path.join(folder, file), text);
    await look_bare(browser, name, text);
  }
};
await Promise.all([look_on(), look_on()]);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
