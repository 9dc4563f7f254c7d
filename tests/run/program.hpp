#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "run/command.hpp"

/// What a run of the program left behind.
struct ran {
    int code;
    std::string out;
    std::string err;
};

/// Runs the program without a process; `input` is what stands on its standard input.
inline ran run_program(const std::vector<std::string>& arguments, const std::string& input = {}) {
    struct closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using stream = std::unique_ptr<std::FILE, closer>;
    const stream in(std::tmpfile());
    const stream out(std::tmpfile());
    const stream err(std::tmpfile());
    // What the program draws with is told by the locale.
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", "xterm", 1);
    std::fwrite(input.data(), 1, input.size(), in.get());
    std::rewind(in.get());
    ran made{cxm::run(arguments, {in.get(), out.get(), err.get()}), {}, {}};
    const auto read = [](std::FILE* file, std::string& text) {
        char part[4096];
        std::rewind(file);
        while (const std::size_t got = std::fread(part, 1, sizeof part, file)) {
            text.append(part, got);
        }
    };
    read(out.get(), made.out);
    read(err.get(), made.err);
    return made;
}
