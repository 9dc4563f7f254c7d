#include "run/flags/formats.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

bool ends_with(std::string_view name, std::string_view ending) {
    return name.size() > ending.size() &&
           std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == lower(b); });
}

}  // namespace

std::optional<std::string_view> word_of_ending(const std::string& file, const choices& formats) {
    const auto advice = [&] { return "; write another ending, or choose by --format one of " + listed(formats); };
    const auto has = [&](format form) {
        return std::any_of(formats.begin(), formats.end(),
                           [&](const choice& c) { return c.word == word_of(form, format_words); });
    };
    if (ends_with(file, ".png") && has(format::svg)) {
        const std::string stem = file.substr(0, file.size() - 4);
        throw bad_usage(
            fmt::format("-o {}: charts are written as SVG, which becomes a picture by: -o {} && rsvg-convert "
                        "-z 2 -o {} {}",
                        shown(file), shell_word(stem + ".svg"), shell_word(file), shell_word(stem + ".svg")));
    }
    if (ends_with(file, ".pdf") && has(format::html)) {
        throw bad_usage("-o " + shown(file) + ": there is no format pdf; write -o " +
                        shell_word(file.substr(0, file.size() - 4) + ".html") + ", which browsers print as one");
    }
    for (const std::string_view unknown : endings_of_no_format) {
        if (ends_with(file, unknown)) {
            throw bad_usage("-o " + shown(file) + ": there is no format " + std::string(unknown.substr(1)) + advice());
        }
    }
    const auto* const known =
        std::find_if(std::begin(endings), std::end(endings), [&](const ending& e) { return ends_with(file, e.text); });
    if (known == std::end(endings)) {
        return std::nullopt;
    }
    const std::string_view word = word_of(known->form, format_words);
    if (std::none_of(formats.begin(), formats.end(), [&](const choice& c) { return c.word == word; })) {
        throw bad_usage("-o " + shown(file) + ": this command has no " + std::string(word) + advice());
    }
    return word;
}

}  // namespace cxm
