#include "run/version.hpp"

#include <fmt/core.h>
#include <utf8proc.h>
#include <xxhash.h>
#include <CLI/Version.hpp>
#include <nlohmann/json.hpp>
#ifdef CXM_ZLIB
#include <zlib.h>
#endif
#ifdef CXM_ZSTD
#include <zstd.h>
#endif

#include <string>
#include <utility>
#include <vector>

#include "bytes/kernels.hpp"
#include "run/command.hpp"
#include "run/commit.hpp"
#include "run/flags/output_flags.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

using named_values = std::vector<std::pair<std::string, std::string>>;

/// A version of three parts in one number, each in `base`.
std::string in_parts(unsigned number, unsigned base) {
    return fmt::format("{}.{}.{}", number / (base * base), number / base % base, number % base);
}

named_values libraries() {
    named_values known = {{"CLI11", CLI11_VERSION},
                          {"fmt", in_parts(FMT_VERSION, 100)},
                          {"nlohmann_json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                                                        NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
                          {"utf8proc", utf8proc_version()},
                          {"xxHash", in_parts(XXH_VERSION_NUMBER, 100)}};
#ifdef CXM_ZLIB
    known.emplace_back("zlib", zlibVersion());
#endif
#ifdef CXM_ZSTD
    known.emplace_back("zstd", ZSTD_versionString());
#endif
    return known;
}

std::string compiler() {
#ifdef __clang__
    return "Clang " __clang_version__;
#else
    return "GCC " __VERSION__;
#endif
}

named_values parts_of_build() {
    return {{"commit", std::string(commit)}, {"compiler", compiler()}, {"kernels", runnable_kernels().back().name}};
}

std::string version_text(bool verbose) {
    std::string text = "cxm " CXM_VERSION "\n";
    if (verbose) {
        for (const auto& [name, value] : parts_of_build()) {
            text += name + " " + value + "\n";
        }
        for (const auto& [name, value] : libraries()) {
            text += name + " " + value + "\n";
        }
    }
    return text;
}

std::string version_json(bool verbose) {
    std::string text;
    json_object to(text);
    to.text("name", "cxm");
    to.text("version", CXM_VERSION);
    if (verbose) {
        for (const auto& [name, value] : parts_of_build()) {
            to.text(name, value);
        }
        json_object used = to.object("libraries");
        for (const auto& [name, value] : libraries()) {
            used.text(name, value);
        }
        used.end();
    }
    to.end();
    return text + "\n";
}

}  // namespace

int run_version(const arguments& given, const streams& io) {
    bool json = false;
    bool verbose = false;
    command_line line = line_for("version");
    line.flags = {
        {"--verbose", "", "With the commit, the compiler, the libraries and what of the processor is used", &verbose},
        {"--json", "", "As JSON", &json}};
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
    } else {
        put(io, {}, json ? version_json(verbose) : version_text(verbose));
    }
    return 0;
}

}  // namespace cxm
