// Opens every page of a folder at three widths, in the light, in the dark, on paper and without its style sheet, and looks
// for what runs over, what lies on something else, what asks for something, and what axe-core objects to.
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import fs from "node:fs";
import path from "node:path";

const [executablePath, folder, pictures] = process.argv.slice(2);
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

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const views = [
  ["phone", { width: 360, height: 740 }, "light"],
  ["phone-dark", { width: 360, height: 740 }, "dark"],
  ["tablet", { width: 800, height: 1000 }, "light"],
  ["desk", { width: 1280, height: 900 }, "light"],
  ["desk-dark", { width: 1280, height: 900 }, "dark"],
];
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  const name = path.basename(file, ".html");
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  for (const [view, viewport, colorScheme] of views) {
    // Nothing of a page runs: what looks at it is the only script.
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && asked.push(message.text()));
    page.on("dialog", (dialog) => { asked.push("a dialog"); dialog.dismiss(); });
    await page.goto(`file://${path.join(folder, file)}`);
    const found = await page.evaluate(findings);
    check(`${name} ${view}`, found.length === 0, found.slice(0, 4).join("; "));
    check(`${name} ${view}`, asked.length === 1, asked.slice(1).join(" "));
    // Of the largest pages it takes minutes, and finds what it finds in the others.
    const small = text.length < 200_000;
    if (small && (view === "desk" || view === "desk-dark")) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      check(`${name} ${view} axe`, violations.length === 0,
            violations.map((v) => `${v.id} at ${v.nodes[0].target} (${v.nodes.length})`).join("; "));
    }
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${view}.png`), fullPage: true });
    if (view === "desk") {
      await page.emulateMedia({ media: "print" });
      if (pictures) await page.pdf({ path: path.join(pictures, `${name}.pdf`), format: "A4", printBackground: false });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`${name} print`, over <= 1, `${over} pixels run over`);
    }
    await context.close();
  }
  const bare = await browser.newContext({ viewport: { width: 800, height: 1000 }, javaScriptEnabled: false });
  const page = await bare.newPage();
  await page.setContent(text.replace(/<style>[\s\S]*?<\/style>/, ""));
  check(`${name} bare`, (await page.locator("h1").count()) === 1, "without its style sheet it has no heading");
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-bare.png`), fullPage: true });
  await bare.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
