#!/usr/bin/env python3
"""Holds the tables of languages against the words of the program: what a writer says has its entry in French, with the
same places to fill in, and no entry is said by nobody."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
CALL = re.compile(r"\b(?:say|say_)(?:\.of_number)?\(")


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
        texts = args[1:3] if "of_number" in call.group() else args[:1]
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


def main():
    wrong = [*problems(), *problems_of_sentences()]
    print("\n".join(wrong + [f"{0 if wrong else 1} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
