#!/usr/bin/env python3
"""Holds the tables of languages against the words of the program: what a writer says has its entry in French, with the
same places to fill in, and no entry is said by nobody. With a PROGRAM, what it prints in French has no English left.

tests/languages.py [PROGRAM]"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
CALL = re.compile(r"\b(?:say|say_)(?:\.of_number)?\(|\bcounted\(")


def unescaped(text):
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def joined(source):
    """The source without comments, literals that stand side by side made one."""
    source = re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE)
    return re.sub(r'"\s*\n\s*"', "", source)


def arguments(source, at):
    """The arguments of a call, split at its own commas."""
    depth, begin, args = 0, at, []
    while True:
        c = source[at]
        if c == '"':
            at = LITERAL.match(source, at).end()
            continue
        if c == "'":
            at += 4 if source[at + 1] == "\\" else 3
            continue
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return args + [source[begin:at]]
            depth -= 1
        elif c == "," and depth == 0:
            args.append(source[begin:at])
            begin = at + 1
        at += 1


def said(path):
    """The texts that a file hands to a wording, and where it does so with a name instead of a text."""
    source = joined(path.read_text())
    for call in CALL.finditer(source):
        args = arguments(source, call.end())
        texts = args if "counted" in call.group() else args[1:3] if "of_number" in call.group() else args[:1]
        for arg in texts:
            yield from (unescaped(text) for text in LITERAL.findall(arg))
        # A list of texts, of which one is said.
        for name in re.findall(r"(\w+)\[", args[0]):
            for body in re.findall(rf"constexpr std::string_view {name}\[\] = \{{(.*?)\}};", source, re.DOTALL):
                yield from (unescaped(text) for text in LITERAL.findall(body))


def table(path):
    for entry in re.finditer(r"\{((?:[^{}\"]|\"(?:[^\"\\\n]|\\.)*\")*)\}", joined(path.read_text())):
        texts = [unescaped(text) for text in LITERAL.findall(entry.group(1))]
        if len(texts) == 2:
            yield texts


def sentences(path):
    """The templates of sentences, by their names."""
    return dict((name, unescaped(text)) for name, text in re.findall(r'\.(\w+)\s*=\s*"((?:[^"\\\n]|\\.)*)"', joined(path.read_text())))


def problems_of_sentences():
    english = sentences(SRC / "write/sentences/english.cpp")
    french = sentences(SRC / "write/sentences/french.cpp")
    for name in sorted(english.keys() ^ french.keys()):
        yield f"the sentence {name} is not in both languages"
    for name in sorted(english.keys() & french.keys()):
        places = [sorted(re.findall(r"\{\w+\}", words[name])) for words in (english, french)]
        if places[0] != places[1]:
            yield f"the sentence {name} has {places[0]} in English and {places[1]} in French"


def fields(text):
    return len(re.findall(r"\{[^{}]*\}", text))


def problems():
    own = {}
    for path in sorted((SRC / "languages/french").glob("words_*.cpp")):
        for english, french in table(path):
            if english in own:
                yield f"{path.name}: {english!r} is there twice"
            own[english] = french
            if fields(english) != fields(french):
                yield f"{path.name}: {english!r} and {french!r} differ in what is filled in"
            if english[:1].isspace() and not french[:1].isspace():
                yield f"{path.name}: {english!r} and {french!r} differ in the space before them"
    texts = set()
    for path in sorted([path for room in ("write", "run", "page") for path in SRC.glob(f"{room}/**/*.?pp")]):
        texts.update(text for text in said(path) if re.search(r"[A-Za-z:]", text))
    everything = "\n".join(joined(path.read_text()) for path in [*SRC.glob("**/*.?pp"), *(ROOT / "include").glob("**/*.hpp")]
                           if "languages/french" not in str(path))
    for text in sorted(texts - own.keys()):
        yield f"{text!r} has no entry in French"
    for text in sorted(own):
        if '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' not in everything:
            yield f"{text!r} has an entry in French, and nobody says it"


# Every command that has other languages, on files whose names and labels are no English words of the list below.
IN_FRENCH = """
nps --promoters 300 --passives 100 --detractors 100
churn --start 0 --lost 0
roi --gain support=12000:9000..15000 --gain visits=30000:8000..52000 --cost 25000 --currency EUR
roi --gain support=12000 --cost 0
list
list --measures
report shop.csv
report shop.csv --all --format markdown
report shop.csv --by segment
compare shop.csv --from period=2024-11 --to period=2024-12 --by segment
compare ab.csv --from arm=control --to arm=variant --format markdown
trend shop.csv
trend shop.csv --metric churn
trend shop.csv --metric nps --format markdown
check shop.csv --require 'nps >= 0' --require 'churn <= 2%'
check shop.csv --require 'nps >= 0' --format markdown
cohorts orders.csv --orders customer_id,ordered_at,amount
cohorts orders.csv --orders customer_id,ordered_at,amount --rolling 30d --unbounded --format markdown
funnel events.ndjson --people user.id,ts --step "visit: event = 'visit'" --step "buy: event = 'buy'" --within 7d
attribute touches.csv --touches user,at,channel --conversion "event = 'buy'" --bootstrap 100 --cost costs.csv
attribute touches.csv --touches user,at,channel --conversion "event = 'buy'" --format markdown
relate nps churn shop.csv --lags 0..2
relate nps churn shop.csv --from 2024-12 --to 2024-12 --by segment --format markdown
project cohort.csv --discount 10%/year --margin 20
project subscriptions.csv --subscriptions signup_date,cancel_date --format markdown
project --survivors 100,80
project --survivors 10000,8000,6400,5120,4096
customers purchases.csv --orders customer,ordered_at,amount --demand 12w --new 40/week
customers purchases.csv --orders customer,ordered_at --no-holdout --list high-value --format markdown
sample nps --margin 5
sample churn --margin 1% --expect 5%
sample conversion --from 5% --to 6%
sample conversion --from 5% --per-group 3000:1000
sample nps --from 30 --per-group 500
solve churn --target 5% --start 1000 --lost 80
solve nps --target 50 --vary promoters --promoters 300 --passives 100 --detractors 100
solve nps --target 99 --vary passives --promoters 300 --passives 100 --detractors 100
sensitivity nps --promoters 300 --passives 100 --detractors 100
sensitivity cac --acquisition-cost 1000 --customers-new 10
adjust nps=0.01 csat=0.04 churn=0.03
adjust 0.5 --format markdown
payback --cac 240 --margin 20 --retention 95%
payback --cac 2400 --margin 20 --retention 100%
tally survey.csv --nps score --period answered_at:month --by plan --format table
export glossary
""".strip().splitlines()
MODELS = "sbg bdw bgnbd mbgnbd pareto gamma_gamma first last last-non-direct linear position decay markov shapley shapley-rate"
ENGLISH = set("""the of and with is are was were be been has have had not nor than that which who whom whose this these those
it its they them their there where when what how why if by to from for at in into over under between without within after
before per each every all any some more most less few only also so too would could should may might must can cannot will
no none one two""".split())


def english_in(text):
    """The English words of an output, without what is foreign or machine's: keys, flags, quotes, formulas, sources."""
    text = re.sub(r"^Source .*(?:\n {4,}.*)*", "", text, flags=re.MULTILINE)
    text = re.sub(r"`[^`]*`|\([^()]*\)\(|\]\([^()]*\)|«[^»]*»|--\S+|\S*_\S*|\([a-z, ]+\) \|", " ", text)
    return sorted(set(re.findall(r"(?<![\w’'.-])[a-z]+(?![\w’'-])", text)) & ENGLISH)


def problems_of_outputs(program):
    catalogue = subprocess.run([program, "export", "catalogue"], capture_output=True, text=True, check=True).stdout
    keys = [metric["key"] for metric in json.loads(catalogue)["metrics"]]
    lines = IN_FRENCH + ["explain " + name for name in keys + MODELS.split()]
    environment = {**os.environ, "CXM_LANG": "fr", "COLUMNS": "160", "LC_ALL": "C.UTF-8"}
    for line in lines:
        ran = subprocess.run([program, *shlex.split(line)], capture_output=True, text=True, env=environment,
                             cwd=ROOT / "examples/data")
        if not ran.stdout:
            yield f"cxm {line} prints nothing: {ran.stderr}"
        if left := english_in(ran.stdout):
            yield f"cxm {line} says in English: {', '.join(left)}"


def main():
    wrong = [*problems(), *problems_of_sentences()]
    if len(sys.argv) > 1:
        wrong.extend(problems_of_outputs(Path(sys.argv[1]).resolve()))
    print("\n".join(wrong + [f"{0 if wrong else 1} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
