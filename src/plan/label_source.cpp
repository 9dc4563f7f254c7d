#include "plan/label_source.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <utility>

#include "plan/column.hpp"
#include "plan/lexer.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

using source_kind = label_source::kind;

constexpr char weekday_bytes[] = "Mon Tue Wed Thu Fri Sat Sun                 ";
constexpr int days_of_week = 7;

constexpr std::pair<std::string_view, source_kind> label_functions[] = {
    {"weekday", source_kind::weekday}, {"hour", source_kind::hour}, {"band", source_kind::band}};

std::vector<int128> edges_of(lexer& words) {
    std::vector<int128> edges;
    while (words.take_sign(",")) {
        number_reader reader;
        const auto edge = words.peek().is == token::kind::number ? reader.fixed(words.peek().value) : std::nullopt;
        if (!edge) {
            words.refuse("a number");
        }
        if (!edges.empty() && *edge <= edges.back()) {
            words.refuse("an edge above the one before it");
        }
        edges.push_back(*edge);
        words.take();
    }
    return edges;
}

label_source read_source(lexer& words, source_kind kind) {
    words.take();
    words.take();
    label_source source{kind, read_column(words, "a column"), {}};
    if (kind == source_kind::band) {
        source.edges = edges_of(words);
        if (source.edges.empty() || (source.edges.size() == 1 && source.edges[0] <= 0)) {
            words.refuse("a width above 0, as band(tenure, 12), or edges, as band(tenure, 3, 12, 24)");
        }
    }
    if (!words.take_sign(")") || words.peek().is != token::kind::end) {
        words.refuse("')' and the end");
    }
    return source;
}

int128 floor_to(int128 value, int128 width) {
    const int128 rest = value % width;
    return value - rest - (rest < 0 ? width : 0);
}

}  // namespace

label_source parse_label_source(std::string_view text) {
    for (const auto& [name, kind] : label_functions) {
        if (!text.ends_with(')') || !text.starts_with(std::string(name) + "(")) {
            continue;
        }
        try {
            lexer words(text);
            return read_source(words, kind);
        } catch (const syntax_error& wrong) {
            throw bad_usage("the label " + quote_of(text) + " at byte " + std::to_string(wrong.at + 1) + ": " +
                            wrong.what());
        }
    }
    return {source_kind::text, std::string(text), {}};
}

std::string band_of(const label_source& source, int128 value) {
    const std::vector<int128>& edges = source.edges;
    if (edges.size() == 1) {
        const int128 low = floor_to(value, edges[0]);
        return decimal_text(low) + " to <" + decimal_text(low + edges[0]);
    }
    const auto above = std::upper_bound(edges.begin(), edges.end(), value);
    return above == edges.begin() ? "<" + decimal_text(edges.front())
           : above == edges.end() ? decimal_text(edges.back()) + "+"
                                  : decimal_text(*(above - 1)) + " to <" + decimal_text(*above);
}

double place_among(const label_source& source, std::string_view label) {
    if (source.is == source_kind::weekday && label.size() == 3) {
        return static_cast<double>(std::string_view(weekday_bytes).find(label));
    }
    double low = 0;
    if (source.is == source_kind::band && !label.empty()) {
        const auto read = std::from_chars(label.data(), label.data() + label.size(), low);
        return read.ec == std::errc() ? low : -std::numeric_limits<double>::max();
    }
    return label.empty() ? -std::numeric_limits<double>::infinity() : 0;
}

std::string_view weekday_name(std::int32_t day_number) {
    // 1970-01-01 was a Thursday.
    const int from_monday = ((day_number + 3) % days_of_week + days_of_week) % days_of_week;
    return std::string_view(weekday_bytes + 4 * from_monday, 3);
}

}  // namespace cxm
