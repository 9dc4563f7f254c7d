#include <fmt/format.h>

#include <algorithm>

#include "intake/json_records.hpp"
#include "intake/unknown_name.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/number.hpp"
#include "values/plain_number.hpp"

// What stands behind the names of a record.
namespace cxm {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

void json_records::value(field& f) {
    if (f.is == role::measure && options_.blanks.empty()) {
        double number = 0;
        const char* const after = read_plain_number(cursor_.at, cursor_.end, '.', f.whole, number);
        if (after != nullptr && after < cursor_.end && (*after == ',' || *after == '}' || is_space(*after)) &&
            number >= f.least && number <= f.most) {
            builder_.set(f, number);
            cursor_.at = after;
            return;
        }
    }
    if (f.is == role::ignored) {
        cursor_.skip_value();
        return;
    }
    const char c = cursor_.here();
    if (c == '"') {
        text(f);
    } else if (c == '{' || c == '[') {
        if (is_ignored(options_, f.name, f.is == role::label)) {
            cursor_.skip_value();
            return;
        }
        cursor_.refuse(cursor_.at, fmt::format("{}: a record is flat, and this is {}; --ignore {} passes over it",
                                               shown(f.name), c == '{' ? "an object" : "a list", shell_word(f.name)));
    } else {
        word(f);
    }
}

void json_records::text(field& f) {
    const char* const at = cursor_.at;
    const json_text text = cursor_.text();
    const std::string_view meaning = text.escaped ? builder_.keep(cursor_.decoded(text)) : text.raw;
    if (says_nothing(options_.blanks, f.name, meaning)) {
        return;
    }
    if (f.is == role::finding) {
        builder_.set_finding(f, meaning, at);
        return;
    }
    if (f.is == role::measure && builder_.is_result) {
        if (!meaning.empty()) {
            builder_.set_number(f, meaning, {'.', true}, at);
        }
        return;
    }
    if (f.is == role::measure) {
        const bool number = parse_number(meaning).has_value();
        cursor_.refuse(at, fmt::format("{}: {} is {}", f.name, quote_of(meaning),
                                       number ? "text; write the number without quotes" : "text, not a number"));
    }
    if (f.is == role::complete) {
        cursor_.refuse(at, fmt::format("complete: {} is text, not true or false", quote_of(meaning)));
    }
    builder_.set_text(f, meaning, at);
}

void json_records::word(field& f) {
    const char* const at = cursor_.at;
    const std::string_view word = cursor_.word();
    if (word.empty()) {
        cursor_.refuse_found("a value");
    }
    if (word == "null") {
        return;
    }
    const bool truth = word == "true" || word == "false";
    if (f.is == role::complete) {
        if (!truth) {
            cursor_.refuse(at, fmt::format("complete: {} is not true or false", quote_of(word)));
        }
        builder_.set_complete(word == "true");
    } else if (f.is == role::finding) {
        builder_.set_finding(f, word, at);
    } else if (f.is == role::measure) {
        builder_.set_number(f, word, {'.', true}, at);
    } else if (!truth && !parse_number(word)) {
        cursor_.refuse(at, fmt::format("{}: {} is no value of JSON", shown(f.name), quote_of(word)));
    } else if (f.is == role::period) {
        if (word.find_first_not_of("0123456789") != std::string_view::npos) {
            cursor_.refuse(at, fmt::format("period: {} is neither text nor a whole number", word));
        }
        builder_.set_text(f, word, at);
    } else if (is_label(options_, f.name)) {
        builder_.set_text(f, word, at);
    } else if (!is_ignored(options_, f.name, true)) {
        if (truth) {
            cursor_.refuse(at, fmt::format("{}: a label is text, and this is {}; --ignore {} passes over it",
                                           shown(f.name), word, shell_word(f.name)));
        }
        refuse_unknown(f, at);
    }
}

/// The names of the numbers that this record still has; what is broken behind them is no matter here.
std::vector<std::string> json_records::numbers_behind() {
    std::vector<std::string> names;
    try {
        for (cursor_.skip_space(true); cursor_.here() != '}'; cursor_.skip_space(true)) {
            cursor_.expect(',', "','");
            cursor_.skip_space(true);
            const json_text name = cursor_.text();
            cursor_.skip_space(true);
            cursor_.expect(':', "':'");
            cursor_.skip_space(true);
            const char first = cursor_.here();
            cursor_.skip_value();
            if (first == '-' || (first >= '0' && first <= '9')) {
                names.push_back(cursor_.decoded(name));
            }
        }
    } catch (const problem&) {
    }
    return names;
}

/// A misspelt measure, or a raw row that nobody said how to count.
void json_records::refuse_unknown(const field& f, const char* at) {
    const std::vector<std::string> behind = numbers_behind();
    const auto any_behind = [&](auto is) { return std::any_of(behind.begin(), behind.end(), is); };
    const bool any_measure =
        builder_.has_measure() || any_behind([&](const auto& name) { return known_.find_measure(name) != nullptr; });
    const bool any_near =
        is_nearly_known(known_, f.name) || any_behind([&](const auto& name) { return is_nearly_known(known_, name); });
    cursor_.refuse(at, any_measure || any_near ? unknown_measure(known_, "measure", f.name, any_measure)
                                               : no_measure_at_all("none of the record's names", known_, {f.name}));
}

}  // namespace cxm
