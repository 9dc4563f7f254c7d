#!/usr/bin/env python3
"""Reads every page and chart that the program writes as a browser would, without one: tests/page.py PROGRAM

Nothing runs and nothing is asked for, every link has a target, no id stands twice, every text of a chart lies within it,
hostile texts stay texts, two runs give the same bytes, the numbers are those of the JSON, and a page in French has no
English in it.
"""

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from hostile import TEXTS, hidden  # noqa: E402

DATA = Path(__file__).resolve().parent.parent / "examples/data"
SHOP = str(DATA / "shop.csv")
FUNNEL = ["funnel", str(DATA / "events.ndjson"), "--people", "user.id,ts", "--step", "visit: event = 'visit'", "--step",
          "cart: event = 'cart'", "--step", "buy: event = 'buy'"]
TOUCHES = ["attribute", str(DATA / "touches.csv"), "--touches", "user,at,channel", "--conversion", "event = 'buy'"]
TARGETS = '{"targets": {"churn": "3%", "nps": {"value": 40, "source": "board"}, "csat": "80%"}}'

PAGES = {
    "report": ["report", SHOP],
    "report-total": ["report", SHOP, "--total", "--targets", "targets.json"],
    "report-segments": ["report", SHOP, "--by", "segment", "--every", "quarter", "--targets", "targets.json"],
    "report-few": ["report", SHOP, "--metric", "nps,churn,csat_mean", "--from", "2024-12", "--currency", "EUR"],
    "report-one": ["report", SHOP, "--every", "all", "--total"],
    "compare": ["compare", SHOP, "--from", "2023-Q1", "--to", "2024-Q4", "--metric", "nps,csat,conversion", "--by", "segment"],
    "compare-all": ["compare", SHOP, "--from", "2024-11", "--to", "2024-12"],
    "trend": ["trend", SHOP],
    "trend-one": ["trend", SHOP, "--metric", "churn", "--rebase", "2024-04", "--against", "last-year"],
    "trend-groups": ["trend", SHOP, "--metric", "nps,churn", "--by", "segment", "--every", "quarter"],
    "check": ["check", SHOP, "--require", "nps >= 30", "--require", "churn <= 1% by segment", "--require",
              "churn worsens by <= 1pp vs previous"],
    "cohorts": ["cohorts", str(DATA / "orders.csv"), "--orders", "customer_id,ordered_at,amount"],
    "cohorts-revenue": ["cohorts", str(DATA / "orders.csv"), "--orders", "customer_id,ordered_at,amount", "--cells", "revenue"],
    "funnel": FUNNEL + ["--within", "7d", "--by", "user.country"],
    "funnel-change": FUNNEL + ["--by", "user.country", "--between", "DE,NL"],
    "attribute": TOUCHES + ["--bootstrap", "100", "--value", "amount", "--cost", str(DATA / "costs.csv")],
    "project": ["project", "--survivors", "1000,869,743,653,593", "--discount", "10%", "--margin", "20"],
    "project-none": ["project", "--survivors", "1000,869", "--horizon", "2"],
}
# What no English sentence goes without, and no French one has.
ENGLISH = re.compile(r"\b(the|of|and|is|are|was|were|with|without|to|from|each|not|than|that|which|by|in|its|their|it|has|"
                     r"have|before|after|below|above|there|this|these|where|at|so|who|what|period|value)\b")
MANY = ["report", "many.csv", "--metric", "churn,nps,conversion,csat,average_transaction,retention"]
VOID = {"meta", "br", "hr", "img", "input", "link"}
SHAPES = {"line", "polyline", "polygon", "rect", "circle", "path"}
ALLOWED = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "nav", "div",
           "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "a", "span", "code", "pre", "data", "details", "summary",
           "b", "figure", "figcaption", "svg", "text", "g", "table", "caption", "thead", "tbody", "tr", "th", "td"} | SHAPES
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "value", "scope", "role", "hidden",
              "tabindex", "aria-label", "aria-labelledby", "viewbox", "width", "height", "font-size", "font-family",
              "font-weight", "text-anchor", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
              "stroke-linejoin", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "transform", "xmlns"}


def width_of(text, size):
    """About as wide as common fonts draw it."""
    return sum(size * (0 if unicodedata.combining(c) else 1.0 if unicodedata.east_asian_width(c) in "WF" else
                       0.3 if c in "iljtfI.,:;'|!()[] " else 0.85 if c in "mwMW@%" else 0.66 if c.isupper() else 0.56)
               for c in text)


class Page(HTMLParser):
    """What a page holds, and what is wrong with it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.ids, self.links, self.numbers = [], [], [], [], []
        self.texts, self.headings, self.view, self.label = [], [], None, None
        self.feed(text)
        self.close()
        self.wrong += [f"{tag} is not closed" for tag in self.open]
        self.wrong += [f"id {i} stands {self.ids.count(i)} times" for i in set(self.ids) if self.ids.count(i) > 1]
        self.wrong += [f"#{link} leads nowhere" for link in set(self.links) if link not in self.ids]
        if self.headings[:1] != ["h1"] or self.headings.count("h1") != 1:
            self.wrong.append("a page has one h1, first")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ALLOWED:
            self.wrong.append(f"element {tag}")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.wrong.append(f"attribute {name}={value!r} of {tag}")
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            if not given["href"].startswith("#"):
                self.wrong.append(f"a link to {given['href']!r}")
            self.links.append(given["href"][1:])
        if tag == "data":
            self.numbers.append(float(given["value"]))
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "svg":
            self.view = [float(n) for n in given["viewbox"].split()]
            if not given.get("aria-label", "").strip():
                self.wrong.append("a chart without words")
        if tag == "text":
            self.label = (float(given["x"]), float(given["y"]), given.get("text-anchor", "start"))
        if tag == "th" and "scope" not in given:
            self.wrong.append("a th without its scope")
        if tag not in VOID and tag not in SHAPES:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in SHAPES and tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"/{tag} closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, text):
        if self.open and self.open[-1] != "style":
            self.texts.append(text)
        if self.open and self.open[-1] == "text" and self.label and self.view:
            x, y, anchor = self.label
            width = width_of(text, 11)
            left = x - (width if anchor == "end" else width / 2 if anchor == "middle" else 0)
            if left < -1 or left + width > self.view[2] + 1 or y < 6 or y > self.view[3]:
                self.wrong.append(f"the text {text!r} lies outside its chart: {left:.0f} to {left + width:.0f} of {self.view[2]}")


def numbers_in(value, keys):
    """The numbers of JSON that stand at one of these keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("target", "benchmark", "residual_lifetime", "holdout"):
                continue
            if key in keys and isinstance(inner, (int, float)) and not isinstance(inner, bool):
                yield float(inner)
            else:
                yield from numbers_in(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers_in(inner, keys)


# Of each command what its page has to show: the keys of the JSON.
SHOWN = {"report": {"value"}, "trend": {"value", "lower_limit", "upper_limit"}, "cohorts": {"retention_value"},
         "compare": {"value"}, "attribute": {"conversions"}, "project": {"value"}}


class Checks:
    def __init__(self, program, folder):
        self.program, self.folder, self.passed, self.failed = Path(program).resolve(), folder, 0, []

    def run(self, line):
        return subprocess.run([self.program, *line], cwd=self.folder, capture_output=True, timeout=60)

    def check(self, name, holds, why=""):
        if holds:
            self.passed += 1
        else:
            self.failed.append(f"{name}: {why}")

    def page(self, name, line):
        written = self.run(line + ["--format", "html"])
        self.check(name, written.returncode in (0, 1), written.stderr.decode())
        text = written.stdout.decode()
        page = Page(text)
        for why in page.wrong[:5]:
            self.check(name, False, why)
        self.check(name, not page.wrong)
        self.check(name, text == self.run(line + ["--format", "html"]).stdout.decode(), "two runs differ")
        policy = "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"
        self.check(name, policy in text, "no policy")
        self.check(name, not re.search(r"@import|url\(|<script|https?://(?!www.w3.org/2000/svg)[^<]*\"", text), "asks for something")
        self.check(name, not any(hidden(c) for c in text if c != "\n"), "hidden characters")
        self.check(name, len(text) < 1_000_000, f"{len(text)} bytes")
        return page

    def numbers(self, name, line, page):
        line = [word for i, word in enumerate(line) if not (word == "--cells" or (i and line[i - 1] == "--cells"))]
        printed = self.run(line + ["--json"])
        self.check(name, printed.returncode in (0, 1), printed.stderr.decode())
        if printed.returncode > 1:
            return
        document = json.loads(printed.stdout)
        there = set(page.numbers)
        if line[0] == "cohorts":
            wanted = [cell["retention"]["value"] for row in document["cohorts"] for cell in row["cells"]]
        elif line[0] == "funnel":
            wanted = list(numbers_in(document, {"people"})) if "everyone" in document else []
        else:
            of_page = {"report": "records", "attribute": "models", "project": "records"}.get(line[0])
            wanted = list(numbers_in(document[of_page] if of_page else document, SHOWN.get(line[0], set())))
        if name == "cohorts-revenue" or line[0] in ("check", "compare"):
            return
        absent = [number for number in wanted if number not in there]
        self.check(name, not absent, f"{len(absent)} of {len(wanted)} numbers of the JSON are not in the page, as {absent[:3]}")

    def commands(self, name, page):
        """The commands that make a number again give that number."""
        text = "".join(page.texts)
        for line in sorted(set(re.findall(r"cxm (?!project)[a-z_]+(?: --[a-z-]+ [0-9.e+-]+)+", text)))[:12]:
            value = self.run(line.split()[1:] + ["--raw"])
            self.check(name, value.returncode == 0 and float(value.stdout) in page.numbers, line + value.stderr.decode())


def texts_of(page):
    """What a page says, without what is data, a formula, a command, the title of a work or a warning."""
    for pattern in (r"<style>.*?</style>", r"<code>.*?</code>", r"<dt>(Source|Avec les nombres|Produit par)</dt><dd>.*?</dd>", r"<(\w+)[^>]* lang=\"en\".*?</\1>"):
        page = re.sub(pattern, "", page, flags=re.DOTALL)
    return [unescape(text) for text in re.findall(r">([^<]+)<", page) + re.findall(r"aria-label=\"([^\"]*)\"", page)]


def french(checks):
    """A page in French says nothing in English, and writes numbers and dates as French does."""
    for name, line in PAGES.items():
        if b"--lang" not in checks.run([line[0], "--help"]).stdout:
            continue
        written = checks.run(line + ["--lang", "fr", "--format", "html"])
        checks.check(name, written.returncode in (0, 1), written.stderr.decode())
        text = written.stdout.decode()
        page = Page(text)
        checks.check(f"{name} in French", not page.wrong and '<html lang="fr">' in text, "; ".join(page.wrong[:3]))
        for said in texts_of(text):
            own = said
            for word in line:
                own = own.replace(word, "")
            found = ENGLISH.search(own) or re.search(r"(?<!\.\.)\b\d{4}-(\d\d|Q\d)\b(?![-.])|\d\.\d", own)
            checks.check(f"{name} in French", not found, f"{found and found.group()!r} in {said[:100]!r}")
        numbers = sorted(page.numbers)
        in_english = Page(checks.run(line + ["--format", "html"]).stdout.decode())
        checks.check(f"{name} in French", numbers == sorted(in_english.numbers), "other numbers than in English")
    drawn = checks.run(["trend", SHOP, "--metric", "nps,churn", "--lang", "fr", "--format", "svg"]).stdout.decode()
    checks.check("svg in French", 'xml:lang="fr"' in drawn and not any(ENGLISH.search(text) for text in texts_of(drawn)))


def hostile_file(text):
    label = '"' + text.replace('"', '""') + '"'
    rows = [f"2024-{month:02},{label},{100 + month},{month},{30 + month},10,{month % 5}" for month in range(1, 9)]
    rows += [f"2024-{month:02},b,{100 + month},{month % 3},{20 + month},10,{month % 7}" for month in range(1, 9)]
    return "period,segment,customers_start,customers_lost,promoters,passives,detractors\n" + "\n".join(rows) + "\n"


def hostile(checks):
    for number, text in enumerate(t for t in TEXTS if t.strip() and "\x00" not in t):
        name = f"hostile {text!r}"
        (checks.folder / "h.csv").write_bytes(hostile_file(text).encode("utf-8", "surrogatepass"))
        for command in (["report", "h.csv"], ["trend", "h.csv", "--by", "segment", "--metric", "nps"])[: 2 if number % 6 == 0 else 1]:
            written = checks.run(command + ["--format", "html"])
            if written.returncode == 3:
                continue  # the reader refuses such a label
            checks.check(name, written.returncode == 0, written.stderr.decode())
            page = Page(written.stdout.decode())
            checks.check(name, not page.wrong, "; ".join(page.wrong[:3]))
    (checks.folder / "own.json").write_text(json.dumps({"metrics": [
        {"key": "own", "title": "</title><img src=x onerror=alert(1)>\"'", "formula": "promoters / passives", "unit": "ratio", "better": "higher"}]}))
    file = "a<b>&'\".csv"
    (checks.folder / file).write_text(hostile_file("</svg><b>"))
    name = "hostile titles and names"
    written = checks.run(["report", file, "--metrics", "own.json", "--format", "html"])
    checks.check(name, written.returncode == 0, written.stderr.decode())
    page = Page(written.stdout.decode())
    checks.check(name, not page.wrong and file in "".join(page.texts), "; ".join(page.wrong[:3]))


def many(checks):
    """36 periods, 12 segments and 6 metrics stay under 1 MB."""
    rows = [f"{2022 + m // 12}-{m % 12 + 1:02},segment number {s},{1000 + 13 * s},{10 + (m * s) % 17},{300 + m},{100 + s},{50 + (m * 7 + s) % 40},"
            f"{4000 + m},{200 + (s * m) % 50},{70 + s},{90 + s},{900 + m * s},{30 + s}" for m in range(36) for s in range(1, 13)]
    head = ("period,segment,customers_start,customers_lost,promoters,passives,detractors,visitors,conversions,csat_satisfied,"
            "csat_answers,revenue,transactions\n")
    (checks.folder / "many.csv").write_text(head + "\n".join(rows) + "\n")
    checks.page("many", MANY)


def charts(checks):
    written = checks.run(["trend", SHOP, "--metric", "nps,churn", "-o", "nps.svg"])
    checks.check("svg", written.returncode == 0, written.stderr.decode())
    import xml.etree.ElementTree as tree
    root = tree.parse(checks.folder / "nps.svg").getroot()
    kinds = {element.tag.split("}")[1] for element in root.iter()}
    checks.check("svg", kinds <= {"svg", "title", "style", "g", "text"} | SHAPES, str(kinds))
    refused = checks.run(["trend", SHOP, "--metric", "nps", "-o", "nps.png"])
    checks.check("png", refused.returncode == 2 and b"rsvg-convert" in refused.stderr, refused.stderr.decode())
    checks.check("png", not (checks.folder / "nps.png").exists(), "a file is there")


def receipts(checks):
    (checks.folder / "r.csv").write_text("period,customers_start,customers_lost\n2024-01,100,5\n2024-02,100,200\n2024-03,9,1\n")
    for name, line in PAGES.items():
        line = [word for i, word in enumerate(line) if "--cells" not in (word, line[i - 1])]
        receipt = json.loads(checks.run(line + ["--json", "--receipt"]).stdout)["receipt"]
        checks.check(name, receipt["command"].startswith("cxm " + line[0]) and receipt["version"], str(receipt))
        for given in receipt["inputs"]:
            size = (checks.folder / given["name"]).stat().st_size
            checks.check(name, given["bytes"] == size, f"{given}: {size}")
    read = json.loads(checks.run(["report", "r.csv", "--to", "2024-02", "--json", "--receipt"]).stdout)["receipt"]
    checks.check("receipt", read["rows"] == {"read": 3, "passed_over": 1, "refused": 1}, str(read["rows"]))


def write_pages(checks, folder):
    """The pages as files, for a browser; one of them of hostile texts."""
    for name, line in PAGES.items():
        (folder / f"{name}.html").write_bytes(checks.run(line + ["--format", "html"]).stdout)
    french_page = ["report", SHOP, "--by", "segment", "--metric", "nps,churn,csat", "--lang", "fr", "--format", "html"]
    (folder / "report-french.html").write_bytes(checks.run(french_page).stdout)
    (checks.folder / "h.csv").write_text(hostile_file("</svg><script>alert(1)</script><img src=x onerror=alert(2)>"))
    (folder / "hostile.html").write_bytes(checks.run(["report", "h.csv", "--format", "html"]).stdout)
    many(checks)
    (folder / "many.html").write_bytes(checks.run(MANY + ["--format", "html"]).stdout)


def main():
    with tempfile.TemporaryDirectory() as name:
        checks = Checks(sys.argv[1], Path(name))
        (checks.folder / "targets.json").write_text(TARGETS)
        if sys.argv[2:3] == ["--write"]:
            return write_pages(checks, Path(sys.argv[3]))
        for page_name, line in PAGES.items():
            page = checks.page(page_name, line)
            checks.numbers(page_name, line, page)
            checks.commands(page_name, page)
        hostile(checks)
        many(checks)
        charts(checks)
        french(checks)
        receipts(checks)
        print("\n".join(checks.failed + [f"{checks.passed} passed, {len(checks.failed)} failed"]))
        return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
