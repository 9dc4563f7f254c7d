#!/usr/bin/env python3
"""Compiles and runs the C++ blocks of pages: tests/cpp_blocks.py COMPILER [PAGE...]

A block fenced as ```cpp is one program: as it stands if it has a main function, else as the body of one, with the whole
library and its names at hand. It must exit with 0. A comment behind a printf says what that line prints.
"""

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "docs/library.md"]
BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAID = re.compile(r"printf\(.*\);\s*// (.*)$", re.MULTILINE)
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]


def program_of(block):
    if "int main(" in block:
        return block
    body = "".join(f"    {line}\n" for line in block.splitlines())
    return f"#include <cstdio>\n#include <string>\n#include <vector>\n\nusing namespace cxm;\n\nint main() {{\n{body}}}\n"


def complaint_of(compiler, scratch, name, block):
    source = scratch / f"{name}.cpp"
    source.write_text(program_of(block))
    made = subprocess.run(compiler + ["-include", scratch / "library.hpp", source, "-o", source.with_suffix("")],
                          capture_output=True, text=True)
    if made.returncode != 0:
        return made.stderr
    ran = subprocess.run([source.with_suffix("")], capture_output=True, text=True, timeout=60)
    said = SAID.findall(block)
    if ran.returncode != 0:
        return f"exits with {ran.returncode}: {ran.stderr}"
    if ran.stdout.splitlines() != said:
        return "prints\n" + ran.stdout + "and says\n" + "\n".join(said)
    return None


def main(arguments):
    compiler = [arguments[0], "-std=c++20", "-O0", *WARNINGS, "-I", ROOT / "include"]
    blocks = []
    for page in arguments[1:] or PAGES:
        text = (ROOT / page).read_text()
        for found in BLOCK.finditer(text):
            blocks.append((f"{page}:{text.count(chr(10), 0, found.start()) + 1}", found.group(1)))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        scratch = Path(folder)
        # The library is compiled once; -include takes what lies beside the header.
        (scratch / "library.hpp").write_text("#include <cxm/cxm.hpp>\n")
        subprocess.run(compiler + ["-x", "c++-header", scratch / "library.hpp", "-o", scratch / "library.hpp.gch"],
                       check=True)
        names = [f"block_{i}" for i in range(len(blocks))]
        complaints = list(pool.map(lambda name, block: complaint_of(compiler, scratch, name, block[1]),
                                   names, blocks))
    failed = 0
    for (place, _), complaint in zip(blocks, complaints):
        if complaint is not None:
            print(f"FAILED {place}: {complaint}")
            failed += 1
    print(f"{len(blocks) - failed} passed, {failed} failed")
    return 0 if blocks and failed == 0 else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1:]))
