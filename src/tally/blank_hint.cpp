#include "tally/blank_hint.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "text/folded.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// In small letters without accents.
constexpr std::string_view nothings[] = {
    "n/a",     "na",        "#n/a",      "nan",     "null",         "none",         "nil",           "n.a.",
    "missing", "no answer", "no reply",  "blank",   "not answered", "unanswered",   "skipped",       "keine angabe",
    "k.a.",    "k. a.",     "leer",      "n.d.",    "sans reponse", "non repondu",  "non reponse",   "refused",
    "unknown", "unbekannt", "undefined", "(blank)", "(none)",       "not provided", "not available",
};

/// A word for nothing, or a mark such as `-`, `--` and `?`.
bool is_nothing(std::string_view cell) {
    const std::string plain = folded(cell);
    const bool mark = std::none_of(cell.begin(), cell.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
    return mark || std::find(std::begin(nothings), std::end(nothings), plain) != std::end(nothings);
}

bool is_in_words(std::string_view cell) { return cell.find_first_of("0123456789") == std::string_view::npos; }

/// Whether a number is off a scale as those are that stand for no answer: 0, -1, 88, 99, 999.
bool is_code(const answers_in& of, std::string_view cell) {
    const auto number = parse_number(cell);
    constexpr double least_code = 77;
    return number && (*number < of.low || (*number >= least_code && *number > of.high));
}

/// How the answers that count as the best are counted where they are words; empty where no measure is of them.
std::string counted_in_words(const answers_in& of) {
    const auto& measures = of.kind.measures;
    const auto best = std::find_if(measures.begin(), measures.end(),
                                   [](const auto& figure) { return figure.of == answer_figure::top; });
    if (best == measures.end()) {
        return {};
    }
    const bool is_plain = std::all_of(of.column.begin(), of.column.end(), [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return fmt::format("; answers in words are named, the best first: --{} '{}:{}'", of.kind.key,
                       is_plain ? of.column : "COLUMN", of.kind.has_cuts ? "…|…|…" : "…,…|…,…");
}

}  // namespace

std::string blank_hint(std::string_view cell) {
    return is_nothing(cell) ? fmt::format(" (if that means none: --blank {})", shell_word(cell)) : std::string();
}

std::string answer_hint(const answers_in& of, std::string_view cell) {
    if (is_nothing(cell)) {
        return blank_hint(cell);
    }
    if (is_code(of, cell)) {
        return fmt::format(" (if it is no answer: --blank {})",
                           shell_word(std::string(of.column) + "=" + std::string(cell)));
    }
    return is_in_words(cell) ? counted_in_words(of) : std::string();
}

}  // namespace cxm
