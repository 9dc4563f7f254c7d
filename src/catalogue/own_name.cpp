#include "catalogue/own_name.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// What stands beside measures in records, and words that a command line has another use for.
constexpr std::string_view reserved_words[] = {"period", "complete", "records", "metric", "help", "sql"};

constexpr unit units[] = {unit::people, unit::things,  unit::answers, unit::points,
                          unit::money,  unit::seconds, unit::number,  unit::ratio};

constexpr over_time rules[] = {over_time::flow, over_time::opening, over_time::closing, over_time::distinct,
                               over_time::fixed};

void take_word(own_name& name, std::string_view word) {
    const auto has_name = [&](auto each) { return cxm::name(each) == word; };
    const auto of = std::find_if(std::begin(units), std::end(units), has_name);
    const auto joins = std::find_if(std::begin(rules), std::end(rules), has_name);
    if (of == std::end(units) && joins == std::end(rules)) {
        std::vector<std::string_view> words;
        std::transform(std::begin(rules), std::end(rules), std::back_inserter(words),
                       [](over_time each) { return cxm::name(each); });
        std::transform(std::begin(units), std::end(units), std::back_inserter(words),
                       [](unit each) { return cxm::name(each); });
        std::string listed;
        for (const std::string_view each : words) {
            listed += (listed.empty() ? "" : ", ") + std::string(each);
        }
        throw bad_usage(quote_of(word) + " beside " + quote_of(name.key) + " is neither a rule over time nor a unit" +
                        did_you_mean(word, words) + "; one of " + listed);
    }
    if (of != std::end(units) ? name.of.has_value() : name.joins.has_value()) {
        throw bad_usage("the measure " + quote_of(name.key) + " has two " +
                        (of != std::end(units) ? "units" : "rules over time") + " beside it");
    }
    if (of != std::end(units)) {
        name.of = *of;
    } else {
        name.joins = *joins;
    }
}

}  // namespace

own_name parse_own_name(std::string_view text) {
    const std::size_t first = std::min(text.find(':'), text.size());
    own_name read{std::string(text.substr(0, first)), {}, {}};
    for (std::size_t from = first; from < text.size();) {
        const std::size_t end = std::min(text.find(':', from + 1), text.size());
        take_word(read, text.substr(from + 1, end - from - 1));
        from = end;
    }
    return read;
}

std::string spell(const own_name& name) {
    return name.key + (name.joins ? ":" + std::string(cxm::name(*name.joins)) : "") +
           (name.of ? ":" + std::string(cxm::name(*name.of)) : "");
}

bool is_key(std::string_view text) {
    const auto legal = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= 64 && text[0] >= 'a' && text[0] <= 'z' &&
           std::all_of(text.begin(), text.end(), legal);
}

bool is_reserved(std::string_view key) {
    return std::find(std::begin(reserved_words), std::end(reserved_words), key) != std::end(reserved_words);
}

}  // namespace cxm
